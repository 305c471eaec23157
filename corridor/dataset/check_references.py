"""Checks that every id stands in the table it points to."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from corridor.dataset.findings import Finding, Phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from corridor.columns.column import Column, Reference
    from corridor.dataset.cells import Cells

_GUESSED_AT_MOST = 20
_COMPARED_AT_MOST = 5000
_COMPARED_LENGTH = 80  # comparing two long texts takes the square of their length


def check_references(tables: Mapping[str, Cells]) -> list[Finding]:
    """
    Check foreign keys, |-separated lists of ids, and ids whose table another column names.

    Parameters
    ----------
    tables
        The cells of every table that could be read, by table name. References to a table that could not be
        read are not judged.

    Returns
    -------
    list of Finding
        One for each dangling id.
    """
    keys = {name: _keys(cells) for name, cells in tables.items()}
    findings: list[Finding] = []
    for cells in tables.values():
        for key in cells.table.foreign_keys:
            if key.table in keys and key.column in cells.columns:
                column = cells.table.column(key.column)
                findings += _single(cells, column, (key.table,), keys, also=())
        for column in cells.table.columns:
            if column.reference is not None and column.name in cells.columns:
                findings += _referenced(cells, column, column.reference, keys)
    return findings


def _keys(cells: Cells) -> Collection[str]:
    """Every id of a table; nothing known if its key column is missing."""
    name = cells.table.primary_key[0] if cells.table.primary_key else ""
    return {*cells.columns.get(name, ()), *cells.loose_keys}


def _referenced(
    cells: Cells, column: Column, reference: Reference, keys: Mapping[str, Collection[str]]
) -> list[Finding]:
    """Check a column whose reference stands in our own property."""
    if reference.by is not None:
        return _by_type(cells, column, reference, keys)
    if any(table not in keys for table in reference.tables):
        return []
    if reference.separator is None:
        return _single(cells, column, reference.tables, keys, also=reference.also)
    return _listed(cells, column, reference, keys)


def _single(
    cells: Cells,
    column: Column,
    tables: tuple[str, ...],
    keys: Mapping[str, Collection[str]],
    *,
    also: tuple[str, ...],
) -> list[Finding]:
    """Check a column that holds one id a cell."""
    known = {""}.union(also, *(keys[table] for table in tables))
    values = cells.columns[column.name]
    if known.issuperset(values):
        return []
    dangling = [(row, value) for row, value in zip(cells.rows, values, strict=True) if value not in known]
    return _dangling(cells, column, dangling, tables, known)


def _listed(
    cells: Cells, column: Column, reference: Reference, keys: Mapping[str, Collection[str]]
) -> list[Finding]:
    """Check a column that holds several ids a cell."""
    known = set(reference.also).union(*(keys[table] for table in reference.tables))
    values = cells.columns[column.name]
    bad = {
        value: unknown
        for value in set(values)
        if value and (unknown := [id_ for id_ in value.split(reference.separator) if id_ not in known])
    }
    dangling = [
        (row, id_) for row, value in zip(cells.rows, values, strict=True) for id_ in bad.get(value, ())
    ]
    return _dangling(cells, column, dangling, reference.tables, known)


def _by_type(
    cells: Cells, column: Column, reference: Reference, keys: Mapping[str, Collection[str]]
) -> list[Finding]:
    """Check a column whose table is named in another column of the row."""
    types = cells.columns.get(reference.by or "")
    if types is None:
        return []
    dangling: dict[str, list[tuple[int, str]]] = {}
    for row, type_, value in zip(cells.rows, types, cells.columns[column.name], strict=True):
        table = reference.table_of.get(type_, "")
        if value and table in keys and value not in keys[table]:
            dangling.setdefault(table, []).append((row, value))
    return [
        finding
        for table, ids in dangling.items()
        for finding in _dangling(cells, column, ids, (table,), keys[table])
    ]


def _dangling(
    cells: Cells,
    column: Column,
    dangling: list[tuple[int, str]],
    tables: tuple[str, ...],
    known: Collection[str],
) -> list[Finding]:
    """Report ids that stand nowhere, with a guess at what was meant if they are few."""
    if not dangling:
        return []
    where = " / ".join(f"'{table}'" for table in tables)
    distinct = {id_ for _, id_ in dangling}
    guesses = _guesses(distinct, known) if len(distinct) <= _GUESSED_AT_MOST else {}
    findings = []
    for row, id_ in dangling:
        problem = Phrase("'{value}' is not in the table {tables}", value=id_, tables=where)
        cure = Phrase("Correct the id, or add the row it points to.")
        if id_ in guesses:
            cure = Phrase(
                "Correct the id, or add the row it points to. Did you mean '{guess}'?", guess=guesses[id_]
            )
        findings.append(Finding(cells.table.path, row, column.name, id_, problem, cure, "dangling-reference"))
    return findings


def _guesses(ids: Collection[str], known: Collection[str]) -> dict[str, str]:
    """Nearest known id for each unknown one."""
    candidates = sorted(id_ for id_ in known if len(id_) <= _COMPARED_LENGTH)[:_COMPARED_AT_MOST]
    near = {
        id_: difflib.get_close_matches(id_, candidates, n=1) for id_ in ids if len(id_) <= _COMPARED_LENGTH
    }
    return {id_: found[0] for id_, found in near.items() if found}
