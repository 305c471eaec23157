"""Validation of a route dataset: everything that is wrong with it, in one run."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.dataset.cells import Cells, read_cells
from corridor.dataset.check_columns import check_columns
from corridor.dataset.check_references import check_references
from corridor.dataset.check_sense import check_sense
from corridor.dataset.findings import Finding, Phrase, as_frame
from corridor.dataset.schema import DESCRIPTOR, Package, read_package
from corridor.errors import DatasetError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pandas as pd

    from corridor.columns.column import Table


@dataclass(frozen=True)
class Reading:
    """
    A route dataset as read, before its cells become typed values.

    Attributes
    ----------
    package
        The description.
    tables
        The cells of every table that could be read, by table name.
    content
        The bytes of the descriptor and of every table's file, in the order of the descriptor.
    findings
        Everything that is wrong.
    """

    package: Package
    tables: Mapping[str, Cells]
    content: tuple[bytes, ...]
    findings: tuple[Finding, ...]


def validate(folder: Path, *, today: dt.date | None = None) -> pd.DataFrame:
    """
    Find everything that is wrong with a route dataset.

    Parameters
    ----------
    folder
        Folder with `datapackage.json` and its CSV files.
    today
        Day after which a date counts as lying in the future; the current day, or the day on which the package
        was created if that is later.

    Returns
    -------
    pandas.DataFrame
        One row a finding, columns file, row (as a spreadsheet counts), column, value, problem, cure, check,
        letter. No rows: the dataset is valid.
    """
    try:
        reading = read(folder, today=today)
    except DatasetError as error:
        return error.findings
    return as_frame(reading.findings)


def read(folder: Path, *, today: dt.date | None = None) -> Reading:
    """
    Read and check a route dataset.

    Parameters
    ----------
    folder, today
        As for `validate`.

    Returns
    -------
    Reading
        Cells as text, with the findings.

    Raises
    ------
    DatasetError
        If there is no usable descriptor.
    """
    package = read_package(folder)
    files = {}
    for table in package.tables.values():
        with contextlib.suppress(OSError):
            files[table.name] = (folder / table.path).read_bytes()
    return read_files(package, (folder / DESCRIPTOR).read_bytes(), files, today=today)


def read_files(
    package: Package, descriptor: bytes, files: Mapping[str, bytes], *, today: dt.date | None = None
) -> Reading:
    """
    Check a route dataset whose files are in memory.

    Parameters
    ----------
    package, descriptor
        The description, and the bytes that it was read from.
    files
        The content of each CSV file, by table name.
    today
        As for `validate`.

    Returns
    -------
    Reading
        Cells as text, with the findings.
    """
    tables: dict[str, Cells] = {}
    content = [descriptor]
    findings: list[Finding] = []
    for table in package.tables.values():
        if table.name not in files:
            findings.append(_missing(table))
            continue
        content.append(files[table.name])
        tables[table.name], of_file = read_cells(content[-1], table)
        findings += of_file
    for cells in tables.values():
        findings += check_columns(cells)
    findings += check_references(tables)
    findings += check_sense(tables, today or _today(package))
    return Reading(package, tables, tuple(content), tuple(findings))


def _missing(table: Table) -> Finding:
    """Report a table without its file."""
    problem = Phrase("there is no such file")
    header = ",".join(column.name for column in table.columns)
    cure = Phrase("Add it; if there is nothing to say, with this first row only: {columns}", columns=header)
    return Finding(table.path, None, "", "", problem, cure, "missing-file")


def _today(package: Package) -> dt.date:
    """Today by the clock, or the day the package was created if the clock lags behind it."""
    today = dt.datetime.now(tz=dt.UTC).date()
    try:
        return max(today, dt.date.fromisoformat(package.created))
    except ValueError:
        return today
