/** Names keep off drawn lines where they can, and what sticks out of the map is shifted inside. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { place, shiftInside } from "../../static/map/src/placement.mjs";

const FIELD = { x: 400, y: 300 };
const EDGE = 2;

test("a wish keeps off lines where it can, off the strongest last, and is left out if it must", function () {
  const boxes = [[100, 100, 150, 116], [200, 100, 250, 116], [300, 100, 350, 116]];
  const on = (index) => ({ x: boxes[index][0] + 10, y: 108 });
  const found = (inks, shuns) => place(FIELD, [{ boxes, shuns }], inks).map(({ choice }) => choice);
  const off = [["strong", "weak"], ["strong"]];
  assert.deepEqual(found({ strong: [on(0)], weak: [on(1)] }, off), [2]);
  assert.deepEqual(found({ strong: [on(0)], weak: [on(1), on(2)] }, off), [1]);
  assert.deepEqual(found({ strong: boxes.map((_, index) => on(index)), weak: [] }, off), []);
  assert.deepEqual(found({ strong: boxes.map((_, index) => on(index)), weak: [] }, [["strong"], []]), [0]);
  assert.deepEqual(found({}, off), [0]);
});

test("lines are found wherever they cross a box, at its edges as well", function () {
  const box = [33, 33, 63, 49];
  for (const point of [[33, 33], [63, 49], [48, 41]]) {
    assert.deepEqual(place(FIELD, [{ boxes: [box], shuns: [["ink"]] }], { ink: [{ x: point[0], y: point[1] }] }), []);
  }
  for (const point of [[32, 40], [64, 40], [48, 32], [48, 50]]) {
    assert.equal(place(FIELD, [{ boxes: [box], shuns: [["ink"]] }], { ink: [{ x: point[0], y: point[1] }] }).length, 1);
  }
});

test("a box that sticks out of the field is shifted inside, on every side, and one inside stays", function () {
  for (const box of [[-40, 10, 60, 40], [390, 280, 450, 320], [10, -30, 60, 20], [150, 100, 250, 140]]) {
    const [across, down] = shiftInside(box, FIELD);
    const moved = [box[0] + across, box[1] + down, box[2] + across, box[3] + down];
    assert.ok(moved[0] >= EDGE && moved[1] >= EDGE && moved[2] <= FIELD.x - EDGE && moved[3] <= FIELD.y - EDGE, String(moved));
  }
  assert.deepEqual(shiftInside([150, 100, 250, 140], FIELD).map(Math.abs), [0, 0]);
  assert.equal(shiftInside([0, 0, 900, 40], FIELD)[0], EDGE);
});
