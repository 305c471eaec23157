/** No label covers another, the first wish goes first, all stay in the field, and the same question has the same answer. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { boxAround, boxesOfName, place } from "../../static/map/src/placement.mjs";

const FIELD = { x: 400, y: 300 };
const EDGE = 2;
const SEEDS = Array.from({ length: 60 }, (_, index) => index + 1);

/** A small generator of numbers from 0 to 1 that gives the same ones for a seed on every machine. */
function randomOf(seed) {
  let value = seed;
  return function () {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
    return value / 2 ** 32;
  };
}

/** Names round random places, with dots and a corner that are taken in any case: more than the field can hold. */
function crowd(seed) {
  const random = randomOf(seed);
  const wishes = [{ blocked: [0, 0, 44, 84] }];
  for (let index = 0; index < 70; index += 1) {
    const point = { x: random() * FIELD.x, y: random() * FIELD.y };
    if (index % 5 === 0) wishes.push({ blocked: boxAround(point, 6) });
    else wishes.push({ id: index, boxes: boxesOfName(point, 20 + random() * 90, 16, 7), margin: index % 4 });
  }
  return wishes;
}

function overlap(box, other) {
  return Math.min(box[2], other[2]) >= Math.max(box[0], other[0]) && Math.min(box[3], other[3]) >= Math.max(box[1], other[1]);
}

function isInside(box) {
  return box[0] > EDGE && box[1] > EDGE && box[2] < FIELD.x - EDGE && box[3] < FIELD.y - EDGE;
}

function chosen({ wish, choice }) {
  return wish.boxes[choice];
}

function withMargin(found) {
  const margin = found.wish.margin || 0;
  return chosen(found).map((edge, side) => edge + (side < 2 ? -margin : margin));
}

function id({ wish, choice }) {
  return [wish.id, choice];
}

test("labels lie in the field and clear of all that was taken before, margins included", function () {
  for (const seed of SEEDS) {
    const wishes = crowd(seed);
    const placed = place(FIELD, wishes);
    assert.ok(placed.length > 5 && placed.length < 56, `a crowd in which some find room: ${placed.length}`);
    placed.forEach(function (one, index) {
      assert.ok(isInside(chosen(one)), `${seed}: ${chosen(one)}`);
      const before = wishes.slice(0, wishes.indexOf(one.wish)).filter((wish) => wish.blocked).map((wish) => wish.blocked);
      const taken = [...before, ...placed.slice(0, index).map(withMargin)];
      taken.forEach((other) => assert.ok(!overlap(chosen(one), other), `${seed}: ${chosen(one)} and ${other}`));
    });
  }
});

test("each wish gets the best of its boxes that is free, and is left out only if none is", function () {
  for (const seed of SEEDS) {
    const wishes = crowd(seed);
    const found = new Map(place(FIELD, wishes).map((one) => [one.wish, one]));
    const taken = [];
    for (const wish of wishes) {
      const one = found.get(wish);
      const better = (wish.boxes || []).slice(0, one ? one.choice : undefined);
      better.forEach((box) => assert.ok(!isInside(box) || taken.some((other) => overlap(box, other)), `${seed}: ${box} was free`));
      if (wish.blocked) taken.push(wish.blocked);
      if (one) taken.push(withMargin(one));
    }
  }
});

test("what comes later takes nothing from what came first", function () {
  for (const seed of SEEDS) {
    const wishes = crowd(seed);
    const all = place(FIELD, wishes).map(id);
    for (const count of [1, 10, 35]) {
      const few = place(FIELD, wishes.slice(0, count)).map(id);
      assert.deepEqual(all.slice(0, few.length), few, `${seed}, the first ${count}`);
    }
  }
});

test("the same wishes find the same places, and are left as they were", function () {
  for (const seed of SEEDS) {
    const wishes = crowd(seed);
    const before = structuredClone(wishes);
    assert.deepEqual(place(FIELD, wishes).map(id), place(FIELD, crowd(seed)).map(id));
    assert.deepEqual(wishes, before);
  }
});

test("boxes that only touch are too near, and a hair's breadth is enough, on every side", function () {
  const first = { boxes: [[100, 100, 150, 116]] };
  const hair = 0.01;
  for (const [x, y] of [[50, 0], [-50, 0], [0, 16], [0, -16]]) {
    const beside = (more) => ({ boxes: [first.boxes[0].map((edge, side) => edge + (side % 2 ? y + Math.sign(y) * more : x + Math.sign(x) * more))] });
    assert.equal(place(FIELD, [first, beside(0)]).length, 1);
    assert.equal(place(FIELD, [first, beside(hair)]).length, 2);
  }
});

test("a margin holds off what comes later, on every side", function () {
  const first = { boxes: [[100, 100, 150, 116]], margin: 8 };
  for (const box of [[155, 100, 170, 116], [70, 100, 95, 116], [100, 120, 150, 136], [100, 80, 150, 95]]) {
    assert.equal(place(FIELD, [first, { boxes: [box] }]).length, 1);
    assert.equal(place(FIELD, [{ ...first, margin: 0 }, { boxes: [box] }]).length, 2);
  }
});

test("a wish without boxes, and a field without room, give nothing", function () {
  assert.deepEqual(place(FIELD, [{ boxes: [] }]), []);
  assert.deepEqual(place({ x: 0, y: 0 }, crowd(1)), []);
  assert.deepEqual(place(FIELD, []), []);
});

test("no box of a name covers its own dot, and the first stands to the right at its height", function () {
  const point = { x: 200, y: 150 };
  const boxes = boxesOfName(point, 80, 16, 7);
  assert.deepEqual(boxes[0], [207, 142, 287, 158]);
  boxes.forEach((box) => assert.ok(!overlap(box, [198, 148, 202, 152]), String(box)));
});
