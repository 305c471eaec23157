/** Draws the ground: land, water, railways and borders, once for all scenes. */

import { state } from "./state.mjs";

const LINE = { fill: false, smoothFactor: 1.5 };
const AREA = { stroke: false, smoothFactor: 1.2 };

/** For each layer: its pane, the class in the style sheet, its geometry. */
const GROUND = {
  countries: ["land", "land", AREA], lakes: ["water", "lake", AREA], rivers: ["water", "river", LINE],
  railways: ["rail", "railway", LINE], borders: ["borders", "border", LINE], disputed: ["borders", "border disputed", LINE],
};

/** Layers that may follow when the routes are there, in this order. */
export const LATER_LAYERS = ["borders", "disputed", "lakes", "rivers", "railways"];

/** Give the renderer that draws lines and areas in a pane. */
export function rendererOf(pane) {
  return L.svg({ pane, padding: 0.5 });
}

/** Draw one layer of the ground. */
export function drawGround(layer, data) {
  const [pane, className, geometry] = GROUND[layer];
  const style = { className, ...geometry };
  L.geoJSON(data, { pane, renderer: rendererOf(pane), interactive: false, style: () => style }).addTo(state.map);
}
