/** Names, tooltips and the width of a text, in the language of the scene. */

import { bandText } from "./numbers.mjs";
import { state } from "./state.mjs";

const LABEL_FONT = "500 12px Inter, 'Segoe UI', system-ui, sans-serif";
const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();
/** From how many hours on a time is written in days, as on the pages. */
const DAYS_FROM_H = 48;

/** Give the words of the scene's language. */
export function words() {
  return state.look.words[state.scene.lang];
}

/** Give the name of a node, or its id where there is no such node. */
export function nameOf(id) {
  const node = state.places.nodes[id];
  return node ? inLanguage(node.names) : id;
}

/** Choose the name in the scene's language, else the English one. */
export function inLanguage(names) {
  return names[state.scene.lang] || names.en;
}

/** Give what the disc of a node or leg adds to its tooltip. */
export function noteOf(id) {
  return state.discs.has(id) ? state.discs.get(id).note : "";
}

/** Build the tooltip of a leg: its ends, mode, gauge, status, hours and kilometres, mark, and how surely it is drawn. */
export function legTooltip(leg) {
  const about = state.places.legs[leg.id];
  const isBack = (state.scene.backwards || []).includes(leg.id);
  const ends = isBack ? about.ends.slice().reverse() : about.ends;
  const { modes, statuses, marks, drawn, mm, no_time: noTime } = words();
  const gauge = about.gauge ? `, ${about.gauge} ${mm}` : "";
  const hours = (isBack && about.hours_back) || about.hours;
  return tooltip([
    [`${nameOf(ends[0])} – ${nameOf(ends[1])}`, "strong"],
    [noteOf(leg.id)],
    [`${modes[about.mode]}${gauge} · ${statuses[about.status]}`],
    [`${hours ? timeText(hours) : noTime} · ${about.km ? lengthText(about.km) : ""}`.replace(/ · $/, "")],
    [marks[(state.scene.marks || {})[leg.id]]],
    [drawn[leg.fidelity || about.fidelity], "small"],
  ]);
}

/** Build the tooltip of a node: its name, its note, its kind. */
export function nodeTooltip(id) {
  const kind = words().kinds[state.places.nodes[id].kind];
  return tooltip([[nameOf(id), "strong"], [noteOf(id)], [kind, noteOf(id) && "small"]]);
}

/** Give what a tooltip says as one text, for screen readers. */
export function spoken(tip) {
  return [...tip.children].map((line) => line.textContent).join(". ");
}

/** Give a text as an element, so that nothing in it is read as markup. */
export function textElement(text, tag = "span") {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** Measure a label in pixels. */
export function widthOf(text) {
  if (!widths.has(text)) {
    pen.font = LABEL_FONT;
    widths.set(text, Math.ceil(pen.measureText(text).width) + 1);
  }
  return widths.get(text);
}

/** Write a time: typical and range, in days from two days on. */
function timeText(hours) {
  return bandText(hours, { units: words().units, lang: state.scene.lang, basis: words().basis, digits: 2, inDaysFrom: DAYS_FROM_H });
}

/** Write a length. */
function lengthText(km) {
  return bandText(km, { units: words().units, lang: state.scene.lang, basis: null, digits: 3, unit: "km" });
}

/** Put lines, each a text and the tag of its element, into a box; lines without text are left out. */
function tooltip(lines) {
  const box = document.createElement("div");
  box.append(...lines.filter(([text]) => text).map(([text, tag]) => textElement(text, tag || "div")));
  return box;
}
