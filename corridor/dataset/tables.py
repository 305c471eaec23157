"""The route dataset: a frozen set of typed tables."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from html import escape
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from corridor.dataset import shipped
from corridor.dataset.check_columns import TRUE
from corridor.dataset.findings import Finding, as_frame, in_words
from corridor.dataset.schema import DESCRIPTOR, read_package
from corridor.dataset.validation import read
from corridor.errors import DatasetError, Phrase, UnknownIdError
from corridor.memory.memo import Memo

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from corridor.columns.column import Column
    from corridor.dataset.cells import Cells
    from corridor.dataset.estimate import Estimate
    from corridor.dataset.schema import Package
    from corridor.dataset.validation import Reading

Line = tuple[tuple[float, float], ...]

SHIPPED = shipped.ROUTES
_HASH_LENGTH = 12
_LISTED = 3
_COUNTED = ("nodes", "legs", "claims", "sources")
_TEXT: Any = pd.api.types.pandas_dtype("str")  # looked up once: the look-up costs as much as a column


@dataclass(frozen=True, eq=False, kw_only=True, repr=False)
class Dataset:
    """
    Every table of a route dataset, typed by its Table Schema. Frames are never changed.

    Texts have the dtype str, whole numbers Int64, numbers float64, truth values boolean. A missing value is
    NaN in texts and numbers, <NA> in whole numbers and truth values. Ids stand in columns, not in the index.

    Attributes
    ----------
    package
        The description of the tables.
    version
        Version number of the data.
    content_hash
        First 12 hexadecimal digits of the SHA-256 over the descriptor and all files in its order.
    lines
        Lines of legs that go before those of data/geo, by leg: points of longitude and latitude.
    stated, work_changes, charge_changes
        What a scenario states in the place of figures, by (subject_type, subject_id, quantity), and what it
        multiplies hours of node work by and takes off them before, by (node, work); work "" for all of it;
        by node what it multiplies the charges of node work by.
        See `corridor.scenario.assumed`.
    added
        Ids of the legs that a scenario adds.
    scenario
        That scenario, as `corridor.scenario.codec.encode` writes it; "" for the data as they are.
    """

    package: Package
    version: str
    content_hash: str
    countries: pd.DataFrame
    organisations: pd.DataFrame
    nodes: pd.DataFrame
    legs: pd.DataFrame
    services: pd.DataFrame
    corridors: pd.DataFrame
    corridor_legs: pd.DataFrame
    topics: pd.DataFrame
    quantities: pd.DataFrame
    sources: pd.DataFrame
    claims: pd.DataFrame
    factors: pd.DataFrame
    upgrades: pd.DataFrame
    projects: pd.DataFrame
    agreements: pd.DataFrame
    events: pd.DataFrame
    trade: pd.DataFrame
    restrictions: pd.DataFrame
    presets: pd.DataFrame
    lines: Mapping[str, Line] = field(default_factory=lambda: MappingProxyType({}))
    stated: Mapping[tuple[str, str, str], Estimate] = field(default_factory=lambda: MappingProxyType({}))
    work_changes: Mapping[tuple[str, str], tuple[float, float]] = field(
        default_factory=lambda: MappingProxyType({})
    )
    charge_changes: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    added: frozenset[str] = frozenset()
    scenario: str = ""

    def __repr__(self) -> str:
        """Give version, content hash and the sizes of the main tables in one line."""
        counts = ", ".join(f"{len(getattr(self, name)):,} {name}" for name in _COUNTED)
        return f"<Dataset {self.version} ({self.content_hash}): {counts}>"

    def _repr_html_(self) -> str:
        """List the tables with their sizes in a notebook."""
        lines = "".join(
            f"<tr><td><code>{escape(table.name)}</code></td><td>{len(self.table(table.name)):,}</td>"
            f"<td>{escape(table.title)}</td></tr>"
            for table in self.package.tables.values()
        )
        head = "<tr><th>Table</th><th>Rows</th><th>Title</th></tr>"
        title = escape(f"Dataset {self.version} ({self.content_hash})")
        return f"<p><b>{title}</b></p><table><thead>{head}</thead><tbody>{lines}</tbody></table>"

    def table(self, name: str) -> pd.DataFrame:
        """Return the frame of a table by its name, such as "corridor_legs"."""
        if name not in self.package.tables:
            raise UnknownIdError(table="tables", id_=name)
        frame: pd.DataFrame = getattr(self, name)
        return frame

    def row(self, table: str, id_: str) -> pd.Series:
        """
        Return one row of a table with a single key column.

        Parameters
        ----------
        table
            Table name, such as "nodes".
        id_
            Value of its key.

        Returns
        -------
        pandas.Series
            The row, by column name.

        Raises
        ------
        UnknownIdError
            If there is no such table or row.
        """
        frame = self.table(table)
        position = self._positions.get(table, {}).get(id_)
        if position is None:
            raise UnknownIdError(table=table, id_=id_)
        return frame.iloc[position]

    def record(self, table: str, id_: str) -> Mapping[str, Any]:
        """
        Return one row as a read-only mapping of plain values, None where a cell is empty.

        Parameters
        ----------
        table, id_
            As for `row`, whose errors are raised. Much faster than `row` when asked often.

        Returns
        -------
        Mapping
            Value by column name.
        """
        frame = self.table(table)
        if not self.has(table, id_):
            raise UnknownIdError(table=table, id_=id_)
        if table not in self._records:
            plain = frame.astype(object).where(frame.notna(), None).to_dict("records")
            key = self.package.tables[table].primary_key[0]
            rows = [{str(name): cell for name, cell in row.items()} for row in plain]
            self._records[table] = {row[key]: MappingProxyType(row) for row in rows}
        return self._records[table][id_]

    def with_legs(self, legs: pd.DataFrame, **parts: Any) -> Dataset:
        """Copy with other legs and whatever else is named; rows of the other tables are shared."""
        made = replace(self, legs=legs, **parts)
        made.__dict__["_records"] = {name: rows for name, rows in self._records.items() if name != "legs"}
        made.__dict__["_positions"] = {**self._positions, "legs": _positions(made, "legs")}
        made.__dict__["claims_by_subject"] = self.claims_by_subject
        return made

    def has(self, table: str, id_: str) -> bool:
        """Whether a row of that table has that id."""
        return id_ in self._positions.get(table, {})

    @cached_property
    def claims_by_subject(self) -> Mapping[tuple[str, str], list[int]]:
        """Positions of the claims about each (subject_type, subject_id)."""
        positions: dict[tuple[str, str], list[int]] = {}
        subjects = zip(self.claims["subject_type"], self.claims["subject_id"], strict=True)
        for at, subject in enumerate(subjects):
            positions.setdefault(subject, []).append(at)
        return positions

    @cached_property
    def memo(self) -> Memo:
        """Results of functions of this dataset that are remembered with it; the tables never change."""
        return Memo()

    @cached_property
    def _records(self) -> dict[str, dict[str, Mapping[str, Any]]]:
        """Rows of the tables that were asked for, by id."""
        return {}

    @cached_property
    def _positions(self) -> Mapping[str, Mapping[str, int]]:
        """Position of each id in each table with a single key column."""
        tables = [table.name for table in self.package.tables.values() if len(table.primary_key) == 1]
        return {name: _positions(self, name) for name in tables}


_TABLES = tuple(part.name for part in fields(Dataset) if part.type == "pd.DataFrame")
# Newer than the first data packages: a package without them is as good as one with nothing in them.
_OPTIONAL = frozenset({"presets", "restrictions"})


def load(folder: Path | None = None) -> Dataset:
    """
    Read, check and type a route dataset.

    Parameters
    ----------
    folder
        Folder with `datapackage.json` and its CSV files; the shipped data if None.

    Returns
    -------
    Dataset
        The tables.

    Raises
    ------
    DatasetError
        If anything is wrong with the data; its `findings` list all of it.
    """
    folder = SHIPPED if folder is None else folder
    reading = read(folder)
    findings = [*reading.findings, *_undescribed(reading.package)]
    if findings:
        raise _refused(folder, as_frame(findings))
    return typed(reading)


def typed(reading: Reading, *, lines: Mapping[str, Line] | None = None) -> Dataset:
    """
    Give the tables of a reading without findings their types.

    Parameters
    ----------
    reading
        Cells as text.
    lines
        Lines of legs that go before those of data/geo, by leg.

    Returns
    -------
    Dataset
        The tables.
    """
    digest = hashlib.sha256()
    for content in reading.content:
        digest.update(hashlib.sha256(content).digest())
    if lines:
        digest.update(repr(sorted(lines.items())).encode())
    frames: dict[str, Any] = {
        name: _frame(reading.tables[name]) if name in reading.tables else _nothing(name) for name in _TABLES
    }
    return Dataset(
        package=reading.package,
        version=reading.package.version,
        content_hash=digest.hexdigest()[:_HASH_LENGTH],
        lines=MappingProxyType(dict(lines or {})),
        **frames,
    )


def _positions(dataset: Dataset, table: str) -> Mapping[str, int]:
    """Position of each id in a table with a single key column."""
    ids = dataset.table(table)[dataset.package.tables[table].primary_key[0]]
    return {id_: at for at, id_ in enumerate(ids)}


def _undescribed(package: Package) -> list[Finding]:
    """Report tables that the descriptor does not describe."""
    cure = "Start from the descriptor that comes with Corridor Explorer."
    return [
        Finding(DESCRIPTOR, None, "", name, f"the table '{name}' is not described", cure, "descriptor")
        for name in _TABLES
        if name not in package.tables and name not in _OPTIONAL
    ]


def _nothing(name: str) -> pd.DataFrame:
    """Frame without rows of a table that a package does not describe, with the columns of the shipped one."""
    columns = read_package(SHIPPED).tables[name].columns
    return pd.DataFrame(
        {
            column.name: pd.array([], dtype="boolean" if column.type == "boolean" else _TEXT)
            for column in columns
        }
    )


def split_ids(value: object) -> tuple[str, ...]:
    """Ids of a |-separated cell, or of one that holds them apart, in order; nothing for a missing cell."""
    if isinstance(value, tuple):
        return value
    return tuple(value.split("|")) if isinstance(value, str) and value else ()


def _refused(folder: Path, findings: pd.DataFrame) -> DatasetError:
    """Make the error that names the first findings and counts the rest."""
    first = Phrase(" ".join(in_words(findings.head(_LISTED))))
    rest = len(findings) - _LISTED
    if rest > 0:
        return DatasetError("data-unusable-more", findings=findings, folder=folder, first=first, more=rest)
    return DatasetError("data-unusable", findings=findings, folder=folder, first=first)


def _frame(cells: Cells) -> pd.DataFrame:
    """Typed frame of one table."""
    columns = {column.name: _typed(column, cells.columns[column.name]) for column in cells.table.columns}
    return pd.DataFrame(columns | _texts(cells), copy=False)


def _texts(cells: Cells) -> dict[str, pd.api.extensions.ExtensionArray]:
    """Columns of texts, made as one array and cut: a fifth of the time of one array a column."""
    names = [column.name for column in cells.table.columns if column.type == "string"]
    every = pa.array([*chain.from_iterable(cells.columns[name] for name in names)], pa.large_string())
    stated = pc.if_else(pc.equal(every, ""), None, every)
    texts = pd.arrays.ArrowStringArray(stated, dtype=_TEXT)  # type: ignore[call-arg]
    length = len(cells.rows)
    return {name: texts[at * length : (at + 1) * length] for at, name in enumerate(names)}


def _typed(column: Column, values: tuple[str, ...]) -> pd.api.extensions.ExtensionArray | list[float] | None:
    """Cells of a column of numbers or truth values; None for texts."""
    if column.type == "number":
        return [float(value) if value else float("nan") for value in values]
    if column.type == "integer":
        return pd.array([int(value) if value else None for value in values], dtype="Int64")
    if column.type == "boolean":
        return pd.array([value in TRUE if value else None for value in values], dtype="boolean")
    return None
