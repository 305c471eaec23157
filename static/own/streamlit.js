/* All that the scripts of this folder know of Streamlit's insides, in one place; docs/decisions/0018-streamlit-border.md
   says why each remains, tests/unit/server/test_streamlit_contract.py what an upgrade would break. Where an inside is no more,
   its function answers as if there were nothing to do, and the page behaves as Streamlit's pages do. */
(function () {
  "use strict";

  // The root element tells the state of the connection and of the run in two attributes.
  const CONNECTION = "data-test-connection-state";
  const RUN = "data-test-script-state";
  const RUNNING = ["running", "rerunRequested"];
  // The element that has the ground of the theme.
  const APP = ".stApp";
  // The element that scrolls.
  const MAIN = ".stMain";
  const FRAME = "iframe.stCustomComponentV1";
  // This script lies in app/static/own/ below the server's root.
  const ROOT = new URL("../../..", document.currentScript.src).href.replace(/\/$/, "");

  globalThis.corridorStreamlit = {
    /* The address of the server's root, without a slash at its end. */
    root() {
      return ROOT;
    },

    /* Has Streamlit run the page of the address: it does so on this event, as on a step back in the browser's history. */
    run(state = null) {
      window.dispatchEvent(new PopStateEvent("popstate", { state }));
    },

    /* Calls a function after a step back or forward in the browser's history; `run` is none. */
    onBack(told) {
      window.addEventListener("popstate", (event) => { if (event.isTrusted) told(); });
    },

    /* Scrolls to the top of the page. */
    toTop() {
      document.querySelector(MAIN)?.scrollTo(0, 0);
    },

    /* Which of the two themes is shown: that of the system, or the one that the visitor chose. */
    isDark() {
      const ground = getComputedStyle(document.querySelector(APP) || document.body).backgroundColor;
      const [red, green, blue] = (ground.match(/[\d.]+/g) || [255, 255, 255]).map(Number);
      return red + green + blue < 384;
    },

    /* The element that scrolls, and takes the focus where nothing else does. */
    main() {
      return document.querySelector(MAIN);
    },

    /* Where Streamlit shows words of its own: its widgets, and what they open. */
    widgets: ".stSelectbox, .stMultiSelect, .stDateInput, .stTextInput, .stFileUploader, " +
      "[role=listbox], [role=dialog], [role=tooltip], [data-testid$=Dropdown], [data-testid=stDateInputCalendar]",

    /* The frame of the first map on the page. */
    mapFrame() {
      return document.querySelector(FRAME);
    },

    /* Closes what Streamlit says, in English and over the whole page, when it has lost its connection. */
    closeDialog() {
      document.querySelector('[role="dialog"] button[aria-label="Close"]')?.click();
    },

    /* Calls a function with the state of the connection and of the run whenever one of them changes. */
    watch(told) {
      function look() {
        const root = document.querySelector(`[${CONNECTION}]`);
        if (!root) return;
        const run = root.getAttribute(RUN);
        told({
          isConnected: root.getAttribute(CONNECTION) === "CONNECTED",
          isRunning: RUNNING.includes(run),
          isDone: run === "notRunning",
        });
      }
      new MutationObserver(look).observe(document.documentElement, {
        subtree: true, childList: true, attributes: true, attributeFilter: [CONNECTION, RUN],
      });
    },
  };
})();
