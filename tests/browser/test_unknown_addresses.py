"""An address that names nothing, in a browser: our look, light and dark, the visitor's language, ways on."""

import pytest

from ui.language.text import Words
from ui.link.nav import ENTRIES


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (1440, "dark")])
def test_a_page_of_ours_says_so_and_leads_on(opened, server, width, scheme):
    page = opened(viewport={"width": width, "height": 800}, color_scheme=scheme, locale="kk-KZ")
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    answer = page.goto(f"{server}/a/a")
    page.wait_for_load_state("networkidle")
    _ = Words("kk").gettext
    assert answer.status == 404
    assert page.locator("h1").inner_text() == _("Page not found")
    assert page.locator("nav a").all_inner_texts() == [_(entry.title) for entry in ENTRIES]
    assert page.evaluate("document.documentElement.lang") == "kk"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.querySelector('img').naturalWidth > 0")
    assert page.evaluate("async (text) => (await document.fonts.load('16px Inter', text)).length > 0", "Ққ")
    brightness = "(colour) => colour.match(/\\d+/g).slice(0, 3).reduce((sum, one) => sum + Number(one), 0)"
    paper = page.evaluate(f"({brightness})(getComputedStyle(document.body).backgroundColor)")
    assert (paper > 600) == (scheme == "light")
    assert failed == []
    page.locator("nav a[href*='/sources']").click()
    page.wait_for_url("**/sources?lang=kk**")
    page.wait_for_selector(".site-footer")


@pytest.mark.parametrize("address", ["/sources/?lang=ru&q=rail", "/sources%3Flang=ru&q=rail"])
def test_an_address_that_means_a_page_opens_it_with_its_view(opened, server, address):
    page = opened(locale="en-GB")
    page.goto(server + address)
    page.wait_for_selector(".site-footer")
    assert "/sources?lang=ru&q=rail" in page.url
    assert page.locator(".site-footer").get_attribute("lang") == "ru"
