"""The routes that an answer presents: their order, which are clearly different, what tells them apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.routing.alternatives import added, joined, marks, spread
from corridor.routing.ask import find_detours, find_routes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset
    from corridor.routing.question import RouteQuestion
    from corridor.routing.routes import Routes


@dataclass(frozen=True, eq=False, kw_only=True)
class Presented:
    """
    Routes as pages and charts present them.

    Attributes
    ----------
    found
        Those that no other beats.
    whole
        The same with clearly different ones that others beat.
    order
        Ids in the order of their numbers: the clearly different ones first.
    shown
        Ids of the clearly different ones.
    beaten
        Ids of those that others beat.
    telling
        What tells each of the clearly different ones from the others, as of
        `corridor.routing.alternatives.marks`.
    """

    found: Routes
    whole: Routes
    order: tuple[str, ...]
    shown: tuple[str, ...]
    beaten: tuple[str, ...]
    telling: Mapping[str, tuple[tuple[str, str], ...]]

    def told(self, route: str) -> tuple[tuple[str, str], ...]:
        """Say what tells a route from those that are clearly different."""
        if route in self.telling:
            return self.telling[route]
        ways = {route_id: self.whole.hops[route_id] for route_id in (*self.shown, route)}
        return marks(self.whole.dataset, ways)[route]


def present(dataset: Dataset, question: RouteQuestion) -> Presented:
    """
    Find the routes for a question and put them in the order of their numbers.

    Parameters
    ----------
    dataset, question
        As for `corridor.routing.ask.find_routes`, whose errors are raised.

    Returns
    -------
    Presented
        Detours are added unless the question says where to pass or how often cargo may change vehicles.
    """
    found = find_routes(dataset, question)
    whole = found
    if not (found.table.empty or question.via or question.max_transhipments is not None):
        whole = joined(found, find_detours(dataset, question))
    beaten = added(found, whole)
    shown = (*spread(found.dataset, found), *beaten)
    every = [str(route_id) for route_id in whole.table["route_id"]]
    return Presented(
        found=found,
        whole=whole,
        order=(*shown, *(route_id for route_id in every if route_id not in shown)),
        shown=shown,
        beaten=tuple(beaten),
        telling=marks(found.dataset, {route_id: whole.hops[route_id] for route_id in shown}),
    )
