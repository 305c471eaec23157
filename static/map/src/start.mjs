/** Starts the map: panes, groups and listeners, then the data; called once by the base script, whose bytes never change. */

import { followPointer } from "./hits.mjs";
import { shareInput } from "./input.mjs";
import { takeKeys } from "./keys.mjs";
import { drawGround, followNear, load } from "./layers.mjs";
import { keepLegs } from "./legs.mjs";
import { followFrame, followMoves } from "./moves.mjs";
import { addRoom } from "./room.mjs";
import { draw } from "./scene.mjs";
import { PANES, REACHABLE_PANES } from "./settings.mjs";
import { state } from "./state.mjs";
import { textElement } from "./words.mjs";

/** What the first picture needs. */
const FIRST = ["legs", "places", "look", "ground"];

/** Start a Leaflet map whose layers lie at the addresses of an object. */
export function start(map, urls) {
  performance.mark("map-start");
  state.map = map;
  state.urls = urls;
  const asked = FIRST.map(load);
  addPanes(map);
  L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);
  addRoom(map);
  takeKeys(map);
  followFrame(map);
  shareInput(map);
  followMoves(map);
  followPointer(map);
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

/** Draw the ground and the routes; what the pointer meets follows when the visitor has seen them. */
async function drawBase(asked) {
  const [legs, places, look, ground] = await Promise.all(asked);
  performance.mark("map-data");
  keepLegs(legs);
  state.places = places;
  state.served = { legs: new Map(state.legs), places };
  state.look = look;
  state.ready = true;
  drawGround(ground);
  if (state.scene) draw();
  performance.mark("map-drawn");
  followNear(state.map);
}
