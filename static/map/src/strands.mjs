/** Draws lines that look the same as one path: a map of three hundred legs needs some twenty of them. */

import { rendererOf } from "./layers.mjs";
import { state } from "./state.mjs";

/** Draw lines, each a leg with its pane and its look, and no others; what is drawn already stays. */
export function drawStrands(lines) {
  const wanted = new Map();
  for (const line of [...lines.filter(({ isOver }) => !isOver), ...lines.filter(({ isOver }) => isOver)]) {
    const key = JSON.stringify([line.pane, line.look]);
    if (!wanted.has(key)) wanted.set(key, { ...line, legs: [] });
    wanted.get(key).legs.push(line.leg);
  }
  const gone = [...state.strands].filter(([key]) => !wanted.has(key));
  for (const [key, strand] of wanted) draw(key, strand);
  for (const [key, { layer }] of gone) {
    layer.remove();
    state.strands.delete(key);
  }
}

/** Remove all lines. */
export function removeStrands() {
  state.strands.forEach(({ layer }) => layer.remove());
  state.strands.clear();
}

function draw(key, { pane, look, legs }) {
  const ids = legs.map(({ id }) => id).join(" "), drawn = state.strands.get(key);
  if (drawn?.ids === ids) {
    drawn.layer.bringToFront();
    return;
  }
  const parts = legs.flatMap(({ points }) => (Array.isArray(points[0]) ? points : [points]));
  const layer = drawn?.layer.setLatLngs(parts) || L.polyline(parts, {
    pane, renderer: rendererOf(pane), interactive: false, lineCap: "butt", smoothFactor: 1, ...look,
  }).addTo(state.map);
  layer.bringToFront();
  state.strands.set(key, { layer, ids });
}
