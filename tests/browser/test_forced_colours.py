"""In forced colours one sees what is chosen."""

import pytest

LOOK = """(element) => {
  const { backgroundColor, outlineStyle, borderLeftColor, textDecorationLine } = getComputedStyle(element);
  return [backgroundColor, outlineStyle, borderLeftColor, textDecorationLine].join(" ");
}"""
# What is chosen beside the same thing that is not.
CHOSEN = {
    "/routes?lang=en&step=1": (
        (".st-key-bound-wish [aria-checked=true]", ".st-key-bound-wish [aria-checked=false]"),
        (".cx-route.is-chosen", ".cx-route:not(.is-chosen)"),
        (".is-chosen .cx-number", ".cx-route:not(.is-chosen) .cx-number"),
        (".cx-tab[aria-current]", ".cx-tabs .cx-tab:not([aria-current])"),
        (".st-key-site-pages a:has(strong) p", ".st-key-site-pages a:not(:has(strong)) p"),
        (".cx-over.is-selected", ".cx-over:not(.is-selected)"),
        (".cx-table tr.is-selected > th", ".cx-table tbody tr:not(.is-selected) > th"),
    ),
    "/compare?lang=en": ((".cx-tab[aria-pressed=true]", ".cx-tab[aria-pressed=false]"),),
}


@pytest.mark.parametrize("path", CHOSEN)
def test_what_is_chosen_is_seen_in_forced_colours(browser, server, path):
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, forced_colors="active", color_scheme="dark"
    )
    page = context.new_page()
    page.goto(server + path)
    page.wait_for_selector(".site-footer")
    for chosen, other in CHOSEN[path]:
        looks = [page.locator(one).first.evaluate(LOOK) for one in (chosen, other)]
        assert looks[0] != looks[1], chosen
    context.close()


def test_the_slider_and_the_map_are_seen_in_forced_colours(browser, server):
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, forced_colors="active", color_scheme="dark"
    )
    page = context.new_page()
    page.goto(f"{server}/corridor?lang=en&c=tc-btk&leg=aktau-alat")
    page.wait_for_selector(".site-footer")
    slider = page.locator(".stSlider [role=group]")
    rail = slider.locator("xpath=./div/div").first
    thumb = slider.locator("[data-rac]:has(> div > input)").last
    assert rail.evaluate("(rail) => getComputedStyle(rail).borderTopWidth") == "2px"
    assert thumb.evaluate("(thumb) => getComputedStyle(thumb).borderTopWidth") == "2px"
    frame = page.wait_for_selector("iframe.stCustomComponentV1, .stCustomComponentV1 iframe").content_frame()
    frame.wait_for_selector(".casing.selected", state="attached")
    pressed, other = (
        frame.wait_for_selector(f".map-presets button[aria-pressed={state}]").evaluate(LOOK)
        for state in ("true", "false")
    )
    assert pressed != other
    context.close()
