/** Times and lengths are written as on the pages: two digits where nobody states them, days from two days on, plurals by language. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { bandText } from "../../static/map/src/numbers.mjs";

const UNITS = {
  h: { one: "{value} h", other: "{value} h" }, d: { one: "{value} d", other: "{value} d" }, km: { other: "{value} km" },
};
const HOW = { units: UNITS, lang: "en", basis: ["modelled", "published", "derived"], digits: 2, inDaysFrom: 48 };

test("what no source states has two digits and says so, what one states has all", function () {
  assert.equal(bandText([17.7, 13.2, 25.2, 0], HOW), "18 h (13–25), modelled");
  assert.equal(bandText([17.7, 17.7, 17.7, 1], HOW), "17.7 h, published");
  assert.equal(bandText([17.7, 17.7, 17.7, 2], HOW), "18 h, derived");
});

test("from two days on hours are days, range and all", function () {
  assert.equal(bandText([48, 24, 96, 0], HOW), "2 d (1–4), modelled");
  assert.equal(bandText([47.9, 24, 96, 0], HOW), "48 h (24–96), modelled");
});

test("lengths have three digits and no basis", function () {
  assert.equal(bandText([1234.5, 1234.5, 1234.5, 0], { ...HOW, basis: null, digits: 3, unit: "km" }), "1,230 km");
});

test("the plural follows the number and its language", function () {
  const sr = { h: { one: "{value} сат", few: "{value} сата", other: "{value} сати" }, d: { other: "{value} дана" } };
  const of = (value) => bandText([value, value, value, 1], { ...HOW, units: sr, lang: "sr", basis: null });
  assert.deepEqual([1, 3, 5, 21].map(of), ["1 сат", "3 сата", "5 сати", "21 сат"]);
});
