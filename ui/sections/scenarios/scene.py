"""The map of the page: the best route of today and the one under the scenario, and what is changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from corridor.freight.arrays import MODES
from corridor.scenario.codec import parse
from ui.link import address
from ui.look.modes import LOOKS
from ui.map.scene import Alternative, Scene
from ui.sections.routes.cards import name
from ui.sections.routes.question import freight_places
from ui.sections.scenarios.lab import best_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.chain.splicing import Hop
    from ui.link.view import View
    from ui.sections.routes.answer import Answer
    from ui.sections.scenarios.lab import Lab

_CLICKED = "scenario-clicked"
TODAY, ASSUMED = "today", "scenario"


def scene(view: View, shown: Lab) -> Scene:
    """
    Draw both best routes side by side over the whole network, and mark what the scenario changes.

    Parameters
    ----------
    view
        The visit, with the dataset under the scenario.
    shown
        Both answers.
    """
    _ = view.words.gettext
    routes = dict(_best_routes(shown))
    drawn = tuple(_alternative(view, shown, side, hops) for side, hops in routes.items())
    legs = {leg for alternative in drawn for leg in alternative.legs}
    every = view.dataset.legs
    land = every.loc[every["mode"].isin(MODES), "leg_id"]
    asked, marks = shown.question, tuple(_marks(view))
    places = [node for hops in routes.values() for hop in hops for node in (hop.start, hop.end)]
    marked = [id_ for id_, _code in marks if view.dataset.has("nodes", id_)]
    nodes = tuple(dict.fromkeys([asked.origin, asked.destination, *marked, *places]))
    return Scene(
        context=tuple(leg for leg in land if leg not in legs),
        nodes=nodes,
        around=tuple(node for node in freight_places(view) if node not in nodes),
        alternatives=drawn,
        selected=view.state.leg,
        place=view.state.place,
        origin=asked.origin,
        destination=asked.destination,
        backwards=_backwards(list(routes.values())),
        marks=marks,
        preset=view.state.preset,
        title=_("Map of the best route today and of the best route under the scenario"),
    )


def in_words(view: View, shown: Lab) -> str:
    """Say what the map shows."""
    drawn = (_alternative(view, shown, side, hops) for side, hops in _best_routes(shown))
    told = "; ".join(f"{alternative.key}: {alternative.title}" for alternative in drawn)
    return f"{view.words.gettext('Best routes')}. {told}." if told else ""


def pick(kind: str, id_: str) -> None:
    """Choose the leg or the place that was clicked: the page then offers what can be changed on it."""
    known = address.known()
    if kind == "leg" and id_ in known.legs:
        address.write(leg=id_, place=None)
    elif kind == "node" and id_ in known.nodes:
        st.session_state[_CLICKED] = [*(node for node in clicked() if node != id_), id_][-2:]
        address.write(place=id_, leg=None)


def clicked() -> list[str]:
    """Give the last two places that this visit has clicked on the map: the ends of a leg that it draws."""
    return list(st.session_state.get(_CLICKED, ()))


def _best_routes(shown: Lab) -> Iterator[tuple[str, tuple[Hop, ...]]]:
    """Best route of today, and that under the scenario where there is one."""
    sides = [(TODAY, shown.today), *([(ASSUMED, shown.assumed)] if shown.is_changed else [])]
    for side, found in sides:
        best = best_of(found)
        if best is not None and found.found is not None:
            yield side, tuple(found.found.hops[best])


def _alternative(view: View, shown: Lab, side: str, hops: tuple[Hop, ...]) -> Alternative:
    """Draw one of the two routes."""
    _ = view.words.gettext
    found: Answer = shown.today if side == TODAY else shown.assumed
    best = best_of(found) or ""
    words = _("Today") if side == TODAY else _("Under the scenario")
    return Alternative(
        id=side,
        label="1" if side == TODAY else "2",
        title=name(view, found, best),
        legs=tuple(hop.leg_id for hop in hops),
        look=LOOKS[0 if side == TODAY else 1],
        key=words,
    )


def _backwards(routes: list[tuple[Hop, ...]]) -> tuple[str, ...]:
    """Legs travelled from their To to their From ends; the last route decides where two differ."""
    ahead = {hop.leg_id for hop in routes[-1] if not hop.reversed} if routes else set()
    back = (hop.leg_id for hops in routes for hop in hops if hop.reversed and hop.leg_id not in ahead)
    return tuple(dict.fromkeys(back))


def _marks(view: View) -> Iterator[tuple[str, str]]:
    """Legs and places that the scenario closes or changes."""
    scenario = parse(view.state.scenario)
    for id_ in (*scenario.closed_legs, *scenario.closed_nodes):
        yield id_, "shut"
    changed = (
        *scenario.time_factors,
        *scenario.cost_factors,
        *scenario.delays,
        *scenario.node_factors,
        *scenario.node_cost_factors,
    )
    for id_ in dict.fromkeys(id_ for id_, _change in changed):
        if id_ not in {*scenario.closed_legs, *scenario.closed_nodes}:
            yield id_, "changed"
    for leg in scenario.added_legs:
        yield leg.leg_id, "added"
