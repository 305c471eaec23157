/** Opens a small box on the map with buttons: the ends of a journey to choose from, or what a disc counts. */

import { state } from "./state.mjs";
import { textElement } from "./words.mjs";

/** Tell whether such a box is open; one that fades away is not. */
export function isAsking() {
  return Boolean(state.box && state.map.hasLayer(state.box));
}

/** Ask at a place: a heading, and for each choice its text and what it does. */
export function ask(at, heading, choices) {
  const buttons = choices.map(function ([text, act]) {
    const button = textElement(text, "button");
    button.type = "button";
    button.tabIndex = -1;
    button.addEventListener("click", function () {
      state.map.closePopup();
      act();
    });
    return button;
  });
  const list = document.createElement("div");
  list.className = "map-choices";
  list.append(...buttons);
  const box = document.createElement("div");
  box.append(textElement(heading, "strong"), list);
  const size = state.map.getSize();
  state.box = L.popup({
    className: "map-ask", closeButton: false, autoPan: true, autoPanPaddingTopLeft: [56, 48], autoPanPaddingBottomRight: [12, 12], offset: [0, -4],
    maxWidth: Math.min(320, size.x - 40), maxHeight: Math.max(120, size.y - 120),
  }).setLatLng(at).setContent(box).openOn(state.map);
  buttons[0].focus({ preventScroll: true });
}
