"""What is said about an upload: findings that refuse it, notes on what was corrected, assumed or ignored."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from corridor.dataset.findings import Finding

Kind = Literal["corrected", "assumed", "ignored"]
_LISTED = 8


class Upload(NamedTuple):
    """One file as it came: its name and its bytes."""

    name: str
    content: bytes


class Note(NamedTuple):
    """
    Something that was corrected, assumed or ignored, and does not stand in the way.

    Attributes
    ----------
    file
        Where, by the name that the visitor knows.
    message
        What was done, in plain English. A `Phrase` where values stand in it.
    value
        What it was done to, such as names of columns or a count.
    kind
        corrected: the content is the same, its form was put right; assumed: it was read in the likely way,
        which the visitor should check; ignored: it was not read.
    place
        Cells of a spreadsheet, such as "M2:M3", or "".
    """

    file: str
    message: str
    value: str = ""
    kind: Kind = "corrected"
    place: str = ""

    def __str__(self) -> str:
        """Say it on one line."""
        place = f", {self.place}" if self.place else ""
        return f"{self.file}{place}: {self.message}{f' ({self.value})' if self.value else ''}"


@dataclass
class Report:
    """
    Grows while an upload is read.

    Attributes
    ----------
    findings, notes
        What was said so far.
    told
        File, row and column of each cell of which it is told what is wrong; no later check says more of it.
    """

    findings: list[Finding] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    told: set[tuple[str, int, str]] = field(default_factory=set)

    def refuse(  # noqa: PLR0913 - a finding has that many parts
        self,
        file: str,
        problem: str,
        cure: str,
        check: str,
        *,
        row: int | None = None,
        column: str = "",
        value: str = "",
        letter: str = "",
    ) -> None:
        """Note a reason why the upload cannot be used."""
        self.findings.append(Finding(file, row, column, value, problem, cure, check, letter))
        if row is not None and column:
            self.told.add((file, row, column))

    def take(self, other: Report) -> None:
        """Add what another report says."""
        self.findings += other.findings
        self.notes += other.notes
        self.told |= other.told

    def corrected(self, file: str, message: str, value: str = "", *, place: str = "") -> None:
        """Note what had another form and the same content."""
        self.notes.append(Note(file, message, value, "corrected", place))

    def assumed(self, file: str, message: str, value: str = "", *, place: str = "") -> None:
        """Note what was read in the likely way, for the visitor to check."""
        self.notes.append(Note(file, message, value, "assumed", place))

    def ignored(self, file: str, message: str, value: str = "", *, place: str = "") -> None:
        """Note what was not read."""
        self.notes.append(Note(file, message, value, "ignored", place))


def listed(numbers: list[int]) -> str:
    """Rows in few words: 2, 5-9, 12."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    shown = ["-".join(map(str, run)) for run in runs[:_LISTED]]
    return ", ".join(shown + (["…"] if len(runs) > _LISTED else []))
