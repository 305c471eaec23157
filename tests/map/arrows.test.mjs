/** An arrow leads from the edge of its note to just before its place, and no line of a note is too wide. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { arrowFrom, boxesOfNote, linesOf } from "../../static/map/src/arrows.mjs";

const widthOf = (text) => text.length;

test("an arrow starts at the edge of the box and ends short of the place", function () {
  const { shaft, head } = arrowFrom([100, 0, 200, 40], { x: 50, y: 20 });
  assert.deepEqual(shaft[0], [100, 20]);
  assert.deepEqual(head[0], [58, 20]);
  assert.deepEqual(shaft[1], [67, 20]);
  assert.deepEqual(head.slice(1).map(([x, y]) => [x, Math.abs(y - 20)]), [[67, 5], [67, 5]]);
});

test("there is no arrow where the note covers its place or is next to it", function () {
  assert.equal(arrowFrom([0, 0, 100, 40], { x: 50, y: 20 }), null);
  assert.equal(arrowFrom([0, 0, 100, 40], { x: 110, y: 20 }), null);
});

test("a note may stand anywhere, the nearest places first, none on its place", function () {
  const boxes = boxesOfNote({ x: 195, y: 200 }, 150, 60, { x: 390, y: 400 });
  const isOn = ([left, top, right, bottom]) => left < 195 && right > 195 && top < 200 && bottom > 200;
  assert.ok(!boxes.slice(0, 12).some(isOn));
  assert.ok(boxes.length > 100);
  assert.ok(boxes.every((box) => Math.abs(box[2] - box[0] - 150) < 1e-9 && Math.abs(box[3] - box[1] - 60) < 1e-9));
});

test("lines are cut between words, and a long word within", function () {
  assert.deepEqual(linesOf("Wait here for the ferry", 10, widthOf), ["Wait here", "for the", "ferry"]);
  assert.deepEqual(linesOf("abcdefghijkl m", 5, widthOf), ["abcde", "fghij", "kl m"]);
  assert.deepEqual(linesOf("x", 5, widthOf), ["x"]);
});
