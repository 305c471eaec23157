"""The page Routes: a route chosen in one place is chosen in all, and its address gives the same."""

import re
from itertools import pairwise

from choosing import choose

CHOSEN = "a.cx-point.is-chosen"


def digits(text):
    return re.sub(r"\D", "", text)


def route_of(page):
    return page.locator(CHOSEN).get_attribute("id").removeprefix("point-")


def test_a_route_chosen_by_the_scatter_is_chosen_everywhere_and_in_its_address(visit, visitor, server):
    page = visit.open("/routes?lang=en").page
    page.wait_for_selector(CHOSEN)
    choose(page, "To", "Нови Сад")
    page.wait_for_url("**to=novi-sad**")
    visit.settled()
    frame = visit.map
    page.evaluate("window.mark = 'the same page'")
    frame.evaluate("window.mark = 'the same frame'")

    other = page.locator("a.cx-point.is-shown:not(.is-chosen)").first
    route = other.get_attribute("id").removeprefix("point-")
    # Points may lie over each other: the keyboard reaches each of them.
    other.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**r={route}**")
    page.wait_for_selector(f"#card-{route}[aria-current=true]")
    visit.settled()
    assert route_of(page) == route
    assert page.locator(f"#row-{route}").get_attribute("aria-current") == "true"
    number = page.locator(f"#point-{route}").inner_text()
    frame.wait_for_function(
        "(number) => document.querySelector('.map-number.chosen')?.textContent === number", arg=number
    )
    assert page.get_by_role("heading", name=re.compile(f"^Route {number}, ")).is_visible()

    page.locator("#step-after").click()
    page.wait_for_selector("#time-1.is-selected", state="attached")
    frame.wait_for_selector(".leaflet-casing-pane path.selected", state="attached")
    page.wait_for_url("**step=1**")
    assert page.evaluate("window.mark") == "the same page"
    assert frame.evaluate("window.mark") == "the same frame"

    visit.settled()
    figures = digits(page.locator(".cx-route.is-chosen").inner_text())
    address = page.url.removeprefix(server).replace("lang=en", "lang=sr")
    phone = visitor(server, width=390, height=844, locale="sr-RS").open(address)
    phone.page.wait_for_selector("#time-1.is-selected", state="attached")
    assert route_of(phone.page) == route
    assert digits(phone.page.locator(".cx-route.is-chosen").inner_text()) == figures
    phone.settled()
    assert phone.page.evaluate("document.querySelector('.stMain').scrollWidth") <= 390


def test_a_mark_under_the_staircase_chooses_its_step_and_says_who_mends_it(visit):
    page = visit.open("/routes?lang=en&from=altynkol&to=belgrade&avoid=RU.IR").page
    page.wait_for_selector(".cx-mend")
    visit.settled()
    mark = page.locator(".cx-mend").nth(3)
    position = mark.get_attribute("id").removeprefix("mend-")
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**step={position}**")
    page.wait_for_selector(f"#mend-{position}.is-selected")
    assert page.get_by_text(f"Step {position} of").is_visible()
    assert page.get_by_text(f"Step {position}: ").and_(page.locator("caption")).is_visible()
    boxes = [one.bounding_box() for one in page.locator(".cx-mend").all()]
    for first, second in pairwise(boxes):
        assert first["x"] + first["width"] <= second["x"] + 0.5
