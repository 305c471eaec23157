"""The menu of a chart in a browser: by keyboard, its picture lands on the clipboard, Escape closes it."""

import pytest

CLIPBOARD = """async () => {
  const [item] = await navigator.clipboard.read();
  const picture = await createImageBitmap(await item.getType("image/png"));
  return [item.types, picture.width, picture.height];
}"""


@pytest.mark.parametrize(("size", "pixels"), [("square", [1080, 1080])])
def test_a_copied_picture_is_on_the_clipboard(visitor, server, size, pixels):
    visit = visitor(server).open("/connectivity?lang=en").settled()
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    menu = visit.page.locator(".cx-menu[open], .cx-index + .cx-menu").first
    menu.locator("summary").press("Enter")
    menu.locator("select[name=size]").select_option(size)
    for target in menu.locator("a, button, select, summary").all():
        box = target.bounding_box()
        assert min(box["width"], box["height"]) >= 24
    menu.locator(".cx-copy").press("Enter")
    menu.locator(".cx-copy[data-word]").wait_for(timeout=60_000)
    assert visit.page.evaluate(CLIPBOARD) == [["image/png"], *pixels]
    visit.page.keyboard.press("Escape")
    assert not menu.evaluate("menu => menu.open")
    assert visit.page.evaluate("document.activeElement.matches('.cx-menu > summary')")
