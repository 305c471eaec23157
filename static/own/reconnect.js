/* Runs an open page again when its connection is back: the server that answers may be a new one, or have forgotten the visit.
   Streamlit by itself leaves the page as it is until the first click, and a server that has never drawn the page cannot tell
   whose click that is: it would be lost.

   All that is known of Streamlit's insides here: the root element tells the state of the connection and of the run in two
   attributes, and a step in the browser's history runs the page for its address. Without the attributes nothing happens, and
   the page behaves as Streamlit's pages do; tests/browser/test_reconnect.py would say so. */
(function () {
  "use strict";

  const CONNECTION = "data-test-connection-state";
  const RUN = "data-test-script-state";
  const ROOT = `[${CONNECTION}]`;
  // What belongs to the browser's own view of the page; the server is not asked when it changes.
  const UNASKED = ["at", "map"];
  const RUNNING = ["running", "rerunRequested"];

  let wasConnected = false; // at any time before now
  let isConnected = false;
  let shown = ""; // the address that the page was last drawn for

  function address() {
    const here = new URL(window.location.href);
    UNASKED.forEach((key) => here.searchParams.delete(key));
    here.hash = "";
    return here.href;
  }

  function runAgain() {
    const { hash, href } = window.location;
    // With a jump mark in the address, Streamlit takes the event for a jump within the page.
    if (hash) window.history.replaceState(window.history.state, "", href.slice(0, -hash.length));
    window.dispatchEvent(new PopStateEvent("popstate", { state: window.history.state }));
    if (hash) window.history.replaceState(window.history.state, "", href);
  }

  function back(root) {
    if (!RUNNING.includes(root.getAttribute(RUN))) runAgain();
    // Streamlit itself asks again for what was asked while nobody answered. If that was a link, the widgets on the page still
    // show the view before it, and would be taken for clicks: the address is right. Own data would not outlive a reload.
    else if (address() !== shown && !document.querySelector(".st-key-own-banner")) window.location.reload();
  }

  function look() {
    const root = document.querySelector(ROOT);
    if (!root) return;
    const isNow = root.getAttribute(CONNECTION) === "CONNECTED";
    const isBack = isNow && !isConnected && wasConnected;
    isConnected = isNow;
    wasConnected ||= isNow;
    if (isBack) back(root);
    else if (isNow && root.getAttribute(RUN) === "notRunning") shown = address();
  }

  new MutationObserver(look).observe(document.documentElement, {
    subtree: true, childList: true, attributes: true, attributeFilter: [CONNECTION, RUN],
  });
})();
