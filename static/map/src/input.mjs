/** Lets wheel and finger scroll the page, until the map has the keyboard's focus, a modifier key or a second finger. */

/** How long the hint about two fingers stays, in milliseconds. */
const HINT_MS = 900;

export function shareInput(map) {
  shareWheel(map);
  if (window.matchMedia("(pointer: coarse)").matches) shareTouch(map);
}

function shareWheel(map) {
  const container = map.getContainer();
  map.scrollWheelZoom.disable();
  container.addEventListener("focusin", () => map.scrollWheelZoom.enable());
  container.addEventListener("focusout", () => map.scrollWheelZoom.disable());
  container.addEventListener("wheel", function (event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    map.scrollWheelZoom.enable();
  }, { passive: false });
  container.addEventListener("mouseleave", function () {
    if (!container.contains(document.activeElement)) map.scrollWheelZoom.disable();
  });
}

function shareTouch(map) {
  const container = map.getContainer();
  map.dragging.disable();
  let timer = 0;
  container.addEventListener("touchmove", function (event) {
    if (event.touches.length > 1) return;
    container.classList.add("hinting");
    window.clearTimeout(timer);
    timer = window.setTimeout(() => container.classList.remove("hinting"), HINT_MS);
  }, { passive: true });
}
