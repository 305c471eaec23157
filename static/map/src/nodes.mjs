/** Draws the nodes of a scene and the letters at both ends, and asks at a click which end a place should be. */

import { pick } from "./picks.mjs";
import { NUMBER } from "./settings.mjs";
import { state } from "./state.mjs";
import { nameOf, nodeTooltip, textElement, words } from "./words.mjs";

/** Draw the nodes, those around the scene first and faintly. */
export function drawNodes(scene) {
  state.nodes.clearLayers();
  const around = scene.around.filter((id) => !scene.nodes.includes(id));
  [...around, ...scene.nodes].filter((id) => state.places.nodes[id]).forEach(
    (id) => drawNode(scene, id, { isFaint: around.includes(id), isChosen: id === scene.place }));
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
  marker.bindTooltip(() => nodeTooltip(id), { direction: "top", className: "map-tip" });
  marker.on("click", () => (scene.askEnds ? askEnd(id) : pick(id, "node")));
  state.nodes.addLayer(marker);
}

function sizeOf(node, isFaint, isChosen) {
  if (isChosen) return { radius: 7, weight: 4 };
  if (isFaint) return { radius: 2.6, weight: 1 };
  return { radius: node.kind === "city" ? 5 : 3.8, weight: 1.6 };
}

/** Ask whether the journey starts or ends at a place. */
function askEnd(id) {
  const { from_here: fromHere, to_here: toHere } = words();
  const buttons = [["origin", fromHere], ["destination", toHere]].map(function ([end, text]) {
    const button = textElement(text, "button");
    button.type = "button";
    button.addEventListener("click", function () {
      state.map.closePopup();
      pick(id, end);
    });
    return button;
  });
  const box = document.createElement("div");
  box.append(textElement(nameOf(id), "strong"), ...buttons);
  L.popup({ className: "map-ask", closeButton: false, autoPan: false, offset: [0, -4] })
    .setLatLng(state.places.nodes[id].at).setContent(box).openOn(state.map);
  buttons[0].focus();
}
