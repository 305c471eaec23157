/* Built by "make map" from static/map/src: change it there. 70443dc9366ed1a0 7b87da3f82b0b9b1 */
(()=>{var r={map:null,scene:null,ready:!1,legs:new Map,places:null,look:null,served:null,adopted:"",nodes:null,labels:null,beside:null,badges:null,numbers:null,svg:{},
discs:new Map,clusters:new Map,preset:null,own:!1,touched:!1,followed:void 0,picked:null,clicks:0,stops:{numbers:[],nodes:[],legs:[]},focus:null,asked:null,urls:{},
rivers:null};function ne([e,t,n,o],{units:s,lang:i,basis:a,digits:c,unit:l="h",inDaysFrom:u=1/0}){let d=o===1?5:c,g=l==="h"&&e>=u,[h,b]=g?["d",24]:[l,1],te=new Intl.NumberFormat(
i,{maximumSignificantDigits:d}),P=Ut=>te.format(Ut/b),Wt=new Intl.PluralRules(i).select(Number((e/b).toPrecision(d))),_t=s[h][Wt]||s[h].other,$t=P(t)===P(n)?"":
` (${P(t)}–${P(n)})`,Ht=a?`, ${a[o]}`:"";return _t.replace("{value}",P(e))+$t+Ht}var Gt="500 12px Inter, 'Segoe UI', system-ui, sans-serif",ve=document.createElement("canvas").getContext("2d"),oe=new Map,Vt=48;function f(){return r.look.words[r.
scene.lang]}function x(e){let t=r.places.nodes[e];return t?M(t.names):e}function M(e){return e[r.scene.lang]||e.en}function re(e){return r.discs.has(e)?r.discs.
get(e).note:""}function se(e){let t=r.places.legs[e.id],n=(r.scene.backwards||[]).includes(e.id),o=n?t.ends.slice().reverse():t.ends,{modes:s,statuses:i,marks:a,
drawn:c,mm:l,no_time:u}=f(),d=t.gauge?`, ${t.gauge} ${l}`:"",g=n&&t.hours_back||t.hours;return ke([[`${x(o[0])} – ${x(o[1])}`,"strong"],[re(e.id)],[`${s[t.mode]}${d}\
 · ${i[t.status]}`],[`${g?qt(g):u} · ${t.km?Zt(t.km):""}`.replace(/ · $/,"")],[a[(r.scene.marks||{})[e.id]]],[c[e.fidelity||t.fidelity],"small"]])}function ie(e){
let t=f().kinds[r.places.nodes[e].kind];return ke([[x(e),"strong"],[re(e)],[t,re(e)&&"small"]])}function m(e,t="span"){let n=document.createElement(t);return n.
textContent=e,n}function N(e){return oe.has(e)||(ve.font=Gt,oe.set(e,Math.ceil(ve.measureText(e).width)+1)),oe.get(e)}function qt(e){return ne(e,{units:f().units,
lang:r.scene.lang,basis:f().basis,digits:2,inDaysFrom:Vt})}function Zt(e){return ne(e,{units:f().units,lang:r.scene.lang,basis:null,digits:3,unit:"km"})}function ke(e){
let t=document.createElement("div");return t.append(...e.filter(([n])=>n).map(([n,o])=>m(n,o||"div"))),t}var jt={wide:"M7 7 2 12l5 5v-3.600h10V17l5-5-5-5v3.600H7z",full:"M3 3h7v2.500H5.500V10H3zM14 3h7v7h-2.500V5.500H14zM3 14h2.500v4.500H10V21H3zM18.500 14H21v7h-7v\
-2.500h4.500z"},Ae="data-map-wide",ae="data-fills";function Te(e){let t=new L.Control({position:"topleft"});t.onAdd=function(){let n=L.DomUtil.create("div","lea\
flet-bar map-room");return L.DomEvent.disableClickPropagation(n),n.append(Se("wide",Kt),Se("full",Yt)),n},t.addTo(e),document.addEventListener("fullscreenchange",
I)}function I(){let e={wide:Me()?.hasAttribute(Ae)||!1,full:Oe()};for(let[t,n]of Object.entries(e)){let o=r.map.getContainer().querySelector(`.map-${t}`);o&&(o.
title=f()[t],o.setAttribute("aria-label",f()[t]),o.setAttribute("aria-pressed",String(n)))}}function ce(){return Oe()?(document.fullscreenElement&&document.exitFullscreen(),
D()?.removeAttribute(ae),I(),!0):!1}function Oe(){return!!document.fullscreenElement||!!D()?.hasAttribute(ae)}function Kt(){Me()?.toggleAttribute(Ae),I()}async function Yt(){
if(!ce()){try{await document.documentElement.requestFullscreen()}catch{D()?.setAttribute(ae,"")}I()}}function D(){try{return window.frameElement}catch{return null}}
function Me(){return D()?.ownerDocument.documentElement}function Se(e,t){let n=document.createElement("button");n.type="button",n.className=`map-${e}`,n.tabIndex=
-1;let o="http://www.w3.org/2000/svg",s=document.createElementNS(o,"svg"),i=document.createElementNS(o,"path");return s.setAttribute("viewBox","0 0 24 24"),s.setAttribute(
"aria-hidden","true"),i.setAttribute("d",jt[e]),s.append(i),n.append(s),n.addEventListener("click",t),n}var Ne={ArrowRight:(e,t)=>(e+1)%t,ArrowLeft:(e,t)=>(e-1+t)%t,Home:()=>0,End:(e,t)=>t-1},Jt={ArrowDown:1,ArrowUp:-1};function Ie(e,t,n){return n in Ne?Xt(e,t,n):
Qt(e,t,n)}function Xt(e,[t,n],o){let s=e[t]||0;return s?[t,Ne[o](n,s)]:null}function Qt(e,[t],n){let o=Jt[n];if(!o)return null;for(let s=t+o;s>=0&&s<e.length;s+=
o)if(e[s])return[s,0];return null}var en=2,tn=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Home","Enter"," "];function Ce(e,t){if(!tn.includes(t))return null;let n=t==="ArrowUp"?0:e.findIndex(
(o,s)=>s>=en&&o.length);return n>=0&&e[n]?.length?[n,0]:null}function Pe(e){for(let[t,n]of e.entries()){let o=n.findIndex(s=>s.element()===document.activeElement);
if(o>=0)return[t,o]}return null}function W(e=!1){let t=r.map.getContainer(),n=[...t.querySelectorAll(".map-choices button")];return n.length&&!e?[n.map(le)]:[[...t.
querySelectorAll(".map-presets button")].map(le),[...t.querySelectorAll(".leaflet-control-zoom a, .map-room button")].filter(o=>o.offsetWidth).map(le),r.stops.numbers,
r.stops.nodes,r.stops.legs]}function le(e){return{id:e.dataset.preset||e.className,element:()=>e}}function _(e,t){let n=e.element();if(!n)return;e.at&&t&&r.map.
panInside(e.at(),{padding:[50,60],animate:!1});let o=e.element()||n;o.setAttribute("tabindex","-1"),o.dataset.stop=e.id,e.label&&(o.setAttribute("role","button"),
o.setAttribute("aria-label",e.label())),o.focus({preventScroll:!0}),e.layer&&(e.layer.openTooltip(e.at()),o.addEventListener("blur",()=>e.layer.closeTooltip(),{
once:!0}))}var $=90,Re={ArrowLeft:[-$,0],ArrowRight:[$,0],ArrowUp:[0,-$],ArrowDown:[0,$]},ze={"+":"zoomIn","=":"zoomIn","-":"zoomOut"};function Be(e){let t=e.getContainer();
e.keyboard.disable(),t.tabIndex=0,t.querySelectorAll("a, button").forEach(o=>{o.tabIndex=-1});let n=document.createElement("p");n.id="map-help",n.className="map\
-help",t.append(n),t.setAttribute("aria-describedby",n.id),t.addEventListener("keydown",o=>{nn(o)&&on(o)&&o.preventDefault()}),t.addEventListener("mousedown",()=>{
t.contains(document.activeElement)||t.focus({preventScroll:!0})}),t.addEventListener("focusin",()=>ue(t)),t.addEventListener("focusout",()=>window.setTimeout(()=>ue(
t),0))}function Fe(){document.getElementById("map-help").textContent=f().keys}function H(){let e=r.map.getContainer();if(r.focus&&document.activeElement===document.
body&&document.hasFocus()){let t=W().flat().find(n=>n.id===r.focus);t&&_(t,!1)}ue(e)}function ue(e){let t=e.contains(document.activeElement)&&document.activeElement!==
e;e.tabIndex=t?-1:0,(document.activeElement===e||document.activeElement!==document.body)&&(r.focus=t&&document.activeElement.dataset.stop||null)}function nn(e){
return!e.altKey&&!e.ctrlKey&&!e.metaKey}function on(e){return e.key==="Escape"?sn():e.shiftKey&&Re[e.key]?(r.map.panBy(Re[e.key]),!0):ze[e.key]?(r.map[ze[e.key]](),
!0):rn(e.key)}function rn(e){let t=W(),n=Pe(t);if(n&&(e==="Enter"||e===" "))return an(t[n[0]][n[1]]);let o=n?Ie(t.map(s=>s.length),n,e):Ce(t,e);return o&&_(t[o[0]][o[1]],
!0),!!o}function sn(){let e=r.map.getContainer();if(e.querySelector(".leaflet-popup")){let t=W(!0).flat().find(n=>n.id===r.asked);return r.map.closePopup(),t?_(
t,!1):e.focus({preventScroll:!0}),!0}if(ce())return!0;if(document.activeElement!==e)return e.focus({preventScroll:!0}),!0;try{let t=window.frameElement,n=[...t.
ownerDocument.querySelectorAll(".cx-after-map")].find(o=>t.compareDocumentPosition(o)&Node.DOCUMENT_POSITION_FOLLOWING);return n?.focus(),!!n}catch{return!1}}function an(e){
return e.open?(r.asked=e.id,e.open(),!0):!1}function De(e,t){let n=[];for(let o of e){let s=o.members.length?t(o.id):void 0,i=s&&n.find(a=>a.point&&Math.hypot(a.point.x-s.x,a.point.y-s.y)<19);if(!i){n.push(
{...o,point:s,with:[o.id]});continue}i.members=[...i.members,...o.members],i.text=String(i.members.length),i.level=Math.min(i.level,o.level),i.with.push(o.id)}return n}function me(e){let t=cn(r.legs.get(e).line.getLatLngs()).map(i=>r.map.latLngToContainerPoint(i)),n=t.slice(1).map((i,a)=>i.distanceTo(t[a])),o=n.reduce((i,a)=>i+
a,0),s=o/2;for(let[i,a]of n.entries()){if(s<=a&&a>0){let c=t[i+1].subtract(t[i]);return{length:o,point:t[i].add(c.multiplyBy(s/a))}}s-=a}return null}function U(e){
return e.filter(t=>r.legs.has(t)).map(t=>({id:t,...me(t)})).filter(t=>t.point)}function We(e){let t=[];for(let n of e){let o=r.places.legs[n];if(!o||!r.legs.has(
n))continue;let s=t.at(-1);s&&s.mode===o.mode&&o.ends.some(a=>s.ends.includes(a))?(s.legs.push(n),s.ends=o.ends):t.push({mode:o.mode,legs:[n],ends:o.ends})}return t}
function cn(e){return Array.isArray(e[0])?e.reduce((t,n)=>n.length>t.length?n:t):e}function y(e,t){r.clicks+=1,r.picked=e,window.Streamlit.setComponentValue({id:e,kind:t,n:r.clicks})}function $e(e,t,n={}){let o=[],s=c=>fn(c,e)&&o.every(l=>!dn(c,l)),i=Object.fromEntries(Object.entries(n).map(([c,l])=>[c,ln(l)])),a=[];for(let c of t){if(c.blocked){
o.push(c.blocked);continue}let l=c.boxes.map((h,b)=>[h,b]).filter(([h])=>s(h)),u=(c.shuns||[[]]).map(h=>l.find(([b])=>h.every(te=>!i[te]?.(b)))).find(Boolean);if(!u)
continue;let[d,g]=u;o.push(mn(d,c.margin||0)),a.push({wish:c,choice:g})}return a}function E(e,t,n=t){return[e.x-t/2,e.y-n/2,e.x+t/2,e.y+n/2]}function R(e,t,n,o){
let s=(l,u)=>[l,u,l+t,u+n],i=e.x-t/2,a=e.x+o,c=e.x-t-o;return[s(a,e.y-n/2),s(i,e.y-n-o+1),s(i,e.y+o-1),s(c,e.y-n/2),s(a-2,e.y-n-2),s(a-2,e.y+2),s(c+2,e.y-n-2),s(
c+2,e.y+2),s(i,e.y-n*2-2),s(i,e.y+n+2)]}function He(e,t){let n=(o,s,i)=>Math.max(2-o,Math.min(0,i-2-s));return[n(e[0],e[2],t.x),n(e[1],e[3],t.y)]}function ln(e){
let t=new Map;for(let n of e){let o=_e(Math.floor(n.x/16),Math.floor(n.y/16));t.has(o)||t.set(o,[]),t.get(o).push(n)}return function(n){for(let o=Math.floor(n[0]/
16);o<=Math.floor(n[2]/16);o+=1)for(let s=Math.floor(n[1]/16);s<=Math.floor(n[3]/16);s+=1)if((t.get(_e(o,s))||[]).some(i=>un(i,n)))return!0;return!1}}function _e(e,t){
return`${e} ${t}`}function un(e,t){return e.x>=t[0]&&e.x<=t[2]&&e.y>=t[1]&&e.y<=t[3]}function mn(e,t){return[e[0]-t,e[1]-t,e[2]+t,e[3]+t]}function fn(e,t){return e[0]>
2&&e[1]>2&&e[2]<t.x-2&&e[3]<t.y-2}function dn(e,t){return e[2]>=t[0]&&e[0]<=t[2]&&e[3]>=t[1]&&e[1]<=t[3]}var Ue=[["land",210],["water",220],["rail",230],["borders",240],["names",250],["context",410],["casing",420],["legs",430],["hit",440],["nodes",450],["badges",460],
["labels",470],["numbers",480]],Ge=["hit","nodes","numbers"],v={emphasised:4.2,alternative:2.2,context:1.5,casing:3.2,hit:16,selected:1.5},w={size:22,end:24},C={
least:70,zoom:7.5,seconds:.6},Ve=.12,G={least:90,zoom:3},k={height:16,gap:7,margin:3},S={size:20,widths:{1:1.9,2:1.5,3:1.2,4:1}},V={size:20,least:64},z={size:16,
least:24},q={height:18,margin:8},p={height:15,margin:4,pad:4,gap:3,dot:5,tries:9,apart:18},qe=5.5,Ze=[[0,-14],[0,14],[-14,0],[14,0],[-12,-12],[12,-12]],je=[[0,0],
[0,-16],[0,16]];function Ke(e){let t=new Map;e.alternatives.forEach(i=>i.legs.forEach(a=>t.set(a,(t.get(a)||0)+1)));let n=r.map.getSize(),o=i=>i.x>0&&i.y>0&&i.x<n.x&&i.y<n.y;return[
...e.alternatives].sort((i,a)=>+(a.id===e.chosen)-+(i.id===e.chosen)).map(function(i){let a=U(i.legs).filter(c=>o(c.point)).sort((c,l)=>t.get(c.id)-t.get(l.id)||
l.length-c.length);return Z(a,w.size,c=>pn(i,i.id===e.chosen,c),k.margin)})}function Ye(){let e=De([...r.discs.values()],A);return r.clusters=new Map(e.flatMap(
t=>t.with.map(n=>[n,t]))),e.map(function(t){let n=A(t.id)?[{point:A(t.id)}]:U([t.id]);return Z(n,S.size,o=>de({className:`map-disc level-${t.level}`,html:m(t.text)},
S.size,o))})}function Je(e){return Object.entries(e.marks||{}).map(function([t,n]){let o=A(t),s=o?Ze.map(i=>({point:o.add(i)})):fe([t],z.least);return et(s,r.look.
marks[n],`map-sign map-mark ${n}`)})}function Xe(e){let t=e.marks||{};return e.legs.filter(n=>r.places.legs[n]&&!t[n]).map(n=>[n,r.look.signs[r.places.legs[n].status]]).
filter(([,n])=>n).map(([n,o])=>et(fe([n],z.least),o,"map-sign"))}function Qe(e){return We(e.legs).map(function(t){let n=fe(t.legs,V.least).sort((o,s)=>s.length-
o.length);return Z(n,V.size,o=>de({className:"map-badge",html:gn(r.look.modes[t.mode],e.dark)},V.size,o))})}function A(e){let t=r.places.nodes[e];return t&&r.map.
latLngToContainerPoint(t.at)}function fe(e,t){return U(e).filter(n=>n.length>=t)}function et(e,t,n){return Z(e,z.size,o=>de({className:n,html:m(t)},z.size,o))}function Z(e,t,n,o=0){
return{boxes:e.map(s=>E(s.point,t)),margin:o,draw:s=>n(e[s].point)}}function de(e,t,n){let o=L.divIcon({...e,iconSize:[t,t]});L.marker(r.map.containerPointToLatLng(
n),{icon:o,pane:"badges",interactive:!1,keyboard:!1}).addTo(r.badges)}function pn(e,t,n){let o=L.divIcon({className:`map-number${t?" chosen":""}`,html:m(e.label),
iconSize:[w.size,w.size]}),s=L.marker(r.map.containerPointToLatLng(n),{icon:o,pane:"numbers",title:e.title,alt:e.title,keyboard:!1}),i=()=>y(e.id,"route");s.on(
"click",i),s.addTo(r.numbers);let a=s.getElement();a.setAttribute("role","button"),a.setAttribute("tabindex","-1"),a.setAttribute("aria-label",e.title),a.setAttribute(
"aria-pressed",String(t)),r.stops.numbers.push({id:`route ${e.id}`,element:()=>a,at:()=>s.getLatLng(),open:i})}function gn(e,t){let n="http://www.w3.org/2000/sv\
g",o=document.createElementNS(n,"svg");o.setAttribute("viewBox","0 0 24 24"),o.setAttribute("aria-hidden","true");let s=document.createElementNS(n,"path");return s.
setAttribute("d",e.path),s.setAttribute("fill-rule","evenodd"),s.setAttribute("fill",t?e.dark:e.light),o.append(s),o}var hn=5,wn=2,j=40;function nt(e){let t=e.alternatives.filter(s=>s.look).flatMap(s=>s.legs),n=new Set([...e.legs,...t]),o=[...e.context,...e.alternatives.flatMap(
s=>s.legs)].filter(s=>!n.has(s));return{strong:tt(n),weak:tt(new Set(o))}}function K(e){if(Array.isArray(e[0]))return e.flatMap(K);let t=r.map.getSize(),n=L.bounds(
[-j,-j],[t.x+j,t.y+j]);return yn(e.map(o=>r.map.latLngToContainerPoint(o))).filter(o=>n.contains(o))}function yn(e){let t=e.slice(0,1),n=e[0];for(let o of e.slice(
1)){let s=n.distanceTo(o);if(s<wn)continue;let i=Math.ceil(s/hn);for(let a=1;a<=i;a+=1)t.push(n.add(o.subtract(n).multiplyBy(a/i)));n=o}return t}function tt(e){
return[...e].map(t=>r.legs.get(t)).filter(Boolean).flatMap(t=>K(t.line.getLatLngs()))}var bn=[["strong","weak"],["strong"]];function ot(){return r.places.countries.map(e=>it(e.spots,M(e.names),"map-country",q.margin))}function rt(){return ct(r.places.
seas).map(e=>it(e.spots,M(e.names),"map-water",p.margin))}function pe(){return r.rivers?Object.entries(r.places.rivers).filter(([,e])=>lt(e)).map(function([e,t]){
let n=M(t.names),o=N(n)+p.pad,s=K(r.rivers.get(e)||[]),i=Math.max(1,Math.floor(s.length/p.tries)),a=Math.floor(s.length/2),l=s.map((u,d)=>[Math.abs(d-a),u]).filter(
([u])=>u%i===0).sort(([u],[d])=>u-d).map(([,u])=>u).flatMap(u=>R(u,o,p.height,p.gap).slice(0,4));return ge(l,n,"map-water",p.margin,o,p.height)}):[]}function st(e){
return ct(r.places.capitals).map(t=>({capital:t,point:r.map.latLngToContainerPoint(t.at)})).filter(({point:t})=>e.every(n=>n.point.distanceTo(t)>p.apart)).map(function({
capital:t,point:n}){let o=M(t.names),s=N(o)+2,i=R(n,s,p.height,p.dot).slice(0,8),a=ge(i,o,"map-capital",p.margin,s,p.height),c=a.draw;return a.draw=function(l){
c(l),at("","map-dot",E(n,p.dot))},a})}function it(e,t,n,o){let s=(N(t)*.62+6)*2,i=e.map(c=>r.map.latLngToContainerPoint(c)),a=je.flatMap(c=>i.map(l=>E(l.add(c),
s,q.height)));return ge(a,t,n,o,s,q.height)}function ge(e,t,n,o){return{boxes:e,margin:o,shuns:bn,draw:s=>at(t,n,e[s])}}function at(e,t,n){let o=L.divIcon({className:t,
html:m(e),iconSize:[n[2]-n[0],n[3]-n[1]]}),s=[(n[0]+n[2])/2,(n[1]+n[3])/2];L.marker(r.map.containerPointToLatLng(s),{icon:o,pane:"names",interactive:!1,keyboard:!1}).
addTo(r.labels)}function ct(e){return e.filter(lt)}function lt(e){return r.map.getZoom()>=e.from}var xn=[0,0,44,156],ut=[150,34],Ln=[["strong"],[]],Y=20,En=6;function T(){let e=r.scene;if(!r.ready||!e)return;r.labels.clearLayers(),r.badges.clearLayers(),r.numbers.
clearLayers(),r.stops.numbers=[];let t=vn(e),n=r.map.getSize(),o=[{blocked:xn},{blocked:On()},{blocked:[0,n.y-ut[1],ut[0],n.y]},...[e.origin,e.destination].map(
A).filter(Boolean).map(s=>({blocked:E(s,w.end)})),...Ke(e),...Ye(),...t.filter(s=>!r.discs.has(s.id)).map(s=>({blocked:E(s.point,En)})),...Je(e),...t.filter(s=>kn(
e,s.id)).map(s=>Sn(e,s)),...Xe(e),...Qe(e),...rt(),...pe().slice(0,1),...ot(),...st(t),...pe().slice(1)];$e(n,o,nt(e)).forEach(({wish:s,choice:i})=>s.draw(i))}function vn(e){
let t=r.map.getSize();return e.nodes.map(n=>({id:n,point:A(n)})).filter(({point:n})=>n&&n.x>-Y&&n.y>-Y&&n.x<t.x+Y&&n.y<t.y+Y)}function kn(e,t){return r.places.nodes[t].
kind!=="project"||t===e.place}function Sn(e,t){let n=x(t.id),o=N(n)+2,s=R(t.point,o,k.height,k.gap+An(e,t.id));return{boxes:s,margin:k.margin,shuns:Ln,draw:i=>Tn(
n,t,s[i],o)}}function An(e,t){return[e.origin,e.destination,e.place].includes(t)?w.end/2-2:r.discs.has(t)?S.size/2-3:0}function Tn(e,t,n,o){let s=L.divIcon({className:"\
map-label",html:m(e),iconSize:[o,k.height],iconAnchor:[t.point.x-n[0],t.point.y-n[1]]});L.marker(r.places.nodes[t.id].at,{icon:s,pane:"labels",interactive:!1,keyboard:!1}).
addTo(r.labels)}function On(){let e=r.map.getContainer().querySelector(".map-presets"),t=e?.lastElementChild;return t?[0,0,e.offsetLeft+t.offsetLeft+t.offsetWidth,
e.offsetTop+e.offsetHeight]:[0,0,0,0]}function mt(e,t){let n=Mn(e);if(n.length<2||!t)return n;let o=n.slice(1).map((s,i)=>Nn(n[i],s));return n.map(function(s,i){let a=o[Math.max(i-1,0)],c=o[Math.min(
i,o.length-1)],l=a.x+c.x,u=a.y+c.y,d=l*l+u*u,g=d<1e-6?0:Math.min(2/d,1.6/Math.sqrt(d)),[h,b]=g?[l*g,u*g]:[a.x,a.y];return{x:s.x+h*t,y:s.y+b*t}})}function Mn(e){
return e.filter((t,n)=>n===0||Math.hypot(t.x-e[n-1].x,t.y-e[n-1].y)>=.5)}function Nn(e,t){let n=Math.hypot(t.x-e.x,t.y-e.y);return{x:-(t.y-e.y)/n,y:(t.x-e.x)/n}}var In=1.4,Cn=1.5,he=null;function ft(e){he||=Pn(),r.beside.clearLayers();for(let t of e.alternatives.filter(n=>n.look))t.legs.forEach(function(n,o){let s=r.legs.
get(n);if(!s)return;let i=(t.lanes||[])[o]||0,a={pane:"legs",renderer:r.svg.legs,interactive:!1,smoothFactor:1,lane:i*(t.look.weight+In)};new he(s.line.getLatLngs(),
{...a,className:"casing",weight:t.look.weight+2,lineCap:"round",pane:"casing",renderer:r.svg.casing}).addTo(r.beside),new he(s.line.getLatLngs(),{...a,className:"\
beside",lineCap:t.look.dashArray?"butt":"round",...t.look}).addTo(r.beside)})}function Pn(){return L.Polyline.extend({_projectLatlngs(e,t,n){let o=[];L.Polyline.
prototype._projectLatlngs.call(this,e,o,n);for(let s of o){let i=L.LineUtil.simplify(s,Cn);t.push(mt(i,this.options.lane).map(({x:a,y:c})=>L.point(a,c)))}}})}var J={fill:!1,smoothFactor:1.5},dt={stroke:!1,smoothFactor:1.2},Rn={countries:["land","land",dt],lakes:["water","lake",dt],rivers:["water","river",J],railways:[
"rail","railway",J],borders:["borders","border",J],disputed:["borders","border disputed",J]},pt=["borders","disputed","lakes","rivers"],zn="Danube";function we(e){
return L.svg({pane:e,padding:.5})}function X(e,t){let[n,o,s]=Rn[e],i=({properties:c})=>({className:c?.name===zn?`${o} main`:o,...s}),a=L.geoJSON(t,{pane:n,renderer:we(
n),interactive:!1,style:i}).addTo(r.map);e==="rivers"&&(r.rivers=new Map,a.eachLayer(c=>r.rivers.set(c.feature.properties.name,c.getLatLngs())))}async function ye(e){
let t=await fetch(r.urls[e]);if(!t.ok)throw new Error(`${e}: ${t.status}`);return t.json()}function gt(e){let t=null,n=function(){let o=e.getZoom()>=qe;e.getPane(
"rail").style.display=o?"":"none",!(!o||t||!r.urls.railways)&&(t=ye("railways").then(s=>X("railways",s)).catch(s=>console.error(s)))};e.on("zoomend",n),n()}var ht=null;function Q(e,t,n){ht||=Bn();let o=new ht({direction:"top",className:"map-tip",...n});o.setContent(t),e.bindTooltip(o)}function Bn(){return L.Tooltip.
extend({_setPosition(e){L.Tooltip.prototype._setPosition.call(this,e);let t=this._container,o=this._map.layerPointToContainerPoint(L.DomUtil.getPosition(t)),s=[
parseFloat(getComputedStyle(t).marginLeft)||0,parseFloat(getComputedStyle(t).marginTop)||0],i=o.x+s[0],a=o.y+s[1],[c,l]=He([i,a,i+t.offsetWidth,a+t.offsetHeight],
r.map.getSize());(c||l)&&L.DomUtil.setPosition(t,L.DomUtil.getPosition(t).add([c,l])),t.classList.toggle("moved",!!(c||l))}})}var Fn=["context","casing","line","core","hit"];function xe(e){for(let t of["context","casing","legs","hit"])r.svg[t]||=we(t);for(let t of e.features){let n=Wn(
t);Q(n.hit,()=>se(n),{sticky:!0}),n.hit.on("click",()=>y(n.id,"leg")),n.hit.on("mouseover",()=>r.map.getContainer().classList.add("over-leg")),n.hit.on("mouseou\
t",()=>r.map.getContainer().classList.remove("over-leg")),r.legs.set(n.id,n)}}function yt(e){let t=e?JSON.stringify(e):"";if(t===r.adopted)return;r.adopted=t;let n=e?
e.lines:{};r.legs.forEach((s,i)=>{(s!==r.served.legs.get(i)||n[i])&&Fn.forEach(a=>s[a].remove())}),r.legs=new Map(r.served.legs),xe({features:Object.keys(n).map(
s=>({properties:{leg_id:s},geometry:{type:"LineString",coordinates:n[s]}}))});let o=r.served.places;r.places=e?{...o,nodes:{...o.nodes,...e.nodes},legs:{...o.legs,
...e.legs}}:o}function bt(e){let t=new Set(e.legs),n=new Set(e.context),o=new Set(e.alternatives.flatMap(i=>i.legs));r.legs.forEach(function(i,a){let c=t.has(a),
l=!c&&o.has(a),u=!c&&(l||n.has(a));B(i.context,u),B(i.casing,c),B(i.line,c),B(i.core,c&&be(i)),B(i.hit,c||u),c?$n(i,a===e.selected):u&&_n(i,l)});let s=[...new Set(
[...e.legs,...e.alternatives.flatMap(i=>i.legs)])];r.stops.legs=s.map(i=>r.legs.get(i)).filter(Boolean).map(Dn),ft(e),wt(e.legs,["line","core","hit"]),t.has(e.selected)&&
wt([e.selected],["casing","line","core"])}function Dn(e){let t=function(){let n=me(e.id);return n?r.map.containerPointToLatLng(n.point):e.line.getBounds().getCenter()};
return{id:e.id,element:()=>e.hit.getElement(),at:t,open:()=>y(e.id,"leg"),layer:e.hit,label:()=>se(e).innerText}}function Wn(e){let{geometry:t,properties:n}=e,o=L.
GeoJSON.coordsToLatLngs(t.coordinates,t.type==="LineString"?0:1),s=(i,a)=>L.polyline(o,{pane:i,renderer:r.svg[i],interactive:!1,lineCap:"butt",smoothFactor:1,...a});
return{id:n.leg_id||e.id,fidelity:n.fidelity,context:s("context"),casing:s("casing",{className:"casing",lineCap:"round"}),line:s("legs"),core:s("legs",{className:"\
core"}),hit:s("hit",{interactive:!0,weight:v.hit,opacity:0,className:"hit",bubblingMouseEvents:!1})}}function _n(e,t){let n=xt(e);e.context.setStyle({color:Lt(n),
weight:t?v.alternative:v.context,opacity:t?.7:.5,dashArray:n.dash||null})}function $n(e,t){let n=xt(e),o=n.dash||null,s=r.look.fidelity[Et(e)],i=r.discs.get(e.id),
a=(be(e)?1:s.width)*(i?S.widths[i.level]:1),c=v.emphasised*a+(t?v.selected:0);be(e)&&e.core.setStyle({weight:c*.45,opacity:1,dashArray:o}),e.line.setStyle({color:Lt(
n),weight:c,opacity:s.opacity,dashArray:o}),e.casing.setStyle({weight:c+v.casing+(t?3:0),opacity:1}),e.casing.getElement()?.classList.toggle("selected",t)}function xt(e){
return r.look.modes[r.places.legs[e.id].mode]}function Lt(e){return r.scene.dark?e.dark:e.light}function Et(e){return e.fidelity||r.places.legs[e.id].fidelity}function be(e){
return Et(e)==="schematic"}function B(e,t){let n=r.map.hasLayer(e);t&&!n&&e.addTo(r.map),!t&&n&&e.remove()}function wt(e,t){e.map(n=>r.legs.get(n)).filter(Boolean).
forEach(n=>t.forEach(o=>n[o].bringToFront()))}function Le(e,t,n){let o=n.map(function([c,l]){let u=m(c,"button");return u.type="button",u.tabIndex=-1,u.addEventListener("click",function(){r.map.closePopup(),
l()}),u}),s=document.createElement("div");s.className="map-choices",s.append(...o);let i=document.createElement("div");i.append(m(t,"strong"),s);let a=r.map.getSize();
L.popup({className:"map-ask",closeButton:!1,autoPan:!0,autoPanPadding:[12,48],offset:[0,-4],maxWidth:Math.min(320,a.x-40),maxHeight:Math.max(120,a.y-120)}).setLatLng(
e).setContent(i).openOn(r.map),o[0].focus({preventScroll:!0})}function vt(e){r.nodes.clearLayers(),r.stops.nodes=[];let t=e.around.filter(n=>!e.nodes.includes(n));[...t,...e.nodes].filter(n=>r.places.nodes[n]).forEach(n=>Hn(
e,n,{isFaint:t.includes(n),isChosen:n===e.place})),r.stops.nodes=[...r.stops.nodes.slice(t.length),...r.stops.nodes.slice(0,t.length)],[["origin","A"],["destina\
tion","B"]].forEach(function([n,o]){let s=r.places.nodes[e[n]];if(!s)return;let i=L.divIcon({className:`map-end map-${n}`,html:o,iconSize:[w.end,w.end]});L.marker(
s.at,{icon:i,pane:"badges",interactive:!1,keyboard:!1}).addTo(r.nodes)})}function Hn(e,t,{isFaint:n,isChosen:o}){let s=r.places.nodes[t],i=L.circleMarker(s.at,{
pane:"nodes",...Gn(s,n,o),className:`node node-${s.kind}${n?" faint":""}${o?" selected":""}`,fillOpacity:1,bubblingMouseEvents:!1});Q(i,()=>ie(t),{});let a=()=>Un(
e,t);i.on("click",a),r.nodes.addLayer(i),r.stops.nodes.push({id:t,element:()=>i.getElement(),at:()=>i.getLatLng(),open:a,layer:i,label:()=>ie(t).innerText})}function Un(e,t){
let n=r.clusters.get(t)?.members||[];e.askEnds?Vn(t):n.length>1?Le(r.places.nodes[t].at,f().list,n.map(o=>[x(o),()=>y(o,"node")])):y(t,"node")}function Gn(e,t,n){
return n?{radius:7,weight:4}:t?{radius:2.6,weight:1}:{radius:e.kind==="city"?5:3.8,weight:1.6}}function Vn(e){let{from_here:t,to_here:n}=f(),o=[["origin",t],["d\
estination",n]].map(([s,i])=>[i,()=>y(e,s)]);Le(r.places.nodes[e].at,x(e),o)}var kt="(-?[0-9]{1,3}(?:\\.[0-9]{1,4})?)",qn=new RegExp(`^${kt}_${kt}_([0-9]{1,2}(?:\\.[0-9]{1,2})?)$`),Zn=85,jn=180,Kn=1,Yn=14;function St(e){let t=qn.exec(e);
if(!t)return null;let[n,o,s]=t.slice(1).map(Number);return Tt(n,o,s)?{lat:n+0,lon:o+0,zoom:s}:null}function At(e){let t=[e.lat.toFixed(4),e.lon.toFixed(4),e.zoom.
toFixed(2)].map(Number);return Tt(...t)?t.join("_"):null}function Tt(e,t,n){return Math.abs(e)<=Zn&&Math.abs(t)<=jn&&n>=Kn&&n<=Yn}function Ot(){try{return St(new URL(window.parent.location.href).searchParams.get("at")||"")}catch{return null}}function ee(e){try{let t=new URL(window.parent.location.
href);e(t.searchParams),window.parent.history.replaceState(window.parent.history.state,"",t)}catch{}}function Mt(e){let t=r.preset===null,n=r.preset!==e.preset;r.preset=e.preset,t?Jn(e):n?(r.own=!1,O(e.preset,!0)):!r.own&&e.preset==="whole"&&!r.map.getBounds().
pad(.02).contains(Ct())&&O("whole",!0)}function O(e,t){r.touched=!1;let n=e==="whole"?Ct():L.latLngBounds(r.look.presets[e].bounds),o={paddingTopLeft:[16,44],paddingBottomRight:[
16,16]};It()?r.map.fitBounds(n,{animate:t,reset:!t,maxZoom:C.zoom,...o}):r.map.setView(n.getCenter(),G.zoom,{animate:!1,reset:!0})}function Nt(e){if(!Xn(e.selected||
e.place||null)||!It())return;let t=Qn(e);if(!t||eo(t)&&r.map.getBounds().pad(-.06).contains(t))return;r.touched=!0;let n=window.matchMedia("(prefers-reduced-mot\
ion: reduce)").matches;r.map.flyToBounds(t.pad(.5),{maxZoom:C.zoom,animate:!n,duration:C.seconds})}function Jn(e){let t=Ot();if(!t){O(e.preset,!1);return}r.own=
!0,r.map.setView([t.lat,t.lon],t.zoom,{animate:!1})}function Xn(e){let t=r.followed===void 0,n=r.picked===e,o=e!==r.followed;return r.followed=e,r.picked=null,!!e&&
o&&!t&&!n}function It(){let e=r.map.getSize();return e.x>G.least&&e.y>G.least}function Qn(e){let t=r.legs.get(e.selected),n=r.places.nodes[e.place];return t?t.line.
getBounds():n?L.latLngBounds([n.at,n.at]):null}function eo(e){let t=[e.getNorthWest(),e.getSouthEast()].map(n=>r.map.latLngToContainerPoint(n));return t[0].distanceTo(
t[1])>=C.least||r.map.getZoom()>=C.zoom-.5}function to(e,t){return L.latLngBounds([Math.max(e.getSouth(),t.getSouth()),Math.max(e.getWest(),t.getWest())],[Math.
min(e.getNorth(),t.getNorth()),Math.min(e.getEast(),t.getEast())])}function Ct(){let e=L.latLngBounds([]);[...r.scene.legs,...r.scene.alternatives.flatMap(i=>i.
legs)].map(i=>r.legs.get(i)).filter(Boolean).forEach(i=>e.extend(i.line.getBounds())),r.scene.nodes.map(i=>r.places.nodes[i]).filter(Boolean).forEach(i=>e.extend(
i.at));let n=L.latLngBounds(r.look.presets.whole.bounds).pad(Ve),o=r.places.nodes[r.scene.place];return!(r.scene.origin||r.scene.destination||o&&!n.contains(o.at))&&
e.isValid()&&e.intersects(n)?to(e,n):e.isValid()?e:L.latLngBounds(r.look.presets.whole.bounds)}function Pt(){let e=r.map.getContainer(),{presets:t,preset:n,zoom_in:o,zoom_out:s,fingers:i}=f(),a=e.querySelector(".map-presets")||no(e);a.setAttribute("aria-l\
abel",t),a.replaceChildren(...r.look.order.map(function(c){let l=m(n[c],"button");return l.type="button",l.dataset.preset=c,l.tabIndex=-1,l.addEventListener("cl\
ick",()=>oo(c)),l})),[["in",o],["out",s]].forEach(function([c,l]){let u=e.querySelector(`.leaflet-control-zoom-${c}`);u&&(u.title=l,u.setAttribute("aria-label",
l))}),e.dataset.hint=i}function F(){r.map.getContainer().querySelectorAll(".map-presets button").forEach(function(e){e.setAttribute("aria-pressed",String(!r.own&&
e.dataset.preset===r.preset))})}function no(e){let t=document.createElement("div");return t.className="map-presets",t.setAttribute("role","group"),L.DomEvent.disableClickPropagation(
t),L.DomEvent.disableScrollPropagation(t),e.append(t),t}function oo(e){r.preset=e,r.own=!1,O(e,!0),ee(function(t){t.delete("at"),e==="whole"?t.delete("map"):t.set(
"map",e)}),F()}function Rt(e){r.scene=e,ro(e),r.ready&&Ee()}function Ee(){let e=r.scene;yt(e.own),r.discs=new Map((e.discs||[]).map(([t,n,o,s,i])=>[t,{id:t,text:n,level:o,note:s,
members:i}])),bt(e),vt(e),Pt(),I(),Fe(),Mt(e),Nt(e),F(),T(),H()}function ro(e){let t=document.documentElement;t.dataset.theme=e.dark?"dark":"light",t.lang=e.lang;
let n=r.map.getContainer();n.setAttribute("role","application"),n.setAttribute("aria-label",e.title);try{window.frameElement.title=e.title}catch{}}function zt(e){so(e),window.matchMedia("(pointer: coarse)").matches&&io(e)}function so(e){let t=e.getContainer();e.scrollWheelZoom.disable(),t.addEventListener(
"focusin",()=>e.scrollWheelZoom.enable()),t.addEventListener("focusout",()=>e.scrollWheelZoom.disable()),t.addEventListener("wheel",function(n){!n.ctrlKey&&!n.metaKey||
(n.preventDefault(),e.scrollWheelZoom.enable())},{passive:!1}),t.addEventListener("mouseleave",function(){t.contains(document.activeElement)||e.scrollWheelZoom.
disable()})}function io(e){let t=e.getContainer();e.dragging.disable();let n=0;t.addEventListener("touchmove",function(o){o.touches.length>1||(t.classList.add("\
hinting"),window.clearTimeout(n),n=window.setTimeout(()=>t.classList.remove("hinting"),900))},{passive:!0})}var ao=80;function Bt(e){let t=e.getContainer();for(let n of["pointerdown","keydown","wheel","touchstart"])t.addEventListener(n,function(o){!o.target.closest(".\
map-presets, .map-room")&&o.key!=="Tab"&&(r.touched=!0)},{capture:!0,passive:!0});e.on("moveend",function(){r.touched&&r.ready&&co(e),T(),H()})}function Ft(e){let t=e.
getContainer(),n=function(){window.innerHeight<ao||t.style.height===`${window.innerHeight}px`||(t.style.height=`${window.innerHeight}px`,e.invalidateSize({pan:!1}))};
window.addEventListener("resize",n),e.on("resize",function(){r.ready&&r.scene&&!r.own&&O(r.preset,!1),T()}),n()}function co(e){r.own=!0;let t=e.getCenter(),n=At(
{lat:t.lat,lon:t.lng,zoom:e.getZoom()});ee(o=>n===null?o.delete("at"):o.set("at",n)),F()}function Dt(e,t){performance.mark("map-start"),r.map=e,lo(e),r.urls=t,L.control.scale({imperial:!1,maxWidth:140}).addTo(e),Te(e),Be(e),Ft(e),zt(e),Bt(e);let n=Object.
fromEntries(Object.keys(t).filter(o=>o!=="railways").map(o=>[o,ye(o)]));uo(n).catch(function(o){let s=m(`The map could not be loaded (${o.message}).`,"p");s.className=
"map-fault",e.getContainer().append(s),console.error(o)})}function lo(e){for(let[t,n]of Ue){let o=e.createPane(t);o.style.zIndex=n,Ge.includes(t)||(o.style.pointerEvents=
"none")}for(let t of["nodes","labels","beside","badges","numbers"])r[t]=L.layerGroup().addTo(e)}async function uo(e){let[t,n,o,s]=await Promise.all([e.legs,e.places,
e.look,e.countries]);performance.mark("map-data"),xe(t),r.places=n,r.served={legs:new Map(r.legs),places:n},r.look=o,r.ready=!0,r.scene&&Ee(),X("countries",s),performance.
mark("map-drawn");for(let i of pt.filter(a=>e[a])){let a=await e[i];await mo(),X(i,a)}T(),gt(r.map)}function mo(){return new Promise(e=>{window.setTimeout(e,0)})}window.corridorMap={start:Dt,show:Rt};})();
