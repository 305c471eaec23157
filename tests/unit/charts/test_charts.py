"""Charts as plain data: the same figures in SVG, table and JSON; nothing overlaps, nothing is cut."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from types import SimpleNamespace
from xml.etree import ElementTree as ET

import pytest

from corridor.charts.axis import axis, ceiling, named_axis
from corridor.charts.chart import Chart, Mark, Panel, Series, Target
from corridor.charts.drawing import spelled
from corridor.charts.layout import MAX_HEIGHT, MAX_WIDTH, MIN_HEIGHT, MIN_WIDTH, lay_out
from corridor.charts.plain import as_plain, plain_tables
from corridor.charts.png import SCALE, as_png
from corridor.charts.svg import as_svg
from corridor.charts.text_twin import as_lines, text_twin
from corridor.charts.tones import colour
from corridor.columns.quantities import WORKS
from corridor.errors import ChartError, QuestionError, RouteError, UnknownIdError
from corridor.language.labels import WORK as LABELS
from corridor.language.reader import LanguageReader
from corridor.language.text import LANGUAGES, Words
from corridor.questions.charts import BY_NAME, CHARTS, FORMS, HEIGHTS, SHAPE, WIDTHS, image
from corridor.questions.parameters import read
from tests.checks import overlaps
from tests.shipped import shipped_data
from ui.look.chart_html import mark_link, spread_strip, year_bars
from ui.look.picture_menu import chart_menu, panel_menu

PAIR = {"from": "Khorgos", "to": "Bor"}
ASKED = {
    "staircase": PAIR,
    "scatter": PAIR,
    "hours": PAIR,
    "staircases": PAIR,
    "years": {"subject_type": "corridor", "subject_id": "trans-caspian"},
    "spread": {"subject_type": "leg", "subject_id": "aktau-alat", "quantity": "time_h"},
    "trade": {},
    "projects": {},
    "visit": {},
    "week": {"from": "NQZ", "to": "BEG"},
    "journeys": PAIR,
    "scenario-staircases": {**PAIR, "scenario": "shut.kuryk-port"},
    "rivals": {"corridor": "tc-danube"},
    "pairs": {},
    "tornado": {**PAIR, "samples": "50"},
    "portfolios": {"origins": "Aktau", "destinations": "Nis"},
    "heat": {"origins": "Aktau", "destinations": "Nis", "scenarios": "today,shut.kuryk-port"},
}
SVG = "{http://www.w3.org/2000/svg}"
TODAY = dt.date(2026, 3, 10)
HOSTILE = "</text><script>alert(1)</script>&\"' \x00\x1b\ud800 " + "W" * 300


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.fixture(scope="module")
def drawn(data):
    """Charts by name and language, each drawn once."""
    found = {}

    def draw(name, lang="en"):
        if (name, lang) not in found:
            question = BY_NAME[name]
            values = read(question.parameters, ASKED[name])
            found[name, lang] = question.draw(LanguageReader(data, lang), values, TODAY)
        return found[name, lang]

    return draw


def parsed(svg):
    """The root of a document."""
    return ET.fromstring(svg)  # noqa: S314 - our own document


def texts_of(svg):
    """All texts of a document, those of titles too, as a reader has them."""
    return [one.text or "" for one in parsed(svg).iter() if one.tag in {f"{SVG}text", f"{SVG}title"}]


def check_no_overlap(drawing):
    """No text lies on another or reaches over the frame."""
    boxes = [text.box for text in drawing.texts]
    assert boxes
    for box in boxes:
        assert box.left >= 0
        assert box.top >= 0
        assert box.right <= drawing.width
        assert box.bottom <= drawing.height
    assert overlaps(drawing.texts) == []


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_text_lies_on_another_or_beyond_the_frame(drawn, name, lang):
    for width, height in ((960, 600), (MIN_WIDTH, MIN_HEIGHT), (1600, 900)):
        check_no_overlap(lay_out(drawn(name, lang), width=width, height=height))


@pytest.mark.parametrize("name", ASKED)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_same_figures_stand_in_picture_table_and_json(drawn, name, lang):
    chart = drawn(name, lang)
    told = "\n".join(texts_of(as_svg(chart)))
    cells = {cell for row in text_twin(chart).rows for cell in row}
    plain = json.dumps(as_plain(chart), ensure_ascii=False)
    for mark in chart.marks:
        assert mark.text in cells or not mark.text
        assert json.dumps(mark.text, ensure_ascii=False) in plain
        if mark.label and not name.endswith("staircases") and mark.target is not None:
            assert spelled(mark.label) in told
    assert spelled(chart.source)[:40] in told
    assert all(spelled(panel.up.title) in told for panel in chart.panels if not chart.is_sideways)


@pytest.mark.parametrize("name", ASKED)
def test_a_document_is_whole_and_the_same_each_time(drawn, name):
    chart = drawn(name)
    for is_dark in (False, True):
        svg = as_svg(chart, width=800, height=500, is_dark=is_dark)
        root = parsed(svg)
        assert (root.get("width"), root.get("height"), root.get("viewBox")) == ("800", "500", "0 0 800 500")
        assert b"@font-face" in svg
        assert svg.count(b"http") == 1  # the name space: nothing is fetched
        assert svg == as_svg(chart, width=800, height=500, is_dark=is_dark)
    assert as_svg(chart) != as_svg(chart, is_dark=True)


@pytest.mark.parametrize("name", ASKED)
def test_a_png_has_twice_the_size_that_is_asked_for(drawn, name):
    png = as_png(drawn(name), width=480, height=360)
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) == 480 * SCALE
    assert int.from_bytes(png[20:24]) == 360 * SCALE


def test_hostile_names_are_text_and_nothing_else(drawn):
    chart = drawn("spread")
    panel = chart.panels[0]
    marks = tuple(
        replace(mark, name=HOSTILE, label=HOSTILE, short=HOSTILE, text=HOSTILE)
        for mark in panel.series[0].marks
    )
    series = (replace(panel.series[0], name=HOSTILE, marks=marks),)
    hostile = replace(
        chart,
        title=HOSTILE,
        caption=HOSTILE,
        source=HOSTILE,
        across=named_axis([HOSTILE] * len(marks)),
        panels=(replace(panel, series=series, note=HOSTILE),),
        keys=tuple(replace(key, name=HOSTILE) for key in chart.keys),
    )
    svg = as_svg(hostile)
    tags = {one.tag.removeprefix(SVG) for one in parsed(svg).iter()}
    assert tags <= {"svg", "title", "desc", "style", "rect", "polyline", "polygon", "circle", "text"}
    assert b"<script" not in svg
    check_no_overlap(lay_out(hostile))
    assert as_png(hostile, width=480, height=360)
    visit = SimpleNamespace(words=Words("en"), lang="en", own="mine", dark=False)
    assert "<script" not in spread_strip(hostile)
    assert chart_menu(visit, hostile, {}) is None
    assert panel_menu(visit, hostile, {}) is None


def test_a_chart_is_plain_data(drawn):
    def check(value):
        if is_dataclass(value):
            for one in fields(value):
                check(getattr(value, one.name))
        elif isinstance(value, tuple):
            for one in value:
                check(one)
        else:
            assert value is None or type(value) in {str, int, float, bool}

    for name in ASKED:
        check(drawn(name))


@pytest.mark.parametrize("name", ASKED)
def test_the_plain_table_is_what_chart_programs_take(drawn, name):
    chart = drawn(name)
    tables = plain_tables(chart)
    assert len(tables) == len(chart.panels)
    values = []
    for table in tables:
        wide = len(table.categories)
        for series in table.series:
            assert len(series.values) == len(series.lows) == len(series.highs)
            assert len(series.values) == (wide if table.kind == "categories" else len(series.at))
            values += [value for value in series.values if value is not None]
    marks = [mark.typical for mark in chart.marks if mark.typical is not None]
    assert sorted(values) == sorted(marks)


def test_a_staircase_ends_at_the_totals_and_names_its_basis(drawn):
    chart = drawn("staircase")
    for panel in chart.panels:
        corners = panel.series[-1].marks
        assert [mark.at for mark in corners] == sorted(mark.at for mark in corners)
        assert all(mark.low <= mark.typical <= mark.high for mark in corners)
        assert corners[0].target is None
        assert [mark.target.id for mark in corners[1:]] == [str(at) for at in range(1, len(corners))]
        assert {mark.basis for mark in corners[1:]} <= {"", "published", "derived", "modelled", "missing"}


def test_a_route_that_others_beat_can_be_drawn_as_on_the_page(data):
    question = BY_NAME["scatter"]
    chart = question.draw(LanguageReader(data, "en"), read(question.parameters, PAIR), TODAY)
    routes = [mark.target.id for mark in chart.marks]
    numbers = sorted(int(mark.short) for mark in chart.marks if mark.short)
    assert numbers == list(range(1, len(numbers) + 1))
    stairs = BY_NAME["staircase"]
    beaten = [mark.target.id for mark in chart.marks if not mark.short]
    for route in {routes[0], beaten[0], beaten[len(beaten) // 2], beaten[-1]}:
        values = read(stairs.parameters, {**PAIR, "route": route})
        assert stairs.draw(LanguageReader(data, "en"), values, TODAY).panels


def test_years_put_claims_of_one_year_beside_each_other(drawn):
    chart = drawn("years")
    bars = [mark for mark in chart.marks if mark.tone in {"observed", "planned"}]
    spans = sorted((mark.at - mark.width / 2, mark.at + mark.width / 2) for mark in bars)
    assert all(before[1] <= after[0] + 1e-9 for before, after in pairwise(spans))
    assert all(mark.target.kind == "claim" for mark in chart.marks)
    assert chart.stretches[0].start == TODAY.year + 0.5


@pytest.mark.parametrize(
    ("name", "asked", "error"),
    [
        ("staircase", {**PAIR, "route": "nonesuch"}, RouteError),
        ("hours", {**PAIR, "routes": "a"}, QuestionError),
        ("years", {"subject_type": "__class__", "subject_id": "x"}, QuestionError),
        ("years", {"subject_type": "corridor", "subject_id": "nonesuch"}, UnknownIdError),
        ("years", {"subject_type": "country", "subject_id": "KZ"}, ChartError),
        ("spread", {"subject_type": "leg", "subject_id": "aktau-alat", "quantity": "x"}, UnknownIdError),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_words(data, name, asked, error):
    question = BY_NAME[name]
    with pytest.raises(error):
        question.draw(LanguageReader(data, "en"), read(question.parameters, asked), TODAY)


def test_the_limits_of_a_question_are_those_of_the_sheet():
    assert (WIDTHS, HEIGHTS) == ((MIN_WIDTH, MAX_WIDTH), (MIN_HEIGHT, MAX_HEIGHT))
    for given in ({"width": "100000"}, {"height": "10"}, {"theme": "pink"}):
        with pytest.raises(QuestionError):
            read(SHAPE, given, is_served=True)


@pytest.mark.parametrize("form", FORMS)
def test_an_image_has_the_form_that_is_asked_for(drawn, data, form):
    content = image(drawn("spread"), form, read(SHAPE, {"width": "500"}), dataset=data)
    assert content.startswith({"svg": b"<svg", "png": b"\x89PNG", "pdf": b"%PDF", "json": b"{"}[form])


def test_a_chart_with_a_size_says_which_data_it_is_of(drawn, data):
    link = "https://corridor.example.org/api/v1/chart/spread.svg"
    svg = image(drawn("spread"), "svg", read(SHAPE, {"size": "square"}), dataset=data, link=link).decode()
    assert f"Data version {data.version}" in svg
    assert link in svg
    assert link not in image(drawn("spread"), "svg", read(SHAPE, {}), dataset=data, link=link).decode()


def test_the_page_draws_every_mark_of_the_same_chart(drawn, data):
    known = {"page": "corridor", "own": "", "data_token": "1"}
    visit = SimpleNamespace(**known, words=Words("en"), lang="en", dark=True, dataset=data)
    chart = drawn("years")
    html = year_bars(visit, chart, TODAY.year)
    for mark in chart.marks:
        assert f"claim={mark.target.id}" in html
        assert str(mark_link(visit, mark, "", {})).count(mark.text) == 1
    assert html.count('class="yc-mark') == len(chart.marks)
    links = chart_menu(visit, chart, {"subject_id": 'a"><b'})
    assert links.count("./api/v1/chart/years.") == 4  # three forms of a picture, and its figures
    assert f'data-part="chart.{chart.id}"' in links
    assert '"><b' not in links


def test_the_twin_is_a_table(drawn):
    for question in CHARTS:
        twin = text_twin(drawn(question.name))
        assert all(len(row) == len(twin.columns) for row in twin.rows)
        assert all(twin.columns)
        assert as_lines(twin)[0] == twin.title


def test_every_kind_of_work_has_its_label_and_tone():
    assert tuple(LABELS) == WORKS
    assert all(colour(work, dark=False) for work in WORKS)


def test_a_chart_of_one_mark_can_be_drawn():
    mark = Mark(
        name="a", at=0, typical=0.0, text="0", target=Target("claim", "c-1"), tone="observed", width=1
    )
    bars = Series(name="s", kind="bar", marks=(mark,))
    chart = Chart(
        name="years",
        title="t",
        mark_title="m",
        at_title="",
        across=named_axis(["2020"]),
        panels=(Panel(up=axis([0.0], write=str), series=(bars,)),),
    )
    check_no_overlap(lay_out(chart))


@pytest.mark.parametrize(("value", "end"), [(0, 1), (-3, 1), (11, 15), (0.7, 0.8), (10, 10)])
def test_an_axis_ends_at_a_short_number(value, end):
    assert ceiling(value) == pytest.approx(end)
