/** Draws the ground: land, water, railways and borders, once for all scenes, finer for those who come near. */

import { readyPath } from "./ground.mjs";
import { NEAR_FROM, RAILWAYS_FROM } from "./settings.mjs";
import { state } from "./state.mjs";

const AREA = { stroke: false, fill: true, fillRule: "evenodd" };
const LINE = { stroke: true, fill: false };

/** For each class of a path: its pane and how it is drawn. */
const GROUND = {
  "land": ["land", AREA], "lake": ["water", AREA], "river": ["water", LINE], "river main": ["water", LINE], "railway": ["rail", LINE],
  "border": ["borders", LINE], "border disputed": ["borders", LINE],
};

/** Give the renderer that draws lines and areas in a pane. */
export function rendererOf(pane) {
  state.svg[pane] ||= L.svg({ pane, padding: 0.5 });
  return state.svg[pane];
}

/** Draw the ground, or draw it anew from finer data. */
export function drawGround({ zoom, paths, rivers }) {
  for (const [className, path] of Object.entries(paths)) {
    const [pane, look] = GROUND[className], drawn = state.ground[className];
    if (drawn) drawn.change(path, zoom);
    else state.ground[className] = readyPath(path, zoom, { pane, renderer: rendererOf(pane), className, ...look }).addTo(state.map);
  }
  if (!rivers) return;
  state.rivers = new Map(Object.entries(rivers).map(([name, lines]) => [name, lines.map((line) => line.map(L.latLng))]));
}

/** Give a layer of the ground, or of what lies on it. */
export async function load(layer) {
  const answer = await fetch(state.urls[layer]);
  if (!answer.ok) throw new Error(`${layer}: ${answer.status}`);
  return answer.json();
}

/** Once the map is near enough, draw what is only seen from near: each is fetched then, and only once. */
export function followNear(map) {
  const asked = new Set();
  const look = function () {
    const zoom = map.getZoom();
    map.getPane("rail").style.display = zoom >= RAILWAYS_FROM ? "" : "none";
    for (const [layer, from] of [["ground-near", NEAR_FROM], ["railways", RAILWAYS_FROM]]) {
      if (zoom < from || asked.has(layer) || !state.urls[layer]) continue;
      asked.add(layer);
      load(layer).then(drawGround).catch((error) => console.error(error));
    }
  };
  map.on("zoomend", look);
  look();
}
