"""The first screen of a page answers: its sentence, the map and what stands beside it lie above the fold."""

import pytest

PAGES = ["/", "/routes", "/compare", "/scenarios", "/flights", "/connectivity", "/partners", "/corridor"]
MAP_STARTS_BY = 460


def whole(visit, path):
    """Open a page and wait until all of it is drawn: before that, parts still move."""
    visit.open(path).page.wait_for_selector(".site-footer")
    return visit.settled().page


def right_half(page):
    """What stands beside the map; the half of the map may hold columns of its own."""
    halves = page.locator(".st-key-first-screen [data-testid=stHorizontalBlock]").first
    return halves.locator("> [data-testid=stColumn]").nth(1)


@pytest.mark.parametrize("path", PAGES)
def test_sentence_map_and_answer_lie_in_the_first_screen(visit, path):
    page = whole(visit, path)
    sentence = page.locator(".cx-answer-line").bounding_box()
    frame = page.locator("iframe").first.bounding_box()
    beside = right_half(page).bounding_box()
    assert len(page.locator(".cx-answer-line").inner_text()) > 40
    assert sentence["y"] + sentence["height"] <= frame["y"] < MAP_STARTS_BY
    assert frame["y"] + frame["height"] <= 900
    assert beside["x"] >= frame["x"] + frame["width"]
    assert beside["y"] < MAP_STARTS_BY


def test_three_routes_stand_beside_the_map_in_the_first_screen(visit):
    cards = whole(visit, "/routes").locator(".cx-routes > .cx-route")
    third = cards.nth(2).bounding_box()
    assert third["y"] + third["height"] <= 900


def test_the_ledger_starts_in_the_first_screen_of_sources(visit):
    page = whole(visit, "/sources")
    sentence = page.locator(".cx-answer-line").bounding_box()
    table = page.locator(".cx-table").first.bounding_box()
    assert sentence["y"] + sentence["height"] <= table["y"] < 700


# Where the name of the page, its sentence and its map stand; those of the document first.
PLACES = """(root) => ["h1", ".cxf-line, .cx-answer-line", ".cxf-map svg, iframe"].map((name) => {
  const found = document.querySelector(root)?.querySelector(name)?.getBoundingClientRect();
  return found && [found.x, found.y, found.width].map(Math.round);
})"""


# How wide the sentence of the document is where it stands in one line.
WIDTH_IN_ONE_LINE = """() => document.fonts.ready.then(() => {
  const line = document.querySelector("#cx-first .cxf-line");
  line.style.cssText = "white-space: nowrap; width: max-content; max-width: none";
  return line.getBoundingClientRect().width;
})"""


def test_the_letters_that_stand_in_for_the_font_are_as_wide(server, visitor):
    widths = []
    for has_font in (True, False):
        visit = visitor(server)
        page = visit.page
        page.route_web_socket("**/_stcore/stream", lambda socket: socket.close())
        if not has_font:
            page.route("**/*.woff2", lambda route: route.abort())
        page.goto(server + "/routes?lang=kk", wait_until="commit")
        page.locator("#cx-first .cxf-map svg").wait_for()
        widths.append(page.evaluate(WIDTH_IN_ONE_LINE))
        page.goto("about:blank")
        visit.faults.clear()
    assert widths[0] != widths[1]
    assert widths[1] == pytest.approx(widths[0], rel=0.03)


def test_the_live_page_takes_the_place_of_the_document_and_nothing_moves(server, visitor):
    visit = visitor(server)
    page = visit.page
    page.goto(server + "/routes?lang=en", wait_until="commit")
    page.locator("#cx-first .cxf-map svg").wait_for()
    page.wait_for_function("document.getElementById('root').inert")
    page.wait_for_function("document.fonts.check('650 28px Inter')")
    before = page.evaluate(PLACES, "#cx-first")
    page.locator("#cx-first").wait_for(state="detached", timeout=60_000)
    assert visit.map.locator(".leaflet-legs-pane path").count() > 0
    assert not page.evaluate("document.getElementById('root').inert")
    after = page.evaluate(PLACES, "#root")
    for old, new in zip(before, after, strict=True):
        assert all(abs(a - b) <= 8 for a, b in zip(old, new, strict=True)), (before, after)


def test_without_a_socket_the_document_stays_and_offers_the_view_as_a_file(server, visitor):
    visit = visitor(server)
    page = visit.page
    page.route_web_socket("**/_stcore/stream", lambda socket: socket.close())
    page.goto(server + "/routes?lang=kk", wait_until="commit")
    line = page.locator("#cx-first .cxf-out[role=status]")
    line.wait_for(timeout=20_000)
    assert "Интерактивті бетке қосылу мүмкін емес" in line.inner_text()
    assert page.locator("#cx-first .cxf-map svg").is_visible()
    assert "/brief/routes.html?" in line.locator("a").first.get_attribute("href")
    visit.faults.clear()
