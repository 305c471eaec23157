"""Answers as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.cli.scenario_text import compared, listed
from corridor.language.text import Words
from corridor.routing.circuity import is_far_round
from corridor.routing.obtainable import LABELS
from corridor.words.plural import counted

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset
    from corridor.questions.tables import Answer

_SHOWN = (
    ("time_h", "h"),
    ("cost_usd_per_teu", "USD/TEU"),
    ("co2e_kg_per_t", "kg CO2e/t"),
    ("distance_km", "km"),
)
_HEADINGS = {
    "risk": "h, USD/TEU or km, by the criterion",
    "comparison": "share of the draws in which the first route has the smaller total",
    "sensitivity": "share of the variance",
    "reach": "h",
    "through_times": "h, or USD/TEU; each published statement once",
    "coverage": "P10 to P90 should hold 8 of 10; left out = by parameters that saw no figure of the page",
}
# Columns that a terminal has room for, where there are more.
_NARROW = {
    "through_times": (
        "item_id", "speaks_of", "published", "ours", "ratio", "p10", "p50", "p90", "is_hit", "left_out_p10",
        "left_out_p90", "is_left_out_hit", "apart",
    ),
    "emissions": (
        "position", "element", "from_node", "to_node", "node_id", "work", "mode", "distance_km", "factor_id",
        "co2e_kg_per_t_low", "co2e_kg_per_t", "co2e_kg_per_t_high", "basis",
    ),
    "options": (
        "option_id", "kind", "hub", "operators", "weekdays", "connection", "status", "known_on", "block_min",
    ),
    "journeys": (
        "journey_id", "airports", "status", "known_on", "block_min", "block_gaps", "block_basis", "wait_h",
        "wait_gaps", "departs_on", "days", "days_gaps", "access_from_km", "access_to_km",
    ),
    "upgrades_in_year": (
        "upgrade_id", "quantity", "from_value", "to_value", "unit", "expected_on", "state", "changes",
        "reason",
    ),
    "places": ("node_id", "kind", "country", "name_en", "name_kk", "name_sr", "match"),
    "register": (
        "project_id", "sector", "status", "inferred", "last_reported_on", "expected_on", "is_overdue",
        "countries", "complete", "lacks", "compared", "agree",
    ),
    "promises": ("kind", "id", "sector", "promised_on", "status", "outcome", "last_reported_on", "since"),
    "mending": (
        "project_id", "upgrade_id", "subject_id", "quantity", "from_value", "to_value", "unit",
        "expected_on", "status", "reason",
    ),
    "route_mending": (
        "position", "work", "project_id", "upgrade_id", "subject_id", "quantity", "from_value", "to_value",
        "unit", "expected_on", "time_h_gain", "reason",
    ),
    "upgrade_gains": (
        "upgrade_id", "part", "time_h_gain", "cost_usd_per_teu_gain", "capacity_t_before",
        "capacity_t_after", "capacity_teu_before", "capacity_teu_after", "loss_h_before", "loss_h_after",
        "is_on_best", "reason",
    ),
    "what_if_routes": (
        "route_id", "is_kept", "time_h_change_same", "cost_usd_per_teu_change_same", "time_h_change_best",
        "cost_usd_per_teu_change_best",
    ),
    "ways_out": (
        "project_id", "access_node", "countries", "time_h_typical", "time_h_gaps",
        "cost_usd_per_teu_typical", "cost_usd_per_teu_gaps", "co2e_kg_per_t_typical", "co2e_kg_per_t_gaps",
        "distance_km", "borders", "eu_entry",
    ),
    "sites": (
        "project_id", "minerals", "country", "status", "place_precision", "access_node", "access_km",
        "partners",
    ),
    "how_sure": (
        "side", "route_id", "timetable", "p10", "p50", "p90", "gaps", "parts", "observed", "observed_h",
        "observed_p50", "observed_gaps",
    ),
    "tornado": (
        "side", "part", "typical", "p10", "p50", "p90", "swing", "is_shared", "share_if_quick",
        "share_if_slow",
    ),
    "observed_parts": (
        "side", "part", "typical", "basis", "claim_id", "claim_kind", "observed", "observed_basis",
    ),
    "short_parts": (
        "step", "kind", "id", "capacity", "claim_id", "volume", "volume_year", "free", "together", "short",
        "charge",
    ),
    "capacity_works": (
        "id", "upgrade_id", "status", "expected_on", "before", "after", "upper", "short", "in_charge",
    ),
    "volumes": (
        "subject_id", "measure", "nature", "year", "low", "typical", "high", "kind", "disagrees", "claim_id",
    ),
    "fix_first": (
        "rank", "part", "place", "typical", "basis", "saved", "gain", "gain_p10", "gain_p90",
        "gain_per_hour", "usd", "pairs", "used", "rank_low", "rank_high", "charge", "expected_on",
    ),
    "portfolio_works": (
        "work_id", "kind", "saved", "alone", "last", "from_budget", "charge", "expected_on", "status",
    ),
    "critical_both": (
        "kind", "id", "used", "cut", "loss_mean", "used_without", "cut_without", "loss_mean_without",
        "pairs", "pairs_without", "charge",
    ),
    "roles": ("organisation_id", "role", "id", "status"),
}  # fmt: skip
_MAX_PARTS = 3
_HOURS_PER_DAY = 24
# Statements that no journey of ours can be held against.
_SET_ASIDE = ("elsewhere", "ends-unstated", "closed", "worst", "repeated", "not-counted")
# Tables about the first pair alone; columns that no terminal has room for.
_OF_ONE = frozenset({"weight_moves", "method_ranks"})
_WIDE = ("_low", "_high", "_route", "_routes", "_legs")
_OF_PAIRS = frozenset({"connectivity", "country_pairs"})


def told(
    dataset: Dataset, verb: str, answer: Answer, *, is_whole: bool = False, lang: str = "en"
) -> list[str]:
    """
    Return an answer as lines of text.

    Parameters
    ----------
    dataset
        The route dataset.
    verb
        The question's name on the command line.
    answer
        Its answer.
    is_whole
        Of routes, every one and not only clearly different ones.
    lang
        Language of what is said on whether routes can be had.

    Returns
    -------
    list of str
        Lines without their ends.
    """
    if verb == "route":
        return _routes(dataset, answer, is_whole=is_whole, words=Words(lang))
    if verb == "capacity":
        return _capacity(answer)
    if verb == "compare-scenario":
        return compared(dataset, answer)
    if verb == "presets":
        return listed(answer)
    lines = []
    of = f" of {answer.facts['first']}" if "first" in answer.facts else ""
    for name, frame in answer.tables.items():
        shown = frame.groupby("route_id").head(_MAX_PARTS) if name == "sensitivity" else frame
        shown = frame[~frame["apart"].isin(_SET_ASIDE)] if name == "through_times" else shown
        unit = _HEADINGS.get(name)
        lines += [
            f"{name.replace('_', ' ')}{of if name in _OF_ONE else ''}{f' ({unit})' if unit else ''}",
            _written(name, shown),
            "",
        ]
    return lines[:-1] + _notes(answer) + (_effect(answer) if verb == "what-if" else [])


def _effect(answer: Answer) -> list[str]:
    """Say what changes do to the best route in practice, and to the count of routes."""
    facts = answer.facts
    changes = [
        f"{facts[name]:+,.0f} {unit}"
        for name, unit in (("time_h_change", "h"), ("cost_usd_per_teu_change", "USD/TEU"))
        if facts[name] is not None
    ]
    best = f"Best route, in practice: {', '.join(changes)}. " if changes else ""
    return [f"{best}Best routes: {facts['routes_before']} -> {facts['routes_after']}."]


def _notes(answer: Answer) -> list[str]:
    """Return notes on what the tables of journeys and upgrades do not know."""
    lines = [f"{reason}: {words}" for reason, words in answer.facts.get("reasons", {}).items()]
    if "through_times" in answer.tables:
        aside = answer.tables["through_times"]["apart"].value_counts()
        words = ", ".join(f"{count} {reason}" for reason, count in aside.items() if reason in _SET_ASIDE)
        lines.append(f"Set aside, listed in the files: {words}.")
    found = answer.tables.get("journeys")
    if found is None or found.empty:
        return lines
    if found["connection_gaps"].any():
        lines.append("How long a change of planes takes at least is not known.")
    if (found["co2e_basis"] == "missing").all():
        lines.append("CO2e of a passenger is not known.")
    if found[["access_from_km", "access_to_km"]].to_numpy().max():
        lines.append("The ways to and from the airports, by the shortest line, are not in the times.")
    return lines


def _written(name: str, frame: pd.DataFrame) -> str:
    """Write a frame with the columns that fit."""
    if frame.empty:
        return "none"
    columns = [column for column in _NARROW.get(name, frame.columns) if column in frame]
    shown = frame[[label for label in columns if not (name in _OF_PAIRS and label.endswith(_WIDE))]].round(2)
    joined = shown.map(lambda cell: ",".join(map(str, cell)) or "-" if isinstance(cell, tuple) else cell)
    return str(joined.to_string(index=False, na_rep="-"))


def _routes(dataset: Dataset, answer: Answer, *, is_whole: bool, words: Words) -> list[str]:
    """Routes: first whether they can be had, then their totals and places."""
    table, facts = answer.tables["routes"], answer.facts
    if table.empty:
        return ["No route meets these conditions. Remove an avoid, via, limit or closure setting."]
    shown = table["route_id"].tolist() if is_whole else facts["different"]
    found = f"{counted(len(table), 'best route')} (none as sure to be had is better on every criterion)"
    lines = [f"{found}; {len(shown)} shown.", _counted_states(facts["availability"], words)]
    why = answer.tables["availability"]
    if "restricted" in facts["availability"]:
        codes = sorted(_restricted_in(dataset, why))
        lines.append(
            words.gettext("Restricted routes come last.") + (f" --avoid {','.join(codes)}" if codes else "")
        )
    if not facts["finished"]:
        lines.append("The search was not finished: better routes may be missing.")
    practice = {row["route_id"]: row for row in answer.tables["in_practice"].to_dict("records")}
    for row in table.set_index("route_id").loc[shown].reset_index().to_dict("records"):
        figures = "; ".join(_figure(row, criterion, unit) for criterion, unit in _SHOWN)
        borders = counted(round(row["borders_typical"]), "border")
        counts = f"{borders}, {counted(round(row['transhipments_typical']), 'transhipment')}"
        names = [str(dataset.record("nodes", node)["name_en"]) for node in row["nodes"].split("|")]
        lines += [
            "",
            *_obtainable(row, why[why["route_id"] == row["route_id"]], words),
            f"  {figures}; {counts}",
            *_in_practice(row, practice.get(row["route_id"])),
            f"  {' - '.join(names)}",
        ]
        if is_far_round(row["circuity"]):
            lines.append(
                f"  Long detour: {row['circuity']:.0f} times the straight-line distance of "
                f"{row['straight_km']:.0f} km between its ends."
            )
    return lines


def _in_practice(row: dict[Any, Any], practice: dict[Any, Any] | None) -> list[str]:
    """Write time by timetable and in practice, then cost in practice, of the known parts."""
    if practice is None or pd.isna(practice["time_h_p50"]):
        return []
    least = "at least " if row["time_h_gaps"] else ""
    low, half, high = (practice[f"time_h_{end}"] / _HOURS_PER_DAY for end in ("p10", "p50", "p90"))
    days = f"{row['time_h_typical'] / _HOURS_PER_DAY:.0f} days by timetable"
    band = f"{low:.0f} to {high:.0f} (8 of 10), half within {half:.0f}"
    lines = [f"  {least}{days}; in practice {least}{band}"]
    if not pd.isna(practice["cost_usd_per_teu_p50"]):
        low, half, high = (practice[f"cost_usd_per_teu_{end}"] for end in ("p10", "p50", "p90"))
        rates = f"{row['cost_usd_per_teu_typical']:,.0f} USD/TEU as the sum of rates"
        band = f"{low:,.0f} to {high:,.0f} (8 of 10), half within {half:,.0f}"
        lines.append(f"  {rates}; on the market {band}")
    return lines


def _counted_states(counts: dict[str, int], words: Words) -> str:
    """Say how many routes can be had, and how surely."""
    parts = (f"{words.gettext(LABELS[state])}: {count}" for state, count in counts.items())
    return words.gettext("Can they be had? {states}").format(states="; ".join(parts))


def _restricted_in(dataset: Dataset, why: pd.DataFrame) -> set[str]:
    """Countries whose rules restrict some of the routes."""
    rows = [
        dataset.record("restrictions", restriction_id)
        for restriction_id in why["restriction_id"].unique()
        if restriction_id
    ]
    return {
        str(row["subject_id"])
        for row in rows
        if row["subject_type"] == "country" and row["what"] == "restricted"
    }


def _obtainable(row: dict[Any, Any], why: pd.DataFrame, words: Words) -> list[str]:
    """Say whether a route can be had, and why: of what runs, which services."""
    state = row["availability"]
    parts = why[why["availability"] == state].to_dict("records")
    named = [part for part in parts if part["code"] != "line-open"] or parts
    return [
        f"{row['route_id']}  {words.gettext(LABELS[state]).upper()}",
        *(f"    {words.name(part, 'text')}" for part in named),
    ]


def _figure(row: dict[Any, Any], criterion: str, unit: str) -> str:
    """Write one total: typical value and range, or "at least" if parts are missing."""
    low, typical, high = (row[f"{criterion}_{band}"] for band in ("low", "typical", "high"))
    gaps = row[f"{criterion}_gaps"]
    if row[f"{criterion}_basis"] == "missing":
        return f"not known in {unit}"
    least = "at least " if gaps else ""
    missing = f"; {counted(gaps, 'part')} not known" if gaps else ""
    return f"{least}{typical:.0f} {unit} ({low:.0f} to {high:.0f}, {row[f'{criterion}_basis']}{missing})"


def _capacity(answer: Answer) -> list[str]:
    """Bounds and cut."""
    (found,) = answer.tables["capacity"].to_dict("records")
    is_open = pd.isna(found["upper"])
    upper = "no limit is published on the way" if is_open else f"at most {found['upper']:,}"
    return [
        f"{found['unit']} a year: at least {found['lower']:,} by published capacities alone; {upper}.",
        *(f"  held by {row['kind']} {row['id']}" for row in answer.tables["cut"].to_dict("records")),
        f"  Legs and nodes with a published capacity: {found['known']}; without one: {found['unknown']}.",
    ]
