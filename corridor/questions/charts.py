"""Charts that can be asked for: what the verb chart of the command line and the HTTP API are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.errors import QuestionError
from corridor.questions.chart_question import ChartQuestion
from corridor.questions.charted_routes import (
    ASKED,
    ROUTE,
    ROUTES,
    compared,
    numbered_names,
    one_of,
    presented,
    titled,
)
from corridor.questions.charts_beside import BESIDE
from corridor.questions.charts_lab import LAB_CHARTS
from corridor.questions.charts_partners import PARTNER_CHARTS
from corridor.questions.parameters import Parameter

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from corridor.charts.chart import Chart
    from corridor.dataset.tables import Dataset
    from corridor.language.reader import Reader

    Values = Mapping[str, Any]

# What takes long to import is imported where it is used: a command line must be quick to start.
# ruff: noqa: PLC0415

FORMS = ("svg", "png", "pdf", "json")
THEMES = ("light", "dark")
# Sizes as of `corridor.charts.layout`, which matplotlib would have to be imported for.
WIDTHS, HEIGHTS = (480, 2400), (360, 2400)
USUAL_WIDTH, USUAL_HEIGHT = 960, 600
SIZES = ("slide", "a4", "square")
_PAPER = "a4"
SHAPE = (
    Parameter(
        name="size",
        words="slide, a4 or square: a sheet with the date of the data and a code to scan (none; a4 of a PDF)",
        choices=("", *SIZES),
    ),
    Parameter(name="theme", words="light or dark (light)", choices=THEMES, default="light"),
    Parameter(
        name="width",
        words=f"width in pixels ({USUAL_WIDTH})",
        kind="whole",
        default=str(USUAL_WIDTH),
        least=WIDTHS[0],
        most=WIDTHS[1],
    ),
    Parameter(
        name="height",
        words=f"height in pixels ({USUAL_HEIGHT})",
        kind="whole",
        default=str(USUAL_HEIGHT),
        least=HEIGHTS[0],
        most=HEIGHTS[1],
    ),
)
_SUBJECT = (
    Parameter(
        name="subject_type",
        flag="subject_type",
        words="kind of subject, such as corridor, leg, node, topic",
        default=None,
        example="corridor",
    ),
    Parameter(
        name="subject_id",
        flag="subject_id",
        words="id of the subject, such as trans-caspian",
        default=None,
        example="trans-caspian",
    ),
)


def image(chart: Chart, form: str, values: Values, *, dataset: Dataset, link: str = "") -> bytes:
    """
    Write a chart as SVG, PNG, PDF or JSON.

    Parameters
    ----------
    chart
        The chart.
    form
        One of `FORMS`.
    values
        Of `SHAPE`; JSON has no shape. With a size it stands on a sheet that says which data it is of, and its
        width and height are those of the sheet. A PDF always is such a sheet.
    dataset
        The data that it is of.
    link
        Where the code on the sheet leads; no code if empty.
    """
    if form == "json":
        from corridor.charts.plain import as_plain
        from corridor.questions.tables import as_json

        return as_json(as_plain(chart))
    size = values["size"] or (_PAPER if form == "pdf" else "")
    if size:
        from corridor.audit.known import known_until
        from corridor.publication.chart_sheet import draw_chart

        theme, until = values["theme"], known_until(dataset)
        return draw_chart(chart, dataset, form=form, size=size, theme=theme, link=link, until=until)
    sized = {
        "width": values["width"] or USUAL_WIDTH,
        "height": values["height"] or USUAL_HEIGHT,
        "is_dark": values["theme"] == "dark",
    }
    if form == "png":
        from corridor.charts.png import as_png

        return as_png(chart, **sized)
    from corridor.charts.svg import as_svg

    return as_svg(chart, **sized)


def _staircase(reader: Reader, values: Values, _today: dt.date) -> Chart:
    """Draw one route."""
    from corridor.chain.staircase import staircase as laid_out
    from corridor.chain.steps import steps_of
    from corridor.charts.figures import route_name
    from corridor.charts.staircase import staircase
    from corridor.dataset.records import records

    found, reader = presented(reader, values)
    route = one_of(found, values["route"] or found.order[0])
    frame = steps_of(reader.dataset, found.whole.hops[route])
    name = route_name(reader, found.order.index(route) + 1, found.told(route))
    title = titled(reader, found, name)
    return staircase(reader, records(frame), records(laid_out(frame)), title=title)


def _scatter(reader: Reader, values: Values, _today: dt.date) -> Chart:
    """Draw all routes."""
    from corridor.charts.scatter import scatter
    from corridor.dataset.records import records

    found, reader = presented(reader, values)
    if values["route"]:
        one_of(found, values["route"])
    by_id = {row["route_id"]: row for row in records(found.whole.table)}
    shown = (*found.shown, values["route"]) if values["route"] else found.shown
    return scatter(
        reader,
        [by_id[one] for one in found.order],
        names=numbered_names(reader, found, shown),
        shown=shown,
        first=values["criteria"].split(",")[0].strip(),
        title=titled(reader, found, reader.words.gettext("All routes")),
    )


def _hours(reader: Reader, values: Values, _today: dt.date) -> Chart:
    """Draw the hours of several routes by kind of work."""
    from corridor.chain.steps import steps_of
    from corridor.charts.hours import hours
    from corridor.dataset.records import records
    from corridor.routing.comparison import hours_by_kind

    found, reader = presented(reader, values)
    ids = compared(found, values)
    frames = {one: steps_of(reader.dataset, found.whole.hops[one]) for one in ids}
    title = titled(reader, found, reader.words.gettext("Where the time goes"))
    return hours(reader, records(hours_by_kind(frames)), numbered_names(reader, found, ids), title=title)


def _staircases(reader: Reader, values: Values, _today: dt.date) -> Chart:
    """Draw several routes over each other."""
    from corridor.chain.staircase import staircase as laid_out
    from corridor.chain.steps import steps_of
    from corridor.charts.figures import route_title
    from corridor.charts.staircase import staircases
    from corridor.dataset.records import records

    found, reader = presented(reader, values)
    ids = compared(found, values)
    corners = {one: records(laid_out(steps_of(reader.dataset, found.whole.hops[one]))) for one in ids}
    names = {one: f"{found.order.index(one) + 1} {route_title(reader, found.told(one))}" for one in ids}
    title = titled(reader, found, reader.words.gettext("Staircases in one chart"))
    return staircases(reader, corners, names, title=title)


def _years(reader: Reader, values: Values, today: dt.date) -> Chart:
    """Draw the claims on one subject by year."""
    from corridor.charts.years import years
    from corridor.corridors.volumes import Subject, volumes
    from corridor.corridors.years import FIRST_YEAR, LAST_YEAR
    from corridor.dataset.records import records

    subject = _subject(reader.dataset, values)
    points = records(volumes(reader.dataset, [Subject(*subject)]))
    span = range(FIRST_YEAR, LAST_YEAR + 1)
    return years(reader, points, subject=subject, unit=values["unit"], span=span, now=today.year)


def _spread(reader: Reader, values: Values, _today: dt.date) -> Chart:
    """Draw the claims on one quantity."""
    from corridor.charts.spread import spread
    from corridor.dataset.records import records
    from corridor.evidence.claims import about, figure

    subject, quantity = _subject(reader.dataset, values), values["quantity"]
    reader.dataset.record("quantities", quantity)
    claims = records(about(reader.dataset, *subject, quantity))
    shown = figure(reader.dataset, *subject, quantity)
    return spread(reader, claims, subject=subject, headline=shown.claim_id, unit=shown.unit)


CHARTS = (
    ChartQuestion(
        name="staircase",
        words="time and cost against distance along a route",
        parameters=(*ASKED, ROUTE),
        draw=_staircase,
    ),
    ChartQuestion(
        name="scatter",
        words="all routes against each other: time, cost or CO2e",
        parameters=(*ASKED, ROUTE),
        draw=_scatter,
    ),
    ChartQuestion(
        name="hours",
        words="the hours of several routes by kind of work",
        parameters=(*ASKED, ROUTES),
        draw=_hours,
    ),
    ChartQuestion(
        name="staircases",
        words="time and cost of several routes against distance",
        parameters=(*ASKED, ROUTES),
        draw=_staircases,
    ),
    ChartQuestion(
        name="years",
        words="what was carried, is planned and could be carried, year by year",
        parameters=(
            *_SUBJECT,
            Parameter(name="unit", words="t or TEU (t)", choices=("t", "TEU"), default="t"),
        ),
        draw=_years,
        is_of_the_day=True,
    ),
    ChartQuestion(
        name="spread",
        words="where the claims on one quantity lie",
        parameters=(
            *_SUBJECT,
            Parameter(
                name="quantity",
                flag="quantity",
                words="id of the quantity, such as time_h",
                default=None,
                example="time_h",
            ),
        ),
        draw=_spread,
    ),
    *PARTNER_CHARTS,
    *BESIDE,
    *LAB_CHARTS,
)
BY_NAME: Mapping[str, ChartQuestion] = {one.name: one for one in CHARTS}


def _subject(dataset: Dataset, values: Values) -> tuple[str, str]:
    """Give the subject if the dataset has it."""
    from corridor.language.names import TABLE_OF

    kind, id_ = values["subject_type"], values["subject_id"]
    if kind not in TABLE_OF:
        raise QuestionError("value-unknown", name="subject_type", value=kind, known=tuple(TABLE_OF))
    dataset.record(TABLE_OF[kind], id_)
    return kind, id_
