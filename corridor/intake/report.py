"""What is said about an upload: findings that refuse it, notes on what was mended."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from corridor.dataset.findings import Finding


class Upload(NamedTuple):
    """One file as it came: its name and its bytes."""

    name: str
    content: bytes


class Note(NamedTuple):
    """
    Something that was mended, assumed or left aside, and does not stand in the way.

    Attributes
    ----------
    file
        Where, by the name that the visitor knows.
    message
        What was done, in plain English; the key of its translations.
    value
        What it was done to, such as names of columns or a count.
    """

    file: str
    message: str
    value: str = ""

    def __str__(self) -> str:
        """Say it on one line."""
        return f"{self.file}: {self.message}{f' ({self.value})' if self.value else ''}"


@dataclass
class Report:
    """Grows while an upload is read."""

    findings: list[Finding] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def refuse(
        self,
        file: str,
        problem: str,
        cure: str,
        check: str,
        *,
        row: int | None = None,
        column: str = "",
        value: str = "",
    ) -> None:
        """Note a reason why the upload cannot be used."""
        self.findings.append(Finding(file, row, column, value, problem, cure, check))

    def say(self, file: str, message: str, value: str = "") -> None:
        """Note what was mended, assumed or left aside."""
        self.notes.append(Note(file, message, value))


def N_(message: str) -> str:  # noqa: N802 - the name by which extraction knows it
    """Mark a text for translation."""
    return message
