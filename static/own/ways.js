/* While a visitor sees their own data, links of ours are followed within the page: loading it anew would end the
   visit, and with it their data. Without own data every link stays a plain link. */
(function () {
  "use strict";

  function isOurs(link) {
    return link.origin === window.location.origin && link.classList.contains("cx-way")
      && (!link.target || link.target === "_self") && !link.hasAttribute("download");
  }

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
