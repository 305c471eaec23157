/** A shifted line keeps its distance on one side, turns its corners without spikes, and is left alone without a shift. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { shiftLine } from "../../static/map/src/offset.mjs";

const at = (...pairs) => pairs.map(([x, y]) => ({ x, y }));
const near = (found, wanted) => found.forEach((point, index) => {
  assert.ok(Math.hypot(point.x - wanted[index].x, point.y - wanted[index].y) < 1e-9, `${JSON.stringify(found)}`);
});

test("a straight line lies beside itself: to the right below on the screen, to the left above", function () {
  near(shiftLine(at([0, 0], [10, 0]), 3), at([0, 3], [10, 3]));
  near(shiftLine(at([0, 0], [10, 0]), -3), at([0, -3], [10, -3]));
});

test("turned round and shifted to the other side it is the same line", function () {
  const line = at([0, 0], [20, 5], [40, 30], [80, 20]);
  const back = shiftLine(line.slice().reverse(), -4).reverse();
  near(shiftLine(line, 4), back);
});

test("a right angle is cut at the distance on both arms", function () {
  near(shiftLine(at([0, 0], [10, 0], [10, 10]), 2), at([0, 2], [8, 2], [8, 10]));
});

test("sharp corners and hairpins stay near the line", function () {
  for (const line of [at([0, 0], [50, 0], [1, 2]), at([0, 0], [50, 0], [0, 0])]) {
    shiftLine(line, 5).forEach((point, index) => {
      const far = Math.hypot(point.x - line[index].x, point.y - line[index].y);
      assert.ok(far < 5 * 1.7, `${far}`);
      assert.ok(Number.isFinite(point.x) && Number.isFinite(point.y));
    });
  }
});

test("points that fall together are one, and without a shift nothing moves", function () {
  assert.equal(shiftLine(at([0, 0], [0.1, 0], [10, 0]), 2).length, 2);
  assert.deepEqual(shiftLine(at([0, 0], [10, 0]), 0), at([0, 0], [10, 0]));
  assert.deepEqual(shiftLine(at([3, 3]), 2), at([3, 3]));
  assert.deepEqual(shiftLine([], 2), []);
});
