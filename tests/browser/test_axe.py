"""axe finds no fault of WCAG 2.2 AA on pages, slides, parts for frames, the brief and a page not found."""

from dataclasses import dataclass

import pytest
from walking import SETTINGS, axe

READ = [setting for setting in SETTINGS if setting.is_read_by_axe]

ALONE = [
    "stories",
    "present/february-talks#2",
    "present/february-talks#4",
    "embed/routes?part=map",
    "embed/routes?part=table.itinerary",
    "a/a",
]
BRIEF = "/brief/routes.html?from=altynkol&to=belgrade"


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


def faults(found):
    """What axe found, without what is allowed."""
    return [
        fault
        for fault in found
        if not any(fault[0] == allowed.rule and allowed.selector in fault[1] for allowed in ALLOWED)
    ]


def with_lang(address, lang):
    path, mark, slide = address.partition("#")
    return f"/{path}{'&' if '?' in path else '?'}lang={lang}{mark}{slide}"


@pytest.mark.parametrize("setting", READ, ids=str)
def test_axe_finds_nothing_on_any_page(walked, setting):
    found = {address: faults(seen) for address, seen in walked(setting).axe.items()}
    assert {address: some for address, some in found.items() if some} == {}


def check_whole_without_scripts(browser, brief):
    """Fail where a brief asks for anything, or hides map or tables, with network and scripts off."""
    context = browser.new_context(java_script_enabled=False, offline=True)
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(brief.as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [brief.as_uri()]
    assert page.locator("section:has(#map) svg, #map svg").first.is_visible()
    assert page.locator("table").first.is_visible()
    context.close()


@pytest.mark.parametrize("setting", READ, ids=str)
def test_axe_finds_nothing_on_slides_parts_and_the_brief(browser, server, tmp_path, setting):
    context = setting.context(browser)
    page, found = context.new_page(), {}
    for address in ALONE:
        # A slide is named behind the mark: without another page between, nothing would be loaded anew.
        page.goto("about:blank")
        page.goto(server + with_lang(address, setting.lang))
        page.wait_for_load_state("networkidle")
        found[address] = faults(axe(page))
    brief = tmp_path / "brief.html"
    brief.write_bytes(page.request.get(server + with_lang(BRIEF[1:], setting.lang)).body())
    context.set_offline(True)
    page.goto(brief.as_uri())
    found["brief"] = faults(axe(page))
    check_whole_without_scripts(browser, brief)
    context.close()
    assert {address: some for address, some in found.items() if some} == {}
