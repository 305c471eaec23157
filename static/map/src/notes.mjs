/** Wishes for the notes that a visitor has written on the map, and draws them: plain text on a plate, an arrow to the place. */

import { arrowFrom, boxesOfNote, linesOf } from "./arrows.mjs";
import { rendererOf } from "./layers.mjs";
import { LABEL, NOTE } from "./settings.mjs";
import { state } from "./state.mjs";
import { textElement, widthOf } from "./words.mjs";

/** Wish for each note whose place is in view. */
export function noteWishes(scene) {
  const size = state.map.getSize();
  const most = Math.min(NOTE.width, size.x / 2);
  const isSeen = (point) => point.x > 0 && point.y > 0 && point.x < size.x && point.y < size.y;
  return (scene.notes || []).map((note) => ({ ...note, point: state.map.latLngToContainerPoint(note.at) }))
    .filter((note) => isSeen(note.point)).map(function (note) {
      const lines = linesOf(note.text, most, widthOf);
      const width = Math.max(...lines.map(widthOf)) + 2 * NOTE.pad, height = lines.length * NOTE.row + 2 * NOTE.pad;
      const boxes = boxesOfNote(note.point, width, height, size);
      return { boxes, margin: LABEL.margin, shuns: [["strong"], []], draw: (choice) => drawNote(note, lines, boxes[choice]) };
    });
}

/** Draw one note; it answers to no pointer and no key. */
function drawNote(note, lines, box) {
  const arrow = arrowFrom(box, note.point);
  state.svg.notes ||= rendererOf("notes");
  const look = { pane: "notes", renderer: state.svg.notes, interactive: false, smoothFactor: 0 };
  if (arrow) {
    const onMap = (points) => points.map((point) => state.map.containerPointToLatLng(point));
    L.polyline(onMap(arrow.shaft), { ...look, className: "note-shaft", weight: 2 }).addTo(state.notes);
    L.polygon(onMap(arrow.head), { ...look, className: "note-head", weight: 1, fillOpacity: 1 }).addTo(state.notes);
  }
  const plate = document.createElement("div");
  plate.append(...lines.map((line) => textElement(line)));
  const icon = L.divIcon({
    className: "map-noted", html: plate, iconSize: [box[2] - box[0], box[3] - box[1]],
    iconAnchor: [note.point.x - box[0], note.point.y - box[1]],
  });
  L.marker(note.at, { icon, pane: "notes", interactive: false, keyboard: false }).addTo(state.notes);
}
