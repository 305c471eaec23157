/** Knows what the keyboard can reach on the map, row by row, and takes the focus there. */

import { isAsking } from "./lists.mjs";
import { state } from "./state.mjs";

/** The first row of things on the map; those before are buttons. */
const FIRST = 2;
const STARTS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "Enter", " "];

/** Give the place that a key leads to from the map itself, or null. */
export function firstPlace(all, key) {
  if (!STARTS.includes(key)) return null;
  const row = key === "ArrowUp" ? 0 : all.findIndex((things, index) => index >= FIRST && things.length);
  return row >= 0 && all[row]?.length ? [row, 0] : null;
}

/** Give row and number of what has the focus, or null. */
export function placeOf(all) {
  for (const [row, things] of all.entries()) {
    const thing = things.findIndex((stop) => stop.element() === document.activeElement);
    if (thing >= 0) return [row, thing];
  }
  return null;
}

/** Give all stops: the choices of an open box, or parts of the map, its buttons, routes, places, lines. */
export function rows(isBehind = false) {
  const container = state.map.getContainer();
  if (isAsking() && !isBehind) return [[...state.box.getElement().querySelectorAll("button")].map(buttonStop)];
  return [
    [...container.querySelectorAll(".map-presets button")].map(buttonStop),
    [...container.querySelectorAll(".leaflet-control-zoom a, .map-room button")].filter((button) => button.offsetWidth).map(buttonStop),
    state.stops.numbers, state.stops.nodes, state.stops.legs,
  ];
}

function buttonStop(element) {
  return { id: element.dataset.preset || element.className, element: () => element };
}

/** Take the focus to a stop; bring it into view if asked to. */
export function enter(stop, isMoving) {
  const element = stop.element();
  if (!element) return;
  if (stop.at && isMoving) state.map.panInside(stop.at(), { padding: [50, 60], animate: false });
  const now = stop.element() || element;
  now.setAttribute("tabindex", "-1");
  now.dataset.stop = stop.id;
  if (stop.label) {
    now.setAttribute("role", "button");
    now.setAttribute("aria-label", stop.label());
  }
  now.focus({ preventScroll: true });
  if (!stop.layer) return;
  stop.layer().openTooltip(stop.at());
  now.addEventListener("blur", () => stop.layer().closeTooltip(), { once: true });
}
