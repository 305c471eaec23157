/** Arrow keys lead through every row and back, pass over empty rows, and stop at the first and the last. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { nextPlace } from "../../static/map/src/steps.mjs";

const ROWS = [6, 4, 0, 3, 2];

test("within a row one comes round, in both directions", function () {
  assert.deepEqual(nextPlace(ROWS, [3, 2], "ArrowRight"), [3, 0]);
  assert.deepEqual(nextPlace(ROWS, [3, 0], "ArrowLeft"), [3, 2]);
  assert.deepEqual(nextPlace(ROWS, [0, 2], "End"), [0, 5]);
  assert.deepEqual(nextPlace(ROWS, [0, 2], "Home"), [0, 0]);
});

test("up and down pass over rows without anything, and end", function () {
  assert.deepEqual(nextPlace(ROWS, [1, 3], "ArrowDown"), [3, 0]);
  assert.deepEqual(nextPlace(ROWS, [3, 1], "ArrowUp"), [1, 0]);
  assert.equal(nextPlace(ROWS, [4, 1], "ArrowDown"), null);
  assert.equal(nextPlace(ROWS, [0, 1], "ArrowUp"), null);
});

test("other keys lead nowhere", function () {
  for (const key of ["a", "Tab", "Enter", "Escape"]) assert.equal(nextPlace(ROWS, [0, 0], key), null);
});

test("every thing of every row can be reached from the first", function () {
  const seen = new Set(), waiting = [[0, 0]];
  while (waiting.length) {
    const place = waiting.pop();
    if (seen.has(String(place))) continue;
    seen.add(String(place));
    ["ArrowRight", "ArrowDown", "ArrowUp", "ArrowLeft"].map((key) => nextPlace(ROWS, place, key)).filter(Boolean)
      .forEach((next) => waiting.push(next));
  }
  assert.equal(seen.size, ROWS.reduce((sum, count) => sum + count, 0));
});
