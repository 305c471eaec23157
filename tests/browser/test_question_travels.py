"""The question travels by the menu; a step back gives the view and the place on the page back."""

PLACE = "document.querySelector('.stMain').scrollTop"
IN_SIGHT = """() => [...document.querySelectorAll('.stMain a.cx-way')].find((link) => {
  const box = link.getBoundingClientRect();
  return box.height > 0 && box.top > 80 && box.bottom < 600;
}).click()"""


def test_the_menu_keeps_what_is_avoided_and_back_restores_the_place(visit):
    page = visit.open("/connectivity?lang=en&avoid=TR").page
    page.wait_for_selector("#root .site-footer")
    visit.settled()
    page.evaluate("document.querySelector('.stMain').scrollTo(0, 1500)")
    place = page.evaluate(PLACE)
    assert place > 500
    page.evaluate(IN_SIGHT)
    page.wait_for_selector("h1:has-text('Routes')")
    assert "avoid=TR" in page.url
    page.go_back()
    page.wait_for_selector("h1:has-text('Connectivity')")
    page.wait_for_function(f"Math.abs({PLACE} - {place}) < 3")
    page.locator(".st-key-site-pages a", has_text="Compare").click()
    page.wait_for_selector("h1:has-text('Compare')")
    assert "avoid=TR" in page.url
    page.wait_for_selector(".site-question a:has-text('without Türkiye')")
