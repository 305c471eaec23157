/** Chooses what is written where after each move of the map: collects wishes by priority, places them, draws them. */

import { badgeWishes, discWishes, markWishes, numberWishes, pointOf, signWishes } from "./badges.mjs";
import { capitalWishes, countryWishes, riverWishes, seaWishes } from "./ground-names.mjs";
import { inksOf } from "./inks.mjs";
import { noteWishes } from "./notes.mjs";
import { boxAround, boxesOfName, place } from "./placement.mjs";
import { DISC, LABEL, NUMBER } from "./settings.mjs";
import { state } from "./state.mjs";
import { nameOf, textElement, widthOf } from "./words.mjs";

/** The buttons of the zoom and of the room, which stand over the map. */
const BUTTONS = [0, 0, 44, 156];
/** The scale at the foot of the map, by its size. */
const SCALE = [150, 34];
/** Names of places keep off lines where they can. */
const RATHER_OFF_LINES = [["strong"], []];
/** How far outside the frame a place may lie and still have its name inside. */
const OUTSIDE = 20;
/** What the dot of a node takes, in pixels. */
const DOT = 6;

/** Write names, numbers, discs, marks, signs and symbols anew. */
export function placeLabels() {
  const scene = state.scene;
  if (!state.ready || !scene || state.isDrawing) return;
  state.labels.clearLayers();
  state.badges.clearLayers();
  state.notes.clearLayers();
  state.numbers.clearLayers();
  state.stops.numbers = [];
  const nodes = seenNodes(scene), size = state.map.getSize();
  const wishes = [
    { blocked: BUTTONS }, { blocked: strip() }, { blocked: [0, size.y - SCALE[1], SCALE[0], size.y] },
    ...[scene.origin, scene.destination].map(pointOf).filter(Boolean).map((point) => ({ blocked: boxAround(point, NUMBER.end) })),
    ...nodes.filter((node) => isNamed(scene, node.id) && isNoted(scene, node.id)).map((node) => nameWish(scene, node)),
    ...noteWishes(scene),
    ...numberWishes(scene),
    ...discWishes(),
    ...nodes.filter((node) => !state.discs.has(node.id)).map((node) => ({ blocked: boxAround(node.point, DOT) })),
    ...markWishes(scene),
    ...nodes.filter((node) => isNamed(scene, node.id) && !isNoted(scene, node.id)).map((node) => nameWish(scene, node)),
    ...signWishes(scene),
    ...badgeWishes(scene),
    ...seaWishes(),
    ...riverWishes().slice(0, 1),
    ...countryWishes(),
    ...capitalWishes(nodes),
    ...riverWishes().slice(1),
  ];
  place(size, wishes, inksOf(scene)).forEach(({ wish, choice }) => wish.draw(choice));
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

/** Tell whether a visitor has written a note at a node: its name is placed first, so that it stays beside it. */
function isNoted(scene, id) {
  return (scene.notes || []).some((note) => note.node === id);
}

function nameWish(scene, node) {
  const text = nameOf(node.id), width = widthOf(text) + 2;
  const boxes = boxesOfName(node.point, width, LABEL.height, LABEL.gap + sizeAbove(scene, node.id));
  return { boxes, margin: LABEL.margin, shuns: RATHER_OFF_LINES, draw: (choice) => drawName(text, node, boxes[choice], width) };
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

/** Give the box of the strip of presets. */
function strip() {
  const found = state.map.getContainer().querySelector(".map-presets"), last = found?.lastElementChild;
  return last ? [0, 0, found.offsetLeft + last.offsetLeft + last.offsetWidth, found.offsetTop + found.offsetHeight] : [0, 0, 0, 0];
}
