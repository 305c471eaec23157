/* Tells the page around a framed part how high it is, whenever that changes. static/own/frame.js on that page sets the frame's height. */
(function () {
  "use strict";

  const { parent } = window;
  if (parent === window) return;
  const tell = () => parent.postMessage({ corridor: "height", height: Math.ceil(document.body.getBoundingClientRect().height) }, "*");
  new ResizeObserver(tell).observe(document.body);
  window.addEventListener("load", tell);
})();
