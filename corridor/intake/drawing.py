"""The line of each leg: as brought, as shipped where that still fits, else straight and schematic."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from corridor.dataset.findings import Phrase
from corridor.geometry import leg_lines
from corridor.intake.antimeridian import continuous
from corridor.intake.positions import fitted, is_at, places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Line
    from corridor.dataset.validation import Reading
    from corridor.intake.gathering import Gathered
    from corridor.intake.report import Report

_SCHEMATIC = "schematic"
_NAMED = 5
_SAME_DEG = 0.002


@dataclass(frozen=True)
class Drawn:
    """Lines that go before those of data/geo, and the reading with legs drawn straight marked as such."""

    lines: Mapping[str, Line]
    reading: Reading


def lines_for(reading: Reading, gathered: Gathered, report: Report) -> Drawn:
    """
    Find a line for every leg.

    Parameters
    ----------
    reading
        The valid tables.
    gathered
        The lines that were brought.
    report
        Gets findings on lines that do not fit, and a note on legs drawn straight.

    Returns
    -------
    Drawn
        The lines; the legs' `geometry_fidelity` says schematic where the line is straight.
    """
    legs = reading.tables["legs"]
    at = places(reading.tables["nodes"])
    ids, starts, ends = (legs.columns[name] for name in ("leg_id", "from_node", "to_node"))
    shipped = _shipped()
    lines: dict[str, Line] = {}
    straight: list[str] = []
    for leg, start, end in zip(ids, starts, ends, strict=True):
        if start not in at or end not in at:
            continue
        joined = (at[start], at[end])
        brought = gathered.lines.get(leg)
        if brought is not None and not _is_same(brought.line, shipped.get(leg, ())):
            line = fitted(brought, joined, leg, report)
            lines |= {leg: line} if line else {}
        elif leg not in shipped or not is_at(shipped[leg], joined):
            lines[leg] = continuous(joined)
            straight.append(leg)
    _report_strangers(gathered, set(ids), report)
    if straight:
        more = f", … ({len(straight)})" if len(straight) > _NAMED else ""
        message = Phrase("Legs without a line are drawn straight and marked as schematic.")
        sheet = gathered.sheets.get("legs")
        source = "legs" if sheet is None else sheet.source
        report.assumed(source, message, ", ".join(straight[:_NAMED]) + more)
    return Drawn(lines, _marked(reading, set(straight)))


def _shipped() -> dict[str, Line]:
    """Line of each leg in data/geo."""
    drawn = leg_lines()
    return {leg: tuple(line.coords) for leg, line in zip(drawn["leg_id"], drawn.geometry, strict=True)}


def _is_same(line: Line, other: Line) -> bool:
    """Whether a line is the other one, to some hundred metres."""
    return len(line) == len(other) and all(
        abs(a[0] - b[0]) < _SAME_DEG and abs(a[1] - b[1]) < _SAME_DEG
        for a, b in zip(line, other, strict=True)
    )


def _report_strangers(gathered: Gathered, known: set[str], report: Report) -> None:
    """Report lines of legs that do not exist."""
    for leg, brought in gathered.lines.items():
        if leg not in known:
            problem = Phrase("the line belongs to a leg that is not in the table of legs")
            cure = Phrase("Correct leg_id, or add the leg.")
            report.refuse(
                brought.source, problem, cure, "dangling-reference",
                row=brought.number, column="leg_id", value=leg,
            )  # fmt: skip


def _marked(reading: Reading, straight: set[str]) -> Reading:
    """Give the reading with legs drawn straight marked as such."""
    legs = reading.tables["legs"]
    fidelity = tuple(
        _SCHEMATIC if leg in straight else said
        for leg, said in zip(legs.columns["leg_id"], legs.columns["geometry_fidelity"], strict=True)
    )
    columns = MappingProxyType({**legs.columns, "geometry_fidelity": fidelity})
    tables = {**reading.tables, "legs": replace(legs, columns=columns)}
    return replace(reading, tables=MappingProxyType(tables))
