/* The share panel: fetched when it is opened, for the address as it stands at that moment; copies its texts.
   The server escaped everything that came from the address. */
(function () {
  "use strict";

  const PANEL = ".panel[data-share]";
  const DONE_MS = 2000, EDGE_PX = 8;

  // A menu beside its button stays within the window.
  function within(panel) {
    panel.style.translate = "";
    const { left } = panel.getBoundingClientRect();
    if (left < EDGE_PX) panel.style.translate = `${Math.ceil(EDGE_PX - left)}px`;
  }

  function fill(share) {
    const panel = share.querySelector(":scope > .panel");
    const page = panel.dataset.share;
    const keys = new URLSearchParams(window.location.search);
    ["embed", "embed_options"].forEach((name) => keys.delete(name));
    keys.set("root", corridorStreamlit.root());
    const { part } = panel.dataset, kept = panel.querySelector(":scope > .menu-data");
    if (part) {
      keys.append("part", part);
      keys.set("theme", corridorStreamlit.isDark() ? "dark" : "light");
      if (panel.dataset.chart) keys.set("chart", panel.dataset.chart);
    }
    fetch(`${corridorStreamlit.root()}/share/${page}?${keys}`).then((found) => {
      if (!found.ok) throw new Error(String(found.status));
      return found.text();
    }).then((text) => {
      const content = document.createRange().createContextualFragment(text).firstElementChild;
      panel.replaceChildren(...content.childNodes, ...(kept ? [kept] : []));
      if (part) within(panel);
    }).catch(() => { if (!part) panel.textContent = panel.dataset.failed; });
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

  function say(button, word) {
    const usual = button.dataset.word || button.textContent;
    button.dataset.word = usual;
    button.textContent = word;
    window.setTimeout(() => { button.textContent = usual; }, 2 * DONE_MS);
  }

  function picture(address) {
    if (!navigator.clipboard || !window.ClipboardItem) return Promise.reject(new Error("no clipboard"));
    // The promise itself is handed over: some browsers take a picture only within the press.
    const content = fetch(address).then((found) => {
      if (!found.ok) throw new Error(String(found.status));
      return found.blob();
    });
    return navigator.clipboard.write([new ClipboardItem({ "image/png": content })]);
  }

  function save(address) {
    const link = document.createElement("a");
    link.href = address;
    link.download = "";
    link.click();
  }

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-picture]");
    if (!button) return;
    const address = button.dataset.picture;
    button.disabled = true;
    picture(address).then(() => say(button, button.dataset.done), () => {
      save(address);
      say(button, button.dataset.saved);
    }).finally(() => { button.disabled = false; });
  });

  // What is chosen of a picture goes into the addresses of its section.
  document.addEventListener("change", (event) => {
    const choice = event.target instanceof Element && event.target.closest(".share-picture select");
    if (!choice) return;
    const section = choice.closest(".share-picture");
    const chosen = (text) => {
      const address = new URL(text, document.baseURI);
      address.searchParams.set(choice.name, choice.value);
      return address.href;
    };
    section.querySelectorAll(".share-files a").forEach((link) => { link.href = chosen(link.href); });
    section.querySelectorAll("[data-picture]").forEach((button) => { button.dataset.picture = chosen(button.dataset.picture); });
  });

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
    return document.querySelector("details:is(.site-share, .cx-menu.claim)[open]");
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
