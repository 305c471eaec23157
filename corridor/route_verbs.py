"""The verbs of the command line that ask for routes: route, staircase."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corridor.dataset import SHIPPED, load

if TYPE_CHECKING:
    import argparse

    from corridor.dataset import Dataset
    from corridor.routing import Routes

_SHOWN = (
    ("time_h", "h"),
    ("cost_usd_per_teu", "USD/TEU"),
    ("co2e_kg_per_t", "kg CO2e/t"),
    ("distance_km", "km"),
)


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verbs to the parser."""
    words = "find every freight route between two places that no other beats"
    route = verbs.add_parser("route", help=words, description=words)
    _ask(route)
    _change(route, is_needed=False)
    route.add_argument(
        "--all", action="store_true", help="print every route, not only clearly different ones"
    )
    route.add_argument("--json", action="store_true", help="write JSON, every route")
    route.set_defaults(verb=_route)
    words = "write time and cost against distance along a route, as a CSV table"
    stairs = verbs.add_parser("staircase", help=words, description=words)
    _ask(stairs)
    _change(stairs, is_needed=False)
    stairs.add_argument("--route", help="id of a route (the first)")
    stairs.set_defaults(verb=_staircase)
    words = "put the best of each criterion before and after changes beside each other"
    what_if = verbs.add_parser("what-if", help=words, description=words)
    _ask(what_if)
    _change(what_if, is_needed=True)
    what_if.add_argument("--json", action="store_true", help="write JSON")
    what_if.set_defaults(verb=_what_if)


def _ask(verb: argparse.ArgumentParser) -> None:
    """Add what both verbs take."""
    verb.add_argument("origin", help="a place by its name in any language, id or UN/LOCODE")
    verb.add_argument("destination", help="the same")
    verb.add_argument(
        "--criteria",
        default="time,cost",
        help="comma-separated: time, cost, co2e, distance, borders, transhipments (time,cost)",
    )
    verb.add_argument("--avoid", default="", help="comma-separated country codes, modes, node or leg ids")
    verb.add_argument("--via", default="", help="comma-separated places to pass, three at most")
    verb.add_argument("--max-transhipments", type=int, help="how often cargo may change vehicles")
    verb.add_argument("--folder", type=Path, default=SHIPPED, help="folder of the dataset (the shipped data)")


def _change(verb: argparse.ArgumentParser, *, is_needed: bool) -> None:
    """Add the scenario."""
    verb.add_argument(
        "--scenario",
        default="",
        required=is_needed,
        help="changes joined by _: close.LEG, shut.NODE, time.LEG.1.5, cost.LEG.0.8, node.NODE.0.5, "
        "add.FROM.TO.MODE.HOURS[.KM[.USD]], up.UPGRADE, year.2028",
    )


def _route(options: argparse.Namespace) -> int:
    """Print the routes."""
    dataset, found = _found(options)
    if options.json:
        print(json.dumps(_plain(found), ensure_ascii=False, indent=2))
        return 0
    print("\n".join(_in_words(dataset, found, show_all=options.all)))
    return 0


def _staircase(options: argparse.Namespace) -> int:
    """Print the staircase of one route."""
    from corridor.chain import steps_of  # noqa: PLC0415 - geopandas takes long to load
    from corridor.errors import RouteError  # noqa: PLC0415 - the same
    from corridor.staircase import staircase  # noqa: PLC0415 - the same

    _dataset, found = _found(options)
    if found.table.empty:
        print("No route.")
        return 0
    route = options.route or found.table["route_id"].iloc[0]
    if route not in found.hops:
        message = f"There is no route '{route}' among the answers. There are: {', '.join(found.hops)}."
        raise RouteError(message)
    print(staircase(steps_of(found.dataset, found.hops[route])).to_csv(index=False), end="")
    return 0


def _what_if(options: argparse.Namespace) -> int:
    """Print what a scenario changes."""
    from corridor.what_if import beside  # noqa: PLC0415 - geopandas takes long to load

    _dataset, after = _found(options)
    options.scenario = ""
    _dataset, before = _found(options)
    frame = beside(before, after)
    print(
        frame.to_json(orient="records", indent=2) if options.json else frame.round(1).to_string(index=False)
    )
    return 0


def _found(options: argparse.Namespace) -> tuple[Dataset, Routes]:
    """Routes that the command line asks for."""
    from corridor.asking import ask  # noqa: PLC0415 - numba and geopandas take long to load

    dataset = load(options.folder)
    found = ask(
        dataset,
        options.origin,
        options.destination,
        criteria=options.criteria,
        avoid=options.avoid,
        via=options.via,
        most_transhipments=options.max_transhipments,
        scenario=options.scenario,
    )
    return dataset, found


def _plain(found: Routes) -> dict[str, Any]:
    """Routes as JSON takes them."""
    rows: list[dict[str, Any]] = json.loads(found.table.to_json(orient="records"))
    return {"criteria": list(found.criteria), "finished": found.finished, "routes": rows}


def _in_words(dataset: Dataset, found: Routes, *, show_all: bool) -> list[str]:
    """Lines for a person."""
    from corridor.alternatives import spread  # noqa: PLC0415 - as in `_found`

    if found.table.empty:
        return ["No route is left under these constraints."]
    shown = list(found.hops) if show_all else list(spread(found.dataset, found))
    lines = [f"{len(found.table)} routes that no other beats; {len(shown)} shown."]
    if not found.finished:
        lines.append("The search was not finished: better routes may be missing.")
    for row in found.table.set_index("route_id").loc[shown].reset_index().to_dict("records"):
        figures = "; ".join(_figure(row, criterion, unit) for criterion, unit in _SHOWN)
        counts = f"{row['borders_typical']:.0f} borders, {row['transhipments_typical']:.0f} transhipments"
        names = [str(dataset.record("nodes", node)["name_en"]) for node in row["nodes"].split("|")]
        lines += ["", f"{row['route_id']}  {figures}; {counts}", f"  {' - '.join(names)}"]
    return lines


def _figure(row: dict[Any, Any], criterion: str, unit: str) -> str:
    """One total: its typical sum with the band, or that it is a floor."""
    low, typical, high = (row[f"{criterion}_{band}"] for band in ("low", "typical", "high"))
    gaps = row[f"{criterion}_gaps"]
    if row[f"{criterion}_basis"] == "missing":
        return f"not known in {unit}"
    floor = f"at least, {gaps} parts not known: " if gaps else ""
    return f"{floor}{typical:.0f} {unit} ({low:.0f} to {high:.0f}, {row[f'{criterion}_basis']})"
