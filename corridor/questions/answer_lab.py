"""Answers to the questions of decisions."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any

from corridor.errors import QuestionError, RouteError
from corridor.questions.answer_routes import avoided_countries, network_of
from corridor.questions.tables import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.routing.question import RouteQuestion
    from corridor.routing.sureness import RouteFigures

    Values = Mapping[str, Any]

# As in `corridor.questions.answer_routes`: a command line must be quick to start.
# ruff: noqa: PLC0415

COMPARE_SCENARIO = "scenario"


def how_sure(dataset: Dataset, values: Values) -> Answer:
    """Say how sure it is that one route is quicker than another."""
    from corridor.routing.sureness import how_sure as told

    first, second = sides(dataset, values)
    found = told(first, second, samples=values["samples"], seed=values["seed"])
    tables = {
        "how_sure": found.routes,
        "order": found.order,
        "tornado": found.tornado,
        "observed_parts": found.observed,
    }
    facts = {"samples": found.samples, "seed": found.seed, "compare": values["compare"]}
    return Answer(tables=tables, facts=facts)


def sides(dataset: Dataset, values: Values) -> tuple[RouteFigures, RouteFigures]:
    """
    Find the two routes that are compared.

    Each is named by its id or by a place that it passes; of several routes by a place it is the quickest of
    those surest to be had. Without a name they are the first two of the clearly different ones; with
    `compare` "scenario" the first route without and with the changes.
    """
    from corridor.questions.answer_routes import question_of
    from corridor.scenario.codec import AS_IT_IS

    asked = question_of(dataset, {**values, "criteria": _criteria(values)})
    if values["compare"] == COMPARE_SCENARIO:
        before = _named(dataset, replace(asked, scenario=AS_IT_IS), values["first"], 0)
        kept = values["second"] or values["first"]
        return before, _named(dataset, asked, kept, 0)
    first = _named(dataset, asked, values["first"], 0)
    second = _named(dataset, asked, values["second"], 1, other=first)
    return first, second


def _criteria(values: Values) -> str:
    """Criteria by which routes are sought; no costs of bulk are known."""
    return "time,co2e" if values.get("cargo") == "bulk" else "time,cost,co2e"


def _named(
    dataset: Dataset, asked: RouteQuestion, words: str, at: int, *, other: RouteFigures | None = None
) -> RouteFigures:
    """Find a route by its id or a place that it passes, else by its number."""
    from corridor.dataset.places import find
    from corridor.freight.arrays import network
    from corridor.routing.alternatives import best
    from corridor.routing.ask import find_routes
    from corridor.routing.presented import present
    from corridor.routing.sureness import RouteFigures

    found = present(dataset, asked)
    if not found.order:
        raise RouteError("route-missing")
    if not words:
        shown = [route for route in found.order if other is None or found.whole.hops[route] != other.hops]
        if other is None:
            return RouteFigures(found.whole.dataset, found.whole.hops[shown[at]])
        if not shown:
            raise RouteError("second-route-missing")
        return RouteFigures(found.whole.dataset, found.whole.hops[shown[0]])
    if words in found.whole.hops:
        return RouteFigures(found.whole.dataset, found.whole.hops[words])
    places = network(dataset, scenario=asked.scenario, date=asked.date, cargo=asked.cargo).places
    place = find(dataset, words, among=places)
    by_place = find_routes(dataset, replace(asked, via=asked.via | {place}))
    if by_place.table.empty:
        raise RouteError("route-missing")
    route = best(by_place, ("time_h",))["time_h"]
    return RouteFigures(by_place.dataset, by_place.hops[route])


def how_much(dataset: Dataset, values: Values) -> Answer:
    """Say whether an amount a year fits between two places, and what stops it."""
    from corridor.corridors.volumes import Subject
    from corridor.partners.demand import how_much as worked_out
    from corridor.routing.ask import find_different
    from corridor.routing.question import Avoided, RouteQuestion

    network, places = network_of(dataset, values, values["from"], values["to"], is_shut=False)
    avoided = avoided_countries(dataset, values)
    if values["corridor"]:
        dataset.record("corridors", values["corridor"])
    asked = RouteQuestion.read(dataset, *places, avoid=avoided, scenario=values["scenario"])
    asked = replace(asked, avoid=Avoided(countries=avoided))
    found = worked_out(
        network,
        places[0],
        places[1],
        values["need"],
        unit=values["unit"],
        is_on_top=values["on_top"] == "yes",
        avoid_countries=avoided,
        routes=find_different(dataset, asked),
        about=[Subject("corridor", values["corridor"])] if values["corridor"] else (),
    )
    tables = {
        "how_much": found.table,
        "short_parts": found.short,
        "capacity_works": found.works,
        "volumes": found.volumes,
        "unknown_capacity": found.unknown,
    }
    facts = {"origin": places[0], "destination": places[1], "avoid": sorted(avoided)}
    return Answer(tables=tables, facts=facts)


def fix_first(dataset: Dataset, values: Values) -> Answer:
    """Rank legs, ports and borders by what a fix there brings."""
    from corridor.partners.priorities import Saving
    from corridor.partners.priorities import fix_first as ranked

    network, pairs, weights = _pairs(dataset, values)
    found = ranked(
        network,
        pairs,
        weights=weights,
        saving=Saving(values["hours"] or None, values["percent"]),
        by=values["by"],
        samples=values["samples"],
        seed=values["seed"],
        usd_per_day=values["usd_per_day"],
        order=values["order"],
    )
    facts = {
        "order": values["order"],
        "samples": found.samples,
        "seed": found.seed,
        "weights": "equal" if weights is None else "given",
        "avoid": sorted(values["avoid"]),
    }
    return Answer(tables={"fix_first": found.table, "fix_pairs": found.pairs}, facts=facts)


def portfolios(dataset: Dataset, values: Values) -> Answer:
    """Find the best sets of works."""
    from corridor.partners.budgets import portfolios as best_sets

    network, pairs, weights = _pairs(dataset, values)
    found = best_sets(
        network,
        pairs,
        budget=values["budget"],
        weights=weights,
        works=values["works"],
        percent=values["percent"],
        by=values["by"],
        usd_per_day=values["usd_per_day"],
    )
    tables = {
        "portfolios": found.table,
        "portfolio_works": found.works,
        "portfolio_pairs": found.pairs,
    }
    facts = {
        "weights": "equal" if weights is None else "given",
        "without_effect": list(found.without_effect),
        "avoid": sorted(values["avoid"]),
    }
    return Answer(tables=tables, facts=facts)


def critical_places(dataset: Dataset, values: Values) -> Answer:
    """Say what hurts most when lost, with and without some countries."""
    from corridor.partners.critical import critical_places as closed

    avoided = avoided_countries(dataset, values)
    origins, destinations = _ends(values)
    whole, places = network_of(dataset, values, *origins, *destinations, is_shut=False)
    left, _places = network_of(dataset, values)
    pairs = _crossed(places[: len(origins)], places[len(origins) :])
    frame = closed(whole, left, pairs)
    return Answer(tables={"critical_both": frame}, facts={"avoid": sorted(avoided)})


def _ends(values: Values) -> tuple[Sequence[str], Sequence[str]]:
    """Words for origins and destinations; the usual ones where there are none."""
    from corridor.pairs.connectivity import KAZAKHSTAN, SERBIA

    return values["origins"] or KAZAKHSTAN, values["destinations"] or SERBIA


def _crossed(origins: Sequence[str], destinations: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of different places, each once."""
    pairs = [pair for pair in product(origins, destinations) if pair[0] != pair[1]]
    return list(dict.fromkeys(pairs))


def _pairs(dataset: Dataset, values: Values) -> tuple[Network, list[tuple[str, str]], list[float] | None]:
    """Give the network without what is to be avoided, the pairs, and their weights if any are given."""
    from corridor.dataset.places import find
    from corridor.freight.arrays import network
    from corridor.routing.ask import shut
    from corridor.routing.question import Avoided
    from corridor.scenario.codec import parse

    origins, destinations = _ends(values)
    avoid = Avoided.read(dataset, values["avoid"])
    net = network(dataset, scenario=shut(dataset, parse(values["scenario"]), avoid))
    starts, ends = (
        [find(dataset, word, among=net.places) for word in some] for some in (origins, destinations)
    )
    pairs = _crossed(starts, ends)
    given = {}
    for word in values["weights"]:
        pair, sign, weight = word.partition("=")
        names = tuple(find(dataset, name, among=net.places) for name in pair.split(":"))
        try:
            given[names] = float(weight)
        except ValueError:
            sign = ""
        if not sign or names not in pairs or not 0 < given[names] < float("inf"):
            raise QuestionError("pair-weight-unusable", weight=word)
    return net, pairs, [given.get(pair, 1.0) for pair in pairs] if given else None
