/* Opens the parts of a page that travel closed (ui/later.py) once the map above them is drawn, so that it need not wait for
   them. What stood in a part's place stays until then. The server escaped everything that came from the data. */
(function () {
  "use strict";

  const PLAIN = { "\ue000": "<", "\ue001": ">", "\ue002": "&", "\ue003": '"', "\ue004": "'" };
  const PART = ".cx-later-part[data-part]";
  const LONGEST = { map: 2500, idle: 250 };
  const rested = window.requestIdleCallback || ((work) => window.setTimeout(() => work({ timeRemaining: () => 50 }), 30));
  const waiting = new Map();
  let asked = false, until = 0;

  function open(part) {
    const before = waiting.get(part);
    waiting.delete(part);
    if (!part.isConnected) return;
    const text = part.dataset.part.replace(/[\ue000-\ue004]/g, (mark) => PLAIN[mark]);
    const box = document.createElement("template");
    box.innerHTML = text;
    part.replaceWith(box.content);
    before.forEach((node) => node.remove());
  }

  function work(deadline) {
    asked = false;
    for (const part of [...waiting.keys()]) {
      open(part);
      if (!deadline.didTimeout && deadline.timeRemaining() < 4) break;
    }
    ask();
  }

  function isDrawn() {
    const frame = document.querySelector("iframe.stCustomComponentV1");
    return Boolean(frame && frame.dataset.drawn);
  }

  function ask() {
    if (asked || !waiting.size || (!isDrawn() && Date.now() < until)) return;
    asked = true;
    rested(work, { timeout: LONGEST.idle });
  }

  function openAll() {
    [...waiting.keys()].forEach(open);
  }

  function keep(part, before) {
    if (waiting.has(part)) return;
    if (!waiting.size) {
      until = Date.now() + LONGEST.map;
      window.setTimeout(ask, LONGEST.map);
    }
    waiting.set(part, before);
    // What the visitor was reading stays in sight; before the browser paints, nothing has been lost.
    part.before(...before);
  }

  new MutationObserver(function (records) {
    records.forEach(function (record) {
      record.addedNodes.forEach(function (node) {
        if (!(node instanceof Element)) return;
        if (node.matches(PART)) {
          const isReplaced = record.target.classList.contains("stHtml");
          keep(node, isReplaced ? [...record.removedNodes].filter((old) => !waiting.has(old)) : []);
        } else {
          node.querySelectorAll(PART).forEach((part) => keep(part, []));
        }
      });
    });
    ask();
  }).observe(document.documentElement, { childList: true, subtree: true });

  window.addEventListener("corridor-map-drawn", ask);
  ["wheel", "touchmove", "keydown"].forEach((name) => document.addEventListener(name, openAll, { passive: true, capture: true }));
  window.addEventListener("beforeprint", openAll);
})();
