/* Says in which language the page is, for screen readers and translators: the language of the header, which the
   server draws anew whenever the language changes. */
(function () {
  "use strict";

  function tell() {
    const header = document.querySelector(".site-name[lang]");
    if (header && document.documentElement.lang !== header.lang) document.documentElement.lang = header.lang;
  }

  new MutationObserver(tell).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ["lang"],
  });
})();
