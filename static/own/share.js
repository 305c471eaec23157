/* The share panel: fetched when it is opened, for the address as it stands at that moment; copies its texts.
   The server escaped everything that came from the address. */
(function () {
  "use strict";

  const PANEL = ".panel[data-share]";
  const DONE_MS = 2000;

  function fill(share) {
    const panel = share.querySelector(":scope > .panel");
    const page = panel.dataset.share;
    const keys = new URLSearchParams(window.location.search);
    ["embed", "embed_options"].forEach((name) => keys.delete(name));
    keys.set("root", corridorStreamlit.root());
    fetch(`${corridorStreamlit.root()}/share/${page}?${keys}`).then((found) => {
      if (!found.ok) throw new Error(String(found.status));
      return found.text();
    }).then((text) => {
      const content = document.createRange().createContextualFragment(text).firstElementChild;
      panel.replaceChildren(...content.childNodes);
    }).catch(() => { panel.textContent = panel.dataset.failed; });
  }

  function copied(text) {
    // Only a page sent over TLS, or from this very machine, may use the clipboard directly.
    if (navigator.clipboard) return navigator.clipboard.writeText(text.textContent).catch(() => selected(text));
    return selected(text);
  }

  function selected(text) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const chosen = window.getSelection();
    chosen.removeAllRanges();
    chosen.addRange(range);
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("not copied"));
  }

  document.addEventListener("toggle", (event) => {
    const share = event.target;
    if (share instanceof HTMLDetailsElement && share.open && share.querySelector(`:scope > ${PANEL}`)) fill(share);
  }, true);

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest(".share-copy");
    if (!button) return;
    const word = button.dataset.word || button.textContent;
    button.dataset.word = word;
    copied(button.closest("section").querySelector(".share-text")).then(() => {
      button.textContent = button.dataset.done;
      window.setTimeout(() => { button.textContent = word; }, DONE_MS);
    }, () => {});
  });

  function open() {
    return document.querySelector("details.site-share[open]");
  }

  // What lies under the panel cannot change while it is open: a press beside it closes it.
  document.addEventListener("pointerdown", (event) => {
    const share = open();
    if (share && event.target instanceof Node && !share.contains(event.target)) share.open = false;
  });
  window.addEventListener("blur", () => {
    // The map stands in a frame of its own, whose presses are not seen here.
    if (open() && document.activeElement instanceof HTMLIFrameElement) open().open = false;
  });
})();
