/* Links between pages: the question of the address travels with them. While a visitor sees their own data, links of ours are followed within the page: loading it anew would end the
   visit, and with it their data. Without own data every link stays a plain link. */
(function () {
  "use strict";

  // The question of the address, as ui/link/travel.py names it. Some links are drawn once for all visitors, or stand in panels:
  // they learn it when they are about to be followed.
  const QUESTION = ["from", "to", "how", "want", "by", "avoid", "rules", "pass", "maxt", "sc", "date", "year"];
  const TRAVELS = "a[data-travels], .panel a.cx-way";

  function carry(event) {
    const link = event.target instanceof Element ? event.target.closest(TRAVELS) : null;
    if (!link || link.origin !== window.location.origin || link.hasAttribute("download")) return;
    const here = new URLSearchParams(window.location.search), target = new URL(link.href);
    QUESTION.forEach((key) => {
      if (here.has(key) && !target.searchParams.has(key)) target.searchParams.set(key, here.get(key));
    });
    link.href = target.href;
  }

  ["pointerdown", "focusin"].forEach((kind) => document.addEventListener(kind, carry, true));

  function isOurs(link) {
    return link.origin === window.location.origin && link.classList.contains("cx-way")
      && (!link.target || link.target === "_self") && !link.hasAttribute("download");
  }

  // The mark of a modelled figure leads to its paragraph; inside a link or a button it stays a mark.
  document.addEventListener("click", function (event) {
    const mark = event.target instanceof Element ? event.target.closest("[data-method]") : null;
    if (!mark || mark.closest("a[href], button") || event.button !== 0) return;
    event.preventDefault();
    const lang = new URLSearchParams(window.location.search).get("lang"), way = document.createElement("a");
    way.className = "cx-way";
    way.dataset.travels = "";
    way.href = `./method${lang ? `?lang=${encodeURIComponent(lang)}` : ""}#${mark.dataset.method}`;
    document.body.append(way);
    carry({ target: way });
    way.click();
    way.remove();
  });

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
    if (!link || !isOurs(link) || !document.querySelector(".st-key-own-banner")) return;
    event.preventDefault();
    window.history.pushState(null, "", link.href);
    corridorStreamlit.run();
    corridorStreamlit.toTop();
  });
})();
