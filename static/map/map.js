/* Built by "make map" from static/map/src: change it there. 8b6ae19869d62be8 a7eb6a46eaae1973 */
(()=>{var r={map:null,scene:null,ready:!1,isDrawing:!1,legs:new Map,places:null,look:null,served:null,adopted:"",nodes:null,labels:null,beside:null,badges:null,notes:null,
numbers:null,svg:{},ground:{},strands:new Map,hits:new Map,discs:new Map,clusters:new Map,preset:null,own:!1,touched:!1,followed:void 0,picked:null,clicks:0,stops:{
numbers:[],nodes:[],legs:[]},focus:null,asked:null,box:null,urls:{},rivers:null};function lt([t,e,n,o],{units:s,lang:i,basis:a,digits:c,unit:l="h",inDaysFrom:u=1/0}){let f=o===1?5:c,g=l==="h"&&t>=u,[h,k]=g?["d",24]:[l,1],ct=new Intl.NumberFormat(
i,{maximumSignificantDigits:f}),C=yn=>ct.format(yn/k),pn=new Intl.PluralRules(i).select(Number((t/k).toPrecision(f))),gn=s[h][pn]||s[h].other,hn=C(e)===C(n)?"":
` (${C(e)}–${C(n)})`,wn=a?`, ${a[o]}`:"";return gn.replace("{value}",C(t))+hn+wn}var xn="500 12px Inter, 'Segoe UI', system-ui, sans-serif",Rt=document.createElement("canvas").getContext("2d"),ut=new Map,bn=48;function d(){return r.look.words[r.
scene.lang]}function A(t){let e=r.places.nodes[t];return e?N(e.names):t}function N(t){return t[r.scene.lang]||t.en}function ft(t){return r.discs.has(t)?r.discs.
get(t).note:""}function H(t){let e=r.places.legs[t.id],n=(r.scene.backwards||[]).includes(t.id),o=n?e.ends.slice().reverse():e.ends,{modes:s,statuses:i,marks:a,
drawn:c,mm:l,no_time:u}=d(),f=e.gauge?`, ${e.gauge} ${l}`:"",g=n&&e.hours_back||e.hours;return Ct([[`${A(o[0])} – ${A(o[1])}`,"strong"],[ft(t.id)],[`${s[e.mode]}${f}\
 · ${i[e.status]}`],[`${g?Ln(g):u} · ${e.km?En(e.km):""}`.replace(/ · $/,"")],[a[(r.scene.marks||{})[t.id]]],[c[t.fidelity||e.fidelity],"small"]])}function mt(t){
let e=d().kinds[r.places.nodes[t].kind];return Ct([[A(t),"strong"],[ft(t)],[e,ft(t)&&"small"]])}function $(t){return[...t.children].map(e=>e.textContent).join("\
. ")}function m(t,e="span"){let n=document.createElement(e);return n.textContent=t,n}function b(t){return ut.has(t)||(Rt.font=xn,ut.set(t,Math.ceil(Rt.measureText(
t).width)+1)),ut.get(t)}function Ln(t){return lt(t,{units:d().units,lang:r.scene.lang,basis:d().basis,digits:2,inDaysFrom:bn})}function En(t){return lt(t,{units:d().
units,lang:r.scene.lang,basis:null,digits:3,unit:"km"})}function Ct(t){let e=document.createElement("div");return e.append(...t.filter(([n])=>n).map(([n,o])=>m(
n,o||"div"))),e}function U(){return!!(r.box&&r.map.hasLayer(r.box))}function dt(t,e,n){let o=n.map(function([c,l]){let u=m(c,"button");return u.type="button",u.tabIndex=-1,u.addEventListener(
"click",function(){r.map.closePopup(),l()}),u}),s=document.createElement("div");s.className="map-choices",s.append(...o);let i=document.createElement("div");i.append(
m(e,"strong"),s);let a=r.map.getSize();r.box=L.popup({className:"map-ask",closeButton:!1,autoPan:!0,autoPanPaddingTopLeft:[56,48],autoPanPaddingBottomRight:[12,
12],offset:[0,-4],maxWidth:Math.min(320,a.x-40),maxHeight:Math.max(120,a.y-120)}).setLatLng(t).setContent(i).openOn(r.map),o[0].focus({preventScroll:!0})}var kn={wide:"M7 7 2 12l5 5v-3.600h10V17l5-5-5-5v3.600H7z",full:"M3 3h7v2.500H5.500V10H3zM14 3h7v7h-2.500V5.500H14zM3 14h2.500v4.500H10V21H3zM18.500 14H21v7h-7v\
-2.500h4.500z"},Ft="data-map-wide",pt="data-fills";function _t(t){let e=new L.Control({position:"topleft"});e.onAdd=function(){let n=L.DomUtil.create("div","lea\
flet-bar map-room");return L.DomEvent.disableClickPropagation(n),n.append(Pt("wide",An),Pt("full",vn)),n},e.addTo(t),document.addEventListener("fullscreenchange",
I)}function I(){let t={wide:Dt()?.hasAttribute(Ft)||!1,full:zt()};for(let[e,n]of Object.entries(t)){let o=r.map.getContainer().querySelector(`.map-${e}`);o&&(o.
title=d()[e],o.setAttribute("aria-label",d()[e]),o.setAttribute("aria-pressed",String(n)))}}function gt(){return zt()?(document.fullscreenElement&&document.exitFullscreen(),
G()?.removeAttribute(pt),I(),!0):!1}function zt(){return!!document.fullscreenElement||!!G()?.hasAttribute(pt)}function An(){Dt()?.toggleAttribute(Ft),I()}async function vn(){
if(!gt()){try{await document.documentElement.requestFullscreen()}catch{G()?.setAttribute(pt,"")}I()}}function G(){try{return window.frameElement}catch{return null}}
function Dt(){return G()?.ownerDocument.documentElement}function Pt(t,e){let n=document.createElement("button");n.type="button",n.className=`map-${t}`,n.tabIndex=
-1;let o="http://www.w3.org/2000/svg",s=document.createElementNS(o,"svg"),i=document.createElementNS(o,"path");return s.setAttribute("viewBox","0 0 24 24"),s.setAttribute(
"aria-hidden","true"),i.setAttribute("d",kn[t]),s.append(i),n.append(s),n.addEventListener("click",e),n}var Bt={ArrowRight:(t,e)=>(t+1)%e,ArrowLeft:(t,e)=>(t-1+e)%e,Home:()=>0,End:(t,e)=>e-1},Sn={ArrowDown:1,ArrowUp:-1};function Wt(t,e,n){return n in Bt?Tn(t,e,n):
On(t,e,n)}function Tn(t,[e,n],o){let s=t[e]||0;return s?[e,Bt[o](n,s)]:null}function On(t,[e],n){let o=Sn[n];if(!o)return null;for(let s=e+o;s>=0&&s<t.length;s+=
o)if(t[s])return[s,0];return null}var Mn=2,Nn=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Home","Enter"," "];function Ht(t,e){if(!Nn.includes(e))return null;let n=e==="ArrowUp"?0:t.findIndex(
(o,s)=>s>=Mn&&o.length);return n>=0&&t[n]?.length?[n,0]:null}function $t(t){for(let[e,n]of t.entries()){let o=n.findIndex(s=>s.element()===document.activeElement);
if(o>=0)return[e,o]}return null}function j(t=!1){let e=r.map.getContainer();return U()&&!t?[[...r.box.getElement().querySelectorAll("button")].map(ht)]:[[...e.querySelectorAll(
".map-presets button")].map(ht),[...e.querySelectorAll(".leaflet-control-zoom a, .map-room button")].filter(n=>n.offsetWidth).map(ht),r.stops.numbers,r.stops.nodes,
r.stops.legs]}function ht(t){return{id:t.dataset.preset||t.className,element:()=>t}}function V(t,e){let n=t.element();if(!n)return;t.at&&e&&r.map.panInside(t.at(),
{padding:[50,60],animate:!1});let o=t.element()||n;o.setAttribute("tabindex","-1"),o.dataset.stop=t.id,t.label&&(o.setAttribute("role","button"),o.setAttribute(
"aria-label",t.label())),o.focus({preventScroll:!0}),t.layer&&(t.layer().openTooltip(t.at()),o.addEventListener("blur",()=>t.layer().closeTooltip(),{once:!0}))}var Z=90,Ut={ArrowLeft:[-Z,0],ArrowRight:[Z,0],ArrowUp:[0,-Z],ArrowDown:[0,Z]},Gt={"+":"zoomIn","=":"zoomIn","-":"zoomOut"};function jt(t){let e=t.getContainer();
t.keyboard.disable(),e.tabIndex=0,e.querySelectorAll("a, button").forEach(o=>{o.tabIndex=-1});let n=document.createElement("p");n.id="map-help",n.className="map\
-help",e.append(n),e.setAttribute("aria-describedby",n.id),e.addEventListener("keydown",o=>{In(o)&&Rn(o)&&o.preventDefault()}),e.addEventListener("mousedown",()=>{
e.contains(document.activeElement)||e.focus({preventScroll:!0})}),e.addEventListener("focusin",()=>wt(e)),e.addEventListener("focusout",()=>window.setTimeout(()=>wt(
e),0))}function Vt(){document.getElementById("map-help").textContent=d().keys}function q(){let t=r.map.getContainer();if(r.focus&&document.activeElement===document.
body&&document.hasFocus()){let e=j().flat().find(n=>n.id===r.focus);e&&V(e,!1)}wt(t)}function wt(t){let e=t.contains(document.activeElement)&&document.activeElement!==
t;t.tabIndex=e?-1:0,(document.activeElement===t||document.activeElement!==document.body)&&(r.focus=e&&document.activeElement.dataset.stop||null)}function In(t){
return!t.altKey&&!t.ctrlKey&&!t.metaKey}function Rn(t){return t.key==="Escape"?Pn():t.shiftKey&&Ut[t.key]?(r.map.panBy(Ut[t.key]),!0):Gt[t.key]?(r.map[Gt[t.key]](),
!0):Cn(t.key)}function Cn(t){let e=j(),n=$t(e);if(n&&(t==="Enter"||t===" "))return Fn(e[n[0]][n[1]]);let o=n?Wt(e.map(s=>s.length),n,t):Ht(e,t);return o&&V(e[o[0]][o[1]],
!0),!!o}function Pn(){let t=r.map.getContainer();if(U()){let e=j(!0).flat().find(n=>n.id===r.asked);return r.map.closePopup(),e?V(e,!1):t.focus({preventScroll:!0}),
!0}if(gt())return!0;if(document.activeElement!==t)return t.focus({preventScroll:!0}),!0;try{let e=window.frameElement,n=[...e.ownerDocument.querySelectorAll(".c\
x-after-map")].find(o=>e.compareDocumentPosition(o)&Node.DOCUMENT_POSITION_FOLLOWING);return n?.focus(),!!n}catch{return!1}}function Fn(t){return t.open?(r.asked=
t.id,t.open(),!0):!1}function Zt(t,e){let n=[];for(let o of t){let s=o.members.length?e(o.id):void 0,i=s&&n.find(a=>a.point&&Math.hypot(a.point.x-s.x,a.point.y-s.y)<19);if(!i){n.push(
{...o,point:s,with:[o.id]});continue}i.members=[...i.members,...o.members],i.text=String(i.members.length),i.level=Math.min(i.level,o.level),i.with.push(o.id)}return n}function yt(t){let e=_n(r.legs.get(t).points).map(i=>r.map.latLngToContainerPoint(i)),n=e.slice(1).map((i,a)=>i.distanceTo(e[a])),o=n.reduce((i,a)=>i+a,0),s=o/2;
for(let[i,a]of n.entries()){if(s<=a&&a>0){let c=e[i+1].subtract(e[i]);return{length:o,point:e[i].add(c.multiplyBy(s/a))}}s-=a}return null}function K(t){return t.
filter(e=>r.legs.has(e)).map(e=>({id:e,...yt(e)})).filter(e=>e.point)}function qt(t){let e=[];for(let n of t){let o=r.places.legs[n];if(!o||!r.legs.has(n))continue;
let s=e.at(-1);s&&s.mode===o.mode&&o.ends.some(a=>s.ends.includes(a))?(s.legs.push(n),s.ends=o.ends):e.push({mode:o.mode,legs:[n],ends:o.ends})}return e}function _n(t){
return Array.isArray(t[0])?t.reduce((e,n)=>n.length>e.length?n:e):t}function w(t,e){r.clicks+=1,r.picked=t,window.Streamlit.setComponentValue({id:t,kind:e,n:r.clicks})}function Yt(t,e,n={}){let o=[],s=c=>Wn(c,t)&&o.every(l=>!Hn(c,l)),i=Object.fromEntries(Object.entries(n).map(([c,l])=>[c,zn(l)])),a=[];for(let c of e){if(c.blocked){
o.push(c.blocked);continue}let l=c.boxes.map((h,k)=>[h,k]).filter(([h])=>s(h)),u=(c.shuns||[[]]).map(h=>l.find(([k])=>h.every(ct=>!i[ct]?.(k)))).find(Boolean);if(!u)
continue;let[f,g]=u;o.push(Bn(f,c.margin||0)),a.push({wish:c,choice:g})}return a}function v(t,e,n=e){return[t.x-e/2,t.y-n/2,t.x+e/2,t.y+n/2]}function P(t,e,n,o){
let s=(l,u)=>[l,u,l+e,u+n],i=t.x-e/2,a=t.x+o,c=t.x-e-o;return[s(a,t.y-n/2),s(i,t.y-n-o+1),s(i,t.y+o-1),s(c,t.y-n/2),s(a-2,t.y-n-2),s(a-2,t.y+2),s(c+2,t.y-n-2),s(
c+2,t.y+2),s(i,t.y-n*2-2),s(i,t.y+n+2),s(a+12,t.y-n-12),s(a+12,t.y+12),s(c-12,t.y-n-12),s(c-12,t.y+12)]}function Jt(t,e){let n=(o,s,i)=>Math.max(2-o,Math.min(0,
i-2-s));return[n(t[0],t[2],e.x),n(t[1],t[3],e.y)]}function zn(t){let e=new Map;for(let n of t){let o=Kt(Math.floor(n.x/16),Math.floor(n.y/16));e.has(o)||e.set(o,
[]),e.get(o).push(n)}return function(n){for(let o=Math.floor(n[0]/16);o<=Math.floor(n[2]/16);o+=1)for(let s=Math.floor(n[1]/16);s<=Math.floor(n[3]/16);s+=1)if((e.
get(Kt(o,s))||[]).some(i=>Dn(i,n)))return!0;return!1}}function Kt(t,e){return`${t} ${e}`}function Dn(t,e){return t.x>=e[0]&&t.x<=e[2]&&t.y>=e[1]&&t.y<=e[3]}function Bn(t,e){
return[t[0]-e,t[1]-e,t[2]+e,t[3]+e]}function Wn(t,e){return t[0]>2&&t[1]>2&&t[2]<e.x-2&&t[3]<e.y-2}function Hn(t,e){return t[2]>=e[0]&&t[0]<=e[2]&&t[3]>=e[1]&&t[1]<=
e[3]}var Xt=[["land",210],["water",220],["rail",230],["borders",240],["names",250],["context",410],["casing",420],["legs",430],["hit",440],["nodes",450],["badges",460],
["labels",470],["notes",475],["numbers",480]],Qt=["hit","nodes","numbers"],S={emphasised:4.2,alternative:2.2,context:1.5,casing:3.2,hit:16,selected:1.5},y={size:22,
end:24},R={least:70,zoom:7.5,seconds:.6},te=.12,Y={least:90,zoom:3},E={height:16,gap:7,margin:3},F={width:190,row:16,pad:6},T={size:20,widths:{1:1.9,2:1.5,3:1.2,
4:1}},J={size:20,least:64},_={size:16,least:24},X={height:18,margin:8},p={height:15,margin:4,pad:4,gap:3,dot:5,tries:9,apart:18},ee=6,xt=5.5,ne=[[0,-14],[0,14],
[-14,0],[14,0],[-12,-12],[12,-12]],oe=[[0,0],[0,-16],[0,16]];function re(t){let e=new Map;t.alternatives.forEach(i=>i.legs.forEach(a=>e.set(a,(e.get(a)||0)+1)));let n=r.map.getSize(),o=i=>i.x>0&&i.y>0&&i.x<n.x&&i.y<n.y;return[
...t.alternatives].sort((i,a)=>+(a.id===t.chosen)-+(i.id===t.chosen)).map(function(i){let a=K(i.legs).filter(c=>o(c.point)).sort((c,l)=>e.get(c.id)-e.get(l.id)||
l.length-c.length);return Q(a,y.size,c=>$n(i,i.id===t.chosen,c),E.margin)})}function se(){let t=Zt([...r.discs.values()],O);return r.clusters=new Map(t.flatMap(
e=>e.with.map(n=>[n,e]))),t.map(function(e){let n=O(e.id)?[{point:O(e.id)}]:K([e.id]);return Q(n,T.size,o=>Lt({className:`map-disc level-${e.level}`,html:m(e.text)},
T.size,o))})}function ie(t){return Object.entries(t.marks||{}).map(function([e,n]){let o=O(e),s=o?ne.map(i=>({point:o.add(i)})):bt([e],_.least);return le(s,r.look.
marks[n],`map-sign map-mark ${n}`)})}function ae(t){let e=t.marks||{};return t.legs.filter(n=>r.places.legs[n]&&!e[n]).map(n=>[n,r.look.signs[r.places.legs[n].status]]).
filter(([,n])=>n).map(([n,o])=>le(bt([n],_.least),o,"map-sign"))}function ce(t){return qt(t.legs).map(function(e){let n=bt(e.legs,J.least).sort((o,s)=>s.length-
o.length);return Q(n,J.size,o=>Lt({className:"map-badge",html:Un(r.look.modes[e.mode],t.dark)},J.size,o))})}function O(t){let e=r.places.nodes[t];return e&&r.map.
latLngToContainerPoint(e.at)}function bt(t,e){return K(t).filter(n=>n.length>=e)}function le(t,e,n){return Q(t,_.size,o=>Lt({className:n,html:m(e)},_.size,o))}function Q(t,e,n,o=0){
return{boxes:t.map(s=>v(s.point,e)),margin:o,draw:s=>n(t[s].point)}}function Lt(t,e,n){let o=L.divIcon({...t,iconSize:[e,e]});L.marker(r.map.containerPointToLatLng(
n),{icon:o,pane:"badges",interactive:!1,keyboard:!1}).addTo(r.badges)}function $n(t,e,n){let o=L.divIcon({className:`map-number${e?" chosen":""}`,html:m(t.label),
iconSize:[y.size,y.size]}),s=L.marker(r.map.containerPointToLatLng(n),{icon:o,pane:"numbers",title:t.title,alt:t.title,keyboard:!1}),i=()=>w(t.id,"route");s.on(
"click",i),s.addTo(r.numbers);let a=s.getElement();a.setAttribute("role","button"),a.setAttribute("tabindex","-1"),a.setAttribute("aria-label",t.title),a.setAttribute(
"aria-pressed",String(e)),r.stops.numbers.push({id:`route ${t.id}`,element:()=>a,at:()=>s.getLatLng(),open:i})}function Un(t,e){let n="http://www.w3.org/2000/sv\
g",o=document.createElementNS(n,"svg");o.setAttribute("viewBox","0 0 24 24"),o.setAttribute("aria-hidden","true");let s=document.createElementNS(n,"path");return s.
setAttribute("d",t.path),s.setAttribute("fill-rule","evenodd"),s.setAttribute("fill",e?t.dark:t.light),o.append(s),o}var Gn=5,jn=2,Vn=[[5,5],[5,-5],[-5,5],[-5,-5]],tt=40;function fe(t){let e=t.alternatives.filter(a=>a.look).flatMap(a=>a.legs),n=new Set([...t.legs,...e]),o=[...t.
context,...t.alternatives.flatMap(a=>a.legs)].filter(a=>!n.has(a)),s=ue(n),i=e.length?s.flatMap(a=>Vn.map(c=>a.add(c))):[];return{strong:[...s,...i],weak:ue(new Set(
o))}}function et(t){if(Array.isArray(t[0]))return t.flatMap(et);let e=r.map.getSize(),n=L.bounds([-tt,-tt],[e.x+tt,e.y+tt]);return Zn(t.map(o=>r.map.latLngToContainerPoint(
o))).filter(o=>n.contains(o))}function Zn(t){let e=t.slice(0,1),n=t[0];for(let o of t.slice(1)){let s=n.distanceTo(o);if(s<jn)continue;let i=Math.ceil(s/Gn);for(let a=1;a<=
i;a+=1)e.push(n.add(o.subtract(n).multiplyBy(a/i)));n=o}return e}function ue(t){return[...t].map(e=>r.legs.get(e)).filter(Boolean).flatMap(e=>et(e.points))}var qn=[["strong","weak"],["strong"]];function me(){return r.places.countries.map(t=>ge(t.spots,N(t.names),"map-country",X.margin))}function de(){return we(r.places.
seas).map(t=>ge(t.spots,N(t.names),"map-water",p.margin))}function Et(){return r.rivers?Object.entries(r.places.rivers).filter(([,t])=>ye(t)).map(function([t,e]){
let n=N(e.names),o=b(n)+p.pad,s=et(r.rivers.get(t)||[]),i=Math.max(1,Math.floor(s.length/p.tries)),a=Math.floor(s.length/2),l=s.map((u,f)=>[Math.abs(f-a),u]).filter(
([u])=>u%i===0).sort(([u],[f])=>u-f).map(([,u])=>u).flatMap(u=>P(u,o,p.height,p.gap).slice(0,4));return kt(l,n,"map-water",p.margin,o,p.height)}):[]}function pe(t){
return we(r.places.capitals).map(e=>({capital:e,point:r.map.latLngToContainerPoint(e.at)})).filter(({point:e})=>t.every(n=>n.point.distanceTo(e)>p.apart)).map(function({
capital:e,point:n}){let o=N(e.names),s=b(o)+2,i=P(n,s,p.height,p.dot).slice(0,8),a=kt(i,o,"map-capital",p.margin,s,p.height),c=a.draw;return a.draw=function(l){
c(l),he("","map-dot",v(n,p.dot))},a})}function ge(t,e,n,o){let s=(b(e)*.62+6)*2,i=t.map(c=>r.map.latLngToContainerPoint(c)),a=oe.flatMap(c=>i.map(l=>v(l.add(c),
s,X.height)));return kt(a,e,n,o,s,X.height)}function kt(t,e,n,o){return{boxes:t,margin:o,shuns:qn,draw:s=>he(e,n,t[s])}}function he(t,e,n){let o=L.divIcon({className:e,
html:m(t),iconSize:[n[2]-n[0],n[3]-n[1]]}),s=[(n[0]+n[2])/2,(n[1]+n[3])/2];L.marker(r.map.containerPointToLatLng(s),{icon:o,pane:"names",interactive:!1,keyboard:!1}).
addTo(r.labels)}function we(t){return t.filter(ye)}function ye(t){return r.map.getZoom()>=t.from}var Kn=[26,44,70,100,140,190],xe=12,At=8,vt=9,be=5,Yn=4,nt=24;function Ee(t,e,n,o){let s=[],i=(a,c)=>s.push([a,c,a+e,c+n]);for(let a of Kn)for(let c=0;c<xe;c+=1){
let l=2*Math.PI*(c/xe-.25),u=t.x+Math.cos(l)*(a+e/2)-e/2,f=t.y+Math.sin(l)*(a+n/2)-n/2;St([u,f,u+e,f+n],t)&&i(u,f)}for(let a=nt;a<o.y-n;a+=nt)for(let c=nt;c<o.x-
e;c+=nt)i(c,a);return s}function St(t,e){let n=[Le(e.x,t[0],t[2]),Le(e.y,t[1],t[3])],o=Math.hypot(e.x-n[0],e.y-n[1]);if(o<At+vt+Yn)return null;let s=(e.x-n[0])/
o,i=(e.y-n[1])/o,a=[e.x-At*s,e.y-At*i],c=[a[0]-vt*s,a[1]-vt*i],l=[be*i,be*s];return{shaft:[n,c],head:[a,[c[0]-l[0],c[1]+l[1]],[c[0]+l[0],c[1]-l[1]]]}}function ke(t,e,n){
let o=[];for(let s of t.split(" ").flatMap(i=>Jn(i,e,n))){let i=o.length?`${o.at(-1)} ${s}`:s;o.length&&n(i)<=e?o[o.length-1]=i:o.push(s)}return o}function Jn(t,e,n){
let o=[""];for(let s of t)o.at(-1)&&n(o.at(-1)+s)>e?o.push(s):o[o.length-1]+=s;return o}function Le(t,e,n){return Math.min(Math.max(t,e),n)}var Ae=null;function ve(t,e,n){return Ae||=Xn(),new Ae(t,e,{interactive:!1,...n})}function Xn(){return L.Path.extend({initialize(t,e,n){L.setOptions(this,n),Object.
assign(this,{_steps:t,_zoom:e,_drawn:null,_placed:null})},change(t,e){Object.assign(this,{_steps:t,_zoom:e}),this._map&&this._update()},_project(){},_update(){let t=this.
_path,e=this._map;this._drawn!==this._steps&&t.setAttribute("d",this._steps||"M0 0");let n=e.getZoomScale(e.getZoom(),this._zoom),o=e.getPixelOrigin(),s=`matrix\
(${n} 0 0 ${n} ${-o.x} ${-o.y})`;(this._placed!==s||this._drawn!==this._steps)&&t.setAttribute("transform",s),Object.assign(this,{_drawn:this._steps,_placed:s})}})}var Se={stroke:!1,fill:!0,fillRule:"evenodd"},z={stroke:!0,fill:!1},Qn={land:["land",Se],lake:["water",Se],river:["water",z],"river main":["water",z],railway:["\
rail",z],border:["borders",z],"border disputed":["borders",z]};function x(t){return r.svg[t]||=L.svg({pane:t,padding:.5}),r.svg[t]}function Tt({zoom:t,paths:e,rivers:n}){
for(let[o,s]of Object.entries(e)){let[i,a]=Qn[o],c=r.ground[o];c?c.change(s,t):r.ground[o]=ve(s,t,{pane:i,renderer:x(i),className:o,...a}).addTo(r.map)}n&&(r.rivers=
new Map(Object.entries(n).map(([o,s])=>[o,s.map(i=>i.map(L.latLng))])))}async function Ot(t){let e=await fetch(r.urls[t]);if(!e.ok)throw new Error(`${t}: ${e.status}`);
return e.json()}function Te(t){let e=new Set,n=function(){let o=t.getZoom();t.getPane("rail").style.display=o>=xt?"":"none";for(let[s,i]of[["ground-near",ee],["\
railways",xt]])o<i||e.has(s)||!r.urls[s]||(e.add(s),Ot(s).then(Tt).catch(a=>console.error(a)))};t.on("zoomend",n),n()}function Oe(t){let e=r.map.getSize(),n=Math.min(F.width,e.x/2),o=s=>s.x>0&&s.y>0&&s.x<e.x&&s.y<e.y;return(t.notes||[]).map(s=>({...s,point:r.map.latLngToContainerPoint(
s.at)})).filter(s=>o(s.point)).map(function(s){let i=ke(s.text,n,b),a=Math.max(...i.map(b))+2*F.pad,c=i.length*F.row+2*F.pad,l=Ee(s.point,a,c,e);return{boxes:l,
margin:E.margin,shuns:[["strong"],[]],draw:u=>to(s,i,l[u])}})}function to(t,e,n){let o=St(n,t.point);r.svg.notes||=x("notes");let s={pane:"notes",renderer:r.svg.
notes,interactive:!1,smoothFactor:0};if(o){let c=l=>l.map(u=>r.map.containerPointToLatLng(u));L.polyline(c(o.shaft),{...s,className:"note-shaft",weight:2}).addTo(
r.notes),L.polygon(c(o.head),{...s,className:"note-head",weight:1,fillOpacity:1}).addTo(r.notes)}let i=document.createElement("div");i.append(...e.map(c=>m(c)));
let a=L.divIcon({className:"map-noted",html:i,iconSize:[n[2]-n[0],n[3]-n[1]],iconAnchor:[t.point.x-n[0],t.point.y-n[1]]});L.marker(t.at,{icon:a,pane:"notes",interactive:!1,
keyboard:!1}).addTo(r.notes)}var eo=[0,0,44,156],Me=[150,34],no=[["strong"],[]],ot=20,oo=6;function D(){let t=r.scene;if(!r.ready||!t||r.isDrawing)return;r.labels.clearLayers(),r.badges.clearLayers(),
r.notes.clearLayers(),r.numbers.clearLayers(),r.stops.numbers=[];let e=ro(t),n=r.map.getSize(),o=[{blocked:eo},{blocked:ao()},{blocked:[0,n.y-Me[1],Me[0],n.y]},
...[t.origin,t.destination].map(O).filter(Boolean).map(s=>({blocked:v(s,y.end)})),...e.filter(s=>Ne(t,s.id)&&Ie(t,s.id)).map(s=>Re(t,s)),...Oe(t),...re(t),...se(),
...e.filter(s=>!r.discs.has(s.id)).map(s=>({blocked:v(s.point,oo)})),...ie(t),...e.filter(s=>Ne(t,s.id)&&!Ie(t,s.id)).map(s=>Re(t,s)),...ae(t),...ce(t),...de(),
...Et().slice(0,1),...me(),...pe(e),...Et().slice(1)];Yt(n,o,fe(t)).forEach(({wish:s,choice:i})=>s.draw(i))}function ro(t){let e=r.map.getSize();return t.nodes.
map(n=>({id:n,point:O(n)})).filter(({point:n})=>n&&n.x>-ot&&n.y>-ot&&n.x<e.x+ot&&n.y<e.y+ot)}function Ne(t,e){return r.places.nodes[e].kind!=="project"||e===t.place}
function Ie(t,e){return(t.notes||[]).some(n=>n.node===e)}function Re(t,e){let n=A(e.id),o=b(n)+2,s=P(e.point,o,E.height,E.gap+so(t,e.id));return{boxes:s,margin:E.
margin,shuns:no,draw:i=>io(n,e,s[i],o)}}function so(t,e){return[t.origin,t.destination,t.place].includes(e)?y.end/2-2:r.discs.has(e)?T.size/2-3:0}function io(t,e,n,o){
let s=L.divIcon({className:"map-label",html:m(t),iconSize:[o,E.height],iconAnchor:[e.point.x-n[0],e.point.y-n[1]]});L.marker(r.places.nodes[e.id].at,{icon:s,pane:"\
labels",interactive:!1,keyboard:!1}).addTo(r.labels)}function ao(){let t=r.map.getContainer().querySelector(".map-presets"),e=t?.lastElementChild;return e?[0,0,
t.offsetLeft+e.offsetLeft+e.offsetWidth,t.offsetTop+t.offsetHeight]:[0,0,0,0]}function Ce(t,e){let n=co(t);if(n.length<2||!e)return n;let o=n.slice(1).map((s,i)=>lo(n[i],s));return n.map(function(s,i){let a=o[Math.max(i-1,0)],c=o[Math.min(
i,o.length-1)],l=a.x+c.x,u=a.y+c.y,f=l*l+u*u,g=f<1e-6?0:Math.min(2/f,1.6/Math.sqrt(f)),[h,k]=g?[l*g,u*g]:[a.x,a.y];return{x:s.x+h*e,y:s.y+k*e}})}function co(t){
return t.filter((e,n)=>n===0||Math.hypot(e.x-t[n-1].x,e.y-t[n-1].y)>=.5)}function lo(t,e){let n=Math.hypot(e.x-t.x,e.y-t.y);return{x:-(e.y-t.y)/n,y:(e.x-t.x)/n}}var uo=1.4,fo=1.5,Mt=null;function Pe(t){Mt||=mo(),r.beside.clearLayers();for(let e of t.alternatives.filter(n=>n.look))e.legs.forEach(function(n,o){let s=r.legs.
get(n);if(!s)return;let i=(e.lanes||[])[o]||0,a={pane:"legs",renderer:x("legs"),interactive:!1,smoothFactor:1,lane:i*(e.look.weight+uo)};new Mt(s.points,{...a,className:"\
casing",weight:e.look.weight+2,lineCap:"round",pane:"casing",renderer:x("casing")}).addTo(r.beside),new Mt(s.points,{...a,className:"beside",lineCap:e.look.dashArray?
"butt":"round",...e.look}).addTo(r.beside)})}function mo(){return L.Polyline.extend({_projectLatlngs(t,e,n){let o=[];L.Polyline.prototype._projectLatlngs.call(this,
t,o,n);for(let s of o){let i=L.LineUtil.simplify(s,fo);e.push(Ce(i,this.options.lane).map(({x:a,y:c})=>L.point(a,c)))}}})}var Fe=null;function rt(t,e,n){Fe||=po();let o=new Fe({direction:"top",className:"map-tip",...n});o.setContent(e),t.bindTooltip(o);let s=()=>t.getElement()?.setAttribute(
"tabindex","-1");t.on("add",s),s()}function po(){return L.Tooltip.extend({_setPosition(t){L.Tooltip.prototype._setPosition.call(this,t);let e=this._container,o=this.
_map.layerPointToContainerPoint(L.DomUtil.getPosition(e)),s=[parseFloat(getComputedStyle(e).marginLeft)||0,parseFloat(getComputedStyle(e).marginTop)||0],i=o.x+s[0],
a=o.y+s[1],[c,l]=Jt([i,a,i+e.offsetWidth,a+e.offsetHeight],r.map.getSize());(c||l)&&L.DomUtil.setPosition(e,L.DomUtil.getPosition(e).add([c,l])),e.classList.toggle(
"moved",!!(c||l))}})}var go=500,_e=[],B=0;function ze(t){let e=new Set(t.map(({id:n})=>n));r.hits.forEach((n,o)=>{e.has(o)||He(o)}),_e=t,window.clearTimeout(B),B=window.setTimeout(We,
go)}function De(t){for(let e of["pointerenter","pointermove","pointerdown","touchstart"])t.getContainer().addEventListener(e,()=>{B&&We()},{capture:!0,passive:!0})}
function st(t){if(r.hits.has(t.id))return r.hits.get(t.id);let e=L.polyline(t.points,{pane:"hit",renderer:x("hit"),interactive:!0,lineCap:"butt",smoothFactor:1,
weight:S.hit,opacity:0,className:"hit",bubblingMouseEvents:!1});return rt(e,()=>H(t),{sticky:!0}),e.on("click",()=>w(t.id,"leg")),e.on("mouseover",()=>r.map.getContainer().
classList.add("over-leg")),e.on("mouseout",()=>r.map.getContainer().classList.remove("over-leg")),r.hits.set(t.id,e),e.addTo(r.map)}function Be(){[...r.hits.keys()].
forEach(He)}function We(){window.clearTimeout(B),B=0,_e.forEach(t=>st(t).bringToFront())}function He(t){r.hits.get(t).remove(),r.hits.delete(t)}function $e(t){let e=new Map;for(let o of[...t.filter(({isOver:s})=>!s),...t.filter(({isOver:s})=>s)]){let s=JSON.stringify([o.pane,o.look]);e.has(s)||e.set(s,{
...o,legs:[]}),e.get(s).legs.push(o.leg)}let n=[...r.strands].filter(([o])=>!e.has(o));for(let[o,s]of e)ho(o,s);for(let[o,{layer:s}]of n)s.remove(),r.strands.delete(
o)}function Ue(){r.strands.forEach(({layer:t})=>t.remove()),r.strands.clear()}function ho(t,{pane:e,look:n,legs:o}){let s=o.map(({id:l})=>l).join(" "),i=r.strands.
get(t);if(i?.ids===s){i.layer.bringToFront();return}let a=o.flatMap(({points:l})=>Array.isArray(l[0])?l:[l]),c=i?.layer.setLatLngs(a)||L.polyline(a,{pane:e,renderer:x(
e),interactive:!1,lineCap:"butt",smoothFactor:1,...n}).addTo(r.map);c.bringToFront(),r.strands.set(t,{layer:c,ids:s})}function Nt(t){for(let e of t.features){let n=yo(e);r.legs.set(n.id,n)}}function je(t){let e=t?JSON.stringify(t):"";if(e===r.adopted)return;r.adopted=e,Ue(),Be();
let n=t?t.lines:{};r.legs=new Map(r.served.legs),Nt({features:Object.keys(n).map(s=>({properties:{leg_id:s},geometry:{type:"LineString",coordinates:n[s]}}))});let o=r.
served.places;r.places=t?{...o,nodes:{...o.nodes,...t.nodes},legs:{...o.legs,...t.legs}}:o}function Ve(t){let e=it(t.alternatives.flatMap(a=>a.legs)),n=it(t.legs).
sort((a,c)=>+(a.id===t.selected)-+(c.id===t.selected)),o=new Set(n),s=new Set(e),i=it(t.context).concat(e).filter((a,c,l)=>!o.has(a)&&l.indexOf(a)===c);$e([...i.
map(a=>xo(a,s.has(a))),...n.flatMap(a=>bo(a,a.id===t.selected))]),ze([...i,...n]),r.stops.legs=[...new Set([...it(t.legs),...e])].map(wo),Pe(t)}function it(t){return t.
map(e=>r.legs.get(e)).filter(Boolean)}function wo(t){let e=function(){let n=yt(t.id);return n?r.map.containerPointToLatLng(n.point):t.bounds.getCenter()};return{
id:t.id,element:()=>st(t).getElement(),at:e,open:()=>w(t.id,"leg"),layer:()=>st(t),label:()=>$(H(t))}}function yo({geometry:t,properties:e,id:n}){let o=null,s=null;
return{id:e.leg_id||n,fidelity:e.fidelity,get points(){return o||=L.GeoJSON.coordsToLatLngs(t.coordinates,t.type==="LineString"?0:1),o},get bounds(){return s||=
L.latLngBounds(this.points.flat()),s}}}function xo(t,e){let n=Ze(t),o={color:qe(n),weight:e?S.alternative:S.context,opacity:e?.7:.5,dashArray:n.dash||null};return{
leg:t,pane:"context",look:o}}function bo(t,e){let n=Ze(t),o=n.dash||null,s=r.look.fidelity[Ke(t)],i=r.discs.get(t.id),a=(Ge(t)?1:s.width)*(i?T.widths[i.level]:1),
c=S.emphasised*a+(e?S.selected:0),l={className:e?"casing selected":"casing",lineCap:"round",weight:c+S.casing+(e?3:0)},u=[{leg:t,pane:"casing",look:{...l,opacity:1}},
{leg:t,pane:"legs",look:{color:qe(n),weight:c,opacity:s.opacity,dashArray:o}}];return Ge(t)&&u.push({leg:t,pane:"legs",isOver:!0,look:{className:"core",weight:c*
.45,opacity:1,dashArray:o}}),u}function Ze(t){return r.look.modes[r.places.legs[t.id].mode]}function qe(t){return r.scene.dark?t.dark:t.light}function Ke(t){return t.
fidelity||r.places.legs[t.id].fidelity}function Ge(t){return Ke(t)==="schematic"}function Ye(t){r.nodes.clearLayers(),r.stops.nodes=[];let e=t.around.filter(n=>!t.nodes.includes(n));[...e,...t.nodes].filter(n=>r.places.nodes[n]).forEach(n=>Lo(
t,n,{isFaint:e.includes(n),isChosen:n===t.place})),r.stops.nodes=[...r.stops.nodes.slice(e.length),...r.stops.nodes.slice(0,e.length)],[["origin","A"],["destina\
tion","B"]].forEach(function([n,o]){let s=r.places.nodes[t[n]];if(!s)return;let i=L.divIcon({className:`map-end map-${n}`,html:o,iconSize:[y.end,y.end]});L.marker(
s.at,{icon:i,pane:"badges",interactive:!1,keyboard:!1}).addTo(r.nodes)})}function Lo(t,e,{isFaint:n,isChosen:o}){let s=r.places.nodes[e],i=L.circleMarker(s.at,{
pane:"nodes",...ko(s,n,o),className:`node node-${s.kind}${n?" faint":""}${o?" selected":""}`,fillOpacity:1,bubblingMouseEvents:!1});rt(i,()=>mt(e),{});let a=()=>Eo(
t,e);i.on("click",a),r.nodes.addLayer(i),r.stops.nodes.push({id:e,element:()=>i.getElement(),at:()=>i.getLatLng(),open:a,layer:()=>i,label:()=>$(mt(e))})}function Eo(t,e){
let n=r.clusters.get(e)?.members||[];t.askEnds?Ao(e):n.length>1?dt(r.places.nodes[e].at,d().list,n.map(o=>[A(o),()=>w(o,"node")])):w(e,"node")}function ko(t,e,n){
return n?{radius:7,weight:4}:e?{radius:2.6,weight:1}:{radius:t.kind==="city"?5:3.8,weight:1.6}}function Ao(t){let{from_here:e,to_here:n}=d(),o=[["origin",e],["d\
estination",n]].map(([s,i])=>[i,()=>w(t,s)]);dt(r.places.nodes[t].at,A(t),o)}var Je="(-?[0-9]{1,3}(?:\\.[0-9]{1,4})?)",vo=new RegExp(`^${Je}_${Je}_([0-9]{1,2}(?:\\.[0-9]{1,2})?)$`),So=85,To=180,Oo=1,Mo=14;function Xe(t){let e=vo.exec(t);
if(!e)return null;let[n,o,s]=e.slice(1).map(Number);return tn(n,o,s)?{lat:n+0,lon:o+0,zoom:s}:null}function Qe(t){let e=[t.lat.toFixed(4),t.lon.toFixed(4),t.zoom.
toFixed(2)].map(Number);return tn(...e)?e.join("_"):null}function tn(t,e,n){return Math.abs(t)<=So&&Math.abs(e)<=To&&n>=Oo&&n<=Mo}function en(){try{return Xe(new URL(window.parent.location.href).searchParams.get("at")||"")}catch{return null}}function at(t){try{let e=new URL(window.parent.location.
href);t(e.searchParams),window.parent.history.replaceState(window.parent.history.state,"",e)}catch{}}function nn(t){let e=r.preset===null,n=r.preset!==t.preset;r.preset=t.preset,e?No(t):n?(r.own=!1,M(t.preset,!0)):!r.own&&t.preset==="whole"&&!r.map.getBounds().
pad(.02).contains(an())&&M("whole",!0)}function M(t,e){r.touched=!1;let n=e&&!rn(),o=t==="whole"?an():L.latLngBounds(r.look.presets[t].bounds),s={paddingTopLeft:[
16,44],paddingBottomRight:[16,16]};sn()?r.map.fitBounds(o,{animate:n,reset:!n,maxZoom:R.zoom,...s}):r.map.setView(o.getCenter(),Y.zoom,{animate:!1,reset:!0})}function on(t){
if(!Io(t.selected||t.place||null)||!sn())return;let e=Ro(t);!e||Co(e)&&r.map.getBounds().pad(-.06).contains(e)||(r.touched=!0,r.map.flyToBounds(e.pad(.5),{maxZoom:R.
zoom,animate:!rn(),duration:R.seconds}))}function rn(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function No(t){let e=en();if(!e){M(t.
preset,!1);return}r.own=!0,r.map.setView([e.lat,e.lon],e.zoom,{animate:!1})}function Io(t){let e=r.followed===void 0,n=r.picked===t,o=t!==r.followed;return r.followed=
t,r.picked=null,!!t&&o&&!e&&!n}function sn(){let t=r.map.getSize();return t.x>Y.least&&t.y>Y.least}function Ro(t){let e=r.legs.get(t.selected),n=r.places.nodes[t.
place];return e?e.bounds:n?L.latLngBounds([n.at,n.at]):null}function Co(t){let e=[t.getNorthWest(),t.getSouthEast()].map(n=>r.map.latLngToContainerPoint(n));return e[0].
distanceTo(e[1])>=R.least||r.map.getZoom()>=R.zoom-.5}function Po(t,e){return L.latLngBounds([Math.max(t.getSouth(),e.getSouth()),Math.max(t.getWest(),e.getWest())],
[Math.min(t.getNorth(),e.getNorth()),Math.min(t.getEast(),e.getEast())])}function an(){let t=L.latLngBounds([]);[...r.scene.legs,...r.scene.alternatives.flatMap(
i=>i.legs)].map(i=>r.legs.get(i)).filter(Boolean).forEach(i=>t.extend(i.bounds)),r.scene.nodes.map(i=>r.places.nodes[i]).filter(Boolean).forEach(i=>t.extend(i.at));
let n=L.latLngBounds(r.look.presets.whole.bounds).pad(te),o=r.places.nodes[r.scene.place];return!(r.scene.origin||r.scene.destination||o&&!n.contains(o.at))&&t.
isValid()&&t.intersects(n)?Po(t,n):t.isValid()?t:L.latLngBounds(r.look.presets.whole.bounds)}function cn(){let t=r.map.getContainer(),{presets:e,preset:n,zoom_in:o,zoom_out:s,fingers:i}=d(),a=t.querySelector(".map-presets")||Fo(t);a.setAttribute("aria-l\
abel",e),a.replaceChildren(...r.look.order.map(function(c){let l=m(n[c],"button");return l.type="button",l.dataset.preset=c,l.tabIndex=-1,l.addEventListener("cl\
ick",()=>_o(c)),l})),[["in",o],["out",s]].forEach(function([c,l]){let u=t.querySelector(`.leaflet-control-zoom-${c}`);u&&(u.title=l,u.setAttribute("aria-label",
l))}),t.dataset.hint=i}function W(){r.map.getContainer().querySelectorAll(".map-presets button").forEach(function(t){t.setAttribute("aria-pressed",String(!r.own&&
t.dataset.preset===r.preset))})}function Fo(t){let e=document.createElement("div");return e.className="map-presets",e.setAttribute("role","group"),L.DomEvent.disableClickPropagation(
e),L.DomEvent.disableScrollPropagation(e),t.append(e),e}function _o(t){r.preset=t,r.own=!1,M(t,!0),at(function(e){e.delete("at"),t==="whole"?e.delete("map"):e.set(
"map",t)}),W()}function ln(t){r.scene=t,zo(t),r.ready&&It()}function It(){let t=r.scene;je(t.own),r.discs=new Map((t.discs||[]).map(([e,n,o,s,i])=>[e,{id:e,text:n,level:o,note:s,
members:i}])),r.isDrawing=!0,nn(t),Ve(t),Ye(t),cn(),I(),Vt(),on(t),W(),r.isDrawing=!1,D(),q()}function zo(t){let e=document.documentElement;e.dataset.theme=t.dark?
"dark":"light",e.lang=t.lang;let n=r.map.getContainer();n.setAttribute("role","application"),n.setAttribute("aria-label",t.title);try{window.frameElement.title=
t.title}catch{}}function un(t){Do(t),window.matchMedia("(pointer: coarse)").matches&&Bo(t)}function Do(t){let e=t.getContainer();t.scrollWheelZoom.disable(),e.addEventListener(
"focusin",()=>t.scrollWheelZoom.enable()),e.addEventListener("focusout",()=>t.scrollWheelZoom.disable()),e.addEventListener("wheel",function(n){!n.ctrlKey&&!n.metaKey||
(n.preventDefault(),t.scrollWheelZoom.enable())},{passive:!1}),e.addEventListener("mouseleave",function(){e.contains(document.activeElement)||t.scrollWheelZoom.
disable()})}function Bo(t){let e=t.getContainer();t.dragging.disable();let n=0;e.addEventListener("touchmove",function(o){o.touches.length>1||(e.classList.add("\
hinting"),window.clearTimeout(n),n=window.setTimeout(()=>e.classList.remove("hinting"),900))},{passive:!0})}var Wo=80;function fn(t){let e=t.getContainer();for(let n of["pointerdown","keydown","wheel","touchstart"])e.addEventListener(n,function(o){!o.target.closest(".\
map-presets, .map-room")&&o.key!=="Tab"&&(r.touched=!0)},{capture:!0,passive:!0});t.on("moveend",function(){r.touched&&r.ready&&Ho(t),D(),q()})}function mn(t){let e=t.
getContainer(),n=function(){window.innerHeight<Wo||e.style.height===`${window.innerHeight}px`||(e.style.height=`${window.innerHeight}px`,t.invalidateSize({pan:r.
own,animate:!1}))};window.addEventListener("resize",n),t.on("resize",function(){r.ready&&r.scene&&!r.own&&M(r.preset,!1),D()}),n()}function Ho(t){r.own=!0;let e=t.
getCenter(),n=Qe({lat:e.lat,lon:e.lng,zoom:t.getZoom()});at(o=>n===null?o.delete("at"):o.set("at",n)),W()}var $o=["legs","places","look","ground"];function dn(t,e){performance.mark("map-start"),r.map=t,r.urls=e;let n=$o.map(Ot);Uo(t),L.control.scale({imperial:!1,maxWidth:140}).
addTo(t),_t(t),jt(t),mn(t),un(t),fn(t),De(t),Go(n).catch(function(o){let s=m(`The map could not be loaded (${o.message}).`,"p");s.className="map-fault",t.getContainer().
append(s),console.error(o)})}function Uo(t){for(let[e,n]of Xt){let o=t.createPane(e);o.style.zIndex=n,Qt.includes(e)||(o.style.pointerEvents="none")}for(let e of[
"nodes","labels","beside","badges","notes","numbers"])r[e]=L.layerGroup().addTo(t)}async function Go(t){let[e,n,o,s]=await Promise.all(t);performance.mark("map-\
data"),Nt(e),r.places=n,r.served={legs:new Map(r.legs),places:n},r.look=o,r.ready=!0,Tt(s),r.scene&&It(),performance.mark("map-drawn"),Te(r.map)}window.corridorMap={start:dn,show:ln};})();
