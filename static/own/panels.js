/* Fetches what a claim chip or a long fold opens to when it is opened, or a moment before, when a pointer or the keyboard reaches it.
   The server escaped everything that came from the data. */
(function () {
  "use strict";

  const asked = new Map();
  const LATER = "details.claim, details.cx-later";

  const GONE = 410; // the data have changed since the page was drawn: the answer says so and leads to the page as it is now

  function fetched(address) {
    if (!asked.has(address)) {
      const answer = fetch(`${corridorStreamlit.root()}/panels/${address}`).then((found) => {
        if (!found.ok && found.status !== GONE) throw new Error(String(found.status));
        if (!found.ok) asked.delete(address);
        return found.text();
      });
      answer.catch(() => asked.delete(address));
      asked.set(address, answer);
    }
    return asked.get(address);
  }

  function pageAsItIsNow() {
    const here = new URL(window.location.href);
    here.searchParams.delete("d");
    here.hash = "";
    return here.href;
  }

  function emptyPanel(chip) {
    return chip.querySelector(":scope > .panel[data-panel]");
  }

  function fill(chip) {
    const panel = emptyPanel(chip);
    if (!panel) return;
    fetched(panel.dataset.panel).then((text) => {
      const whole = document.createRange().createContextualFragment(text).firstElementChild;
      if (!panel.isConnected || !whole) return;
      whole.querySelectorAll("a[data-now]").forEach((link) => { link.href = pageAsItIsNow(); });
      panel.replaceWith(whole);
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
