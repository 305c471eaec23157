/* A visitor's notes on a chart of the page: plates above the chart, an arrow from each to its mark. The list below the chart, which says
   the same in words, is hidden where all of its notes are drawn; on paper it stands instead. Texts are set as texts, never as HTML. */
(function () {
  "use strict";

  const LISTS = "ul.map-notes[data-chart]";
  const PLOTS = ".cx-table-frame, .cx-stairs, .rc-field, .pc-plot, .yc-plot, .cx-bars, .cx-dots > ul, .rv > ul, .cx-index > ol, .cx-field";
  const WIDEST = 300, GAP = 12, ROOM = 22, SHORT = 8, HEAD = 9, PAD = 8;
  const SVG = "http://www.w3.org/2000/svg";
  const seen = new WeakSet();
  let isDue = false;

  // The drawing of a chart stands before its menu; where there is no menu, whatever stands before the list is looked through.
  function drawing(list) {
    const menus = [...document.querySelectorAll(`[data-part="chart.${CSS.escape(list.dataset.chart)}"]`)];
    return menus.map((menu) => menu.closest("details")?.previousElementSibling).find(Boolean) || null;
  }

  function markOf(list, note) {
    const inside = drawing(list);
    const marks = [...(inside || document).querySelectorAll("[title], [aria-label]")].filter((mark) =>
      (mark.title || mark.getAttribute("aria-label")) === note.dataset.mark &&
      (inside || mark.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING));
    return marks[Math.min(Number(note.dataset.nth), marks.length - 1)] || inside?.querySelector(".cx-field:not(:has(a))") || null;
  }

  // Where an arrow ends: the middle of a mark, or the place on the axes where a mark is as high as its field.
  function spot(mark, note) {
    const isField = mark.matches(".cx-over, .cx-field"), box = (mark.matches(".cx-over") ? mark.parentElement : mark).getBoundingClientRect();
    const across = isField ? Number(note.dataset.x) / 100 : 0.5, up = isField ? Number(note.dataset.y) / 100 : 0.5;
    return box.width && box.height ? [box.left + box.width * across, box.bottom - box.height * up] : null;
  }

  // How much of the way from one place to another is free: words at a mark stay readable.
  function free(from, to, mark) {
    const boxes = [...mark.children].map((part) => part.getBoundingClientRect()).filter((box) => box.width && box.height);
    return Math.min(1, ...boxes.map((box) => {
      let [enter, leave] = [0, 1];
      [[from[0], to[0], box.left, box.right], [from[1], to[1], box.top, box.bottom]].forEach(([start, end, low, high]) => {
        const sides = [low, high].map((side) => (side - start) / (end - start || 1e-9)).sort((one, other) => one - other);
        [enter, leave] = [Math.max(enter, sides[0]), Math.min(leave, sides[1])];
      });
      return enter < leave && enter > 0 ? enter : 1;
    }));
  }

  function plate(text) {
    const made = document.createElement("div");
    made.className = "cx-plate";
    made.dir = "auto";
    made.textContent = text;
    return made;
  }

  function drawn(name, attributes) {
    const made = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    return made;
  }

  function arrow(over, [fromX, fromY], [toX, toY]) {
    const long = Math.hypot(toX - fromX, toY - fromY);
    if (long < SHORT + HEAD) return;
    const [dx, dy] = [(toX - fromX) / long, (toY - fromY) / long];
    const tip = [toX - SHORT * dx, toY - SHORT * dy], back = [tip[0] - HEAD * dx, tip[1] - HEAD * dy];
    const side = [HEAD * 0.5 * dy, HEAD * 0.5 * dx];
    const line = { x1: fromX, y1: fromY, x2: back[0], y2: back[1] };
    const corners = [tip, [back[0] - side[0], back[1] + side[1]], [back[0] + side[0], back[1] - side[1]]];
    over.append(drawn("line", { ...line, class: "halo" }), drawn("line", line), drawn("polygon", { points: corners.join(" ") }));
  }

  // Plates side by side in the order of their marks, each above its mark as far as the others leave room.
  function place(strip, notes) {
    const room = strip.clientWidth, most = Math.min(WIDEST, (room - GAP * (notes.length - 1)) / notes.length);
    notes.forEach(({ plate: each }) => { each.style.maxWidth = `${most}px`; });
    const left = strip.getBoundingClientRect().left, wide = notes.map(({ plate: each }) => Math.ceil(each.getBoundingClientRect().width));
    let end = 0;
    const lefts = notes.map(({ at }, index) => {
      const found = Math.max(end, at[0] - left - wide[index] / 2);
      end = found + wide[index] + GAP;
      return found;
    });
    let limit = room;
    for (let index = lefts.length - 1; index >= 0; index -= 1) {
      lefts[index] = Math.max(0, Math.min(lefts[index], limit - wide[index]));
      limit = lefts[index] - GAP;
      notes[index].plate.style.left = `${lefts[index]}px`;
    }
    strip.style.height = `${Math.max(...notes.map(({ plate: each }) => each.offsetHeight)) + ROOM}px`;
  }

  function drawStrip(plot, notes) {
    const strip = document.createElement("div");
    strip.className = "cx-plates";
    strip.setAttribute("aria-hidden", "true");
    notes.sort((one, other) => one.at[0] - other.at[0]);
    notes.forEach((note) => { note.plate = plate(note.item.dataset.text); });
    strip.append(...notes.map((note) => note.plate));
    plot.before(strip);
    place(strip, notes);
    const over = drawn("svg", { width: "100%", height: "100%" }), box = strip.getBoundingClientRect();
    strip.prepend(over);
    notes.forEach(({ plate: each, mark, item }) => {
      const [x, y] = spot(mark, item), from = each.getBoundingClientRect();
      const start = Math.min(Math.max(x, from.left + PAD), from.right - PAD);
      const share = free([start, from.bottom], [x, y], mark), down = (y - from.bottom) * share;
      const end = [start + (x - start) * share, from.bottom + down + (share < 1 ? SHORT - 2 : 0)];
      arrow(over, [start - box.left, from.bottom - box.top], [end[0] - box.left, end[1] - box.top]);
    });
    return strip;
  }

  // What a strip shows: it is drawn anew only where this differs.
  function told(plot, notes) {
    const box = plot.getBoundingClientRect();
    return JSON.stringify([Math.round(box.width), notes.map(({ item, at }) => [item.dataset.text, Math.round(at[0] - box.left), Math.round(at[1] - box.top)])]);
  }

  function draw() {
    isDue = false;
    const strips = new Set();
    document.querySelectorAll(LISTS).forEach((list) => {
      const plots = new Map(), items = [...list.children];
      items.forEach((item) => {
        const mark = markOf(list, item), at = mark && spot(mark, item);
        if (!at) return;
        const plot = mark.closest(PLOTS) || mark.parentElement;
        if (!plots.has(plot)) plots.set(plot, []);
        plots.get(plot).push({ item, mark, at });
        if (seen.has(plot)) return;
        seen.add(plot);
        sizes.observe(plot);
      });
      plots.forEach((notes, plot) => {
        const before = plot.previousElementSibling, known = told(plot, notes);
        const isDrawn = before?.matches(".cx-plates") && before.dataset.told === known;
        const strip = isDrawn ? before : drawStrip(plot, notes);
        strip.dataset.told = known;
        strips.add(strip);
      });
      list.classList.toggle("is-drawn", [...plots.values()].flat().length === items.length);
    });
    document.querySelectorAll(".cx-plates").forEach((strip) => { if (!strips.has(strip)) strip.remove(); });
    changes.takeRecords();
  }

  function later() {
    if (isDue || !(document.querySelector(LISTS) || document.querySelector(".cx-plates"))) return;
    isDue = true;
    requestAnimationFrame(draw);
  }

  const changes = new MutationObserver(later), sizes = new ResizeObserver(later);
  changes.observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener("resize", later);
  document.addEventListener("toggle", later, true);
})();
