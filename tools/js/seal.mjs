/** Seals the bundle: its first line names the digest of what it was built from and of the script itself. */

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);
const MAKERS = ["tools/js/build.mjs", "tools/js/package-lock.json"];

export const SOURCES = new URL("static/map/src/", root);
export const BUNDLE = new URL("static/map/map.js", root);

/** Give the modules of the map, in the order of their names. */
export async function modules() {
  return (await readdir(SOURCES)).filter((name) => name.endsWith(".mjs")).sort();
}

/** Give the first line that a script built from the present sources must have. */
export async function sealOf(script) {
  const digest = createHash("sha256");
  for (const maker of MAKERS) digest.update(`${maker}\0${await text(new URL(maker, root))}\0`);
  for (const name of await modules()) digest.update(`${name}\0${await text(new URL(name, SOURCES))}\0`);
  const own = createHash("sha256").update(script).digest("hex");
  return `/* Built by "make map" from static/map/src: change it there. ${short(digest.digest("hex"))} ${short(own)} */\n`;
}

/** Read a file as text, with line ends as they stand in the repository. */
export async function text(url) {
  return (await readFile(fileURLToPath(url), "utf8")).replaceAll("\r\n", "\n");
}

function short(digest) {
  return digest.slice(0, 16);
}
