/* The page of the stories: checks before one presents, and the visitor's own story. That is kept in this browser (localStorage) and
   in its link: the same text as a story's file, compressed as the server unpacks it. The server checks all of it again. */
(function () {
  "use strict";

  const KEPT = "corridor-story";
  const MAX_PINS = 28;
  const MAX_LETTERS = 300;
  const MAX_LINK = 6000;
  const MEGABYTE = 1e6;
  const MAX_MEGABYTES = 3;
  const place = document.getElementById("own-story");
  if (!place) return;
  const words = place.dataset;

  function kept() {
    try {
      const found = JSON.parse(window.localStorage.getItem(KEPT) || "{}");
      const pins = Array.isArray(found.pins) ? found.pins.filter((pin) => pin && typeof pin.address === "string").slice(0, MAX_PINS) : [];
      return { title: String(found.title || ""), pins };
    } catch {
      return { title: "", pins: [] };
    }
  }

  let story = kept();

  function keep() {
    try {
      window.localStorage.setItem(KEPT, JSON.stringify(story));
    } catch { /* a browser that keeps nothing still presents */ }
  }

  // One line that cannot be taken for another part of a story's text.
  function plain(text) {
    const line = String(text).split(/\s+/).filter(Boolean).join(" ").slice(0, MAX_LETTERS).replaceAll("{", "(").replaceAll("}", ")");
    return line.replace(/^[#>\- ]+/, "").replace(/^figure /, "Figure ");
  }

  function written() {
    const title = plain(story.title) || document.title;
    const slides = story.pins.map((pin) => {
      const text = plain(pin.text);
      return `view ${pin.address}\n# ${plain(pin.heading) || title}\n${text ? `${text}\n` : ""}`;
    });
    return [`title: ${title}\n`, `cover\n# ${title}\n`, ...slides].join("---\n");
  }

  function read(text) {
    const blocks = text.slice(0, 24000).split(/^---\s*$/m).map((block) => block.split("\n").map((line) => line.trim()).filter(Boolean));
    const title = /^title:\s*(.+)$/.exec((blocks[0] || [])[0] || "");
    if (!title) return null;
    const pins = blocks.slice(1).filter((block) => (block[0] || "").startsWith("view ")).slice(0, MAX_PINS).map((block) => ({
      address: block[0].slice("view ".length).trim(),
      heading: (block.find((line) => line.startsWith("# ")) || "# ").slice(2),
      text: block.slice(1).find((line) => !/^(#|>|figure )/.test(line)) || "",
    }));
    return { title: title[1], pins };
  }

  async function packed() {
    const stream = new Blob([written()]).stream().pipeThrough(new CompressionStream("deflate"));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  }

  async function address() {
    const text = await packed();
    if (text.length > MAX_LINK) return null;
    return new URL(`${words.root}present/own?lang=${words.lang}&s=${text}`, window.location.href).href;
  }

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => { if (key === "onclick" || key === "onchange") made[key] = value; else made.setAttribute(key, value); });
    made.append(...children);
    return made;
  }

  function field(label, value, change) {
    const input = element("input", { type: "text", maxlength: String(MAX_LETTERS) });
    input.value = value;
    input.onchange = () => { change(input.value); keep(); };
    return element("label", {}, label, input);
  }

  function move(index, by) {
    const [pin] = story.pins.splice(index, 1);
    story.pins.splice(index + by, 0, pin);
    keep();
    draw();
  }

  function pinned(pin, index) {
    const button = (text, act, isOff) => {
      const made = element("button", { type: "button", onclick: act }, text);
      made.disabled = Boolean(isOff);
      return made;
    };
    const view = element("a", { href: new URL(words.root + pin.address.replace(/^overview\b/, ""), window.location.href).href }, pin.address.split("?")[0]);
    return element("li", {}, element("p", {}, view),
      field(words.heading, pin.heading || "", (value) => { pin.heading = value; }),
      field(words.text, pin.text || "", (value) => { pin.text = value; }),
      element("div", { class: "actions" },
        button(words.up, () => move(index, -1), index === 0),
        button(words.down, () => move(index, 1), index === story.pins.length - 1),
        button(words.remove, () => { story.pins.splice(index, 1); keep(); draw(); })));
  }

  const told = element("p", { role: "status" });

  async function act(what) {
    const link = await address();
    told.textContent = link ? "" : words.long;
    if (link) await what(link);
  }

  function save() {
    const link = element("a", { href: URL.createObjectURL(new Blob([written()], { type: "text/plain" })), download: "story.txt" });
    link.click();
    URL.revokeObjectURL(link.href);
  }

  // The same address with a form behind the name of the story.
  function papers() {
    const forms = words.forms.split(" ").map((form) => form.split(":"));
    const buttons = forms.map(([form, label]) => element("button", {
      type: "button",
      onclick: () => act((link) => { window.location.href = link.replace("present/own?", `present/own.${form}?`); }),
    }, label));
    return element("p", { class: "actions papers" }, element("span", {}, words.papers), ...buttons);
  }

  function opened(file) {
    file.text().then((text) => {
      const found = read(text);
      told.textContent = found ? "" : words.unread;
      if (!found) return;
      story = found;
      keep();
      draw();
    });
  }

  function draw() {
    const file = element("input", { type: "file", accept: ".txt,text/plain", hidden: "" });
    file.onchange = () => file.files[0] && opened(file.files[0]);
    const has = story.pins.length > 0;
    const button = (text, run, name = "") => element("button", { type: "button", class: name, onclick: run }, text);
    place.replaceChildren(
      ...(has ? [field(words.title, story.title, (value) => { story.title = value; }), element("ol", { class: "pins" }, ...story.pins.map(pinned))] : [element("p", {}, words.empty)]),
      element("div", { class: "actions" },
        ...(has ? [
          button(words.present, () => act((link) => { window.location.href = link; }), "main"),
          button(words.copy, () => act((link) => navigator.clipboard.writeText(link).then(() => { told.textContent = words.copied; }, () => { window.prompt(words.copy, link); }))),
          button(words.save, save),
          button(words.clear, () => { story = { title: "", pins: [] }; keep(); draw(); }),
        ] : []),
        button(words.open, () => file.click())),
      ...(has ? [papers()] : []), file, told);
  }

  async function checks(details) {
    const list = details.querySelector(".checks");
    const rows = [];
    const row = (text, isGood, more = "") => rows.push(element("li", { class: isGood ? "" : "bad" }, `${isGood ? "✓" : "✗"} ${text}: ${more || (isGood ? words.ok : words.bad)}`));
    try {
      const found = await (await fetch(details.dataset.check, { cache: "no-store" })).json();
      row(words.server, true);
      row(words.figures, found.problems.length === 0, found.problems.join("; "));
      row(words.file, found.bytes <= MAX_MEGABYTES * MEGABYTE, `${(found.bytes / MEGABYTE).toFixed(1)} MB`);
      row(words.data, true, found.data);
    } catch {
      row(words.server, false, words.away);
    }
    await document.fonts.ready;
    row(words.fonts, [...document.fonts].some((font) => font.status === "loaded"));
    row(words.full, document.fullscreenEnabled);
    row(words.size, window.screen.width >= 1280 && window.screen.height >= 720, `${window.screen.width} × ${window.screen.height}`);
    list.replaceChildren(...rows);
  }

  document.querySelectorAll("details[data-check]").forEach((details) => details.addEventListener("toggle", () => details.open && checks(details)));
  draw();
})();
