/** Wishes for what stands on legs and nodes beside their names: numbers of routes, discs, marks, signs, symbols of modes. */

import { clustered } from "./clusters.mjs";
import { middlesOf, runsOf } from "./lines.mjs";
import { pick } from "./picks.mjs";
import { boxAround } from "./placement.mjs";
import { BADGE, DISC, LABEL, MARK_SHIFTS, NUMBER, SIGN } from "./settings.mjs";
import { state } from "./state.mjs";
import { textElement } from "./words.mjs";

/** Wish for the number of each route, best on a leg that is its own; a click chooses the route. */
export function numberWishes(scene) {
  const users = new Map();
  scene.alternatives.forEach((route) => route.legs.forEach((id) => users.set(id, (users.get(id) || 0) + 1)));
  const size = state.map.getSize();
  const isSeen = (point) => point.x > 0 && point.y > 0 && point.x < size.x && point.y < size.y;
  const chosenFirst = [...scene.alternatives].sort((first, second) => Number(second.id === scene.chosen) - Number(first.id === scene.chosen));
  return chosenFirst.map(function (route) {
    const spots = middlesOf(route.legs).filter((spot) => isSeen(spot.point))
      .sort((first, second) => users.get(first.id) - users.get(second.id) || second.length - first.length);
    return wishFor(spots, NUMBER.size, (point) => drawNumber(route, route.id === scene.chosen, point), LABEL.margin);
  });
}

/** Wish for each disc; it says in its text what its colour says, and where there is no room there is none. */
export function discWishes() {
  const drawn = clustered([...state.discs.values()], pointOf);
  state.clusters = new Map(drawn.flatMap((disc) => disc.with.map((id) => [id, disc])));
  return drawn.map(function (disc) {
    const spots = pointOf(disc.id) ? [{ point: pointOf(disc.id) }] : middlesOf([disc.id]);
    return wishFor(spots, DISC.size, (point) => drawBadge(
      { className: `map-disc level-${disc.level}`, html: textElement(disc.text) }, DISC.size, point));
  });
}

/** Wish for the marks of the scene: at the middle of a leg, or beside a node. */
export function markWishes(scene) {
  return Object.entries(scene.marks || {}).map(function ([id, mark]) {
    const point = pointOf(id);
    const spots = point ? MARK_SHIFTS.map((shift) => ({ point: point.add(shift) })) : longEnough([id], SIGN.least);
    return signWish(spots, state.look.marks[mark], `map-sign map-mark ${mark}`);
  });
}

/** Wish for the sign of each leg that does not simply operate; a mark of the scene goes before it. */
export function signWishes(scene) {
  const marks = scene.marks || {};
  return scene.legs.filter((id) => state.places.legs[id] && !marks[id]).map((id) => [id, state.look.signs[state.places.legs[id].status]])
    .filter(([, sign]) => sign).map(([id, sign]) => signWish(longEnough([id], SIGN.least), sign, "map-sign"));
}

/** Wish for the symbol of a mode on the longest leg of each run. */
export function badgeWishes(scene) {
  return runsOf(scene.legs).map(function (run) {
    const spots = longEnough(run.legs, BADGE.least).sort((first, second) => second.length - first.length);
    return wishFor(spots, BADGE.size, (point) => drawBadge(
      { className: "map-badge", html: symbolOf(state.look.modes[run.mode], scene.dark) }, BADGE.size, point));
  });
}

/** Give where a node stands on screen; nothing for other ids. */
export function pointOf(id) {
  const node = state.places.nodes[id];
  return node && state.map.latLngToContainerPoint(node.at);
}

function longEnough(ids, least) {
  return middlesOf(ids).filter((spot) => spot.length >= least);
}

function signWish(spots, sign, className) {
  return wishFor(spots, SIGN.size, (point) => drawBadge({ className, html: textElement(sign) }, SIGN.size, point));
}

function wishFor(spots, size, draw, margin = 0) {
  return { boxes: spots.map((spot) => boxAround(spot.point, size)), margin, draw: (choice) => draw(spots[choice].point) };
}

function drawBadge(look, size, point) {
  const icon = L.divIcon({ ...look, iconSize: [size, size] });
  L.marker(state.map.containerPointToLatLng(point), { icon, pane: "badges", interactive: false, keyboard: false }).addTo(state.badges);
}

function drawNumber(route, isChosen, point) {
  const icon = L.divIcon({
    className: `map-number${isChosen ? " chosen" : ""}`, html: textElement(route.label), iconSize: [NUMBER.size, NUMBER.size],
  });
  const marker = L.marker(state.map.containerPointToLatLng(point), { icon, pane: "numbers", title: route.title, alt: route.title, keyboard: false });
  const choose = () => pick(route.id, "route");
  marker.on("click", choose);
  marker.addTo(state.numbers);
  const element = marker.getElement();
  element.setAttribute("role", "button");
  element.setAttribute("tabindex", "-1");
  element.setAttribute("aria-label", route.title);
  element.setAttribute("aria-pressed", String(isChosen));
  state.stops.numbers.push({ id: `route ${route.id}`, element: () => element, at: () => marker.getLatLng(), open: choose });
}

function symbolOf(mode, isDark) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", mode.path);
  path.setAttribute("fill-rule", "evenodd");
  path.setAttribute("fill", isDark ? mode.dark : mode.light);
  svg.append(path);
  return svg;
}
