"""The map in a browser: painted, kept through changes, restored from its address."""

import re

import pytest
from choosing import choose

VIEW = """() => { const c = map.getCenter();
  return [c.lat.toFixed(3), c.lng.toFixed(3), map.getZoom().toFixed(2)].join(" ") }"""
LINES = """() => [...document.querySelectorAll(".leaflet-legs-pane path")]
  .map((path) => path.getAttribute("d")).sort().join("|")"""
# A spot of the frame, in pixels, where a drawn leg lies under the pointer.
SPOT = """() => {
  for (const path of document.querySelectorAll(".leaflet-legs-pane path:not(.core)")) {
    const length = path.getTotalLength();
    for (let at = 0; at < length; at += 7) {
      const half = path.getPointAtLength(at);
      const point = new DOMPoint(half.x, half.y).matrixTransform(path.getScreenCTM());
      const top = document.elementFromPoint(point.x, point.y);
      if (point.y > 90 && top && top.classList.contains("hit")) return [point.x, point.y];
    }
  }
}"""
# Count the animation frames in which a pane of the map is empty, from now until asked.
WATCH = """() => {
  window.mark = "the same frame";
  window.blank = 0; window.seen = 0;
  const has = (pane) => document.querySelectorAll(`.leaflet-${pane}-pane path`).length > 0;
  const look = () => {
    window.seen += 1;
    if (!has("land") || !has("legs")) window.blank += 1;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""


def rest(visit, frame):
    """Wait until neither the view of the map nor the address moves any more; then give the view."""
    looks = []
    for _ in range(60):
        looks.append((frame.evaluate(VIEW), visit.page.url))
        if len(looks) > 3 and len(set(looks[-4:])) == 1:
            break
        visit.page.wait_for_timeout(250)
    return looks[-1][0]


def drag(visit, dx, dy):
    box = visit.page.locator("iframe").first.bounding_box()
    x, y = box["x"] + box["width"] * 0.55, box["y"] + box["height"] * 0.75
    visit.page.mouse.move(x, y)
    visit.page.mouse.down()
    visit.page.mouse.move(x + dx / 2, y + dy / 2, steps=4)
    visit.page.mouse.move(x + dx, y + dy, steps=4)
    visit.page.mouse.up()
    visit.page.wait_for_timeout(700)


@pytest.mark.parametrize("path", ["/", "/corridor", "/flights"])
def test_map_is_painted_with_legend_attribution_and_note(visit, path):
    frame = visit.open(path).map
    assert len(frame.locator(".leaflet-land-pane path").get_attribute("d")) > 20_000
    assert frame.locator(".map-label").count() > 1
    assert frame.locator(".leaflet-control-scale-line").inner_text().endswith("km")
    assert visit.page.locator(".map-key > span").count() >= 2
    note = visit.page.locator(".map-note").inner_text()
    assert "Natural Earth" in note
    assert "OpenStreetMap contributors" in note
    assert "1244" in note
    assert frame.locator("#map_div").get_attribute("aria-label")
    assert visit.page.locator("iframe").first.get_attribute("title") != "streamlit_folium.st_folium"


def test_change_of_corridor_and_of_language_restyles_in_place(visit):
    frame = visit.open("/corridor").map
    visit.settled()
    drag(visit, -120, -60)
    view, lines = rest(visit, frame), frame.evaluate(LINES)
    frame.evaluate(WATCH)
    choose(visit.page, "Corridor", "Baku-Tbilisi-Kars")
    visit.page.wait_for_url("**c=tc-btk**")
    visit.settled()
    frame.wait_for_function(f"(before) => ({LINES})() !== before", arg=lines)
    keeps_frame_and_view(frame, view)
    choose(visit.page, "Language", "Қазақша")
    frame.wait_for_function("document.documentElement.lang === 'kk'")
    visit.settled()
    keeps_frame_and_view(frame, view)
    assert visit.page.evaluate("document.documentElement.lang") == "kk"
    assert "lang=kk" in visit.page.url


def keeps_frame_and_view(frame, view):
    assert frame.evaluate("window.mark") == "the same frame"
    assert frame.evaluate(VIEW) == view
    assert frame.evaluate("window.seen") > 5
    assert frame.evaluate("window.blank") == 0


def test_pan_and_zoom_go_to_the_address_without_run_or_history(visit):
    frame = visit.open("/corridor").map
    visit.settled()
    rest(visit, frame)
    steps, sent = visit.page.evaluate("history.length"), len(visit.sent)
    for way in (1, -1, 1):
        drag(visit, 70 * way, 30)
    frame.get_by_role("button", name="Zoom in").click()
    visit.page.wait_for_url(re.compile(r"[?&]at="))
    rest(visit, frame)
    assert re.search(r"[?&]at=[-\d.]+_[-\d.]+_[-\d.]+", visit.page.url)
    assert visit.page.evaluate("history.length") == steps
    assert len(visit.sent) == sent


def test_address_restores_the_view_in_a_fresh_browser(visit, visitor, server):
    frame = visit.open("/corridor?lang=bg&c=tc-bulgaria").map
    visit.settled()
    drag(visit, -150, 40)
    frame.locator(".leaflet-control-zoom-in").click()
    view, address = rest(visit, frame), visit.page.url
    other = visitor(server, locale="ru-RU").open(address.removeprefix(server))
    again = other.map
    other.settled()
    assert rest(other, again) == view
    assert again.evaluate(LINES)
    assert other.page.evaluate("document.documentElement.lang") == "bg"
    assert other.page.url == address


def test_preset_is_a_link(visit, visitor, server):
    frame = visit.open("/corridor").map
    frame.get_by_role("button", name="Balkans").click()
    visit.page.wait_for_url("**map=balkans**")
    view = rest(visit, frame)
    other = visitor(server).open(visit.page.url.removeprefix(server))
    assert rest(other, other.map) == view


def test_clicked_leg_stands_out_and_goes_to_the_address(visit):
    frame = visit.open("/corridor?c=tc-danube&map=caspian").map
    visit.settled()
    rest(visit, frame)
    frame.evaluate("window.mark = 'the same frame'")
    visit.page.locator("iframe").first.scroll_into_view_if_needed()
    x, y = frame.evaluate(SPOT)
    box = visit.page.locator("iframe").first.bounding_box()
    visit.page.mouse.click(box["x"] + x, box["y"] + y)
    visit.page.wait_for_url("**leg=**")
    visit.settled()
    frame.wait_for_selector(".leaflet-casing-pane path.selected", state="attached")
    assert frame.evaluate("window.mark") == "the same frame"


def test_phone_scrolls_past_the_map(visitor, server):
    visit = visitor(server, width=390, height=844, scheme="dark", locale="sr-RS").open("/corridor")
    frame = visit.map
    visit.settled()
    page = visit.page
    assert page.evaluate("document.documentElement.lang") == "sr"
    assert page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390
    assert page.locator("iframe").first.bounding_box()["height"] < 0.7 * 844
    assert frame.evaluate("map.dragging.enabled()") is False
    assert frame.evaluate("document.documentElement.dataset.theme") == "dark"
    assert frame.evaluate("document.querySelector('#map_div').offsetHeight === window.innerHeight")
    page.locator("iframe").first.scroll_into_view_if_needed()
    visit.picture("corridor-phone-dark-sr")


@pytest.mark.parametrize("width", [1440, 390])
def test_a_register_with_a_single_place_is_still_a_map(visitor, server, width):
    visit = visitor(server, width=width).open("/partners?th=energy-industry&lang=en")
    frame = visit.page.wait_for_selector("iframe.stCustomComponentV1, .stCustomComponentV1 iframe")
    visit.settled()  # discs that would cover each other are drawn anew as one
    box = frame.content_frame().wait_for_selector(".map-disc").bounding_box()
    assert 0 < box["x"] < width
