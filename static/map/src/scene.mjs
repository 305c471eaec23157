/** Shows a scene: what the page wants to see, by ids; called by the dynamic part on every change. */

import { keepFocus, nameKeys } from "./keys.mjs";
import { placeLabels } from "./labels.mjs";
import { adoptOwnPlaces, drawLegs } from "./legs.mjs";
import { drawNodes } from "./nodes.mjs";
import { drawPresets, markPreset } from "./presets.mjs";
import { nameRoom } from "./room.mjs";
import { state } from "./state.mjs";
import { applyView, followSelection } from "./view.mjs";

/** Show a scene, at once or as soon as the data of the base are there. */
export function show(scene) {
  state.scene = scene;
  dress(scene);
  if (state.ready) draw();
}

/** Draw the scene that was shown last. */
export function draw() {
  const scene = state.scene;
  adoptOwnPlaces(scene.own);
  state.discs = new Map((scene.discs || []).map(([id, text, level, note, members]) => [id, { id, text, level, note, members }]));
  state.isDrawing = true; // the view comes first, so that nothing is drawn for another; labels are placed once, at the end
  applyView(scene);
  drawLegs(scene);
  drawNodes(scene);
  drawPresets();
  nameRoom();
  nameKeys();
  followSelection(scene);
  markPreset();
  state.isDrawing = false;
  placeLabels();
  keepFocus();
}

/** Give the frame the theme, the language and the title of the scene. */
function dress(scene) {
  const root = document.documentElement;
  root.dataset.theme = scene.dark ? "dark" : "light";
  root.lang = scene.lang;
  const container = state.map.getContainer();
  container.setAttribute("role", "application");
  container.setAttribute("aria-label", scene.title);
  try {
    window.frameElement.title = scene.title;
  } catch { /* another origin holds the page: nothing to dress there */ }
}
