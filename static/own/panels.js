/* Fetches what a claim chip or a long fold opens to when it is opened, or a moment before, when a pointer or the keyboard reaches it.
   The server escaped everything that came from the data. */
(function () {
  "use strict";

  const asked = new Map();
  const LATER = "details.claim, details.cx-later";

  function fetched(digest) {
    if (!asked.has(digest)) {
      const root = window.__streamlit.BACKEND_BASE_URL.replace(/\/$/, "");
      const answer = fetch(`${root}/panels/${digest}`).then((found) => {
        if (!found.ok) throw new Error(String(found.status));
        return found.text();
      });
      answer.catch(() => asked.delete(digest));
      asked.set(digest, answer);
    }
    return asked.get(digest);
  }

  function emptyPanel(chip) {
    return chip.querySelector(":scope > .panel[data-panel]");
  }

  function fill(chip) {
    const panel = emptyPanel(chip);
    if (!panel) return;
    fetched(panel.dataset.panel).then((text) => {
      const whole = document.createRange().createContextualFragment(text).firstElementChild;
      if (panel.isConnected && whole) panel.replaceWith(whole);
    }, () => { panel.textContent = panel.dataset.failed; });
  }

  function reached(event) {
    const chip = event.target instanceof Element && event.target.closest("summary")?.closest(LATER);
    if (chip && emptyPanel(chip)) fetched(emptyPanel(chip).dataset.panel).catch(() => {});
  }

  document.addEventListener("toggle", (event) => {
    if (event.target instanceof HTMLDetailsElement && event.target.open && event.target.matches(LATER)) fill(event.target);
  }, true);
  document.addEventListener("pointerover", reached, { passive: true });
  document.addEventListener("focusin", reached);
})();
