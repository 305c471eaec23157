"""The best routes, as a table that is sorted by the address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.chain.itinerary import country
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.look.links import stay
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table
from ui.sections.routes import obtainable, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.routes.answer import Answer

    Row = Mapping[str, Any]

_PORTS = ("seaport", "river-port")


def routes_table(view: View, found: Answer, chosen: str) -> Markup:
    """Write one row a route; a heading sorts, a number chooses."""
    _ = view.words.gettext
    order = sorted_by(view, found)
    columns = [Column(key="route", title=_("Route"), is_header=True)]
    columns += [
        Column(key=key, title=_(label), is_figure=key not in words.COUNTED, is_count=key in words.COUNTED)
        for key, (_name, _unit, label) in words.FIGURES.items()
    ]
    lines = [_line(view, found, row, is_chosen=row["route_id"] == chosen) for row in in_order(found, order)]
    caption = _("Every route found, the fewest unknown parts first. ≥: at least, parts are not known.")
    return table(view, lines, columns, caption, class_="cx-all-routes")


def sorted_by(view: View, found: Answer) -> str:
    """Criterion by which the table is sorted."""
    return view.state.order or found.question.criteria_words[0]


def sorting(view: View, found: Answer) -> Markup:
    """Offer the other orders; apart from the table, which does not change with the step as these links do."""
    _ = view.words.gettext
    order = sorted_by(view, found)
    links = [
        stay(
            view,
            _(label),
            attributes={
                "id": f"sort-{key}",
                "aria_current": "true" if key == order else None,
                "class_": "cx-tab",
            },
            order=key,
        )
        for key, (_name, _unit, label) in words.FIGURES.items()
    ]
    return tag(
        "p",
        tag("span", _("Sort by:")),
        *links,
        class_="cx-tabs",
        role="group",
        aria_label=_("Sort the table"),
    )


def in_order(found: Answer, order: str) -> list[Row]:
    """Rows by one criterion."""
    name = words.FIGURES[order][0]
    return sorted(
        found.rows.values(),
        key=lambda row: (row[f"{name}_gaps"], row[f"{name}_typical"] is None, row[f"{name}_typical"] or 0.0),
    )


def _line(view: View, found: Answer, row: Row, *, is_chosen: bool) -> Line:
    """Write one route."""
    route = row["route_id"]
    number = stay(
        view,
        view.words.gettext("Route {number}").format(number=found.number(route)),
        attributes={"id": f"row-{route}", "aria_current": "true" if is_chosen else None},
        route=route,
        step=None,
        leg=None,
    )
    return Line(
        cells={
            "route": together(
                number,
                tag("small", ports_of(view, row)),
                obtainable.badge(view, found, route),
                _beaten(view, found, route),
                words.far_round(view, row),
            ),
            **{key: words.figure(view, row, key) for key in words.FIGURES},
        },
        class_="is-selected" if is_chosen else "",
    )


def _beaten(view: View, found: Answer, route: str) -> Markup | None:
    """Say that another route beats this one."""
    return (
        tag("small", view.words.gettext("a different route; others are better"))
        if route in found.beaten
        else None
    )


def passed_ports(view: View, row: Row) -> list[str]:
    """List the ports between the ends of a route."""
    nodes = by_id(view.dataset, "nodes")
    return [node_id for node_id in row["nodes"].split("|")[1:-1] if nodes[node_id]["kind"] in _PORTS]


def ports_of(view: View, row: Row) -> str:
    """Name the ports of a route, else the countries that it crosses."""
    names = [wording.node(view, port) for port in passed_ports(view, row)]
    return " – ".join(names or [country(view, code) for code in row["countries"].split("|")[1:-1]])
