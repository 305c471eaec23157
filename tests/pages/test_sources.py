"""The page Sources and data: the address holds the question, the page answers it, in every language."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from corridor.audit.conflicts import conflicts
from corridor.evidence.rule import CONFIDENCE_ORDER, KIND_ORDER
from tests.checks import every
from tests.pages.conftest import Outline, written
from ui.evidence.memory import today
from ui.language.text import LANGUAGES, Words
from ui.link.nav import ENTRIES
from ui.sections.sources.provenance import SECTIONS
from ui.sections.sources.rule import sentences
from ui.settings.dataset import dataset

NBSP = "\N{NO-BREAK SPACE}"
PAGES = [page.name for page in ENTRIES]


def found(html):
    """First, last and number of the claims found, as the caption says."""
    return tuple(
        int(text.replace(",", ""))
        for text in re.search(r"([\d,]+) to ([\d,]+) of ([\d,]+) claims", html).groups()
    )


def rows_of(html, class_):
    table = re.search(rf'<table class="cx-table {class_}">.*?</table>', html, re.DOTALL)
    return Outline(table.group()).elements if table else []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_section_is_there_in_order(seen, lang):
    app = seen("sources", lang=lang)
    assert not app.exception
    headings = [one.value for one in app.header]
    assert headings[: len(SECTIONS)] == [Words(lang).gettext(title) for title in SECTIONS.values()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rule_is_printed_from_the_orders_that_the_code_ranks_by(seen, lang):
    words = Words(lang)
    html = unescape(written(seen("sources", lang=lang)))
    for sentence in sentences(words):
        assert f"<li>{sentence}</li>" in html
    kinds, confidences = sentences(words)[1:3]
    places = [kinds.index(words.term(kind)) for kind in KIND_ORDER]
    assert places == sorted(places)
    assert every(words.term(one) in confidences for one in CONFIDENCE_ORDER)


def test_the_ledger_shows_25_a_page_and_the_last_page_the_rest(seen):
    total = len(dataset().claims)
    html = written(seen("sources", lang="en"))
    assert found(html) == (1, 25, total)
    # Ten rows are open, the others stand behind a fold, then five that are due for review; each has a head.
    tables = re.findall(r'<table class="cx-table cx-ledger">.*?</table>', html, re.DOTALL)
    assert [table.count("<tr") for table in tables] == [11, 16, 6]
    first, last, of = found(written(seen("sources", lang="en", page="9999")))
    assert (last, of) == (total, total)
    assert total - first < 25


def test_words_and_facets_of_the_address_narrow_the_ledger(seen):
    claims = dataset().claims
    html = written(seen("sources", lang="en", subj="leg.aktau-alat", qty="time_h"))
    expected = claims[
        (claims["subject_type"] == "leg")
        & (claims["subject_id"] == "aktau-alat")
        & (claims["quantity"] == "time_h")
    ]
    assert found(html)[2] == len(expected) > 3
    assert found(written(seen("sources", lang="en", q="курык")))[2] > 5
    assert "No claim fits all of these filters." in written(seen("sources", lang="en", q="zzzzzz"))


def test_a_facet_is_written_to_the_address_and_turns_back_to_the_first_page(visit):
    app = visit("sources", lang="en", page="3", claim="c-air-001")
    app.selectbox(key="bound-age").set_value("overdue").run()
    assert not app.exception
    assert app.query_params["age"] == "overdue"
    assert "page" not in app.query_params
    assert "claim" not in app.query_params
    app.text_input(key="bound-search").set_value("Aktau").run()
    assert app.query_params["q"] == "Aktau"
    assert app.query_params["age"] == "overdue"
    next(button for button in app.button if button.label == "Clear all filters").click().run()
    assert {"q", "age"}.isdisjoint(app.query_params)


def test_the_options_of_a_facet_count_what_they_would_find(seen):
    app = seen("sources", lang="en", q="aktau", kind="observed")
    options = app.selectbox(key="bound-group").options
    counts = [int(re.search(r"\((\d+)\)$", option).group(1)) for option in options]
    assert sum(counts) == found(written(app))[2]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_claim_is_shown_whole(seen, lang):
    row = dataset().row("claims", "c-air-004")
    html = written(seen("sources", lang=lang, claim="c-air-004"))
    (card,) = Outline(html).by_class("cx-claim")
    assert Words(lang).data(row["definition"]) in card[1]
    assert dataset().row("sources", row["source_id"])["title"] in card[1]
    assert len(Outline(html).by_class("cx-claim-facts")) == 1 + 25 + 5


def test_what_a_link_asks_in_vain_is_told(seen):
    app = seen("sources", lang="en", claim="c-none", subj="leg.mars", kind="<b>", page="x", age="old")
    assert not app.exception
    (notices,) = Outline(written(app)).by_class("site-notices")
    assert every(
        key in notices[1] for key in ("claim=c-none", "subj=leg.mars", "kind=<b>", "page=x", "age=old")
    )


def test_words_of_the_visitor_never_become_markup(seen):
    html = written(
        seen("sources", lang="en", q="<img src=x onerror=alert(1)>", sq='"><script>alert(1)</script>')
    )
    assert "<img" not in html
    assert "<script" not in html


def test_every_link_of_the_page_can_be_followed(seen):
    html = unescape(written(seen("sources", lang="en", claim="c-t-0016")))
    links = set(re.findall(r'href="(\./sources\?[^"]*)"', html))
    assert len(links) > 100
    keys = {tuple(sorted(parse_qs(urlsplit(link).query))) for link in links}
    for key in keys:
        link = next(one for one in links if tuple(sorted(parse_qs(urlsplit(one).query))) == key)
        app = seen("sources", **{name: value for name, (value,) in parse_qs(urlsplit(link).query).items()})
        assert not app.exception
        assert not Outline(written(app)).by_class("site-notices"), link


def test_conflicts_are_counted_and_paged(seen):
    html = written(seen("sources", lang="en"))
    assert f"{len(conflicts(dataset()))} figures on which sources differ; " in html
    pages = -(-len(conflicts(dataset())) // 10)
    last = written(seen("sources", lang="en", cp=str(pages)))
    assert len([tag for tag, *_ in rows_of(last, "cx-conflicts") if tag == "tr"]) >= 2


def test_overdue_claims_are_counted_in_the_footer_of_every_page(seen):
    claims = dataset().claims
    late = int((claims["check_by"] < today().isoformat()).sum())
    for page in PAGES:
        html = written(seen(page, lang="en"))
        (footer,) = Outline(html).by_class("site-footer")
        assert f"{late:,} claims of {len(claims):,} are due for review" in footer[1], page
        assert "#ageing" in html[html.index("site-footer") :]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "Known until March 2026"),
        ("kk", "Деректердің соңғы айы: 2026"),
        ("ru", "Сведения по март 2026"),
        ("sr", "Подаци сежу до месеца: март 2026"),
        ("bg", "Данни до март 2026"),
    ],
)
def test_every_page_says_until_when_the_data_know(seen, lang, words):
    html = written(seen("sources", lang=lang))
    (head,) = Outline(html).by_class("site-known")
    (footer,) = Outline(html).by_class("site-footer")
    assert head[1].startswith(words)
    assert words in footer[1]


def test_another_scope_is_explained_beside_the_numbers(seen):
    at = list(conflicts(dataset())["nature"]).index("scope")
    html = written(seen("sources", lang="en", cp=str(at // 10 + 1)))
    assert "Counted differently for the same time" in html
    assert "as the association of the route counts" in html
    assert "as the ministry of transport counts" in html


def test_the_matrix_says_its_states_in_words(seen):
    html = written(seen("sources", lang="en", c="tc-btk"))
    states = Outline(html).by_class("cx-state")
    assert len(states) > 100
    assert every(text for _tag, text, _inside in states)
    assert {"published", "modelled", "missing"} <= {text for _tag, text, _inside in states}


def test_sources_are_searched_and_counted(seen):
    html = written(seen("sources", lang="en", sq="carec"))
    number = int(re.search(r"([\d,]+) sources?, the most cited first", html).group(1))
    texts = dataset().sources[["source_id", "publisher", "title", "url"]].fillna("")
    expected = texts.agg(" ".join, axis="columns").str.casefold().str.contains("carec")
    assert number == expected.sum() > 3


def test_default_factors_are_marked(seen):
    factors = dataset().factors
    html = written(seen("sources", lang="en"))
    assert html.count('class="cx-role is-default"') == (factors["role"] == "default").sum()
    assert html.count('class="cx-role is-alternative"') == (factors["role"] != "default").sum()
