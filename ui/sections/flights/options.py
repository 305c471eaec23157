"""Ways to fly between two airports, direct or with one stop, as map, words, weekdays and table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.air.flight_week import flight_week
from corridor.air.surface_access import WITHIN_KM
from corridor.air.surface_access import airports_of as airports_of_place
from corridor.air.timetable import options
from corridor.charts.week import week as charted
from corridor.errors import ChartError, RouteError
from ui.evidence import wording
from ui.evidence.memory import today
from ui.evidence.rows import by_id, names, rows
from ui.link import address
from ui.link.state import moved
from ui.look.beside_html import week_table
from ui.look.markup import tag, together
from ui.look.picture_menu import chart_menu
from ui.look.signs import status_sign
from ui.map.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View

    Row = Mapping[str, Any]

ORIGIN, DESTINATION = "nqz", "beg"
_HOME = ("KZ", "RS")


def choose_airports(view: View) -> tuple[str, str]:
    """Let the visitor choose where a flight starts and ends, and the day; the address holds it."""
    _ = view.words.gettext
    airports = home_airports(view)
    served = {name: _served(view, getattr(view.state, name), airports) for name in ("origin", "destination")}
    state = moved(view.state, **served)
    left, right, day = st.columns([1, 1, 1])
    with left:
        origin = st.selectbox(
            _("From"),
            airports,
            format_func=lambda one: wording.node(view, one),
            **address.bound(state, "origin", default=ORIGIN),
        )
    with right:
        destination = st.selectbox(
            _("To"),
            airports,
            format_func=lambda one: wording.node(view, one),
            **address.bound(state, "destination", default=DESTINATION),
        )
    with day:
        st.date_input(_("Day of travel"), format="YYYY-MM-DD", **address.bound(state, "date"))
    return origin, destination


def airport_for(view: View, place: str | None, default: str) -> str:
    """Airport of the two countries that serves a place, else the default: the same for every page."""
    airports = home_airports(view)
    return _served(view, place, airports) or default


def taken(view: View, origin: str, destination: str) -> Markup | None:
    """Say which airport stands for a place of the link, and which place of the link has none."""
    _ = view.words.gettext
    told = []
    for asked, shown in ((view.state.origin, origin), (view.state.destination, destination)):
        if asked is None or asked == shown:
            continue
        away_km = _airports(view, asked).get(shown)
        if away_km is None:
            words = _("No flights from {place} here: {airport} used.")
        elif away_km > WITHIN_KM:
            words = _("No airport in {place}: {airport} used, {distance} away in a straight line.")
        else:
            words = _("{airport} used for {place}, {distance} away in a straight line.")
        distance = "" if away_km is None else wording.size(view, away_km, "km", "derived")
        told.append(
            words.format(
                place=wording.node(view, asked), airport=wording.node(view, shown), distance=distance
            )
        )
    return tag("p", " ".join(told), class_="cx-note") if told else None


def scene(view: View, ways: pd.DataFrame, origin: str, destination: str) -> Scene:
    """Show the direct leg in full, the legs of the ways with one stop faintly."""
    legs = legs_of(ways)
    direct = tuple(legs_of(ways[ways["kind"] == "direct"]))
    return Scene(
        legs=direct or legs,
        context=tuple(leg for leg in legs if leg not in direct) if direct else (),
        nodes=airports_of(ways, origin, destination),
        selected=view.state.leg if view.state.leg in legs else None,
        backwards=_backwards(view, ways, origin),
        preset=view.state.preset,
        title=view.words.gettext("Map of the flights; the lines are geodesics, not flown tracks"),
    )


def in_words(view: View, ways: pd.DataFrame, origin: str, destination: str) -> Markup:
    """Write the map in words."""
    _ = view.words.gettext
    ends = f"{wording.node(view, origin)} – {wording.node(view, destination)}"
    items = [
        tag(
            "li",
            way_name(view, row),
            ": ",
            carriers(view, row),
            ", ",
            status_sign(view, row["status"]),
            ".",
        )
        for row in rows(ways)
    ]
    schematic = _("Lines are geodesics and show the connection only; the flown track differs.")
    words = tag(
        "details",
        tag("summary", _("Written itinerary: the map in words")),
        tag("p", ends, "."),
        tag("ol", *items, class_="cx-itinerary") if items else tag("p", _no_flight(view)),
        class_="cx-more",
    )
    return together(tag("p", schematic, class_="cx-note"), words)


def week_chart(view: View, ways: pd.DataFrame) -> Chart:
    """
    Lay the days of each connection out.

    Raises
    ------
    ChartError
        If there is no connection.
    """
    cells = flight_week(view.dataset, ways, day=view.state.date or today())
    return charted(view, rows(ways), cells, title=view.words.gettext("Days of the week"))


def week(view: View, ways: pd.DataFrame, origin: str, destination: str) -> Markup:
    """Draw on which weekdays each connection goes, and how far that is confirmed."""
    _ = view.words.gettext
    found = {row["option_id"]: row for row in rows(ways)}
    cells = flight_week(view.dataset, ways, day=view.state.date or today())
    try:
        chart = week_chart(view, ways)
    except ChartError as error:
        return tag("p", view.words.error(error), class_="none")
    ids = dict.fromkeys(cell.option_id for cell in cells)
    heads = {at: _week_label(view, found[one]) for at, one in enumerate(ids)}
    caption = _("Weekdays on which a journey can begin, as far as sources state them")
    keys = {"from": origin, "to": destination}
    if view.state.date is not None:
        keys["date"] = view.state.date.isoformat()
    return together(week_table(view, chart, heads, caption), chart_menu(view, chart, keys))


def connections_between(view: View, origin: str, destination: str) -> pd.DataFrame:
    """Find the ways to fly between two airports; none lead from an airport to itself."""
    ways = options(view.dataset, origin, destination)
    return ways.iloc[:0] if origin == destination else ways


def airports_of(ways: pd.DataFrame, *ends: str) -> tuple[str, ...]:
    """Collect the airports that the ways touch, the ends first."""
    return tuple(dict.fromkeys([*ends, *ways["hub"].dropna()]))


def legs_of(ways: pd.DataFrame) -> tuple[str, ...]:
    """Collect the legs of the ways, direct ones first."""
    return tuple(dict.fromkeys(leg for legs in ways["legs"] for leg in legs.split("|") if leg))


def _backwards(view: View, ways: pd.DataFrame, origin: str) -> tuple[str, ...]:
    """Legs flown from their To to their From ends."""
    known = by_id(view.dataset, "legs")
    found = []
    for row in rows(ways):
        starts = [origin, row["hub"]] if row["hub"] else [origin]
        flown = zip(row["legs"].split("|"), starts, strict=True)
        found += [leg for leg, start in flown if known[leg]["from_node"] != start]
    return tuple(dict.fromkeys(found))


def home_airports(view: View) -> list[str]:
    """List the airports of the two countries, the capitals first."""
    nodes = [row for row in by_id(view.dataset, "nodes").values() if row["kind"] == "airport"]
    return [row["node_id"] for row in nodes if row["country"] in _HOME]


def _served(view: View, asked: str | None, airports: Sequence[str]) -> str | None:
    """Find the airport of a place of the link; None, and so the page's default, where there is none."""
    return (
        next((airport for airport in _airports(view, asked) if airport in airports), None) if asked else None
    )


def _airports(view: View, asked: str) -> Mapping[str, float]:
    """Find the airports that serve a place, with their distance; none where its country has no flights."""
    try:
        return airports_of_place(view.dataset, asked)
    except RouteError:
        return {}


def _week_label(view: View, row: Row) -> Markup:
    """Head one row of the weekday grid."""
    named = tag("small", carriers(view, row), class_="cx-small")
    return together(way_name(view, row), named, status_sign(view, row["status"]))


def way_name(view: View, row: Row) -> Markup:
    """Name a way in bold."""
    return tag("b", flight_name(view, row))


def flight_name(view: View, row: Row) -> str:
    """Name a way: direct, or by its hub."""
    _ = view.words.gettext
    if row["kind"] == "direct":
        return _("Direct")
    return _("one stop: {hub}").format(hub=wording.node(view, row["hub"]))


def carriers(view: View, row: Row) -> str:
    """Name the airlines of a way."""
    known = [view.words.name(name) for name in names(view.dataset, "organisations", row["operators"])]
    return ", ".join(known) or view.words.gettext("airline not recorded")


def _no_flight(view: View) -> str:
    """Say that there is no flight."""
    return view.words.gettext("No flight is known between these two airports.")
