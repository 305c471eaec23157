"use strict";
(() => {
  const map = document.querySelector(".map");
  if (!map) return;
  const field = map.querySelector(".field"), svg = field.querySelector("svg");
  const whole = svg.getAttribute("viewBox").split(" ").map(Number);
  let [x, y, wide, high] = whole;
  const show = () => {
    x = Math.min(Math.max(x, 0), whole[2] - wide);
    y = Math.min(Math.max(y, 0), whole[3] - high);
    svg.setAttribute("viewBox", [x, y, wide, high].map((part) => part.toFixed(2)).join(" "));
  };
  const zoom = (times, atX = x + wide / 2, atY = y + high / 2) => {
    const next = Math.min(Math.max(wide / times, whole[2] / 12), whole[2]), share = next / wide;
    x = atX - (atX - x) * share; y = atY - (atY - y) * share; wide = next; high = next * whole[3] / whole[2];
    show();
  };
  const all = () => { [x, y, wide, high] = whole; show(); };
  const move = (across, down) => { x += across * wide; y += down * high; show(); };
  const place = (event) => {
    const box = svg.getBoundingClientRect();
    return [x + (event.clientX - box.left) / box.width * wide, y + (event.clientY - box.top) / box.height * high];
  };
  map.querySelector(".buttons").hidden = false;
  field.classList.add("is-moving");
  map.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) ({ in: () => zoom(1.5), out: () => zoom(1 / 1.5), all })[button.dataset.do]();
  });
  field.addEventListener("keydown", (event) => {
    const does = { "+": () => zoom(1.5), "=": () => zoom(1.5), "-": () => zoom(1 / 1.5), "0": all, ArrowLeft: () => move(-.15, 0),
      ArrowRight: () => move(.15, 0), ArrowUp: () => move(0, -.15), ArrowDown: () => move(0, .15) }[event.key];
    if (does && !event.ctrlKey && !event.metaKey && !event.altKey) { does(); event.preventDefault(); }
  });
  field.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    zoom(event.deltaY < 0 ? 1.25 : 0.8, ...place(event)); event.preventDefault();
  }, { passive: false });
  let held = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") return;
    held = place(event); svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!held) return;
    const [atX, atY] = place(event);
    x += held[0] - atX; y += held[1] - atY; show();
  });
  ["pointerup", "pointercancel"].forEach((name) => svg.addEventListener(name, () => { held = null; }));
})();
