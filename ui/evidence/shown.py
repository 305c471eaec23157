"""What each page shows, as tables to take along, each with its address under the API."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pandas as pd

from corridor.air.block_times import air_times
from corridor.air.flight_gaps import flight_gaps
from corridor.chain.emissions import inventory
from corridor.chain.staircase import staircase
from corridor.chain.steps import steps, totals
from corridor.corridors.bottlenecks import bottlenecks
from corridor.corridors.calibration import calibration, stretches
from corridor.corridors.rivals import rivals
from corridor.corridors.volumes import subjects, volumes
from corridor.corridors.years import upgrades_in
from ui.chain.connections import DIRECT_SERVICE, chains
from ui.evidence.memory import today
from ui.language.text import N_
from ui.sections.connectivity import frames as pair_frames

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ui.link.view import View
    from ui.sections.compare.choice import Beside
    from ui.sections.corridor.choice import Way
    from ui.sections.routes.answer import Answer, Detail

_EVENTS = 8

# Titles of tables that are worked out rather than kept; those of the dataset stand in its schema.
COMPUTED = {
    "steps": N_("Steps"),
    "totals": N_("Totals"),
    "routes": N_("Routes"),
    "staircase": N_("Staircase"),
    "emissions": N_("Emissions"),
    "bottlenecks": N_("Bottlenecks"),
    "volumes": N_("Volumes and capacities"),
    "connectivity": N_("Pairs of cities"),
    "country_pairs": N_("Pairs of countries"),
    "index": N_("Pair index"),
    "reach": N_("Reach"),
    "totals_beside": N_("Totals beside each other"),
    "hours_by_kind": N_("Hours by kind of work"),
    "parts_beside": N_("Parts beside each other"),
    "likely": N_("Likely times"),
    "route_mending": N_("Who mends what on this way"),
    "register": N_("Register of projects"),
    "promises": N_("Follow-up"),
    "mending": N_("Bottlenecks and projects"),
    "upgrade_gains": N_("What each upgrade changes"),
    "unmended": N_("What nobody is fixing"),
    "mends_nothing": N_("Projects without a bottleneck"),
    "sites": N_("Mines and plants"),
    "ways_out": N_("The way out"),
    "ways_out_open": N_("The way out without Russia, Belarus and Iran"),
    "roles": N_("Roles of organisations"),
    "role_counts": N_("Roles by organisation"),
}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """
    What a page shows.

    Attributes
    ----------
    tables
        Gives the tables by name when they are asked for.
    addresses
        For each table that the API has, its name and its address below the API's root, without its end;
        what stands after a question mark goes behind the end.
    choice
        What is chosen on the page, named even where the address leaves it out as the default.
    """

    tables: Callable[[], Mapping[str, pd.DataFrame]]
    addresses: Sequence[tuple[str, str]] = ()
    choice: Mapping[str, object] = field(default_factory=dict)


def overview(view: View) -> Shown:
    """Give the corridors with their sums, the direct flight, the partner register, the latest events."""
    ids = [row["corridor_id"] for row in chains(view)]

    def tables() -> dict[str, pd.DataFrame]:
        data = view.dataset
        sums = {id_: totals(steps(data, id_)) for id_ in ids}
        events = data.events.sort_values("date", ascending=False, kind="stable")
        return {
            "corridors": data.corridors[data.corridors["corridor_id"].isin(ids)],
            "totals": pd.concat(sums, names=["corridor_id"]).reset_index(level=0),
            "services": data.services[data.services["service_id"] == DIRECT_SERVICE],
            "projects": data.projects,
            "agreements": data.agreements,
            "events": events.head(_EVENTS),
        }

    named = ("corridors", "projects", "agreements", "events", "sources")
    return Shown(tables=tables, addresses=[(name, f"tables/{name}") for name in named])


def chain(view: View, way: Way, year: int) -> Shown:
    """Give what the page Corridor shows of a chain in a year, from its steps to its rivals."""

    def tables() -> dict[str, pd.DataFrame]:
        data, corridor, branches = view.dataset, way.corridor, way.branches
        found = steps(data, corridor, branches=branches)
        legs = found[found["kind"] == "leg"]
        return {
            "steps": found,
            "totals": totals(found),
            "calibration": calibration(data, corridor, branches=branches),
            "stretches": stretches(data, corridor, branches=branches),
            "upgrades_in_year": upgrades_in(data, corridor, year, today=today(), branches=branches),
            "bottlenecks": bottlenecks(data, corridor, branches=branches),
            "volumes": volumes(data, subjects(data, corridor, branches=branches)),
            "rivals": rivals(data, legs["from_node"].iloc[0], legs["to_node"].iloc[-1]),
        }

    via = f"?{urlencode({'via': '.'.join(way.branches)})}" if way.branches else ""
    named = ("steps", "totals", "bottlenecks", "volumes")
    own = [(name, f"corridors/{way.corridor}/{name}{via}") for name in named]
    addresses = [*own, ("legs", "tables/legs"), ("claims", "tables/claims?subject_type=leg")]
    choice = {"corridor": way.corridor, "via": list(way.branches), "year": year}
    return Shown(tables=tables, addresses=addresses, choice=choice)


def routes(view: View, found: Answer, route: Detail | None) -> Shown:
    """Give every route found, and the steps, staircase and emissions of the chosen one."""

    def tables() -> dict[str, pd.DataFrame]:
        every = {} if found.found is None else {"routes": found.found.table}
        if route is None:
            return every
        return every | {
            "steps": route.frame,
            "staircase": staircase(route.frame),
            "totals": totals(route.frame),
            "emissions": inventory(view.dataset, route.hops),
            "route_mending": route.mended,
        }

    query, keys = _asked(found)
    choice = {**keys, "route": route.route if route else None}
    addresses = [("routes", f"routes?{query}")]
    if route is not None:
        addresses.append(("route_mending", f"routes/{route.route}/mending?{query}"))
    return Shown(tables=tables, addresses=addresses, choice=choice)


def compared(view: View, found: Answer, beside: Beside) -> Shown:
    """Give the routes beside each other, and the steps of each."""

    def tables() -> dict[str, pd.DataFrame]:
        frames = {one: beside.details[one].frame for one in beside.ids}
        table = found.found.table if found.found is not None else pd.DataFrame()
        return {
            "routes": table[table["route_id"].isin(beside.ids)],
            "totals_beside": beside.totals,
            "hours_by_kind": beside.hours,
            "parts_beside": beside.parts,
            "likely": beside.likely.table,
            "steps": pd.concat(frames, names=["route_id"]).reset_index(level=0),
        }

    query, keys = _asked(found)
    choice = {**keys, "compared": list(beside.ids), "data": view.dataset.version}
    return Shown(tables=tables, addresses=[("routes", f"routes?{query}")], choice=choice)


def _asked(found: Answer) -> tuple[str, dict[str, object]]:
    """Write a question for routes as the API takes it."""
    asked = found.question
    keys: dict[str, object] = {
        "from": asked.origin,
        "to": asked.destination,
        "criteria": ",".join(asked.criteria),
        "avoid": ",".join(asked.avoid),
        "via": ",".join(asked.passing),
        "max_transhipments": asked.most_transhipments,
        "scenario": asked.scenario,
    }
    return urlencode({name: value for name, value in keys.items() if value not in {"", None}}), keys


def connectivity(view: View, place: str) -> Shown:
    """Give pairs of cities and countries, the index with what stands behind it, reach, critical parts."""
    data, state = view.dataset, view.state

    def tables() -> dict[str, pd.DataFrame]:
        given = {
            "connectivity": pair_frames.cities(data),
            "country_pairs": pair_frames.countries(data),
            "parts": pair_frames.parts(data),
            "reach": pair_frames.within(data, place, state.days),
            "critical_parts": pair_frames.critical(data),
        }
        if not pair_frames.is_ranked(data):
            return given
        return given | {
            "index": pair_frames.ranked(data, state),
            "rank_shares": pair_frames.shares(data, state),
            "weight_moves": pair_frames.moves(data, state),
            "method_ranks": pair_frames.methods(data, state),
        }

    weights = pair_frames.weights(state)
    choice = {
        "weights": dict(weights) if weights else "all alike",
        "normalisation": state.normalisation,
        "aggregation": state.aggregation,
        "place": place,
        "days": state.days,
    }
    asked = {"normalisation": state.normalisation, "aggregation": state.aggregation}
    if weights:
        asked["weights"] = ",".join(f"{part}={weight:g}" for part, weight in weights.items())
    addresses = [
        ("connectivity", "connectivity"),
        ("country_pairs", "country-pairs"),
        ("index", f"pair-index?{urlencode(asked)}"),
        ("reach", f"reach?{urlencode({'from': place, 'days': state.days})}"),
    ]
    return Shown(tables=tables, addresses=addresses, choice=choice)


def flights(view: View, ways: pd.DataFrame, origin: str, destination: str) -> Shown:
    """Give the ways by air, the services they are made of, their times, what is not known of them."""
    ids = {id_ for cell in ways["services"].dropna() for id_ in cell.split("|")}

    def tables() -> dict[str, pd.DataFrame]:
        services = view.dataset.services
        return {
            "options": ways,
            "services": services[services["service_id"].isin(ids)],
            "air_times": air_times(view.dataset, ways, origin, destination),
            "flight_gaps": flight_gaps(view.dataset, ways, today=today()),
        }

    addresses = [
        ("services", "tables/services?kind=flight"),
        ("claims", "tables/claims?subject_type=service"),
        ("nodes", "tables/nodes?kind=airport"),
    ]
    return Shown(tables=tables, addresses=addresses)


def ledger(view: View, found: Sequence[str]) -> Shown:
    """Give the claims that the facets leave."""

    def tables() -> dict[str, pd.DataFrame]:
        claims = view.dataset.claims
        return {"claims": claims[claims["claim_id"].isin(set(found))]}

    named = ("claims", "sources", "quantities", "factors")
    return Shown(tables=tables, addresses=[(name, f"tables/{name}") for name in named])
