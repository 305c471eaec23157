/** Places boxes on a field so that none covers another: pure arithmetic, no map and no document. */

/** Distance from the edge of the field, in pixels. */
const EDGE = 2;
/** How much further off the last places for a name lie. */
const FAR = 12;
/** Side of the cells in which points of drawn lines are looked up. */
const CELL = 16;

/**
 * Give each wish the first of its boxes that is free.
 *
 * A box is `[left, top, right, bottom]`. A wish is either `{ boxes, margin, shuns }`: places to choose from, the
 * best first, the distance that later wishes keep, and the inks that it keeps off; or `{ blocked }`: a box that is
 * taken in any case. `shuns` lists sets of inks: a box clear of the first set goes before one that is only clear of
 * the next; without a set that is met the wish is left out. Wishes are served in their order, so the order is the
 * priority. What finds no room is left out.
 *
 * @param {{x: number, y: number}} size width and height of the field
 * @param {Array<{boxes?: number[][], margin?: number, shuns?: string[][], blocked?: number[]}>} wishes
 * @param {Object<string, {x: number, y: number}[]>} inks points of drawn lines, close to each other, by name
 * @returns {Array<{wish: object, choice: number}>} the wishes that found room, each with the index of its box
 */
export function place(size, wishes, inks = {}) {
  const taken = [];
  const isFree = (box) => isInside(box, size) && taken.every((other) => !meet(box, other));
  const lies = Object.fromEntries(Object.entries(inks).map(([name, points]) => [name, lookUp(points)]));
  const placed = [];
  for (const wish of wishes) {
    if (wish.blocked) {
      taken.push(wish.blocked);
      continue;
    }
    const free = wish.boxes.map((box, index) => [box, index]).filter(([box]) => isFree(box));
    const found = (wish.shuns || [[]]).map((names) => free.find(
      ([box]) => names.every((name) => !lies[name]?.(box)))).find(Boolean);
    if (!found) continue;
    const [box, choice] = found;
    taken.push(grown(box, wish.margin || 0));
    placed.push({ wish, choice });
  }
  return placed;
}

/** Give the box of a width and a height round a middle. */
export function boxAround(point, width, height = width) {
  return [point.x - width / 2, point.y - height / 2, point.x + width / 2, point.y + height / 2];
}

/**
 * Give the boxes in which the name of a place may stand: beside it, above, below, at its corners, further off.
 *
 * @param {{x: number, y: number}} point the place
 * @param {number} width width of the name
 * @param {number} height height of the name
 * @param {number} gap distance from the place
 */
export function boxesOfName(point, width, height, gap) {
  const at = (x, y) => [x, y, x + width, y + height];
  const centred = point.x - width / 2, right = point.x + gap, left = point.x - width - gap;
  return [
    at(right, point.y - height / 2), at(centred, point.y - height - gap + 1),
    at(centred, point.y + gap - 1), at(left, point.y - height / 2),
    at(right - 2, point.y - height - 2), at(right - 2, point.y + 2),
    at(left + 2, point.y - height - 2), at(left + 2, point.y + 2),
    at(centred, point.y - height * 2 - 2), at(centred, point.y + height + 2),
    at(right + FAR, point.y - height - FAR), at(right + FAR, point.y + FAR),
    at(left - FAR, point.y - height - FAR), at(left - FAR, point.y + FAR),
  ];
}

/** Give by how much a box must move so that it lies in the field; a box wider than the field keeps its left end. */
export function shiftInside(box, size) {
  const along = (low, high, most) => Math.max(EDGE - low, Math.min(0, most - EDGE - high));
  return [along(box[0], box[2], size.x), along(box[1], box[3], size.y)];
}

/** Give a function that tells whether one of the points lies in a box. */
function lookUp(points) {
  const cells = new Map();
  for (const point of points) {
    const key = keyOf(Math.floor(point.x / CELL), Math.floor(point.y / CELL));
    if (!cells.has(key)) cells.set(key, []);
    cells.get(key).push(point);
  }
  return function (box) {
    for (let column = Math.floor(box[0] / CELL); column <= Math.floor(box[2] / CELL); column += 1) {
      for (let row = Math.floor(box[1] / CELL); row <= Math.floor(box[3] / CELL); row += 1) {
        if ((cells.get(keyOf(column, row)) || []).some((point) => isIn(point, box))) return true;
      }
    }
    return false;
  };
}

function keyOf(column, row) {
  return `${column} ${row}`;
}

function isIn(point, box) {
  return point.x >= box[0] && point.x <= box[2] && point.y >= box[1] && point.y <= box[3];
}

/** Give a box with a margin on every side. */
function grown(box, margin) {
  return [box[0] - margin, box[1] - margin, box[2] + margin, box[3] + margin];
}

/** Tell whether a box lies in the field, clear of its edge. */
function isInside(box, size) {
  return box[0] > EDGE && box[1] > EDGE && box[2] < size.x - EDGE && box[3] < size.y - EDGE;
}

/** Tell whether two boxes touch or overlap. */
function meet(box, other) {
  return box[2] >= other[0] && box[0] <= other[2] && box[3] >= other[1] && box[1] <= other[3];
}
