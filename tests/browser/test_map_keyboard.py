"""The map by keyboard: one stop of the Tab key, arrows inside, Enter opens, Escape leaves."""

FOCUS = """() => {
  let element = document.activeElement;
  if (element.tagName === "IFRAME") element = element.contentDocument.activeElement;
  const look = element.className.baseVal ?? element.className;
  return `${element.tagName} ${look} ${element.getAttribute("aria-label") || ""}`;
}"""


def pressed(page, *keys):
    """Press keys and give what has the focus then; every press here moves it, late on a busy machine."""
    for key in keys:
        before = page.evaluate(FOCUS)
        page.keyboard.press(key)
        page.wait_for_function(f"(before) => ({FOCUS})() !== before", arg=before)
    page.wait_for_timeout(150)
    return page.evaluate(FOCUS)


def test_the_map_is_one_stop_and_all_of_it_is_reached(visitor, server):
    visit = visitor(server).open("/routes?lang=en")
    page, frame = visit.page, visit.map
    visit.settled()
    assert "cx-skip" in pressed(page, "Tab")
    assert pressed(page, "Enter").startswith("H1")
    page.locator(".cx-skip[href='#after-map-routes']").focus()
    assert "leaflet-container" in pressed(page, "Tab")
    assert "map-number chosen" in pressed(page, "ArrowRight")
    assert "node-city" in pressed(page, "ArrowDown")
    assert "aria-label" not in (asked := pressed(page, "Enter"))
    assert asked.startswith("BUTTON")
    assert "node-city" in pressed(page, "Escape")
    assert "Almaty – " in (leg := pressed(page, "ArrowDown"))
    assert "\N{NO-BREAK SPACE}km" in leg
    tip = frame.locator(".map-tip").last.evaluate(
        "(tip) => ({ ...tip.getBoundingClientRect().toJSON(), wide: innerWidth })"
    )
    assert tip["left"] >= 0
    assert tip["right"] <= tip["wide"]
    assert pressed(page, "ArrowUp", "ArrowUp", "ArrowUp", "ArrowUp").startswith("BUTTON")
    assert frame.locator("[tabindex='0']").count() == 0
    assert "IFRAME" not in (after := pressed(page, "Tab"))
    assert not after.startswith("BUTTON")
    assert "leaflet-container" in pressed(page, "Shift+Tab")
    assert "map-key" in pressed(page, "Escape")


def test_a_disc_of_several_projects_lists_them(visitor, server):
    visit = visitor(server).open("/partners?lang=en")
    frame = visit.map
    visit.settled()
    count = frame.locator(".map-disc").first.inner_text()
    frame.locator(".map-disc").first.evaluate(
        """(disc) => {
          const { left, top, width, height } = disc.getBoundingClientRect();
          const [x, y] = [left + width / 2, top + height / 2];
          const press = new MouseEvent("click", { bubbles: true, clientX: x, clientY: y });
          document.elementFromPoint(x, y).dispatchEvent(press);
        }"""
    )
    choices = frame.locator(".map-choices button")
    choices.first.wait_for()
    assert choices.count() == int(count)
    choices.nth(1).press("Enter")
    visit.page.wait_for_url("**pj=**")


def test_the_map_takes_the_width_or_the_page(visitor, server):
    visit = visitor(server).open("/corridor?lang=en")
    page, frame = visit.page, visit.map
    visit.settled()
    shape = page.locator(".stCustomComponentV1").first
    before = shape.bounding_box()["width"]
    frame.get_by_role("button", name="Full width").click()
    frame.wait_for_function(f"innerWidth > {before} * 1.3")
    frame.get_by_role("button", name="Full width").click()
    frame.wait_for_function(f"innerWidth < {before} * 1.1")
    # A page in a frame that may not have the screen.
    frame.evaluate(
        "() => { document.documentElement.requestFullscreen = () => Promise.reject(new Error('no')); }"
    )
    frame.get_by_role("button", name="Full screen").click()
    frame.wait_for_function("innerWidth === 1440 && innerHeight === 900")
    page.keyboard.press("Escape")
    frame.wait_for_function("innerWidth < 1440")
