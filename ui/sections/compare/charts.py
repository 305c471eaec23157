"""Routes beside each other as drawings: staircases over each other, hours by kind of work as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.routing.comparison import KINDS, MOVING
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.language import format as fmt
from ui.look.markup import tag, together
from ui.look.modes import WORK
from ui.look.plot import axis, line, picture, style
from ui.look.tables import Column, Line, table
from ui.sections.compare.choice import by_route, numbered
from ui.sections.routes import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.look.plot import Axis
    from ui.sections.compare.choice import Beside
    from ui.sections.routes.answer import Answer

    Row = Mapping[str, Any]

_HOURS = 24.0
_WIDTH_SHARE = 0.55
_PANELS = {"time": _HOURS, "cost": 1.0}


def staircases(view: View, found: Answer, shown: Beside) -> Markup:
    """Draw time, and cost where any of it is known, of all routes against distance."""
    _ = view.words.gettext
    corners = {one: shown.details[one].corners for one in shown.ids}
    across = axis([row["distance_km"] for of in corners.values() for row in of], exact_end=True)
    has_cost = any(one.totals["cost_usd_per_teu"]["known_count"] for one in shown.details.values())
    panels = [_panel(view, found, shown, "time", across)]
    if has_cost:
        panels.append(_panel(view, found, shown, "cost", across))
    ticks = [tag("i", fmt.number(at, view.lang), style=style(left=across.percent(at))) for at in across.ticks]
    caption = _(
        "Horizontal: distance in km. Vertical: time and cost, known parts only. A vertical "
        "step is work at a place. The number of each route is at its end."
    )
    key = [tag("li", numbered(view, found, shown, one)) for one in shown.ids]
    return tag(
        "figure",
        tag("figcaption", caption),
        tag("ul", *key, class_="cx-line-keys"),
        tag(
            "div",
            *panels,
            tag("div", *ticks, class_="cx-km", aria_hidden="true"),
            class_="cx-stairs is-beside",
        ),
        class_="cx-stairs-frame",
        role="group",
        aria_label=_("Staircases of the routes in one chart; the tables below give the figures"),
    )


def hours_bars(view: View, found: Answer, shown: Beside) -> Markup:
    """Draw a bar a route, made of its hours by kind."""
    _ = view.words.gettext
    of = by_route(shown.hours, "kind")
    longest = max(sum(of[kind][one]["typical"] for kind in KINDS) for one in shown.ids) or 1.0
    bars = []
    for one in shown.ids:
        parts = [
            tag(
                "span",
                tag("span", _size(view, of[kind][one])),
                class_=f"cx-part is-{kind}",
                style=style(width=100 * of[kind][one]["typical"] / longest),
                title=f"{_label(view, kind)}: {_size(view, of[kind][one])}",
            )
            for kind in KINDS
            if of[kind][one]["typical"]
        ]
        gaps = sum(of[kind][one]["gaps"] for kind in KINDS)
        bars.append(
            tag(
                "li",
                tag("p", numbered(view, found, shown, one), basis_mark(view, "modelled")),
                tag("div", *parts, class_="cx-bar"),
                tag("small", words.unknown(view, gaps), class_="gaps") if gaps else None,
            )
        )
    keys = [
        tag("span", tag("span", class_=f"cx-swatch is-{kind}"), _label(view, kind), class_="cx-key")
        for kind in KINDS
    ]
    return together(
        tag("p", *keys, class_="cx-note cx-keys"),
        tag(
            "ul",
            *bars,
            class_="cx-bars",
            aria_label=_("Hours by kind of work, as bars; the table below gives the figures"),
        ),
    )


def hours_table(view: View, found: Answer, shown: Beside) -> Markup:
    """Write the hours by kind as a table."""
    _ = view.words.gettext
    of = by_route(shown.hours, "kind")
    lines = [
        Line(
            cells={
                "what": _label(view, kind).capitalize(),
                **{one: _hours(view, of[kind][one]) for one in shown.ids},
            }
        )
        for kind in KINDS
    ]
    columns = [
        Column(key="what", title=_("What is done"), is_header=True),
        *(
            Column(key=one, title=_("Route {number}").format(number=found.number(one)), is_figure=True)
            for one in shown.ids
        ),
    ]
    return table(
        view, lines, columns, _("Hours by kind of work, sums of the known parts"), class_="cx-beside"
    )


def _panel(view: View, found: Answer, shown: Beside, key: str, across: Axis) -> Markup:
    """Draw one quantity of all routes."""
    _ = view.words.gettext
    name, _unit, title = words.FIGURES[key]
    scale = _PANELS[key]
    corners = {one: shown.details[one].corners for one in shown.ids}
    up = axis([row[f"{name}_typical"] / scale for of in corners.values() for row in of], count=4)
    shapes, ends = [], []
    for one, of in corners.items():
        look = shown.look(one)
        points = [(across.across(row["distance_km"]), up.down(row[f"{name}_typical"] / scale)) for row in of]
        colour = look.colour(dark=view.dark)
        shapes.append(line(points, colour=colour, width=max(look.width * _WIDTH_SHARE, 1.8), dash=look.dash))
        place = style(
            left=across.percent(of[-1]["distance_km"]), bottom=up.percent(of[-1][f"{name}_typical"] / scale)
        )
        ends.append(tag("span", str(found.number(one)), class_="cx-number is-end", style=place))
    grid = [
        tag(
            "span",
            tag("i", fmt.number(at, view.lang)),
            class_="cx-grid is-bottom",
            style=style(bottom=up.percent(at)),
        )
        for at in up.ticks
    ]
    unit = _("days") if key == "time" else "USD"
    return tag(
        "div",
        tag("p", tag("b", _(title)), f", {unit}", class_="cx-up"),
        tag("div", *grid, picture("".join(shapes)), *ends, class_="cx-field", aria_hidden="true"),
        class_=f"cx-panel is-{key}",
    )


def _label(view: View, kind: str) -> str:
    """Word a kind of part."""
    _ = view.words.gettext
    return _("moving") if kind == MOVING else _(WORK[kind].label)


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
