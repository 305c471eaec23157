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
            enum=("close", "shut", "time", "cost", "delay", "node", "fee", "add", "up", "year"),
        ),
        text("id", "Id", "Leg, node, upgrade or year; of an added leg its start.", required=True),
        text(
            "rest",
            "Values",
            "The factor or the hours; of an added leg its end, mode, hours, kilometres, US dollars per TEU.",
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
PRESETS = Table(
    name="scenario_presets",
    title="Scenarios from the news",
    description=(
        "One row is a scenario from the news in the data: what it changes, when, what it rests on, and what "
        "its sources claim of its effect."
    ),
    columns=(
        text("preset_id", "Preset", "Id of the scenario; --scenario preset:ID asks for it.", required=True),
        text("name_en", "Name (English)", "Name in English.", required=True),
        text("name_kk", "Name (Kazakh)", "Name in Kazakh.", required=True),
        text("name_ru", "Name (Russian)", "Name in Russian.", required=True),
        text("name_sr", "Name (Serbian (Cyrillic))", "Name in Serbian (Cyrillic).", required=True),
        text("name_bg", "Name (Bulgarian)", "Name in Bulgarian.", required=True),
        text("scenario", "Scenario", "Its changes; empty if nothing in the sources can be expressed."),
        text("valid_from", "From", "First day, month or year, as stated."),
        text("valid_to", "To", "Last day, month or year, as stated."),
        text("origin", "Start", "Place of departure of a question on which it shows its effect."),
        text("destination", "End", "Place of arrival of that question."),
        text("avoid", "Avoided", "Countries and modes that the question avoids, separated by |."),
        text("assumption", "Assumption", "What was taken from the sources, and how.", required=True),
        text("missing", "Missing", "What the sources do not say, or what cannot be expressed."),
        text(
            "claimed_quantity",
            "Claimed effect on",
            "What the sources say that it changes; empty = they claim no effect that can be compared.",
            values_of="presets.claimed_quantity",
        ),
        text("claimed_sign", "Claimed sign", "Whether it grows or falls.", enum=("more", "less")),
        number("claimed_low", "Claimed from", "Low end of the change that the sources claim."),
        number("claimed_high", "Claimed to", "High end of the change that the sources claim."),
        text("claims", "Claims", "Ids of the claims that it rests on, separated by |."),
        text("upgrades", "Upgrades", "Ids of the upgrades that it rests on, separated by |."),
        text("restrictions", "Restrictions", "Ids of the restrictions that it rests on, separated by |."),
        text("events", "Events", "Ids of the events that it is about, separated by |."),
        text("sources", "Sources", "Ids of the sources that it rests on, separated by |.", required=True),
        text("note", "Note", "What a reader should know."),
    ),
)
