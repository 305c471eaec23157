"""Many questions for routes at once: every origin, destination, scenario and date."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING, Any

from corridor.dataset.periods import is_period, read_day
from corridor.dataset.places import find
from corridor.dataset.tables import SHIPPED
from corridor.errors import SweepError
from corridor.freight.arrays import network
from corridor.freight.search import known_criteria
from corridor.routing.question import Avoided, RouteQuestion, read_criteria
from corridor.routing.risk import MAX_SAMPLES
from corridor.routing.risk import SEED as RISK_SEED
from corridor.scenario.codec import LAST_YEAR, Scenario, check, encode, parse
from corridor.scenario.presets import read_scenario

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from corridor.dataset.tables import Dataset

ROWS = ("route", "best")
MAX_TASKS = 10_000_000
_YEAR = len("YYYY")
_DAY = len("YYYY-MM-DD")
TODAY = "today"


@dataclass(frozen=True, kw_only=True)
class Sweep:
    """
    A sweep: every combination of its parts is one task.

    Attributes
    ----------
    origins, destinations
        Node ids; a pair of the same place is left out.
    scenarios
        Texts as `corridor.scenario.codec.encode` writes them, "" for things as they are.
    dates
        Years or days of travel, "" for none. The upgrades due by the end of the year count as done; on a day
        ships that do not run then are left out, as `corridor.freight.arrays.network` does.
    criteria
        As for `corridor.routing.routes.routes`.
    avoid
        Codes of countries, modes, ids of nodes or legs that no route may touch.
    rows
        "route": a row a route that no other beats. "best": only those that are the best on one criterion.
    samples
        Draws of the time of each route, 0 for none.
    seed
        Seed of the draws; the same for every task, so that two tasks differ by what differs in them.
    content_hash
        Of the data.
    """

    origins: tuple[str, ...]
    destinations: tuple[str, ...]
    scenarios: tuple[str, ...] = ("",)
    dates: tuple[str, ...] = ("",)
    criteria: tuple[str, ...] = ("time_h", "cost_usd_per_teu")
    avoid: tuple[str, ...] = ()
    rows: str = "route"
    samples: int = 0
    seed: int = RISK_SEED
    content_hash: str = ""

    @cached_property
    def tasks(self) -> tuple[tuple[str, str, str, str], ...]:
        """Scenario, date, origin and destination of each task, in the order of the rows."""
        every = product(self.scenarios, self.dates, self.origins, self.destinations)
        return tuple(task for task in every if task[2] != task[3])

    def question(self, dataset: Dataset, task: tuple[str, str, str, str]) -> RouteQuestion:
        """Give the question of a task."""
        scenario, date, origin, destination = task
        return RouteQuestion(
            origin=origin,
            destination=destination,
            criteria=self.criteria,
            avoid=Avoided.read(dataset, self.avoid),
            scenario=on(parse(scenario), date),
            date=read_day(date) if len(date) == _DAY else None,
        )

    @cached_property
    def digest(self) -> str:
        """Digest of the whole question, data included."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()[:16]


def sweep_of(
    dataset: Dataset,
    *,
    origins: Sequence[str],
    destinations: Sequence[str],
    scenarios: Sequence[str] = (TODAY,),
    dates: Sequence[str] = ("",),
    **options: Any,
) -> Sweep:
    """
    Read a sweep as people write it, and refuse what cannot be worked out before any work is done.

    Parameters
    ----------
    dataset
        The route dataset.
    origins, destinations
        Places as `corridor.dataset.places.find` reads them.
    scenarios
        As `corridor.scenario.presets.read_scenario` reads them; "today" changes nothing.
    dates
        Such as "2028" or "2028-05-01"; "" for none.
    **options
        criteria, avoid, rows, samples, seed, as in `Sweep`.

    Returns
    -------
    Sweep
        Each part without repetition.

    Raises
    ------
    SweepError, PlaceError, ScenarioError, UnknownIdError, RouteError
        If a part cannot be used.
    """
    net = network(dataset)
    parsed = [read_scenario(dataset, "" if scenario == TODAY else scenario) for scenario in scenarios]
    for one, date in product(parsed, dates):
        check(dataset, on(one, date))
    made = Sweep(
        origins=_once(find(dataset, place, among=net.places) for place in origins),
        destinations=_once(find(dataset, place, among=net.places) for place in destinations),
        scenarios=_once(map(encode, parsed)),
        dates=_once(dates),
        content_hash=dataset.content_hash,
        **options,
    )
    Avoided.read(dataset, made.avoid)
    made = replace(made, criteria=known_criteria(read_criteria(made.criteria)))
    if made.rows not in ROWS or not 0 <= made.samples <= MAX_SAMPLES or not 0 <= made.seed < 2**63:
        raise SweepError("sweep-unusable", rows=tuple(ROWS), most=MAX_SAMPLES)
    if not 1 <= len(made.tasks) <= MAX_TASKS:
        raise SweepError("sweep-size", tasks=len(made.tasks), most=MAX_TASKS)
    return made


def on(scenario: Scenario, date: str) -> Scenario:
    """
    Give a scenario on a date: with everything that is due by the end of its year.

    Raises
    ------
    SweepError
        If the date cannot be read, or the scenario names a year itself.
    """
    if not date:
        return scenario
    if len(date) not in {_YEAR, _DAY} or not is_period(date) or not int(date[:_YEAR]) <= LAST_YEAR:
        raise SweepError("sweep-date-unusable", date=date)
    if scenario.year is not None:
        raise SweepError("sweep-year-twice", scenario=encode(scenario))
    return parse("_".join(filter(None, (encode(scenario), f"year.{date[:_YEAR]}"))))


def folder_of(folder: Path) -> str:
    """Name a dataset for workers elsewhere: "" for the one that is shipped with the library."""
    return "" if folder.resolve() == SHIPPED.resolve() else str(folder.resolve())


def _once(values: Any) -> tuple[str, ...]:
    """Values in their order, each once."""
    return tuple(dict.fromkeys(values))
