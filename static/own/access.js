/* What the keyboard needs on every page: the first stop leads past the header to the name of the page, Escape closes what is open. */
(function () {
  "use strict";

  // Panels that lie over the page; folds within it stay as the reader left them.
  const PANELS = "details.claim[open]";

  function skip() {
    const link = document.createElement("a");
    link.className = "cx-skip";
    link.href = "#content";
    link.addEventListener("click", function (event) {
      event.preventDefault();
      const name = document.querySelector("h1");
      if (!name) return;
      name.setAttribute("tabindex", "-1");
      name.focus();
      name.scrollIntoView({ block: "start" });
    });
    document.body.prepend(link);
    return link;
  }

  const first = skip();

  // The words for it stand in the header, which the server draws anew when the language changes.
  function word() {
    const header = document.querySelector("[data-skip]");
    if (!header || first.textContent === header.dataset.skip) return;
    first.textContent = header.dataset.skip;
    first.lang = header.lang;
  }

  new MutationObserver(word).observe(document.documentElement, { childList: true, subtree: true });

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const open = [...document.querySelectorAll(PANELS)].pop();
    const filling = document.querySelector("iframe[data-fills]");
    if (filling) filling.removeAttribute("data-fills");
    else if (open) {
      open.open = false;
      open.querySelector("summary")?.focus({ preventScroll: true });
    }
  });
})();
