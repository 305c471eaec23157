"""The tables of a scenario: its changes, and the upgrades of a year."""

from __future__ import annotations

from corridor.columns.column import Table, number, text

STATES = ("done", "done-undated", "due", "late", "later", "undated", "unknown", "dropped")

CHANGES = Table(
    name="scenario",
    title="Changes",
    description="One row is a change of a scenario.",
    columns=(
        text("text", "As written", "The change as it stands in the scenario.", required=True),
        text(
            "change",
            "Change",
            "Kind of the change.",
            required=True,
            enum=("close", "shut", "time", "cost", "node", "add", "up", "year"),
        ),
        text("id", "Id", "Leg, node, upgrade or year; of an added leg its start.", required=True),
        text(
            "rest",
            "Values",
            "The factor; of an added leg its end, mode, hours, kilometres, US dollars per TEU.",
        ),
    ),
)
UPGRADES = Table(
    name="upgrades_in_year",
    title="Upgrades in a year",
    description="One row is an upgrade with its state at the end of a year, and what it changes.",
    columns=(
        text("upgrade_id", "Upgrade", "The upgrade.", required=True),
        text(
            "subject_type",
            "Subject type",
            "Kind of its subject.",
            required=True,
            values_of="upgrades.subject_type",
        ),
        text("subject_id", "Subject", "Its subject.", required=True),
        text("quantity", "Quantity", "What it changes, as published.", required=True),
        number("from_value", "From value", "Value before, in the unit of the row."),
        number("to_value", "To value", "Value after, in the unit of the row."),
        text("unit", "Unit", "Unit of both."),
        text("expected_on", "Expected", "When it is or was due, as published."),
        text("status", "Status", "Status as recorded.", required=True, values_of="upgrades.status"),
        text(
            "state",
            "In that year",
            "What may be said of it at the end of the year.",
            required=True,
            enum=STATES,
        ),
        text(
            "changes", "Changes", "Figures of the engine that it changes, as leg:id:quantity, separated by |."
        ),
        text("reason", "Reason", "Why it changes none; empty if it does.", required=True),
    ),
)
