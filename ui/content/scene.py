"""The scene of the map of each page, for its picture."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ui.chain import connections
from ui.chain.totals import sums
from ui.content.summary import flight_ends
from ui.link.key_values import MIN_COMPARED
from ui.map.show import whole_network
from ui.sections.compare import choice as compared
from ui.sections.compare import comparison
from ui.sections.connectivity import frames, reach_map
from ui.sections.corridor import choice
from ui.sections.flights import options
from ui.sections.partners import export_routes, minerals_map, project_map, register_choice
from ui.sections.routes import answer, scene
from ui.sections.routes.question import question
from ui.sections.scenarios import decisions
from ui.sections.scenarios import scene as scenario_scene
from ui.sections.scenarios.lab import lab

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.link.view import View
    from ui.map.scene import Scene


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
    return options.scene(view, options.connections_between(view, *ends), *ends)


def _routes(view: View) -> Scene:
    """Give the routes found, the chosen one in full."""
    if view.state.carriage == "air":
        return _flights(view)
    found = answer.answer(view.dataset, question(view))
    chosen = answer.chosen_route(found, view.state)
    if chosen is None or found.found is None:
        return whole_network(view)
    shown = answer.detail(view.dataset, found, chosen)
    view = replace(view, dataset=found.found.dataset)
    return scene.scene(view, found, shown, answer.chosen_step(shown, view.state))


def _compare(view: View) -> Scene:
    """Give the compared routes."""
    found = answer.answer(view.dataset, question(view))
    if len(found.rows) < MIN_COMPARED:
        return whole_network(view)
    ids = compared.chosen(view, found)
    return comparison.scene(view, found, compared.beside(view.dataset, found, ids))


def _connectivity(view: View) -> Scene:
    """Give what is within reach."""
    view = frames.as_asked(view)
    return reach_map.scene(view, reach_map.place_of(view))


def _partners(view: View) -> Scene:
    """Give the projects that the facets leave, or the sites of raw materials with their ways out."""
    if view.state.part == "register":
        return project_map.scene(view, register_choice.found_by(view))
    if view.state.part == "minerals":
        return minerals_map.scene(view, export_routes.destination_of(view))
    return whole_network(view)


def _scenarios(view: View) -> Scene:
    """Give what the part of the page draws."""
    if view.state.lab in decisions.DECISIONS:
        return decisions.decided(view).scene
    if view.state.lab == "sweep":
        return whole_network(view)
    shown = lab(view)
    return scenario_scene.scene(replace(view, dataset=shown.dataset(view.dataset)), shown)


_SCENES: Mapping[str, Callable[[View], Scene]] = {
    "overview": connections.scene,
    "corridor": _corridor,
    "flights": _flights,
    "routes": _routes,
    "compare": _compare,
    "scenarios": _scenarios,
    "connectivity": _connectivity,
    "partners": _partners,
}
