/** Discs that would cover each other become one that counts all they hold; others stay as they are. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { clustered, NEAR } from "../../static/map/src/clusters.mjs";

const disc = (id, level, members) => ({ id, level, members, text: String(members.length), note: id });
const places = { a: { x: 0, y: 0 }, b: { x: NEAR - 1, y: 0 }, c: { x: NEAR + 1, y: 0 } };
const pointOf = (id) => places[id];

test("near discs become one with all members, their number and the strongest level", function () {
  const [one, other, ...more] = clustered([disc("a", 3, ["a", "p"]), disc("b", 1, ["b"]), disc("c", 2, ["c"])], pointOf);
  assert.deepEqual([one.id, one.members, one.text, one.level, one.with], ["a", ["a", "p", "b"], "3", 1, ["a", "b"]]);
  assert.deepEqual([other.id, other.members], ["c", ["c"]]);
  assert.deepEqual(more, []);
});

test("discs that count nothing, or lie nowhere, are left alone", function () {
  const found = clustered([disc("a", 1, []), disc("b", 1, []), disc("leg", 1, ["x"]), disc("gone", 1, ["y"])], pointOf);
  assert.deepEqual(found.map(({ id }) => id), ["a", "b", "leg", "gone"]);
});

test("no member is lost or counted twice, and the discs given stay as they were", function () {
  const given = Array.from({ length: 30 }, (_, index) => disc(`n${index}`, 1 + index % 3, [`m${index}`]));
  const before = structuredClone(given);
  const spread = (id) => ({ x: Number(id.slice(1)) * 7, y: 0 });
  const found = clustered(given, spread);
  assert.deepEqual(found.flatMap(({ members }) => members).sort(), given.flatMap(({ members }) => members).sort());
  assert.deepEqual(given, before);
});
