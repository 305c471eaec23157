"""Sources and data in a browser: search, facet, page and claim live in the address; a link restores them."""

import re

from choosing import choose

from corridor.dataset.tables import load
from corridor.evidence.claims import figure


def caption(visit):
    return visit.page.locator("table.cx-ledger caption").first.inner_text()


def wait_for_found(visit, before):
    visit.page.wait_for_function(
        "(before) => document.querySelector('table.cx-ledger caption')?.innerText !== before", arg=before
    )
    visit.settled()


def test_search_facet_and_page_are_in_the_address_and_the_link_restores_them(visit, visitor, server):
    visit.open("/sources?lang=en")
    visit.page.wait_for_selector("table.cx-ledger")
    visit.settled()
    everything = caption(visit)
    box = visit.page.get_by_label("Search the ledger")
    box.fill("aktau")
    box.press("Enter")
    wait_for_found(visit, everything)
    visit.page.wait_for_url(re.compile(r"[?&]q=aktau\b"))
    searched = caption(visit)
    visit.page.get_by_label("Page 2", exact=True).first.click()
    wait_for_found(visit, searched)
    visit.page.wait_for_url(re.compile(r"[?&]page=2\b"))
    choose(visit.page, "Kind", "observed")
    visit.page.wait_for_url(re.compile(r"[?&]kind=observed\b"))
    visit.settled()
    assert "page=" not in visit.page.url
    shown, path = caption(visit), visit.page.url.removeprefix(server)
    other = visitor(server).open(path)
    other.page.wait_for_selector("table.cx-ledger")
    other.settled()
    assert caption(other) == shown
    assert other.page.get_by_label("Search the ledger").input_value() == "aktau"
    assert other.page.locator(".site-notices").count() == 0


def test_a_claim_opens_beside_the_table_has_its_own_link_and_fits_the_screen(visit):
    visit.open("/sources?lang=en&subj=leg.aktau-alat&qty=time_h")
    row = visit.page.locator("table.cx-ledger tbody tr").first
    row.locator("summary").click()
    panel = row.locator(".panel")
    panel.wait_for(state="visible")
    link = panel.get_by_role("link", name="Link to this claim")
    claim = re.search(r"[?&]claim=([\w-]+)", link.get_attribute("href"))[1]
    estimate = figure(load(), "leg", "aktau-alat", "time_h")
    verdicts = dict.fromkeys(estimate.spoke, "By the estimate rule, this claim is part of the range shown.")
    verdicts |= dict.fromkeys((lost for lost, _reason in estimate.lost), "Not counted: ")
    verdicts |= {estimate.claim_id: "By the estimate rule, this claim is the figure shown."}
    assert verdicts[claim] in panel.inner_text()
    link.click()
    visit.page.wait_for_url(re.compile(rf"[?&]claim={claim}(&|$)"))
    visit.page.locator("article.cx-claim").wait_for(state="visible")
    visit.settled()
    for width in (390, 1920):
        visit.page.set_viewport_size({"width": width, "height": 900})
        visit.page.wait_for_function("document.querySelector('.stMain').scrollWidth <= innerWidth")


def test_the_footer_leads_to_the_ageing_register(visit):
    visit.open("/flights?lang=en")
    visit.page.get_by_role("link", name=re.compile("due for review")).click()
    visit.page.wait_for_url(re.compile("/sources.*#ageing$"))
    visit.page.get_by_role("heading", name="Due for review").wait_for()
    visit.page.wait_for_function(
        "Math.abs(document.querySelector('#ageing').getBoundingClientRect().top) < innerHeight / 4"
    )
