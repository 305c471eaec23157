"""The summary table of connections: the direct flight and every corridor on one line each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.chain.crossings import crossings
from corridor.evidence.claims import figure
from corridor.evidence.figures import leg_figure
from ui.chain.crossing_words import gauges_in_words
from ui.chain.totals import gaps, in_practice, sums, total_chip, usual_figure
from ui.evidence import wording
from ui.evidence.chips import subject_chip
from ui.evidence.figure_keys import LegFigure
from ui.evidence.rows import by_id
from ui.link.nav import ENTRIES
from ui.look.links import way
from ui.look.markup import tag, together
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table
from ui.map.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from corridor.dataset.tables import Dataset
    from ui.link.view import View

    Row = Mapping[str, Any]

DIRECT_LEG, DIRECT_SERVICE = "air-nqz-beg", "dv-nqz-beg"
FREIGHT_ENDS = ("astana", "belgrade")
_KINDS = ("chain", "reference")


def chains(view: View) -> Sequence[Row]:
    """Return the complete ways and those kept to compare, in display order."""
    known = by_id(view.dataset, "corridors").values()
    return sorted((row for row in known if row["kind"] in _KINDS), key=lambda row: row["display_order"] or 0)


def family_name(view: View, row: Row) -> str:
    """Name the family of a chain."""
    return view.words.name(by_id(view.dataset, "corridors")[row["family"]]) if row["family"] else ""


def prepare(dataset: Dataset) -> None:
    """Work out every chain before the first visitor comes."""
    for row in by_id(dataset, "corridors").values():
        if row["kind"] in _KINDS:
            sums(dataset, row["corridor_id"])


def scene(view: View) -> Scene:
    """Show every Trans-Caspian chain and the direct flight in full, the rivals and the ocean faintly."""
    legs = {row["corridor_id"]: leg_ids(view, row["corridor_id"]) for row in chains(view)}
    own = [row for row in chains(view) if row["family"] == "trans-caspian"]
    shown = dict.fromkeys([DIRECT_LEG, *(leg for row in own for leg in legs[row["corridor_id"]])])
    others = dict.fromkeys(leg for some in legs.values() for leg in some if leg not in shown)
    ends = [node for row in own for node in (row["from_node"], row["to_node"])]
    steps = [row for corridor in own for row in sums(view.dataset, corridor["corridor_id"])[0]]
    works = [row["node_id"] for row in steps if row["work"] in {"transhipment", "break-of-gauge"}]
    return Scene(
        legs=tuple(shown),
        context=tuple(others),
        nodes=tuple(dict.fromkeys([*ends, "nqz", *works])),
        selected=view.state.leg,
        backwards=tuple(dict.fromkeys(row["leg_id"] for row in steps if row["reversed"])),
        preset=view.state.preset,
        title=view.words.gettext("Map of the link: the direct flight and every Trans-Caspian route"),
    )


def leg_ids(view: View, corridor_id: str) -> list[str]:
    """List the legs of a chain in order."""
    return [row["leg_id"] for row in sums(view.dataset, corridor_id)[0] if row["kind"] == "leg"]


def air_table(view: View) -> Markup:
    """Write the direct flight on one line."""
    _ = view.words.gettext
    service = by_id(view.dataset, "services").get(DIRECT_SERVICE)
    columns = (
        Column(key="name", title=_("Flight"), is_header=True),
        Column(key="distance", title=_("Distance"), is_figure=True),
        Column(key="time", title=_("Flight time"), is_figure=True),
        Column(key="frequency", title=_("Frequency"), is_figure=True),
        Column(key="weekdays", title=_("Weekdays")),
        Column(key="seen", title=_("Last confirmed")),
        Column(key="status", title=_("Status")),
    )
    if service is None:
        return table(view, [], columns, "")

    def told(quantity: str) -> Markup:
        estimate = figure(view.dataset, "service", DIRECT_SERVICE, quantity)
        return subject_chip(view, "service", DIRECT_SERVICE, quantity, estimate)

    distance = leg_figure(view.dataset, DIRECT_LEG, "distance_km")
    name = way(view, "flights", wording.subject(view, "leg", DIRECT_LEG), corridor=None, via=(), leg=None)
    line = Line(
        cells={
            "name": together(
                name, tag("small", _("direct; the line is a geodesic, the flown track differs"))
            ),
            "distance": subject_chip(
                view,
                "leg",
                DIRECT_LEG,
                "distance_km",
                distance,
                asked=LegFigure(DIRECT_LEG, "distance_km"),
            ),
            "time": told("block_min"),
            "frequency": told("weekly_frequency"),
            "weekdays": told("weekdays"),
            "seen": wording.when(view, service["last_seen"]),
            "status": status_sign(view, service["status"]),
        }
    )
    return table(
        view,
        [line],
        columns,
        _("By air: the direct flight. Connections with one stop are on the page Flights."),
    )


def further(view: View) -> Markup:
    """Lead on to the pages that answer more than one line can, from one capital to the other."""
    _ = view.words.gettext
    ends = {"origin": FREIGHT_ENDS[0], "destination": FREIGHT_ENDS[1]}
    known = all(view.dataset.has("nodes", node_id) for node_id in FREIGHT_ENDS)
    start, end = (wording.node(view, node_id) if known else "" for node_id in FREIGHT_ENDS)
    named = {"start": start, "end": end}
    doors = (
        ("routes", _("Best freight routes from {start} to {end}").format(**named), ends),
        ("compare", _("Routes from {start} to {end} side by side").format(**named), ends),
        ("corridor", _("A corridor year by year, where its hours go, its rivals"), {}),
        ("connectivity", _("How well countries and cities are connected, and what is critical"), {}),
        ("flights", _("Direct and one-stop flights, and what is not known about them"), {}),
    )
    there = {page.name for page in ENTRIES}
    items = [
        tag("li", way(view, page, words, leg=None, **changes))
        for page, words, changes in doors
        if page in there and (known or not changes)
    ]
    return tag("nav", tag("ul", *items, class_="cx-list"), aria_label=_("Read on"))


def freight_table(view: View) -> Markup:
    """Write one row a corridor: distance, time, crossings, what is missing, status, the way to its page."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Corridor"), is_header=True),
        Column(key="distance", title=_("Distance"), is_figure=True),
        Column(key="time", title=_("Time in practice"), is_figure=True),
        Column(key="timetable", title=_("Time by timetable"), is_figure=True),
        Column(key="cost", title=_("Cost per TEU in practice"), is_figure=True),
        Column(key="borders", title=_("Borders"), is_count=True),
        Column(key="transhipments", title=_("Transhipments"), is_count=True),
        Column(key="missing", title=_("What is missing in it")),
        Column(key="status", title=_("Status")),
    )
    lines, family = [], None
    for row in chains(view):
        if row["family"] != family:
            family = row["family"]
            lines.append(Line(cells={"name": family_name(view, row)}, spans=True))
        lines.append(_line(view, row))
    return table(
        view, lines, columns, _("By freight: one row per corridor. Open a corridor to see its legs.")
    )


