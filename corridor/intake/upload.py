"""One upload from its files to a dataset, or to everything that stands in the way."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from corridor.dataset.findings import Finding, Phrase, as_frame
from corridor.dataset.schema import read_package
from corridor.dataset.tables import Dataset, typed
from corridor.dataset.validation import read_files
from corridor.intake import limits
from corridor.intake.drawing import lines_for
from corridor.intake.gathering import Gathered, gather
from corridor.intake.headings import letter_of
from corridor.intake.positions import check_swapped
from corridor.intake.report import Note, Report, Upload
from corridor.intake.tables import as_csv, empty

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from pathlib import Path

    import pandas as pd

    from corridor.dataset.schema import Package
    from corridor.dataset.validation import Reading
    from corridor.intake.headings import Sheet

__all__ = ["Intake", "Rest", "Upload", "take_in"]

Rest = Literal["shipped", "empty"]

# Lists that every dataset needs and few will bring.
_ALWAYS_SHIPPED = frozenset({"countries", "quantities"})
# They name legs and nodes: with a network of the visitor's own those of the base say nothing.
_OF_THE_NETWORK = frozenset({"presets", "restrictions"})
_OF_BASE = " *"  # after the name of a table of the base
_VERSION = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}")
_NAME_LENGTH = 80


@dataclass(frozen=True, kw_only=True)
class Intake:
    """
    What became of an upload.

    Attributes
    ----------
    name
        Name of the data, from its descriptor or its files.
    tables
        Number of rows of each table that was read, by table name.
    line_count
        Number of lines of legs that were read.
    findings
        Why it cannot be used: columns as `corridor.dataset.validation.validate` gives them. No rows: it can.
    notes
        What was corrected, assumed or ignored.
    dataset
        The data; None if there are findings.
    """

    name: str
    tables: Mapping[str, int]
    line_count: int
    findings: pd.DataFrame
    notes: tuple[Note, ...]
    dataset: Dataset | None


def take_in(
    uploads: Sequence[Upload],
    *,
    base: Path,
    rest: Rest = "shipped",
    titles: Mapping[str, Collection[str]] | None = None,
) -> Intake:
    """
    Read and check what a visitor brings.

    The schema is always that of `base`: a descriptor among the files gives a name and a version, no more.
    Nothing is written to disk, no formula computed, no object loaded.

    Parameters
    ----------
    uploads
        The files: one zip archive, or any number of CSV, XLSX and GeoJSON files.
    base
        Folder of the dataset whose tables stand in for those that were not brought.
    rest
        Whether tables that were not brought are those of `base` or empty. Countries and quantities are
        always those of `base` unless brought.
    titles
        Translations of the English titles of columns, by title: a table may have them for its column names.
        English titles are always known, others also from the sheet "columns" of our own workbooks.

    Returns
    -------
    Intake
        All findings in one go; the dataset if there are none.
    """
    report = Report()
    package = read_package(base)
    gathered = gather(uploads, package, titles or {}, report)
    tables = {name: as_csv(sheet, package.tables[name], report) for name, sheet in gathered.sheets.items()}
    if not (tables or gathered.lines or report.findings):
        problem, cure = Phrase("there is no table of the schema in it"), _names(package)
        report.refuse(_joined(uploads), problem, cure, "no-table")
    files = _complete(tables, gathered, package, base, rest)
    named = _described(package, gathered.descriptor)
    reading = read_files(named, json.dumps([named.name, named.version]).encode(), files)
    _check(reading, gathered, report)
    drawn = lines_for(reading, gathered, report) if not report.findings else None
    dataset = None
    if drawn is not None and not report.findings:
        dataset = typed(drawn.reading, lines=drawn.lines)
    return Intake(
        name=named.title if gathered.descriptor else _joined(uploads),
        tables=MappingProxyType({name: len(reading.tables[name].rows) for name in tables}),
        line_count=len(gathered.lines),
        findings=_own_first(as_frame(_capped(report.findings))),
        notes=tuple(dict.fromkeys(report.notes)),
        dataset=dataset,
    )


def _complete(
    tables: Mapping[str, bytes], gathered: Gathered, package: Package, base: Path, rest: Rest
) -> dict[str, bytes]:
    """Content of every table: brought, of the base, or empty; a table promised and not brought stays away."""
    files = {}
    for table in package.tables.values():
        if table.name in tables:
            files[table.name] = tables[table.name]
        elif table.name in gathered.unread or (gathered.has_unknown and table.name not in _ALWAYS_SHIPPED):
            continue  # nothing is told to be missing there
        elif table.name in _OF_THE_NETWORK and not tables.keys().isdisjoint({"nodes", "legs"}):
            files[table.name] = empty(table)
        elif rest == "shipped" or table.name in _ALWAYS_SHIPPED:
            files[table.name] = (base / table.path).read_bytes()
        else:
            files[table.name] = empty(table)
    return files


def _check(reading: Reading, gathered: Gathered, report: Report) -> None:
    """Add what validation found, in the names and row numbers that the visitor knows."""
    letters = {name: _letters(sheet) for name, sheet in gathered.sheets.items()}
    for finding in reading.findings:
        name = next(table.name for table in reading.package.tables.values() if table.path == finding.file)
        if finding.check == "missing-file" and (name in gathered.unread or gathered.has_unknown):
            continue
        sheet = gathered.sheets.get(name)
        if sheet is None:
            report.findings.append(finding._replace(file=f"{finding.file}{_OF_BASE}"))
            continue
        row = None if finding.row is None else _number_of(sheet, finding.row)
        if row is None or (sheet.source, row, finding.column) not in report.told:
            letter = letters[name].get(finding.column, "")
            report.findings.append(finding._replace(file=sheet.source, row=row, letter=letter))
    if "nodes" in gathered.sheets and "nodes" in reading.tables:
        check_swapped(reading.tables["nodes"], gathered.sheets["nodes"], report)


def _number_of(sheet: Sheet, row: int) -> int:
    """Row of the visitor's program for a row of the table that was checked."""
    return sheet.numbers[row - 1] if row <= len(sheet.numbers) else row


