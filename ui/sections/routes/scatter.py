"""All routes against each other: time across, cost or CO₂e upwards, size CO₂e; each point is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.scatter import scatter as charted
from corridor.errors import ChartError
from ui.look.chart_html import grid, mark_link
from ui.look.folds import folded_on_phones
from ui.look.markup import tag, together
from ui.look.picture_menu import chart_menu
from ui.look.plot import style
from ui.sections.routes.cards import name

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.charts.chart import Chart, Mark
    from ui.link.view import View
    from ui.sections.routes.answer import Answer

_MIN_PX, _MAX_PX = 12, 30
_NUMBERED_PX = 24


def chart_of(view: View, found: Answer, chosen: str) -> Chart:
    """
    Lay the points out, one a route.

    Raises
    ------
    ChartError
        If too little is known of the routes.
    """
    shown = (*found.shown, *([chosen] if chosen not in found.shown else []))
    return charted(
        view,
        tuple(found.rows.values()),
        names={route_id: name(view, found, route_id) for route_id in shown},
        shown=shown,
        first=found.question.criteria_words[0],
        title=view.words.gettext("All routes"),
    )


def scatter(view: View, found: Answer, chosen: str) -> Markup:
    """Draw a point a route; a click or Enter on it chooses the route."""
    try:
        chart = chart_of(view, found, chosen)
    except ChartError as error:
        return tag("p", view.words.error(error), class_="none")
    up = chart.panels[0].up
    points = [_point(view, chart, mark, chosen) for mark in chart.marks]
    drawn = tag(
        "figure",
        tag("figcaption", chart.caption),
        tag("p", up.heading, class_="cx-up"),
        tag("div", *grid(chart.across, "left"), *grid(up, "bottom"), *points, class_="cx-field"),
        tag("p", chart.across.heading, class_="cx-across"),
        class_="cx-scatter",
        role="group",
        aria_label=f"{chart.across.title}, {up.title}",
    )
    menu = chart_menu(view, chart, {**found.question.as_keys(), "route": chosen})
    return folded_on_phones(view.words.gettext("All routes in one chart"), drawn, menu)


def _point(view: View, chart: Chart, mark: Mark, chosen: str) -> Markup:
    """Draw one route."""
    route = mark.target.id if mark.target else ""
    pixels = _MIN_PX + (_MAX_PX - _MIN_PX) * mark.size
    if mark.is_strong:
        pixels = max(pixels, _NUMBERED_PX)
    classes = [
        "cx-point",
        "is-hollow" if mark.is_hollow else "",
        "is-shown" if mark.is_strong else "",
        "is-chosen" if route == chosen else "",
    ]
    place = style(left=chart.across.percent(mark.at), bottom=chart.panels[0].up.percent(mark.typical or 0.0))
    return mark_link(
        view,
        mark,
        mark.short or together(),
        {
            "id": f"point-{route}",
            "class_": " ".join(class_name for class_name in classes if class_name),
            "style": f"{place};--size:{pixels:.0f}px",
            "aria_label": mark.label,
            "aria_current": "true" if route == chosen else None,
        },
    )
