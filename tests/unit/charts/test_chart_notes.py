"""A visitor's notes on charts: which points they name, that they move with the data, how they are drawn."""

from dataclasses import replace

import pytest

from corridor.charts.chart import Chart, Mark, Panel, Series, Target
from corridor.charts.layout import lay_out
from corridor.charts.notes import MAX_NOTES, noted, points
from corridor.charts.svg import as_svg
from tests.checks import overlaps
from ui.content.content import content_of
from ui.link.named import keys_of, view_of

TEXT = "Wait here for the vessel <b>two</b> days, and then for the train to the border"
VIEWS = (
    ("routes", "from=almaty&to=belgrade"),
    ("compare", "from=almaty&to=belgrade"),
    ("corridor", ""),
    ("flights", ""),
    ("connectivity", ""),
    ("partners", ""),
    ("partners", "part=trade"),
    ("partners", "part=promises"),
)


@pytest.fixture(scope="module")
def charts():
    return [chart for page, query in VIEWS for chart in content_of(view_of(page, keys_of(query))).charts]


def with_notes(chart):
    known = list(points(chart))
    chosen = dict.fromkeys([known[0], known[len(known) // 2], known[-1]])
    return noted(chart, [(point, f"{TEXT}"[:80]) for point in chosen])


def test_every_chart_of_the_pages_has_points_with_names_of_their_own(charts):
    assert {chart.name for chart in charts} >= {"staircase", "hours", "rivals", "years", "week", "trade"}
    for chart in charts:
        known = points(chart)
        assert known, chart.name
        assert all(point.replace("-", "").isalnum() and point.isascii() for point in known)
        assert max(map(len, known)) < 100
        assert all(mark.name or mark.at_text for mark in known.values())


@pytest.mark.parametrize("size", [(480, 360), (960, 600), (1232, 560), (672, 520)])
@pytest.mark.parametrize("is_dark", [False, True])
def test_notes_lie_on_no_text_and_within_the_sheet(charts, size, is_dark):
    for chart in charts:
        given = with_notes(chart)
        drawing = lay_out(given, width=size[0], height=size[1], is_dark=is_dark)
        told = " ".join(text.text for text in drawing.texts)
        assert told.count("Wait here") == len(given.notes) > 0
        arrows = len(drawing.shapes) - len(lay_out(chart, width=size[0], height=size[1]).shapes)
        assert arrows >= len(given.notes)
        for text in drawing.texts:
            assert 0 <= text.box.left < text.box.right <= drawing.width
            assert 0 <= text.box.top < text.box.bottom <= drawing.height
        assert overlaps(drawing.texts) == [], chart.id


def test_a_note_is_text_and_never_markup(charts):
    svg = as_svg(with_notes(charts[0])).decode()
    assert "<b>" not in svg
    assert "&lt;b&gt;" in svg


def test_a_point_that_is_not_there_takes_no_note(charts):
    chart = charts[0]
    assert noted(chart, [("leg-to-the-moon", "Hello")]) is chart
    first = next(iter(points(chart)))
    many = noted(chart, [(first, str(number)) for number in range(9)])
    assert len(many.notes) == MAX_NOTES
    assert many.notes[0].line == f"{points(chart)[first].name}: 0"


def test_a_note_moves_with_the_data(charts):
    chart = next(chart for chart in charts if chart.name == "staircase")
    step = next(series for series in chart.panels[0].series if series.kind == "step")
    moved = replace(
        step,
        marks=tuple(
            replace(mark, target=mark.target and replace(mark.target, id=str(int(mark.target.id) + 3)))
            for mark in step.marks
        ),
    )
    other = replace(chart, panels=(replace(chart.panels[0], series=(moved,)),))
    assert list(points(other)) == [point for point in points(chart) if point in points(other)]
    assert len(points(other)) > 5


def test_a_route_drawn_as_a_line_is_named_by_the_line():
    marks = tuple(
        Mark(name=name, at=at, typical=at, target=Target("route", "1a2b")) for at, name in enumerate("AB")
    )
    panel = Panel(up=None, series=(Series(name="Route 1", kind="line", marks=marks),))
    chart = Chart(name="staircases", title="", across=None, panels=(panel,), mark_title="", at_title="")
    assert {point: (mark.name, mark.at) for point, mark in points(chart).items()} == {
        "route-1a2b": ("Route 1", 1)
    }
