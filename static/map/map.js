/* Built by "make map" from static/map/src: change it there. 88f595c1e174c78c 7049e0169ef8ef7a */
(()=>{var o={map:null,scene:null,ready:!1,legs:new Map,places:null,look:null,served:null,adopted:"",nodes:null,labels:null,beside:null,badges:null,numbers:null,svg:{},
discs:new Map,clusters:new Map,preset:null,own:!1,touched:!1,followed:void 0,picked:null,clicks:0,stops:{numbers:[],nodes:[],legs:[]},focus:null,asked:null,box:null,
urls:{},rivers:null};function re([e,t,n,r],{units:s,lang:i,basis:a,digits:c,unit:l="h",inDaysFrom:u=1/0}){let d=r===1?5:c,g=l==="h"&&e>=u,[h,y]=g?["d",24]:[l,1],oe=new Intl.NumberFormat(
i,{maximumSignificantDigits:d}),C=jt=>oe.format(jt/y),Ht=new Intl.PluralRules(i).select(Number((e/y).toPrecision(d))),Ut=s[h][Ht]||s[h].other,Gt=C(t)===C(n)?"":
` (${C(t)}–${C(n)})`,Vt=a?`, ${a[r]}`:"";return Ut.replace("{value}",C(e))+Gt+Vt}var Zt="500 12px Inter, 'Segoe UI', system-ui, sans-serif",ve=document.createElement("canvas").getContext("2d"),se=new Map,qt=48;function f(){return o.look.words[o.
scene.lang]}function x(e){let t=o.places.nodes[e];return t?M(t.names):e}function M(e){return e[o.scene.lang]||e.en}function ie(e){return o.discs.has(e)?o.discs.
get(e).note:""}function ae(e){let t=o.places.legs[e.id],n=(o.scene.backwards||[]).includes(e.id),r=n?t.ends.slice().reverse():t.ends,{modes:s,statuses:i,marks:a,
drawn:c,mm:l,no_time:u}=f(),d=t.gauge?`, ${t.gauge} ${l}`:"",g=n&&t.hours_back||t.hours;return Se([[`${x(r[0])} – ${x(r[1])}`,"strong"],[ie(e.id)],[`${s[t.mode]}${d}\
 · ${i[t.status]}`],[`${g?Kt(g):u} · ${t.km?Yt(t.km):""}`.replace(/ · $/,"")],[a[(o.scene.marks||{})[e.id]]],[c[e.fidelity||t.fidelity],"small"]])}function ce(e){
let t=f().kinds[o.places.nodes[e].kind];return Se([[x(e),"strong"],[ie(e)],[t,ie(e)&&"small"]])}function D(e){return[...e.children].map(t=>t.textContent).join("\
. ")}function m(e,t="span"){let n=document.createElement(t);return n.textContent=e,n}function N(e){return se.has(e)||(ve.font=Zt,se.set(e,Math.ceil(ve.measureText(
e).width)+1)),se.get(e)}function Kt(e){return re(e,{units:f().units,lang:o.scene.lang,basis:f().basis,digits:2,inDaysFrom:qt})}function Yt(e){return re(e,{units:f().
units,lang:o.scene.lang,basis:null,digits:3,unit:"km"})}function Se(e){let t=document.createElement("div");return t.append(...e.filter(([n])=>n).map(([n,r])=>m(
n,r||"div"))),t}function W(){return!!(o.box&&o.map.hasLayer(o.box))}function le(e,t,n){let r=n.map(function([c,l]){let u=m(c,"button");return u.type="button",u.tabIndex=-1,u.addEventListener(
"click",function(){o.map.closePopup(),l()}),u}),s=document.createElement("div");s.className="map-choices",s.append(...r);let i=document.createElement("div");i.append(
m(t,"strong"),s);let a=o.map.getSize();o.box=L.popup({className:"map-ask",closeButton:!1,autoPan:!0,autoPanPaddingTopLeft:[56,48],autoPanPaddingBottomRight:[12,
12],offset:[0,-4],maxWidth:Math.min(320,a.x-40),maxHeight:Math.max(120,a.y-120)}).setLatLng(e).setContent(i).openOn(o.map),r[0].focus({preventScroll:!0})}var Jt={wide:"M7 7 2 12l5 5v-3.600h10V17l5-5-5-5v3.600H7z",full:"M3 3h7v2.500H5.500V10H3zM14 3h7v7h-2.500V5.500H14zM3 14h2.500v4.500H10V21H3zM18.500 14H21v7h-7v\
-2.500h4.500z"},Oe="data-map-wide",ue="data-fills";function Me(e){let t=new L.Control({position:"topleft"});t.onAdd=function(){let n=L.DomUtil.create("div","lea\
flet-bar map-room");return L.DomEvent.disableClickPropagation(n),n.append(Te("wide",Xt),Te("full",Qt)),n},t.addTo(e),document.addEventListener("fullscreenchange",
I)}function I(){let e={wide:Ie()?.hasAttribute(Oe)||!1,full:Ne()};for(let[t,n]of Object.entries(e)){let r=o.map.getContainer().querySelector(`.map-${t}`);r&&(r.
title=f()[t],r.setAttribute("aria-label",f()[t]),r.setAttribute("aria-pressed",String(n)))}}function me(){return Ne()?(document.fullscreenElement&&document.exitFullscreen(),
_()?.removeAttribute(ue),I(),!0):!1}function Ne(){return!!document.fullscreenElement||!!_()?.hasAttribute(ue)}function Xt(){Ie()?.toggleAttribute(Oe),I()}async function Qt(){
if(!me()){try{await document.documentElement.requestFullscreen()}catch{_()?.setAttribute(ue,"")}I()}}function _(){try{return window.frameElement}catch{return null}}
function Ie(){return _()?.ownerDocument.documentElement}function Te(e,t){let n=document.createElement("button");n.type="button",n.className=`map-${e}`,n.tabIndex=
-1;let r="http://www.w3.org/2000/svg",s=document.createElementNS(r,"svg"),i=document.createElementNS(r,"path");return s.setAttribute("viewBox","0 0 24 24"),s.setAttribute(
"aria-hidden","true"),i.setAttribute("d",Jt[e]),s.append(i),n.append(s),n.addEventListener("click",t),n}var Re={ArrowRight:(e,t)=>(e+1)%t,ArrowLeft:(e,t)=>(e-1+t)%t,Home:()=>0,End:(e,t)=>t-1},en={ArrowDown:1,ArrowUp:-1};function Ce(e,t,n){return n in Re?tn(e,t,n):
nn(e,t,n)}function tn(e,[t,n],r){let s=e[t]||0;return s?[t,Re[r](n,s)]:null}function nn(e,[t],n){let r=en[n];if(!r)return null;for(let s=t+r;s>=0&&s<e.length;s+=
r)if(e[s])return[s,0];return null}var on=2,rn=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Home","Enter"," "];function Pe(e,t){if(!rn.includes(t))return null;let n=t==="ArrowUp"?0:e.findIndex(
(r,s)=>s>=on&&r.length);return n>=0&&e[n]?.length?[n,0]:null}function Fe(e){for(let[t,n]of e.entries()){let r=n.findIndex(s=>s.element()===document.activeElement);
if(r>=0)return[t,r]}return null}function $(e=!1){let t=o.map.getContainer();return W()&&!e?[[...o.box.getElement().querySelectorAll("button")].map(fe)]:[[...t.querySelectorAll(
".map-presets button")].map(fe),[...t.querySelectorAll(".leaflet-control-zoom a, .map-room button")].filter(n=>n.offsetWidth).map(fe),o.stops.numbers,o.stops.nodes,
o.stops.legs]}function fe(e){return{id:e.dataset.preset||e.className,element:()=>e}}function H(e,t){let n=e.element();if(!n)return;e.at&&t&&o.map.panInside(e.at(),
{padding:[50,60],animate:!1});let r=e.element()||n;r.setAttribute("tabindex","-1"),r.dataset.stop=e.id,e.label&&(r.setAttribute("role","button"),r.setAttribute(
"aria-label",e.label())),r.focus({preventScroll:!0}),e.layer&&(e.layer.openTooltip(e.at()),r.addEventListener("blur",()=>e.layer.closeTooltip(),{once:!0}))}var U=90,ze={ArrowLeft:[-U,0],ArrowRight:[U,0],ArrowUp:[0,-U],ArrowDown:[0,U]},Be={"+":"zoomIn","=":"zoomIn","-":"zoomOut"};function De(e){let t=e.getContainer();
e.keyboard.disable(),t.tabIndex=0,t.querySelectorAll("a, button").forEach(r=>{r.tabIndex=-1});let n=document.createElement("p");n.id="map-help",n.className="map\
-help",t.append(n),t.setAttribute("aria-describedby",n.id),t.addEventListener("keydown",r=>{sn(r)&&an(r)&&r.preventDefault()}),t.addEventListener("mousedown",()=>{
t.contains(document.activeElement)||t.focus({preventScroll:!0})}),t.addEventListener("focusin",()=>de(t)),t.addEventListener("focusout",()=>window.setTimeout(()=>de(
t),0))}function We(){document.getElementById("map-help").textContent=f().keys}function G(){let e=o.map.getContainer();if(o.focus&&document.activeElement===document.
body&&document.hasFocus()){let t=$().flat().find(n=>n.id===o.focus);t&&H(t,!1)}de(e)}function de(e){let t=e.contains(document.activeElement)&&document.activeElement!==
e;e.tabIndex=t?-1:0,(document.activeElement===e||document.activeElement!==document.body)&&(o.focus=t&&document.activeElement.dataset.stop||null)}function sn(e){
return!e.altKey&&!e.ctrlKey&&!e.metaKey}function an(e){return e.key==="Escape"?ln():e.shiftKey&&ze[e.key]?(o.map.panBy(ze[e.key]),!0):Be[e.key]?(o.map[Be[e.key]](),
!0):cn(e.key)}function cn(e){let t=$(),n=Fe(t);if(n&&(e==="Enter"||e===" "))return un(t[n[0]][n[1]]);let r=n?Ce(t.map(s=>s.length),n,e):Pe(t,e);return r&&H(t[r[0]][r[1]],
!0),!!r}function ln(){let e=o.map.getContainer();if(W()){let t=$(!0).flat().find(n=>n.id===o.asked);return o.map.closePopup(),t?H(t,!1):e.focus({preventScroll:!0}),
!0}if(me())return!0;if(document.activeElement!==e)return e.focus({preventScroll:!0}),!0;try{let t=window.frameElement,n=[...t.ownerDocument.querySelectorAll(".c\
x-after-map")].find(r=>t.compareDocumentPosition(r)&Node.DOCUMENT_POSITION_FOLLOWING);return n?.focus(),!!n}catch{return!1}}function un(e){return e.open?(o.asked=
e.id,e.open(),!0):!1}function _e(e,t){let n=[];for(let r of e){let s=r.members.length?t(r.id):void 0,i=s&&n.find(a=>a.point&&Math.hypot(a.point.x-s.x,a.point.y-s.y)<19);if(!i){n.push(
{...r,point:s,with:[r.id]});continue}i.members=[...i.members,...r.members],i.text=String(i.members.length),i.level=Math.min(i.level,r.level),i.with.push(r.id)}return n}function pe(e){let t=mn(o.legs.get(e).line.getLatLngs()).map(i=>o.map.latLngToContainerPoint(i)),n=t.slice(1).map((i,a)=>i.distanceTo(t[a])),r=n.reduce((i,a)=>i+
a,0),s=r/2;for(let[i,a]of n.entries()){if(s<=a&&a>0){let c=t[i+1].subtract(t[i]);return{length:r,point:t[i].add(c.multiplyBy(s/a))}}s-=a}return null}function V(e){
return e.filter(t=>o.legs.has(t)).map(t=>({id:t,...pe(t)})).filter(t=>t.point)}function $e(e){let t=[];for(let n of e){let r=o.places.legs[n];if(!r||!o.legs.has(
n))continue;let s=t.at(-1);s&&s.mode===r.mode&&r.ends.some(a=>s.ends.includes(a))?(s.legs.push(n),s.ends=r.ends):t.push({mode:r.mode,legs:[n],ends:r.ends})}return t}
function mn(e){return Array.isArray(e[0])?e.reduce((t,n)=>n.length>t.length?n:t):e}function b(e,t){o.clicks+=1,o.picked=e,window.Streamlit.setComponentValue({id:e,kind:t,n:o.clicks})}function Ue(e,t,n={}){let r=[],s=c=>gn(c,e)&&r.every(l=>!hn(c,l)),i=Object.fromEntries(Object.entries(n).map(([c,l])=>[c,fn(l)])),a=[];for(let c of t){if(c.blocked){
r.push(c.blocked);continue}let l=c.boxes.map((h,y)=>[h,y]).filter(([h])=>s(h)),u=(c.shuns||[[]]).map(h=>l.find(([y])=>h.every(oe=>!i[oe]?.(y)))).find(Boolean);if(!u)
continue;let[d,g]=u;r.push(pn(d,c.margin||0)),a.push({wish:c,choice:g})}return a}function E(e,t,n=t){return[e.x-t/2,e.y-n/2,e.x+t/2,e.y+n/2]}function P(e,t,n,r){
let s=(l,u)=>[l,u,l+t,u+n],i=e.x-t/2,a=e.x+r,c=e.x-t-r;return[s(a,e.y-n/2),s(i,e.y-n-r+1),s(i,e.y+r-1),s(c,e.y-n/2),s(a-2,e.y-n-2),s(a-2,e.y+2),s(c+2,e.y-n-2),s(
c+2,e.y+2),s(i,e.y-n*2-2),s(i,e.y+n+2),s(a+12,e.y-n-12),s(a+12,e.y+12),s(c-12,e.y-n-12),s(c-12,e.y+12)]}function Ge(e,t){let n=(r,s,i)=>Math.max(2-r,Math.min(0,
i-2-s));return[n(e[0],e[2],t.x),n(e[1],e[3],t.y)]}function fn(e){let t=new Map;for(let n of e){let r=He(Math.floor(n.x/16),Math.floor(n.y/16));t.has(r)||t.set(r,
[]),t.get(r).push(n)}return function(n){for(let r=Math.floor(n[0]/16);r<=Math.floor(n[2]/16);r+=1)for(let s=Math.floor(n[1]/16);s<=Math.floor(n[3]/16);s+=1)if((t.
get(He(r,s))||[]).some(i=>dn(i,n)))return!0;return!1}}function He(e,t){return`${e} ${t}`}function dn(e,t){return e.x>=t[0]&&e.x<=t[2]&&e.y>=t[1]&&e.y<=t[3]}function pn(e,t){
return[e[0]-t,e[1]-t,e[2]+t,e[3]+t]}function gn(e,t){return e[0]>2&&e[1]>2&&e[2]<t.x-2&&e[3]<t.y-2}function hn(e,t){return e[2]>=t[0]&&e[0]<=t[2]&&e[3]>=t[1]&&e[1]<=
t[3]}var Ve=[["land",210],["water",220],["rail",230],["borders",240],["names",250],["context",410],["casing",420],["legs",430],["hit",440],["nodes",450],["badges",460],
["labels",470],["numbers",480]],je=["hit","nodes","numbers"],A={emphasised:4.2,alternative:2.2,context:1.5,casing:3.2,hit:16,selected:1.5},w={size:22,end:24},R={
least:70,zoom:7.5,seconds:.6},Ze=.12,j={least:90,zoom:3},k={height:16,gap:7,margin:3},v={size:20,widths:{1:1.9,2:1.5,3:1.2,4:1}},Z={size:20,least:64},F={size:16,
least:24},q={height:18,margin:8},p={height:15,margin:4,pad:4,gap:3,dot:5,tries:9,apart:18},qe=5.5,Ke=[[0,-14],[0,14],[-14,0],[14,0],[-12,-12],[12,-12]],Ye=[[0,0],
[0,-16],[0,16]];function Je(e){let t=new Map;e.alternatives.forEach(i=>i.legs.forEach(a=>t.set(a,(t.get(a)||0)+1)));let n=o.map.getSize(),r=i=>i.x>0&&i.y>0&&i.x<n.x&&i.y<n.y;return[
...e.alternatives].sort((i,a)=>+(a.id===e.chosen)-+(i.id===e.chosen)).map(function(i){let a=V(i.legs).filter(c=>r(c.point)).sort((c,l)=>t.get(c.id)-t.get(l.id)||
l.length-c.length);return K(a,w.size,c=>wn(i,i.id===e.chosen,c),k.margin)})}function Xe(){let e=_e([...o.discs.values()],S);return o.clusters=new Map(e.flatMap(
t=>t.with.map(n=>[n,t]))),e.map(function(t){let n=S(t.id)?[{point:S(t.id)}]:V([t.id]);return K(n,v.size,r=>he({className:`map-disc level-${t.level}`,html:m(t.text)},
v.size,r))})}function Qe(e){return Object.entries(e.marks||{}).map(function([t,n]){let r=S(t),s=r?Ke.map(i=>({point:r.add(i)})):ge([t],F.least);return nt(s,o.look.
marks[n],`map-sign map-mark ${n}`)})}function et(e){let t=e.marks||{};return e.legs.filter(n=>o.places.legs[n]&&!t[n]).map(n=>[n,o.look.signs[o.places.legs[n].status]]).
filter(([,n])=>n).map(([n,r])=>nt(ge([n],F.least),r,"map-sign"))}function tt(e){return $e(e.legs).map(function(t){let n=ge(t.legs,Z.least).sort((r,s)=>s.length-
r.length);return K(n,Z.size,r=>he({className:"map-badge",html:bn(o.look.modes[t.mode],e.dark)},Z.size,r))})}function S(e){let t=o.places.nodes[e];return t&&o.map.
latLngToContainerPoint(t.at)}function ge(e,t){return V(e).filter(n=>n.length>=t)}function nt(e,t,n){return K(e,F.size,r=>he({className:n,html:m(t)},F.size,r))}function K(e,t,n,r=0){
return{boxes:e.map(s=>E(s.point,t)),margin:r,draw:s=>n(e[s].point)}}function he(e,t,n){let r=L.divIcon({...e,iconSize:[t,t]});L.marker(o.map.containerPointToLatLng(
n),{icon:r,pane:"badges",interactive:!1,keyboard:!1}).addTo(o.badges)}function wn(e,t,n){let r=L.divIcon({className:`map-number${t?" chosen":""}`,html:m(e.label),
iconSize:[w.size,w.size]}),s=L.marker(o.map.containerPointToLatLng(n),{icon:r,pane:"numbers",title:e.title,alt:e.title,keyboard:!1}),i=()=>b(e.id,"route");s.on(
"click",i),s.addTo(o.numbers);let a=s.getElement();a.setAttribute("role","button"),a.setAttribute("tabindex","-1"),a.setAttribute("aria-label",e.title),a.setAttribute(
"aria-pressed",String(t)),o.stops.numbers.push({id:`route ${e.id}`,element:()=>a,at:()=>s.getLatLng(),open:i})}function bn(e,t){let n="http://www.w3.org/2000/sv\
g",r=document.createElementNS(n,"svg");r.setAttribute("viewBox","0 0 24 24"),r.setAttribute("aria-hidden","true");let s=document.createElementNS(n,"path");return s.
setAttribute("d",e.path),s.setAttribute("fill-rule","evenodd"),s.setAttribute("fill",t?e.dark:e.light),r.append(s),r}var yn=5,xn=2,Ln=[[5,5],[5,-5],[-5,5],[-5,-5]],Y=40;function rt(e){let t=e.alternatives.filter(a=>a.look).flatMap(a=>a.legs),n=new Set([...e.legs,...t]),r=[...e.
context,...e.alternatives.flatMap(a=>a.legs)].filter(a=>!n.has(a)),s=ot(n),i=t.length?s.flatMap(a=>Ln.map(c=>a.add(c))):[];return{strong:[...s,...i],weak:ot(new Set(
r))}}function J(e){if(Array.isArray(e[0]))return e.flatMap(J);let t=o.map.getSize(),n=L.bounds([-Y,-Y],[t.x+Y,t.y+Y]);return En(e.map(r=>o.map.latLngToContainerPoint(
r))).filter(r=>n.contains(r))}function En(e){let t=e.slice(0,1),n=e[0];for(let r of e.slice(1)){let s=n.distanceTo(r);if(s<xn)continue;let i=Math.ceil(s/yn);for(let a=1;a<=
i;a+=1)t.push(n.add(r.subtract(n).multiplyBy(a/i)));n=r}return t}function ot(e){return[...e].map(t=>o.legs.get(t)).filter(Boolean).flatMap(t=>J(t.line.getLatLngs()))}var An=[["strong","weak"],["strong"]];function st(){return o.places.countries.map(e=>ct(e.spots,M(e.names),"map-country",q.margin))}function it(){return ut(o.places.
seas).map(e=>ct(e.spots,M(e.names),"map-water",p.margin))}function we(){return o.rivers?Object.entries(o.places.rivers).filter(([,e])=>mt(e)).map(function([e,t]){
let n=M(t.names),r=N(n)+p.pad,s=J(o.rivers.get(e)||[]),i=Math.max(1,Math.floor(s.length/p.tries)),a=Math.floor(s.length/2),l=s.map((u,d)=>[Math.abs(d-a),u]).filter(
([u])=>u%i===0).sort(([u],[d])=>u-d).map(([,u])=>u).flatMap(u=>P(u,r,p.height,p.gap).slice(0,4));return be(l,n,"map-water",p.margin,r,p.height)}):[]}function at(e){
return ut(o.places.capitals).map(t=>({capital:t,point:o.map.latLngToContainerPoint(t.at)})).filter(({point:t})=>e.every(n=>n.point.distanceTo(t)>p.apart)).map(function({
capital:t,point:n}){let r=M(t.names),s=N(r)+2,i=P(n,s,p.height,p.dot).slice(0,8),a=be(i,r,"map-capital",p.margin,s,p.height),c=a.draw;return a.draw=function(l){
c(l),lt("","map-dot",E(n,p.dot))},a})}function ct(e,t,n,r){let s=(N(t)*.62+6)*2,i=e.map(c=>o.map.latLngToContainerPoint(c)),a=Ye.flatMap(c=>i.map(l=>E(l.add(c),
s,q.height)));return be(a,t,n,r,s,q.height)}function be(e,t,n,r){return{boxes:e,margin:r,shuns:An,draw:s=>lt(t,n,e[s])}}function lt(e,t,n){let r=L.divIcon({className:t,
html:m(e),iconSize:[n[2]-n[0],n[3]-n[1]]}),s=[(n[0]+n[2])/2,(n[1]+n[3])/2];L.marker(o.map.containerPointToLatLng(s),{icon:r,pane:"names",interactive:!1,keyboard:!1}).
addTo(o.labels)}function ut(e){return e.filter(mt)}function mt(e){return o.map.getZoom()>=e.from}var kn=[0,0,44,156],ft=[150,34],vn=[["strong"],[]],X=20,Sn=6;function T(){let e=o.scene;if(!o.ready||!e)return;o.labels.clearLayers(),o.badges.clearLayers(),o.numbers.
clearLayers(),o.stops.numbers=[];let t=Tn(e),n=o.map.getSize(),r=[{blocked:kn},{blocked:Rn()},{blocked:[0,n.y-ft[1],ft[0],n.y]},...[e.origin,e.destination].map(
S).filter(Boolean).map(s=>({blocked:E(s,w.end)})),...Je(e),...Xe(),...t.filter(s=>!o.discs.has(s.id)).map(s=>({blocked:E(s.point,Sn)})),...Qe(e),...t.filter(s=>On(
e,s.id)).map(s=>Mn(e,s)),...et(e),...tt(e),...it(),...we().slice(0,1),...st(),...at(t),...we().slice(1)];Ue(n,r,rt(e)).forEach(({wish:s,choice:i})=>s.draw(i))}function Tn(e){
let t=o.map.getSize();return e.nodes.map(n=>({id:n,point:S(n)})).filter(({point:n})=>n&&n.x>-X&&n.y>-X&&n.x<t.x+X&&n.y<t.y+X)}function On(e,t){return o.places.nodes[t].
kind!=="project"||t===e.place}function Mn(e,t){let n=x(t.id),r=N(n)+2,s=P(t.point,r,k.height,k.gap+Nn(e,t.id));return{boxes:s,margin:k.margin,shuns:vn,draw:i=>In(
n,t,s[i],r)}}function Nn(e,t){return[e.origin,e.destination,e.place].includes(t)?w.end/2-2:o.discs.has(t)?v.size/2-3:0}function In(e,t,n,r){let s=L.divIcon({className:"\
map-label",html:m(e),iconSize:[r,k.height],iconAnchor:[t.point.x-n[0],t.point.y-n[1]]});L.marker(o.places.nodes[t.id].at,{icon:s,pane:"labels",interactive:!1,keyboard:!1}).
addTo(o.labels)}function Rn(){let e=o.map.getContainer().querySelector(".map-presets"),t=e?.lastElementChild;return t?[0,0,e.offsetLeft+t.offsetLeft+t.offsetWidth,
e.offsetTop+e.offsetHeight]:[0,0,0,0]}function dt(e,t){let n=Cn(e);if(n.length<2||!t)return n;let r=n.slice(1).map((s,i)=>Pn(n[i],s));return n.map(function(s,i){let a=r[Math.max(i-1,0)],c=r[Math.min(
i,r.length-1)],l=a.x+c.x,u=a.y+c.y,d=l*l+u*u,g=d<1e-6?0:Math.min(2/d,1.6/Math.sqrt(d)),[h,y]=g?[l*g,u*g]:[a.x,a.y];return{x:s.x+h*t,y:s.y+y*t}})}function Cn(e){
return e.filter((t,n)=>n===0||Math.hypot(t.x-e[n-1].x,t.y-e[n-1].y)>=.5)}function Pn(e,t){let n=Math.hypot(t.x-e.x,t.y-e.y);return{x:-(t.y-e.y)/n,y:(t.x-e.x)/n}}var Fn=1.4,zn=1.5,ye=null;function pt(e){ye||=Bn(),o.beside.clearLayers();for(let t of e.alternatives.filter(n=>n.look))t.legs.forEach(function(n,r){let s=o.legs.
get(n);if(!s)return;let i=(t.lanes||[])[r]||0,a={pane:"legs",renderer:o.svg.legs,interactive:!1,smoothFactor:1,lane:i*(t.look.weight+Fn)};new ye(s.line.getLatLngs(),
{...a,className:"casing",weight:t.look.weight+2,lineCap:"round",pane:"casing",renderer:o.svg.casing}).addTo(o.beside),new ye(s.line.getLatLngs(),{...a,className:"\
beside",lineCap:t.look.dashArray?"butt":"round",...t.look}).addTo(o.beside)})}function Bn(){return L.Polyline.extend({_projectLatlngs(e,t,n){let r=[];L.Polyline.
prototype._projectLatlngs.call(this,e,r,n);for(let s of r){let i=L.LineUtil.simplify(s,zn);t.push(dt(i,this.options.lane).map(({x:a,y:c})=>L.point(a,c)))}}})}var Q={fill:!1,smoothFactor:1.5},gt={stroke:!1,smoothFactor:1.2},Dn={countries:["land","land",gt],lakes:["water","lake",gt],rivers:["water","river",Q],railways:[
"rail","railway",Q],borders:["borders","border",Q],disputed:["borders","border disputed",Q]},ht=["borders","disputed","lakes","rivers"],Wn="Danube";function xe(e){
return L.svg({pane:e,padding:.5})}function ee(e,t){let[n,r,s]=Dn[e],i=({properties:c})=>({className:c?.name===Wn?`${r} main`:r,...s}),a=L.geoJSON(t,{pane:n,renderer:xe(
n),interactive:!1,style:i}).addTo(o.map);e==="rivers"&&(o.rivers=new Map,a.eachLayer(c=>o.rivers.set(c.feature.properties.name,c.getLatLngs())))}async function Le(e){
let t=await fetch(o.urls[e]);if(!t.ok)throw new Error(`${e}: ${t.status}`);return t.json()}function wt(e){let t=null,n=function(){let r=e.getZoom()>=qe;e.getPane(
"rail").style.display=r?"":"none",!(!r||t||!o.urls.railways)&&(t=Le("railways").then(s=>ee("railways",s)).catch(s=>console.error(s)))};e.on("zoomend",n),n()}var bt=null;function te(e,t,n){bt||=_n();let r=new bt({direction:"top",className:"map-tip",...n});r.setContent(t),e.bindTooltip(r);let s=()=>e.getElement()?.setAttribute(
"tabindex","-1");e.on("add",s),s()}function _n(){return L.Tooltip.extend({_setPosition(e){L.Tooltip.prototype._setPosition.call(this,e);let t=this._container,r=this.
_map.layerPointToContainerPoint(L.DomUtil.getPosition(t)),s=[parseFloat(getComputedStyle(t).marginLeft)||0,parseFloat(getComputedStyle(t).marginTop)||0],i=r.x+s[0],
a=r.y+s[1],[c,l]=Ge([i,a,i+t.offsetWidth,a+t.offsetHeight],o.map.getSize());(c||l)&&L.DomUtil.setPosition(t,L.DomUtil.getPosition(t).add([c,l])),t.classList.toggle(
"moved",!!(c||l))}})}var $n=["context","casing","line","core","hit"];function Ae(e){for(let t of["context","casing","legs","hit"])o.svg[t]||=xe(t);for(let t of e.features){let n=Un(
t);te(n.hit,()=>ae(n),{sticky:!0}),n.hit.on("click",()=>b(n.id,"leg")),n.hit.on("mouseover",()=>o.map.getContainer().classList.add("over-leg")),n.hit.on("mouseo\
ut",()=>o.map.getContainer().classList.remove("over-leg")),o.legs.set(n.id,n)}}function xt(e){let t=e?JSON.stringify(e):"";if(t===o.adopted)return;o.adopted=t;let n=e?
e.lines:{};o.legs.forEach((s,i)=>{(s!==o.served.legs.get(i)||n[i])&&$n.forEach(a=>s[a].remove())}),o.legs=new Map(o.served.legs),Ae({features:Object.keys(n).map(
s=>({properties:{leg_id:s},geometry:{type:"LineString",coordinates:n[s]}}))});let r=o.served.places;o.places=e?{...r,nodes:{...r.nodes,...e.nodes},legs:{...r.legs,
...e.legs}}:r}function Lt(e){let t=new Set(e.legs),n=new Set(e.context),r=new Set(e.alternatives.flatMap(i=>i.legs));o.legs.forEach(function(i,a){let c=t.has(a),
l=!c&&r.has(a),u=!c&&(l||n.has(a));z(i.context,u),z(i.casing,c),z(i.line,c),z(i.core,c&&Ee(i)),z(i.hit,c||u),c?Vn(i,a===e.selected):u&&Gn(i,l)});let s=[...new Set(
[...e.legs,...e.alternatives.flatMap(i=>i.legs)])];o.stops.legs=s.map(i=>o.legs.get(i)).filter(Boolean).map(Hn),pt(e),yt(e.legs,["line","core","hit"]),t.has(e.selected)&&
yt([e.selected],["casing","line","core"])}function Hn(e){let t=function(){let n=pe(e.id);return n?o.map.containerPointToLatLng(n.point):e.line.getBounds().getCenter()};
return{id:e.id,element:()=>e.hit.getElement(),at:t,open:()=>b(e.id,"leg"),layer:e.hit,label:()=>D(ae(e))}}function Un(e){let{geometry:t,properties:n}=e,r=L.GeoJSON.
coordsToLatLngs(t.coordinates,t.type==="LineString"?0:1),s=(i,a)=>L.polyline(r,{pane:i,renderer:o.svg[i],interactive:!1,lineCap:"butt",smoothFactor:1,...a});return{
id:n.leg_id||e.id,fidelity:n.fidelity,context:s("context"),casing:s("casing",{className:"casing",lineCap:"round"}),line:s("legs"),core:s("legs",{className:"core"}),
hit:s("hit",{interactive:!0,weight:A.hit,opacity:0,className:"hit",bubblingMouseEvents:!1})}}function Gn(e,t){let n=Et(e);e.context.setStyle({color:At(n),weight:t?
A.alternative:A.context,opacity:t?.7:.5,dashArray:n.dash||null})}function Vn(e,t){let n=Et(e),r=n.dash||null,s=o.look.fidelity[kt(e)],i=o.discs.get(e.id),a=(Ee(
e)?1:s.width)*(i?v.widths[i.level]:1),c=A.emphasised*a+(t?A.selected:0);Ee(e)&&e.core.setStyle({weight:c*.45,opacity:1,dashArray:r}),e.line.setStyle({color:At(n),
weight:c,opacity:s.opacity,dashArray:r}),e.casing.setStyle({weight:c+A.casing+(t?3:0),opacity:1}),e.casing.getElement()?.classList.toggle("selected",t)}function Et(e){
return o.look.modes[o.places.legs[e.id].mode]}function At(e){return o.scene.dark?e.dark:e.light}function kt(e){return e.fidelity||o.places.legs[e.id].fidelity}function Ee(e){
return kt(e)==="schematic"}function z(e,t){let n=o.map.hasLayer(e);t&&!n&&e.addTo(o.map),!t&&n&&e.remove()}function yt(e,t){e.map(n=>o.legs.get(n)).filter(Boolean).
forEach(n=>t.forEach(r=>n[r].bringToFront()))}function vt(e){o.nodes.clearLayers(),o.stops.nodes=[];let t=e.around.filter(n=>!e.nodes.includes(n));[...t,...e.nodes].filter(n=>o.places.nodes[n]).forEach(n=>jn(
e,n,{isFaint:t.includes(n),isChosen:n===e.place})),o.stops.nodes=[...o.stops.nodes.slice(t.length),...o.stops.nodes.slice(0,t.length)],[["origin","A"],["destina\
tion","B"]].forEach(function([n,r]){let s=o.places.nodes[e[n]];if(!s)return;let i=L.divIcon({className:`map-end map-${n}`,html:r,iconSize:[w.end,w.end]});L.marker(
s.at,{icon:i,pane:"badges",interactive:!1,keyboard:!1}).addTo(o.nodes)})}function jn(e,t,{isFaint:n,isChosen:r}){let s=o.places.nodes[t],i=L.circleMarker(s.at,{
pane:"nodes",...qn(s,n,r),className:`node node-${s.kind}${n?" faint":""}${r?" selected":""}`,fillOpacity:1,bubblingMouseEvents:!1});te(i,()=>ce(t),{});let a=()=>Zn(
e,t);i.on("click",a),o.nodes.addLayer(i),o.stops.nodes.push({id:t,element:()=>i.getElement(),at:()=>i.getLatLng(),open:a,layer:i,label:()=>D(ce(t))})}function Zn(e,t){
let n=o.clusters.get(t)?.members||[];e.askEnds?Kn(t):n.length>1?le(o.places.nodes[t].at,f().list,n.map(r=>[x(r),()=>b(r,"node")])):b(t,"node")}function qn(e,t,n){
return n?{radius:7,weight:4}:t?{radius:2.6,weight:1}:{radius:e.kind==="city"?5:3.8,weight:1.6}}function Kn(e){let{from_here:t,to_here:n}=f(),r=[["origin",t],["d\
estination",n]].map(([s,i])=>[i,()=>b(e,s)]);le(o.places.nodes[e].at,x(e),r)}var St="(-?[0-9]{1,3}(?:\\.[0-9]{1,4})?)",Yn=new RegExp(`^${St}_${St}_([0-9]{1,2}(?:\\.[0-9]{1,2})?)$`),Jn=85,Xn=180,Qn=1,eo=14;function Tt(e){let t=Yn.exec(e);
if(!t)return null;let[n,r,s]=t.slice(1).map(Number);return Mt(n,r,s)?{lat:n+0,lon:r+0,zoom:s}:null}function Ot(e){let t=[e.lat.toFixed(4),e.lon.toFixed(4),e.zoom.
toFixed(2)].map(Number);return Mt(...t)?t.join("_"):null}function Mt(e,t,n){return Math.abs(e)<=Jn&&Math.abs(t)<=Xn&&n>=Qn&&n<=eo}function Nt(){try{return Tt(new URL(window.parent.location.href).searchParams.get("at")||"")}catch{return null}}function ne(e){try{let t=new URL(window.parent.location.
href);e(t.searchParams),window.parent.history.replaceState(window.parent.history.state,"",t)}catch{}}function It(e){let t=o.preset===null,n=o.preset!==e.preset;o.preset=e.preset,t?to(e):n?(o.own=!1,O(e.preset,!0)):!o.own&&e.preset==="whole"&&!o.map.getBounds().
pad(.02).contains(Ft())&&O("whole",!0)}function O(e,t){o.touched=!1;let n=t&&!Ct(),r=e==="whole"?Ft():L.latLngBounds(o.look.presets[e].bounds),s={paddingTopLeft:[
16,44],paddingBottomRight:[16,16]};Pt()?o.map.fitBounds(r,{animate:n,reset:!n,maxZoom:R.zoom,...s}):o.map.setView(r.getCenter(),j.zoom,{animate:!1,reset:!0})}function Rt(e){
if(!no(e.selected||e.place||null)||!Pt())return;let t=oo(e);!t||ro(t)&&o.map.getBounds().pad(-.06).contains(t)||(o.touched=!0,o.map.flyToBounds(t.pad(.5),{maxZoom:R.
zoom,animate:!Ct(),duration:R.seconds}))}function Ct(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function to(e){let t=Nt();if(!t){O(e.
preset,!1);return}o.own=!0,o.map.setView([t.lat,t.lon],t.zoom,{animate:!1})}function no(e){let t=o.followed===void 0,n=o.picked===e,r=e!==o.followed;return o.followed=
e,o.picked=null,!!e&&r&&!t&&!n}function Pt(){let e=o.map.getSize();return e.x>j.least&&e.y>j.least}function oo(e){let t=o.legs.get(e.selected),n=o.places.nodes[e.
place];return t?t.line.getBounds():n?L.latLngBounds([n.at,n.at]):null}function ro(e){let t=[e.getNorthWest(),e.getSouthEast()].map(n=>o.map.latLngToContainerPoint(
n));return t[0].distanceTo(t[1])>=R.least||o.map.getZoom()>=R.zoom-.5}function so(e,t){return L.latLngBounds([Math.max(e.getSouth(),t.getSouth()),Math.max(e.getWest(),
t.getWest())],[Math.min(e.getNorth(),t.getNorth()),Math.min(e.getEast(),t.getEast())])}function Ft(){let e=L.latLngBounds([]);[...o.scene.legs,...o.scene.alternatives.
flatMap(i=>i.legs)].map(i=>o.legs.get(i)).filter(Boolean).forEach(i=>e.extend(i.line.getBounds())),o.scene.nodes.map(i=>o.places.nodes[i]).filter(Boolean).forEach(
i=>e.extend(i.at));let n=L.latLngBounds(o.look.presets.whole.bounds).pad(Ze),r=o.places.nodes[o.scene.place];return!(o.scene.origin||o.scene.destination||r&&!n.
contains(r.at))&&e.isValid()&&e.intersects(n)?so(e,n):e.isValid()?e:L.latLngBounds(o.look.presets.whole.bounds)}function zt(){let e=o.map.getContainer(),{presets:t,preset:n,zoom_in:r,zoom_out:s,fingers:i}=f(),a=e.querySelector(".map-presets")||io(e);a.setAttribute("aria-l\
abel",t),a.replaceChildren(...o.look.order.map(function(c){let l=m(n[c],"button");return l.type="button",l.dataset.preset=c,l.tabIndex=-1,l.addEventListener("cl\
ick",()=>ao(c)),l})),[["in",r],["out",s]].forEach(function([c,l]){let u=e.querySelector(`.leaflet-control-zoom-${c}`);u&&(u.title=l,u.setAttribute("aria-label",
l))}),e.dataset.hint=i}function B(){o.map.getContainer().querySelectorAll(".map-presets button").forEach(function(e){e.setAttribute("aria-pressed",String(!o.own&&
e.dataset.preset===o.preset))})}function io(e){let t=document.createElement("div");return t.className="map-presets",t.setAttribute("role","group"),L.DomEvent.disableClickPropagation(
t),L.DomEvent.disableScrollPropagation(t),e.append(t),t}function ao(e){o.preset=e,o.own=!1,O(e,!0),ne(function(t){t.delete("at"),e==="whole"?t.delete("map"):t.set(
"map",e)}),B()}function Bt(e){o.scene=e,co(e),o.ready&&ke()}function ke(){let e=o.scene;xt(e.own),o.discs=new Map((e.discs||[]).map(([t,n,r,s,i])=>[t,{id:t,text:n,level:r,note:s,
members:i}])),Lt(e),vt(e),zt(),I(),We(),It(e),Rt(e),B(),T(),G()}function co(e){let t=document.documentElement;t.dataset.theme=e.dark?"dark":"light",t.lang=e.lang;
let n=o.map.getContainer();n.setAttribute("role","application"),n.setAttribute("aria-label",e.title);try{window.frameElement.title=e.title}catch{}}function Dt(e){lo(e),window.matchMedia("(pointer: coarse)").matches&&uo(e)}function lo(e){let t=e.getContainer();e.scrollWheelZoom.disable(),t.addEventListener(
"focusin",()=>e.scrollWheelZoom.enable()),t.addEventListener("focusout",()=>e.scrollWheelZoom.disable()),t.addEventListener("wheel",function(n){!n.ctrlKey&&!n.metaKey||
(n.preventDefault(),e.scrollWheelZoom.enable())},{passive:!1}),t.addEventListener("mouseleave",function(){t.contains(document.activeElement)||e.scrollWheelZoom.
disable()})}function uo(e){let t=e.getContainer();e.dragging.disable();let n=0;t.addEventListener("touchmove",function(r){r.touches.length>1||(t.classList.add("\
hinting"),window.clearTimeout(n),n=window.setTimeout(()=>t.classList.remove("hinting"),900))},{passive:!0})}var mo=80;function Wt(e){let t=e.getContainer();for(let n of["pointerdown","keydown","wheel","touchstart"])t.addEventListener(n,function(r){!r.target.closest(".\
map-presets, .map-room")&&r.key!=="Tab"&&(o.touched=!0)},{capture:!0,passive:!0});e.on("moveend",function(){o.touched&&o.ready&&fo(e),T(),G()})}function _t(e){let t=e.
getContainer(),n=function(){window.innerHeight<mo||t.style.height===`${window.innerHeight}px`||(t.style.height=`${window.innerHeight}px`,e.invalidateSize({pan:o.
own,animate:!1}))};window.addEventListener("resize",n),e.on("resize",function(){o.ready&&o.scene&&!o.own&&O(o.preset,!1),T()}),n()}function fo(e){o.own=!0;let t=e.
getCenter(),n=Ot({lat:t.lat,lon:t.lng,zoom:e.getZoom()});ne(r=>n===null?r.delete("at"):r.set("at",n)),B()}function $t(e,t){performance.mark("map-start"),o.map=e,po(e),o.urls=t,L.control.scale({imperial:!1,maxWidth:140}).addTo(e),Me(e),De(e),_t(e),Dt(e),Wt(e);let n=Object.
fromEntries(Object.keys(t).filter(r=>r!=="railways").map(r=>[r,Le(r)]));go(n).catch(function(r){let s=m(`The map could not be loaded (${r.message}).`,"p");s.className=
"map-fault",e.getContainer().append(s),console.error(r)})}function po(e){for(let[t,n]of Ve){let r=e.createPane(t);r.style.zIndex=n,je.includes(t)||(r.style.pointerEvents=
"none")}for(let t of["nodes","labels","beside","badges","numbers"])o[t]=L.layerGroup().addTo(e)}async function go(e){let[t,n,r,s]=await Promise.all([e.legs,e.places,
e.look,e.countries]);performance.mark("map-data"),Ae(t),o.places=n,o.served={legs:new Map(o.legs),places:n},o.look=r,o.ready=!0,o.scene&&ke(),ee("countries",s),
performance.mark("map-drawn");for(let i of ht.filter(a=>e[a])){let a=await e[i];await ho(),ee(i,a)}T(),wt(o.map)}function ho(){return new Promise(e=>{window.setTimeout(
e,0)})}window.corridorMap={start:$t,show:Bt};})();
