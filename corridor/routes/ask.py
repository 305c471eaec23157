"""Questions for routes as people write them, on the command line and in the HTTP API."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.dataset.places import find
from corridor.errors import RouteError
from corridor.network.arrays import MODES, network
from corridor.network.running import refuse_costs
from corridor.routes.alternatives import added, joined, spread
from corridor.routes.detours import detours
from corridor.routes.routing import Constraints, routes
from corridor.routes.sanctioned import SANCTIONED
from corridor.scenario.codec import parse

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.routes.routing import Routes
    from corridor.scenario.codec import Scenario

SHORT: Mapping[str, str] = {
    "time": "time_h",
    "cost": "cost_usd_per_teu",
    "co2e": "co2e_kg_per_t",
    "distance": "distance_km",
}


def ask(  # noqa: PLR0913 - a question has so many parts, all but two by name
    dataset: Dataset,
    origin: str,
    destination: str,
    *,
    criteria: str = "time,cost,co2e",
    avoid: str = "",
    via: str = "",
    most_transhipments: int | None = None,
    scenario: str = "",
    date: dt.date | None = None,
    cargo: str = "container",
) -> Routes:
    """
    Answer a question for routes.

    Parameters
    ----------
    dataset
        The route dataset.
    origin, destination
        Places as `corridor.dataset.places.find` reads them.
    criteria
        Comma-separated: time, cost, co2e, distance, borders, transhipments.
    avoid
        Comma-separated codes of countries, modes, ids of nodes or legs.
    via
        Comma-separated places to pass, in any order.
    most_transhipments
        How often cargo may change vehicles.
    scenario
        Changes, as `corridor.scenario.codec.parse` reads them.
    date, cargo
        As for `corridor.network.arrays.network`. Costs of bulk are refused: none are published.

    Returns
    -------
    Routes
        As `corridor.routes.routing.routes`.

    Raises
    ------
    PlaceError, RouteError, ScenarioError, UnknownIdError
        If the question cannot be read; the message says what would be right.
    """
    chosen = tuple(SHORT.get(one, one) for one in _split(criteria))
    refuse_costs(dataset, cargo, chosen)
    net = network(dataset, scenario=parse(scenario), date=date, cargo=cargo)
    start, end, *passed = (
        find(dataset, one, among=net.places) for one in (origin, destination, *_split(via))
    )
    return routes(
        net,
        start,
        end,
        criteria=chosen,
        constraints=limits(dataset, _split(avoid), tuple(passed), most_transhipments),
    )


def ask_detours(
    dataset: Dataset,
    origin: str,
    destination: str,
    *,
    criterion: str = "time",
    avoid: str = "",
    scenario: str = "",
    date: dt.date | None = None,
) -> Routes:
    """
    Answer with clearly different routes, even if the best one is better on every criterion.

    Parameters
    ----------
    dataset, origin, destination, avoid, scenario, date
        As for `ask`. What is to be avoided is closed.
    criterion
        By which a way is good: one of those of `ask`.

    Returns
    -------
    Routes
        As `corridor.routes.detours.detours`.

    Raises
    ------
    PlaceError, RouteError, ScenarioError, UnknownIdError
        As `ask`.
    """
    closed = shut(dataset, parse(scenario), limits(dataset, _split(avoid), (), None))
    net = network(dataset, scenario=closed, date=date)
    start, end = (find(dataset, one, among=net.places) for one in (origin, destination))
    return detours(net, start, end, criterion=SHORT.get(criterion, criterion))


def shut(dataset: Dataset, scenario: Scenario, kept_to: Constraints) -> Scenario:
    """Add the closures of constraints to a scenario, except gauges."""
    legs, nodes = dataset.legs, dataset.nodes
    of_modes = legs.loc[legs["mode"].isin(kept_to.avoid_modes), "leg_id"]
    of_countries = nodes.loc[nodes["country"].isin(kept_to.avoid_countries), "node_id"]
    return replace(
        scenario,
        closed_legs=tuple(sorted({*scenario.closed_legs, *kept_to.avoid_legs, *of_modes})),
        closed_nodes=tuple(sorted({*scenario.closed_nodes, *kept_to.avoid_nodes, *of_countries})),
    )


def ask_ways(dataset: Dataset, origin: str, destination: str, *, avoid: str = "") -> dict[str, Sequence[Hop]]:
    """
    Return clearly different routes between two places: best routes first, then others.

    Parameters
    ----------
    dataset, origin, destination, avoid
        As for `ask`.

    Returns
    -------
    dict
        Legs of each way by its route id; empty if there is none.

    Raises
    ------
    PlaceError, RouteError, UnknownIdError
        As `ask`.
    """
    found = ask(dataset, origin, destination, avoid=avoid)
    if found.table.empty:
        return {}
    whole = joined(found, ask_detours(dataset, origin, destination, avoid=avoid))
    return {one: whole.hops[one] for one in (*spread(found.dataset, found), *added(found, whole))}


def limits(
    dataset: Dataset, avoid: list[str], passed: tuple[str, ...], most_transhipments: int | None
) -> Constraints:
    """Sort what to avoid by kind (country, mode, node, leg); raises `RouteError` for unknown words."""
    countries, modes, nodes, legs = set(), set(), set(), set()
    known = country_codes(dataset)
    for word in avoid:
        if word.upper() in known:
            countries.add(word.upper())
        elif word in MODES:
            modes.add(word)
        elif dataset.has("nodes", word):
            nodes.add(word)
        elif dataset.has("legs", word):
            legs.add(word)
        else:
            raise RouteError("avoid-unknown", word=word, modes=tuple(MODES))
    return Constraints(
        avoid_countries=frozenset(countries),
        avoid_modes=frozenset(modes),
        avoid_nodes=frozenset(nodes),
        avoid_legs=frozenset(legs),
        most_transhipments=most_transhipments,
        pass_nodes=passed,
    )


def country_codes(dataset: Dataset) -> frozenset[str]:
    """Codes of the countries that can be avoided: of the places, of the list, and those under sanctions."""
    return frozenset(dataset.nodes["country"]).union(dataset.countries["iso2"], SANCTIONED)


def _split(words: str) -> list[str]:
    """Parts of a comma-separated text."""
    return [one.strip() for one in words.split(",") if one.strip()]
