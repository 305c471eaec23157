"""axe finds no fault of WCAG 2.2 AA on pages, slides, parts for frames, the brief and a page not found."""

from dataclasses import dataclass

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from ui.link.nav import ENTRIES

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PAGES = ["", *(entry.name for entry in ENTRIES[1:])]
ALONE = [
    "stories",
    "present/february-talks#2",
    "present/february-talks#4",
    "embed/routes?part=map",
    "embed/routes?part=table.itinerary",
    "a/a",
]
BRIEF = "/brief/routes.html?from=altynkol&to=belgrade"
SETTINGS = [("en", "light", 1440, 900), ("kk", "dark", 390, 844)]
# Folds hide what stands in them from axe; chips open one at a time, over the page.
OPEN_FOLDS = "document.querySelectorAll('details:not(.claim)').forEach((fold) => { fold.open = true; })"
RUN = """(tags) => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})
  .then((result) => ({checked: result.passes.length, faults: result.violations.flatMap((rule) =>
    rule.nodes.map((node) => [rule.id, node.target.flat().join(' '), node.html.slice(0, 200),
      [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ')]))}))"""


@dataclass(frozen=True)
class Allowed:
    """A finding that stays, with the reason."""

    rule: str
    selector: str
    reason: str


ALLOWED = [
    Allowed(
        "scrollable-region-focusable",
        ".map-presets",
        "The map is one Tab stop; arrows lead into its buttons and scroll them (test_map_keyboard.py).",
    ),
]


def faults(page):
    """What axe finds in the page and its frames, without what is allowed."""
    for frame in page.frames:
        frame.evaluate(AXE_SCRIPT)
    found = page.evaluate(RUN, TAGS)
    assert found["checked"] > 5
    return [
        fault
        for fault in found["faults"]
        if not any(fault[0] == allowed.rule and allowed.selector in fault[1] for allowed in ALLOWED)
    ]


def with_lang(address, lang):
    path, mark, slide = address.partition("#")
    return f"/{path}{'&' if '?' in path else '?'}lang={lang}{mark}{slide}"


@pytest.fixture(params=SETTINGS, ids=lambda setting: "-".join(map(str, setting[:3])))
def opened(request, browser):
    """A page of one setting and its language."""
    lang, scheme, width, height = request.param
    is_phone = width < 600
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        is_mobile=is_phone,
        has_touch=is_phone,
    )
    yield context.new_page(), lang
    context.close()


def test_axe_finds_nothing_on_any_page(opened, server):
    page, lang = opened
    found = {}
    for address in PAGES:
        page.goto(server + with_lang(address, lang))
        page.wait_for_selector(f".site-footer[lang='{lang}']")
        page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget]')")
        page.evaluate(OPEN_FOLDS)
        found[address] = faults(page)
    assert {address: some for address, some in found.items() if some} == {}


def test_axe_finds_nothing_on_slides_parts_and_the_brief(opened, server, tmp_path):
    page, lang = opened
    found = {}
    for address in ALONE:
        # A slide is named behind the mark: without another page between, nothing would be loaded anew.
        page.goto("about:blank")
        page.goto(server + with_lang(address, lang))
        page.wait_for_load_state("networkidle")
        found[address] = faults(page)
    brief = tmp_path / "brief.html"
    brief.write_bytes(page.request.get(server + with_lang(BRIEF[1:], lang)).body())
    page.context.set_offline(True)
    page.goto(brief.as_uri())
    found["brief"] = faults(page)
    assert {address: some for address, some in found.items() if some} == {}
