"""One walk through all pages in one setting; what several tests ask of every page is seen on the way."""

from dataclasses import dataclass, field

from axe_playwright_python.base import AXE_SCRIPT
from visiting import PATIENCE_MS, Visit, watch

from ui.link.nav import ENTRIES

ADDRESSES = (
    *(entry.path for entry in ENTRIES),
    "partners?part=minerals",
    "routes?from=xian&to=shanghai",
    "corridor?c=tc-danube",
)
NARROWEST = 320
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Folds hide what stands in them; chips open one at a time, over the page.
OPEN_FOLDS = "document.querySelectorAll('details:not(.claim)').forEach((fold) => { fold.open = true; })"
# Rows of a table are alike; axe would take minutes for the ledger. The first that the keyboard reaches stays.
CUT_TABLES = """document.querySelectorAll('tbody').forEach((body) => {
  const reached = body.querySelector('tr:has(a, button, summary, [tabindex])');
  [...body.rows].slice(5).filter((row) => row !== reached).forEach((row) => row.remove());
})"""
RUN = """(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
  .then((result) => ({checked: result.passes.length, faults: result.violations.flatMap((rule) =>
    rule.nodes.map((node) => [rule.id, node.target.flat().join(' '), node.html.slice(0, 200),
      [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ')]))}))"""
# A matrix scrolls in its own frame, under its heads.
WIDER = """() => {
  const found = [document.documentElement, document.querySelector('[data-testid=stMain]')]
    .filter((box) => box.scrollWidth > box.clientWidth + 1)
    .map((box) => ['page', box.scrollWidth - box.clientWidth]);
  for (const table of document.querySelectorAll('.cx-table:not(.cx-matrix)')) {
    const frame = table.closest('.cx-table-frame');
    const name = `${table.className}: ${table.caption?.textContent.slice(0, 60)}`;
    if (frame && frame.scrollWidth > frame.clientWidth + 1)
      found.push([name, frame.scrollWidth - frame.clientWidth]);
    if (innerWidth > 640)
      for (const cell of table.querySelectorAll('th, td'))
        if (cell.scrollWidth > cell.clientWidth + 2)
          found.push([`${name}: ${cell.textContent.slice(0, 40)}`, cell.scrollWidth - cell.clientWidth]);
  }
  return found;
}"""
# Where the map ends and where what belongs beside it starts; nothing on a page without a map.
FIRST_SCREEN = """() => {
  const halves = document.querySelector('.st-key-first-screen [data-testid=stHorizontalBlock]');
  const beside = halves?.querySelector(':scope > [data-testid=stColumn]:nth-child(2)');
  const map = document.querySelector('.st-key-first-screen iframe');
  return beside && map && [map.getBoundingClientRect().bottom, beside.getBoundingClientRect().top];
}"""
PROJECTOR = 1920
LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі", "ЂђЈјЉљЊњЋћЏџ"
HAS_LETTERS = "async (text) => (await document.fonts.load('16px Inter', text)).length > 0"


@dataclass(frozen=True)
class Setting:
    """How a page is opened."""

    lang: str
    scheme: str
    width: int
    is_read_by_axe: bool = True
    widths: tuple[int, ...] = (PROJECTOR, 1440, 390, NARROWEST)

    @property
    def is_phone(self):
        return self.width < 600

    @property
    def widest(self):
        """A wide window may be moved to a projector; a phone stays as it is."""
        return self.width if self.is_phone else PROJECTOR

    def context(self, browser):
        """A fresh profile of the setting."""
        context = browser.new_context(
            viewport={"width": self.width, "height": 844},
            color_scheme=self.scheme,
            is_mobile=self.is_phone,
            has_touch=self.is_phone,
        )
        context.set_default_timeout(PATIENCE_MS)
        return context


@dataclass
class Walk:
    """What was seen by address; `wide` also by width."""

    axe: dict = field(default_factory=dict)
    wide: dict = field(default_factory=dict)
    unlettered: dict = field(default_factory=dict)
    first_screens: dict = field(default_factory=dict)
    foreign: list = field(default_factory=list)
    faults: list = field(default_factory=list)


# The languages of the longest words: a page that fits in them fits in all. axe takes most of a walk's time.
SETTINGS = (
    Setting("ru", "light", 1440),
    Setting("kk", "dark", 390),
    Setting("bg", "light", 1440, is_read_by_axe=False, widths=(1440, NARROWEST)),
)


def walk(browser, server, setting):
    """Open every page once and look."""
    context = setting.context(browser)
    page = context.new_page()
    visit = Visit(page, server)
    seen = Walk(foreign=visit.foreign, faults=visit.faults)
    watch(visit)
    for address in ADDRESSES:
        page.set_viewport_size({"width": setting.width, "height": 844})
        page.goto(f"{server}/{address}{'&' if '?' in address else '?'}lang={setting.lang}")
        page.wait_for_selector(f".site-footer[lang='{setting.lang}']")
        visit.settled()
        seen.first_screens[address] = page.evaluate(FIRST_SCREEN)
        page.evaluate(OPEN_FOLDS)
        seen.unlettered[address] = [
            (frame.name, text)
            for frame in page.frames
            for text in LETTERS
            if not frame.evaluate(HAS_LETTERS, text)
        ]
        for width in (one for one in setting.widths if one <= setting.widest):
            seen.wide[address, width] = wider(page, width)
        if setting.is_read_by_axe:
            page.set_viewport_size({"width": setting.width, "height": 844})
            page.evaluate(CUT_TABLES)
            seen.axe[address] = axe(page)
    context.close()
    return seen


def axe(page):
    """What axe finds in the page and its frames."""
    for frame in page.frames:
        frame.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, TAGS)
    assert found["checked"] > 5
    return found["faults"]


def wider(page, width):
    """What is wider than the page, once Streamlit and the map have taken the new width."""
    page.set_viewport_size({"width": width, "height": 844})
    for _again in range(20):
        found = page.evaluate(WIDER)
        if width == NARROWEST:
            found = [one for one in found if one[0] == "page"]
        if not found:
            break
        page.wait_for_timeout(250)
    return found
