/** Draws the nodes of a scene and the letters at both ends, and asks at a click which end a place should be. */

import { ask } from "./lists.mjs";
import { pick } from "./picks.mjs";
import { NUMBER } from "./settings.mjs";
import { state } from "./state.mjs";
import { bindTip } from "./tips.mjs";
import { nameOf, nodeTooltip, spoken, words } from "./words.mjs";

/** Draw the nodes, those around the scene first and faintly. */
export function drawNodes(scene) {
  state.nodes.clearLayers();
  state.stops.nodes = [];
  const around = scene.around.filter((id) => !scene.nodes.includes(id));
  [...around, ...scene.nodes].filter((id) => state.places.nodes[id]).forEach(
    (id) => drawNode(scene, id, { isFaint: around.includes(id), isChosen: id === scene.place }));
  state.stops.nodes = [...state.stops.nodes.slice(around.length), ...state.stops.nodes.slice(0, around.length)];
  [["origin", "A"], ["destination", "B"]].forEach(function ([end, letter]) {
    const node = state.places.nodes[scene[end]];
    if (!node) return;
    const icon = L.divIcon({ className: `map-end map-${end}`, html: letter, iconSize: [NUMBER.end, NUMBER.end] });
    L.marker(node.at, { icon, pane: "badges", interactive: false, keyboard: false }).addTo(state.nodes);
  });
}

function drawNode(scene, id, { isFaint, isChosen }) {
  const node = state.places.nodes[id];
  const marker = L.circleMarker(node.at, {
    pane: "nodes", ...sizeOf(node, isFaint, isChosen),
    className: `node node-${node.kind}${isFaint ? " faint" : ""}${isChosen ? " selected" : ""}`,
    fillOpacity: 1, bubblingMouseEvents: false,
  });
  bindTip(marker, () => nodeTooltip(id), {});
  const open = () => choose(scene, id);
  marker.on("click", open);
  state.nodes.addLayer(marker);
  state.stops.nodes.push({
    id, element: () => marker.getElement(), at: () => marker.getLatLng(), open, layer: () => marker, label: () => spoken(nodeTooltip(id)),
  });
}

/** Do what a click on a place asks: its end of the journey, the list of what it counts, or the place itself. */
function choose(scene, id) {
  const members = state.clusters.get(id)?.members || [];
  if (scene.askEnds) askEnd(id);
  else if (members.length > 1) ask(state.places.nodes[id].at, words().list, members.map((member) => [nameOf(member), () => pick(member, "node")]));
  else pick(id, "node");
}

function sizeOf(node, isFaint, isChosen) {
  if (isChosen) return { radius: 7, weight: 4 };
  if (isFaint) return { radius: 2.6, weight: 1 };
  return { radius: node.kind === "city" ? 5 : 3.8, weight: 1.6 };
}

/** Ask whether the journey starts or ends at a place. */
function askEnd(id) {
  const { from_here: fromHere, to_here: toHere } = words();
  const choices = [["origin", fromHere], ["destination", toHere]].map(([end, text]) => [text, () => pick(id, end)]);
  ask(state.places.nodes[id].at, nameOf(id), choices);
}
