"""A chip shows its figure and basis, opens to every claim, and lets nothing from the data act as markup."""

import dataclasses
import re
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

import pytest

from corridor.charts.spread import spread
from corridor.dataset.tables import load
from corridor.errors import ChartError
from corridor.evidence import claims
from corridor.evidence.claims import Estimate
from tests import sample_package
from ui.evidence import wording
from ui.evidence.chips import basis_mark, chip, source_link, sources_chip, subject_chip
from ui.evidence.rows import claims_on
from ui.language.text import LANGUAGES, Words
from ui.look.chart_html import spread_strip
from ui.look.charts import Moment, timeline
from ui.look.markup import link, tag
from ui.look.modes import BASIS
from ui.look.tables import Column, Line, table

ROUTES = Path(__file__).parents[3] / "data" / "routes"


def visit(dataset, lang="en"):
    return SimpleNamespace(
        dataset=dataset,
        lang=lang,
        words=Words(lang),
        dark=False,
        own="own data keep their panels in the page",
    )


def published(dataset, quantity="time_h"):
    return claims.figure(dataset, "leg", "start-gauge", quantity)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_chip_shows_figure_basis_and_every_claim(sample, lang):
    html = subject_chip(visit(sample, lang), "leg", "start-gauge", "time_h", published(sample))
    assert html.startswith('<details class="claim basis-of-published" name="claim"><summary')
    assert html.count("<li") == len(claims_on(sample, "leg", "start-gauge", "time_h")) == 3
    assert 'class="basis basis-published" role="img" aria-label=' in html
    assert html.count('class="headline"') == 1


def test_a_chip_names_the_rule_that_chose_the_headline(sample):
    html = subject_chip(visit(sample), "leg", "start-gauge", "time_h", published(sample))
    assert "Among the fitting claims, one that was observed comes first." in html
    assert "The source states a range; its middle is shown." in html
    assert "The worst case reported is 3 d 18 h." in html.replace("\N{NO-BREAK SPACE}", " ")


def test_a_chip_says_why_a_claim_did_not_count(sample):
    estimate = published(sample, "cost_usd_per_teu")
    html = subject_chip(visit(sample), "leg", "start-gauge", "cost_usd_per_teu", estimate)
    assert "basis-missing" in html
    assert "not known" in html
    assert "Not counted: it is about something similar." in html


def test_every_reason_that_the_rule_gives_is_worded(sample):
    view = visit(sample)
    for key in {(row.subject_type, row.subject_id, row.quantity) for row in sample.claims.itertuples()}:
        estimate = claims.figure(sample, *key)
        panel = subject_chip(view, *key, estimate)
        reason = re.search(r'<p class="why"><b>.*?</b> (.*?)</p>', panel)
        assert reason, key
        assert reason.group(1).strip(), (key, estimate.reason)
        assert panel.count('class="lost"') >= len(estimate.lost)


@pytest.mark.parametrize("basis", BASIS)
def test_each_basis_is_said_in_words_beside_its_mark(sample, basis):
    mark = basis_mark(visit(sample), basis)
    assert f'aria-label="{basis}"' in mark


def test_an_overdue_headline_is_marked_on_the_closed_chip(tmp_path):
    rows = sample_package.rows()
    rows["claims"][0] |= {"checked_on": "2020-01-01", "check_by": "2020-12-31"}
    dataset = load(sample_package.write(tmp_path / "old", rows))
    html = subject_chip(
        visit(dataset), "leg", "start-gauge", "distance_km", published(dataset, "distance_km")
    )
    assert "check overdue" in html.partition("</summary>")[0]
    assert "Due for review since 31 Dec 2020." in html


def test_text_from_the_data_never_becomes_markup(tmp_path):
    rows = sample_package.rows()
    evil = "<img src=x onerror=alert(1)>\"'&"
    rows["claims"][0] |= {"definition": evil, "note": evil}
    rows["sources"][0] |= {"title": evil, "publisher": evil, "url": "javascript:alert(1)"}
    dataset = load(sample_package.write(tmp_path / "evil", rows))
    view = visit(dataset)
    html = subject_chip(view, "leg", "start-gauge", "distance_km", published(dataset, "distance_km"))
    html += sources_chip(view, "office-2025") + source_link(view, "office-2025")
    assert "<img" not in html
    assert "javascript:" not in html
    assert "&lt;img" in html


