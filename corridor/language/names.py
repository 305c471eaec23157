"""Names of what the dataset holds, and what its claims state, in the reader's language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from corridor.language import format as fmt
from corridor.language.labels import WORK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.language.reader import Reader

TABLE_OF: Mapping[str, str] = {
    "node": "nodes", "leg": "legs", "service": "services", "corridor": "corridors", "upgrade": "upgrades",
    "project": "projects", "agreement": "agreements", "organisation": "organisations", "country": "countries",
    "topic": "topics", "event": "events",
}  # fmt: skip
# Values that are words of a schema; all other texts stand as the ledger holds them.
_TERM = re.compile("[a-z]+(-[a-z]+)*")


def node(reader: Reader, node_id: str) -> str:
    """Name a place."""
    return reader.words.name(reader.dataset.record("nodes", node_id))


def country(reader: Reader, code: str) -> str:
    """Name a country by its code."""
    known = reader.dataset.has("countries", code)
    return reader.words.name(reader.dataset.record("countries", code)) if known else code


def subject(reader: Reader, subject_type: str, subject_id: str) -> str:
    """Name what a claim speaks of; a leg by its two ends."""
    table = TABLE_OF[subject_type]
    if not reader.dataset.has(table, subject_id):
        return subject_id
    row = reader.dataset.record(table, subject_id)
    if subject_type == "leg" or (subject_type == "service" and not row["name"]):
        return f"{node(reader, row['from_node'])} – {node(reader, row['to_node'])}"
    return reader.words.data(row["name"]) if subject_type == "service" else reader.words.name(row)


def quantity(reader: Reader, quantity_id: str) -> str:
    """Name a quantity."""
    if not reader.dataset.has("quantities", quantity_id):
        return reader.words.term(quantity_id.replace("_", "-"))
    return reader.words.name(reader.dataset.record("quantities", quantity_id))


def step(reader: Reader, row: Mapping[str, Any]) -> str:
    """Name a step of a chain: a leg by its ends, work by its kind and place."""
    if row["kind"] == "leg":
        return f"{node(reader, row['from_node'])} – {node(reader, row['to_node'])}"
    return f"{reader.words.gettext(WORK[row['work']])}: {node(reader, row['node_id'])}"


def publisher(reader: Reader, source_id: str) -> str:
    """Name who published a source."""
    if not reader.dataset.has("sources", source_id):
        return source_id
    return str(reader.dataset.record("sources", source_id)["publisher"] or source_id)


def text_value(reader: Reader, quantity_id: str, text: str | None) -> str:
    """Write a value that is a date, weekdays, a term or words."""
    if not text:
        return reader.words.gettext("not known")
    kind = _quantity(reader, quantity_id).get("value_type")
    if quantity_id == "weekdays":
        return fmt.weekdays(text, reader.lang)
    if kind == "date":
        return fmt.partial_date(text, reader.lang)
    if quantity_id == "operator" and reader.dataset.has("organisations", text):
        return reader.words.name(reader.dataset.record("organisations", text))
    if _TERM.fullmatch(text):
        return reader.words.term(text)
    return fmt.partial_date(reader.words.data(text), reader.lang)


def claim_value(reader: Reader, row: Mapping[str, Any]) -> str:
    """Write what one claim states."""
    unit = _quantity(reader, row["quantity"]).get("unit", "")
    if row["typical"] is not None and (row["low"] is None or row["high"] is None):
        return fmt.quantity(row["typical"], unit, reader.lang)
    if row["low"] is not None or row["high"] is not None:
        words = fmt.band(row["low"], None, row["high"], unit, reader.lang)
        if row["typical"] is None:
            return words
        return f"{fmt.quantity(row['typical'], unit, reader.lang)} ({words})"
    return text_value(reader, row["quantity"], row["text"])


def _quantity(reader: Reader, quantity_id: str) -> Mapping[str, Any]:
    """Row of a quantity, empty if there is none."""
    known = reader.dataset.has("quantities", quantity_id)
    return reader.dataset.record("quantities", quantity_id) if known else {}