def _line(view: View, row: Row) -> Line:
    """Write one corridor."""
    chain, totals = sums(view.dataset, row["corridor_id"])
    found = crossings(step["work"] for step in chain)
    usual = in_practice(view.dataset, row["corridor_id"])
    gauges = tag("small", gauges_in_words(view, found)) if found.gauges else None
    ends = f"{wording.node(view, row['from_node'])} – {wording.node(view, row['to_node'])}"
    name = way(view, "corridor", view.words.name(row), corridor=row["corridor_id"], via=(), leg=None)
    return Line(
        cells={
            "name": together(name, tag("small", ends)),
            "distance": total_chip(view, chain, totals["distance_km"]),
            "time": usual_figure(view, usual, "time_h"),
            "timetable": total_chip(view, chain, totals["time_h"]),
            "cost": usual_figure(view, usual, "cost_usd_per_teu"),
            "borders": str(found.borders),
            "transhipments": together(str(found.transhipments), gauges),
            "missing": _missing(view, chain, totals),
            "status": status_sign(view, row["status"]),
        }
    )


def _missing(view: View, chain: Sequence[Row], totals: Mapping[str, Row]) -> Markup:
    """Say what the time lacks by name, what the cost lacks by count; that nothing lacks where it is so."""
    _, _n = view.words.gettext, view.words.ngettext
    time, count = totals["time_h"]["missing"], len(totals["cost_usd_per_teu"]["missing"])
    if not time and not count:
        return gaps(view, ())
    cost = _n("{count} part of the cost", "{count} parts of the cost", count).format(count=count)
    return together(
        tag("div", _("in the time:"), " ", gaps(view, time, chain, most=3)) if time else None,
        tag("div", cost) if count else None,
    )
