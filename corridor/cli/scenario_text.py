"""Answers about scenarios as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.dataset.records import records
from corridor.words.plural import counted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from corridor.dataset.tables import Dataset
    from corridor.questions.tables import Answer

    Row = Mapping[str, Any]

_HOURS_PER_DAY = 24
_MAX_NAMED = 3
_WHOLE_FROM = 100
_UNSURE = ("possible", "restricted")
_UNITS = {
    "time_h": "h",
    "cost_usd_per_teu": "USD/TEU",
    "co2e_kg_per_t": "kg CO2e/t",
    "distance_km": "km",
    "borders": "borders",
    "transhipments": "transhipments",
}
_WORDS = {"time_h": ("longer", "shorter"), "cost_usd_per_teu": ("dearer", "cheaper")}
_CAPACITIES = {"t": "t", "teu": "TEU"}


def compared(dataset: Dataset, answer: Answer) -> list[str]:
    """
    Tell what a scenario changes between two places.

    Parameters
    ----------
    dataset
        The route dataset.
    answer
        Answer of the verb compare-scenario.

    Returns
    -------
    list of str
        Lines: what is assumed, the best route on both sides, routes lost and won, connectivity, capacity,
        sources.
    """
    facts = answer.facts
    rows = {name: records(frame) for name, frame in answer.tables.items()}
    routes = rows["scenario_routes"]
    preset = dataset.record("presets", facts["preset"]) if facts["preset"] else {}
    title = facts["name"] or preset.get("name_en") or "Scenario"
    ends = " - ".join(_name(dataset, facts[end]) for end in ("origin", "destination"))
    lines = [f"{title}: {ends}", f"  {facts['scenario']}"]
    lines += [f"  Assumed: {preset['assumption']}"] if preset else []
    lines += [
        "",
        _verdict(rows["scenario_totals"], routes, rows["scenario_capacity"]),
        "",
        "Best route on each criterion, without -> with the scenario",
        *map(_total, rows["scenario_totals"]),
        "",
        *_best_routes(dataset, rows["scenario_totals"], routes),
        *_changed_routes(dataset, routes),
        "",
        *_connectivity(dataset, answer, rows["scenario_connectivity"], rows["scenario_reach"]),
        *_capacity(dataset, rows["scenario_capacity"], rows["scenario_cut"]),
    ]
    if not facts["finished"]:
        lines.append("The search was not finished: better routes may be missing.")
    if preset:
        missing = preset["missing"]
        lines += ["", *([f"Not known: {missing}"] if missing else []), *_resting(preset)]
    return lines


def listed(answer: Answer) -> list[str]:
    """
    Tell the scenarios from the news.

    Parameters
    ----------
    answer
        Answer of the verb presets.

    Returns
    -------
    list of str
        Lines: of each its id, name, dates, changes, what is assumed and missing, what it rests on.
    """
    lines: list[str] = []
    for row in records(answer.tables["scenario_presets"]):
        dates = " to ".join(filter(None, (row["valid_from"], row["valid_to"])))
        lines += [
            f"{row['preset_id']}  {row['name_en']}{f' ({dates})' if dates else ''}",
            f"  {row['scenario'] or 'cannot be worked out'}",
            f"  Assumed: {row['assumption']}",
            *([f"  Not known: {row['missing']}"] if row["missing"] else []),
            *(f"  {line}" for line in _resting(row)),
            f"  {_asked(row)}",
            "",
        ]
    return lines[:-1] or ["none"]


def _asked(row: Row) -> str:
    """Write the question on which a preset shows its effect as a command."""
    avoid = ",".join((row["avoid"] or "").split("|"))
    limits = f" --avoid {avoid}" if avoid else ""
    if not row["scenario"]:
        return f"See also: corridor route {row['origin']} {row['destination']}{limits}"
    return (
        f"Ask: corridor compare-scenario {row['origin']} {row['destination']}{limits} "
        f"--scenario preset:{row['preset_id']}"
    )


def _resting(row: Row) -> Iterator[str]:
    """Name what a preset rests on."""
    for name in ("claims", "upgrades", "restrictions", "sources"):
        if row[name]:
            yield f"{name.capitalize()}: {', '.join(row[name].split('|'))}"


def _verdict(totals: Sequence[Row], routes: Sequence[Row], bounds: Sequence[Row]) -> str:
    """Say in a few words what it does to the best routes and to the capacity."""
    if not any(row["route_before"] or row["route_after"] for row in totals):
        return "No route on either side."
    if not any(row["route_after"] for row in totals):
        return "No route is left."
    if not any(row["route_before"] for row in totals):
        return "A route opens where there was none."
    parts = []
    for row in totals:
        change, (worse, better) = row["change"], _WORDS.get(row["criterion"], ("more", "less"))
        if change is not None and round(change):
            size = f"{abs(change):,.0f} {_UNITS[row['criterion']]}"
            parts.append(f"{size} {worse if change > 0 else better}")
    told = ", ".join(parts) or "the best routes take and cost what they did"
    changed = [
        f" The upper bound of the yearly capacity {'grows' if row['upper_change'] > 0 else 'falls'} from "
        f"{row['upper_before']:,} to {row['upper_after']:,} {_CAPACITIES[row['unit']]}."
        for row in bounds
        if row["upper_change"]
    ]
    unsure = sum(row["availability_before"] in _UNSURE for row in routes if row["state"] == "lost")
    if unsure:
        told += f"; {counted(unsure, 'route')} lost that could not surely be had before"
    return f"In short: {told}.{''.join(changed)}"


def _total(row: Row) -> str:
    """Write the best on one criterion."""
    unit = _UNITS[row["criterion"]]
    sides = " -> ".join(_figure(row, side) for side in ("before", "after"))
    return f"  {sides} {unit}{_changed(row['change'])}"


def _figure(row: Row, side: str) -> str:
    """Write the best of a side with its range."""
    if not row[f"route_{side}"]:
        return "no route"
    if row[side] is None:
        return "not known"
    least = "at least " if row[f"gaps_{side}"] else ""
    return f"{least}{row[side]:,.0f} ({row[f'low_{side}']:,.0f} to {row[f'high_{side}']:,.0f})"


def _changed(change: float | None) -> str:
    """Write a change."""
    if change is None:
        return ""
    return f": {change:+,.0f}" if round(change) else ": no change"


def _best_routes(dataset: Dataset, totals: Sequence[Row], routes: Sequence[Row]) -> Iterator[str]:
    """Describe the best route of both sides on the first criterion."""
    by_id = {row["route_id"]: row for row in routes}
    for side in ("before", "after"):
        route = totals[0][f"route_{side}"] if totals else None
        words = "Without" if side == "before" else "With"
        if not route:
            yield f"{words}: no route."
            continue
        row = by_id[route]
        low, half, high = (row[f"time_h_{part}_{side}"] for part in ("p10", "p50", "p90"))
        practice = ""
        if half is not None:
            days = (f"{value / _HOURS_PER_DAY:.1f}" for value in (half, low, high))
            practice = " In practice half within {} days, 8 of 10 in {} to {}.".format(*days)
        yield f"{words}: {_places(dataset, row)}.{practice}"


def _changed_routes(dataset: Dataset, routes: Sequence[Row]) -> Iterator[str]:
    """Count the routes kept, won and lost, and name the first of those lost and won."""
    states = {state: [row for row in routes if row["state"] == state] for state in ("kept", "won", "lost")}
    shut = sum(not row["is_open_after"] for row in states["lost"])
    new = sum(not row["is_open_before"] for row in states["won"])
    lost, won = len(states["lost"]), len(states["won"])
    gone = f" ({shut} no longer open, {lost - shut} now worse than others)" if lost else ""
    come = f" ({new} not open before, {won - new} better than those left)" if won else ""
    yield f"Best routes: {len(states['kept'])} kept, {lost or 'none'} lost{gone}, {won or 'none'} won{come}."
    for state in ("lost", "won"):
        different = [row for row in states[state] if row["is_different"]]
        for row in different[:_MAX_NAMED]:
            side = "before" if state == "lost" else "after"
            days = row[f"time_h_typical_{side}"]
            hours = f" ({days:,.0f} h)" if days is not None else ""
            yield f"  {state}: {row['route_id']}  {_places(dataset, row)}{hours}"


def _connectivity(
    dataset: Dataset, answer: Answer, measures: Sequence[Row], reached: Sequence[Row]
) -> Iterator[str]:
    """Say what is reached, and which parts of the index become better or worse."""
    places = next(row for row in measures if row["part"] == "places")
    start = _name(dataset, answer.facts["origin"])
    told = f"{places['before']:.0f} -> {places['after']:.0f} of {places['of']}"
    changed = [
        f"{state} {', '.join(_name(dataset, row['node_id']) for row in rows[:_MAX_NAMED])}"
        + (f" and {len(rows) - _MAX_NAMED} more" if len(rows) > _MAX_NAMED else "")
        for state in ("lost", "won")
        if (rows := [row for row in reached if row["state"] == state])
    ]
    which = f" ({'; '.join(changed)})" if changed else ""
    yield f"Places with a way from {start}: {told}{which}."
    for pair in dict.fromkeys(row["pair"] for row in measures if row["pair"]):
        rows = [row for row in measures if row["pair"] == pair]
        joined = rows[0]
        parts = [
            f"{row['part']} {_value(row['before'])} -> {_value(row['after'])} {row['unit']} "
            f"({'better' if row['is_better'] else 'worse'})"
            for row in rows[1:]
            if row["is_better"] is not None and _value(row["before"]) != _value(row["after"])
        ]
        yield (
            f"{pair}: pairs of cities with a route {joined['before']:.0f} -> {joined['after']:.0f} of "
            f"{joined['of']}; parts of the index: {'; '.join(parts) if parts else 'no change'}."
        )


def _value(value: float) -> str:
    """Write a value in three digits."""
    return f"{value:,.0f}" if abs(value) >= _WHOLE_FROM else f"{value:.3g}"


def _capacity(dataset: Dataset, bounds: Sequence[Row], cut: Sequence[Row]) -> Iterator[str]:
    """Say how much fits in a year as bounds, what holds the upper one, and which capacities change."""
    for row in bounds:
        unit, parts = _CAPACITIES[row["unit"]], [part for part in cut if part["unit"] == row["unit"]]
        sides = [_bound(dataset, row, parts, side) for side in ("before", "after")]
        told = sides[0] if sides[0] == sides[1] else " -> ".join(sides)
        yield (
            f"Capacity in {unit} a year: {told}. Published for "
            f"{counted(row['known'], 'leg or node', 'legs and nodes')}, unknown for {row['unknown']}."
        )
        for part in parts:
            old, new = part["capacity_before"], part["capacity_after"]
            if old != new and new is not None:
                known = "unknown" if old is None else f"{old:,}"
                yield f"  {_part(dataset, part)}: {known} -> {new:,} {unit}"


def _bound(dataset: Dataset, row: Row, parts: Sequence[Row], side: str) -> str:
    """Write the upper bound of a side, and what holds it."""
    upper = row[f"upper_{side}"]
    if upper is None:
        return "no limit is published on the way"
    held = [
        f"{_part(dataset, part)} ({part[f'capacity_{side}']:,})" for part in parts if part[f"is_limit_{side}"]
    ]
    return f"at most {upper:,}{', held by ' if held else ''}{' and '.join(held)}"


def _part(dataset: Dataset, row: Row) -> str:
    """Name a leg or a node."""
    if row["kind"] == "node":
        return _name(dataset, row["id"])
    if not dataset.has("legs", row["id"]):
        return str(row["id"])
    leg = dataset.record("legs", row["id"])
    return " - ".join(_name(dataset, leg[end]) for end in ("from_node", "to_node"))


def _places(dataset: Dataset, row: Row) -> str:
    """Name the places of a route."""
    return " - ".join(_name(dataset, node) for node in row["nodes"].split("|"))


def _name(dataset: Dataset, node: str) -> str:
    """Name a place in English."""
    return str(dataset.record("nodes", node)["name_en"])
