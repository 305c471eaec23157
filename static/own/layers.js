/* Fetches the map's layers and reads them while the page waits for its server, so that no frame has to: each new map takes
   what is there. A layer that could not be fetched is asked for again by the frame. */
(function () {
  "use strict";

  const root = window.__streamlit.BACKEND_BASE_URL.replace(/\/?$/, "/");
  const known = new Map();
  document.currentScript.dataset.layers.split(" ").filter(Boolean).forEach(function (path) {
    const address = new URL(path, root).href;
    known.set(address, fetch(address, { priority: "low" }).then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      return answer.json();
    }));
    known.get(address).catch(() => known.delete(address));
  });
  window.corridorLayers = known;
})();
