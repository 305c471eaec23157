/* Follows links that only change what a page shows within the page, so that nothing is loaded anew: the map keeps
   its view, the page its place, and the keyboard its focus. Arrow keys go from step to step of a route. */
(function () {
  "use strict";

  // What belongs to the browser's own view of the page and is not in the links that the server wrote.
  const KEPT = ["at", "map", "embed", "embed_options"];
  const WAIT_MS = 20000;
  let wanted = "";
  let until = 0;

  function isPlain(event) {
    return !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  }

  function follow(link) {
    const target = new URL(link.href);
    const here = new URLSearchParams(window.location.search);
    KEPT.forEach((key) => {
      target.searchParams.delete(key);
      here.getAll(key).forEach((value) => target.searchParams.append(key, value));
    });
    wanted = link.id;
    until = Date.now() + WAIT_MS;
    window.history.pushState(null, "", target);
    corridorStreamlit.run();
  }

  document.addEventListener("click", function (event) {
    const link = event.target instanceof Element ? event.target.closest("a.cx-stay") : null;
    if (!link || !isPlain(event) || link.origin !== window.location.origin) return;
    event.preventDefault();
    follow(link);
  });

  document.addEventListener("keydown", function (event) {
    const target = event.target instanceof Element ? event.target : null;
    // While the page is drawn anew, the focus waits on the body.
    const isWaiting = target === document.body && wanted.startsWith("step-") && Date.now() < until;
    if (!target || !(isWaiting || target.closest("[data-steps]")) || event.altKey || event.ctrlKey || event.metaKey) return;
    const id = { ArrowLeft: "step-before", ArrowRight: "step-after" }[event.key];
    const link = id && document.getElementById(id);
    if (!link || !link.href) return;
    event.preventDefault();
    follow(link);
  });

  // What the server draws anew has lost the focus: give it back to the link with the same name.
  new MutationObserver(function () {
    if (!wanted || Date.now() > until) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    const link = document.getElementById(wanted);
    if (link) link.focus({ preventScroll: true });
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
