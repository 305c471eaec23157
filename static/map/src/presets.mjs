/** Draws the strip of buttons that choose a part of the map, and words the zoom. */

import { changeAddress } from "./address.mjs";
import { state } from "./state.mjs";
import { fit } from "./view.mjs";
import { textElement, words } from "./words.mjs";

/** Draw the strip in the language of the scene. */
export function drawPresets() {
  const container = state.map.getContainer();
  const { presets, preset: names, zoom_in: zoomIn, zoom_out: zoomOut, fingers } = words();
  const strip = container.querySelector(".map-presets") || newStrip(container);
  strip.setAttribute("aria-label", presets);
  strip.replaceChildren(...state.look.order.map(function (preset) {
    const button = textElement(names[preset], "button");
    button.type = "button";
    button.dataset.preset = preset;
    button.tabIndex = -1;
    button.addEventListener("click", () => choose(preset));
    return button;
  }));
  [["in", zoomIn], ["out", zoomOut]].forEach(function ([way, text]) {
    const link = container.querySelector(`.leaflet-control-zoom-${way}`);
    if (!link) return;
    link.title = text;
    link.setAttribute("aria-label", text);
  });
  container.dataset.hint = fingers;
}

/** Mark the button of the preset that is seen; none, if the visitor has moved the map. */
export function markPreset() {
  state.map.getContainer().querySelectorAll(".map-presets button").forEach(function (button) {
    button.setAttribute("aria-pressed", String(!state.own && button.dataset.preset === state.preset));
  });
}

function newStrip(container) {
  const strip = document.createElement("div");
  strip.className = "map-presets";
  strip.setAttribute("role", "group");
  L.DomEvent.disableClickPropagation(strip);
  L.DomEvent.disableScrollPropagation(strip);
  container.append(strip);
  return strip;
}

function choose(preset) {
  state.preset = preset;
  state.own = false;
  fit(preset, true);
  changeAddress(function (keys) {
    keys.delete("at");
    if (preset === "whole") keys.delete("map");
    else keys.set("map", preset);
  });
  markPreset();
}
