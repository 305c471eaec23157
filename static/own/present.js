/* Presents a story: one slide at a time, by keys, touch and buttons; its number stands behind # in the address.
   The whole story is in the document, so a lost connection takes nothing from it. Without this script the slides stand under each other.
   A second window, opened with N, shows the speaker's notes, the next slide and a clock; both windows follow each other. */
(function () {
  "use strict";

  const root = document.documentElement;
  const slides = [...document.querySelectorAll(".slide")];
  if (!slides.length) return;
  const isNotes = window.location.hash.startsWith("#notes-");
  const at = (name) => document.querySelector(`[data-at="${name}"]`);
  const words = document.querySelector(".bar").dataset;
  const PATIENCE_MS = 15000;
  const SWIPE_PX = 60;
  const MINUTE_S = 60;
  const MIN_TABLE_REM = 0.8;
  let shown = 0;
  let other = window.opener; // the notes' window knows the slides' one, and the other way round
  let isGrid = false;

  function numberOf(hash) {
    const found = /^#(?:notes-)?(\d{1,3})$/.exec(hash);
    return found ? Math.min(Math.max(Number(found[1]), 1), slides.length) - 1 : 0;
  }

  // What does not fit on the window is not cut through: a table gets smaller letters, the last cards stay away.
  function fit(slide) {
    const body = slide.querySelector(".body");
    if (!body || isGrid || isNotes || getComputedStyle(body).display !== "grid") return; // on a phone a slide is scrolled
    const bottom = () => body.getBoundingClientRect().bottom + 1;
    const table = body.querySelector("table");
    if (table) {
      const last = table.parentElement.lastElementChild;
      for (let size = 1.2; size >= MIN_TABLE_REM; size -= 0.05) {
        table.style.fontSize = `${size}rem`;
        if (last.getBoundingClientRect().bottom <= bottom()) break;
      }
    }
    const cards = [...body.querySelectorAll(".figures li")];
    cards.forEach((card) => card.classList.remove("is-cut"));
    cards.reverse().forEach((card) => card.classList.toggle("is-cut", card.getBoundingClientRect().bottom > bottom()));
  }

  function show(index, isTold = true) {
    shown = Math.min(Math.max(index, 0), slides.length - 1);
    slides.forEach((slide, place) => {
      slide.classList.toggle("is-shown", place === shown);
      slide.classList.toggle("is-next", isNotes && place === shown + 1);
      slide.inert = !isGrid && place !== shown;
    });
    fit(slides[shown]);
    at("number").textContent = `${shown + 1} / ${slides.length}`;
    at("progress").style.width = `${(100 * (shown + 1)) / slides.length}%`;
    at("back").disabled = shown === 0;
    at("on").disabled = shown === slides.length - 1;
    window.history.replaceState(window.history.state, "", `#${isNotes ? "notes-" : ""}${shown + 1}`);
    if (isTold && other && !other.closed) other.postMessage({ story: document.title, slide: shown }, "*");
  }

  function grid(isOn) {
    isGrid = isOn;
    root.classList.toggle("is-grid", isOn);
    show(shown);
    if (isOn) slides[shown].scrollIntoView({ block: "center" });
  }

  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (root.requestFullscreen) root.requestFullscreen().catch(() => {});
  }

  function notes() {
    const here = new URL(window.location.href);
    here.hash = `notes-${shown + 1}`;
    other = window.open(here.href, "corridor-notes", "width=1000,height=700");
  }

  function theme() {
    const isDark = getComputedStyle(root).colorScheme === "dark" || root.dataset.theme === "dark";
    root.dataset.theme = isDark ? "light" : "dark";
  }

  const KEYS = {
    ArrowRight: () => show(shown + 1), ArrowDown: () => show(shown + 1), PageDown: () => show(shown + 1), " ": (event) => show(shown + (event.shiftKey ? -1 : 1)),
    ArrowLeft: () => show(shown - 1), ArrowUp: () => show(shown - 1), PageUp: () => show(shown - 1),
    Home: () => show(0), End: () => show(slides.length - 1),
    Escape: () => grid(!isGrid), f: fullScreen, n: notes, d: theme,
    Enter: () => isGrid && grid(false),
  };

  document.addEventListener("keydown", (event) => {
    const isPressing = event.target.closest("a, button, summary, input, select") && (event.key === " " || event.key === "Enter");
    if (event.ctrlKey || event.metaKey || event.altKey || isPressing) return;
    const act = KEYS[event.key] || KEYS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act(event);
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (button) ({ back: () => show(shown - 1), on: () => show(shown + 1), full: fullScreen, notes, grid: () => grid(!isGrid), theme })[button.dataset.act]();
    else if (isGrid && !event.target.closest("a")) {
      const slide = event.target.closest(".slide");
      if (!slide) return;
      shown = slides.indexOf(slide);
      grid(false);
    }
  });

  let from = null;
  document.addEventListener("touchstart", (event) => { from = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!from || isGrid) return;
    const [across, up] = [event.changedTouches[0].clientX - from.clientX, event.changedTouches[0].clientY - from.clientY];
    if (Math.abs(across) > SWIPE_PX && Math.abs(across) > 2 * Math.abs(up)) show(shown + (across < 0 ? 1 : -1));
  }, { passive: true });

  window.addEventListener("message", (event) => {
    const isOurs = event.source && (event.source === other || event.source === window.opener) && event.data && event.data.story === document.title;
    if (isOurs && Number.isInteger(event.data.slide)) {
      other = event.source;
      show(event.data.slide, false);
    }
  });
  window.addEventListener("resize", () => fit(slides[shown]));
  window.addEventListener("beforeprint", () => document.querySelectorAll(".is-cut").forEach((card) => card.classList.remove("is-cut")));
  window.addEventListener("hashchange", () => show(numberOf(window.location.hash)));

  if (isNotes) {
    root.classList.add("is-notes");
    const began = Date.now();
    const clock = () => {
      const seconds = Math.floor((Date.now() - began) / 1000);
      const passed = `${Math.floor(seconds / MINUTE_S)}:${String(seconds % MINUTE_S).padStart(2, "0")}`;
      at("clock").textContent = `${new Date().toLocaleTimeString(root.lang, { hour: "2-digit", minute: "2-digit" })} · ${passed}`;
    };
    clock();
    window.setInterval(clock, 1000);
  }

  // A story that came from a server says quietly when the server is away; nothing else changes.
  const probe = document.querySelector("meta[name=corridor-server]");
  if (probe && !isNotes) {
    const data = probe.dataset.data;
    const ask = async () => {
      let text = "";
      try {
        const answer = await fetch(probe.content, { cache: "no-store" });
        const ready = answer.ok ? await answer.json() : null;
        if (!ready) text = words.away;
        else if (ready.content_hash !== data) text = words.newer;
      } catch {
        text = words.away;
      }
      at("told").textContent = text;
      at("told").hidden = !text;
    };
    window.setInterval(ask, PATIENCE_MS);
    window.addEventListener("offline", ask);
    window.addEventListener("online", ask);
  }

  root.classList.add("is-live");
  show(numberOf(window.location.hash), false);
})();
