/* The first screen that stands in the document: covers the live page until that has drawn its map, then goes. Nothing moves:
   both have the same order and the same place on the page. If the server cannot be reached, it stays, and a line says so. */
(function () {
  "use strict";

  const UNREACHED_MS = 8000; // as long may the first connection take before the line says that there is none
  const LATEST_MS = 4000; // as long may a map take once the page is there
  const LOOK_MS = 40;
  // A map is drawn when there is land with something on it.
  const LAND = ".leaflet-land-pane path", DRAWN = ".leaflet-legs-pane path, .leaflet-marker-pane *, .leaflet-overlay-pane path";

  const screen = document.getElementById("cx-first");
  const root = document.getElementById("root");
  if (!screen || !root) return;
  let wasConnected = false, isDone = false, doneAt = 0;
  root.inert = true;

  function hasDrawn(frame) {
    const inside = frame.contentDocument;
    return Boolean(inside && inside.querySelector(LAND) && inside.querySelector(DRAWN));
  }

  function isReady() {
    if (!isDone || !root.querySelector("h1")) return false;
    doneAt ||= performance.now();
    const frame = corridorStreamlit.mapFrame();
    const isMapExpected = screen.querySelector(".cxf-map svg") !== null;
    if (performance.now() - doneAt > LATEST_MS) return true;
    return isMapExpected ? Boolean(frame && hasDrawn(frame)) : true;
  }

  /* The focus goes to the same link of the live page, else to the element that scrolls. */
  function give(focused) {
    const same = focused.href && [...root.querySelectorAll("a[href]")].find((link) => link.href === focused.href);
    const next = same || corridorStreamlit.main();
    if (next) next.focus({ preventScroll: true });
  }

  function leave() {
    const main = corridorStreamlit.main(), top = screen.scrollTop;
    const focused = screen.contains(document.activeElement) ? document.activeElement : null;
    root.inert = false;
    if (main && top) main.scrollTop = top;
    screen.remove();
    if (focused) give(focused);
    window.dispatchEvent(new CustomEvent("corridor-live"));
  }

  function look() {
    if (isReady()) requestAnimationFrame(() => requestAnimationFrame(leave));
    else window.setTimeout(look, LOOK_MS);
  }

  function tellUnreached() {
    const line = screen.querySelector(".cxf-out[hidden]");
    if (!wasConnected && line) line.hidden = false;
  }

  corridorStreamlit.watch((state) => {
    wasConnected ||= state.isConnected;
    isDone = state.isConnected && state.isDone;
    if (!isDone) doneAt = 0;
    const line = screen.querySelector(".cxf-out");
    if (wasConnected && line) line.hidden = true;
  });
  window.setTimeout(tellUnreached, UNREACHED_MS);
  look();
})();
