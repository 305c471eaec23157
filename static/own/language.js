/* Says in which language the page is, for screen readers and translators, and puts the words of Streamlit's own widgets
   into it: the language and the words (ui/shell/streamlit_words.py) of the header, which the server draws anew whenever
   the language changes. */
(function () {
  "use strict";

  const WIDGETS = corridorStreamlit.widgets;
  const NAMES = ["aria-label", "placeholder", "title"];
  const back = new Map();
  let source = "", exact = new Map(), patterns = [];

  function tell() {
    const header = document.querySelector(".site-name[lang]");
    if (!header) return false;
    if (document.documentElement.lang !== header.lang) document.documentElement.lang = header.lang;
    const words = header.dataset.words ?? "";
    if (words === source) return false;
    source = words;
    // What was put into the language before is Streamlit's word again.
    exact.forEach((ours, theirs) => back.set(ours, theirs));
    exact = new Map();
    patterns = [];
    for (const [theirs, ours] of Object.entries(words ? JSON.parse(words) : {})) {
      const parts = theirs.split("*");
      if (parts.length === 1) exact.set(theirs, ours);
      else patterns.push([parts[0], parts[1], ours]);
    }
    return true;
  }

  function worded(text) {
    const read = text.trim(), bare = back.get(read) ?? read;
    if (!bare || bare.length > 120) return undefined;
    if (exact.has(bare)) return exact.get(bare);
    if (bare !== read) return bare;
    for (const [before, after, ours] of patterns) {
      const from = before.length, to = bare.indexOf(after, from);
      if (!bare.startsWith(before) || to <= from && after) continue;
      // What follows the words, such as the kinds of file after "per file", stays as it is.
      const value = after ? bare.slice(from, to) : bare.slice(from);
      return ours.replace("{value}", value) + (after ? bare.slice(to + after.length) : "");
    }
    return undefined;
  }

  function reword(element) {
    for (const name of NAMES) {
      const ours = element.hasAttribute(name) ? worded(element.getAttribute(name)) : undefined;
      if (ours !== undefined && ours !== element.getAttribute(name)) element.setAttribute(name, ours);
    }
    for (const child of element.childNodes) {
      if (child.nodeType !== Node.TEXT_NODE) continue;
      const ours = worded(child.nodeValue);
      if (ours !== undefined && ours !== child.nodeValue) child.nodeValue = ours;
    }
  }

  function within(node) {
    if (node.closest(WIDGETS)) [node, ...node.querySelectorAll("*")].forEach(reword);
    else node.querySelectorAll(WIDGETS).forEach((widget) => [widget, ...widget.querySelectorAll("*")].forEach(reword));
  }

  new MutationObserver((changes) => {
    if (tell()) within(document.documentElement);
    if (!source && !back.size) return;
    for (const change of changes) {
      if (change.type === "childList") {
        for (const node of change.addedNodes) {
          const element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
          if (element) within(element);
        }
      } else {
        const element = change.target.nodeType === Node.ELEMENT_NODE ? change.target : change.target.parentElement;
        if (element?.closest(WIDGETS)) reword(element);
      }
    }
  }).observe(document.documentElement, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["lang", "data-words", ...NAMES],
  });
})();
