/* Built by "make map" from static/map/src: change it there. aae916cb3232866e 9d75c82d9efee396 */
(()=>{var n={map:null,scene:null,ready:!1,legs:new Map,places:null,look:null,served:null,adopted:"",nodes:null,labels:null,beside:null,badges:null,numbers:null,svg:{},
discs:new Map,preset:null,own:!1,touched:!1,followed:void 0,picked:null,clicks:0};function Ie(e){let t=Pe(n.legs.get(e).line.getLatLngs()).map(i=>n.map.latLngToContainerPoint(i)),o=t.slice(1).map((i,a)=>i.distanceTo(t[a])),s=o.reduce((i,a)=>i+
a,0),r=s/2;for(let[i,a]of o.entries()){if(r<=a&&a>0){let c=t[i+1].subtract(t[i]);return{length:s,point:t[i].add(c.multiplyBy(r/a))}}r-=a}return null}function O(e){
return e.filter(t=>n.legs.has(t)).map(t=>({id:t,...Ie(t)})).filter(t=>t.point)}function j(e){let t=[];for(let o of e){let s=n.places.legs[o];if(!s||!n.legs.has(
o))continue;let r=t.at(-1);r&&r.mode===s.mode&&s.ends.some(a=>r.ends.includes(a))?(r.legs.push(o),r.ends=s.ends):t.push({mode:s.mode,legs:[o],ends:s.ends})}return t}
function Pe(e){return Array.isArray(e[0])?e.reduce((t,o)=>o.length>t.length?o:t):e}function m(e,t){n.clicks+=1,n.picked=e,window.Streamlit.setComponentValue({id:e,kind:t,n:n.clicks})}function Y(e,t){let o=[],s=i=>Re(i,e)&&o.every(a=>!We(i,a)),r=[];for(let i of t){if(i.blocked){o.push(i.blocked);continue}let a=i.boxes.findIndex(s);a<0||(o.push(
Fe(i.boxes[a],i.margin||0)),r.push({wish:i,choice:a}))}return r}function x(e,t,o=t){return[e.x-t/2,e.y-o/2,e.x+t/2,e.y+o/2]}function J(e,t,o,s){let r=(l,b)=>[l,
b,l+t,b+o],i=e.x-t/2,a=e.x+s,c=e.x-t-s;return[r(a,e.y-o/2),r(i,e.y-o-s+1),r(i,e.y+s-1),r(c,e.y-o/2),r(a-2,e.y-o-2),r(a-2,e.y+2),r(c+2,e.y-o-2),r(c+2,e.y+2),r(i,
e.y-o*2-2),r(i,e.y+o+2)]}function Fe(e,t){return[e[0]-t,e[1]-t,e[2]+t,e[3]+t]}function Re(e,t){return e[0]>2&&e[1]>2&&e[2]<t.x-2&&e[3]<t.y-2}function We(e,t){return e[2]>=
t[0]&&e[0]<=t[2]&&e[3]>=t[1]&&e[1]<=t[3]}var K=[["land",210],["water",220],["rail",230],["borders",240],["names",250],["context",410],["casing",420],["legs",430],["hit",440],["nodes",450],["badges",460],
["labels",470],["numbers",480]],q=["hit","nodes","numbers"],p={emphasised:4.2,alternative:2.2,context:1.5,casing:3.2,hit:16,selected:1.5},u={size:22,end:24},y={
least:70,zoom:7.5,seconds:.6},T={least:90,zoom:3},f={height:16,gap:7,margin:3},g={size:20,widths:{1:1.9,2:1.5,3:1.2,4:1}},z={size:20,least:64},v={size:16,least:24},
M={height:18,margin:8},X=[[0,-14],[0,14],[-14,0],[14,0],[-12,-12],[12,-12]],Q=[[0,0],[0,-22],[0,22],[-36,0],[36,0]];var _e="500 12px Inter, 'Segoe UI', system-ui, sans-serif",ee=document.createElement("canvas").getContext("2d"),F=new Map;function E(){return n.look.words[n.scene.
lang]}function h(e){let t=n.places.nodes[e];return t?W(t.names):e}function W(e){return e[n.scene.lang]||e.en}function R(e){return n.discs.has(e)?n.discs.get(e).
note:""}function te(e){let t=n.places.legs[e.id],o=(n.scene.backwards||[]).includes(e.id)?t.ends.slice().reverse():t.ends,{modes:s,statuses:r,marks:i,drawn:a,mm:c}=E(),
l=t.gauge?`, ${t.gauge} ${c}`:"";return ne([[`${h(o[0])} – ${h(o[1])}`,"strong"],[R(e.id)],[`${s[t.mode]}${l} · ${r[t.status]}`],[i[(n.scene.marks||{})[e.id]]],
[a[e.fidelity||t.fidelity],"small"]])}function oe(e){let t=E().kinds[n.places.nodes[e].kind];return ne([[h(e),"strong"],[R(e)],[t,R(e)&&"small"]])}function d(e,t="\
span"){let o=document.createElement(t);return o.textContent=e,o}function _(e){return F.has(e)||(ee.font=_e,F.set(e,Math.ceil(ee.measureText(e).width)+1)),F.get(
e)}function ne(e){let t=document.createElement("div");return t.append(...e.filter(([o])=>o).map(([o,s])=>d(o,s||"div"))),t}function se(e){let t=new Map;e.alternatives.forEach(i=>i.legs.forEach(a=>t.set(a,(t.get(a)||0)+1)));let o=n.map.getSize(),s=i=>i.x>0&&i.y>0&&i.x<o.x&&i.y<o.y;return[
...e.alternatives].sort((i,a)=>+(a.id===e.chosen)-+(i.id===e.chosen)).map(function(i){let a=O(i.legs).filter(c=>s(c.point)).sort((c,l)=>t.get(c.id)-t.get(l.id)||
l.length-c.length);return B(a,u.size,c=>$e(i,i.id===e.chosen,c),f.margin)})}function re(){return[...n.discs.values()].map(function(e){let t=k(e.id)?[{point:k(e.
id)}]:O([e.id]);return B(t,g.size,o=>D({className:`map-disc level-${e.level}`,html:d(e.text)},g.size,o))})}function ie(e){return Object.entries(e.marks||{}).map(
function([t,o]){let s=k(t),r=s?X.map(i=>({point:s.add(i)})):$([t],v.least);return le(r,n.look.marks[o],`map-sign map-mark ${o}`)})}function ae(e){let t=e.marks||
{};return e.legs.filter(o=>n.places.legs[o]&&!t[o]).map(o=>[o,n.look.signs[n.places.legs[o].status]]).filter(([,o])=>o).map(([o,s])=>le($([o],v.least),s,"map-si\
gn"))}function ce(e){return j(e.legs).map(function(t){let o=$(t.legs,z.least).sort((s,r)=>r.length-s.length);return B(o,z.size,s=>D({className:"map-badge",html:De(
n.look.modes[t.mode],e.dark)},z.size,s))})}function k(e){let t=n.places.nodes[e];return t&&n.map.latLngToContainerPoint(t.at)}function $(e,t){return O(e).filter(
o=>o.length>=t)}function le(e,t,o){return B(e,v.size,s=>D({className:o,html:d(t)},v.size,s))}function B(e,t,o,s=0){return{boxes:e.map(r=>x(r.point,t)),margin:s,
draw:r=>o(e[r].point)}}function D(e,t,o){let s=L.divIcon({...e,iconSize:[t,t]});L.marker(n.map.containerPointToLatLng(o),{icon:s,pane:"badges",interactive:!1,keyboard:!1}).
addTo(n.badges)}function $e(e,t,o){let s=L.divIcon({className:`map-number${t?" chosen":""}`,html:d(e.label),iconSize:[u.size,u.size]}),r=L.marker(n.map.containerPointToLatLng(
o),{icon:s,pane:"numbers",title:e.title,alt:e.title,keyboard:!0});r.on("click",()=>m(e.id,"route")),r.addTo(n.numbers);let i=r.getElement();i.setAttribute("aria\
-label",e.title),i.setAttribute("aria-pressed",String(t))}function De(e,t){let o="http://www.w3.org/2000/svg",s=document.createElementNS(o,"svg");s.setAttribute(
"viewBox","0 0 24 24"),s.setAttribute("aria-hidden","true");let r=document.createElementNS(o,"path");return r.setAttribute("d",e.path),r.setAttribute("fill-rule",
"evenodd"),r.setAttribute("fill",t?e.dark:e.light),s.append(r),s}var He=[0,0,44,84],C=20,Ge=6;function S(){let e=n.scene;if(!n.ready||!e)return;n.labels.clearLayers(),n.badges.clearLayers(),n.numbers.clearLayers();let t=Ue(e),
o=[{blocked:He},...[e.origin,e.destination].map(k).filter(Boolean).map(s=>({blocked:x(s,u.end)})),...se(e),...re(),...t.filter(s=>!n.discs.has(s.id)).map(s=>({blocked:x(
s.point,Ge)})),...ie(e),...t.filter(s=>Ve(e,s.id)).map(s=>Ze(e,s)),...ae(e),...ce(e),...n.places.countries.map(Je)];Y(n.map.getSize(),o).forEach(({wish:s,choice:r})=>s.
draw(r))}function Ue(e){let t=n.map.getSize();return e.nodes.map(o=>({id:o,point:k(o)})).filter(({point:o})=>o&&o.x>-C&&o.y>-C&&o.x<t.x+C&&o.y<t.y+C)}function Ve(e,t){
return n.places.nodes[t].kind!=="project"||t===e.place}function Ze(e,t){let o=h(t.id),s=_(o)+2,r=J(t.point,s,f.height,f.gap+je(e,t.id));return{boxes:r,margin:f.
margin,draw:i=>Ye(o,t,r[i],s)}}function je(e,t){return[e.origin,e.destination,e.place].includes(t)?u.end/2-2:n.discs.has(t)?g.size/2-3:0}function Ye(e,t,o,s){let r=L.
divIcon({className:"map-label",html:d(e),iconSize:[s,f.height],iconAnchor:[t.point.x-o[0],t.point.y-o[1]]});L.marker(n.places.nodes[t.id].at,{icon:r,pane:"label\
s",interactive:!1,keyboard:!1}).addTo(n.labels)}function Je(e){let t=W(e.names),o=n.map.latLngToContainerPoint(e.at),s=(_(t)*.62+6)*2,r=Q.map(i=>o.add(i));return{
boxes:r.map(i=>x(i,s,M.height)),margin:M.margin,draw(i){let a=L.divIcon({className:"map-country",html:d(t),iconSize:[s,M.height]});L.marker(n.map.containerPointToLatLng(
r[i]),{icon:a,pane:"names",interactive:!1,keyboard:!1}).addTo(n.labels)}}}var I={fill:!1,smoothFactor:1.5},de={stroke:!1,smoothFactor:1.2},Ke={countries:["land","land",de],lakes:["water","lake",de],rivers:["water","river",I],railways:[
"rail","railway",I],borders:["borders","border",I],disputed:["borders","border disputed",I]},ue=["borders","disputed","lakes","rivers","railways"];function H(e){
return L.svg({pane:e,padding:.5})}function G(e,t){let[o,s,r]=Ke[e],i={className:s,...r};L.geoJSON(t,{pane:o,renderer:H(o),interactive:!1,style:()=>i}).addTo(n.map)}var qe=["context","casing","line","core","hit"];function V(e){for(let t of["context","casing","legs","hit"])n.svg[t]||=H(t);for(let t of e.features){let o=Xe(t);
o.hit.bindTooltip(()=>te(o),{sticky:!0,direction:"top",className:"map-tip"}),o.hit.on("click",()=>m(o.id,"leg")),o.hit.on("mouseover",()=>n.map.getContainer().classList.
add("over-leg")),o.hit.on("mouseout",()=>n.map.getContainer().classList.remove("over-leg")),n.legs.set(o.id,o)}}function pe(e){let t=e?JSON.stringify(e):"";if(t===
n.adopted)return;n.adopted=t;let o=e?e.lines:{};n.legs.forEach((r,i)=>{(r!==n.served.legs.get(i)||o[i])&&qe.forEach(a=>r[a].remove())}),n.legs=new Map(n.served.
legs),V({features:Object.keys(o).map(r=>({properties:{leg_id:r},geometry:{type:"LineString",coordinates:o[r]}}))});let s=n.served.places;n.places=e?{...s,nodes:{
...s.nodes,...e.nodes},legs:{...s.legs,...e.legs}}:s}function fe(e){let t=new Set(e.legs),o=new Set(e.context),s=new Set(e.alternatives.flatMap(r=>r.legs));n.legs.
forEach(function(r,i){let a=t.has(i),c=!a&&s.has(i),l=!a&&(c||o.has(i));A(r.context,l),A(r.casing,a),A(r.line,a),A(r.core,a&&U(r)),A(r.hit,a||l),a?tt(r,i===e.selected):
l&&et(r,c)}),Qe(e),me(e.legs,["line","core","hit"]),t.has(e.selected)&&me([e.selected],["casing","line","core"])}function Xe(e){let{geometry:t,properties:o}=e,s=L.
GeoJSON.coordsToLatLngs(t.coordinates,t.type==="LineString"?0:1),r=(i,a)=>L.polyline(s,{pane:i,renderer:n.svg[i],interactive:!1,lineCap:"butt",smoothFactor:1,...a});
return{id:o.leg_id||e.id,fidelity:o.fidelity,context:r("context"),casing:r("casing",{className:"casing",lineCap:"round"}),line:r("legs"),core:r("legs",{className:"\
core"}),hit:r("hit",{interactive:!0,weight:p.hit,opacity:0,className:"hit",bubblingMouseEvents:!1})}}function Qe(e){n.beside.clearLayers();let t=e.alternatives.
filter(o=>o.look).sort((o,s)=>s.look.weight-o.look.weight);for(let o of t)for(let s of o.legs.map(r=>n.legs.get(r)).filter(Boolean))L.polyline(s.line.getLatLngs(),
{pane:"legs",renderer:n.svg.legs,interactive:!1,lineCap:"butt",smoothFactor:1,className:"beside",...o.look}).addTo(n.beside)}function et(e,t){let o=ge(e);e.context.
setStyle({color:he(o),weight:t?p.alternative:p.context,opacity:t?.7:.5,dashArray:o.dash||null})}function tt(e,t){let o=ge(e),s=o.dash||null,r=n.look.fidelity[we(
e)],i=n.discs.get(e.id),a=(U(e)?1:r.width)*(i?g.widths[i.level]:1),c=p.emphasised*a+(t?p.selected:0);U(e)&&e.core.setStyle({weight:c*.45,opacity:1,dashArray:s}),
e.line.setStyle({color:he(o),weight:c,opacity:r.opacity,dashArray:s}),e.casing.setStyle({weight:c+p.casing+(t?3:0),opacity:1}),e.casing.getElement()?.classList.
toggle("selected",t)}function ge(e){return n.look.modes[n.places.legs[e.id].mode]}function he(e){return n.scene.dark?e.dark:e.light}function we(e){return e.fidelity||
n.places.legs[e.id].fidelity}function U(e){return we(e)==="schematic"}function A(e,t){let o=n.map.hasLayer(e);t&&!o&&e.addTo(n.map),!t&&o&&e.remove()}function me(e,t){
e.map(o=>n.legs.get(o)).filter(Boolean).forEach(o=>t.forEach(s=>o[s].bringToFront()))}function be(e){n.nodes.clearLayers();let t=e.around.filter(o=>!e.nodes.includes(o));[...t,...e.nodes].filter(o=>n.places.nodes[o]).forEach(o=>ot(e,o,{isFaint:t.
includes(o),isChosen:o===e.place})),[["origin","A"],["destination","B"]].forEach(function([o,s]){let r=n.places.nodes[e[o]];if(!r)return;let i=L.divIcon({className:`\
map-end map-${o}`,html:s,iconSize:[u.end,u.end]});L.marker(r.at,{icon:i,pane:"badges",interactive:!1,keyboard:!1}).addTo(n.nodes)})}function ot(e,t,{isFaint:o,isChosen:s}){
let r=n.places.nodes[t],i=L.circleMarker(r.at,{pane:"nodes",...nt(r,o,s),className:`node node-${r.kind}${o?" faint":""}${s?" selected":""}`,fillOpacity:1,bubblingMouseEvents:!1});
i.bindTooltip(()=>oe(t),{direction:"top",className:"map-tip"}),i.on("click",()=>e.askEnds?st(t):m(t,"node")),n.nodes.addLayer(i)}function nt(e,t,o){return o?{radius:7,
weight:4}:t?{radius:2.6,weight:1}:{radius:e.kind==="city"?5:3.8,weight:1.6}}function st(e){let{from_here:t,to_here:o}=E(),s=[["origin",t],["destination",o]].map(
function([i,a]){let c=d(a,"button");return c.type="button",c.addEventListener("click",function(){n.map.closePopup(),m(e,i)}),c}),r=document.createElement("div");
r.append(d(h(e),"strong"),...s),L.popup({className:"map-ask",closeButton:!1,autoPan:!1,offset:[0,-4]}).setLatLng(n.places.nodes[e].at).setContent(r).openOn(n.map),
s[0].focus()}var xe="(-?[0-9]{1,3}(?:\\.[0-9]{1,4})?)",rt=new RegExp(`^${xe}_${xe}_([0-9]{1,2}(?:\\.[0-9]{1,2})?)$`),it=85,at=180,ct=1,lt=14;function ye(e){let t=rt.exec(e);
if(!t)return null;let[o,s,r]=t.slice(1).map(Number);return Ee(o,s,r)?{lat:o+0,lon:s+0,zoom:r}:null}function Le(e){let t=[e.lat.toFixed(4),e.lon.toFixed(4),e.zoom.
toFixed(2)].map(Number);return Ee(...t)?t.join("_"):null}function Ee(e,t,o){return Math.abs(e)<=it&&Math.abs(t)<=at&&o>=ct&&o<=lt}function ke(){try{return ye(new URL(window.parent.location.href).searchParams.get("at")||"")}catch{return null}}function P(e){try{let t=new URL(window.parent.location.
href);e(t.searchParams),window.parent.history.replaceState(window.parent.history.state,"",t)}catch{}}function ve(e){let t=n.preset===null,o=n.preset!==e.preset;n.preset=e.preset,t?dt(e):o?(n.own=!1,w(e.preset,!0)):!n.own&&e.preset==="whole"&&!n.map.getBounds().
pad(.02).contains(Ne())&&w("whole",!0)}function w(e,t){n.touched=!1;let o=e==="whole"?Ne():L.latLngBounds(n.look.presets[e].bounds),s={paddingTopLeft:[16,44],paddingBottomRight:[
16,16]};Ae()?n.map.fitBounds(o,{animate:t,reset:!t,maxZoom:y.zoom,...s}):n.map.setView(o.getCenter(),T.zoom,{animate:!1,reset:!0})}function Se(e){if(!ut(e.selected||
e.place||null)||!Ae())return;let t=mt(e);if(!t||pt(t)&&n.map.getBounds().pad(-.06).contains(t))return;n.touched=!0;let o=window.matchMedia("(prefers-reduced-mot\
ion: reduce)").matches;n.map.flyToBounds(t.pad(.5),{maxZoom:y.zoom,animate:!o,duration:y.seconds})}function dt(e){let t=ke();if(!t){w(e.preset,!1);return}n.own=
!0,n.map.setView([t.lat,t.lon],t.zoom,{animate:!1})}function ut(e){let t=n.followed===void 0,o=n.picked===e,s=e!==n.followed;return n.followed=e,n.picked=null,!!e&&
s&&!t&&!o}function Ae(){let e=n.map.getSize();return e.x>T.least&&e.y>T.least}function mt(e){let t=n.legs.get(e.selected),o=n.places.nodes[e.place];return t?t.line.
getBounds():o?L.latLngBounds([o.at,o.at]):null}function pt(e){let t=[e.getNorthWest(),e.getSouthEast()].map(o=>n.map.latLngToContainerPoint(o));return t[0].distanceTo(
t[1])>=y.least||n.map.getZoom()>=y.zoom-.5}function Ne(){let e=L.latLngBounds([]);return[...n.scene.legs,...n.scene.alternatives.flatMap(o=>o.legs)].map(o=>n.legs.
get(o)).filter(Boolean).forEach(o=>e.extend(o.line.getBounds())),n.scene.nodes.map(o=>n.places.nodes[o]).filter(Boolean).forEach(o=>e.extend(o.at)),e.isValid()?
e:L.latLngBounds(n.look.presets.whole.bounds)}function Oe(){let e=n.map.getContainer(),{presets:t,preset:o,zoom_in:s,zoom_out:r,fingers:i}=E(),a=e.querySelector(".map-presets")||ft(e);a.setAttribute("aria-l\
abel",t),a.replaceChildren(...n.look.order.map(function(c){let l=d(o[c],"button");return l.type="button",l.dataset.preset=c,l.addEventListener("click",()=>gt(c)),
l})),[["in",s],["out",r]].forEach(function([c,l]){let b=e.querySelector(`.leaflet-control-zoom-${c}`);b&&(b.title=l,b.setAttribute("aria-label",l))}),e.dataset.
hint=i}function N(){n.map.getContainer().querySelectorAll(".map-presets button").forEach(function(e){e.setAttribute("aria-pressed",String(!n.own&&e.dataset.preset===
n.preset))})}function ft(e){let t=document.createElement("div");return t.className="map-presets",t.setAttribute("role","group"),L.DomEvent.disableClickPropagation(
t),L.DomEvent.disableScrollPropagation(t),e.append(t),t}function gt(e){n.preset=e,n.own=!1,w(e,!0),P(function(t){t.delete("at"),e==="whole"?t.delete("map"):t.set(
"map",e)}),N()}function Te(e){n.scene=e,ht(e),n.ready&&Z()}function Z(){let e=n.scene;pe(e.own),n.discs=new Map((e.discs||[]).map(([t,o,s,r])=>[t,{id:t,text:o,level:s,note:r}])),
fe(e),be(e),Oe(),ve(e),Se(e),N(),S()}function ht(e){let t=document.documentElement;t.dataset.theme=e.dark?"dark":"light",t.lang=e.lang;let o=n.map.getContainer();
o.setAttribute("role","application"),o.setAttribute("aria-label",e.title);try{window.frameElement.title=e.title}catch{}}function ze(e){wt(e),window.matchMedia("(pointer: coarse)").matches&&bt(e)}function wt(e){let t=e.getContainer();e.scrollWheelZoom.disable(),e.on("focus",()=>e.
scrollWheelZoom.enable()),e.on("blur",()=>e.scrollWheelZoom.disable()),t.addEventListener("wheel",function(o){!o.ctrlKey&&!o.metaKey||(o.preventDefault(),e.scrollWheelZoom.
enable())},{passive:!1}),t.addEventListener("mouseleave",function(){t.contains(document.activeElement)||e.scrollWheelZoom.disable()})}function bt(e){let t=e.getContainer();
e.dragging.disable();let o=0;t.addEventListener("touchmove",function(s){s.touches.length>1||(t.classList.add("hinting"),window.clearTimeout(o),o=window.setTimeout(
()=>t.classList.remove("hinting"),900))},{passive:!0})}var xt=80;function Me(e){let t=e.getContainer();for(let o of["pointerdown","keydown","wheel","touchstart"])t.addEventListener(o,function(s){s.target.closest(".m\
ap-presets")||(n.touched=!0)},{capture:!0,passive:!0});e.on("moveend",function(){n.touched&&n.ready&&yt(e),S()})}function Be(e){let t=e.getContainer(),o=function(){
window.innerHeight<xt||t.style.height===`${window.innerHeight}px`||(t.style.height=`${window.innerHeight}px`,e.invalidateSize({pan:!1}))};window.addEventListener(
"resize",o),e.on("resize",function(){n.ready&&n.scene&&!n.own&&w(n.preset,!1),S()}),o()}function yt(e){n.own=!0;let t=e.getCenter(),o=Le({lat:t.lat,lon:t.lng,zoom:e.
getZoom()});P(s=>o===null?s.delete("at"):s.set("at",o)),N()}function Ce(e,t){performance.mark("map-start"),n.map=e,Lt(e),L.control.scale({imperial:!1,maxWidth:140}).addTo(e),Be(e),ze(e),Me(e);let o=Object.fromEntries(Object.
entries(t).map(([s,r])=>[s,kt(s,r)]));Et(o).catch(function(s){let r=d(`The map could not be loaded (${s.message}).`,"p");r.className="map-fault",e.getContainer().
append(r),console.error(s)})}function Lt(e){for(let[t,o]of K){let s=e.createPane(t);s.style.zIndex=o,q.includes(t)||(s.style.pointerEvents="none")}for(let t of[
"nodes","labels","beside","badges","numbers"])n[t]=L.layerGroup().addTo(e)}async function Et(e){let[t,o,s,r]=await Promise.all([e.legs,e.places,e.look,e.countries]);
performance.mark("map-data"),V(t),n.places=o,n.served={legs:new Map(n.legs),places:o},n.look=s,n.ready=!0,n.scene&&Z(),G("countries",r),performance.mark("map-dr\
awn");for(let i of ue.filter(a=>e[a])){let a=await e[i];await vt(),G(i,a)}}async function kt(e,t){let o=await fetch(t);if(!o.ok)throw new Error(`${e}: ${o.status}`);
return o.json()}function vt(){return new Promise(e=>{window.setTimeout(e,0)})}window.corridorMap={start:Ce,show:Te};})();
