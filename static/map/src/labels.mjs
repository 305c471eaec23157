/** Chooses what is written where after each move of the map: collects wishes by priority, places them, draws them. */

import { badgeWishes, discWishes, markWishes, numberWishes, pointOf, signWishes } from "./badges.mjs";
import { boxAround, boxesOfName, place } from "./placement.mjs";
import { COUNTRY, COUNTRY_SHIFTS, DISC, LABEL, NUMBER } from "./settings.mjs";
import { state } from "./state.mjs";
import { inLanguage, nameOf, textElement, widthOf } from "./words.mjs";

/** The buttons of the zoom, which stand over the map. */
const ZOOM_BUTTONS = [0, 0, 44, 84];
/** How far outside the frame a place may lie and still have its name inside. */
const OUTSIDE = 20;
/** What the dot of a node takes, in pixels. */
const DOT = 6;

/** Write names, numbers, discs, marks, signs and symbols anew. */
export function placeLabels() {
  const scene = state.scene;
  if (!state.ready || !scene) return;
  state.labels.clearLayers();
  state.badges.clearLayers();
  state.numbers.clearLayers();
  const nodes = seenNodes(scene);
  const wishes = [
    { blocked: ZOOM_BUTTONS },
    ...[scene.origin, scene.destination].map(pointOf).filter(Boolean).map((point) => ({ blocked: boxAround(point, NUMBER.end) })),
    ...numberWishes(scene),
    ...discWishes(),
    ...nodes.filter((node) => !state.discs.has(node.id)).map((node) => ({ blocked: boxAround(node.point, DOT) })),
    ...markWishes(scene),
    ...nodes.filter((node) => isNamed(scene, node.id)).map((node) => nameWish(scene, node)),
    ...signWishes(scene),
    ...badgeWishes(scene),
    ...state.places.countries.map(countryWish),
  ];
  place(state.map.getSize(), wishes).forEach(({ wish, choice }) => wish.draw(choice));
}

function seenNodes(scene) {
  const size = state.map.getSize();
  return scene.nodes.map((id) => ({ id, point: pointOf(id) })).filter(({ point }) => point &&
    point.x > -OUTSIDE && point.y > -OUTSIDE && point.x < size.x + OUTSIDE && point.y < size.y + OUTSIDE);
}

/** Tell whether a node is named. Projects have long names: their discs and tooltips tell them. */
function isNamed(scene, id) {
  return state.places.nodes[id].kind !== "project" || id === scene.place;
}

function nameWish(scene, node) {
  const text = nameOf(node.id), width = widthOf(text) + 2;
  const boxes = boxesOfName(node.point, width, LABEL.height, LABEL.gap + sizeAbove(scene, node.id));
  return { boxes, margin: LABEL.margin, draw: (choice) => drawName(text, node, boxes[choice], width) };
}

/** By how much what stands on a node is larger than its dot. */
function sizeAbove(scene, id) {
  if ([scene.origin, scene.destination, scene.place].includes(id)) return NUMBER.end / 2 - 2;
  return state.discs.has(id) ? DISC.size / 2 - 3 : 0;
}

function drawName(text, node, box, width) {
  const icon = L.divIcon({
    className: "map-label", html: textElement(text), iconSize: [width, LABEL.height],
    iconAnchor: [node.point.x - box[0], node.point.y - box[1]],
  });
  L.marker(state.places.nodes[node.id].at, { icon, pane: "labels", interactive: false, keyboard: false }).addTo(state.labels);
}

function countryWish(country) {
  const text = inLanguage(country.names);
  const point = state.map.latLngToContainerPoint(country.at);
  const width = (widthOf(text) * 0.62 + 6) * 2;
  const spots = COUNTRY_SHIFTS.map((shift) => point.add(shift));
  return {
    boxes: spots.map((spot) => boxAround(spot, width, COUNTRY.height)), margin: COUNTRY.margin,
    draw(choice) {
      const icon = L.divIcon({ className: "map-country", html: textElement(text), iconSize: [width, COUNTRY.height] });
      L.marker(state.map.containerPointToLatLng(spots[choice]), { icon, pane: "names", interactive: false, keyboard: false }).addTo(state.labels);
    },
  };
}
