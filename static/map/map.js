/* Built by "make map" from static/map/src: change it there. fbfe58d2d98fce66 ab0af12bb57e3c0e */
(()=>{var s={map:null,scene:null,ready:!1,legs:new Map,places:null,look:null,served:null,adopted:"",nodes:null,labels:null,beside:null,badges:null,notes:null,numbers:null,
svg:{},discs:new Map,clusters:new Map,preset:null,own:!1,touched:!1,followed:void 0,picked:null,clicks:0,stops:{numbers:[],nodes:[],legs:[]},focus:null,asked:null,
box:null,urls:{},rivers:null};function ae([e,t,n,o],{units:r,lang:i,basis:a,digits:c,unit:l="h",inDaysFrom:u=1/0}){let d=o===1?5:c,g=l==="h"&&e>=u,[h,E]=g?["d",24]:[l,1],ie=new Intl.NumberFormat(
i,{maximumSignificantDigits:d}),C=on=>ie.format(on/E),Qt=new Intl.PluralRules(i).select(Number((e/E).toPrecision(d))),en=r[h][Qt]||r[h].other,tn=C(t)===C(n)?"":
` (${C(t)}–${C(n)})`,nn=a?`, ${a[o]}`:"";return en.replace("{value}",C(e))+tn+nn}var sn="500 12px Inter, 'Segoe UI', system-ui, sans-serif",Me=document.createElement("canvas").getContext("2d"),ce=new Map,rn=48;function f(){return s.look.words[s.
scene.lang]}function A(e){let t=s.places.nodes[e];return t?N(t.names):e}function N(e){return e[s.scene.lang]||e.en}function le(e){return s.discs.has(e)?s.discs.
get(e).note:""}function ue(e){let t=s.places.legs[e.id],n=(s.scene.backwards||[]).includes(e.id),o=n?t.ends.slice().reverse():t.ends,{modes:r,statuses:i,marks:a,
drawn:c,mm:l,no_time:u}=f(),d=t.gauge?`, ${t.gauge} ${l}`:"",g=n&&t.hours_back||t.hours;return Ne([[`${A(o[0])} – ${A(o[1])}`,"strong"],[le(e.id)],[`${r[t.mode]}${d}\
 · ${i[t.status]}`],[`${g?an(g):u} · ${t.km?cn(t.km):""}`.replace(/ · $/,"")],[a[(s.scene.marks||{})[e.id]]],[c[e.fidelity||t.fidelity],"small"]])}function me(e){
let t=f().kinds[s.places.nodes[e].kind];return Ne([[A(e),"strong"],[le(e)],[t,le(e)&&"small"]])}function _(e){return[...e.children].map(t=>t.textContent).join("\
. ")}function m(e,t="span"){let n=document.createElement(t);return n.textContent=e,n}function y(e){return ce.has(e)||(Me.font=sn,ce.set(e,Math.ceil(Me.measureText(
e).width)+1)),ce.get(e)}function an(e){return ae(e,{units:f().units,lang:s.scene.lang,basis:f().basis,digits:2,inDaysFrom:rn})}function cn(e){return ae(e,{units:f().
units,lang:s.scene.lang,basis:null,digits:3,unit:"km"})}function Ne(e){let t=document.createElement("div");return t.append(...e.filter(([n])=>n).map(([n,o])=>m(
n,o||"div"))),t}function $(){return!!(s.box&&s.map.hasLayer(s.box))}function fe(e,t,n){let o=n.map(function([c,l]){let u=m(c,"button");return u.type="button",u.tabIndex=-1,u.addEventListener(
"click",function(){s.map.closePopup(),l()}),u}),r=document.createElement("div");r.className="map-choices",r.append(...o);let i=document.createElement("div");i.append(
m(t,"strong"),r);let a=s.map.getSize();s.box=L.popup({className:"map-ask",closeButton:!1,autoPan:!0,autoPanPaddingTopLeft:[56,48],autoPanPaddingBottomRight:[12,
12],offset:[0,-4],maxWidth:Math.min(320,a.x-40),maxHeight:Math.max(120,a.y-120)}).setLatLng(e).setContent(i).openOn(s.map),o[0].focus({preventScroll:!0})}var ln={wide:"M7 7 2 12l5 5v-3.600h10V17l5-5-5-5v3.600H7z",full:"M3 3h7v2.500H5.500V10H3zM14 3h7v7h-2.500V5.500H14zM3 14h2.500v4.500H10V21H3zM18.500 14H21v7h-7v\
-2.500h4.500z"},Re="data-map-wide",de="data-fills";function Ce(e){let t=new L.Control({position:"topleft"});t.onAdd=function(){let n=L.DomUtil.create("div","lea\
flet-bar map-room");return L.DomEvent.disableClickPropagation(n),n.append(Ie("wide",un),Ie("full",mn)),n},t.addTo(e),document.addEventListener("fullscreenchange",
I)}function I(){let e={wide:Pe()?.hasAttribute(Re)||!1,full:Fe()};for(let[t,n]of Object.entries(e)){let o=s.map.getContainer().querySelector(`.map-${t}`);o&&(o.
title=f()[t],o.setAttribute("aria-label",f()[t]),o.setAttribute("aria-pressed",String(n)))}}function pe(){return Fe()?(document.fullscreenElement&&document.exitFullscreen(),
H()?.removeAttribute(de),I(),!0):!1}function Fe(){return!!document.fullscreenElement||!!H()?.hasAttribute(de)}function un(){Pe()?.toggleAttribute(Re),I()}async function mn(){
if(!pe()){try{await document.documentElement.requestFullscreen()}catch{H()?.setAttribute(de,"")}I()}}function H(){try{return window.frameElement}catch{return null}}
function Pe(){return H()?.ownerDocument.documentElement}function Ie(e,t){let n=document.createElement("button");n.type="button",n.className=`map-${e}`,n.tabIndex=
-1;let o="http://www.w3.org/2000/svg",r=document.createElementNS(o,"svg"),i=document.createElementNS(o,"path");return r.setAttribute("viewBox","0 0 24 24"),r.setAttribute(
"aria-hidden","true"),i.setAttribute("d",ln[e]),r.append(i),n.append(r),n.addEventListener("click",t),n}var ze={ArrowRight:(e,t)=>(e+1)%t,ArrowLeft:(e,t)=>(e-1+t)%t,Home:()=>0,End:(e,t)=>t-1},fn={ArrowDown:1,ArrowUp:-1};function Be(e,t,n){return n in ze?dn(e,t,n):
pn(e,t,n)}function dn(e,[t,n],o){let r=e[t]||0;return r?[t,ze[o](n,r)]:null}function pn(e,[t],n){let o=fn[n];if(!o)return null;for(let r=t+o;r>=0&&r<e.length;r+=
o)if(e[r])return[r,0];return null}var gn=2,hn=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Home","Enter"," "];function De(e,t){if(!hn.includes(t))return null;let n=t==="ArrowUp"?0:e.findIndex(
(o,r)=>r>=gn&&o.length);return n>=0&&e[n]?.length?[n,0]:null}function We(e){for(let[t,n]of e.entries()){let o=n.findIndex(r=>r.element()===document.activeElement);
if(o>=0)return[t,o]}return null}function U(e=!1){let t=s.map.getContainer();return $()&&!e?[[...s.box.getElement().querySelectorAll("button")].map(ge)]:[[...t.querySelectorAll(
".map-presets button")].map(ge),[...t.querySelectorAll(".leaflet-control-zoom a, .map-room button")].filter(n=>n.offsetWidth).map(ge),s.stops.numbers,s.stops.nodes,
s.stops.legs]}function ge(e){return{id:e.dataset.preset||e.className,element:()=>e}}function G(e,t){let n=e.element();if(!n)return;e.at&&t&&s.map.panInside(e.at(),
{padding:[50,60],animate:!1});let o=e.element()||n;o.setAttribute("tabindex","-1"),o.dataset.stop=e.id,e.label&&(o.setAttribute("role","button"),o.setAttribute(
"aria-label",e.label())),o.focus({preventScroll:!0}),e.layer&&(e.layer.openTooltip(e.at()),o.addEventListener("blur",()=>e.layer.closeTooltip(),{once:!0}))}var V=90,_e={ArrowLeft:[-V,0],ArrowRight:[V,0],ArrowUp:[0,-V],ArrowDown:[0,V]},$e={"+":"zoomIn","=":"zoomIn","-":"zoomOut"};function He(e){let t=e.getContainer();
e.keyboard.disable(),t.tabIndex=0,t.querySelectorAll("a, button").forEach(o=>{o.tabIndex=-1});let n=document.createElement("p");n.id="map-help",n.className="map\
-help",t.append(n),t.setAttribute("aria-describedby",n.id),t.addEventListener("keydown",o=>{wn(o)&&yn(o)&&o.preventDefault()}),t.addEventListener("mousedown",()=>{
t.contains(document.activeElement)||t.focus({preventScroll:!0})}),t.addEventListener("focusin",()=>he(t)),t.addEventListener("focusout",()=>window.setTimeout(()=>he(
t),0))}function Ue(){document.getElementById("map-help").textContent=f().keys}function j(){let e=s.map.getContainer();if(s.focus&&document.activeElement===document.
body&&document.hasFocus()){let t=U().flat().find(n=>n.id===s.focus);t&&G(t,!1)}he(e)}function he(e){let t=e.contains(document.activeElement)&&document.activeElement!==
e;e.tabIndex=t?-1:0,(document.activeElement===e||document.activeElement!==document.body)&&(s.focus=t&&document.activeElement.dataset.stop||null)}function wn(e){
return!e.altKey&&!e.ctrlKey&&!e.metaKey}function yn(e){return e.key==="Escape"?bn():e.shiftKey&&_e[e.key]?(s.map.panBy(_e[e.key]),!0):$e[e.key]?(s.map[$e[e.key]](),
!0):xn(e.key)}function xn(e){let t=U(),n=We(t);if(n&&(e==="Enter"||e===" "))return Ln(t[n[0]][n[1]]);let o=n?Be(t.map(r=>r.length),n,e):De(t,e);return o&&G(t[o[0]][o[1]],
!0),!!o}function bn(){let e=s.map.getContainer();if($()){let t=U(!0).flat().find(n=>n.id===s.asked);return s.map.closePopup(),t?G(t,!1):e.focus({preventScroll:!0}),
!0}if(pe())return!0;if(document.activeElement!==e)return e.focus({preventScroll:!0}),!0;try{let t=window.frameElement,n=[...t.ownerDocument.querySelectorAll(".c\
x-after-map")].find(o=>t.compareDocumentPosition(o)&Node.DOCUMENT_POSITION_FOLLOWING);return n?.focus(),!!n}catch{return!1}}function Ln(e){return e.open?(s.asked=
e.id,e.open(),!0):!1}function Ge(e,t){let n=[];for(let o of e){let r=o.members.length?t(o.id):void 0,i=r&&n.find(a=>a.point&&Math.hypot(a.point.x-r.x,a.point.y-r.y)<19);if(!i){n.push(
{...o,point:r,with:[o.id]});continue}i.members=[...i.members,...o.members],i.text=String(i.members.length),i.level=Math.min(i.level,o.level),i.with.push(o.id)}return n}function we(e){let t=En(s.legs.get(e).line.getLatLngs()).map(i=>s.map.latLngToContainerPoint(i)),n=t.slice(1).map((i,a)=>i.distanceTo(t[a])),o=n.reduce((i,a)=>i+
a,0),r=o/2;for(let[i,a]of n.entries()){if(r<=a&&a>0){let c=t[i+1].subtract(t[i]);return{length:o,point:t[i].add(c.multiplyBy(r/a))}}r-=a}return null}function Z(e){
return e.filter(t=>s.legs.has(t)).map(t=>({id:t,...we(t)})).filter(t=>t.point)}function Ve(e){let t=[];for(let n of e){let o=s.places.legs[n];if(!o||!s.legs.has(
n))continue;let r=t.at(-1);r&&r.mode===o.mode&&o.ends.some(a=>r.ends.includes(a))?(r.legs.push(n),r.ends=o.ends):t.push({mode:o.mode,legs:[n],ends:o.ends})}return t}
function En(e){return Array.isArray(e[0])?e.reduce((t,n)=>n.length>t.length?n:t):e}function x(e,t){s.clicks+=1,s.picked=e,window.Streamlit.setComponentValue({id:e,kind:t,n:s.clicks})}function Ze(e,t,n={}){let o=[],r=c=>Sn(c,e)&&o.every(l=>!Tn(c,l)),i=Object.fromEntries(Object.entries(n).map(([c,l])=>[c,An(l)])),a=[];for(let c of t){if(c.blocked){
o.push(c.blocked);continue}let l=c.boxes.map((h,E)=>[h,E]).filter(([h])=>r(h)),u=(c.shuns||[[]]).map(h=>l.find(([E])=>h.every(ie=>!i[ie]?.(E)))).find(Boolean);if(!u)
continue;let[d,g]=u;o.push(kn(d,c.margin||0)),a.push({wish:c,choice:g})}return a}function v(e,t,n=t){return[e.x-t/2,e.y-n/2,e.x+t/2,e.y+n/2]}function F(e,t,n,o){
let r=(l,u)=>[l,u,l+t,u+n],i=e.x-t/2,a=e.x+o,c=e.x-t-o;return[r(a,e.y-n/2),r(i,e.y-n-o+1),r(i,e.y+o-1),r(c,e.y-n/2),r(a-2,e.y-n-2),r(a-2,e.y+2),r(c+2,e.y-n-2),r(
c+2,e.y+2),r(i,e.y-n*2-2),r(i,e.y+n+2),r(a+12,e.y-n-12),r(a+12,e.y+12),r(c-12,e.y-n-12),r(c-12,e.y+12)]}function qe(e,t){let n=(o,r,i)=>Math.max(2-o,Math.min(0,
i-2-r));return[n(e[0],e[2],t.x),n(e[1],e[3],t.y)]}function An(e){let t=new Map;for(let n of e){let o=je(Math.floor(n.x/16),Math.floor(n.y/16));t.has(o)||t.set(o,
[]),t.get(o).push(n)}return function(n){for(let o=Math.floor(n[0]/16);o<=Math.floor(n[2]/16);o+=1)for(let r=Math.floor(n[1]/16);r<=Math.floor(n[3]/16);r+=1)if((t.
get(je(o,r))||[]).some(i=>vn(i,n)))return!0;return!1}}function je(e,t){return`${e} ${t}`}function vn(e,t){return e.x>=t[0]&&e.x<=t[2]&&e.y>=t[1]&&e.y<=t[3]}function kn(e,t){
return[e[0]-t,e[1]-t,e[2]+t,e[3]+t]}function Sn(e,t){return e[0]>2&&e[1]>2&&e[2]<t.x-2&&e[3]<t.y-2}function Tn(e,t){return e[2]>=t[0]&&e[0]<=t[2]&&e[3]>=t[1]&&e[1]<=
t[3]}var Ke=[["land",210],["water",220],["rail",230],["borders",240],["names",250],["context",410],["casing",420],["legs",430],["hit",440],["nodes",450],["badges",460],
["labels",470],["notes",475],["numbers",480]],Ye=["hit","nodes","numbers"],k={emphasised:4.2,alternative:2.2,context:1.5,casing:3.2,hit:16,selected:1.5},w={size:22,
end:24},R={least:70,zoom:7.5,seconds:.6},Je=.12,q={least:90,zoom:3},b={height:16,gap:7,margin:3},P={width:190,row:16,pad:6},S={size:20,widths:{1:1.9,2:1.5,3:1.2,
4:1}},K={size:20,least:64},z={size:16,least:24},Y={height:18,margin:8},p={height:15,margin:4,pad:4,gap:3,dot:5,tries:9,apart:18},Xe=5.5,Qe=[[0,-14],[0,14],[-14,
0],[14,0],[-12,-12],[12,-12]],et=[[0,0],[0,-16],[0,16]];function tt(e){let t=new Map;e.alternatives.forEach(i=>i.legs.forEach(a=>t.set(a,(t.get(a)||0)+1)));let n=s.map.getSize(),o=i=>i.x>0&&i.y>0&&i.x<n.x&&i.y<n.y;return[
...e.alternatives].sort((i,a)=>+(a.id===e.chosen)-+(i.id===e.chosen)).map(function(i){let a=Z(i.legs).filter(c=>o(c.point)).sort((c,l)=>t.get(c.id)-t.get(l.id)||
l.length-c.length);return J(a,w.size,c=>On(i,i.id===e.chosen,c),b.margin)})}function nt(){let e=Ge([...s.discs.values()],T);return s.clusters=new Map(e.flatMap(
t=>t.with.map(n=>[n,t]))),e.map(function(t){let n=T(t.id)?[{point:T(t.id)}]:Z([t.id]);return J(n,S.size,o=>xe({className:`map-disc level-${t.level}`,html:m(t.text)},
S.size,o))})}function ot(e){return Object.entries(e.marks||{}).map(function([t,n]){let o=T(t),r=o?Qe.map(i=>({point:o.add(i)})):ye([t],z.least);return it(r,s.look.
marks[n],`map-sign map-mark ${n}`)})}function st(e){let t=e.marks||{};return e.legs.filter(n=>s.places.legs[n]&&!t[n]).map(n=>[n,s.look.signs[s.places.legs[n].status]]).
filter(([,n])=>n).map(([n,o])=>it(ye([n],z.least),o,"map-sign"))}function rt(e){return Ve(e.legs).map(function(t){let n=ye(t.legs,K.least).sort((o,r)=>r.length-
o.length);return J(n,K.size,o=>xe({className:"map-badge",html:Mn(s.look.modes[t.mode],e.dark)},K.size,o))})}function T(e){let t=s.places.nodes[e];return t&&s.map.
latLngToContainerPoint(t.at)}function ye(e,t){return Z(e).filter(n=>n.length>=t)}function it(e,t,n){return J(e,z.size,o=>xe({className:n,html:m(t)},z.size,o))}function J(e,t,n,o=0){
return{boxes:e.map(r=>v(r.point,t)),margin:o,draw:r=>n(e[r].point)}}function xe(e,t,n){let o=L.divIcon({...e,iconSize:[t,t]});L.marker(s.map.containerPointToLatLng(
n),{icon:o,pane:"badges",interactive:!1,keyboard:!1}).addTo(s.badges)}function On(e,t,n){let o=L.divIcon({className:`map-number${t?" chosen":""}`,html:m(e.label),
iconSize:[w.size,w.size]}),r=L.marker(s.map.containerPointToLatLng(n),{icon:o,pane:"numbers",title:e.title,alt:e.title,keyboard:!1}),i=()=>x(e.id,"route");r.on(
"click",i),r.addTo(s.numbers);let a=r.getElement();a.setAttribute("role","button"),a.setAttribute("tabindex","-1"),a.setAttribute("aria-label",e.title),a.setAttribute(
"aria-pressed",String(t)),s.stops.numbers.push({id:`route ${e.id}`,element:()=>a,at:()=>r.getLatLng(),open:i})}function Mn(e,t){let n="http://www.w3.org/2000/sv\
g",o=document.createElementNS(n,"svg");o.setAttribute("viewBox","0 0 24 24"),o.setAttribute("aria-hidden","true");let r=document.createElementNS(n,"path");return r.
setAttribute("d",e.path),r.setAttribute("fill-rule","evenodd"),r.setAttribute("fill",t?e.dark:e.light),o.append(r),o}var Nn=5,In=2,Rn=[[5,5],[5,-5],[-5,5],[-5,-5]],X=40;function ct(e){let t=e.alternatives.filter(a=>a.look).flatMap(a=>a.legs),n=new Set([...e.legs,...t]),o=[...e.
context,...e.alternatives.flatMap(a=>a.legs)].filter(a=>!n.has(a)),r=at(n),i=t.length?r.flatMap(a=>Rn.map(c=>a.add(c))):[];return{strong:[...r,...i],weak:at(new Set(
o))}}function Q(e){if(Array.isArray(e[0]))return e.flatMap(Q);let t=s.map.getSize(),n=L.bounds([-X,-X],[t.x+X,t.y+X]);return Cn(e.map(o=>s.map.latLngToContainerPoint(
o))).filter(o=>n.contains(o))}function Cn(e){let t=e.slice(0,1),n=e[0];for(let o of e.slice(1)){let r=n.distanceTo(o);if(r<In)continue;let i=Math.ceil(r/Nn);for(let a=1;a<=
i;a+=1)t.push(n.add(o.subtract(n).multiplyBy(a/i)));n=o}return t}function at(e){return[...e].map(t=>s.legs.get(t)).filter(Boolean).flatMap(t=>Q(t.line.getLatLngs()))}var Fn=[["strong","weak"],["strong"]];function lt(){return s.places.countries.map(e=>ft(e.spots,N(e.names),"map-country",Y.margin))}function ut(){return pt(s.places.
seas).map(e=>ft(e.spots,N(e.names),"map-water",p.margin))}function be(){return s.rivers?Object.entries(s.places.rivers).filter(([,e])=>gt(e)).map(function([e,t]){
let n=N(t.names),o=y(n)+p.pad,r=Q(s.rivers.get(e)||[]),i=Math.max(1,Math.floor(r.length/p.tries)),a=Math.floor(r.length/2),l=r.map((u,d)=>[Math.abs(d-a),u]).filter(
([u])=>u%i===0).sort(([u],[d])=>u-d).map(([,u])=>u).flatMap(u=>F(u,o,p.height,p.gap).slice(0,4));return Le(l,n,"map-water",p.margin,o,p.height)}):[]}function mt(e){
return pt(s.places.capitals).map(t=>({capital:t,point:s.map.latLngToContainerPoint(t.at)})).filter(({point:t})=>e.every(n=>n.point.distanceTo(t)>p.apart)).map(function({
capital:t,point:n}){let o=N(t.names),r=y(o)+2,i=F(n,r,p.height,p.dot).slice(0,8),a=Le(i,o,"map-capital",p.margin,r,p.height),c=a.draw;return a.draw=function(l){
c(l),dt("","map-dot",v(n,p.dot))},a})}function ft(e,t,n,o){let r=(y(t)*.62+6)*2,i=e.map(c=>s.map.latLngToContainerPoint(c)),a=et.flatMap(c=>i.map(l=>v(l.add(c),
r,Y.height)));return Le(a,t,n,o,r,Y.height)}function Le(e,t,n,o){return{boxes:e,margin:o,shuns:Fn,draw:r=>dt(t,n,e[r])}}function dt(e,t,n){let o=L.divIcon({className:t,
html:m(e),iconSize:[n[2]-n[0],n[3]-n[1]]}),r=[(n[0]+n[2])/2,(n[1]+n[3])/2];L.marker(s.map.containerPointToLatLng(r),{icon:o,pane:"names",interactive:!1,keyboard:!1}).
addTo(s.labels)}function pt(e){return e.filter(gt)}function gt(e){return s.map.getZoom()>=e.from}var Pn=[26,44,70,100,140,190],ht=12,Ee=8,Ae=9,wt=5,ee=24;function xt(e,t,n,o){let r=[],i=(a,c)=>r.push([a,c,a+t,c+n]);for(let a of Pn)for(let c=0;c<ht;c+=1){let l=2*
Math.PI*(c/ht-.25);i(e.x+Math.cos(l)*(a+t/2)-t/2,e.y+Math.sin(l)*(a+n/2)-n/2)}for(let a=ee;a<o.y-n;a+=ee)for(let c=ee;c<o.x-t;c+=ee)i(c,a);return r}function bt(e,t){
let n=[yt(t.x,e[0],e[2]),yt(t.y,e[1],e[3])],o=Math.hypot(t.x-n[0],t.y-n[1]);if(o<Ee+Ae)return null;let r=(t.x-n[0])/o,i=(t.y-n[1])/o,a=[t.x-Ee*r,t.y-Ee*i],c=[a[0]-
Ae*r,a[1]-Ae*i],l=[wt*i,wt*r];return{shaft:[n,c],head:[a,[c[0]-l[0],c[1]+l[1]],[c[0]+l[0],c[1]-l[1]]]}}function Lt(e,t,n){let o=[];for(let r of e.split(" ").flatMap(
i=>zn(i,t,n))){let i=o.length?`${o.at(-1)} ${r}`:r;o.length&&n(i)<=t?o[o.length-1]=i:o.push(r)}return o}function zn(e,t,n){let o=[""];for(let r of e)o.at(-1)&&n(
o.at(-1)+r)>t?o.push(r):o[o.length-1]+=r;return o}function yt(e,t,n){return Math.min(Math.max(e,t),n)}var te={fill:!1,smoothFactor:1.5},Et={stroke:!1,smoothFactor:1.2},Bn={countries:["land","land",Et],lakes:["water","lake",Et],rivers:["water","river",te],railways:[
"rail","railway",te],borders:["borders","border",te],disputed:["borders","border disputed",te]},At=["borders","disputed","lakes","rivers"],Dn="Danube";function B(e){
return L.svg({pane:e,padding:.5})}function ne(e,t){let[n,o,r]=Bn[e],i=({properties:c})=>({className:c?.name===Dn?`${o} main`:o,...r}),a=L.geoJSON(t,{pane:n,renderer:B(
n),interactive:!1,style:i}).addTo(s.map);e==="rivers"&&(s.rivers=new Map,a.eachLayer(c=>s.rivers.set(c.feature.properties.name,c.getLatLngs())))}async function ve(e){
let t=await fetch(s.urls[e]);if(!t.ok)throw new Error(`${e}: ${t.status}`);return t.json()}function vt(e){let t=null,n=function(){let o=e.getZoom()>=Xe;e.getPane(
"rail").style.display=o?"":"none",!(!o||t||!s.urls.railways)&&(t=ve("railways").then(r=>ne("railways",r)).catch(r=>console.error(r)))};e.on("zoomend",n),n()}function kt(e){let t=s.map.getSize(),n=Math.min(P.width,t.x/2),o=r=>r.x>0&&r.y>0&&r.x<t.x&&r.y<t.y;return(e.notes||[]).map(r=>({...r,point:s.map.latLngToContainerPoint(
r.at)})).filter(r=>o(r.point)).map(function(r){let i=Lt(r.text,n,y),a=Math.max(...i.map(y))+2*P.pad,c=i.length*P.row+2*P.pad,l=xt(r.point,a,c,t);return{boxes:l,
margin:b.margin,shuns:[["strong"],[]],draw:u=>Wn(r,i,l[u])}})}function Wn(e,t,n){let o=bt(n,e.point);s.svg.notes||=B("notes");let r={pane:"notes",renderer:s.svg.
notes,interactive:!1,smoothFactor:0};if(o){let c=l=>l.map(u=>s.map.containerPointToLatLng(u));L.polyline(c(o.shaft),{...r,className:"note-shaft",weight:2}).addTo(
s.notes),L.polygon(c(o.head),{...r,className:"note-head",weight:1,fillOpacity:1}).addTo(s.notes)}let i=document.createElement("div");i.append(...t.map(c=>m(c)));
let a=L.divIcon({className:"map-noted",html:i,iconSize:[n[2]-n[0],n[3]-n[1]],iconAnchor:[e.point.x-n[0],e.point.y-n[1]]});L.marker(e.at,{icon:a,pane:"notes",interactive:!1,
keyboard:!1}).addTo(s.notes)}var _n=[0,0,44,156],St=[150,34],$n=[["strong"],[]],oe=20,Hn=6;function O(){let e=s.scene;if(!s.ready||!e)return;s.labels.clearLayers(),s.badges.clearLayers(),s.
notes.clearLayers(),s.numbers.clearLayers(),s.stops.numbers=[];let t=Un(e),n=s.map.getSize(),o=[{blocked:_n},{blocked:qn()},{blocked:[0,n.y-St[1],St[0],n.y]},...[
e.origin,e.destination].map(T).filter(Boolean).map(r=>({blocked:v(r,w.end)})),...kt(e),...tt(e),...nt(),...t.filter(r=>!s.discs.has(r.id)).map(r=>({blocked:v(r.
point,Hn)})),...ot(e),...t.filter(r=>Gn(e,r.id)).map(r=>Vn(e,r)),...st(e),...rt(e),...ut(),...be().slice(0,1),...lt(),...mt(t),...be().slice(1)];Ze(n,o,ct(e)).forEach(
({wish:r,choice:i})=>r.draw(i))}function Un(e){let t=s.map.getSize();return e.nodes.map(n=>({id:n,point:T(n)})).filter(({point:n})=>n&&n.x>-oe&&n.y>-oe&&n.x<t.x+
oe&&n.y<t.y+oe)}function Gn(e,t){return s.places.nodes[t].kind!=="project"||t===e.place}function Vn(e,t){let n=A(t.id),o=y(n)+2,r=F(t.point,o,b.height,b.gap+jn(
e,t.id));return{boxes:r,margin:b.margin,shuns:$n,draw:i=>Zn(n,t,r[i],o)}}function jn(e,t){return[e.origin,e.destination,e.place].includes(t)?w.end/2-2:s.discs.has(
t)?S.size/2-3:0}function Zn(e,t,n,o){let r=L.divIcon({className:"map-label",html:m(e),iconSize:[o,b.height],iconAnchor:[t.point.x-n[0],t.point.y-n[1]]});L.marker(
s.places.nodes[t.id].at,{icon:r,pane:"labels",interactive:!1,keyboard:!1}).addTo(s.labels)}function qn(){let e=s.map.getContainer().querySelector(".map-presets"),
t=e?.lastElementChild;return t?[0,0,e.offsetLeft+t.offsetLeft+t.offsetWidth,e.offsetTop+e.offsetHeight]:[0,0,0,0]}function Tt(e,t){let n=Kn(e);if(n.length<2||!t)return n;let o=n.slice(1).map((r,i)=>Yn(n[i],r));return n.map(function(r,i){let a=o[Math.max(i-1,0)],c=o[Math.min(
i,o.length-1)],l=a.x+c.x,u=a.y+c.y,d=l*l+u*u,g=d<1e-6?0:Math.min(2/d,1.6/Math.sqrt(d)),[h,E]=g?[l*g,u*g]:[a.x,a.y];return{x:r.x+h*t,y:r.y+E*t}})}function Kn(e){
return e.filter((t,n)=>n===0||Math.hypot(t.x-e[n-1].x,t.y-e[n-1].y)>=.5)}function Yn(e,t){let n=Math.hypot(t.x-e.x,t.y-e.y);return{x:-(t.y-e.y)/n,y:(t.x-e.x)/n}}var Jn=1.4,Xn=1.5,ke=null;function Ot(e){ke||=Qn(),s.beside.clearLayers();for(let t of e.alternatives.filter(n=>n.look))t.legs.forEach(function(n,o){let r=s.legs.
get(n);if(!r)return;let i=(t.lanes||[])[o]||0,a={pane:"legs",renderer:s.svg.legs,interactive:!1,smoothFactor:1,lane:i*(t.look.weight+Jn)};new ke(r.line.getLatLngs(),
{...a,className:"casing",weight:t.look.weight+2,lineCap:"round",pane:"casing",renderer:s.svg.casing}).addTo(s.beside),new ke(r.line.getLatLngs(),{...a,className:"\
beside",lineCap:t.look.dashArray?"butt":"round",...t.look}).addTo(s.beside)})}function Qn(){return L.Polyline.extend({_projectLatlngs(e,t,n){let o=[];L.Polyline.
prototype._projectLatlngs.call(this,e,o,n);for(let r of o){let i=L.LineUtil.simplify(r,Xn);t.push(Tt(i,this.options.lane).map(({x:a,y:c})=>L.point(a,c)))}}})}var Mt=null;function se(e,t,n){Mt||=eo();let o=new Mt({direction:"top",className:"map-tip",...n});o.setContent(t),e.bindTooltip(o);let r=()=>e.getElement()?.setAttribute(
"tabindex","-1");e.on("add",r),r()}function eo(){return L.Tooltip.extend({_setPosition(e){L.Tooltip.prototype._setPosition.call(this,e);let t=this._container,o=this.
_map.layerPointToContainerPoint(L.DomUtil.getPosition(t)),r=[parseFloat(getComputedStyle(t).marginLeft)||0,parseFloat(getComputedStyle(t).marginTop)||0],i=o.x+r[0],
a=o.y+r[1],[c,l]=qe([i,a,i+t.offsetWidth,a+t.offsetHeight],s.map.getSize());(c||l)&&L.DomUtil.setPosition(t,L.DomUtil.getPosition(t).add([c,l])),t.classList.toggle(
"moved",!!(c||l))}})}var to=["context","casing","line","core","hit"];function Te(e){for(let t of["context","casing","legs","hit"])s.svg[t]||=B(t);for(let t of e.features){let n=oo(t);
se(n.hit,()=>ue(n),{sticky:!0}),n.hit.on("click",()=>x(n.id,"leg")),n.hit.on("mouseover",()=>s.map.getContainer().classList.add("over-leg")),n.hit.on("mouseout",
()=>s.map.getContainer().classList.remove("over-leg")),s.legs.set(n.id,n)}}function It(e){let t=e?JSON.stringify(e):"";if(t===s.adopted)return;s.adopted=t;let n=e?
e.lines:{};s.legs.forEach((r,i)=>{(r!==s.served.legs.get(i)||n[i])&&to.forEach(a=>r[a].remove())}),s.legs=new Map(s.served.legs),Te({features:Object.keys(n).map(
r=>({properties:{leg_id:r},geometry:{type:"LineString",coordinates:n[r]}}))});let o=s.served.places;s.places=e?{...o,nodes:{...o.nodes,...e.nodes},legs:{...o.legs,
...e.legs}}:o}function Rt(e){let t=new Set(e.legs),n=new Set(e.context),o=new Set(e.alternatives.flatMap(i=>i.legs));s.legs.forEach(function(i,a){let c=t.has(a),
l=!c&&o.has(a),u=!c&&(l||n.has(a));D(i.context,u),D(i.casing,c),D(i.line,c),D(i.core,c&&Se(i)),D(i.hit,c||u),c?ro(i,a===e.selected):u&&so(i,l)});let r=[...new Set(
[...e.legs,...e.alternatives.flatMap(i=>i.legs)])];s.stops.legs=r.map(i=>s.legs.get(i)).filter(Boolean).map(no),Ot(e),Nt(e.legs,["line","core","hit"]),t.has(e.selected)&&
Nt([e.selected],["casing","line","core"])}function no(e){let t=function(){let n=we(e.id);return n?s.map.containerPointToLatLng(n.point):e.line.getBounds().getCenter()};
return{id:e.id,element:()=>e.hit.getElement(),at:t,open:()=>x(e.id,"leg"),layer:e.hit,label:()=>_(ue(e))}}function oo(e){let{geometry:t,properties:n}=e,o=L.GeoJSON.
coordsToLatLngs(t.coordinates,t.type==="LineString"?0:1),r=(i,a)=>L.polyline(o,{pane:i,renderer:s.svg[i],interactive:!1,lineCap:"butt",smoothFactor:1,...a});return{
id:n.leg_id||e.id,fidelity:n.fidelity,context:r("context"),casing:r("casing",{className:"casing",lineCap:"round"}),line:r("legs"),core:r("legs",{className:"core"}),
hit:r("hit",{interactive:!0,weight:k.hit,opacity:0,className:"hit",bubblingMouseEvents:!1})}}function so(e,t){let n=Ct(e);e.context.setStyle({color:Ft(n),weight:t?
k.alternative:k.context,opacity:t?.7:.5,dashArray:n.dash||null})}function ro(e,t){let n=Ct(e),o=n.dash||null,r=s.look.fidelity[Pt(e)],i=s.discs.get(e.id),a=(Se(
e)?1:r.width)*(i?S.widths[i.level]:1),c=k.emphasised*a+(t?k.selected:0);Se(e)&&e.core.setStyle({weight:c*.45,opacity:1,dashArray:o}),e.line.setStyle({color:Ft(n),
weight:c,opacity:r.opacity,dashArray:o}),e.casing.setStyle({weight:c+k.casing+(t?3:0),opacity:1}),e.casing.getElement()?.classList.toggle("selected",t)}function Ct(e){
return s.look.modes[s.places.legs[e.id].mode]}function Ft(e){return s.scene.dark?e.dark:e.light}function Pt(e){return e.fidelity||s.places.legs[e.id].fidelity}function Se(e){
return Pt(e)==="schematic"}function D(e,t){let n=s.map.hasLayer(e);t&&!n&&e.addTo(s.map),!t&&n&&e.remove()}function Nt(e,t){e.map(n=>s.legs.get(n)).filter(Boolean).
forEach(n=>t.forEach(o=>n[o].bringToFront()))}function zt(e){s.nodes.clearLayers(),s.stops.nodes=[];let t=e.around.filter(n=>!e.nodes.includes(n));[...t,...e.nodes].filter(n=>s.places.nodes[n]).forEach(n=>io(
e,n,{isFaint:t.includes(n),isChosen:n===e.place})),s.stops.nodes=[...s.stops.nodes.slice(t.length),...s.stops.nodes.slice(0,t.length)],[["origin","A"],["destina\
tion","B"]].forEach(function([n,o]){let r=s.places.nodes[e[n]];if(!r)return;let i=L.divIcon({className:`map-end map-${n}`,html:o,iconSize:[w.end,w.end]});L.marker(
r.at,{icon:i,pane:"badges",interactive:!1,keyboard:!1}).addTo(s.nodes)})}function io(e,t,{isFaint:n,isChosen:o}){let r=s.places.nodes[t],i=L.circleMarker(r.at,{
pane:"nodes",...co(r,n,o),className:`node node-${r.kind}${n?" faint":""}${o?" selected":""}`,fillOpacity:1,bubblingMouseEvents:!1});se(i,()=>me(t),{});let a=()=>ao(
e,t);i.on("click",a),s.nodes.addLayer(i),s.stops.nodes.push({id:t,element:()=>i.getElement(),at:()=>i.getLatLng(),open:a,layer:i,label:()=>_(me(t))})}function ao(e,t){
let n=s.clusters.get(t)?.members||[];e.askEnds?lo(t):n.length>1?fe(s.places.nodes[t].at,f().list,n.map(o=>[A(o),()=>x(o,"node")])):x(t,"node")}function co(e,t,n){
return n?{radius:7,weight:4}:t?{radius:2.6,weight:1}:{radius:e.kind==="city"?5:3.8,weight:1.6}}function lo(e){let{from_here:t,to_here:n}=f(),o=[["origin",t],["d\
estination",n]].map(([r,i])=>[i,()=>x(e,r)]);fe(s.places.nodes[e].at,A(e),o)}var Bt="(-?[0-9]{1,3}(?:\\.[0-9]{1,4})?)",uo=new RegExp(`^${Bt}_${Bt}_([0-9]{1,2}(?:\\.[0-9]{1,2})?)$`),mo=85,fo=180,po=1,go=14;function Dt(e){let t=uo.exec(e);
if(!t)return null;let[n,o,r]=t.slice(1).map(Number);return _t(n,o,r)?{lat:n+0,lon:o+0,zoom:r}:null}function Wt(e){let t=[e.lat.toFixed(4),e.lon.toFixed(4),e.zoom.
toFixed(2)].map(Number);return _t(...t)?t.join("_"):null}function _t(e,t,n){return Math.abs(e)<=mo&&Math.abs(t)<=fo&&n>=po&&n<=go}function $t(){try{return Dt(new URL(window.parent.location.href).searchParams.get("at")||"")}catch{return null}}function re(e){try{let t=new URL(window.parent.location.
href);e(t.searchParams),window.parent.history.replaceState(window.parent.history.state,"",t)}catch{}}function Ht(e){let t=s.preset===null,n=s.preset!==e.preset;s.preset=e.preset,t?ho(e):n?(s.own=!1,M(e.preset,!0)):!s.own&&e.preset==="whole"&&!s.map.getBounds().
pad(.02).contains(jt())&&M("whole",!0)}function M(e,t){s.touched=!1;let n=t&&!Gt(),o=e==="whole"?jt():L.latLngBounds(s.look.presets[e].bounds),r={paddingTopLeft:[
16,44],paddingBottomRight:[16,16]};Vt()?s.map.fitBounds(o,{animate:n,reset:!n,maxZoom:R.zoom,...r}):s.map.setView(o.getCenter(),q.zoom,{animate:!1,reset:!0})}function Ut(e){
if(!wo(e.selected||e.place||null)||!Vt())return;let t=yo(e);!t||xo(t)&&s.map.getBounds().pad(-.06).contains(t)||(s.touched=!0,s.map.flyToBounds(t.pad(.5),{maxZoom:R.
zoom,animate:!Gt(),duration:R.seconds}))}function Gt(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function ho(e){let t=$t();if(!t){M(e.
preset,!1);return}s.own=!0,s.map.setView([t.lat,t.lon],t.zoom,{animate:!1})}function wo(e){let t=s.followed===void 0,n=s.picked===e,o=e!==s.followed;return s.followed=
e,s.picked=null,!!e&&o&&!t&&!n}function Vt(){let e=s.map.getSize();return e.x>q.least&&e.y>q.least}function yo(e){let t=s.legs.get(e.selected),n=s.places.nodes[e.
place];return t?t.line.getBounds():n?L.latLngBounds([n.at,n.at]):null}function xo(e){let t=[e.getNorthWest(),e.getSouthEast()].map(n=>s.map.latLngToContainerPoint(
n));return t[0].distanceTo(t[1])>=R.least||s.map.getZoom()>=R.zoom-.5}function bo(e,t){return L.latLngBounds([Math.max(e.getSouth(),t.getSouth()),Math.max(e.getWest(),
t.getWest())],[Math.min(e.getNorth(),t.getNorth()),Math.min(e.getEast(),t.getEast())])}function jt(){let e=L.latLngBounds([]);[...s.scene.legs,...s.scene.alternatives.
flatMap(i=>i.legs)].map(i=>s.legs.get(i)).filter(Boolean).forEach(i=>e.extend(i.line.getBounds())),s.scene.nodes.map(i=>s.places.nodes[i]).filter(Boolean).forEach(
i=>e.extend(i.at));let n=L.latLngBounds(s.look.presets.whole.bounds).pad(Je),o=s.places.nodes[s.scene.place];return!(s.scene.origin||s.scene.destination||o&&!n.
contains(o.at))&&e.isValid()&&e.intersects(n)?bo(e,n):e.isValid()?e:L.latLngBounds(s.look.presets.whole.bounds)}function Zt(){let e=s.map.getContainer(),{presets:t,preset:n,zoom_in:o,zoom_out:r,fingers:i}=f(),a=e.querySelector(".map-presets")||Lo(e);a.setAttribute("aria-l\
abel",t),a.replaceChildren(...s.look.order.map(function(c){let l=m(n[c],"button");return l.type="button",l.dataset.preset=c,l.tabIndex=-1,l.addEventListener("cl\
ick",()=>Eo(c)),l})),[["in",o],["out",r]].forEach(function([c,l]){let u=e.querySelector(`.leaflet-control-zoom-${c}`);u&&(u.title=l,u.setAttribute("aria-label",
l))}),e.dataset.hint=i}function W(){s.map.getContainer().querySelectorAll(".map-presets button").forEach(function(e){e.setAttribute("aria-pressed",String(!s.own&&
e.dataset.preset===s.preset))})}function Lo(e){let t=document.createElement("div");return t.className="map-presets",t.setAttribute("role","group"),L.DomEvent.disableClickPropagation(
t),L.DomEvent.disableScrollPropagation(t),e.append(t),t}function Eo(e){s.preset=e,s.own=!1,M(e,!0),re(function(t){t.delete("at"),e==="whole"?t.delete("map"):t.set(
"map",e)}),W()}function qt(e){s.scene=e,Ao(e),s.ready&&Oe()}function Oe(){let e=s.scene;It(e.own),s.discs=new Map((e.discs||[]).map(([t,n,o,r,i])=>[t,{id:t,text:n,level:o,note:r,
members:i}])),Rt(e),zt(e),Zt(),I(),Ue(),Ht(e),Ut(e),W(),O(),j()}function Ao(e){let t=document.documentElement;t.dataset.theme=e.dark?"dark":"light",t.lang=e.lang;
let n=s.map.getContainer();n.setAttribute("role","application"),n.setAttribute("aria-label",e.title);try{window.frameElement.title=e.title}catch{}}function Kt(e){vo(e),window.matchMedia("(pointer: coarse)").matches&&ko(e)}function vo(e){let t=e.getContainer();e.scrollWheelZoom.disable(),t.addEventListener(
"focusin",()=>e.scrollWheelZoom.enable()),t.addEventListener("focusout",()=>e.scrollWheelZoom.disable()),t.addEventListener("wheel",function(n){!n.ctrlKey&&!n.metaKey||
(n.preventDefault(),e.scrollWheelZoom.enable())},{passive:!1}),t.addEventListener("mouseleave",function(){t.contains(document.activeElement)||e.scrollWheelZoom.
disable()})}function ko(e){let t=e.getContainer();e.dragging.disable();let n=0;t.addEventListener("touchmove",function(o){o.touches.length>1||(t.classList.add("\
hinting"),window.clearTimeout(n),n=window.setTimeout(()=>t.classList.remove("hinting"),900))},{passive:!0})}var So=80;function Yt(e){let t=e.getContainer();for(let n of["pointerdown","keydown","wheel","touchstart"])t.addEventListener(n,function(o){!o.target.closest(".\
map-presets, .map-room")&&o.key!=="Tab"&&(s.touched=!0)},{capture:!0,passive:!0});e.on("moveend",function(){s.touched&&s.ready&&To(e),O(),j()})}function Jt(e){let t=e.
getContainer(),n=function(){window.innerHeight<So||t.style.height===`${window.innerHeight}px`||(t.style.height=`${window.innerHeight}px`,e.invalidateSize({pan:s.
own,animate:!1}))};window.addEventListener("resize",n),e.on("resize",function(){s.ready&&s.scene&&!s.own&&M(s.preset,!1),O()}),n()}function To(e){s.own=!0;let t=e.
getCenter(),n=Wt({lat:t.lat,lon:t.lng,zoom:e.getZoom()});re(o=>n===null?o.delete("at"):o.set("at",n)),W()}function Xt(e,t){performance.mark("map-start"),s.map=e,Oo(e),s.urls=t,L.control.scale({imperial:!1,maxWidth:140}).addTo(e),Ce(e),He(e),Jt(e),Kt(e),Yt(e);let n=Object.
fromEntries(Object.keys(t).filter(o=>o!=="railways").map(o=>[o,ve(o)]));Mo(n).catch(function(o){let r=m(`The map could not be loaded (${o.message}).`,"p");r.className=
"map-fault",e.getContainer().append(r),console.error(o)})}function Oo(e){for(let[t,n]of Ke){let o=e.createPane(t);o.style.zIndex=n,Ye.includes(t)||(o.style.pointerEvents=
"none")}for(let t of["nodes","labels","beside","badges","notes","numbers"])s[t]=L.layerGroup().addTo(e)}async function Mo(e){let[t,n,o,r]=await Promise.all([e.legs,
e.places,e.look,e.countries]);performance.mark("map-data"),Te(t),s.places=n,s.served={legs:new Map(s.legs),places:n},s.look=o,s.ready=!0,s.scene&&Oe(),ne("count\
ries",r),performance.mark("map-drawn");for(let i of At.filter(a=>e[a])){let a=await e[i];await No(),ne(i,a)}O(),vt(s.map)}function No(){return new Promise(e=>{window.
setTimeout(e,0)})}window.corridorMap={start:Xt,show:qt};})();
