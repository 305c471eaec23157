"""Lists of places understand every spelling; the page says its language, in its first document and after."""

import urllib.request

import pytest

from corridor.dataset.tables import load
from corridor.freight.arrays import network
from ui.language.text import LANGUAGES, Words
from ui.link.named import view_of
from ui.link.nav import ENTRIES
from ui.sections.routes import question

TYPED = {
    "Constanta": "Constanța",
    "Urumqi": "Ürümqi",
    "Turkmenbasy": "Türkmenbaşy",
    "Malaszewicze": "Małaszewicze",
    "Timisoara": "Timișoara",
    "Kapikule": "Kapıkule",
    "Beograd": "Belgrade",
    "Budimpešta": "Budapest",
    "Xi’an": "Xi'an",
    "CN SHA": "Shanghai",
}
PICKED = """([labels, typed]) => typed.map((words) =>
  (globalThis.corridorPicks(labels.map((label) => ({ label })), words) || []).map((one) => one.label))"""


def ends(visit):
    return visit.page.locator(".st-key-route-ends input").first


FIRST_OFFER = "(name) => document.querySelector('[role=option]')?.innerText.startsWith(name)"


def type_words(visit, words):
    box = ends(visit)
    box.click()
    box.fill(words)


def is_offered_first(visit, words, name):
    type_words(visit, words)
    visit.page.wait_for_function(FIRST_OFFER, arg=name)


def test_what_people_type_is_offered_first_and_a_screen_reader_meets_no_spellings(visit):
    visit.open("/routes?lang=en")
    visit.page.wait_for_selector(".site-footer")
    visit.settled()
    carrier = visit.page.locator("[data-spellings]")
    assert carrier.count() == 1
    assert not carrier.is_visible()
    assert carrier.inner_text() == ""
    assert "kzakt" not in visit.page.locator("body").aria_snapshot().lower()
    for words, name in TYPED.items():
        is_offered_first(visit, words, name)
        visit.page.keyboard.press("Escape")


def test_the_russian_spelling_is_understood_on_a_kazakh_page_and_chosen(visit):
    visit.open("/routes?lang=kk")
    visit.page.wait_for_selector(".site-footer")
    visit.settled()
    is_offered_first(visit, "Актау", "Ақтау")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**from=aktau-port**")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_of_every_language_is_understood(visit, lang):
    data = load()
    view = view_of("routes", {"lang": [lang]})
    places = question.freight_places(view)
    labels = [question.option(view, place) for place in places]
    nodes = [data.record("nodes", place) for place in places]
    typed = [Words(other).name(node) for node in nodes for other in LANGUAGES]
    assert set(places) == set(network(data).places)
    visit.open(f"/routes?lang={lang}")
    visit.page.wait_for_selector("[data-spellings]", state="attached")
    found = visit.page.evaluate(PICKED, [labels, typed])
    wanted = [label for label in labels for _other in LANGUAGES]
    assert len(typed) == len(found) == len(wanted)
    lost = [
        (words, label) for words, label, some in zip(typed, wanted, found, strict=True) if label not in some
    ]
    assert lost == []


@pytest.mark.parametrize("page", [entry.path for entry in ENTRIES])
def test_the_first_document_says_its_language(server, page):
    for lang in LANGUAGES:
        assert f'<html lang="{lang}">' in first_document(f"{server}/{page}?lang={lang}")
    assert '<html lang="bg">' in first_document(f"{server}/{page}", accept="bg-BG,bg;q=0.9,en;q=0.8")
    assert '<html lang="en">' in first_document(f"{server}/{page}", accept="de")


@pytest.mark.parametrize("page", ["", "own-data"])
def test_the_page_says_its_language_after_every_change(visit, page):
    visit.open(f"/{page}?lang=ru").settled()
    visit.page.wait_for_selector(".site-footer[lang='ru']")
    assert visit.page.evaluate("document.documentElement.lang") == "ru"
    for lang in ("sr-Latn", "kk"):
        box = visit.page.locator(".st-key-site-language").get_by_role("combobox")
        box.click()
        visit.page.get_by_role("option", name=LANGUAGES[lang], exact=True).click()
        visit.page.wait_for_function("(lang) => document.documentElement.lang === lang", arg=lang)
        visit.page.wait_for_selector(f".site-footer[lang='{lang}']")
        visit.settled()


def first_document(url, accept="en"):
    request = urllib.request.Request(url, headers={"Accept-Language": accept})  # noqa: S310 - our own address
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        return answer.read().decode()


def test_widgets_speak_the_language_of_the_page(visitor, server):
    visit = visitor(server)
    visit.open("/own-data?lang=kk")
    visit.page.get_by_role("button", name="Файлдарды таңдау").last.wait_for()
    assert "бір файлға" in visit.page.locator(".stFileUploader").inner_text()
    visit.open("/routes?lang=sr-Latn")
    visit.settled()
    type_words(visit, "qxqxqxqxqx")
    visit.page.get_by_text("Ništa nije pronađeno").first.wait_for()
    assert visit.page.get_by_text("No results").count() == 0
