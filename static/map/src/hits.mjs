/** Makes legs answer to a pointer: an unseen area round each, drawn when a pointer comes or when nothing else is to be done. */

import { rendererOf } from "./layers.mjs";
import { pick } from "./picks.mjs";
import { WIDTH } from "./settings.mjs";
import { state } from "./state.mjs";
import { bindTip } from "./tips.mjs";
import { legTooltip } from "./words.mjs";

/** How long after a scene the areas follow without a pointer, in milliseconds. */
const LATER_MS = 500;
let shown = [], timer = 0;

/** Say which legs answer from now on, the uppermost last. */
export function keepHits(legs) {
  const wanted = new Set(legs.map(({ id }) => id));
  state.hits.forEach((_, id) => { if (!wanted.has(id)) remove(id); });
  shown = legs;
  window.clearTimeout(timer);
  timer = window.setTimeout(drawHits, LATER_MS);
}

/** Draw the areas as soon as a pointer is over the map. */
export function followPointer(map) {
  for (const kind of ["pointerenter", "pointermove", "pointerdown", "touchstart"]) {
    map.getContainer().addEventListener(kind, () => { if (timer) drawHits(); }, { capture: true, passive: true });
  }
}

/** Give the area of a leg; one that is not there yet is drawn. */
export function hitOf(leg) {
  if (state.hits.has(leg.id)) return state.hits.get(leg.id);
  const hit = L.polyline(leg.points, {
    pane: "hit", renderer: rendererOf("hit"), interactive: true, lineCap: "butt", smoothFactor: 1, weight: WIDTH.hit, opacity: 0,
    className: "hit", bubblingMouseEvents: false,
  });
  bindTip(hit, () => legTooltip(leg), { sticky: true });
  hit.on("click", () => pick(leg.id, "leg"));
  hit.on("mouseover", () => state.map.getContainer().classList.add("over-leg"));
  hit.on("mouseout", () => state.map.getContainer().classList.remove("over-leg"));
  state.hits.set(leg.id, hit);
  return hit.addTo(state.map);
}

/** Remove all areas. */
export function removeHits() {
  [...state.hits.keys()].forEach(remove);
}

function drawHits() {
  window.clearTimeout(timer);
  timer = 0;
  shown.forEach((leg) => hitOf(leg).bringToFront());
}

function remove(id) {
  state.hits.get(id).remove();
  state.hits.delete(id);
}
