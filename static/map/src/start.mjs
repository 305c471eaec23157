/** Starts the map: panes, groups and listeners, then the data; called once by the base script, whose bytes never change. */

import { shareInput } from "./input.mjs";
import { takeKeys } from "./keys.mjs";
import { placeLabels } from "./labels.mjs";
import { drawGround, followRailways, LATER_LAYERS, load } from "./layers.mjs";
import { keepLegs } from "./legs.mjs";
import { followFrame, followMoves } from "./moves.mjs";
import { addRoom } from "./room.mjs";
import { draw } from "./scene.mjs";
import { PANES, REACHABLE_PANES } from "./settings.mjs";
import { state } from "./state.mjs";
import { textElement } from "./words.mjs";

/** Start a Leaflet map whose layers lie at the addresses of an object. */
export function start(map, urls) {
  performance.mark("map-start");
  state.map = map;
  addPanes(map);
  state.urls = urls;
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  addRoom(map);
  takeKeys(map);
  followFrame(map);
  shareInput(map);
  followMoves(map);
  const asked = Object.fromEntries(Object.keys(urls).filter((layer) => layer !== "railways").map((layer) => [layer, load(layer)]));
  drawBase(asked).catch(function (error) {
    const note = textElement(`The map could not be loaded (${error.message}).`, "p");
    note.className = "map-fault";
    map.getContainer().append(note);
    console.error(error);
  });
}

function addPanes(map) {
  for (const [pane, place] of PANES) {
    const element = map.createPane(pane);
    element.style.zIndex = place;
    if (!REACHABLE_PANES.includes(pane)) element.style.pointerEvents = "none";
  }
  for (const group of ["nodes", "labels", "beside", "badges", "notes", "numbers"]) state[group] = L.layerGroup().addTo(map);
}

/** Draw the routes and the land; the rest of the ground follows piece by piece, so that the routes are there first. */
async function drawBase(asked) {
  const [legs, places, look, countries] = await Promise.all([asked.legs, asked.places, asked.look, asked.countries]);
  performance.mark("map-data");
  keepLegs(legs);
  state.places = places;
  state.served = { legs: new Map(state.legs), places };
  state.look = look;
  state.ready = true;
  if (state.scene) draw();
  drawGround("countries", countries);
  performance.mark("map-drawn");
  for (const layer of LATER_LAYERS.filter((name) => asked[name])) {
    const data = await asked[layer];
    await rest();
    drawGround(layer, data);
  }
  placeLabels();
  followRailways(state.map);
}

/** Let the browser paint and answer the visitor. */
function rest() {
  return new Promise((resolve) => { window.setTimeout(resolve, 0); });
}
