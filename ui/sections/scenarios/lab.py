"""Both answers to the question of the address: as it is today, and under the scenario."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corridor.scenario.codec import AS_IT_IS
from ui.sections.routes.answer import answer
from ui.sections.routes.question import question

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset
    from corridor.routing.question import RouteQuestion
    from ui.link.view import View
    from ui.sections.routes.answer import Answer


@dataclass(frozen=True, eq=False, kw_only=True)
class Lab:
    """
    One question answered twice.

    Attributes
    ----------
    question
        With the scenario.
    today, assumed
        The answers without and with it; the same object where nothing is assumed.
    """

    question: RouteQuestion
    today: Answer
    assumed: Answer

    @property
    def is_changed(self) -> bool:
        """Whether anything is assumed."""
        return self.question.scenario != AS_IT_IS

    @property
    def best_today(self) -> tuple[str, ...]:
        """Ids of the best routes of today: none is better on every criterion."""
        return _ids(self.today)

    @property
    def best_assumed(self) -> tuple[str, ...]:
        """Ids of the best routes under the scenario."""
        return _ids(self.assumed)

    @property
    def lost(self) -> tuple[str, ...]:
        """Ids of the best routes of today that are none of the best ones under the scenario."""
        return tuple(route for route in self.best_today if route not in self.best_assumed)

    @property
    def won(self) -> tuple[str, ...]:
        """Ids of the best routes under the scenario that are none of the best ones today."""
        return tuple(route for route in self.best_assumed if route not in self.best_today)

    def dataset(self, served: Dataset) -> Dataset:
        """Give the dataset under the scenario, in which added legs have a line; else the served one."""
        return served if self.assumed.found is None else self.assumed.found.dataset


def lab(view: View) -> Lab:
    """Answer the question of the address without and with its scenario; both are cached."""
    asked = question(view)
    today = answer(view.dataset, replace(asked, scenario=AS_IT_IS))
    changed = asked.scenario != AS_IT_IS
    return Lab(question=asked, today=today, assumed=answer(view.dataset, asked) if changed else today)


def best_of(found: Answer) -> str | None:
    """Id of the route that the answer's sentence speaks of; None without a route."""
    return None if found.summary is None else found.summary.route_id


def _ids(found: Answer) -> tuple[str, ...]:
    """Ids of the best routes: none is better on every criterion."""
    return () if found.best is None else tuple(found.best.table["route_id"])
