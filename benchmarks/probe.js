// Notes when the page, or a frame in it, has painted what the benchmark waits for; and how long it showed nothing.
if (window === window.top) {
  addEventListener("pointerdown", () => { window.__start = Date.now(); window.__seen = 0; window.__blank = 0; }, true);
  const documents = () => [document, ...[...document.querySelectorAll("iframe")].map((frame) => frame.contentDocument)];
  const some = (test) => documents().some((one) => { try { return one && test(one); } catch (error) { return false; } });
  let before = Date.now();
  const loop = () => {
    const now = Date.now();
    const want = window.__want;
    if (want) {
      if (want.drawn && !some(want.drawn)) window.__blank = (window.__blank || 0) + (now - before);
      if (!window.__seen && some(want.test)) requestAnimationFrame(() => { if (!window.__seen) window.__seen = Date.now(); });
    }
    before = now;
    requestAnimationFrame(loop);
  };
  requestAnimationFrame(loop);
}
