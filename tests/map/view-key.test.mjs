/** The view in the address is read and written as `ui/link/key_values.py` does: both follow one table of cases. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

import { readView, writeView } from "../../static/map/src/view-key.mjs";

const cases = JSON.parse(await readFile(new URL("view_key.json", import.meta.url), "utf8"));

for (const { text, view } of cases.read) {
  test(`reading ${JSON.stringify(text)}`, () => assert.deepEqual(readView(text), view));
}

for (const { view, text } of cases.write) {
  test(`writing ${JSON.stringify(view)}`, () => assert.equal(writeView(view), text));
}

test("what was written is read again as what it says", function () {
  for (const { text } of cases.write.filter((one) => one.text !== null)) assert.equal(writeView(readView(text)), text);
});
