/** Makes the map one stop of the Tab key: arrow keys go from thing to thing, Enter opens one, Escape leaves. */

import { isAsking } from "./lists.mjs";
import { leaveFull } from "./room.mjs";
import { state } from "./state.mjs";
import { nextPlace } from "./steps.mjs";
import { enter, firstPlace, placeOf, rows } from "./stops.mjs";
import { words } from "./words.mjs";

/** By how many pixels the map moves with the Shift key held. */
const PAN = 90;
const WAYS = { ArrowLeft: [-PAN, 0], ArrowRight: [PAN, 0], ArrowUp: [0, -PAN], ArrowDown: [0, PAN] };
const ZOOMS = { "+": "zoomIn", "=": "zoomIn", "-": "zoomOut" };

/** Follow the keyboard. */
export function takeKeys(map) {
  const container = map.getContainer();
  map.keyboard.disable();
  container.tabIndex = 0;
  container.querySelectorAll("a, button").forEach((element) => { element.tabIndex = -1; });
  const help = document.createElement("p");
  help.id = "map-help";
  help.className = "map-help";
  container.append(help);
  container.setAttribute("aria-describedby", help.id);
  container.addEventListener("keydown", (event) => { if (isOurs(event) && act(event)) event.preventDefault(); });
  container.addEventListener("mousedown", () => { if (!container.contains(document.activeElement)) container.focus({ preventScroll: true }); });
  container.addEventListener("focusin", () => settle(container));
  container.addEventListener("focusout", () => window.setTimeout(() => settle(container), 0));
}

/** Say how the keyboard is used, in the language of the scene. */
export function nameKeys() {
  document.getElementById("map-help").textContent = words().keys;
}

/** Give the focus back to what had it before all was drawn anew. */
export function keepFocus() {
  const container = state.map.getContainer();
  if (state.focus && document.activeElement === document.body && document.hasFocus()) {
    const found = rows().flat().find((stop) => stop.id === state.focus);
    if (found) enter(found, false);
  }
  settle(container);
}

/** Keep one stop: the thing that has the focus, else the map itself. */
function settle(container) {
  const isInside = container.contains(document.activeElement) && document.activeElement !== container;
  container.tabIndex = isInside ? -1 : 0;
  if (document.activeElement === container || document.activeElement !== document.body) {
    state.focus = isInside ? document.activeElement.dataset.stop || null : null;
  }
}

function isOurs(event) {
  return !event.altKey && !event.ctrlKey && !event.metaKey;
}

/** Do what a key says; tell whether it meant anything. */
function act(event) {
  if (event.key === "Escape") return leave();
  if (event.shiftKey && WAYS[event.key]) {
    state.map.panBy(WAYS[event.key]);
    return true;
  }
  if (ZOOMS[event.key]) {
    state.map[ZOOMS[event.key]]();
    return true;
  }
  return go(event.key);
}

/** Go on to another thing, or open the one that has the focus. */
function go(key) {
  const all = rows(), at = placeOf(all);
  if (at && (key === "Enter" || key === " ")) return open(all[at[0]][at[1]]);
  const next = at ? nextPlace(all.map((row) => row.length), at, key) : firstPlace(all, key);
  if (next) enter(all[next[0]][next[1]], true);
  return Boolean(next);
}

/** Close what is open, else go from a thing to the map, else to what follows the map on its page. */
function leave() {
  const container = state.map.getContainer();
  if (isAsking()) {
    const before = rows(true).flat().find((stop) => stop.id === state.asked);
    state.map.closePopup();
    if (before) enter(before, false);
    else container.focus({ preventScroll: true });
    return true;
  }
  if (leaveFull()) return true;
  if (document.activeElement !== container) {
    container.focus({ preventScroll: true });
    return true;
  }
  try {
    const frame = window.frameElement;
    const after = [...frame.ownerDocument.querySelectorAll(".cx-after-map")].find(
      (mark) => frame.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING);
    after?.focus();
    return Boolean(after);
  } catch {
    return false;
  }
}

function open(stop) {
  if (!stop.open) return false; // a button: the browser presses it
  state.asked = stop.id;
  stop.open();
  return true;
}
