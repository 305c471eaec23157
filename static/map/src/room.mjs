/** Gives the map more room: as wide as the page, or the whole screen; inside the page where a browser refuses the screen. */

import { state } from "./state.mjs";
import { words } from "./words.mjs";

const SHAPES = {
  wide: "M7 7 2 12l5 5v-3.600h10V17l5-5-5-5v3.600H7z",
  full: "M3 3h7v2.500H5.500V10H3zM14 3h7v7h-2.500V5.500H14zM3 14h2.500v4.500H10V21H3zM18.500 14H21v7h-7v-2.500h4.500z",
};
/** Mark of the page while its map is wide, and of the frame while it fills the page. */
const WIDE = "data-map-wide", FILLS = "data-fills";

/** Add the two buttons. */
export function addRoom(map) {
  const bar = new L.Control({ position: "topleft" });
  bar.onAdd = function () {
    const box = L.DomUtil.create("div", "leaflet-bar map-room");
    L.DomEvent.disableClickPropagation(box);
    box.append(buttonOf("wide", toggleWide), buttonOf("full", toggleFull));
    return box;
  };
  bar.addTo(map);
  document.addEventListener("fullscreenchange", nameRoom);
}

/** Word the buttons in the language of the scene, and say which is on. */
export function nameRoom() {
  const on = { wide: pageRoot()?.hasAttribute(WIDE) || false, full: isFull() };
  for (const [name, isOn] of Object.entries(on)) {
    const button = state.map.getContainer().querySelector(`.map-${name}`);
    if (!button) continue;
    button.title = words()[name];
    button.setAttribute("aria-label", words()[name]);
    button.setAttribute("aria-pressed", String(isOn));
  }
}

/** Leave the whole screen, or what stands in for it; tell whether there was something to leave. */
export function leaveFull() {
  if (!isFull()) return false;
  if (document.fullscreenElement) document.exitFullscreen();
  frame()?.removeAttribute(FILLS);
  nameRoom();
  return true;
}

function isFull() {
  return Boolean(document.fullscreenElement) || Boolean(frame()?.hasAttribute(FILLS));
}

function toggleWide() {
  pageRoot()?.toggleAttribute(WIDE);
  nameRoom();
}

async function toggleFull() {
  if (leaveFull()) return;
  try {
    await document.documentElement.requestFullscreen();
  } catch {
    frame()?.setAttribute(FILLS, ""); // the page stands in a frame that may not have the screen
  }
  nameRoom();
}

/** Give the frame of the map in its page, if the page is ours. */
function frame() {
  try {
    return window.frameElement;
  } catch {
    return null;
  }
}

function pageRoot() {
  return frame()?.ownerDocument.documentElement;
}

function buttonOf(name, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `map-${name}`;
  button.tabIndex = -1;
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg"), path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  button.append(svg);
  button.addEventListener("click", act);
  return button;
}
