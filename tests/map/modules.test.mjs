/** The script of the map is built from its modules, gives one global, and each module is short and says what it is for. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";

import { BUNDLE, modules, sealOf, SOURCES, text } from "../../tools/js/seal.mjs";

const LONGEST = 150;
const names = await modules();
const sources = new Map(await Promise.all(names.map(async (name) => [name, await text(new URL(name, SOURCES))])));
const bundle = await text(BUNDLE);

test("the bundle was built from these modules and not changed since", async function () {
  const seal = bundle.slice(0, bundle.indexOf("\n") + 1);
  assert.equal(seal, await sealOf(bundle.slice(seal.length)), "run `make map`");
});

test("the bundle gives the frame one global and nothing else", function () {
  const window = {};
  const context = { window, document: { createElement: () => ({ getContext: () => ({}) }) } };
  const before = Object.keys(context);
  runInNewContext(bundle, context);
  assert.deepEqual(Object.keys(window), ["corridorMap"]);
  assert.deepEqual(Object.keys(window.corridorMap).sort(), ["show", "start"]);
  assert.deepEqual(Object.keys(context), before);
});

for (const [name, source] of sources) {
  test(`${name} is short and opens with one sentence of what it is for`, function () {
    assert.match(source, /^\/\*\* [A-Z][^\n]{30,150}\. \*\/\n\n/);
    assert.ok(source.split("\n").length <= LONGEST, `${source.split("\n").length} lines`);
  });
}

test("every module is used, and none needs itself in a circle", function () {
  const imports = new Map(names.map((name) => [name, importsOf(sources.get(name))]));
  const seen = new Set();
  const visit = function (name, above) {
    assert.ok(!above.includes(name), [...above, name].join(" -> "));
    seen.add(name);
    imports.get(name).forEach((next) => visit(next, [...above, name]));
  };
  visit("main.mjs", []);
  assert.deepEqual([...seen].sort(), names);
});

function importsOf(source) {
  return [...source.matchAll(/^import .* from "\.\/(.+)";$/gm)].map((found) => found[1]);
}
