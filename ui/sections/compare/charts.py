"""Routes side by side as drawings: staircases over each other, hours as bars, journeys as dots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts.hours import KINDS, hours, kind_label
from corridor.charts.journeys import drawn_journeys, journeys_of
from corridor.charts.staircase import staircases as charted
from corridor.charts.tones import route as route_look
from corridor.errors import ChartError
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.rows import rows
from ui.look.beside_html import dots
from ui.look.chart_html import grid, ticks_below
from ui.look.markup import tag, together
from ui.look.picture_menu import chart_menu
from ui.look.plot import across, down, line, picture, style
from ui.look.tables import Column, Line, table
from ui.sections.compare.choice import by_route, numbered
from ui.sections.routes import words
from ui.sections.routes.answer import telling
from ui.sections.routes.cards import name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from corridor.charts.chart import Chart, Mark, Panel
    from ui.link.view import View
    from ui.sections.compare.choice import Beside
    from ui.sections.routes.answer import Answer

    Row = Mapping[str, Any]

_KEYS = ("time", "cost")


def staircases_chart(view: View, found: Answer, shown: Beside) -> Chart:
    """Lay the staircases of all routes out over each other."""
    return charted(
        view,
        {id_: shown.details[id_].corners for id_ in shown.ids},
        {id_: f"{found.number(id_)} {words.title(view, telling(found, id_))}" for id_ in shown.ids},
        title=view.words.gettext("Staircases in one chart"),
    )


def hours_chart(view: View, found: Answer, shown: Beside) -> Chart:
    """Lay the hours of each route out by kind of work."""
    names = {id_: name(view, found, id_) for id_ in shown.ids}
    return hours(view, rows(shown.hours), names, title=view.words.gettext("Where the time goes"))


def staircases(view: View, found: Answer, shown: Beside) -> Markup:
    """Draw time, and cost where any of it is known, of all routes against distance."""
    _ = view.words.gettext
    chart = staircases_chart(view, found, shown)
    panels = [_panel(view, chart, panel, key) for panel, key in zip(chart.panels, _KEYS, strict=False)]
    key = [tag("li", numbered(view, found, shown, id_)) for id_ in shown.ids]
    drawn = tag(
        "figure",
        tag("figcaption", chart.caption),
        tag("ul", *key, class_="cx-line-keys"),
        tag(
            "div",
            *panels,
            tag("div", ticks_below(chart.across), aria_hidden="true"),
            class_="cx-stairs is-beside",
        ),
        class_="cx-stairs-frame",
        tabindex="0",
        role="group",
        aria_label=_("Staircases of the routes in one chart; the tables below give the figures"),
    )
    return together(drawn, _save(view, chart, found, shown))


def hours_bars(view: View, found: Answer, shown: Beside) -> Markup:
    """Draw a bar a route, made of its hours by kind."""
    _ = view.words.gettext
    chart = hours_chart(view, found, shown)
    ends: dict[str, float] = {}
    for mark in chart.marks:
        ends[_route(mark)] = mark.base + (mark.typical or 0.0)
    longest = max(ends.values(), default=1.0)
    of = by_route(shown.hours, "kind")
    bars = []
    for id_ in shown.ids:
        parts = [
            tag(
                "span",
                tag("span", mark.text),
                class_=f"cx-part is-{mark.tone}",
                style=style(width=100 * (mark.typical or 0.0) / longest),
                title=mark.label,
            )
            for mark in chart.marks
            if _route(mark) == id_
        ]
        gaps = sum(of[kind][id_]["gaps"] for kind in KINDS)
        bars.append(
            tag(
                "li",
                tag("p", numbered(view, found, shown, id_), basis_mark(view, "modelled")),
                tag("div", *parts, class_="cx-bar"),
                tag("small", words.unknown(view, gaps), class_="gaps") if gaps else None,
            )
        )
    keys = [
        tag("span", tag("span", class_=f"cx-swatch is-{kind}"), kind_label(view, kind), class_="cx-key")
        for kind in KINDS
    ]
    label = _("Hours by kind of work, as bars; the table below gives the figures")
    return together(
        tag("p", *keys, class_="cx-note cx-keys"),
        tag("ul", *bars, class_="cx-bars", aria_label=label),
        _save(view, chart, found, shown),
    )


def journeys_chart(view: View, found: Answer, shown: Beside) -> Chart:
    """
    Lay twenty journeys of each route out on one axis.

    Raises
    ------
    ChartError
        If no time is known.
    """
    known = {row["route_id"]: row for row in rows(shown.likely.table)}
    drawn = {id_: journeys_of(name(view, found, id_), known[id_]) for id_ in shown.ids}
    return drawn_journeys(view, drawn, title=view.words.gettext("How sure is the time?"))


def journeys(view: View, found: Answer, shown: Beside) -> Markup | None:
    """Draw twenty journeys of each route on one axis; none where no time is known."""
    try:
        chart = journeys_chart(view, found, shown)
    except ChartError:
        return None
    heads = {
        id_: together(numbered(view, found, shown, id_), basis_mark(view, "modelled")) for id_ in shown.ids
    }
    return together(dots(chart, heads), _save(view, chart, found, shown))


def hours_table(view: View, found: Answer, shown: Beside) -> Markup:
    """Write the hours by kind as a table."""
    _ = view.words.gettext
    of = by_route(shown.hours, "kind")
    lines = [
        Line(
            cells={
                "what": kind_label(view, kind).capitalize(),
                **{id_: _hours(view, of[kind][id_]) for id_ in shown.ids},
            }
        )
        for kind in KINDS
    ]
    columns = [
        Column(key="what", title=_("What is done"), is_header=True),
        *(
            Column(key=id_, title=_("Route {number}").format(number=found.number(id_)), is_figure=True)
            for id_ in shown.ids
        ),
    ]
    return table(
        view, lines, columns, _("Hours by kind of work, sums of the known parts"), class_="cx-beside"
    )


def _panel(view: View, chart: Chart, panel: Panel, key: str) -> Markup:
    """Draw one quantity of all routes."""
    shapes, ends = [], []
    for series in panel.series:
        look = route_look(series.tone, dark=view.dark)
        points = [
            (across(chart.across, mark.at), down(panel.up, mark.typical or 0.0)) for mark in series.marks
        ]
        dash = " ".join(f"{part:g}" for part in look.dash)
        shapes.append(line(points, colour=look.colour, width=look.width, dash=dash))
        last = series.marks[-1]
        place = style(left=chart.across.percent(last.at), bottom=panel.up.percent(last.typical or 0.0))
        ends.append(tag("span", last.short, class_="cx-number is-end", style=place))
    return tag(
        "div",
        tag("p", tag("b", panel.up.title), f", {panel.up.unit}", class_="cx-up"),
        tag(
            "div",
            *grid(panel.up, "bottom"),
            picture("".join(shapes)),
            *ends,
            class_="cx-field",
            aria_hidden="true",
        ),
        class_=f"cx-panel is-{key}",
    )


def _save(view: View, chart: Chart, found: Answer, shown: Beside) -> Markup | None:
    """Link to the chart as a picture."""
    keys = {**found.question.as_keys(), "routes": ",".join(shown.ids)}
    return chart_menu(view, chart, keys)


def _route(mark: Mark) -> str:
    """Route that a mark is of."""
    return mark.target.id if mark.target else ""


def _size(view: View, row: Row) -> str:
    """Write hours of one kind."""
    return wording.size(view, row["typical"], "h", "modelled")


def _hours(view: View, row: Row) -> Markup | str:
    """Write hours of one kind with their range and gaps."""
    _ = view.words.gettext
    if not row["parts"]:
        return ""
    if row["gaps"] == row["parts"]:
        return together(tag("span", _("not known")), basis_mark(view, "missing"))
    size = _size(view, row)
    ends, typical = (row["low"], row["high"]), row["typical"]
    band = wording.size_band(view, *ends, "h", "modelled", beside=typical) if ends[0] != ends[1] else ""
    return together(
        tag("span", _("at least {value}").format(value=size) if row["gaps"] else size),
        basis_mark(view, "modelled"),
        tag("small", band) if band else None,
        tag("small", words.unknown(view, row["gaps"]), class_="gaps") if row["gaps"] else None,
    )
