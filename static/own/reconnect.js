/* Runs an open page again when its connection is back: the server that answers may be a new one, or have forgotten the visit.
   Streamlit by itself leaves the page as it is until the first click, and a server that has never drawn the page cannot tell
   whose click that is: it would be lost.
   While nobody answers, a quiet line in the page's language says so; the page stays as it was last.
   Where Streamlit does not tell the state of its connection, nothing happens; tests/browser/test_reconnect.py would say so. */
(function () {
  "use strict";

  // What belongs to the browser's own view of the page; the server is not asked when it changes.
  const UNASKED = ["at", "map"];

  let wasConnected = false; // at any time before now
  let isConnected = false;
  let shown = ""; // the address that the page was last drawn for

  const LOST_MS = 1200; // a connection that is back by then was never missed
  let lostTimer = 0;
  let banner = null;

  function tellLost() {
    const words = document.querySelector(".site-lost-words");
    document.documentElement.classList.add("corridor-lost");
    corridorStreamlit.closeDialog();
    if (banner || !words) return;
    banner = document.createElement("div");
    banner.className = "site-lost";
    banner.lang = words.lang;
    banner.setAttribute("role", "status");
    document.body.append(banner);
    banner.textContent = words.textContent; // after it is there, so that readers hear it
  }

  function tellFound() {
    window.clearTimeout(lostTimer);
    lostTimer = 0;
    document.documentElement.classList.remove("corridor-lost");
    banner?.remove();
    banner = null;
  }

  new MutationObserver(() => { if (banner) corridorStreamlit.closeDialog(); }).observe(document.documentElement, {
    childList: true, subtree: true,
  });

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
    corridorStreamlit.run(window.history.state);
    if (hash) window.history.replaceState(window.history.state, "", href);
  }

  function back(isRunning) {
    if (!isRunning) runAgain();
    // Streamlit itself asks again for what was asked while nobody answered. If that was a link, the widgets on the page still
    // show the view before it, and would be taken for clicks: the address is right. Own data would not outlive a reload.
    else if (address() !== shown && !document.querySelector(".st-key-own-banner")) window.location.reload();
  }

  corridorStreamlit.watch((state) => {
    const isBack = state.isConnected && !isConnected && wasConnected;
    isConnected = state.isConnected;
    if (isConnected) tellFound();
    else if (wasConnected) lostTimer ||= window.setTimeout(tellLost, LOST_MS);
    wasConnected ||= isConnected;
    if (isBack) back(state.isRunning);
    else if (isConnected && state.isDone) shown = address();
  });
})();
