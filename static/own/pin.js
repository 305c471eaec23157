/* Pins a view to the visitor's own story: the browser keeps it, static/own/stories.js shows it. */
(function () {
  "use strict";

  const KEPT = "corridor-story";
  const MAX_PINS = 28;

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pin]");
    if (!button) return;
    let story = {};
    try {
      story = JSON.parse(window.localStorage.getItem(KEPT) || "{}") || {};
    } catch { /* what cannot be read is begun anew */ }
    const pins = Array.isArray(story.pins) ? story.pins : [];
    const isFull = pins.length >= MAX_PINS;
    if (!isFull) pins.push({ address: button.dataset.pin, heading: button.dataset.heading, text: "" });
    try {
      window.localStorage.setItem(KEPT, JSON.stringify({ title: story.title || "", pins }));
      button.textContent = isFull ? button.dataset.full : button.dataset.done;
    } catch { /* a browser that keeps nothing pins nothing */ }
  });
})();
