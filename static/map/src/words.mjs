/** Names, tooltips and the width of a text, in the language of the scene. */

import { state } from "./state.mjs";

const LABEL_FONT = "500 12px Inter, 'Segoe UI', system-ui, sans-serif";
const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();

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

/** Build the tooltip of a leg: its ends, mode, gauge, status, mark, and how surely it is drawn. */
export function legTooltip(leg) {
  const about = state.places.legs[leg.id];
  const ends = (state.scene.backwards || []).includes(leg.id) ? about.ends.slice().reverse() : about.ends;
  const { modes, statuses, marks, drawn, mm } = words();
  const gauge = about.gauge ? `, ${about.gauge} ${mm}` : "";
  return tooltip([
    [`${nameOf(ends[0])} – ${nameOf(ends[1])}`, "strong"],
    [noteOf(leg.id)],
    [`${modes[about.mode]}${gauge} · ${statuses[about.status]}`],
    [marks[(state.scene.marks || {})[leg.id]]],
    [drawn[leg.fidelity || about.fidelity], "small"],
  ]);
}

/** Build the tooltip of a node: its name, its note, its kind. */
export function nodeTooltip(id) {
  const kind = words().kinds[state.places.nodes[id].kind];
  return tooltip([[nameOf(id), "strong"], [noteOf(id)], [kind, noteOf(id) && "small"]]);
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

/** Put lines, each a text and the tag of its element, into a box; lines without text are left out. */
function tooltip(lines) {
  const box = document.createElement("div");
  box.append(...lines.filter(([text]) => text).map(([text, tag]) => textElement(text, tag || "div")));
  return box;
}
