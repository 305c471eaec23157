"""Names on the map at every preset and in every language cover neither each other nor a route."""

from ui.language.text import LANGUAGES
from ui.link.key_values import PRESETS

# Keeps the scene that the page shows, so that the test can show it again in another language.
KEEP = """Object.defineProperty(window, "corridorMap", {
  configurable: true, get() { return this.kept; },
  set(value) {
    const show = value.show;
    value.show = (scene) => { window.scene = scene; show(scene); };
    this.kept = value;
  },
})"""
READY = """() => window.scene && document.querySelectorAll(".leaflet-legs-pane path").length > 0
  && document.querySelectorAll(".river").length > 0"""
# Names and signs that overlap by more than a pixel, and names that lie on a route.
LOOK = """([langs, presets]) => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const boxOf = (element) => {
    const { left, top, right, bottom } = (element.querySelector("span") || element).getBoundingClientRect();
    const kind = element.className.split(" ").find((name) => name.startsWith("map-"));
    return { left, top, right, bottom, text: element.textContent || kind, kind };
  };
  const meet = (one, other) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1
    && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
  const isInside = ({ left, top, right, bottom }) => left >= 0 && top >= 0 && right <= innerWidth
    && bottom <= innerHeight;
  const pointsOf = (path) => {
    const length = path.getTotalLength(), matrix = path.getScreenCTM(), along = [];
    for (let at = 0; at < length; at += 7) {
      const { x, y } = path.getPointAtLength(at);
      along.push(new DOMPoint(x, y).matrixTransform(matrix));
    }
    return along;
  };
  const isOn = (point, box) => point.x > box.left && point.x < box.right && point.y > box.top + 3
    && point.y < box.bottom - 3;
  const found = { overlaps: [], outside: [], onLines: [], namesOnLines: 0, names: 0, waters: 0 };
  for (const lang of langs) for (const preset of presets) {
    corridorMap.show({ ...window.scene, lang, preset });
    const where = `${lang} ${preset}: `;
    const names = all(".map-label, .map-country, .map-water, .map-capital").map(boxOf);
    const signs = all(".map-number, .map-badge, .map-sign, .map-end, .map-presets button, .leaflet-bar")
      .map(boxOf);
    names.forEach((name, index) => [...names.slice(index + 1), ...signs].filter((other) => meet(name, other))
      .forEach((other) => found.overlaps.push(`${where}${name.text} / ${other.text}`)));
    found.outside.push(...names.filter((name) => !isInside(name)).map((name) => where + name.text));
    const points = all(".leaflet-legs-pane path:not(.core)").flatMap(pointsOf);
    for (const name of names.filter((box) => points.some((point) => isOn(point, box)))) {
      if (name.kind === "map-label") found.namesOnLines += 1;
      else found.onLines.push(where + name.text);
    }
    found.names += names.filter(({ kind }) => kind === "map-label").length;
    found.waters += names.filter(({ kind }) => kind === "map-water").length;
  }
  return found;
}"""


def test_names_cover_neither_each_other_nor_routes(browser, server):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.add_init_script(KEEP)
    page = context.new_page()
    page.goto(f"{server}/routes?lang=en")
    frame = page.wait_for_selector(".stCustomComponentV1").content_frame()
    frame.wait_for_function(READY)
    found = frame.evaluate(LOOK, [list(LANGUAGES), list(PRESETS)])
    context.close()
    assert found["overlaps"] == []
    assert found["outside"] == []
    assert found["onLines"] == []
    # Where lines run close together a place keeps its name all the same.
    assert found["namesOnLines"] <= 0.15 * found["names"]
    assert found["names"] > 4 * len(LANGUAGES) * len(PRESETS)
    assert found["waters"] > len(LANGUAGES) * len(PRESETS)
