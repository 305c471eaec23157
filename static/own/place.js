/* A step back in the browser's history gives the place on the page back, too. Streamlit scrolls an element of its own, of which the
   browser remembers nothing. */
(function () {
  "use strict";

  const STORE = "corridor-places", MOST = 60, WAIT_MS = 12000, PAUSE_MS = 120, LEAVE_MS = 3000;
  // What belongs to the map and not to the place on the page.
  const UNASKED = ["at", "map"];
  let wanted = null, until = 0, isHeld = false, isLeaving = false, timer = 0;

  function name() {
    const here = new URL(window.location.href);
    UNASKED.forEach((key) => here.searchParams.delete(key));
    return here.pathname + here.search;
  }

  function places() {
    try { return JSON.parse(window.sessionStorage.getItem(STORE)) || {}; } catch { return {}; }
  }

  function keep(key, top) {
    const all = places();
    delete all[key];
    all[key] = Math.round(top);
    Object.keys(all).slice(0, -MOST).forEach((old) => delete all[old]);
    try { window.sessionStorage.setItem(STORE, JSON.stringify(all)); } catch { /* no room: nothing is remembered */ }
  }

  let shown = name();

  function restore() {
    if (wanted === null) return;
    const main = corridorStreamlit.main();
    if (!isHeld && Date.now() > until) wanted = null; // a run that takes long is waited for
    if (!main || wanted === null) return;
    if (main.scrollHeight - main.clientHeight < wanted) return; // not drawn that far yet
    if (Math.abs(main.scrollTop - wanted) > 1) main.scrollTo(0, wanted);
  }

  function seek() {
    window.clearTimeout(timer);
    const top = places()[name()];
    wanted = top > 0 ? top : null;
    until = Date.now() + WAIT_MS;
    restore();
  }

  // Whoever scrolls is not scrolled.
  ["wheel", "touchmove", "keydown", "pointerdown"].forEach((kind) => {
    window.addEventListener(kind, () => { wanted = null; }, { capture: true, passive: true });
  });

  document.addEventListener("scroll", (event) => {
    if (event.target !== corridorStreamlit.main() || wanted !== null || isHeld || isLeaving) return;
    const key = shown, top = event.target.scrollTop;
    window.clearTimeout(timer);
    timer = window.setTimeout(() => { if (key === shown) keep(key, top); }, PAUSE_MS);
  }, { capture: true, passive: true });

  // The address changes before the page does, and Streamlit scrolls to the top in between: that belongs to neither page.
  corridorStreamlit.watch((state) => {
    if (state.isRunning) isHeld = true;
    if (state.isDone && (isHeld || !isLeaving)) {
      if (isHeld) until = Date.now() + WAIT_MS;
      isHeld = false;
      isLeaving = false;
      shown = name();
    }
    restore();
  });
  document.addEventListener("click", (event) => {
    const main = corridorStreamlit.main();
    if (!main || !(event.target instanceof Element) || !event.target.closest("a[href]")) return;
    window.clearTimeout(timer);
    wanted = null;
    if (!isLeaving) keep(shown, main.scrollTop);
    isLeaving = true;
    window.setTimeout(() => { if (!isHeld) isLeaving = false; }, LEAVE_MS);
  }, true);
  new MutationObserver(restore).observe(document.documentElement, { childList: true, subtree: true });

  corridorStreamlit.onBack(seek);
  window.addEventListener("pagehide", () => {
    const main = corridorStreamlit.main();
    if (main && wanted === null && !isLeaving) keep(shown, main.scrollTop);
  });
  const entry = performance.getEntriesByType("navigation")[0];
  if (entry && ["back_forward", "reload"].includes(entry.type)) seek();
})();
