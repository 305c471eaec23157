"""Answers to questions about scenarios: what one changes, and those from the news."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.questions.answer_routes import question_of
from corridor.questions.tables import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset

    Values = Mapping[str, Any]

# As in `corridor.questions.answer_routes`: a command line must be quick to start.
# ruff: noqa: PLC0415


def compare_scenario(dataset: Dataset, values: Values) -> Answer:
    """
    Compare a question without and with a scenario.

    The facts name the scenario, its preset if it is one, and say how many routes are kept, won and lost.
    """
    from corridor.columns.impact import ROUTE_STATES
    from corridor.impact.comparison import compare
    from corridor.scenario.codec import encode
    from corridor.scenario.presets import read_scenario

    asked = question_of(dataset, values)
    found = compare(dataset, asked)
    states = found.routes["state"].tolist()
    facts = {
        "scenario": encode(asked.scenario),
        "name": read_scenario(dataset, values["scenario"]).name,
        "preset": preset_of(values["scenario"]),
        "origin": asked.origin,
        "destination": asked.destination,
        **{f"routes_{state}": states.count(state) for state in ROUTE_STATES},
        "finished": found.found.before.finished and found.found.after.finished,
    }
    tables = {
        "scenario_totals": found.totals,
        "scenario_routes": found.routes,
        "scenario_connectivity": found.connectivity,
        "scenario_reach": found.reach,
        "scenario_capacity": found.capacity,
        "scenario_cut": found.cut,
    }
    return Answer(tables=tables, facts=facts)


def presets(dataset: Dataset, _values: Values) -> Answer:
    """List the scenarios from the news."""
    from corridor.scenario.presets import preset_table

    return Answer(tables={"scenario_presets": preset_table(dataset)})


def preset_of(text: str) -> str:
    """Give the id of the preset that a text names, "" for none."""
    from corridor.scenario.presets import PREFIX

    return text.removeprefix(PREFIX).partition("_")[0] if text.startswith(PREFIX) else ""
