/* Built by "make map" from static/map/src: change it there. 983614c3d5a48268 b50023a10303c401 */
(()=>{var r={map:null,scene:null,ready:!1,legs:new Map,places:null,look:null,served:null,adopted:"",nodes:null,labels:null,beside:null,badges:null,numbers:null,svg:{},
discs:new Map,clusters:new Map,preset:null,own:!1,touched:!1,followed:void 0,picked:null,clicks:0,stops:{numbers:[],nodes:[],legs:[]},focus:null,asked:null,urls:{},
rivers:null};function oe([e,t,n,o],{units:s,lang:i,basis:a,digits:c,unit:l="h",inDaysFrom:u=1/0}){let d=o===1?5:c,g=l==="h"&&e>=u,[h,b]=g?["d",24]:[l,1],ne=new Intl.NumberFormat(
i,{maximumSignificantDigits:d}),C=Gt=>ne.format(Gt/b),_t=new Intl.PluralRules(i).select(Number((e/b).toPrecision(d))),$t=s[h][_t]||s[h].other,Ht=C(t)===C(n)?"":
` (${C(t)}–${C(n)})`,Ut=a?`, ${a[o]}`:"";return $t.replace("{value}",C(e))+Ht+Ut}var Vt="500 12px Inter, 'Segoe UI', system-ui, sans-serif",Ae=document.createElement("canvas").getContext("2d"),re=new Map,jt=48;function f(){return r.look.words[r.
scene.lang]}function x(e){let t=r.places.nodes[e];return t?M(t.names):e}function M(e){return e[r.scene.lang]||e.en}function se(e){return r.discs.has(e)?r.discs.
get(e).note:""}function ie(e){let t=r.places.legs[e.id],n=(r.scene.backwards||[]).includes(e.id),o=n?t.ends.slice().reverse():t.ends,{modes:s,statuses:i,marks:a,
drawn:c,mm:l,no_time:u}=f(),d=t.gauge?`, ${t.gauge} ${l}`:"",g=n&&t.hours_back||t.hours;return ke([[`${x(o[0])} – ${x(o[1])}`,"strong"],[se(e.id)],[`${s[t.mode]}${d}\
 · ${i[t.status]}`],[`${g?qt(g):u} · ${t.km?Zt(t.km):""}`.replace(/ · $/,"")],[a[(r.scene.marks||{})[e.id]]],[c[e.fidelity||t.fidelity],"small"]])}function ae(e){
let t=f().kinds[r.places.nodes[e].kind];return ke([[x(e),"strong"],[se(e)],[t,se(e)&&"small"]])}function D(e){return[...e.children].map(t=>t.textContent).join("\
. ")}function m(e,t="span"){let n=document.createElement(t);return n.textContent=e,n}function N(e){return re.has(e)||(Ae.font=Vt,re.set(e,Math.ceil(Ae.measureText(
e).width)+1)),re.get(e)}function qt(e){return oe(e,{units:f().units,lang:r.scene.lang,basis:f().basis,digits:2,inDaysFrom:jt})}function Zt(e){return oe(e,{units:f().
units,lang:r.scene.lang,basis:null,digits:3,unit:"km"})}function ke(e){let t=document.createElement("div");return t.append(...e.filter(([n])=>n).map(([n,o])=>m(
n,o||"div"))),t}var Kt={wide:"M7 7 2 12l5 5v-3.600h10V17l5-5-5-5v3.600H7z",full:"M3 3h7v2.500H5.500V10H3zM14 3h7v7h-2.500V5.500H14zM3 14h2.500v4.500H10V21H3zM18.500 14H21v7h-7v\
-2.500h4.500z"},Te="data-map-wide",ce="data-fills";function Oe(e){let t=new L.Control({position:"topleft"});t.onAdd=function(){let n=L.DomUtil.create("div","lea\
flet-bar map-room");return L.DomEvent.disableClickPropagation(n),n.append(Se("wide",Yt),Se("full",Jt)),n},t.addTo(e),document.addEventListener("fullscreenchange",
I)}function I(){let e={wide:Ne()?.hasAttribute(Te)||!1,full:Me()};for(let[t,n]of Object.entries(e)){let o=r.map.getContainer().querySelector(`.map-${t}`);o&&(o.
title=f()[t],o.setAttribute("aria-label",f()[t]),o.setAttribute("aria-pressed",String(n)))}}function le(){return Me()?(document.fullscreenElement&&document.exitFullscreen(),
W()?.removeAttribute(ce),I(),!0):!1}function Me(){return!!document.fullscreenElement||!!W()?.hasAttribute(ce)}function Yt(){Ne()?.toggleAttribute(Te),I()}async function Jt(){
if(!le()){try{await document.documentElement.requestFullscreen()}catch{W()?.setAttribute(ce,"")}I()}}function W(){try{return window.frameElement}catch{return null}}
function Ne(){return W()?.ownerDocument.documentElement}function Se(e,t){let n=document.createElement("button");n.type="button",n.className=`map-${e}`,n.tabIndex=
-1;let o="http://www.w3.org/2000/svg",s=document.createElementNS(o,"svg"),i=document.createElementNS(o,"path");return s.setAttribute("viewBox","0 0 24 24"),s.setAttribute(
"aria-hidden","true"),i.setAttribute("d",Kt[e]),s.append(i),n.append(s),n.addEventListener("click",t),n}var Ie={ArrowRight:(e,t)=>(e+1)%t,ArrowLeft:(e,t)=>(e-1+t)%t,Home:()=>0,End:(e,t)=>t-1},Xt={ArrowDown:1,ArrowUp:-1};function Re(e,t,n){return n in Ie?Qt(e,t,n):
en(e,t,n)}function Qt(e,[t,n],o){let s=e[t]||0;return s?[t,Ie[o](n,s)]:null}function en(e,[t],n){let o=Xt[n];if(!o)return null;for(let s=t+o;s>=0&&s<e.length;s+=
o)if(e[s])return[s,0];return null}var tn=2,nn=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Home","Enter"," "];function Ce(e,t){if(!nn.includes(t))return null;let n=t==="ArrowUp"?0:e.findIndex(
(o,s)=>s>=tn&&o.length);return n>=0&&e[n]?.length?[n,0]:null}function Pe(e){for(let[t,n]of e.entries()){let o=n.findIndex(s=>s.element()===document.activeElement);
if(o>=0)return[t,o]}return null}function _(e=!1){let t=r.map.getContainer(),n=[...t.querySelectorAll(".map-choices button")];return n.length&&!e?[n.map(ue)]:[[...t.
querySelectorAll(".map-presets button")].map(ue),[...t.querySelectorAll(".leaflet-control-zoom a, .map-room button")].filter(o=>o.offsetWidth).map(ue),r.stops.numbers,
r.stops.nodes,r.stops.legs]}function ue(e){return{id:e.dataset.preset||e.className,element:()=>e}}function $(e,t){let n=e.element();if(!n)return;e.at&&t&&r.map.
panInside(e.at(),{padding:[50,60],animate:!1});let o=e.element()||n;o.setAttribute("tabindex","-1"),o.dataset.stop=e.id,e.label&&(o.setAttribute("role","button"),
o.setAttribute("aria-label",e.label())),o.focus({preventScroll:!0}),e.layer&&(e.layer.openTooltip(e.at()),o.addEventListener("blur",()=>e.layer.closeTooltip(),{
once:!0}))}var H=90,Fe={ArrowLeft:[-H,0],ArrowRight:[H,0],ArrowUp:[0,-H],ArrowDown:[0,H]},ze={"+":"zoomIn","=":"zoomIn","-":"zoomOut"};function Be(e){let t=e.getContainer();
e.keyboard.disable(),t.tabIndex=0,t.querySelectorAll("a, button").forEach(o=>{o.tabIndex=-1});let n=document.createElement("p");n.id="map-help",n.className="map\
-help",t.append(n),t.setAttribute("aria-describedby",n.id),t.addEventListener("keydown",o=>{on(o)&&rn(o)&&o.preventDefault()}),t.addEventListener("mousedown",()=>{
t.contains(document.activeElement)||t.focus({preventScroll:!0})}),t.addEventListener("focusin",()=>me(t)),t.addEventListener("focusout",()=>window.setTimeout(()=>me(
t),0))}function De(){document.getElementById("map-help").textContent=f().keys}function U(){let e=r.map.getContainer();if(r.focus&&document.activeElement===document.
body&&document.hasFocus()){let t=_().flat().find(n=>n.id===r.focus);t&&$(t,!1)}me(e)}function me(e){let t=e.contains(document.activeElement)&&document.activeElement!==
e;e.tabIndex=t?-1:0,(document.activeElement===e||document.activeElement!==document.body)&&(r.focus=t&&document.activeElement.dataset.stop||null)}function on(e){
return!e.altKey&&!e.ctrlKey&&!e.metaKey}function rn(e){return e.key==="Escape"?an():e.shiftKey&&Fe[e.key]?(r.map.panBy(Fe[e.key]),!0):ze[e.key]?(r.map[ze[e.key]](),
!0):sn(e.key)}function sn(e){let t=_(),n=Pe(t);if(n&&(e==="Enter"||e===" "))return cn(t[n[0]][n[1]]);let o=n?Re(t.map(s=>s.length),n,e):Ce(t,e);return o&&$(t[o[0]][o[1]],
!0),!!o}function an(){let e=r.map.getContainer();if(e.querySelector(".leaflet-popup")){let t=_(!0).flat().find(n=>n.id===r.asked);return r.map.closePopup(),t?$(
t,!1):e.focus({preventScroll:!0}),!0}if(le())return!0;if(document.activeElement!==e)return e.focus({preventScroll:!0}),!0;try{let t=window.frameElement,n=[...t.
ownerDocument.querySelectorAll(".cx-after-map")].find(o=>t.compareDocumentPosition(o)&Node.DOCUMENT_POSITION_FOLLOWING);return n?.focus(),!!n}catch{return!1}}function cn(e){
return e.open?(r.asked=e.id,e.open(),!0):!1}function We(e,t){let n=[];for(let o of e){let s=o.members.length?t(o.id):void 0,i=s&&n.find(a=>a.point&&Math.hypot(a.point.x-s.x,a.point.y-s.y)<19);if(!i){n.push(
{...o,point:s,with:[o.id]});continue}i.members=[...i.members,...o.members],i.text=String(i.members.length),i.level=Math.min(i.level,o.level),i.with.push(o.id)}return n}function fe(e){let t=ln(r.legs.get(e).line.getLatLngs()).map(i=>r.map.latLngToContainerPoint(i)),n=t.slice(1).map((i,a)=>i.distanceTo(t[a])),o=n.reduce((i,a)=>i+
a,0),s=o/2;for(let[i,a]of n.entries()){if(s<=a&&a>0){let c=t[i+1].subtract(t[i]);return{length:o,point:t[i].add(c.multiplyBy(s/a))}}s-=a}return null}function G(e){
return e.filter(t=>r.legs.has(t)).map(t=>({id:t,...fe(t)})).filter(t=>t.point)}function _e(e){let t=[];for(let n of e){let o=r.places.legs[n];if(!o||!r.legs.has(
n))continue;let s=t.at(-1);s&&s.mode===o.mode&&o.ends.some(a=>s.ends.includes(a))?(s.legs.push(n),s.ends=o.ends):t.push({mode:o.mode,legs:[n],ends:o.ends})}return t}
function ln(e){return Array.isArray(e[0])?e.reduce((t,n)=>n.length>t.length?n:t):e}function y(e,t){r.clicks+=1,r.picked=e,window.Streamlit.setComponentValue({id:e,kind:t,n:r.clicks})}function He(e,t,n={}){let o=[],s=c=>dn(c,e)&&o.every(l=>!pn(c,l)),i=Object.fromEntries(Object.entries(n).map(([c,l])=>[c,un(l)])),a=[];for(let c of t){if(c.blocked){
o.push(c.blocked);continue}let l=c.boxes.map((h,b)=>[h,b]).filter(([h])=>s(h)),u=(c.shuns||[[]]).map(h=>l.find(([b])=>h.every(ne=>!i[ne]?.(b)))).find(Boolean);if(!u)
continue;let[d,g]=u;o.push(fn(d,c.margin||0)),a.push({wish:c,choice:g})}return a}function E(e,t,n=t){return[e.x-t/2,e.y-n/2,e.x+t/2,e.y+n/2]}function P(e,t,n,o){
let s=(l,u)=>[l,u,l+t,u+n],i=e.x-t/2,a=e.x+o,c=e.x-t-o;return[s(a,e.y-n/2),s(i,e.y-n-o+1),s(i,e.y+o-1),s(c,e.y-n/2),s(a-2,e.y-n-2),s(a-2,e.y+2),s(c+2,e.y-n-2),s(
c+2,e.y+2),s(i,e.y-n*2-2),s(i,e.y+n+2),s(a+12,e.y-n-12),s(a+12,e.y+12),s(c-12,e.y-n-12),s(c-12,e.y+12)]}function Ue(e,t){let n=(o,s,i)=>Math.max(2-o,Math.min(0,
i-2-s));return[n(e[0],e[2],t.x),n(e[1],e[3],t.y)]}function un(e){let t=new Map;for(let n of e){let o=$e(Math.floor(n.x/16),Math.floor(n.y/16));t.has(o)||t.set(o,
[]),t.get(o).push(n)}return function(n){for(let o=Math.floor(n[0]/16);o<=Math.floor(n[2]/16);o+=1)for(let s=Math.floor(n[1]/16);s<=Math.floor(n[3]/16);s+=1)if((t.
get($e(o,s))||[]).some(i=>mn(i,n)))return!0;return!1}}function $e(e,t){return`${e} ${t}`}function mn(e,t){return e.x>=t[0]&&e.x<=t[2]&&e.y>=t[1]&&e.y<=t[3]}function fn(e,t){
return[e[0]-t,e[1]-t,e[2]+t,e[3]+t]}function dn(e,t){return e[0]>2&&e[1]>2&&e[2]<t.x-2&&e[3]<t.y-2}function pn(e,t){return e[2]>=t[0]&&e[0]<=t[2]&&e[3]>=t[1]&&e[1]<=
t[3]}var Ge=[["land",210],["water",220],["rail",230],["borders",240],["names",250],["context",410],["casing",420],["legs",430],["hit",440],["nodes",450],["badges",460],
["labels",470],["numbers",480]],Ve=["hit","nodes","numbers"],v={emphasised:4.2,alternative:2.2,context:1.5,casing:3.2,hit:16,selected:1.5},w={size:22,end:24},R={
least:70,zoom:7.5,seconds:.6},je=.12,V={least:90,zoom:3},A={height:16,gap:7,margin:3},k={size:20,widths:{1:1.9,2:1.5,3:1.2,4:1}},j={size:20,least:64},F={size:16,
least:24},q={height:18,margin:8},p={height:15,margin:4,pad:4,gap:3,dot:5,tries:9,apart:18},qe=5.5,Ze=[[0,-14],[0,14],[-14,0],[14,0],[-12,-12],[12,-12]],Ke=[[0,0],
[0,-16],[0,16]];function Ye(e){let t=new Map;e.alternatives.forEach(i=>i.legs.forEach(a=>t.set(a,(t.get(a)||0)+1)));let n=r.map.getSize(),o=i=>i.x>0&&i.y>0&&i.x<n.x&&i.y<n.y;return[
...e.alternatives].sort((i,a)=>+(a.id===e.chosen)-+(i.id===e.chosen)).map(function(i){let a=G(i.legs).filter(c=>o(c.point)).sort((c,l)=>t.get(c.id)-t.get(l.id)||
l.length-c.length);return Z(a,w.size,c=>gn(i,i.id===e.chosen,c),A.margin)})}function Je(){let e=We([...r.discs.values()],S);return r.clusters=new Map(e.flatMap(
t=>t.with.map(n=>[n,t]))),e.map(function(t){let n=S(t.id)?[{point:S(t.id)}]:G([t.id]);return Z(n,k.size,o=>pe({className:`map-disc level-${t.level}`,html:m(t.text)},
k.size,o))})}function Xe(e){return Object.entries(e.marks||{}).map(function([t,n]){let o=S(t),s=o?Ze.map(i=>({point:o.add(i)})):de([t],F.least);return tt(s,r.look.
marks[n],`map-sign map-mark ${n}`)})}function Qe(e){let t=e.marks||{};return e.legs.filter(n=>r.places.legs[n]&&!t[n]).map(n=>[n,r.look.signs[r.places.legs[n].status]]).
filter(([,n])=>n).map(([n,o])=>tt(de([n],F.least),o,"map-sign"))}function et(e){return _e(e.legs).map(function(t){let n=de(t.legs,j.least).sort((o,s)=>s.length-
o.length);return Z(n,j.size,o=>pe({className:"map-badge",html:hn(r.look.modes[t.mode],e.dark)},j.size,o))})}function S(e){let t=r.places.nodes[e];return t&&r.map.
latLngToContainerPoint(t.at)}function de(e,t){return G(e).filter(n=>n.length>=t)}function tt(e,t,n){return Z(e,F.size,o=>pe({className:n,html:m(t)},F.size,o))}function Z(e,t,n,o=0){
return{boxes:e.map(s=>E(s.point,t)),margin:o,draw:s=>n(e[s].point)}}function pe(e,t,n){let o=L.divIcon({...e,iconSize:[t,t]});L.marker(r.map.containerPointToLatLng(
n),{icon:o,pane:"badges",interactive:!1,keyboard:!1}).addTo(r.badges)}function gn(e,t,n){let o=L.divIcon({className:`map-number${t?" chosen":""}`,html:m(e.label),
iconSize:[w.size,w.size]}),s=L.marker(r.map.containerPointToLatLng(n),{icon:o,pane:"numbers",title:e.title,alt:e.title,keyboard:!1}),i=()=>y(e.id,"route");s.on(
"click",i),s.addTo(r.numbers);let a=s.getElement();a.setAttribute("role","button"),a.setAttribute("tabindex","-1"),a.setAttribute("aria-label",e.title),a.setAttribute(
"aria-pressed",String(t)),r.stops.numbers.push({id:`route ${e.id}`,element:()=>a,at:()=>s.getLatLng(),open:i})}function hn(e,t){let n="http://www.w3.org/2000/sv\
g",o=document.createElementNS(n,"svg");o.setAttribute("viewBox","0 0 24 24"),o.setAttribute("aria-hidden","true");let s=document.createElementNS(n,"path");return s.
setAttribute("d",e.path),s.setAttribute("fill-rule","evenodd"),s.setAttribute("fill",t?e.dark:e.light),o.append(s),o}var wn=5,yn=2,bn=[[5,5],[5,-5],[-5,5],[-5,-5]],K=40;function ot(e){let t=e.alternatives.filter(a=>a.look).flatMap(a=>a.legs),n=new Set([...e.legs,...t]),o=[...e.
context,...e.alternatives.flatMap(a=>a.legs)].filter(a=>!n.has(a)),s=nt(n),i=t.length?s.flatMap(a=>bn.map(c=>a.add(c))):[];return{strong:[...s,...i],weak:nt(new Set(
o))}}function Y(e){if(Array.isArray(e[0]))return e.flatMap(Y);let t=r.map.getSize(),n=L.bounds([-K,-K],[t.x+K,t.y+K]);return xn(e.map(o=>r.map.latLngToContainerPoint(
o))).filter(o=>n.contains(o))}function xn(e){let t=e.slice(0,1),n=e[0];for(let o of e.slice(1)){let s=n.distanceTo(o);if(s<yn)continue;let i=Math.ceil(s/wn);for(let a=1;a<=
i;a+=1)t.push(n.add(o.subtract(n).multiplyBy(a/i)));n=o}return t}function nt(e){return[...e].map(t=>r.legs.get(t)).filter(Boolean).flatMap(t=>Y(t.line.getLatLngs()))}var Ln=[["strong","weak"],["strong"]];function rt(){return r.places.countries.map(e=>at(e.spots,M(e.names),"map-country",q.margin))}function st(){return lt(r.places.
seas).map(e=>at(e.spots,M(e.names),"map-water",p.margin))}function ge(){return r.rivers?Object.entries(r.places.rivers).filter(([,e])=>ut(e)).map(function([e,t]){
let n=M(t.names),o=N(n)+p.pad,s=Y(r.rivers.get(e)||[]),i=Math.max(1,Math.floor(s.length/p.tries)),a=Math.floor(s.length/2),l=s.map((u,d)=>[Math.abs(d-a),u]).filter(
([u])=>u%i===0).sort(([u],[d])=>u-d).map(([,u])=>u).flatMap(u=>P(u,o,p.height,p.gap).slice(0,4));return he(l,n,"map-water",p.margin,o,p.height)}):[]}function it(e){
return lt(r.places.capitals).map(t=>({capital:t,point:r.map.latLngToContainerPoint(t.at)})).filter(({point:t})=>e.every(n=>n.point.distanceTo(t)>p.apart)).map(function({
capital:t,point:n}){let o=M(t.names),s=N(o)+2,i=P(n,s,p.height,p.dot).slice(0,8),a=he(i,o,"map-capital",p.margin,s,p.height),c=a.draw;return a.draw=function(l){
c(l),ct("","map-dot",E(n,p.dot))},a})}function at(e,t,n,o){let s=(N(t)*.62+6)*2,i=e.map(c=>r.map.latLngToContainerPoint(c)),a=Ke.flatMap(c=>i.map(l=>E(l.add(c),
s,q.height)));return he(a,t,n,o,s,q.height)}function he(e,t,n,o){return{boxes:e,margin:o,shuns:Ln,draw:s=>ct(t,n,e[s])}}function ct(e,t,n){let o=L.divIcon({className:t,
html:m(e),iconSize:[n[2]-n[0],n[3]-n[1]]}),s=[(n[0]+n[2])/2,(n[1]+n[3])/2];L.marker(r.map.containerPointToLatLng(s),{icon:o,pane:"names",interactive:!1,keyboard:!1}).
addTo(r.labels)}function lt(e){return e.filter(ut)}function ut(e){return r.map.getZoom()>=e.from}var En=[0,0,44,156],mt=[150,34],vn=[["strong"],[]],J=20,An=6;function T(){let e=r.scene;if(!r.ready||!e)return;r.labels.clearLayers(),r.badges.clearLayers(),r.numbers.
clearLayers(),r.stops.numbers=[];let t=kn(e),n=r.map.getSize(),o=[{blocked:En},{blocked:Nn()},{blocked:[0,n.y-mt[1],mt[0],n.y]},...[e.origin,e.destination].map(
S).filter(Boolean).map(s=>({blocked:E(s,w.end)})),...Ye(e),...Je(),...t.filter(s=>!r.discs.has(s.id)).map(s=>({blocked:E(s.point,An)})),...Xe(e),...t.filter(s=>Sn(
e,s.id)).map(s=>Tn(e,s)),...Qe(e),...et(e),...st(),...ge().slice(0,1),...rt(),...it(t),...ge().slice(1)];He(n,o,ot(e)).forEach(({wish:s,choice:i})=>s.draw(i))}function kn(e){
let t=r.map.getSize();return e.nodes.map(n=>({id:n,point:S(n)})).filter(({point:n})=>n&&n.x>-J&&n.y>-J&&n.x<t.x+J&&n.y<t.y+J)}function Sn(e,t){return r.places.nodes[t].
kind!=="project"||t===e.place}function Tn(e,t){let n=x(t.id),o=N(n)+2,s=P(t.point,o,A.height,A.gap+On(e,t.id));return{boxes:s,margin:A.margin,shuns:vn,draw:i=>Mn(
n,t,s[i],o)}}function On(e,t){return[e.origin,e.destination,e.place].includes(t)?w.end/2-2:r.discs.has(t)?k.size/2-3:0}function Mn(e,t,n,o){let s=L.divIcon({className:"\
map-label",html:m(e),iconSize:[o,A.height],iconAnchor:[t.point.x-n[0],t.point.y-n[1]]});L.marker(r.places.nodes[t.id].at,{icon:s,pane:"labels",interactive:!1,keyboard:!1}).
addTo(r.labels)}function Nn(){let e=r.map.getContainer().querySelector(".map-presets"),t=e?.lastElementChild;return t?[0,0,e.offsetLeft+t.offsetLeft+t.offsetWidth,
e.offsetTop+e.offsetHeight]:[0,0,0,0]}function ft(e,t){let n=In(e);if(n.length<2||!t)return n;let o=n.slice(1).map((s,i)=>Rn(n[i],s));return n.map(function(s,i){let a=o[Math.max(i-1,0)],c=o[Math.min(
i,o.length-1)],l=a.x+c.x,u=a.y+c.y,d=l*l+u*u,g=d<1e-6?0:Math.min(2/d,1.6/Math.sqrt(d)),[h,b]=g?[l*g,u*g]:[a.x,a.y];return{x:s.x+h*t,y:s.y+b*t}})}function In(e){
return e.filter((t,n)=>n===0||Math.hypot(t.x-e[n-1].x,t.y-e[n-1].y)>=.5)}function Rn(e,t){let n=Math.hypot(t.x-e.x,t.y-e.y);return{x:-(t.y-e.y)/n,y:(t.x-e.x)/n}}var Cn=1.4,Pn=1.5,we=null;function dt(e){we||=Fn(),r.beside.clearLayers();for(let t of e.alternatives.filter(n=>n.look))t.legs.forEach(function(n,o){let s=r.legs.
get(n);if(!s)return;let i=(t.lanes||[])[o]||0,a={pane:"legs",renderer:r.svg.legs,interactive:!1,smoothFactor:1,lane:i*(t.look.weight+Cn)};new we(s.line.getLatLngs(),
{...a,className:"casing",weight:t.look.weight+2,lineCap:"round",pane:"casing",renderer:r.svg.casing}).addTo(r.beside),new we(s.line.getLatLngs(),{...a,className:"\
beside",lineCap:t.look.dashArray?"butt":"round",...t.look}).addTo(r.beside)})}function Fn(){return L.Polyline.extend({_projectLatlngs(e,t,n){let o=[];L.Polyline.
prototype._projectLatlngs.call(this,e,o,n);for(let s of o){let i=L.LineUtil.simplify(s,Pn);t.push(ft(i,this.options.lane).map(({x:a,y:c})=>L.point(a,c)))}}})}var X={fill:!1,smoothFactor:1.5},pt={stroke:!1,smoothFactor:1.2},zn={countries:["land","land",pt],lakes:["water","lake",pt],rivers:["water","river",X],railways:[
"rail","railway",X],borders:["borders","border",X],disputed:["borders","border disputed",X]},gt=["borders","disputed","lakes","rivers"],Bn="Danube";function ye(e){
return L.svg({pane:e,padding:.5})}function Q(e,t){let[n,o,s]=zn[e],i=({properties:c})=>({className:c?.name===Bn?`${o} main`:o,...s}),a=L.geoJSON(t,{pane:n,renderer:ye(
n),interactive:!1,style:i}).addTo(r.map);e==="rivers"&&(r.rivers=new Map,a.eachLayer(c=>r.rivers.set(c.feature.properties.name,c.getLatLngs())))}async function be(e){
let t=await fetch(r.urls[e]);if(!t.ok)throw new Error(`${e}: ${t.status}`);return t.json()}function ht(e){let t=null,n=function(){let o=e.getZoom()>=qe;e.getPane(
"rail").style.display=o?"":"none",!(!o||t||!r.urls.railways)&&(t=be("railways").then(s=>Q("railways",s)).catch(s=>console.error(s)))};e.on("zoomend",n),n()}var wt=null;function ee(e,t,n){wt||=Dn();let o=new wt({direction:"top",className:"map-tip",...n});o.setContent(t),e.bindTooltip(o);let s=()=>e.getElement()?.setAttribute(
"tabindex","-1");e.on("add",s),s()}function Dn(){return L.Tooltip.extend({_setPosition(e){L.Tooltip.prototype._setPosition.call(this,e);let t=this._container,o=this.
_map.layerPointToContainerPoint(L.DomUtil.getPosition(t)),s=[parseFloat(getComputedStyle(t).marginLeft)||0,parseFloat(getComputedStyle(t).marginTop)||0],i=o.x+s[0],
a=o.y+s[1],[c,l]=Ue([i,a,i+t.offsetWidth,a+t.offsetHeight],r.map.getSize());(c||l)&&L.DomUtil.setPosition(t,L.DomUtil.getPosition(t).add([c,l])),t.classList.toggle(
"moved",!!(c||l))}})}var Wn=["context","casing","line","core","hit"];function Le(e){for(let t of["context","casing","legs","hit"])r.svg[t]||=ye(t);for(let t of e.features){let n=$n(
t);ee(n.hit,()=>ie(n),{sticky:!0}),n.hit.on("click",()=>y(n.id,"leg")),n.hit.on("mouseover",()=>r.map.getContainer().classList.add("over-leg")),n.hit.on("mouseo\
ut",()=>r.map.getContainer().classList.remove("over-leg")),r.legs.set(n.id,n)}}function bt(e){let t=e?JSON.stringify(e):"";if(t===r.adopted)return;r.adopted=t;let n=e?
e.lines:{};r.legs.forEach((s,i)=>{(s!==r.served.legs.get(i)||n[i])&&Wn.forEach(a=>s[a].remove())}),r.legs=new Map(r.served.legs),Le({features:Object.keys(n).map(
s=>({properties:{leg_id:s},geometry:{type:"LineString",coordinates:n[s]}}))});let o=r.served.places;r.places=e?{...o,nodes:{...o.nodes,...e.nodes},legs:{...o.legs,
...e.legs}}:o}function xt(e){let t=new Set(e.legs),n=new Set(e.context),o=new Set(e.alternatives.flatMap(i=>i.legs));r.legs.forEach(function(i,a){let c=t.has(a),
l=!c&&o.has(a),u=!c&&(l||n.has(a));z(i.context,u),z(i.casing,c),z(i.line,c),z(i.core,c&&xe(i)),z(i.hit,c||u),c?Un(i,a===e.selected):u&&Hn(i,l)});let s=[...new Set(
[...e.legs,...e.alternatives.flatMap(i=>i.legs)])];r.stops.legs=s.map(i=>r.legs.get(i)).filter(Boolean).map(_n),dt(e),yt(e.legs,["line","core","hit"]),t.has(e.selected)&&
yt([e.selected],["casing","line","core"])}function _n(e){let t=function(){let n=fe(e.id);return n?r.map.containerPointToLatLng(n.point):e.line.getBounds().getCenter()};
return{id:e.id,element:()=>e.hit.getElement(),at:t,open:()=>y(e.id,"leg"),layer:e.hit,label:()=>D(ie(e))}}function $n(e){let{geometry:t,properties:n}=e,o=L.GeoJSON.
coordsToLatLngs(t.coordinates,t.type==="LineString"?0:1),s=(i,a)=>L.polyline(o,{pane:i,renderer:r.svg[i],interactive:!1,lineCap:"butt",smoothFactor:1,...a});return{
id:n.leg_id||e.id,fidelity:n.fidelity,context:s("context"),casing:s("casing",{className:"casing",lineCap:"round"}),line:s("legs"),core:s("legs",{className:"core"}),
hit:s("hit",{interactive:!0,weight:v.hit,opacity:0,className:"hit",bubblingMouseEvents:!1})}}function Hn(e,t){let n=Lt(e);e.context.setStyle({color:Et(n),weight:t?
v.alternative:v.context,opacity:t?.7:.5,dashArray:n.dash||null})}function Un(e,t){let n=Lt(e),o=n.dash||null,s=r.look.fidelity[vt(e)],i=r.discs.get(e.id),a=(xe(
e)?1:s.width)*(i?k.widths[i.level]:1),c=v.emphasised*a+(t?v.selected:0);xe(e)&&e.core.setStyle({weight:c*.45,opacity:1,dashArray:o}),e.line.setStyle({color:Et(n),
weight:c,opacity:s.opacity,dashArray:o}),e.casing.setStyle({weight:c+v.casing+(t?3:0),opacity:1}),e.casing.getElement()?.classList.toggle("selected",t)}function Lt(e){
return r.look.modes[r.places.legs[e.id].mode]}function Et(e){return r.scene.dark?e.dark:e.light}function vt(e){return e.fidelity||r.places.legs[e.id].fidelity}function xe(e){
return vt(e)==="schematic"}function z(e,t){let n=r.map.hasLayer(e);t&&!n&&e.addTo(r.map),!t&&n&&e.remove()}function yt(e,t){e.map(n=>r.legs.get(n)).filter(Boolean).
forEach(n=>t.forEach(o=>n[o].bringToFront()))}function Ee(e,t,n){let o=n.map(function([c,l]){let u=m(c,"button");return u.type="button",u.tabIndex=-1,u.addEventListener("click",function(){r.map.closePopup(),
l()}),u}),s=document.createElement("div");s.className="map-choices",s.append(...o);let i=document.createElement("div");i.append(m(t,"strong"),s);let a=r.map.getSize();
L.popup({className:"map-ask",closeButton:!1,autoPan:!0,autoPanPaddingTopLeft:[56,48],autoPanPaddingBottomRight:[12,12],offset:[0,-4],maxWidth:Math.min(320,a.x-40),
maxHeight:Math.max(120,a.y-120)}).setLatLng(e).setContent(i).openOn(r.map),o[0].focus({preventScroll:!0})}function At(e){r.nodes.clearLayers(),r.stops.nodes=[];let t=e.around.filter(n=>!e.nodes.includes(n));[...t,...e.nodes].filter(n=>r.places.nodes[n]).forEach(n=>Gn(
e,n,{isFaint:t.includes(n),isChosen:n===e.place})),r.stops.nodes=[...r.stops.nodes.slice(t.length),...r.stops.nodes.slice(0,t.length)],[["origin","A"],["destina\
tion","B"]].forEach(function([n,o]){let s=r.places.nodes[e[n]];if(!s)return;let i=L.divIcon({className:`map-end map-${n}`,html:o,iconSize:[w.end,w.end]});L.marker(
s.at,{icon:i,pane:"badges",interactive:!1,keyboard:!1}).addTo(r.nodes)})}function Gn(e,t,{isFaint:n,isChosen:o}){let s=r.places.nodes[t],i=L.circleMarker(s.at,{
pane:"nodes",...jn(s,n,o),className:`node node-${s.kind}${n?" faint":""}${o?" selected":""}`,fillOpacity:1,bubblingMouseEvents:!1});ee(i,()=>ae(t),{});let a=()=>Vn(
e,t);i.on("click",a),r.nodes.addLayer(i),r.stops.nodes.push({id:t,element:()=>i.getElement(),at:()=>i.getLatLng(),open:a,layer:i,label:()=>D(ae(t))})}function Vn(e,t){
let n=r.clusters.get(t)?.members||[];e.askEnds?qn(t):n.length>1?Ee(r.places.nodes[t].at,f().list,n.map(o=>[x(o),()=>y(o,"node")])):y(t,"node")}function jn(e,t,n){
return n?{radius:7,weight:4}:t?{radius:2.6,weight:1}:{radius:e.kind==="city"?5:3.8,weight:1.6}}function qn(e){let{from_here:t,to_here:n}=f(),o=[["origin",t],["d\
estination",n]].map(([s,i])=>[i,()=>y(e,s)]);Ee(r.places.nodes[e].at,x(e),o)}var kt="(-?[0-9]{1,3}(?:\\.[0-9]{1,4})?)",Zn=new RegExp(`^${kt}_${kt}_([0-9]{1,2}(?:\\.[0-9]{1,2})?)$`),Kn=85,Yn=180,Jn=1,Xn=14;function St(e){let t=Zn.exec(e);
if(!t)return null;let[n,o,s]=t.slice(1).map(Number);return Ot(n,o,s)?{lat:n+0,lon:o+0,zoom:s}:null}function Tt(e){let t=[e.lat.toFixed(4),e.lon.toFixed(4),e.zoom.
toFixed(2)].map(Number);return Ot(...t)?t.join("_"):null}function Ot(e,t,n){return Math.abs(e)<=Kn&&Math.abs(t)<=Yn&&n>=Jn&&n<=Xn}function Mt(){try{return St(new URL(window.parent.location.href).searchParams.get("at")||"")}catch{return null}}function te(e){try{let t=new URL(window.parent.location.
href);e(t.searchParams),window.parent.history.replaceState(window.parent.history.state,"",t)}catch{}}function Nt(e){let t=r.preset===null,n=r.preset!==e.preset;r.preset=e.preset,t?Qn(e):n?(r.own=!1,O(e.preset,!0)):!r.own&&e.preset==="whole"&&!r.map.getBounds().
pad(.02).contains(Ct())&&O("whole",!0)}function O(e,t){r.touched=!1;let n=e==="whole"?Ct():L.latLngBounds(r.look.presets[e].bounds),o={paddingTopLeft:[16,44],paddingBottomRight:[
16,16]};Rt()?r.map.fitBounds(n,{animate:t,reset:!t,maxZoom:R.zoom,...o}):r.map.setView(n.getCenter(),V.zoom,{animate:!1,reset:!0})}function It(e){if(!eo(e.selected||
e.place||null)||!Rt())return;let t=to(e);if(!t||no(t)&&r.map.getBounds().pad(-.06).contains(t))return;r.touched=!0;let n=window.matchMedia("(prefers-reduced-mot\
ion: reduce)").matches;r.map.flyToBounds(t.pad(.5),{maxZoom:R.zoom,animate:!n,duration:R.seconds})}function Qn(e){let t=Mt();if(!t){O(e.preset,!1);return}r.own=
!0,r.map.setView([t.lat,t.lon],t.zoom,{animate:!1})}function eo(e){let t=r.followed===void 0,n=r.picked===e,o=e!==r.followed;return r.followed=e,r.picked=null,!!e&&
o&&!t&&!n}function Rt(){let e=r.map.getSize();return e.x>V.least&&e.y>V.least}function to(e){let t=r.legs.get(e.selected),n=r.places.nodes[e.place];return t?t.line.
getBounds():n?L.latLngBounds([n.at,n.at]):null}function no(e){let t=[e.getNorthWest(),e.getSouthEast()].map(n=>r.map.latLngToContainerPoint(n));return t[0].distanceTo(
t[1])>=R.least||r.map.getZoom()>=R.zoom-.5}function oo(e,t){return L.latLngBounds([Math.max(e.getSouth(),t.getSouth()),Math.max(e.getWest(),t.getWest())],[Math.
min(e.getNorth(),t.getNorth()),Math.min(e.getEast(),t.getEast())])}function Ct(){let e=L.latLngBounds([]);[...r.scene.legs,...r.scene.alternatives.flatMap(i=>i.
legs)].map(i=>r.legs.get(i)).filter(Boolean).forEach(i=>e.extend(i.line.getBounds())),r.scene.nodes.map(i=>r.places.nodes[i]).filter(Boolean).forEach(i=>e.extend(
i.at));let n=L.latLngBounds(r.look.presets.whole.bounds).pad(je),o=r.places.nodes[r.scene.place];return!(r.scene.origin||r.scene.destination||o&&!n.contains(o.at))&&
e.isValid()&&e.intersects(n)?oo(e,n):e.isValid()?e:L.latLngBounds(r.look.presets.whole.bounds)}function Pt(){let e=r.map.getContainer(),{presets:t,preset:n,zoom_in:o,zoom_out:s,fingers:i}=f(),a=e.querySelector(".map-presets")||ro(e);a.setAttribute("aria-l\
abel",t),a.replaceChildren(...r.look.order.map(function(c){let l=m(n[c],"button");return l.type="button",l.dataset.preset=c,l.tabIndex=-1,l.addEventListener("cl\
ick",()=>so(c)),l})),[["in",o],["out",s]].forEach(function([c,l]){let u=e.querySelector(`.leaflet-control-zoom-${c}`);u&&(u.title=l,u.setAttribute("aria-label",
l))}),e.dataset.hint=i}function B(){r.map.getContainer().querySelectorAll(".map-presets button").forEach(function(e){e.setAttribute("aria-pressed",String(!r.own&&
e.dataset.preset===r.preset))})}function ro(e){let t=document.createElement("div");return t.className="map-presets",t.setAttribute("role","group"),L.DomEvent.disableClickPropagation(
t),L.DomEvent.disableScrollPropagation(t),e.append(t),t}function so(e){r.preset=e,r.own=!1,O(e,!0),te(function(t){t.delete("at"),e==="whole"?t.delete("map"):t.set(
"map",e)}),B()}function Ft(e){r.scene=e,io(e),r.ready&&ve()}function ve(){let e=r.scene;bt(e.own),r.discs=new Map((e.discs||[]).map(([t,n,o,s,i])=>[t,{id:t,text:n,level:o,note:s,
members:i}])),xt(e),At(e),Pt(),I(),De(),Nt(e),It(e),B(),T(),U()}function io(e){let t=document.documentElement;t.dataset.theme=e.dark?"dark":"light",t.lang=e.lang;
let n=r.map.getContainer();n.setAttribute("role","application"),n.setAttribute("aria-label",e.title);try{window.frameElement.title=e.title}catch{}}function zt(e){ao(e),window.matchMedia("(pointer: coarse)").matches&&co(e)}function ao(e){let t=e.getContainer();e.scrollWheelZoom.disable(),t.addEventListener(
"focusin",()=>e.scrollWheelZoom.enable()),t.addEventListener("focusout",()=>e.scrollWheelZoom.disable()),t.addEventListener("wheel",function(n){!n.ctrlKey&&!n.metaKey||
(n.preventDefault(),e.scrollWheelZoom.enable())},{passive:!1}),t.addEventListener("mouseleave",function(){t.contains(document.activeElement)||e.scrollWheelZoom.
disable()})}function co(e){let t=e.getContainer();e.dragging.disable();let n=0;t.addEventListener("touchmove",function(o){o.touches.length>1||(t.classList.add("\
hinting"),window.clearTimeout(n),n=window.setTimeout(()=>t.classList.remove("hinting"),900))},{passive:!0})}var lo=80;function Bt(e){let t=e.getContainer();for(let n of["pointerdown","keydown","wheel","touchstart"])t.addEventListener(n,function(o){!o.target.closest(".\
map-presets, .map-room")&&o.key!=="Tab"&&(r.touched=!0)},{capture:!0,passive:!0});e.on("moveend",function(){r.touched&&r.ready&&uo(e),T(),U()})}function Dt(e){let t=e.
getContainer(),n=function(){window.innerHeight<lo||t.style.height===`${window.innerHeight}px`||(t.style.height=`${window.innerHeight}px`,e.invalidateSize({pan:r.
own,animate:!1}))};window.addEventListener("resize",n),e.on("resize",function(){r.ready&&r.scene&&!r.own&&O(r.preset,!1),T()}),n()}function uo(e){r.own=!0;let t=e.
getCenter(),n=Tt({lat:t.lat,lon:t.lng,zoom:e.getZoom()});te(o=>n===null?o.delete("at"):o.set("at",n)),B()}function Wt(e,t){performance.mark("map-start"),r.map=e,mo(e),r.urls=t,L.control.scale({imperial:!1,maxWidth:140}).addTo(e),Oe(e),Be(e),Dt(e),zt(e),Bt(e);let n=Object.
fromEntries(Object.keys(t).filter(o=>o!=="railways").map(o=>[o,be(o)]));fo(n).catch(function(o){let s=m(`The map could not be loaded (${o.message}).`,"p");s.className=
"map-fault",e.getContainer().append(s),console.error(o)})}function mo(e){for(let[t,n]of Ge){let o=e.createPane(t);o.style.zIndex=n,Ve.includes(t)||(o.style.pointerEvents=
"none")}for(let t of["nodes","labels","beside","badges","numbers"])r[t]=L.layerGroup().addTo(e)}async function fo(e){let[t,n,o,s]=await Promise.all([e.legs,e.places,
e.look,e.countries]);performance.mark("map-data"),Le(t),r.places=n,r.served={legs:new Map(r.legs),places:n},r.look=o,r.ready=!0,r.scene&&ve(),Q("countries",s),performance.
mark("map-drawn");for(let i of gt.filter(a=>e[a])){let a=await e[i];await po(),Q(i,a)}T(),ht(r.map)}function po(){return new Promise(e=>{window.setTimeout(e,0)})}window.corridorMap={start:Wt,show:Ft};})();
