"""Claim chips in a browser: by keyboard, one at a time, whole on the screen, on a phone and in the dark."""

import re

import pytest
from walking import OPEN_FOLDS

from tests.checks import every

CHIP = ".cx-table details.claim"
FETCHED = "details.claim[open] > .panel:not([data-panel])"
OPEN = "document.querySelectorAll('details.claim[open]').length"


def panel_box(visit):
    return visit.page.locator(FETCHED).bounding_box()


@pytest.mark.parametrize("looks", [[(390, "dark")], [(820, "light"), (1440, "dark"), (1920, "light")]])
def test_a_chip_in_a_table_opens_whole_and_closes_by_its_cross(visitor, server, looks):
    (width, scheme), *others = looks
    visit = visitor(server, width=width, scheme=scheme).open("/corridor?lang=en")
    assert visit.map
    opens_whole_and_closes(visit, width, scheme)
    for width, scheme in others:
        visit.page.set_viewport_size({"width": width, "height": 900})
        visit.page.emulate_media(color_scheme=scheme)
        opens_whole_and_closes(visit, width, scheme)


def opens_whole_and_closes(visit, width, scheme):
    visit.settled()
    visit.page.evaluate(OPEN_FOLDS)  # on a phone tables are folded
    summary = visit.page.locator(f"{CHIP} > summary").first
    summary.scroll_into_view_if_needed()
    summary.click()
    box = panel_box(visit)
    screen = visit.page.viewport_size
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= screen["width"]
    assert box["y"] + box["height"] <= screen["height"]
    assert box["width"] == pytest.approx(min(width, 440), abs=1) if width > 640 else box["width"] == width
    on_top = "([x, y]) => !!document.elementFromPoint(x, y).closest('.panel')"
    assert visit.page.evaluate(on_top, [box["x"] + 30, box["y"] + 30])
    visit.picture(f"chip-{width}-{scheme}")
    cross = summary.evaluate(
        """(summary) => {
          const style = getComputedStyle(summary, '::after');
          const right = innerWidth - parseFloat(style.right);
          return [right - 18, parseFloat(style.top) + 18];
        }"""
    )
    visit.page.mouse.click(*cross)
    assert visit.page.evaluate(OPEN) == 0


def test_a_chip_works_by_keyboard_and_only_one_is_open(visit):
    visit.open("/?lang=en")
    assert visit.map
    visit.settled()
    summaries = visit.page.locator(".cx-card details.claim > summary")
    summaries.nth(0).focus()
    visit.page.keyboard.press("Enter")
    assert visit.page.evaluate(OPEN) == 1
    visit.page.locator(FETCHED).wait_for()
    visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.closest('.panel') !== null")
    for _form in ("SVG", "PNG", "JSON", "copy"):  # the spread can be saved before its sources come
        if visit.page.evaluate("document.activeElement.target") != "_blank":
            visit.page.keyboard.press("Tab")
    assert visit.page.evaluate("document.activeElement.rel") == "noopener noreferrer"
    assert visit.page.evaluate("document.activeElement.target") == "_blank"
    summaries.nth(1).focus()
    visit.page.keyboard.press("Space")
    assert visit.page.evaluate(OPEN) == 1
    visit.page.keyboard.press("Space")
    assert visit.page.evaluate(OPEN) == 0


def test_the_mark_stays_beside_its_figure(visitor, server):
    visit = visitor(server, width=390, height=844).open("/?lang=ru")
    assert visit.map
    visit.settled()
    apart = visit.page.evaluate(
        """() => [...document.querySelectorAll('.cx-card summary, .cx-table summary')].filter((summary) => {
          const mark = summary.querySelector('.basis'), figure = summary.querySelector('.figure');
          if (!mark || !mark.offsetParent) return false;
          const lines = figure.getClientRects(), last = lines[lines.length - 1];
          const at = mark.getBoundingClientRect();
          return at.top > last.bottom || at.bottom < last.top;
        }).length"""
    )
    assert apart == 0


def test_a_panel_that_cannot_be_fetched_says_so(visitor, server):
    visit = visitor(server).open("/corridor?lang=en")
    assert visit.map
    visit.settled()
    visit.page.route("**/panels/**", lambda route: route.abort())
    summary = visit.page.locator(f"{CHIP}:has(> [data-panel]) > summary").first.element_handle()
    summary.click()
    visit.page.get_by_text("The sources could not be loaded. Reload the page.").wait_for()
    visit.page.unroute("**/panels/**")
    assert every("net::ERR_FAILED" in fault for fault in visit.faults), visit.faults
    visit.faults.clear()
    summary.evaluate("(one) => { one.click(); setTimeout(() => one.click(), 200); }")
    visit.page.locator(FETCHED).wait_for()


def test_a_chip_of_other_data_leads_to_the_page_as_it_is_now(visitor, server):
    visit = visitor(server).open("/corridor?lang=en&c=tc-btk&d=0.0.1-000000000000")
    assert visit.map
    visit.settled()

    def as_of_other_data(route):
        route.continue_(url=re.sub(r"\bd=[^&]*", "d=0.0.1-000000000000", route.request.url))

    visit.page.route("**/panels/**", as_of_other_data)
    visit.page.locator(f"{CHIP}:has(> [data-panel]) > summary").first.click()
    way = visit.page.get_by_role("link", name="Open this page with the new data")
    way.wait_for()
    assert "have changed" in visit.page.locator("details.claim[open] > .panel").inner_text()
    assert way.get_attribute("href") == f"{server}/corridor?lang=en&c=tc-btk"
    assert all("410" in fault for fault in visit.faults), visit.faults
    visit.faults.clear()
