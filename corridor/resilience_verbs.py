"""The verbs of the command line about how sure, how much and how far."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corridor.dataset import SHIPPED, load

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    import pandas as pd

_HOURS_PER_DAY = 24


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs to the parser."""
    verb = _verb(verbs, "risk", "say how sure the times of the routes between two places are", _risk)
    verb.add_argument("origin", help="a place by its name in any language, id or UN/LOCODE")
    verb.add_argument("destination", help="the same")
    verb.add_argument("--samples", type=int, default=10_000, help="how many draws (10000)")
    verb.add_argument("--seed", type=int, default=20_260_227, help="seed of the draws")
    words = "take each leg and node of the best route out and say what that costs"
    verb = _verb(verbs, "criticality", words, _criticality)
    verb.add_argument("origin", help="a place")
    verb.add_argument("destination", help="a place")
    verb.add_argument("--criterion", default="time_h", help="such as time_h or distance_km (time_h)")
    verb.add_argument("--most-gaps", type=int, help="parts without a figure that a route may have")
    words = "say which hour saved matters most between two places"
    verb = _verb(verbs, "fix", words, _fix)
    verb.add_argument("origin", help="a place")
    verb.add_argument("destination", help="a place")
    verb.add_argument("--hours", type=float, default=1.0, help="hours saved at each part in turn (1)")
    verb.add_argument("--percent", type=float, help="percent of each part saved, in the place of hours")
    words = "say how much freight fits between two places in a year, and what holds it there"
    verb = _verb(verbs, "capacity", words, _capacity)
    verb.add_argument("origin", help="a place")
    verb.add_argument("destination", help="a place")
    verb.add_argument("--unit", default="t", choices=("t", "teu"), help="tonnes or TEU a year (t)")
    verb.add_argument("--avoid", default="", help="comma-separated country codes")
    verb = _verb(verbs, "reach", "list the places within so many days of a place", _reach)
    verb.add_argument("origin", help="a place")
    verb.add_argument("--days", type=float, default=10.0, help="how many days (10)")
    words = "put every published end-to-end time beside our sum, with hit or miss"
    _verb(verbs, "calibration", words, _calibration, takes_scenario=False)


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    words: str,
    run: Callable[[argparse.Namespace], int],
    *,
    takes_scenario: bool = True,
) -> argparse.ArgumentParser:
    """Add one verb with what all take."""
    verb = verbs.add_parser(name, help=words, description=words)
    verb.add_argument("--folder", type=Path, default=SHIPPED, help="folder of the dataset (the shipped data)")
    verb.add_argument("--json", action="store_true", help="write JSON")
    if takes_scenario:
        verb.add_argument("--scenario", default="", help="changes, as for what-if (none)")
    verb.set_defaults(verb=run)
    return verb


def _risk(options: argparse.Namespace) -> int:
    """Print percentiles of the times of clearly different routes, and what they hang on."""
    from corridor.alternatives import spread  # noqa: PLC0415 - numba and geopandas take long to load
    from corridor.asking import ask  # noqa: PLC0415 - the same
    from corridor.chain import steps_of  # noqa: PLC0415 - the same
    from corridor.errors import RouteError  # noqa: PLC0415 - the same
    from corridor.risk import MOST_SAMPLES, risk  # noqa: PLC0415 - the same

    if not 1 <= options.samples <= MOST_SAMPLES:
        message = f"The number of draws must be from 1 to {MOST_SAMPLES}."
        raise RouteError(message)
    dataset = load(options.folder)
    found = ask(dataset, options.origin, options.destination, criteria="time", scenario=options.scenario)
    shown = {route: steps_of(found.dataset, found.hops[route]) for route in spread(found.dataset, found)}
    answer = risk(shown, samples=options.samples, seed=options.seed)
    return _print(
        options,
        {
            "hours": answer.table,
            "probability that the route of the row is the faster": answer.beats.reset_index(names="route_id"),
            "share of the variance": answer.sensitivity.groupby("route_id").head(3),
        },
    )


def _criticality(options: argparse.Namespace) -> int:
    """Print what each leg and node is worth."""
    from corridor.criticality import criticality  # noqa: PLC0415 - as in `_risk`

    network, places = _network(options, options.origin, options.destination)
    frame = criticality(network, *places, criterion=options.criterion, most_gaps=options.most_gaps)
    return _print(options, {"criticality": frame})


def _fix(options: argparse.Namespace) -> int:
    """Print what an hour saved at each part gains."""
    from corridor.value_of_fix import value_of_fix  # noqa: PLC0415 - as in `_risk`

    network, places = _network(options, options.origin, options.destination)
    frame = value_of_fix(network, *places, hours=options.hours, percent=options.percent)
    return _print(options, {"value of an hour saved": frame})


def _capacity(options: argparse.Namespace) -> int:
    """Print bounds and cut."""
    from corridor.capacity import capacity  # noqa: PLC0415 - as in `_risk`

    network, places = _network(options, options.origin, options.destination)
    avoided = [one.strip().upper() for one in options.avoid.split(",") if one.strip()]
    answer = capacity(network, *places, unit=options.unit, avoid_countries=avoided)
    if options.json:
        print(json.dumps(asdict(answer), indent=2))
        return 0
    upper = "no limit is published on the way" if answer.upper is None else f"at most {answer.upper:,}"
    print(f"{answer.unit} a year: at least {answer.lower:,} by published capacities alone; {upper}.")
    for kind, id_ in answer.cut:
        print(f"  held by {kind} {id_}")
    print(f"  {answer.known} legs and nodes have a published capacity, {answer.unknown} have none.")
    return 0


def _reach(options: argparse.Namespace) -> int:
    """Print places within reach."""
    from corridor.access import reach  # noqa: PLC0415 - as in `_risk`

    network, places = _network(options, options.origin)
    return _print(options, {"reach, h": reach(network, *places, limit=options.days * _HOURS_PER_DAY)})


def _calibration(options: argparse.Namespace) -> int:
    """Print published times beside ours, and how often they agree."""
    from corridor.through_times import summary, through_times  # noqa: PLC0415 - as in `_risk`

    table = through_times(load(options.folder))
    shown = ["subject", "way", "corridor_id", "published_typical", "ours_typical", "missing_count", "verdict"]
    return _print(options, {"hours": table[[*shown, "ratio"]], "agreement": summary(table)})


def _network(options: argparse.Namespace, *words: str) -> tuple[Any, list[str]]:
    """Network and the places that are meant."""
    from corridor.network import network  # noqa: PLC0415 - as in `_risk`
    from corridor.places import find  # noqa: PLC0415 - the same
    from corridor.scenario import parse  # noqa: PLC0415 - the same

    dataset = load(options.folder)
    net = network(dataset, scenario=parse(options.scenario))
    return net, [find(dataset, one, among=net.places) for one in words]


def _print(options: argparse.Namespace, frames: dict[str, pd.DataFrame]) -> int:
    """Print frames for a person or a program."""
    if options.json:
        plain = {name: json.loads(frame.to_json(orient="records")) for name, frame in frames.items()}
        print(json.dumps(plain, ensure_ascii=False, indent=2))
        return 0
    for name, frame in frames.items():
        print(f"{name}\n{frame.round(2).to_string(index=False, na_rep='-')}\n")
    return 0
