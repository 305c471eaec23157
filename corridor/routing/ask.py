"""Find routes for a question, typed or in words: the same for the command line, the API and the pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.dataset.tables import split_ids
from corridor.errors import PlaceError
from corridor.freight.arrays import network
from corridor.freight.availability import surest_first
from corridor.freight.running import refuse_costs
from corridor.routing.alternatives import added, joined, spread
from corridor.routing.detours import detours
from corridor.routing.obtainable import surest, with_availability
from corridor.routing.question import RouteQuestion

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.routing.question import Avoided, Words
    from corridor.routing.routes import Routes
    from corridor.scenario.codec import Scenario


def find_routes(dataset: Dataset, question: RouteQuestion) -> Routes:
    """
    Find the best freight routes for a question; what can surely be had comes first.

    Parameters
    ----------
    dataset
        The route dataset.
    question
        What is asked.

    Returns
    -------
    Routes
        As `corridor.routing.obtainable.surest`.

    Raises
    ------
    PlaceError, RouteError, ScenarioError, UnknownIdError
        If the dataset does not have what the question names. Costs of bulk are refused: none are published.
    """
    return surest(_network_of(dataset, question), question)


def find_detours(dataset: Dataset, question: RouteQuestion) -> Routes:
    """
    Find clearly different routes for a question, also such as the best route beats on everything.

    Parameters
    ----------
    dataset
        The route dataset.
    question
        What is asked. A route is good by its first criterion; what is to be avoided is closed. Places to pass
        and the limit on transhipments are not kept to.

    Returns
    -------
    Routes
        As `corridor.routing.detours.detours`, with the columns of
        `corridor.routing.obtainable.with_availability`.

    Raises
    ------
    PlaceError, RouteError, ScenarioError, UnknownIdError
        As `find_routes`.
    """
    net = _network_of(dataset, question, is_shut=True)
    found = detours(net, question.origin, question.destination, criterion=question.criteria[0])
    known = with_availability(found, question)
    return replace(known, table=surest_first(known.table).reset_index(drop=True))


def find_different(dataset: Dataset, question: RouteQuestion) -> dict[str, Sequence[Hop]]:
    """
    Find the clearly different routes for a question: first of the best, then detours.

    Parameters
    ----------
    dataset, question
        As for `find_detours`.

    Returns
    -------
    dict
        Legs of each route by its id; empty if there is none.

    Raises
    ------
    PlaceError, RouteError, ScenarioError, UnknownIdError
        As `find_routes`.
    """
    found = find_routes(dataset, question)
    if found.table.empty:
        return {}
    whole = joined(found, find_detours(dataset, question))
    return {
        route_id: whole.hops[route_id] for route_id in (*spread(found.dataset, found), *added(found, whole))
    }


def ask(  # noqa: PLR0913 - a question has so many parts, all but two by name
    dataset: Dataset,
    origin: str,
    destination: str,
    *,
    criteria: Words = "time,cost,co2e",
    avoid: Words = "",
    via: Words = "",
    max_transhipments: int | None = None,
    scenario: Scenario | str = "",
    date: dt.date | str | None = None,
    cargo: str = "container",
) -> Routes:
    """
    Find the best freight routes between two places, asked in words.

    Parameters
    ----------
    dataset, origin, destination, criteria, avoid, via, max_transhipments, scenario, date, cargo
        As `corridor.routing.question.RouteQuestion.read` reads them.

    Returns
    -------
    Routes
        As `find_routes`.

    Raises
    ------
    PlaceError, RouteError, QuestionError, ScenarioError, UnknownIdError
        If the question cannot be read or answered; the message says what would be right.
    """
    question = RouteQuestion.read(
        dataset,
        origin,
        destination,
        criteria=criteria,
        avoid=avoid,
        via=via,
        max_transhipments=max_transhipments,
        scenario=scenario,
        date=date,
        cargo=cargo,
    )
    return find_routes(dataset, question)


def ask_detours(
    dataset: Dataset,
    origin: str,
    destination: str,
    *,
    criterion: str = "time",
    avoid: Words = "",
    scenario: Scenario | str = "",
    date: dt.date | str | None = None,
) -> Routes:
    """
    Find clearly different routes between two places, asked in words.

    Parameters
    ----------
    dataset, origin, destination, avoid, scenario, date
        As for `ask`.
    criterion
        By which a route is good: one of those of `ask`.

    Returns
    -------
    Routes
        As `find_detours`.

    Raises
    ------
    PlaceError, RouteError, QuestionError, ScenarioError, UnknownIdError
        As `ask`.
    """
    question = RouteQuestion.read(
        dataset, origin, destination, criteria=criterion, avoid=avoid, scenario=scenario, date=date
    )
    return find_detours(dataset, question)


def ask_different(
    dataset: Dataset, origin: str, destination: str, *, avoid: Words = ""
) -> dict[str, Sequence[Hop]]:
    """
    Find the clearly different routes between two places, asked in words.

    Parameters
    ----------
    dataset, origin, destination, avoid
        As for `ask`.

    Returns
    -------
    dict
        As `find_different`.

    Raises
    ------
    PlaceError, RouteError, UnknownIdError
        As `ask`.
    """
    return find_different(dataset, RouteQuestion.read(dataset, origin, destination, avoid=avoid))


def shut(dataset: Dataset, scenario: Scenario, avoid: Avoided) -> Scenario:
    """Close, on top of a scenario, all that is to be avoided."""
    legs, nodes = dataset.legs, dataset.nodes
    of_modes = legs.loc[legs["mode"].isin(avoid.modes), "leg_id"]
    of_countries = nodes.loc[nodes["country"].isin(avoid.countries), "node_id"]
    crossing = [
        leg_id
        for leg_id, crossed in zip(legs["leg_id"], legs["through_countries"], strict=True)
        if not avoid.countries.isdisjoint(split_ids(crossed))
    ]
    return replace(
        scenario,
        closed_legs=tuple(sorted({*scenario.closed_legs, *avoid.legs, *of_modes, *crossing})),
        closed_nodes=tuple(sorted({*scenario.closed_nodes, *avoid.nodes, *of_countries})),
    )


def _network_of(dataset: Dataset, question: RouteQuestion, *, is_shut: bool = False) -> Network:
    """Build the network of a question, with what it avoids shut if asked; refuse what is not there."""
    refuse_costs(dataset, question.cargo, question.criteria)
    question.avoid.check(dataset)
    scenario = shut(dataset, question.scenario, question.avoid) if is_shut else question.scenario
    net = network(dataset, scenario=scenario, date=question.date, cargo=question.cargo)
    for place in (question.origin, question.destination, *sorted(question.via)):
        if place not in net.places:
            raise PlaceError("place-unknown", words=place)
    return net
