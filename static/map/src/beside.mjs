/** Draws routes that are compared beside each other: each in its own look, on a lane of its own where they share a leg. */

import { rendererOf } from "./layers.mjs";
import { shiftLine } from "./offset.mjs";
import { state } from "./state.mjs";

/** Free pixels between two lanes. */
const GAP = 1.4;
/** How coarse a line may be before it is shifted, in pixels: finer bends would fold over. */
const TOLERANCE = 1.5;

let Lane = null;

/** Draw the routes of a scene that have a look of their own. */
export function drawBeside(scene) {
  Lane ||= laneClass();
  state.beside.clearLayers();
  for (const route of scene.alternatives.filter((one) => one.look)) {
    route.legs.forEach(function (id, index) {
      const leg = state.legs.get(id);
      if (!leg) return;
      const lane = (route.lanes || [])[index] || 0;
      const look = { pane: "legs", renderer: rendererOf("legs"), interactive: false, smoothFactor: 1, lane: lane * (route.look.weight + GAP) };
      new Lane(leg.points, {
        ...look, className: "casing", weight: route.look.weight + 2, lineCap: "round", pane: "casing", renderer: rendererOf("casing"),
      }).addTo(state.beside);
      new Lane(leg.points, {
        ...look, className: "beside", lineCap: route.look.dashArray ? "butt" : "round", ...route.look,
      }).addTo(state.beside);
    });
  }
}

/** Give the class of a line that lies some pixels beside its places, at every zoom. */
function laneClass() {
  return L.Polyline.extend({
    _projectLatlngs(places, result, bounds) {
      const rings = [];
      L.Polyline.prototype._projectLatlngs.call(this, places, rings, bounds);
      for (const ring of rings) {
        const line = L.LineUtil.simplify(ring, TOLERANCE);
        result.push(shiftLine(line, this.options.lane).map(({ x, y }) => L.point(x, y)));
      }
    },
  });
}
