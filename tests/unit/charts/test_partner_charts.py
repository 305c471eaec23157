"""Charts of partners: every mark is a row of its frame, what has no date is apart, the page draws all."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

import pytest

from corridor.charts.dates import begin_of, date_axis, end_of
from corridor.charts.layout import lay_out
from corridor.charts.text_twin import text_twin
from corridor.charts.trade import trade
from corridor.charts.visit import visit
from corridor.dataset.records import records
from corridor.errors import ChartError
from corridor.language.reader import LanguageReader
from corridor.language.text import Words
from corridor.partners.follow_up import FEBRUARY_2026, follow_up, occasion
from corridor.partners.project_dates import project_dates
from corridor.partners.register import register
from corridor.partners.trade import trade_gaps, trade_reports
from corridor.partners.visit_moments import visit_moments
from corridor.questions.charts import BY_NAME
from corridor.questions.parameters import read
from tests.shipped import shipped_data
from ui.link.state import State
from ui.look.chart_panels import panel_chart
from ui.look.chart_rows import row_chart

DAY = dt.date(2026, 11, 30)


@pytest.fixture(scope="module")
def data():
    return shipped_data()


def draw(data, name, lang="en", **asked):
    """One chart as the command line and the API draw it."""
    question = BY_NAME[name]
    return question.draw(LanguageReader(data, lang), read(question.parameters, asked), DAY)


def of_kind(chart, kind):
    """Marks of the series of a kind."""
    return [
        mark
        for panel in chart.panels
        for series in panel.series
        if series.kind == kind
        for mark in series.marks
    ]


def test_every_figure_of_trade_is_a_mark_in_its_place(data):
    chart = draw(data, "trade")
    reports = records(trade_reports(data))
    drawn = sorted((mark.at, mark.typical, mark.tone) for mark in of_kind(chart, "reported"))
    assert drawn == sorted(
        (float(row["year"]), row["value_usd"] / 1e6, f"reporter-{row['reporter']}") for row in reports
    )
    assert all(mark.target.kind == "claim" for mark in of_kind(chart, "reported"))
    gaps = records(trade_gaps(trade_reports(data)))
    assert [(mark.low, mark.high) for mark in of_kind(chart, "gap")] == [
        (row["low_usd"] / 1e6, row["high_usd"] / 1e6) for row in gaps
    ]
    assert "107.7" in chart.title
    assert "117" in chart.title
    assert "2024" in chart.finding


@pytest.mark.parametrize("name", ["trade", "projects", "visit"])
def test_the_table_in_words_tells_every_mark_with_its_own_date(data, name):
    chart = draw(data, name)
    told = [set(row) for row in text_twin(chart).rows]
    for mark in (*chart.marks, *chart.apart):
        assert any({mark.name, mark.at_text, mark.text} <= row for row in told)


@pytest.mark.parametrize("group", ["theme", "status"])
def test_a_project_is_drawn_at_its_dates_or_stands_apart(data, group):
    chart = draw(data, "projects", group=group)
    rows = {row["project_id"]: row for row in records(project_dates(data, register(data, today=DAY)))}
    due = [mark for mark in of_kind(chart, "sign") if mark.tone.startswith("status-")]
    assert {mark.target.id for mark in due} == {id_ for id_, row in rows.items() if row["due_on"]}
    for mark in due:
        row = rows[mark.target.id]
        assert mark.typical == end_of(row["due_on"])
        assert mark.tone == f"status-{row['status']}"
    for mark in of_kind(chart, "span"):
        row = rows[mark.target.id]
        assert (mark.typical, mark.high) == (begin_of(row["due_on"]), end_of(row["due_on"]))
        assert mark.low is None or mark.low == begin_of(row["start_on"])
    steps = [mark for mark in of_kind(chart, "sign") if mark.tone == "milestone"]
    assert len(steps) == sum(len(row["milestones"]) for row in rows.values())
    assert {mark.target.id for mark in chart.apart} == {
        id_ for id_, row in rows.items() if not row["is_dated"]
    }
    told = text_twin(chart)
    for row in chart.apart:
        assert any(row.name in cells and row.text in cells for cells in told.rows)
    corridor = [mark for mark in of_kind(chart, "sign") if mark.tone == "corridor"]
    assert len(corridor) == sum(row["is_on_corridor"] and row["is_dated"] for row in rows.values())
    assert {mark.target.kind for mark in corridor} == {"corridor"}


def test_rows_lie_in_their_groups(data):
    for name in ("projects", "visit"):
        chart = draw(data, name)
        for at in chart.across.ticks:
            assert sum(one.start < at < one.end for one in chart.stretches) == 1
        ends = [(one.start, one.end) for one in chart.stretches]
        assert ends == sorted(ends)


def test_filters_of_the_register_act_on_the_chart(data):
    chart = draw(data, "projects", topic="trans-caspian", group="status")
    ids = {mark.target.id for mark in (*of_kind(chart, "span"), *chart.apart)}
    assert {data.record("projects", id_)["theme"] for id_ in ids} == {"trans-caspian"}
    with pytest.raises(ChartError):
        draw(data, "projects", topic="agriculture")


def test_the_visit_counts_what_its_frame_counts(data):
    chart = draw(data, "visit")
    events = occasion(data, FEBRUARY_2026)
    rows = records(visit_moments(data, events, follow_up(data, events)))
    marks = of_kind(chart, "sign")
    assert len(marks) == len(rows)
    counts = {"agreement": 0, "project": 0, "silent": 0, "operating": 0}
    for mark in marks:
        if mark.tone in counts:
            counts[mark.tone] += int(mark.short)
    for kind, total in counts.items():
        assert total == sum(row["count"] for row in rows if row["kind"] == kind)
    silent = sum(row["count"] for row in rows if row["kind"] == "silent")
    assert f"{silent} of {counts['agreement'] + counts['project']} promises" in chart.title
    alone = draw(data, "visit", sector="digital")
    assert {mark.target.kind for mark in of_kind(alone, "sign")} == {"event", "paper", "project"}


@pytest.mark.parametrize("name", ["trade", "projects", "visit"])
@pytest.mark.parametrize(("width", "height"), [(960, 540), (1920, 1080), (1280, 1280)])
@pytest.mark.parametrize("lang", ["en", "kk", "sr-Latn"])
def test_on_a_slide_every_row_has_its_name(data, name, width, height, lang):
    chart = draw(data, name, lang)
    drawing = lay_out(chart, width=width, height=height)
    written = [text.text for text in drawing.texts]
    if chart.panels[0].up.is_dates:
        starts = {text.removesuffix("…").removesuffix("...").strip()[:12] for text in written}
        for row in chart.across.texts:
            assert any(row.startswith(start) for start in starts if start)
    assert drawing.texts


@pytest.mark.parametrize("name", ["trade", "projects", "visit"])
def test_the_page_links_every_mark(data, name):
    view = SimpleNamespace(
        words=Words("en"), lang="en", own="", dark=False, data_token="1",  # noqa: S106 - a version
        dataset=data, page="partners", state=State(),
    )  # fmt: skip
    chart = draw(data, name)
    html = str((panel_chart if name == "trade" else row_chart)(view, chart))
    assert "<script" not in html
    for mark in chart.marks:
        if mark.target and mark.typical is not None and name != "projects":
            assert mark.target.id in html
    assert html.count("rc-row") >= len(chart.across.ticks) if name != "trade" else "pc-dot" in html
    if chart.apart:
        assert f"{chart.apart_title}: {len(chart.apart)}" in html


def test_nothing_recorded_is_refused_in_words(data):
    reader = LanguageReader(data, "en")
    with pytest.raises(ChartError):
        trade(reader, [], [])
    with pytest.raises(ChartError):
        visit(reader, [], name="x", known_until="2026-03")


@pytest.mark.parametrize(
    ("periods", "texts"),
    [
        (("2025-08-08", "2026-03-31"), ("Sept 2025", "Oct", "Nov", "Dec", "Jan 2026", "Feb", "Mar")),
        (("2015", "2030"), ("2016", "2018")),
        (("2026-02-26", "2026-02-26"), ()),
    ],
)
def test_an_axis_of_dates_has_ticks_at_months_or_years(periods, texts):
    axis = date_axis([begin_of(periods[0]), end_of(periods[1])], "en")
    assert axis.texts[: len(texts)] == texts
    assert len(axis.ticks) == len(axis.texts) <= 9
    assert all(axis.low <= tick <= axis.high for tick in axis.ticks)
    assert all(dt.date.fromordinal(int(tick)).day == 1 for tick in axis.ticks)
