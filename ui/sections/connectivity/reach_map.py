"""How far freight gets from a place in so many days: the choice, the map, the table."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.columns.network import REACH
from corridor.freight.arrays import network
from ui.chain.itinerary import country
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.rows import by_id, rows
from ui.link import address
from ui.link.key_values import MAX_DAYS
from ui.link.state import State, moved
from ui.look.headings import heading_of
from ui.look.links import fresh
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table
from ui.map.look import NODE_KINDS
from ui.map.scene import Disc, Scene
from ui.sections.connectivity import frames

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

_START = "astana"
_BANDS = 4
_HOURS_PER_DAY = 24


def choose(view: View) -> str:
    """Let the visitor choose the place and the days; the address holds both."""
    _ = view.words.gettext
    places = sorted(network(view.dataset).places, key=lambda one: wording.node(view, one).casefold())
    chosen = place_of(view)
    left, right = st.columns([1, 1])
    with left:
        st.selectbox(
            _("From (or click a place on the map)"),
            places,
            format_func=lambda one: _option(view, one),
            **address.bound(moved(view.state, place=chosen), "place"),
        )
    with right:
        st.slider(_("Within days"), 1, MAX_DAYS, **address.bound(view.state, "days"))
    return chosen


def place_of(view: View) -> str:
    """Give the place that the address names, else the usual one, without a widget."""
    places = network(view.dataset).places
    usual = _START if _START in places else places[0]
    return view.state.place if view.state.place in places else usual


def taken(kind: str, id_: str) -> None:
    """Start from a place that was clicked."""
    if kind == "node" and id_ in address.known().nodes:
        address.write(place=id_)


def scene(view: View, place: str) -> Scene:
    """Show the places within reach, each with the days it takes, over the whole network."""
    _ = view.words.gettext
    found = rows(frames.within(view.dataset, place, view.state.days))
    edges = bands(view.state.days)
    legs = view.dataset.legs
    every = network(view.dataset).places
    reached = [row["node_id"] for row in found]
    keys = [(at, str(end), _band(view, edges, at)) for at, end in enumerate(edges, start=1)]
    return Scene(
        context=tuple(legs.loc[legs["mode"] != "air", "leg_id"]),
        nodes=(place, *reached),
        around=tuple(node_id for node_id in every if node_id != place and node_id not in reached),
        place=place,
        discs=tuple(
            Disc(
                id=row["node_id"],
                text=str(_days(row)),
                level=_level(row, edges),
                note=_("{time} from {place}").format(
                    time=wording.size(view, row["total"], "h", row["basis"]), place=wording.node(view, place)
                ),
            )
            for row in found
        ),
        disc_keys=tuple(keys),
        preset=view.state.preset,
        title=_("Map of the places within reach; the number is the days it takes"),
    )


def in_words(view: View, place: str) -> Markup:
    """Say how many places are within reach and what is not claimed."""
    _, words = view.words.gettext, count_words(view, place)
    note = _(
        "Typical freight times, node work included. A place is left out if every route to it "
        "has a part without a published or modelled time."
    )
    return together(
        tag("p", words, basis_mark(view, "derived"), class_="cx-prose"), tag("p", note, class_="cx-note")
    )


def count_words(view: View, place: str) -> str:
    """Say how many places are within reach."""
    _, _n = view.words.gettext, view.words.ngettext
    count = len(frames.within(view.dataset, place, view.state.days))
    every = len(network(view.dataset).places) - 1
    days = _n("{count} day", "{count} days", view.state.days).format(count=view.state.days)
    return _("Within {days} of {place} lie {count} of the {every} other places of the network.").format(
        days=days, place=wording.node(view, place), count=count, every=every
    )


def reach_table(view: View, place: str) -> Markup:
    """Write every place within reach, the nearest first, by bands of days."""
    _ = view.words.gettext
    found = rows(frames.within(view.dataset, place, view.state.days))
    nodes, edges = by_id(view.dataset, "nodes"), bands(view.state.days)
    columns = (
        Column(key="name", title=_("Place"), is_header=True),
        Column(key="country", title=_("Country")),
        Column(key="kind", title=_("Kind")),
        heading_of(view, REACH, "total", key="time", kind="figure"),
        Column(key="way", title=_("Routes")),
    )
    lines, last = [], 0
    for row in found:
        level = _level(row, edges)
        if level != last:
            last = level
            lines.append(
                Line(
                    cells={"name": together(_band(view, edges, level), basis_mark(view, "derived"))},
                    spans=True,
                )
            )
        node = nodes[row["node_id"]]
        held = {"avoid": view.state.avoid, "rules": view.state.rules or "all"}
        state = State(lang=view.lang, origin=place, destination=row["node_id"], wish="fastest", **held)
        lines.append(
            Line(
                cells={
                    "name": wording.node(view, row["node_id"]),
                    "country": country(view, node["country"]),
                    "kind": _(NODE_KINDS[node["kind"]]),
                    "time": together(
                        wording.size(view, row["total"], "h", row["basis"]), basis_mark(view, row["basis"])
                    ),
                    "way": fresh("routes", _("show routes"), state),
                }
            )
        )
    caption = _("Places within reach, the nearest first")
    empty = _("No place of the network is known to be within reach in that time.")
    listed = table(view, lines, columns, caption, empty=empty, fold="never")
    return tag("details", tag("summary", _("The map as a table")), listed, class_="cx-more")


def bands(days: int) -> tuple[int, ...]:
    """Give the ends of up to four bands of days, such as 4, 8, 12, 15."""
    return tuple(dict.fromkeys(math.ceil(days * at / _BANDS) for at in range(1, _BANDS + 1)))


def _option(view: View, place: str) -> str:
    """Name a place with its country."""
    code = by_id(view.dataset, "nodes")[place]["country"]
    return f"{wording.node(view, place)}, {country(view, code)}"


def _days(row: Row) -> int:
    """Days that a place takes, begun ones counted whole."""
    return max(1, math.ceil(row["total"] / _HOURS_PER_DAY))


def _level(row: Row, edges: Sequence[int]) -> int:
    """Band of a place, from 1."""
    return next(at for at, end in enumerate(edges, start=1) if _days(row) <= end)


def _band(view: View, edges: Sequence[int], at: int) -> str:
    """Word a band of days."""
    _n = view.words.ngettext
    end, start = edges[at - 1], edges[at - 2] + 1 if at > 1 else 1
    if start == end:
        return _n("day {count}", "day {count}", end).format(count=end)
    return _n("day {start} to {count}", "days {start} to {count}", end).format(start=start, count=end)
