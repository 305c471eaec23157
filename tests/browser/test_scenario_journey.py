"""The page Scenarios: a scenario built by clicks on the map stands in its link."""

from test_map import SPOT as LEG_SPOT

# A spot of the frame, in pixels, on a place that is not the one given.
PLACE = """(taken) => [...document.querySelectorAll('path.node')].map((place) => {
  const box = place.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}).filter(([x, y]) => x > 60 && y > 90 && document.elementFromPoint(x, y)?.classList.contains('node')
  && !taken.some(([left, top]) => Math.hypot(left - x, top - y) < 40))[0]"""


def click(visit, spot):
    frame = visit.page.locator("iframe").first
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    visit.page.mouse.click(box["x"] + spot[0], box["y"] + spot[1])


def test_a_scenario_is_built_by_clicks_and_its_link_says_the_same(visit, visitor, server):
    page = visit.open("/scenarios?lang=en&from=aktau-port&to=belgrade").page
    frame = visit.map
    visit.settled()
    page.locator("iframe").first.scroll_into_view_if_needed()
    frame.wait_for_selector("path.hit", state="attached")
    click(visit, frame.evaluate(LEG_SPOT))
    page.wait_for_url("**leg=**")
    visit.settled()
    page.locator(".cx-offers a", has_text="+3").first.click()
    page.wait_for_url("**sc=delay.**")
    visit.settled()
    taken = []
    for _end in range(2):
        before = page.url
        taken.append(frame.evaluate(PLACE, taken))
        click(visit, taken[-1])
        page.wait_for_function("(before) => location.href !== before", arg=before)
        visit.settled()
    page.get_by_role("button", name="Add the leg").click()
    page.wait_for_url("**_add.**")
    visit.settled()
    page.locator(".cx-answer", has_text="added, an assumption").first.wait_for()
    sentence = page.locator(".cx-answer").first.inner_text()
    other = visitor(server).open(page.url.removeprefix(server))
    other.page.wait_for_selector(".cx-answer")
    other.settled()
    assert other.page.locator(".cx-answer").first.inner_text() == sentence
