/** Draws the ground: land, water, railways and borders, once for all scenes. */

import { RAILWAYS_FROM } from "./settings.mjs";
import { state } from "./state.mjs";

const LINE = { fill: false, smoothFactor: 1.5 };
const AREA = { stroke: false, smoothFactor: 1.2 };

/** For each layer: its pane, the class in the style sheet, its geometry. */
const GROUND = {
  countries: ["land", "land", AREA], lakes: ["water", "lake", AREA], rivers: ["water", "river", LINE],
  railways: ["rail", "railway", LINE], borders: ["borders", "border", LINE], disputed: ["borders", "border disputed", LINE],
};

/** Layers that may follow when the routes are there, in this order. */
export const LATER_LAYERS = ["borders", "disputed", "lakes", "rivers"];

/** The river that the routes follow; it is drawn wider than the others. */
const MAIN_RIVER = "Danube";

/** Give the renderer that draws lines and areas in a pane. */
export function rendererOf(pane) {
  return L.svg({ pane, padding: 0.5 });
}

/** Draw one layer of the ground. */
export function drawGround(layer, data) {
  const [pane, className, geometry] = GROUND[layer];
  const styleOf = ({ properties }) => ({ className: properties?.name === MAIN_RIVER ? `${className} main` : className, ...geometry });
  const drawn = L.geoJSON(data, { pane, renderer: rendererOf(pane), interactive: false, style: styleOf }).addTo(state.map);
  if (layer !== "rivers") return;
  state.rivers = new Map();
  drawn.eachLayer((line) => state.rivers.set(line.feature.properties.name, line.getLatLngs()));
}

/** Give a layer of the ground, or of what lies on it. */
export async function load(layer) {
  const answer = await fetch(state.urls[layer]);
  if (!answer.ok) throw new Error(`${layer}: ${answer.status}`);
  return answer.json();
}

/** Draw the railways that are none of our legs, once the map is near enough for them; fetched then, and only once. */
export function followRailways(map) {
  let asked = null;
  const look = function () {
    const isNear = map.getZoom() >= RAILWAYS_FROM;
    map.getPane("rail").style.display = isNear ? "" : "none";
    if (!isNear || asked || !state.urls.railways) return;
    asked = load("railways").then((data) => drawGround("railways", data)).catch((error) => console.error(error));
  };
  map.on("zoomend", look);
  look();
}
