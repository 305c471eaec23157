"""The table of airports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.evidence.claims import figure
from ui.evidence import wording
from ui.evidence.chips import subject_chip
from ui.evidence.rows import by_id
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from ui.link.view import View


def airports_table(view: View, ids: Sequence[str]) -> Markup:
    """Write the airports of the map."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Airport"), is_header=True),
        Column(key="iata", title=_("IATA code")),
        Column(key="icao", title=_("ICAO code")),
        Column(key="country", title=_("Country")),
        Column(key="timezone", title=_("Time zone")),
        Column(key="passengers", title=_("Passengers a year"), is_figure=True),
    )
    nodes, countries = by_id(view.dataset, "nodes"), by_id(view.dataset, "countries")
    lines = [
        Line(
            cells={
                "name": together(view.words.name(node), tag("small", wording.data_text(view, node["note"]))),
                "iata": node["iata"] or "",
                "icao": node["icao"] or "",
                "country": view.words.name(countries[node["country"]])
                if node["country"] in countries
                else "",
                "timezone": node["timezone"] or "",
                "passengers": subject_chip(
                    view,
                    "node",
                    node["node_id"],
                    "passengers",
                    figure(view.dataset, "node", node["node_id"], "passengers"),
                ),
            }
        )
        for node in (nodes[id_] for id_ in ids)
    ]
    return table(
        view,
        lines,
        columns,
        _("Airports of the direct flight and of the connections with one stop"),
        fold="always",
    )