def _letters(sheet: Sheet) -> dict[str, str]:
    """Letter of each column in the visitor's spreadsheet, by its name."""
    head = sheet.rows[0] if sheet.rows else []
    return {name: letter_of(sheet, at) for at, name in enumerate(head)}


def _described(package: Package, descriptor: bytes | None) -> Package:
    """Package with the name and version of the visitor's descriptor, as far as they can be read."""
    try:
        said = json.loads(descriptor or b"{}")
    except (ValueError, RecursionError):
        said = {}
    if not isinstance(said, dict):
        said = {}
    title = said.get("title") or said.get("name")
    version = said.get("version")
    return replace(
        package,
        title=_plain(title) if isinstance(title, str) and _plain(title) else package.title,
        version=version if isinstance(version, str) and _VERSION.fullmatch(version) else package.version,
    )


def _plain(text: str) -> str:
    """Name on one line, without characters that change how it looks."""
    return "".join(letter for letter in text if letter.isprintable())[:_NAME_LENGTH].strip()


def _joined(uploads: Sequence[Upload]) -> str:
    """Name for data that have none: those of the files."""
    return _plain(", ".join(upload.name.rsplit("/", 1)[-1] for upload in uploads))


def _names(package: Package) -> Phrase:
    """Cure that lists the tables there are."""
    pattern = Phrase("The tables are: {tables}. Name each file or sheet after its table.")
    return Phrase(pattern, tables=", ".join(package.tables))


def _own_first(findings: pd.DataFrame) -> pd.DataFrame:
    """Put findings in the visitor's files before those in tables of the base, which follow from them."""
    is_of_base = findings["file"].str.endswith(_OF_BASE)
    return findings.assign(last=is_of_base).sort_values("last", kind="stable", ignore_index=True)[
        list(findings.columns)
    ]


def _capped(findings: list[Finding]) -> list[Finding]:
    """Keep the first findings of a report that would grow without end, and count the others."""
    if len(findings) <= limits.FINDINGS:
        return findings
    findings = sorted(findings, key=lambda finding: finding.file.endswith(_OF_BASE))
    more = Finding(
        findings[-1].file,
        None,
        "",
        str(len(findings) - limits.FINDINGS),
        Phrase("there are more findings like these, which are only counted"),
        Phrase("Correct those listed first."),
        "more",
    )
    return [*findings[: limits.FINDINGS], more]
