"""All routes against each other: time across, cost or CO₂e upwards, size CO₂e; each point is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.language import format as fmt
from ui.look.links import stay
from ui.look.markup import tag, together
from ui.look.plot import Axis, axis, style
from ui.sections.routes import words
from ui.sections.routes.cards import name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.routes.answer import Answer

    Row = Mapping[str, Any]

_HOURS = 24.0
_LEAST_PX, _MOST_PX = 12, 30
_NUMBERED_PX = 24


def scatter(view: View, found: Answer, chosen: str) -> Markup:
    """Draw a point a route; a click or Enter on it chooses the route."""
    _ = view.words.gettext
    upward = "co2e" if found.question.criteria_words[0] == "co2e" or _all_unknown(found, "cost") else "cost"
    routes = [
        row
        for row in found.rows.values()
        if _value(row, "time") is not None and _value(row, upward) is not None
    ]
    if not routes:
        return tag("p", _("No route has both a time and a cost."), class_="none")
    across = axis([_value(row, "time") or 0.0 for row in routes], from_zero=False)
    up = axis([_value(row, upward) or 0.0 for row in routes], from_zero=False)
    sizes = axis([_value(row, "co2e") or 0.0 for row in routes], from_zero=False)
    # The numbered ones are drawn last, so that none lies under a plain one.
    order = sorted(routes, key=lambda row: (row["route_id"] == chosen, row["route_id"] in found.shown))
    points = [_point(view, found, row, chosen, upward, (across, up, sizes)) for row in order]
    unit = _unit(view, upward)
    field = tag(
        "div",
        *(_mark(at, across, "left", fmt.number(at, view.lang)) for at in across.ticks),
        *(_mark(at, up, "bottom", fmt.number(at, view.lang)) for at in up.ticks),
        *points,
        class_="cx-field",
    )
    caption = _(
        "A point a route; the larger, the more CO₂e. Hollow: parts are not known, so it may lie further out."
    )
    return tag(
        "figure",
        tag("figcaption", caption),
        tag("p", f"{_(words.FIGURES[upward][2])}, {unit}", class_="cx-up"),
        field,
        tag("p", f"{_('Time')}, {_unit(view, 'time')}", class_="cx-across"),
        class_="cx-scatter",
        role="group",
        aria_label=f"{_('Time')}, {_(words.FIGURES[upward][2])}",
    )


def _point(view: View, found: Answer, row: Row, chosen: str, upward: str, axes: Sequence[Axis]) -> Markup:
    """Draw one route."""
    across, up, sizes = axes
    route = row["route_id"]
    is_shown = route in found.shown or route == chosen
    pixels = _LEAST_PX + (_MOST_PX - _LEAST_PX) * sizes.percent(_value(row, "co2e") or sizes.low) / 100
    if is_shown:
        pixels = max(pixels, _NUMBERED_PX)
    gaps = row[f"{words.FIGURES['time'][0]}_gaps"] + row[f"{words.FIGURES[upward][0]}_gaps"]
    classes = [
        "cx-point",
        "is-hollow" if gaps else "",
        "is-shown" if is_shown else "",
        "is-chosen" if route == chosen else "",
    ]
    told = [
        name(view, found, route)
        if is_shown
        else view.words.gettext("Route {number}").format(number=found.number(route)),
        *(words.amount(view, row, key) for key in dict.fromkeys(("time", upward, "co2e"))),
    ]
    place = style(
        left=across.percent(_value(row, "time") or 0.0), bottom=up.percent(_value(row, upward) or 0.0)
    )
    return stay(
        view,
        str(found.number(route)) if is_shown else together(),
        attributes={
            "id": f"point-{route}",
            "class_": " ".join(one for one in classes if one),
            "style": f"{place};--size:{pixels:.0f}px",
            "title": "\n".join(told),
            "aria_label": ", ".join(told),
            "aria_current": "true" if route == chosen else None,
        },
        route=route,
        step=None,
        leg=None,
    )


def _mark(value: float, along: Axis, side: str, text: str) -> Markup:
    """Draw a line of the grid with its number."""
    return tag(
        "span",
        tag("i", text),
        class_=f"cx-grid is-{side}",
        style=style(**{side: along.percent(value)}),
        aria_hidden="true",
    )


def _value(row: Row, key: str) -> float | None:
    """Give a sum in the unit of its axis."""
    value: float | None = row[f"{words.FIGURES[key][0]}_typical"]
    return value / _HOURS if value is not None and key == "time" else value


def _unit(view: View, key: str) -> str:
    """Name the unit of an axis."""
    _ = view.words.gettext
    return {"time": _("days"), "cost": "USD", "co2e": _("kg")}[key]


def _all_unknown(found: Answer, key: str) -> bool:
    """Whether no route has a sum."""
    return all(row[f"{words.FIGURES[key][0]}_typical"] is None for row in found.rows.values())
