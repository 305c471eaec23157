/** Places boxes on a field so that none covers another: pure arithmetic, no map and no document. */

/** Distance from the edge of the field, in pixels. */
const EDGE = 2;

/**
 * Give each wish the first of its boxes that is free.
 *
 * A box is `[left, top, right, bottom]`. A wish is either `{ boxes, margin }`: places to choose from, the best
 * first, and the distance that later wishes keep; or `{ blocked }`: a box that is taken in any case. Wishes are
 * served in their order, so the order is the priority. What finds no room is left out.
 *
 * @param {{x: number, y: number}} size width and height of the field
 * @param {Array<{boxes?: number[][], margin?: number, blocked?: number[]}>} wishes
 * @returns {Array<{wish: object, choice: number}>} the wishes that found room, each with the index of its box
 */
export function place(size, wishes) {
  const taken = [];
  const isFree = (box) => isInside(box, size) && taken.every((other) => !meet(box, other));
  const placed = [];
  for (const wish of wishes) {
    if (wish.blocked) {
      taken.push(wish.blocked);
      continue;
    }
    const choice = wish.boxes.findIndex(isFree);
    if (choice < 0) continue;
    taken.push(grown(wish.boxes[choice], wish.margin || 0));
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
  ];
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
