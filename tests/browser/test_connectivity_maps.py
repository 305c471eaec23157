"""The maps of the page Connectivity: days on the places within reach, a click starts from another place."""

# A spot of the frame, in pixels, where a disc lies over its place.
SPOT = """() => {
  const discs = [...document.querySelectorAll(".map-disc")].map((disc) => disc.getBoundingClientRect());
  for (const box of discs) {
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const top = document.elementFromPoint(x, y);
    if (y > 90 && top && top.classList.contains("node")) return [x, y];
  }
}"""


def test_a_click_on_a_place_within_reach_starts_from_there(visit):
    visit.open("/connectivity?lang=en&node=belgrade&days=10")
    reach = visit.page.wait_for_selector(
        "iframe.stCustomComponentV1, .stCustomComponentV1 iframe", timeout=90_000
    )
    reach.scroll_into_view_if_needed()
    frame = reach.content_frame()
    frame.wait_for_selector(".map-disc", state="attached")
    visit.settled()
    texts = {disc.inner_text() for disc in frame.query_selector_all(".map-disc")}
    assert texts <= {str(day) for day in range(1, 11)}
    assert len(texts) > 1
    spot = frame.evaluate(SPOT)
    box = reach.bounding_box()
    visit.page.mouse.click(box["x"] + spot[0], box["y"] + spot[1])
    visit.page.wait_for_function("new URL(location).searchParams.get('node') !== 'belgrade'")
    visit.page.get_by_text("Within 10 days of Belgrade").wait_for(state="hidden")
