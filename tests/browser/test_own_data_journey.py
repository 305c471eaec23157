"""A visitor brings hostile files, then good ones, explores with them; another visitor sees nothing of it."""

import re

from tests.hostile.files import CASES, sample

READY = ".site-footer"


def bring(visit, uploads):
    files = [
        {"name": one.name, "mimeType": "application/octet-stream", "buffer": one.content} for one in uploads
    ]
    visit.page.locator("input[type=file]").set_input_files(files)


def take_away(visit):
    for _ in range(visit.page.locator("[data-testid=stFileUploaderFile]").count() or 1):
        visit.page.get_by_role("button", name=re.compile("Remove|Delete|Clear")).first.click()
    visit.page.wait_for_selector(".own-outcome", state="detached")


def explored(visit, uploads):
    visit.open("/own-data?lang=en")
    visit.page.wait_for_selector(READY)
    bring(visit, uploads)
    visit.page.wait_for_selector(".own-outcome:not(.is-refused)")
    visit.page.get_by_role("button", name="Explore this data in this session").click()
    visit.page.wait_for_selector(".own-words")
    visit.page.get_by_role("link", name="Open the page Corridor").click()
    visit.page.wait_for_url("**/corridor?**own=1**")
    return visit.map


def test_three_hostile_files_then_a_good_one(visit, visitor, server):
    visit.open("/own-data?lang=en")
    visit.page.wait_for_selector(READY)
    for name in ("bomb", "path escape", "dangling keys"):
        case = CASES[name]
        bring(visit, case.make())
        visit.page.wait_for_selector(".own-outcome.is-refused")
        assert case.says in visit.page.locator(".own-findings").inner_text()
        visit.page.set_viewport_size({"width": 390, "height": 844})
        visit.page.wait_for_function("document.querySelector('.stMain').scrollWidth <= 390")
        visit.page.set_viewport_size({"width": 1440, "height": 900})
        take_away(visit)
    frame = explored(visit, CASES["script in a name"].make())
    visit.settled()
    assert visit.page.locator("h1").inner_text() == "Corridor"
    assert "Midland" in visit.page.locator(".own-words").inner_text()
    frame.wait_for_function(
        "[...document.querySelectorAll('.map-label')].some((one) => one.innerText === 'Port-M')"
    )
    assert visit.page.title() != "owned"
    assert frame.locator("img[src=x]").count() == 0
    no_name_is_markup(frame)
    visit.picture("own-data-corridor")
    other = visitor(server).open("/corridor?lang=en")
    labels = "[...document.querySelectorAll('.map-label')].map((one) => one.innerText)"
    assert "Port-M" not in other.map.evaluate(labels)
    assert other.page.locator(".own-words").count() == 0
    assert "Port-M" not in other.page.locator("body").inner_text()


def no_name_is_markup(frame):
    """A script in a name is text in the map's tips."""
    frame.evaluate("map.fire('moveend')")
    tips = frame.evaluate(
        """() => {
          const tips = [];
          map.eachLayer((layer) => {
            const tip = layer.getTooltip && layer.getTooltip();
            if (!tip) return;
            const box = tip._content(layer);
            tips.push([box.textContent, box.querySelectorAll("script, img").length]);
          });
          return tips; }"""
    )
    assert any("<script>document.title='owned'</script>" in text for text, _ in tips)
    assert {count for _, count in tips} == {0}
    assert frame.evaluate("document.title") != "owned"


def test_links_within_keep_own_data_and_leaving_brings_the_served_map_back(visit):
    explored(visit, sample())
    visit.settled()
    visit.page.locator(".st-key-site-pages a").first.click()
    visit.page.wait_for_function("document.querySelector('h1')?.innerText === 'Overview'")
    visit.settled()
    visit.page.locator("a.cx-way[href*='corridor']").first.click()
    visit.page.wait_for_function("document.querySelector('h1')?.innerText === 'Corridor'")
    visit.settled()
    assert "Midland" in visit.page.locator(".own-words").inner_text()
    visit.page.get_by_role("button", name="Leave your own data").click()
    visit.page.wait_for_selector(".own-words", state="detached")
    frame = visit.map
    frame.wait_for_function(
        "[...document.querySelectorAll('.map-label')].some((one) => one.innerText === 'Belgrade')"
    )
    assert "own=1" not in visit.page.url
