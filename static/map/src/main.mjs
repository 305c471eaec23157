/** Gives the map's frame its one global: `corridorMap.start` for the base script, `corridorMap.show` for each scene. */

import { show } from "./scene.mjs";
import { start } from "./start.mjs";

window.corridorMap = { start, show };
