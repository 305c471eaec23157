/* For pages that frame a part of Corridor Explorer: gives the frame the height that the part tells. Only the frame that sent it changes. */
(function () {
  "use strict";

  const MAX_PX = 4000;
  window.addEventListener("message", (event) => {
    const data = event.data;
    if (!data || data.corridor !== "height" || !(data.height > 0 && data.height <= MAX_PX)) return;
    document.querySelectorAll("iframe").forEach((frame) => {
      if (frame.contentWindow === event.source) frame.style.height = `${Math.ceil(data.height)}px`;
    });
  });
})();
