"""Questions answered by clicking; the link, opened elsewhere, answers the first fourteen to the digit."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

import pytest
from choosing import choose

QUESTIONS = re.findall(
    r"^\| (\d+) \| (.+?) \|",
    Path(__file__).with_name("questions.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)
CARDS = ".cx-route .figure"
TABLES = ".cx-table td .figure, .cx-table td .cx-difference, .cx-bar .cx-part"
ELSEWHERE = [
    (390, 844, "sr"),
    (1920, 1080, "kk"),
    (390, 844, "ru"),
    (1024, 768, "bg"),
    (1920, 1080, "sr-Latn"),
]


@dataclass(frozen=True)
class Question:
    """The page where it is asked, the clicks, what must stand in the link then, which figures answer it."""

    path: str
    clicks: object
    link: str
    figures: str


def more(page):
    page.get_by_role("button", name=re.compile("^Avoid, pass, what if")).click()


def who_says_so(visit):
    card = visit.page.locator(".cx-card").first
    chip = card.locator("summary").first
    chip.click()
    card.locator(".panel .source").first.wait_for()
    assert re.search(r"per\s+week", card.locator(".figure").first.inner_text())
    chip.press("Enter")


def fastest(visit):
    visit.page.get_by_role("radio", name="Fastest").click()
    visit.page.locator(".cx-why", has_text="fastest").first.wait_for()


def neither_russia_nor_iran(visit):
    more(visit.page)
    choose(visit.page, "Avoid", "Country: Russia")
    visit.page.wait_for_url(re.compile("avoid=RU"))
    visit.settled()
    choose(visit.page, "Avoid", "Country: Iran")
    visit.page.wait_for_url(re.compile("avoid=RU.IR|avoid=IR.RU"))
    visit.page.wait_for_function(
        "[...document.querySelectorAll('.cx-through')].every((one) => !/Russia|Iran/.test(one.innerText))"
    )


def aktau_closed(visit):
    more(visit.page)
    choose(visit.page, "What if closed", "Aktau port – Alat")
    visit.page.locator(".cx-what-if").wait_for()


def side_by_side(visit):
    visit.page.get_by_role("link", name=re.compile("^Compare routes")).click()
    visit.page.locator(".cx-bar").first.wait_for()
    before = visit.page.locator(".cx-bar").count()
    visit.page.locator(".cx-tab[aria-pressed=true]").last.click()
    visit.page.wait_for_function(
        "(before) => document.querySelectorAll('.cx-bar').length === before - 1", arg=before
    )


def from_aktau(visit):
    choose(visit.page, "From (or click a place on the map)", "Aktau port")


def year_2030(visit):
    visit.page.get_by_role("slider").press("End")


def from_almaty(visit):
    choose(visit.page, "From", "Almaty")


def energy(visit):
    visit.page.locator("summary", has_text="Filters").click()
    choose(visit.page, "Theme of February 2026", "nergy and industry")


def aktau_time(visit):
    box = visit.page.get_by_label("Search the ledger")
    box.fill("aktau alat")
    box.press("Enter")
    visit.page.wait_for_url(re.compile(r"[?&]q=aktau"))
    visit.settled()
    visit.page.locator("summary", has_text="More filters").click()
    choose(visit.page, "Quantity", "Time")


def transport(visit):
    choose(visit.page, "Sector", "transport")
    visit.page.wait_for_url(re.compile("sec=transport"))


def frozen_food(visit):
    choose(visit.page, "Open a project", "Mambikom")
    visit.page.locator(".cx-project").wait_for()


def to_bor(visit):
    choose(visit.page, "To", "Bor")
    visit.page.get_by_text("Export route to Bor").first.wait_for()


def from_aktau_port(visit):
    choose(visit.page, "From", "Aktau port")
    visit.page.get_by_text("different routes Aktau port").first.wait_for()


ASKED = {
    "1": Question("/", who_says_so, r"/\?lang=en&d=", ".cx-card .figure"),
    "2": Question("/routes?from=almaty&to=belgrade", fastest, "want=fastest", CARDS),
    "3": Question("/routes?from=almaty&to=belgrade", neither_russia_nor_iran, "avoid=", CARDS),
    "4": Question("/routes?from=almaty&to=belgrade", aktau_closed, "sc=close.aktau-alat", CARDS),
    "5": Question("/routes?from=almaty&to=belgrade", side_by_side, "cmp=", TABLES),
    "6": Question("/connectivity", from_aktau, "node=aktau-port", ".cx-table td .figure"),
    "7": Question("/corridor", year_2030, "year=2030", ".cx-table td .figure"),
    "8": Question("/flights", from_almaty, "from=ala", ".cx-table td .figure"),
    "9": Question("/partners", energy, "th", ".cx-table td .figure, .cx-table caption"),
    "10": Question("/sources", aktau_time, "qty=time_h", "table.cx-ledger caption, table.cx-ledger .figure"),
    "11": Question("/partners?part=promises", transport, "sec=transport", ".cx-tally"),
    "12": Question("/partners?th=agriculture", frozen_food, "pj=prj-mambikom", ".cx-table caption"),
    "13": Question("/partners?part=minerals", to_bor, "to=bor", ".cx-table td.is-figure"),
    "14": Question("/partners?part=mending", from_aktau_port, "from=aktau-port", ".cx-table td.is-figure"),
}


# Those of which only the first screen is read, several in one visit.
AT_FIRST_SIGHT = ["15", "16", "17", "18", "19", "20", "21", "22", "23", "24"]


def test_every_question_is_asked():
    assert [number for number, _words in QUESTIONS] == [*ASKED, *AT_FIRST_SIGHT]


@pytest.mark.parametrize(("number", "words"), QUESTIONS[: len(ASKED)], ids=lambda text: text[:40])
def test_a_question_is_answered_and_its_link_says_the_same_elsewhere(visitor, server, number, words):
    assert words.endswith("?")
    asked = ASKED[number]
    visit = visitor(server)
    mark = "&" if "?" in asked.path else "?"
    visit.open(f"{asked.path}{mark}lang=en")
    visit.page.wait_for_selector(".site-footer")
    visit.settled()
    asked.clicks(visit)
    visit.settled()
    link = shared(visit, asked.link)
    told = figures(visit, asked.figures)
    assert any(told)
    width, height, lang = ELSEWHERE[int(number) % len(ELSEWHERE)]
    other = visitor(server, width=width, height=height)
    other.open(link.removeprefix(server).replace("lang=en", f"lang={lang}"))
    other.page.wait_for_selector(".site-footer")
    other.settled()
    assert other.page.locator(".site-notices").count() == 0
    assert other.page.evaluate("document.querySelector('.stMain').scrollWidth <= innerWidth")
    for _again in range(20):  # a page may still be drawn when its address says the answer already
        told, found = figures(visit, asked.figures), figures(other, asked.figures)
        if told == found:
            break
        other.page.wait_for_timeout(500)
    assert found == told


def says(page, *words):
    """Wait until the first screen says it."""
    pattern = "".join(f"(?=[^]*{one})" for one in words)
    page.wait_for_function(
        """(pattern) => [...document.querySelectorAll('.cx-answer, .cx-headline')].some((one) =>
        new RegExp(pattern).test(one.innerText) && one.getBoundingClientRect().top < innerHeight)""",
        arg=pattern,
    )


def test_a_day_of_travel_is_answered_at_first_sight(visit):
    page = visit.open("/flights?lang=en&from=ala&date=2026-12-03").page
    says(page, "Thursday", "not confirmed for any of", "Last confirmed on")


def test_low_water_kuryk_and_restricted_are_answered_at_first_sight(visit):
    page = visit.open("/routes?lang=en&from=almaty&to=belgrade&date=2026-12-10").page
    page.wait_for_selector(".site-footer")
    visit.settled()
    page.locator(".cx-meanings > summary").click()
    assert "bar some goods" in page.locator(".cx-meanings .panel").inner_text()
    page.keyboard.press("Escape")
    for words, link in (
        ("Kuryk port closed", "sc=shut.kuryk-port"),
        ("Danube at low water", "sc=close.cernavoda"),
    ):
        more(page)
        page.get_by_role("link", name=re.compile(words)).click()
        page.wait_for_url(re.compile(link))
        says(page, "days in practice", "What if:")
        page.keyboard.press("Escape")
        visit.settled()


def test_parts_of_partners_answer_with_their_doubt_at_first_sight(visit):
    page = visit.open("/partners?lang=en").page
    page.wait_for_selector(".site-footer")
    for part, words in {
        "Bottlenecks and projects": ("have no project", "in our model"),
        "Critical raw materials": ("No source names a Serbian plant",),
        "Trade and companies": ("as Serbia reports it", "Why they differ"),
    }.items():
        visit.settled()
        page.get_by_role("radio", name=part).click()
        says(page, *words)


def test_hungary_stands_beside_serbia_with_its_rank(visit):
    page = visit.open("/connectivity?lang=en").page
    page.wait_for_selector(".site-footer")
    visit.settled()
    choose(page, "Kazakhstan – Serbia beside", "Hungary")
    page.wait_for_url(re.compile("KZ-HU"))
    heads = page.locator(".cx-versus thead th")
    heads.filter(has_text="Hungary").wait_for()
    assert page.locator(".cx-versus tbody tr").count() > 5
    says(page, "Kazakhstan – Serbia is number", "Under other weights")


def test_the_map_and_a_table_go_into_word(visit):
    page = visit.open("/routes?lang=en&from=almaty&to=belgrade").page
    page.wait_for_selector(".site-footer")
    visit.settled()
    page.locator(".site-share > summary").click()
    link = page.get_by_role("link", name="Word (DOCX)").first
    link.wait_for()
    answer = page.request.get(urljoin(page.url, link.get_attribute("href")))
    with zipfile.ZipFile(io.BytesIO(answer.body())) as parts:
        names, text = parts.namelist(), parts.read("word/document.xml").decode()
    assert any(name.startswith("word/media/") for name in names)
    assert "<w:tbl>" in text
    assert "Almaty – Belgrade" in text


def test_the_footer_tells_what_changed(visit):
    page = visit.open("/?lang=en").page
    page.wait_for_selector(".site-footer")
    visit.settled()
    page.locator(".site-footer").get_by_role("link", name=re.compile("What changed")).click()
    notice = page.locator(".site-notices")
    notice.wait_for()
    assert re.search(r"The link was made with data version .+ changed since", notice.inner_text(), re.DOTALL)


def shared(visit, pattern):
    visit.page.wait_for_url(re.compile(pattern.removesuffix("&d=")))
    visit.page.locator(".site-share > summary").click()
    text = visit.page.wait_for_selector(".share-link").inner_text()
    visit.page.keyboard.press("Escape")
    assert re.search(pattern, text)
    return text


def figures(visit, selector):
    """Digits of each figure on the page: separators, words and units differ from language to language."""
    texts = visit.page.locator(selector).all_text_contents()
    return ["".join(re.findall(r"\d", text)) for text in texts]
