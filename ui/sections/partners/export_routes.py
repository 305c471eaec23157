"""The way out of raw materials: to a place in Serbia, by any country and without those under sanctions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.freight.arrays import network
from corridor.memory.memo import Depends, remembered
from corridor.partners.raw_materials import abroad, export_routes
from corridor.routing.routes import Constraints
from corridor.routing.sanctioned import SANCTIONED
from ui.evidence import wording
from ui.evidence.chips import basis_mark, sized
from ui.evidence.rows import by_id
from ui.language.text import N_
from ui.link import address
from ui.link.state import moved
from ui.look.links import way
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table
from ui.sections.partners.minerals import known_sites
from ui.sections.routes.question import freight_places, option

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from markupsafe import Markup

    from corridor.dataset.tables import Dataset
    from ui.link.view import View

    Row = Mapping[Any, Any]

DESTINATION = "belgrade"
_MAX_ROUTES, _WIDTH = 64, 460
# Two ways stand beside each other: any, and one that touches neither of the countries under wide sanctions.
WAYS = {
    "any": (N_("Fastest route with the fewest gaps"), Constraints()),
    "open": (
        N_("The same without Russia, Belarus and Iran"),
        Constraints(avoid_countries=SANCTIONED),
    ),
}
# The tables of these ways, for those who take them along.
TABLES = {"ways_out": WAYS["any"][1], "ways_out_open": WAYS["open"][1]}


def choose_destination(view: View) -> str:
    """Let the visitor choose the place in Serbia to which the ways lead."""
    _ = view.words.gettext
    chosen = destination_of(view)
    st.selectbox(
        _("To"),
        _places(view),
        format_func=lambda one: option(view, one),
        width=_WIDTH,
        **address.bound(moved(view.state, destination=chosen), "destination"),
    )
    return chosen


def destination_of(view: View) -> str:
    """Give the place in Serbia that the address names, else the usual one, without a widget."""
    places = _places(view)
    usual = DESTINATION if DESTINATION in places else places[0]
    return view.state.destination if view.state.destination in places else usual


def _places(view: View) -> list[str]:
    """Give the places in Serbia that goods can go to."""
    nodes = by_id(view.dataset, "nodes")
    return [place for place in freight_places(view) if nodes[place]["country"] == "RS"] or [DESTINATION]


def routes_table(view: View, destination: str) -> Markup:
    """Write the way out of each site with a known place, any and without sanctioned countries."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("From"), is_header=True),
        Column(key="time", title=_("Time by timetable"), is_figure=True),
        Column(key="cost", title=_("Known costs per TEU"), is_figure=True),
        Column(key="co2e", title=_("CO2e"), is_figure=True),
        Column(key="km", title=_("Distance"), is_figure=True),
        Column(key="work", title=_("Work along the route")),
    )
    lines: list[Line] = []
    for title, constraints in WAYS.values():
        lines.append(Line(cells={"name": _(title)}, spans=True))
        lines += [
            _way(view, row, constraints)
            for row in routes_of(view, constraints, destination).to_dict("records")
        ]
    caption = _("Export route to {place}, from the nearest place of the network").format(
        place=wording.node(view, destination)
    )
    return together(
        table(view, lines, columns, caption),
        tag(
            "p",
            _(
                "The route starts at the nearest place of the network. The data do not say how goods "
                "get there. Totals name the parts that are missing."
            ),
            class_="cx-note",
        ),
    )


def routes_of(view: View, constraints: Constraints, destination: str) -> pd.DataFrame:
    """Give the ways out of the sites abroad; kept for whoever asks next."""
    return _export_routes(view.dataset, constraints, destination)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=_MAX_ROUTES)
def _export_routes(dataset: Dataset, constraints: Constraints, destination: str) -> pd.DataFrame:
    """Work out the ways out of the sites abroad."""
    found = abroad(dataset, known_sites(dataset), destination)
    return export_routes(network(dataset), found, destination, constraints=constraints)


def _way(view: View, row: Row, constraints: Constraints) -> Line:
    """Write one way out."""
    _ = view.words.gettext
    project = by_id(view.dataset, "projects")[row["project_id"]]
    target = {
        "origin": row["access_node"],
        "destination": row["destination"],
        "route": row["route_id"],
        "avoid": tuple(sorted(constraints.avoid_countries)),
        "rules": "all",
    }
    return Line(
        cells={
            "name": together(
                way(view, "routes", view.words.name(project), **target),
                tag("small", wording.node(view, row["access_node"])),
            ),
            "time": _sum(view, row, "time_h", "h"),
            "cost": _sum(view, row, "cost_usd_per_teu", "USD/TEU"),
            "co2e": _sum(view, row, "co2e_kg_per_t", "kg/t"),
            "km": sized(view, row["distance_km"], "km", "modelled"),
            "work": tag("ul", *_works(view, row)),
        }
    )


def _works(view: View, row: Row) -> list[Markup]:
    """Say where there are borders, breaks of gauge, ports, and where the way enters the European Union."""
    _ = view.words.gettext
    entry = (row["eu_entry"],) if isinstance(row["eu_entry"], str) else ()
    parts = (
        (_("Borders"), row["border_nodes"]),
        (_("Breaks of gauge"), row["gauge_breaks"]),
        (_("Ports"), row["ports"]),
        (_("Enters the EU at"), entry),
    )
    return [tag("li", tag("small", tag("b", title), ": ", _named(view, ids))) for title, ids in parts]


def _named(view: View, ids: Sequence[str]) -> str:
    """Name places."""
    return ", ".join(wording.node(view, id_) for id_ in ids) or "–"


def _sum(view: View, row: Row, criterion: str, unit: str) -> Markup:
    """Write a sum with its basis, and how many parts it lacks."""
    gaps = int(row[f"{criterion}_gaps"])
    basis = row[f"{criterion}_basis"]
    if basis == "missing":
        return together(view.words.gettext("not known"), basis_mark(view, "missing"))
    lacking = view.words.ngettext("without {count} part", "without {count} parts", gaps).format(count=gaps)
    note = tag("small", lacking) if gaps else None
    return together(sized(view, row[f"{criterion}_typical"], unit, basis), note)