@pytest.mark.parametrize("url", ["https://example.org/a?b=1&c=2", "http://example.org"])
def test_a_link_out_opens_apart_and_tells_nothing(url):
    assert 'target="_blank" rel="noopener noreferrer"' in link("text", url)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org", "", None])
def test_other_addresses_are_no_links(url):
    assert link("text", url) == "<span>text</span>"


def test_the_spread_lies_within_its_strip(sample):
    found = claims_on(sample, "leg", "start-gauge", "time_h")
    chart = spread(visit(sample), found, subject=("leg", "start-gauge"), headline="c-2", unit="h")
    html = spread_strip(chart)
    lefts = [float(value) for value in re.findall(r"left:([\d.]+)%", html)]
    assert len(lefts) == 3
    assert min(lefts) == 0
    assert max(lefts) == 100
    assert "3 claims lie between 8 h and 3 d 18 h" in html.replace("\N{NO-BREAK SPACE}", " ")


def test_one_number_alone_has_no_spread(sample):
    found = claims_on(sample, "leg", "gauge-portm", "distance_km")
    with pytest.raises(ChartError, match="no spread"):
        spread(visit(sample), found, subject=("leg", "gauge-portm"), headline=None, unit="km")


def test_a_table_has_caption_scopes_and_labels_for_cards(sample):
    columns = (Column(key="a", title="Leg", is_header=True), Column(key="b", title="Time", is_figure=True))
    html = table(visit(sample), [Line(cells={"a": "x<y", "b": tag("b", "1")})], columns, "Legs")
    assert "<caption>Legs</caption>" in html
    assert '<th scope="row" data-label="Leg">x&lt;y</th>' in html
    assert '<td data-label="Time" class="is-figure"><div><b>1</b></div></td>' in html


def test_an_empty_table_says_so(sample):
    assert "Nothing to show here yet." in table(visit(sample), [], (), "Legs")


def test_the_timeline_is_an_ordered_list_with_dates(sample):
    html = timeline(visit(sample), [Moment(date="2025-11-03", text="First flight")], "History")
    assert '<ol><li><time datetime="2025-11-03">3 Nov 2025</time>' in html


def test_a_figure_without_numbers_is_worded(sample):
    estimate = claims.figure(sample, "leg", "air-aaa-bbb", "launched_on")
    assert ">3 Nov 2025<" in chip(visit(sample), estimate)


def test_a_missing_figure_is_not_filled(sample):
    html = chip(visit(sample), Estimate(quantity="time_h", unit="h"))
    assert "None of our sources states it." in html
    assert not re.search(r"\d", re.sub(r"h4|<[^>]+>", "", html))


def test_chips_do_not_share_what_they_are_given(sample):
    estimate = published(sample)
    before = dataclasses.asdict(estimate)
    rows = tuple(MappingProxyType(row) for row in claims_on(sample, "leg", "start-gauge", "time_h"))
    chip(visit(sample), estimate, rows)
    assert dataclasses.asdict(estimate) == before


@pytest.mark.parametrize(
    ("ends", "beside", "basis", "words"),
    [
        ((16, 120), 82, "modelled", "0.67–5 d"),
        ((0, 170), 84, "published", "0–7.1 d"),
        ((20, 60), 41, "modelled", "20–60 h"),
        ((50, 120), None, "modelled", "2.1–5 d"),
    ],
)
def test_a_range_has_the_unit_of_the_figure_beside_it(sample, ends, beside, basis, words):
    band = wording.size_band(visit(sample), *ends, "h", basis, beside=beside)
    assert band.replace("\N{NO-BREAK SPACE}", " ") == words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_limits_a_corridor_is_read_in_every_language(lang):
    view = SimpleNamespace(lang=lang, words=Words(lang))
    for text in load(ROUTES).corridors["constraint_note"].dropna():
        assert 'lang="en"' not in wording.data_text(view, text)


def test_a_note_without_translation_is_marked_as_english():
    view = SimpleNamespace(lang="kk", words=Words("kk"))
    assert wording.data_text(view, "A note of own data") == (
        '<span class="cx-english" title="ағылшынша"><span lang="en">A note of own data</span></span>'
    )
