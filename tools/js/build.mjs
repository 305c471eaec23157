/** Builds static/map/map.js from its modules; with --check it only says whether the file is what would be built. */

import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

import { BUNDLE, sealOf, SOURCES, text } from "./seal.mjs";

const OPTIONS = {
  bundle: true, format: "iife", target: "es2021", minify: true, lineLimit: 160, charset: "utf8", write: false, logLevel: "warning",
};

const { outputFiles: [output] } = await build({ ...OPTIONS, entryPoints: [fileURLToPath(new URL("main.mjs", SOURCES))] });
const bundle = await sealOf(output.text) + output.text;

if (!process.argv.includes("--check")) {
  await writeFile(BUNDLE, bundle);
  console.log(`Wrote ${fileURLToPath(BUNDLE)}: ${Buffer.byteLength(bundle)} bytes.`);
} else if (await text(BUNDLE) !== bundle) {
  console.error("static/map/map.js is not what its modules give: run `make map`.");
  process.exitCode = 1;
}
