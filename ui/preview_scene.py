"""The scene of the map of each page, for its picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui import (
    choice,
    compared,
    compared_view,
    connections,
    flight_options,
    reach_map,
    route_answer,
    route_map,
)
from ui.key_values import FEWEST_COMPARED
from ui.map import Scene, whole_network
from ui.route_question import question
from ui.summary import flight_ends
from ui.totals import sums

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.shell import View


def scene_of(view: View) -> Scene:
    """Give what the map of a page shows, or the whole network where a page has none."""
    draw = _SCENES.get(view.page)
    return whole_network(view) if draw is None else draw(view)


def _corridor(view: View) -> Scene:
    """Give the chosen corridor."""
    way = choice.way_of(view)
    chain, _totals = sums(view.dataset, way.corridor, way.branches)
    return choice.scene(view, chain, view.state.leg)


def _flights(view: View) -> Scene:
    """Give the ways by air."""
    ends = flight_ends(view)
    return flight_options.scene(view, flight_options.ways_between(view, *ends), *ends)


def _routes(view: View) -> Scene:
    """Give the routes found, the chosen one in full."""
    if view.state.carriage == "air":
        return _flights(view)
    found = route_answer.answer(view.dataset, question(view))
    chosen = route_answer.chosen_route(found, view.state)
    if chosen is None or found.found is None:
        return whole_network(view)
    shown = route_answer.detail(view.dataset, found, chosen)
    view = replace(view, dataset=found.found.dataset)
    return route_map.scene(view, found, shown, route_answer.chosen_step(shown, view.state))


def _compare(view: View) -> Scene:
    """Give the compared routes."""
    found = route_answer.answer(view.dataset, question(view))
    if len(found.rows) < FEWEST_COMPARED:
        return whole_network(view)
    ids = compared.chosen(view, found)
    return compared_view.scene(view, found, compared.beside(view.dataset, found, ids))


def _connectivity(view: View) -> Scene:
    """Give what is within reach."""
    return reach_map.scene(view, reach_map.place_of(view))


_SCENES: Mapping[str, Callable[[View], Scene]] = {
    "overview": connections.scene,
    "corridor": _corridor,
    "flights": _flights,
    "routes": _routes,
    "compare": _compare,
    "connectivity": _connectivity,
}
