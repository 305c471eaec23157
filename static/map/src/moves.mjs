/** Follows moves of the map and changes of its frame: the address, the preset and the labels keep up. */

import { changeAddress } from "./address.mjs";
import { keepFocus } from "./keys.mjs";
import { placeLabels } from "./labels.mjs";
import { markPreset } from "./presets.mjs";
import { state } from "./state.mjs";
import { fit } from "./view.mjs";
import { writeView } from "./view-key.mjs";

/** The lowest frame that Streamlit shows for good; lower ones are on their way to their height. */
const LEAST_FRAME = 80;

/** Write the view into the address when the visitor, not a preset, has moved the map. */
export function followMoves(map) {
  const container = map.getContainer();
  for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    container.addEventListener(kind, function (event) {
      if (!event.target.closest(".map-presets, .map-room") && event.key !== "Tab") state.touched = true;
    }, { capture: true, passive: true });
  }
  map.on("moveend", function () {
    if (state.touched && state.ready) keepOwnView(map);
    placeLabels();
    keepFocus();
  });
}

/** Give the map the height of its frame, and fit it again when that changes. */
export function followFrame(map) {
  const container = map.getContainer();
  const follow = function () {
    if (window.innerHeight < LEAST_FRAME || container.style.height === `${window.innerHeight}px`) return;
    container.style.height = `${window.innerHeight}px`;
    map.invalidateSize({ pan: state.own, animate: false });
  };
  window.addEventListener("resize", follow);
  map.on("resize", function () {
    if (state.ready && state.scene && !state.own) fit(state.preset, false);
    placeLabels();
  });
  follow();
}

function keepOwnView(map) {
  state.own = true;
  const middle = map.getCenter();
  const text = writeView({ lat: middle.lat, lon: middle.lng, zoom: map.getZoom() });
  // Beyond the edge of the world there is no view that a link could name.
  changeAddress((keys) => (text === null ? keys.delete("at") : keys.set("at", text)));
  markPreset();
}
