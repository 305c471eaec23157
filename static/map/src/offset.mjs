/** Shifts a line sideways by some pixels, so that lines which share a course lie beside each other: pure arithmetic. */

/** How far a corner may stick out, in widths of the shift. */
const MITRE = 1.6;
/** Steps shorter than this are left out: their direction says nothing. */
const LEAST_STEP = 0.5;

/**
 * Shift a line to its right, seen from its start on a field whose second axis points down.
 *
 * @param {{x: number, y: number}[]} points the line
 * @param {number} distance by how much, in pixels; to the left below zero
 * @returns {{x: number, y: number}[]} as many points as the line has steps of some length, plus one
 */
export function shiftLine(points, distance) {
  const line = withoutStutter(points);
  if (line.length < 2 || !distance) return line;
  const normals = line.slice(1).map((point, index) => normalOf(line[index], point));
  return line.map(function (point, index) {
    const before = normals[Math.max(index - 1, 0)], after = normals[Math.min(index, normals.length - 1)];
    const x = before.x + after.x, y = before.y + after.y;
    const square = x * x + y * y;
    // Where a line turns back there is no corner to cut: it keeps the side of the step before.
    const factor = square < 1e-6 ? 0 : Math.min(2 / square, MITRE / Math.sqrt(square));
    const [across, down] = factor ? [x * factor, y * factor] : [before.x, before.y];
    return { x: point.x + across * distance, y: point.y + down * distance };
  });
}

function withoutStutter(points) {
  return points.filter((point, index) => index === 0 ||
    Math.hypot(point.x - points[index - 1].x, point.y - points[index - 1].y) >= LEAST_STEP);
}

/** Give the direction at right angles to a step, to its right, of length one. */
function normalOf(from, to) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: -(to.y - from.y) / length, y: (to.x - from.x) / length };
}
