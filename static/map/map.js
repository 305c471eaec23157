/* Built by "make map" from static/map/src: change it there. c74d81beeb342548 077fdeb98f47fc9e */
(()=>{var s={map:null,scene:null,ready:!1,legs:new Map,places:null,look:null,served:null,adopted:"",nodes:null,labels:null,beside:null,badges:null,notes:null,numbers:null,
svg:{},discs:new Map,clusters:new Map,preset:null,own:!1,touched:!1,followed:void 0,picked:null,clicks:0,stops:{numbers:[],nodes:[],legs:[]},focus:null,asked:null,
box:null,urls:{},rivers:null};function at([t,e,n,o],{units:r,lang:i,basis:a,digits:c,unit:l="h",inDaysFrom:u=1/0}){let m=o===1?5:c,g=l==="h"&&t>=u,[h,E]=g?["d",24]:[l,1],it=new Intl.NumberFormat(
i,{maximumSignificantDigits:m}),C=an=>it.format(an/E),nn=new Intl.PluralRules(i).select(Number((t/E).toPrecision(m))),on=r[h][nn]||r[h].other,sn=C(e)===C(n)?"":
` (${C(e)}–${C(n)})`,rn=a?`, ${a[o]}`:"";return on.replace("{value}",C(t))+sn+rn}var cn="500 12px Inter, 'Segoe UI', system-ui, sans-serif",Nt=document.createElement("canvas").getContext("2d"),ct=new Map,ln=48;function d(){return s.look.words[s.
scene.lang]}function A(t){let e=s.places.nodes[t];return e?N(e.names):t}function N(t){return t[s.scene.lang]||t.en}function lt(t){return s.discs.has(t)?s.discs.
get(t).note:""}function ut(t){let e=s.places.legs[t.id],n=(s.scene.backwards||[]).includes(t.id),o=n?e.ends.slice().reverse():e.ends,{modes:r,statuses:i,marks:a,
drawn:c,mm:l,no_time:u}=d(),m=e.gauge?`, ${e.gauge} ${l}`:"",g=n&&e.hours_back||e.hours;return It([[`${A(o[0])} – ${A(o[1])}`,"strong"],[lt(t.id)],[`${r[e.mode]}${m}\
 · ${i[e.status]}`],[`${g?un(g):u} · ${e.km?mn(e.km):""}`.replace(/ · $/,"")],[a[(s.scene.marks||{})[t.id]]],[c[t.fidelity||e.fidelity],"small"]])}function mt(t){
let e=d().kinds[s.places.nodes[t].kind];return It([[A(t),"strong"],[lt(t)],[e,lt(t)&&"small"]])}function _(t){return[...t.children].map(e=>e.textContent).join("\
. ")}function f(t,e="span"){let n=document.createElement(e);return n.textContent=t,n}function y(t){return ct.has(t)||(Nt.font=cn,ct.set(t,Math.ceil(Nt.measureText(
t).width)+1)),ct.get(t)}function un(t){return at(t,{units:d().units,lang:s.scene.lang,basis:d().basis,digits:2,inDaysFrom:ln})}function mn(t){return at(t,{units:d().
units,lang:s.scene.lang,basis:null,digits:3,unit:"km"})}function It(t){let e=document.createElement("div");return e.append(...t.filter(([n])=>n).map(([n,o])=>f(
n,o||"div"))),e}function $(){return!!(s.box&&s.map.hasLayer(s.box))}function ft(t,e,n){let o=n.map(function([c,l]){let u=f(c,"button");return u.type="button",u.tabIndex=-1,u.addEventListener(
"click",function(){s.map.closePopup(),l()}),u}),r=document.createElement("div");r.className="map-choices",r.append(...o);let i=document.createElement("div");i.append(
f(e,"strong"),r);let a=s.map.getSize();s.box=L.popup({className:"map-ask",closeButton:!1,autoPan:!0,autoPanPaddingTopLeft:[56,48],autoPanPaddingBottomRight:[12,
12],offset:[0,-4],maxWidth:Math.min(320,a.x-40),maxHeight:Math.max(120,a.y-120)}).setLatLng(t).setContent(i).openOn(s.map),o[0].focus({preventScroll:!0})}var fn={wide:"M7 7 2 12l5 5v-3.600h10V17l5-5-5-5v3.600H7z",full:"M3 3h7v2.500H5.500V10H3zM14 3h7v7h-2.500V5.500H14zM3 14h2.500v4.500H10V21H3zM18.500 14H21v7h-7v\
-2.500h4.500z"},Ct="data-map-wide",dt="data-fills";function Ft(t){let e=new L.Control({position:"topleft"});e.onAdd=function(){let n=L.DomUtil.create("div","lea\
flet-bar map-room");return L.DomEvent.disableClickPropagation(n),n.append(Rt("wide",dn),Rt("full",pn)),n},e.addTo(t),document.addEventListener("fullscreenchange",
I)}function I(){let t={wide:zt()?.hasAttribute(Ct)||!1,full:Pt()};for(let[e,n]of Object.entries(t)){let o=s.map.getContainer().querySelector(`.map-${e}`);o&&(o.
title=d()[e],o.setAttribute("aria-label",d()[e]),o.setAttribute("aria-pressed",String(n)))}}function pt(){return Pt()?(document.fullscreenElement&&document.exitFullscreen(),
H()?.removeAttribute(dt),I(),!0):!1}function Pt(){return!!document.fullscreenElement||!!H()?.hasAttribute(dt)}function dn(){zt()?.toggleAttribute(Ct),I()}async function pn(){
if(!pt()){try{await document.documentElement.requestFullscreen()}catch{H()?.setAttribute(dt,"")}I()}}function H(){try{return window.frameElement}catch{return null}}
function zt(){return H()?.ownerDocument.documentElement}function Rt(t,e){let n=document.createElement("button");n.type="button",n.className=`map-${t}`,n.tabIndex=
-1;let o="http://www.w3.org/2000/svg",r=document.createElementNS(o,"svg"),i=document.createElementNS(o,"path");return r.setAttribute("viewBox","0 0 24 24"),r.setAttribute(
"aria-hidden","true"),i.setAttribute("d",fn[t]),r.append(i),n.append(r),n.addEventListener("click",e),n}var Bt={ArrowRight:(t,e)=>(t+1)%e,ArrowLeft:(t,e)=>(t-1+e)%e,Home:()=>0,End:(t,e)=>e-1},gn={ArrowDown:1,ArrowUp:-1};function Dt(t,e,n){return n in Bt?hn(t,e,n):
wn(t,e,n)}function hn(t,[e,n],o){let r=t[e]||0;return r?[e,Bt[o](n,r)]:null}function wn(t,[e],n){let o=gn[n];if(!o)return null;for(let r=e+o;r>=0&&r<t.length;r+=
o)if(t[r])return[r,0];return null}var yn=2,xn=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Home","Enter"," "];function Wt(t,e){if(!xn.includes(e))return null;let n=e==="ArrowUp"?0:t.findIndex(
(o,r)=>r>=yn&&o.length);return n>=0&&t[n]?.length?[n,0]:null}function _t(t){for(let[e,n]of t.entries()){let o=n.findIndex(r=>r.element()===document.activeElement);
if(o>=0)return[e,o]}return null}function U(t=!1){let e=s.map.getContainer();return $()&&!t?[[...s.box.getElement().querySelectorAll("button")].map(gt)]:[[...e.querySelectorAll(
".map-presets button")].map(gt),[...e.querySelectorAll(".leaflet-control-zoom a, .map-room button")].filter(n=>n.offsetWidth).map(gt),s.stops.numbers,s.stops.nodes,
s.stops.legs]}function gt(t){return{id:t.dataset.preset||t.className,element:()=>t}}function G(t,e){let n=t.element();if(!n)return;t.at&&e&&s.map.panInside(t.at(),
{padding:[50,60],animate:!1});let o=t.element()||n;o.setAttribute("tabindex","-1"),o.dataset.stop=t.id,t.label&&(o.setAttribute("role","button"),o.setAttribute(
"aria-label",t.label())),o.focus({preventScroll:!0}),t.layer&&(t.layer.openTooltip(t.at()),o.addEventListener("blur",()=>t.layer.closeTooltip(),{once:!0}))}var V=90,$t={ArrowLeft:[-V,0],ArrowRight:[V,0],ArrowUp:[0,-V],ArrowDown:[0,V]},Ht={"+":"zoomIn","=":"zoomIn","-":"zoomOut"};function Ut(t){let e=t.getContainer();
t.keyboard.disable(),e.tabIndex=0,e.querySelectorAll("a, button").forEach(o=>{o.tabIndex=-1});let n=document.createElement("p");n.id="map-help",n.className="map\
-help",e.append(n),e.setAttribute("aria-describedby",n.id),e.addEventListener("keydown",o=>{bn(o)&&Ln(o)&&o.preventDefault()}),e.addEventListener("mousedown",()=>{
e.contains(document.activeElement)||e.focus({preventScroll:!0})}),e.addEventListener("focusin",()=>ht(e)),e.addEventListener("focusout",()=>window.setTimeout(()=>ht(
e),0))}function Gt(){document.getElementById("map-help").textContent=d().keys}function j(){let t=s.map.getContainer();if(s.focus&&document.activeElement===document.
body&&document.hasFocus()){let e=U().flat().find(n=>n.id===s.focus);e&&G(e,!1)}ht(t)}function ht(t){let e=t.contains(document.activeElement)&&document.activeElement!==
t;t.tabIndex=e?-1:0,(document.activeElement===t||document.activeElement!==document.body)&&(s.focus=e&&document.activeElement.dataset.stop||null)}function bn(t){
return!t.altKey&&!t.ctrlKey&&!t.metaKey}function Ln(t){return t.key==="Escape"?An():t.shiftKey&&$t[t.key]?(s.map.panBy($t[t.key]),!0):Ht[t.key]?(s.map[Ht[t.key]](),
!0):En(t.key)}function En(t){let e=U(),n=_t(e);if(n&&(t==="Enter"||t===" "))return vn(e[n[0]][n[1]]);let o=n?Dt(e.map(r=>r.length),n,t):Wt(e,t);return o&&G(e[o[0]][o[1]],
!0),!!o}function An(){let t=s.map.getContainer();if($()){let e=U(!0).flat().find(n=>n.id===s.asked);return s.map.closePopup(),e?G(e,!1):t.focus({preventScroll:!0}),
!0}if(pt())return!0;if(document.activeElement!==t)return t.focus({preventScroll:!0}),!0;try{let e=window.frameElement,n=[...e.ownerDocument.querySelectorAll(".c\
x-after-map")].find(o=>e.compareDocumentPosition(o)&Node.DOCUMENT_POSITION_FOLLOWING);return n?.focus(),!!n}catch{return!1}}function vn(t){return t.open?(s.asked=
t.id,t.open(),!0):!1}function Vt(t,e){let n=[];for(let o of t){let r=o.members.length?e(o.id):void 0,i=r&&n.find(a=>a.point&&Math.hypot(a.point.x-r.x,a.point.y-r.y)<19);if(!i){n.push(
{...o,point:r,with:[o.id]});continue}i.members=[...i.members,...o.members],i.text=String(i.members.length),i.level=Math.min(i.level,o.level),i.with.push(o.id)}return n}function wt(t){let e=kn(s.legs.get(t).line.getLatLngs()).map(i=>s.map.latLngToContainerPoint(i)),n=e.slice(1).map((i,a)=>i.distanceTo(e[a])),o=n.reduce((i,a)=>i+
a,0),r=o/2;for(let[i,a]of n.entries()){if(r<=a&&a>0){let c=e[i+1].subtract(e[i]);return{length:o,point:e[i].add(c.multiplyBy(r/a))}}r-=a}return null}function Z(t){
return t.filter(e=>s.legs.has(e)).map(e=>({id:e,...wt(e)})).filter(e=>e.point)}function jt(t){let e=[];for(let n of t){let o=s.places.legs[n];if(!o||!s.legs.has(
n))continue;let r=e.at(-1);r&&r.mode===o.mode&&o.ends.some(a=>r.ends.includes(a))?(r.legs.push(n),r.ends=o.ends):e.push({mode:o.mode,legs:[n],ends:o.ends})}return e}
function kn(t){return Array.isArray(t[0])?t.reduce((e,n)=>n.length>e.length?n:e):t}function x(t,e){s.clicks+=1,s.picked=t,window.Streamlit.setComponentValue({id:t,kind:e,n:s.clicks})}function qt(t,e,n={}){let o=[],r=c=>Mn(c,t)&&o.every(l=>!Nn(c,l)),i=Object.fromEntries(Object.entries(n).map(([c,l])=>[c,Sn(l)])),a=[];for(let c of e){if(c.blocked){
o.push(c.blocked);continue}let l=c.boxes.map((h,E)=>[h,E]).filter(([h])=>r(h)),u=(c.shuns||[[]]).map(h=>l.find(([E])=>h.every(it=>!i[it]?.(E)))).find(Boolean);if(!u)
continue;let[m,g]=u;o.push(On(m,c.margin||0)),a.push({wish:c,choice:g})}return a}function v(t,e,n=e){return[t.x-e/2,t.y-n/2,t.x+e/2,t.y+n/2]}function F(t,e,n,o){
let r=(l,u)=>[l,u,l+e,u+n],i=t.x-e/2,a=t.x+o,c=t.x-e-o;return[r(a,t.y-n/2),r(i,t.y-n-o+1),r(i,t.y+o-1),r(c,t.y-n/2),r(a-2,t.y-n-2),r(a-2,t.y+2),r(c+2,t.y-n-2),r(
c+2,t.y+2),r(i,t.y-n*2-2),r(i,t.y+n+2),r(a+12,t.y-n-12),r(a+12,t.y+12),r(c-12,t.y-n-12),r(c-12,t.y+12)]}function Kt(t,e){let n=(o,r,i)=>Math.max(2-o,Math.min(0,
i-2-r));return[n(t[0],t[2],e.x),n(t[1],t[3],e.y)]}function Sn(t){let e=new Map;for(let n of t){let o=Zt(Math.floor(n.x/16),Math.floor(n.y/16));e.has(o)||e.set(o,
[]),e.get(o).push(n)}return function(n){for(let o=Math.floor(n[0]/16);o<=Math.floor(n[2]/16);o+=1)for(let r=Math.floor(n[1]/16);r<=Math.floor(n[3]/16);r+=1)if((e.
get(Zt(o,r))||[]).some(i=>Tn(i,n)))return!0;return!1}}function Zt(t,e){return`${t} ${e}`}function Tn(t,e){return t.x>=e[0]&&t.x<=e[2]&&t.y>=e[1]&&t.y<=e[3]}function On(t,e){
return[t[0]-e,t[1]-e,t[2]+e,t[3]+e]}function Mn(t,e){return t[0]>2&&t[1]>2&&t[2]<e.x-2&&t[3]<e.y-2}function Nn(t,e){return t[2]>=e[0]&&t[0]<=e[2]&&t[3]>=e[1]&&t[1]<=
e[3]}var Yt=[["land",210],["water",220],["rail",230],["borders",240],["names",250],["context",410],["casing",420],["legs",430],["hit",440],["nodes",450],["badges",460],
["labels",470],["notes",475],["numbers",480]],Jt=["hit","nodes","numbers"],k={emphasised:4.2,alternative:2.2,context:1.5,casing:3.2,hit:16,selected:1.5},w={size:22,
end:24},R={least:70,zoom:7.5,seconds:.6},Xt=.12,q={least:90,zoom:3},b={height:16,gap:7,margin:3},P={width:190,row:16,pad:6},S={size:20,widths:{1:1.9,2:1.5,3:1.2,
4:1}},K={size:20,least:64},z={size:16,least:24},Y={height:18,margin:8},p={height:15,margin:4,pad:4,gap:3,dot:5,tries:9,apart:18},Qt=5.5,te=[[0,-14],[0,14],[-14,
0],[14,0],[-12,-12],[12,-12]],ee=[[0,0],[0,-16],[0,16]];function ne(t){let e=new Map;t.alternatives.forEach(i=>i.legs.forEach(a=>e.set(a,(e.get(a)||0)+1)));let n=s.map.getSize(),o=i=>i.x>0&&i.y>0&&i.x<n.x&&i.y<n.y;return[
...t.alternatives].sort((i,a)=>+(a.id===t.chosen)-+(i.id===t.chosen)).map(function(i){let a=Z(i.legs).filter(c=>o(c.point)).sort((c,l)=>e.get(c.id)-e.get(l.id)||
l.length-c.length);return J(a,w.size,c=>In(i,i.id===t.chosen,c),b.margin)})}function oe(){let t=Vt([...s.discs.values()],T);return s.clusters=new Map(t.flatMap(
e=>e.with.map(n=>[n,e]))),t.map(function(e){let n=T(e.id)?[{point:T(e.id)}]:Z([e.id]);return J(n,S.size,o=>xt({className:`map-disc level-${e.level}`,html:f(e.text)},
S.size,o))})}function se(t){return Object.entries(t.marks||{}).map(function([e,n]){let o=T(e),r=o?te.map(i=>({point:o.add(i)})):yt([e],z.least);return ae(r,s.look.
marks[n],`map-sign map-mark ${n}`)})}function re(t){let e=t.marks||{};return t.legs.filter(n=>s.places.legs[n]&&!e[n]).map(n=>[n,s.look.signs[s.places.legs[n].status]]).
filter(([,n])=>n).map(([n,o])=>ae(yt([n],z.least),o,"map-sign"))}function ie(t){return jt(t.legs).map(function(e){let n=yt(e.legs,K.least).sort((o,r)=>r.length-
o.length);return J(n,K.size,o=>xt({className:"map-badge",html:Rn(s.look.modes[e.mode],t.dark)},K.size,o))})}function T(t){let e=s.places.nodes[t];return e&&s.map.
latLngToContainerPoint(e.at)}function yt(t,e){return Z(t).filter(n=>n.length>=e)}function ae(t,e,n){return J(t,z.size,o=>xt({className:n,html:f(e)},z.size,o))}function J(t,e,n,o=0){
return{boxes:t.map(r=>v(r.point,e)),margin:o,draw:r=>n(t[r].point)}}function xt(t,e,n){let o=L.divIcon({...t,iconSize:[e,e]});L.marker(s.map.containerPointToLatLng(
n),{icon:o,pane:"badges",interactive:!1,keyboard:!1}).addTo(s.badges)}function In(t,e,n){let o=L.divIcon({className:`map-number${e?" chosen":""}`,html:f(t.label),
iconSize:[w.size,w.size]}),r=L.marker(s.map.containerPointToLatLng(n),{icon:o,pane:"numbers",title:t.title,alt:t.title,keyboard:!1}),i=()=>x(t.id,"route");r.on(
"click",i),r.addTo(s.numbers);let a=r.getElement();a.setAttribute("role","button"),a.setAttribute("tabindex","-1"),a.setAttribute("aria-label",t.title),a.setAttribute(
"aria-pressed",String(e)),s.stops.numbers.push({id:`route ${t.id}`,element:()=>a,at:()=>r.getLatLng(),open:i})}function Rn(t,e){let n="http://www.w3.org/2000/sv\
g",o=document.createElementNS(n,"svg");o.setAttribute("viewBox","0 0 24 24"),o.setAttribute("aria-hidden","true");let r=document.createElementNS(n,"path");return r.
setAttribute("d",t.path),r.setAttribute("fill-rule","evenodd"),r.setAttribute("fill",e?t.dark:t.light),o.append(r),o}var Cn=5,Fn=2,Pn=[[5,5],[5,-5],[-5,5],[-5,-5]],X=40;function le(t){let e=t.alternatives.filter(a=>a.look).flatMap(a=>a.legs),n=new Set([...t.legs,...e]),o=[...t.
context,...t.alternatives.flatMap(a=>a.legs)].filter(a=>!n.has(a)),r=ce(n),i=e.length?r.flatMap(a=>Pn.map(c=>a.add(c))):[];return{strong:[...r,...i],weak:ce(new Set(
o))}}function Q(t){if(Array.isArray(t[0]))return t.flatMap(Q);let e=s.map.getSize(),n=L.bounds([-X,-X],[e.x+X,e.y+X]);return zn(t.map(o=>s.map.latLngToContainerPoint(
o))).filter(o=>n.contains(o))}function zn(t){let e=t.slice(0,1),n=t[0];for(let o of t.slice(1)){let r=n.distanceTo(o);if(r<Fn)continue;let i=Math.ceil(r/Cn);for(let a=1;a<=
i;a+=1)e.push(n.add(o.subtract(n).multiplyBy(a/i)));n=o}return e}function ce(t){return[...t].map(e=>s.legs.get(e)).filter(Boolean).flatMap(e=>Q(e.line.getLatLngs()))}var Bn=[["strong","weak"],["strong"]];function ue(){return s.places.countries.map(t=>de(t.spots,N(t.names),"map-country",Y.margin))}function me(){return ge(s.places.
seas).map(t=>de(t.spots,N(t.names),"map-water",p.margin))}function bt(){return s.rivers?Object.entries(s.places.rivers).filter(([,t])=>he(t)).map(function([t,e]){
let n=N(e.names),o=y(n)+p.pad,r=Q(s.rivers.get(t)||[]),i=Math.max(1,Math.floor(r.length/p.tries)),a=Math.floor(r.length/2),l=r.map((u,m)=>[Math.abs(m-a),u]).filter(
([u])=>u%i===0).sort(([u],[m])=>u-m).map(([,u])=>u).flatMap(u=>F(u,o,p.height,p.gap).slice(0,4));return Lt(l,n,"map-water",p.margin,o,p.height)}):[]}function fe(t){
return ge(s.places.capitals).map(e=>({capital:e,point:s.map.latLngToContainerPoint(e.at)})).filter(({point:e})=>t.every(n=>n.point.distanceTo(e)>p.apart)).map(function({
capital:e,point:n}){let o=N(e.names),r=y(o)+2,i=F(n,r,p.height,p.dot).slice(0,8),a=Lt(i,o,"map-capital",p.margin,r,p.height),c=a.draw;return a.draw=function(l){
c(l),pe("","map-dot",v(n,p.dot))},a})}function de(t,e,n,o){let r=(y(e)*.62+6)*2,i=t.map(c=>s.map.latLngToContainerPoint(c)),a=ee.flatMap(c=>i.map(l=>v(l.add(c),
r,Y.height)));return Lt(a,e,n,o,r,Y.height)}function Lt(t,e,n,o){return{boxes:t,margin:o,shuns:Bn,draw:r=>pe(e,n,t[r])}}function pe(t,e,n){let o=L.divIcon({className:e,
html:f(t),iconSize:[n[2]-n[0],n[3]-n[1]]}),r=[(n[0]+n[2])/2,(n[1]+n[3])/2];L.marker(s.map.containerPointToLatLng(r),{icon:o,pane:"names",interactive:!1,keyboard:!1}).
addTo(s.labels)}function ge(t){return t.filter(he)}function he(t){return s.map.getZoom()>=t.from}var Dn=[26,44,70,100,140,190],we=12,Et=8,At=9,ye=5,Wn=4,tt=24;function be(t,e,n,o){let r=[],i=(a,c)=>r.push([a,c,a+e,c+n]);for(let a of Dn)for(let c=0;c<we;c+=1){
let l=2*Math.PI*(c/we-.25),u=t.x+Math.cos(l)*(a+e/2)-e/2,m=t.y+Math.sin(l)*(a+n/2)-n/2;vt([u,m,u+e,m+n],t)&&i(u,m)}for(let a=tt;a<o.y-n;a+=tt)for(let c=tt;c<o.x-
e;c+=tt)i(c,a);return r}function vt(t,e){let n=[xe(e.x,t[0],t[2]),xe(e.y,t[1],t[3])],o=Math.hypot(e.x-n[0],e.y-n[1]);if(o<Et+At+Wn)return null;let r=(e.x-n[0])/
o,i=(e.y-n[1])/o,a=[e.x-Et*r,e.y-Et*i],c=[a[0]-At*r,a[1]-At*i],l=[ye*i,ye*r];return{shaft:[n,c],head:[a,[c[0]-l[0],c[1]+l[1]],[c[0]+l[0],c[1]-l[1]]]}}function Le(t,e,n){
let o=[];for(let r of t.split(" ").flatMap(i=>_n(i,e,n))){let i=o.length?`${o.at(-1)} ${r}`:r;o.length&&n(i)<=e?o[o.length-1]=i:o.push(r)}return o}function _n(t,e,n){
let o=[""];for(let r of t)o.at(-1)&&n(o.at(-1)+r)>e?o.push(r):o[o.length-1]+=r;return o}function xe(t,e,n){return Math.min(Math.max(t,e),n)}var et={fill:!1,smoothFactor:1.5},Ee={stroke:!1,smoothFactor:1.2},$n={countries:["land","land",Ee],lakes:["water","lake",Ee],rivers:["water","river",et],railways:[
"rail","railway",et],borders:["borders","border",et],disputed:["borders","border disputed",et]},Ae=["borders","disputed","lakes","rivers"],Hn="Danube";function B(t){
return L.svg({pane:t,padding:.5})}function nt(t,e){let[n,o,r]=$n[t],i=({properties:c})=>({className:c?.name===Hn?`${o} main`:o,...r}),a=L.geoJSON(e,{pane:n,renderer:B(
n),interactive:!1,style:i}).addTo(s.map);t==="rivers"&&(s.rivers=new Map,a.eachLayer(c=>s.rivers.set(c.feature.properties.name,c.getLatLngs())))}async function kt(t){
let e=await fetch(s.urls[t]);if(!e.ok)throw new Error(`${t}: ${e.status}`);return e.json()}function ve(t){let e=null,n=function(){let o=t.getZoom()>=Qt;t.getPane(
"rail").style.display=o?"":"none",!(!o||e||!s.urls.railways)&&(e=kt("railways").then(r=>nt("railways",r)).catch(r=>console.error(r)))};t.on("zoomend",n),n()}function ke(t){let e=s.map.getSize(),n=Math.min(P.width,e.x/2),o=r=>r.x>0&&r.y>0&&r.x<e.x&&r.y<e.y;return(t.notes||[]).map(r=>({...r,point:s.map.latLngToContainerPoint(
r.at)})).filter(r=>o(r.point)).map(function(r){let i=Le(r.text,n,y),a=Math.max(...i.map(y))+2*P.pad,c=i.length*P.row+2*P.pad,l=be(r.point,a,c,e);return{boxes:l,
margin:b.margin,shuns:[["strong"],[]],draw:u=>Un(r,i,l[u])}})}function Un(t,e,n){let o=vt(n,t.point);s.svg.notes||=B("notes");let r={pane:"notes",renderer:s.svg.
notes,interactive:!1,smoothFactor:0};if(o){let c=l=>l.map(u=>s.map.containerPointToLatLng(u));L.polyline(c(o.shaft),{...r,className:"note-shaft",weight:2}).addTo(
s.notes),L.polygon(c(o.head),{...r,className:"note-head",weight:1,fillOpacity:1}).addTo(s.notes)}let i=document.createElement("div");i.append(...e.map(c=>f(c)));
let a=L.divIcon({className:"map-noted",html:i,iconSize:[n[2]-n[0],n[3]-n[1]],iconAnchor:[t.point.x-n[0],t.point.y-n[1]]});L.marker(t.at,{icon:a,pane:"notes",interactive:!1,
keyboard:!1}).addTo(s.notes)}var Gn=[0,0,44,156],Se=[150,34],Vn=[["strong"],[]],ot=20,jn=6;function O(){let t=s.scene;if(!s.ready||!t)return;s.labels.clearLayers(),s.badges.clearLayers(),s.
notes.clearLayers(),s.numbers.clearLayers(),s.stops.numbers=[];let e=Zn(t),n=s.map.getSize(),o=[{blocked:Gn},{blocked:Yn()},{blocked:[0,n.y-Se[1],Se[0],n.y]},...[
t.origin,t.destination].map(T).filter(Boolean).map(r=>({blocked:v(r,w.end)})),...e.filter(r=>Te(t,r.id)&&Oe(t,r.id)).map(r=>Me(t,r)),...ke(t),...ne(t),...oe(),...e.
filter(r=>!s.discs.has(r.id)).map(r=>({blocked:v(r.point,jn)})),...se(t),...e.filter(r=>Te(t,r.id)&&!Oe(t,r.id)).map(r=>Me(t,r)),...re(t),...ie(t),...me(),...bt().
slice(0,1),...ue(),...fe(e),...bt().slice(1)];qt(n,o,le(t)).forEach(({wish:r,choice:i})=>r.draw(i))}function Zn(t){let e=s.map.getSize();return t.nodes.map(n=>({
id:n,point:T(n)})).filter(({point:n})=>n&&n.x>-ot&&n.y>-ot&&n.x<e.x+ot&&n.y<e.y+ot)}function Te(t,e){return s.places.nodes[e].kind!=="project"||e===t.place}function Oe(t,e){
return(t.notes||[]).some(n=>n.node===e)}function Me(t,e){let n=A(e.id),o=y(n)+2,r=F(e.point,o,b.height,b.gap+qn(t,e.id));return{boxes:r,margin:b.margin,shuns:Vn,
draw:i=>Kn(n,e,r[i],o)}}function qn(t,e){return[t.origin,t.destination,t.place].includes(e)?w.end/2-2:s.discs.has(e)?S.size/2-3:0}function Kn(t,e,n,o){let r=L.divIcon(
{className:"map-label",html:f(t),iconSize:[o,b.height],iconAnchor:[e.point.x-n[0],e.point.y-n[1]]});L.marker(s.places.nodes[e.id].at,{icon:r,pane:"labels",interactive:!1,
keyboard:!1}).addTo(s.labels)}function Yn(){let t=s.map.getContainer().querySelector(".map-presets"),e=t?.lastElementChild;return e?[0,0,t.offsetLeft+e.offsetLeft+
e.offsetWidth,t.offsetTop+t.offsetHeight]:[0,0,0,0]}function Ne(t,e){let n=Jn(t);if(n.length<2||!e)return n;let o=n.slice(1).map((r,i)=>Xn(n[i],r));return n.map(function(r,i){let a=o[Math.max(i-1,0)],c=o[Math.min(
i,o.length-1)],l=a.x+c.x,u=a.y+c.y,m=l*l+u*u,g=m<1e-6?0:Math.min(2/m,1.6/Math.sqrt(m)),[h,E]=g?[l*g,u*g]:[a.x,a.y];return{x:r.x+h*e,y:r.y+E*e}})}function Jn(t){
return t.filter((e,n)=>n===0||Math.hypot(e.x-t[n-1].x,e.y-t[n-1].y)>=.5)}function Xn(t,e){let n=Math.hypot(e.x-t.x,e.y-t.y);return{x:-(e.y-t.y)/n,y:(e.x-t.x)/n}}var Qn=1.4,to=1.5,St=null;function Ie(t){St||=eo(),s.beside.clearLayers();for(let e of t.alternatives.filter(n=>n.look))e.legs.forEach(function(n,o){let r=s.legs.
get(n);if(!r)return;let i=(e.lanes||[])[o]||0,a={pane:"legs",renderer:s.svg.legs,interactive:!1,smoothFactor:1,lane:i*(e.look.weight+Qn)};new St(r.line.getLatLngs(),
{...a,className:"casing",weight:e.look.weight+2,lineCap:"round",pane:"casing",renderer:s.svg.casing}).addTo(s.beside),new St(r.line.getLatLngs(),{...a,className:"\
beside",lineCap:e.look.dashArray?"butt":"round",...e.look}).addTo(s.beside)})}function eo(){return L.Polyline.extend({_projectLatlngs(t,e,n){let o=[];L.Polyline.
prototype._projectLatlngs.call(this,t,o,n);for(let r of o){let i=L.LineUtil.simplify(r,to);e.push(Ne(i,this.options.lane).map(({x:a,y:c})=>L.point(a,c)))}}})}var Re=null;function st(t,e,n){Re||=no();let o=new Re({direction:"top",className:"map-tip",...n});o.setContent(e),t.bindTooltip(o);let r=()=>t.getElement()?.setAttribute(
"tabindex","-1");t.on("add",r),r()}function no(){return L.Tooltip.extend({_setPosition(t){L.Tooltip.prototype._setPosition.call(this,t);let e=this._container,o=this.
_map.layerPointToContainerPoint(L.DomUtil.getPosition(e)),r=[parseFloat(getComputedStyle(e).marginLeft)||0,parseFloat(getComputedStyle(e).marginTop)||0],i=o.x+r[0],
a=o.y+r[1],[c,l]=Kt([i,a,i+e.offsetWidth,a+e.offsetHeight],s.map.getSize());(c||l)&&L.DomUtil.setPosition(e,L.DomUtil.getPosition(e).add([c,l])),e.classList.toggle(
"moved",!!(c||l))}})}var oo=["context","casing","line","core","hit"];function Ot(t){for(let e of["context","casing","legs","hit"])s.svg[e]||=B(e);for(let e of t.features){let n=ro(e);
st(n.hit,()=>ut(n),{sticky:!0}),n.hit.on("click",()=>x(n.id,"leg")),n.hit.on("mouseover",()=>s.map.getContainer().classList.add("over-leg")),n.hit.on("mouseout",
()=>s.map.getContainer().classList.remove("over-leg")),s.legs.set(n.id,n)}}function Fe(t){let e=t?JSON.stringify(t):"";if(e===s.adopted)return;s.adopted=e;let n=t?
t.lines:{};s.legs.forEach((r,i)=>{(r!==s.served.legs.get(i)||n[i])&&oo.forEach(a=>r[a].remove())}),s.legs=new Map(s.served.legs),Ot({features:Object.keys(n).map(
r=>({properties:{leg_id:r},geometry:{type:"LineString",coordinates:n[r]}}))});let o=s.served.places;s.places=t?{...o,nodes:{...o.nodes,...t.nodes},legs:{...o.legs,
...t.legs}}:o}function Pe(t){let e=new Set(t.legs),n=new Set(t.context),o=new Set(t.alternatives.flatMap(i=>i.legs));s.legs.forEach(function(i,a){let c=e.has(a),
l=!c&&o.has(a),u=!c&&(l||n.has(a));D(i.context,u),D(i.casing,c),D(i.line,c),D(i.core,c&&Tt(i)),D(i.hit,c||u),c?ao(i,a===t.selected):u&&io(i,l)});let r=[...new Set(
[...t.legs,...t.alternatives.flatMap(i=>i.legs)])];s.stops.legs=r.map(i=>s.legs.get(i)).filter(Boolean).map(so),Ie(t),Ce(t.legs,["line","core","hit"]),e.has(t.selected)&&
Ce([t.selected],["casing","line","core"])}function so(t){let e=function(){let n=wt(t.id);return n?s.map.containerPointToLatLng(n.point):t.line.getBounds().getCenter()};
return{id:t.id,element:()=>t.hit.getElement(),at:e,open:()=>x(t.id,"leg"),layer:t.hit,label:()=>_(ut(t))}}function ro(t){let{geometry:e,properties:n}=t,o=L.GeoJSON.
coordsToLatLngs(e.coordinates,e.type==="LineString"?0:1),r=(i,a)=>L.polyline(o,{pane:i,renderer:s.svg[i],interactive:!1,lineCap:"butt",smoothFactor:1,...a});return{
id:n.leg_id||t.id,fidelity:n.fidelity,context:r("context"),casing:r("casing",{className:"casing",lineCap:"round"}),line:r("legs"),core:r("legs",{className:"core"}),
hit:r("hit",{interactive:!0,weight:k.hit,opacity:0,className:"hit",bubblingMouseEvents:!1})}}function io(t,e){let n=ze(t);t.context.setStyle({color:Be(n),weight:e?
k.alternative:k.context,opacity:e?.7:.5,dashArray:n.dash||null})}function ao(t,e){let n=ze(t),o=n.dash||null,r=s.look.fidelity[De(t)],i=s.discs.get(t.id),a=(Tt(
t)?1:r.width)*(i?S.widths[i.level]:1),c=k.emphasised*a+(e?k.selected:0);Tt(t)&&t.core.setStyle({weight:c*.45,opacity:1,dashArray:o}),t.line.setStyle({color:Be(n),
weight:c,opacity:r.opacity,dashArray:o}),t.casing.setStyle({weight:c+k.casing+(e?3:0),opacity:1}),t.casing.getElement()?.classList.toggle("selected",e)}function ze(t){
return s.look.modes[s.places.legs[t.id].mode]}function Be(t){return s.scene.dark?t.dark:t.light}function De(t){return t.fidelity||s.places.legs[t.id].fidelity}function Tt(t){
return De(t)==="schematic"}function D(t,e){let n=s.map.hasLayer(t);e&&!n&&t.addTo(s.map),!e&&n&&t.remove()}function Ce(t,e){t.map(n=>s.legs.get(n)).filter(Boolean).
forEach(n=>e.forEach(o=>n[o].bringToFront()))}function We(t){s.nodes.clearLayers(),s.stops.nodes=[];let e=t.around.filter(n=>!t.nodes.includes(n));[...e,...t.nodes].filter(n=>s.places.nodes[n]).forEach(n=>co(
t,n,{isFaint:e.includes(n),isChosen:n===t.place})),s.stops.nodes=[...s.stops.nodes.slice(e.length),...s.stops.nodes.slice(0,e.length)],[["origin","A"],["destina\
tion","B"]].forEach(function([n,o]){let r=s.places.nodes[t[n]];if(!r)return;let i=L.divIcon({className:`map-end map-${n}`,html:o,iconSize:[w.end,w.end]});L.marker(
r.at,{icon:i,pane:"badges",interactive:!1,keyboard:!1}).addTo(s.nodes)})}function co(t,e,{isFaint:n,isChosen:o}){let r=s.places.nodes[e],i=L.circleMarker(r.at,{
pane:"nodes",...uo(r,n,o),className:`node node-${r.kind}${n?" faint":""}${o?" selected":""}`,fillOpacity:1,bubblingMouseEvents:!1});st(i,()=>mt(e),{});let a=()=>lo(
t,e);i.on("click",a),s.nodes.addLayer(i),s.stops.nodes.push({id:e,element:()=>i.getElement(),at:()=>i.getLatLng(),open:a,layer:i,label:()=>_(mt(e))})}function lo(t,e){
let n=s.clusters.get(e)?.members||[];t.askEnds?mo(e):n.length>1?ft(s.places.nodes[e].at,d().list,n.map(o=>[A(o),()=>x(o,"node")])):x(e,"node")}function uo(t,e,n){
return n?{radius:7,weight:4}:e?{radius:2.6,weight:1}:{radius:t.kind==="city"?5:3.8,weight:1.6}}function mo(t){let{from_here:e,to_here:n}=d(),o=[["origin",e],["d\
estination",n]].map(([r,i])=>[i,()=>x(t,r)]);ft(s.places.nodes[t].at,A(t),o)}var _e="(-?[0-9]{1,3}(?:\\.[0-9]{1,4})?)",fo=new RegExp(`^${_e}_${_e}_([0-9]{1,2}(?:\\.[0-9]{1,2})?)$`),po=85,go=180,ho=1,wo=14;function $e(t){let e=fo.exec(t);
if(!e)return null;let[n,o,r]=e.slice(1).map(Number);return Ue(n,o,r)?{lat:n+0,lon:o+0,zoom:r}:null}function He(t){let e=[t.lat.toFixed(4),t.lon.toFixed(4),t.zoom.
toFixed(2)].map(Number);return Ue(...e)?e.join("_"):null}function Ue(t,e,n){return Math.abs(t)<=po&&Math.abs(e)<=go&&n>=ho&&n<=wo}function Ge(){try{return $e(new URL(window.parent.location.href).searchParams.get("at")||"")}catch{return null}}function rt(t){try{let e=new URL(window.parent.location.
href);t(e.searchParams),window.parent.history.replaceState(window.parent.history.state,"",e)}catch{}}function Ve(t){let e=s.preset===null,n=s.preset!==t.preset;s.preset=t.preset,e?yo(t):n?(s.own=!1,M(t.preset,!0)):!s.own&&t.preset==="whole"&&!s.map.getBounds().
pad(.02).contains(Ke())&&M("whole",!0)}function M(t,e){s.touched=!1;let n=e&&!Ze(),o=t==="whole"?Ke():L.latLngBounds(s.look.presets[t].bounds),r={paddingTopLeft:[
16,44],paddingBottomRight:[16,16]};qe()?s.map.fitBounds(o,{animate:n,reset:!n,maxZoom:R.zoom,...r}):s.map.setView(o.getCenter(),q.zoom,{animate:!1,reset:!0})}function je(t){
if(!xo(t.selected||t.place||null)||!qe())return;let e=bo(t);!e||Lo(e)&&s.map.getBounds().pad(-.06).contains(e)||(s.touched=!0,s.map.flyToBounds(e.pad(.5),{maxZoom:R.
zoom,animate:!Ze(),duration:R.seconds}))}function Ze(){return window.matchMedia("(prefers-reduced-motion: reduce)").matches}function yo(t){let e=Ge();if(!e){M(t.
preset,!1);return}s.own=!0,s.map.setView([e.lat,e.lon],e.zoom,{animate:!1})}function xo(t){let e=s.followed===void 0,n=s.picked===t,o=t!==s.followed;return s.followed=
t,s.picked=null,!!t&&o&&!e&&!n}function qe(){let t=s.map.getSize();return t.x>q.least&&t.y>q.least}function bo(t){let e=s.legs.get(t.selected),n=s.places.nodes[t.
place];return e?e.line.getBounds():n?L.latLngBounds([n.at,n.at]):null}function Lo(t){let e=[t.getNorthWest(),t.getSouthEast()].map(n=>s.map.latLngToContainerPoint(
n));return e[0].distanceTo(e[1])>=R.least||s.map.getZoom()>=R.zoom-.5}function Eo(t,e){return L.latLngBounds([Math.max(t.getSouth(),e.getSouth()),Math.max(t.getWest(),
e.getWest())],[Math.min(t.getNorth(),e.getNorth()),Math.min(t.getEast(),e.getEast())])}function Ke(){let t=L.latLngBounds([]);[...s.scene.legs,...s.scene.alternatives.
flatMap(i=>i.legs)].map(i=>s.legs.get(i)).filter(Boolean).forEach(i=>t.extend(i.line.getBounds())),s.scene.nodes.map(i=>s.places.nodes[i]).filter(Boolean).forEach(
i=>t.extend(i.at));let n=L.latLngBounds(s.look.presets.whole.bounds).pad(Xt),o=s.places.nodes[s.scene.place];return!(s.scene.origin||s.scene.destination||o&&!n.
contains(o.at))&&t.isValid()&&t.intersects(n)?Eo(t,n):t.isValid()?t:L.latLngBounds(s.look.presets.whole.bounds)}function Ye(){let t=s.map.getContainer(),{presets:e,preset:n,zoom_in:o,zoom_out:r,fingers:i}=d(),a=t.querySelector(".map-presets")||Ao(t);a.setAttribute("aria-l\
abel",e),a.replaceChildren(...s.look.order.map(function(c){let l=f(n[c],"button");return l.type="button",l.dataset.preset=c,l.tabIndex=-1,l.addEventListener("cl\
ick",()=>vo(c)),l})),[["in",o],["out",r]].forEach(function([c,l]){let u=t.querySelector(`.leaflet-control-zoom-${c}`);u&&(u.title=l,u.setAttribute("aria-label",
l))}),t.dataset.hint=i}function W(){s.map.getContainer().querySelectorAll(".map-presets button").forEach(function(t){t.setAttribute("aria-pressed",String(!s.own&&
t.dataset.preset===s.preset))})}function Ao(t){let e=document.createElement("div");return e.className="map-presets",e.setAttribute("role","group"),L.DomEvent.disableClickPropagation(
e),L.DomEvent.disableScrollPropagation(e),t.append(e),e}function vo(t){s.preset=t,s.own=!1,M(t,!0),rt(function(e){e.delete("at"),t==="whole"?e.delete("map"):e.set(
"map",t)}),W()}function Je(t){s.scene=t,ko(t),s.ready&&Mt()}function Mt(){let t=s.scene;Fe(t.own),s.discs=new Map((t.discs||[]).map(([e,n,o,r,i])=>[e,{id:e,text:n,level:o,note:r,
members:i}])),Pe(t),We(t),Ye(),I(),Gt(),Ve(t),je(t),W(),O(),j()}function ko(t){let e=document.documentElement;e.dataset.theme=t.dark?"dark":"light",e.lang=t.lang;
let n=s.map.getContainer();n.setAttribute("role","application"),n.setAttribute("aria-label",t.title);try{window.frameElement.title=t.title}catch{}}function Xe(t){So(t),window.matchMedia("(pointer: coarse)").matches&&To(t)}function So(t){let e=t.getContainer();t.scrollWheelZoom.disable(),e.addEventListener(
"focusin",()=>t.scrollWheelZoom.enable()),e.addEventListener("focusout",()=>t.scrollWheelZoom.disable()),e.addEventListener("wheel",function(n){!n.ctrlKey&&!n.metaKey||
(n.preventDefault(),t.scrollWheelZoom.enable())},{passive:!1}),e.addEventListener("mouseleave",function(){e.contains(document.activeElement)||t.scrollWheelZoom.
disable()})}function To(t){let e=t.getContainer();t.dragging.disable();let n=0;e.addEventListener("touchmove",function(o){o.touches.length>1||(e.classList.add("\
hinting"),window.clearTimeout(n),n=window.setTimeout(()=>e.classList.remove("hinting"),900))},{passive:!0})}var Oo=80;function Qe(t){let e=t.getContainer();for(let n of["pointerdown","keydown","wheel","touchstart"])e.addEventListener(n,function(o){!o.target.closest(".\
map-presets, .map-room")&&o.key!=="Tab"&&(s.touched=!0)},{capture:!0,passive:!0});t.on("moveend",function(){s.touched&&s.ready&&Mo(t),O(),j()})}function tn(t){let e=t.
getContainer(),n=function(){window.innerHeight<Oo||e.style.height===`${window.innerHeight}px`||(e.style.height=`${window.innerHeight}px`,t.invalidateSize({pan:s.
own,animate:!1}))};window.addEventListener("resize",n),t.on("resize",function(){s.ready&&s.scene&&!s.own&&M(s.preset,!1),O()}),n()}function Mo(t){s.own=!0;let e=t.
getCenter(),n=He({lat:e.lat,lon:e.lng,zoom:t.getZoom()});rt(o=>n===null?o.delete("at"):o.set("at",n)),W()}function en(t,e){performance.mark("map-start"),s.map=t,No(t),s.urls=e,L.control.scale({imperial:!1,maxWidth:140}).addTo(t),Ft(t),Ut(t),tn(t),Xe(t),Qe(t);let n=Object.
fromEntries(Object.keys(e).filter(o=>o!=="railways").map(o=>[o,kt(o)]));Io(n).catch(function(o){let r=f(`The map could not be loaded (${o.message}).`,"p");r.className=
"map-fault",t.getContainer().append(r),console.error(o)})}function No(t){for(let[e,n]of Yt){let o=t.createPane(e);o.style.zIndex=n,Jt.includes(e)||(o.style.pointerEvents=
"none")}for(let e of["nodes","labels","beside","badges","notes","numbers"])s[e]=L.layerGroup().addTo(t)}async function Io(t){let[e,n,o,r]=await Promise.all([t.legs,
t.places,t.look,t.countries]);performance.mark("map-data"),Ot(e),s.places=n,s.served={legs:new Map(s.legs),places:n},s.look=o,s.ready=!0,s.scene&&Mt(),nt("count\
ries",r),performance.mark("map-drawn");for(let i of Ae.filter(a=>t[a])){let a=await t[i];await Ro(),nt(i,a)}O(),ve(s.map)}function Ro(){return new Promise(t=>{window.
setTimeout(t,0)})}window.corridorMap={start:en,show:Je};})();
