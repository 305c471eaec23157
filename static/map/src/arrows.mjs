/** Works out where a note may stand and how its arrow runs to its place: pure arithmetic, no map and no document. */

/** How far from its place a note may stand, in pixels, and in how many directions. */
const FAR = [26, 44, 70, 100, 140, 190], TURNS = 12;
/** How far the arrow ends before its place, the length of its head, half its width, and its shortest shaft. */
const SHORT = 8, HEAD = 9, HALF = 5, LEAST = 4;
/** Steps of the last places for a note, from edge to edge. */
const STEP = 24;

/**
 * Give the boxes in which a note may stand: round its place, ever further off, then anywhere.
 *
 * @param {{x: number, y: number}} point the place
 * @param {number} width width of the note
 * @param {number} height height of the note
 * @param {{x: number, y: number}} size width and height of the field
 */
export function boxesOfNote(point, width, height, size) {
  const boxes = [];
  const add = (x, y) => boxes.push([x, y, x + width, y + height]);
  for (const far of FAR) { // where the corner of the box comes too near there would be no arrow
    for (let turn = 0; turn < TURNS; turn += 1) {
      const angle = 2 * Math.PI * (turn / TURNS - 0.25);
      const left = point.x + Math.cos(angle) * (far + width / 2) - width / 2, top = point.y + Math.sin(angle) * (far + height / 2) - height / 2;
      if (arrowFrom([left, top, left + width, top + height], point)) add(left, top);
    }
  }
  for (let y = STEP; y < size.y - height; y += STEP) {
    for (let x = STEP; x < size.x - width; x += STEP) add(x, y);
  }
  return boxes;
}

/**
 * Give the points of an arrow from a box to a place: its shaft and its head; null where there is no room for one.
 *
 * @param {number[]} box left, top, right, bottom
 * @param {{x: number, y: number}} point the place
 */
export function arrowFrom(box, point) {
  const start = [clamped(point.x, box[0], box[2]), clamped(point.y, box[1], box[3])];
  const length = Math.hypot(point.x - start[0], point.y - start[1]);
  if (length < SHORT + HEAD + LEAST) return null;
  const across = (point.x - start[0]) / length, down = (point.y - start[1]) / length;
  const tip = [point.x - SHORT * across, point.y - SHORT * down];
  const back = [tip[0] - HEAD * across, tip[1] - HEAD * down];
  const side = [HALF * down, HALF * across];
  return {
    shaft: [start, back],
    head: [tip, [back[0] - side[0], back[1] + side[1]], [back[0] + side[0], back[1] - side[1]]],
  };
}

/**
 * Cut a text into lines between its words; a word that is too long for a line is cut.
 *
 * @param {string} text the text
 * @param {number} most width of a line
 * @param {(text: string) => number} widthOf measures a text
 */
export function linesOf(text, most, widthOf) {
  const lines = [];
  for (const word of text.split(" ").flatMap((one) => piecesOf(one, most, widthOf))) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && widthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function piecesOf(word, most, widthOf) {
  const pieces = [""];
  for (const letter of word) {
    if (pieces.at(-1) && widthOf(pieces.at(-1) + letter) > most) pieces.push(letter);
    else pieces[pieces.length - 1] += letter;
  }
  return pieces;
}

function clamped(value, low, high) {
  return Math.min(Math.max(value, low), high);
}
