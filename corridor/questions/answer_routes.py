"""Answers to the questions of `corridor.questions.catalogue`: values of the parts in, tables out."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from corridor.columns.frame import fit_frame, make_frame
from corridor.columns.network import CAPACITY, CUT
from corridor.columns.routes import COMPARISON
from corridor.columns.scenario import CHANGES
from corridor.errors import RouteError
from corridor.freight.availability import AVAILABILITIES
from corridor.questions.tables import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network
    from corridor.routing.question import RouteQuestion
    from corridor.routing.routes import Routes

    Values = Mapping[str, Any]

# What needs numba, geopandas or OR-Tools is imported where it is used: a command line must be quick to start.
# ruff: noqa: PLC0415

_HOURS_PER_DAY = 24


def routes(dataset: Dataset, values: Values) -> Answer:
    """
    Give every route that no other as sure beats, with the reasons why it can or cannot be had.

    The facts say first how many can be had and what the best answer is, then name the criteria and clearly
    different routes.
    """
    from corridor.chain.steps import steps_of
    from corridor.practice import in_practice
    from corridor.routing.alternatives import spread
    from corridor.routing.ask import find_routes
    from corridor.routing.obtainable import reasons
    from corridor.routing.summary import summary_of

    asked = question_of(dataset, values)
    found = find_routes(dataset, asked)
    states = found.table["availability"].tolist()
    different = list(spread(found.dataset, found))
    best = summary_of(found, asked)
    shown = dict.fromkeys([*different, *([] if best is None else [best.route_id])])
    practice = in_practice(
        found.dataset, {route: steps_of(found.dataset, found.hops[route]) for route in shown}
    )
    by_route: dict[str, Any] = {row["route_id"]: row for row in practice.to_dict("records")}
    best = summary_of(found, asked, practice=by_route)
    facts = {
        "availability": {state: states.count(state) for state in AVAILABILITIES if state in states},
        "summary": asdict(best) if best else None,
        "criteria": list(found.criteria),
        "finished": found.finished,
        "different": different,
    }
    tables = {"routes": found.table, "availability": reasons(found, asked), "in_practice": practice}
    return Answer(tables=tables, facts=facts)


def staircase(dataset: Dataset, values: Values) -> Answer:
    """Give time and cost against distance along one route."""
    from corridor.chain.staircase import staircase as laid_out
    from corridor.chain.steps import steps_of

    found, route = _chosen(dataset, question_of(dataset, values), values["route_id"])
    frame = laid_out(steps_of(found.dataset, found.hops[route]))
    return Answer(tables={"staircase": frame}, facts={"route_id": route})


def emissions(dataset: Dataset, values: Values) -> Answer:
    """Give the transport chain elements of one route."""
    from corridor.chain.emissions import inventory

    found, route = _chosen(dataset, question_of(dataset, values), values["route_id"])
    frame = inventory(found.dataset, found.hops[route])
    return Answer(tables={"emissions": frame}, facts={"route_id": route})


def route_works(dataset: Dataset, values: Values) -> Answer:
    """Return the works planned for each step of one route."""
    from corridor.partners.route_works import works_on

    asked = question_of(dataset, values)
    found, route = _chosen(dataset, asked, values["route_id"])
    frame = works_on(dataset, found.hops[route], asked.scenario)
    return Answer(tables={"route_mending": frame}, facts={"route_id": route})


def what_if(dataset: Dataset, values: Values) -> Answer:
    """
    Give the best of each criterion before and after changes, and what they change for each route.

    The facts say what they change for the best route and in how many routes there are.
    """
    from corridor.routing.ask import find_routes
    from corridor.routing.what_if import beside, effect
    from corridor.scenario.codec import AS_IT_IS, encode

    asked = question_of(dataset, values)
    before = find_routes(dataset, replace(asked, scenario=AS_IT_IS))
    after = find_routes(dataset, asked)
    found = effect(before, after, asked)
    facts = {
        "scenario": encode(asked.scenario),
        "routes_before": found.routes_before,
        "routes_after": found.routes_after,
        "best_before": found.best_before,
        "best_after": found.best_after,
        "time_h_change": found.time_h,
        "cost_usd_per_teu_change": found.cost_usd_per_teu,
    }
    tables = {"what_if": beside(before, after), "what_if_routes": found.routes}
    return Answer(tables=tables, facts=facts)


def scenario(dataset: Dataset, values: Values) -> Answer:
    """Give the changes of a scenario, if it can be used."""
    from corridor.scenario.codec import check, encode
    from corridor.scenario.presets import read_scenario

    changes = read_scenario(dataset, values["scenario"])
    check(dataset, changes)
    text = encode(changes.unnamed)
    rows = [
        dict(zip(CHANGES.names, (part, *part.split(".", 2)), strict=False))
        for part in text.split("_")
        if part
    ]
    frame = make_frame(rows, CHANGES)
    return Answer(tables={"scenario": frame}, facts={"scenario": encode(changes), "name": changes.name})


def risk(dataset: Dataset, values: Values) -> Answer:
    """Give percentiles of clearly different routes, how they compare, what the spread hangs on."""
    from corridor.chain.steps import steps_of
    from corridor.routing.alternatives import spread
    from corridor.routing.ask import find_routes
    from corridor.routing.question import SHORT
    from corridor.routing.risk import risk as drawn

    criterion = values["criterion"]
    # On one criterion alone a single route may beat all: what is worth comparing is best on something.
    beside = (
        ("time", "co2e", "distance")
        if values.get("cargo") == "bulk"
        else ("time", "cost", "co2e", "distance")
    )
    found = find_routes(dataset, question_of(dataset, {**values, "criteria": (criterion, *beside)}))
    shown = {route: steps_of(found.dataset, found.hops[route]) for route in spread(found.dataset, found)}
    known = drawn(shown, criterion=SHORT[criterion], samples=values["samples"], seed=values["seed"])
    beats = (
        known.beats.rename_axis("route_id")
        .reset_index()
        .melt("route_id", var_name="other_id", value_name="share")
    )
    beats = beats[beats["route_id"] != beats["other_id"]].sort_values(
        ["route_id", "other_id"], ignore_index=True
    )
    tables = {
        "risk": known.table,
        "comparison": fit_frame(beats, COMPARISON),
        "sensitivity": known.sensitivity,
    }
    facts = {"criterion": SHORT[criterion], "samples": known.samples, "seed": known.seed}
    return Answer(tables=tables, facts=facts)


def criticality(dataset: Dataset, values: Values) -> Answer:
    """Say what each leg and node of the best route is worth."""
    from corridor.resilience.criticality import criticality as taken_out
    from corridor.routing.question import SHORT

    network, places = network_of(dataset, values, values["from"], values["to"])
    criterion = SHORT.get(values["criterion"], values["criterion"])
    frame = taken_out(network, *places, criterion=criterion, most_gaps=values["most_gaps"])
    return Answer(tables={"criticality": frame}, facts={"criterion": criterion})


def fix(dataset: Dataset, values: Values) -> Answer:
    """Say what an hour saved at each part gains."""
    from corridor.resilience.value_of_fix import value_of_fix

    network, places = network_of(dataset, values, values["from"], values["to"])
    frame = value_of_fix(network, *places, hours=values["hours"], percent=values["percent"])
    return Answer(tables={"fix": frame})


def capacity(dataset: Dataset, values: Values) -> Answer:
    """Give bounds of what fits in a year, and the cut."""
    from corridor.freight.capacity import capacity as flow

    network, places = network_of(dataset, values, values["from"], values["to"], is_shut=False)
    avoided = avoided_countries(dataset, values)
    found = asdict(flow(network, *places, unit=values["unit"], avoid_countries=avoided))
    cut = make_frame(found.pop("cut"), CUT)
    frame = make_frame([found], CAPACITY)
    return Answer(tables={"capacity": frame, "cut": cut})


def reach(dataset: Dataset, values: Values) -> Answer:
    """Give the places within so many days."""
    from corridor.freight.reach import reach as within

    network, places = network_of(dataset, values, values["from"])
    frame = within(network, *places, limit=values["days"] * _HOURS_PER_DAY)
    return Answer(tables={"reach": frame}, facts={"origin": places[0], "days": values["days"]})


def question_of(dataset: Dataset, values: Values) -> RouteQuestion:
    """Read the question for routes from the values of its parts."""
    from corridor.routing.question import RouteQuestion

    return RouteQuestion.read(
        dataset,
        values["from"],
        values["to"],
        criteria=values["criteria"],
        avoid=values["avoid"],
        via=values["via"],
        max_transhipments=values["max_transhipments"],
        scenario=values["scenario"],
        date=values["date"],
        cargo=values["cargo"],
    )


def _chosen(dataset: Dataset, asked: RouteQuestion, route_id: str) -> tuple[Routes, str]:
    """Find routes, and choose the one that is named, else the first."""
    from corridor.routing.ask import find_routes

    found = find_routes(dataset, asked)
    if found.table.empty:
        raise RouteError("route-missing")
    route = route_id or str(found.table["route_id"].iloc[0])
    if route not in found.hops:
        raise RouteError("route-unknown", route=route, known=tuple(found.hops))
    return found, route


def network_of(
    dataset: Dataset, values: Values, *words: str, is_shut: bool = True
) -> tuple[Network, list[str]]:
    """Give the network under the scenario, countries to avoid shut, and the places that are meant."""
    from corridor.dataset.places import find
    from corridor.freight.arrays import network
    from corridor.routing.ask import shut
    from corridor.routing.question import Avoided
    from corridor.scenario.presets import read_scenario

    assumed = read_scenario(dataset, values.get("scenario", ""))
    if is_shut and values.get("avoid"):
        assumed = shut(dataset, assumed, Avoided(countries=avoided_countries(dataset, values)))
    net = network(dataset, scenario=assumed)
    return net, [find(dataset, word, among=net.places) for word in words]


def avoided_countries(dataset: Dataset, values: Values) -> frozenset[str]:
    """Read the countries to avoid; what is none is refused, for a slip would look like an answer."""
    from corridor.routing.question import country_codes

    codes, known = [code.upper() for code in values["avoid"]], country_codes(dataset)
    unknown = [code for code in codes if code not in known]
    if unknown:
        there = sorted(set(dataset.nodes["country"]))
        raise RouteError("country-unknown", country=unknown[0], known=there)
    return frozenset(codes)
