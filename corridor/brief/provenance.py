"""The rows behind a table: what it names, what is claimed about that, and who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.dataset.tables import split_ids

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset

_ENDS = ("from_node", "to_node", "hub", "counted_in", "access_node", "destination", "eu_entry")
# Columns that say of which table the id in another column is, by a type of subject or its name.
_TYPED = (("subject_type", "subject_id"), ("kind", "id"), ("table", "id"))
_LISTS = {
    "legs": "legs",
    "services": "services",
    "nodes": "nodes",
    "operators": "organisations",
    "organisations": "organisations",
    "sources": "sources",
    "border_nodes": "nodes",
    "gauge_breaks": "nodes",
    "ports": "nodes",
    "claim_ids": "claims",
}


def with_sources(dataset: Dataset, frames: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """
    Put the rows behind the given tables beside them.

    A table that names things of the dataset by their ids (in a column such as leg_id, from_node, legs,
    operators) is followed by the rows of these things, by all claims about them whether or not they made a
    headline, by the quantities they are about, and by their sources. Claims that a table names or holds are
    followed by what they speak of.

    Parameters
    ----------
    dataset
        The route dataset.
    frames
        Tables by name.

    Returns
    -------
    dict
        The given tables, unchanged and first; then rows of the dataset's tables in its order.
    """
    named = _named(dataset, frames)
    about = _subjects(dataset, named)
    claims = dataset.claims
    spoken = claims["claim_id"].isin(named["claims"]) | about
    named["claims"] |= set(claims.loc[spoken, "claim_id"])
    named["sources"] |= set(claims.loc[spoken, "source_id"])
    named["quantities"] |= set(claims.loc[spoken, "quantity"])
    for type_, table in _subject_tables(dataset).items():
        named[table] |= set(claims.loc[spoken & (claims["subject_type"] == type_), "subject_id"])
    named["nodes"] |= _ends(dataset, named["legs"])
    added = {
        name: frame[frame[key].isin(named[name])]
        for name, key in _keys(dataset).items()
        if name not in frames and named[name]
        for frame in [dataset.table(name)]
    }
    return {**frames, **{name: frame for name, frame in added.items() if len(frame)}}


def named_subjects(dataset: Dataset, frames: Mapping[str, pd.DataFrame]) -> set[tuple[str, str]]:
    """
    List what the given tables speak of.

    Parameters
    ----------
    dataset
        The route dataset.
    frames
        Tables by name.

    Returns
    -------
    set
        Type and id of each subject of claims that a column names, or that a claim in the tables is about.
    """
    named = _named(dataset, frames)
    subjects = {(type_, id_) for type_, table in _subject_tables(dataset).items() for id_ in named[table]}
    claims = dataset.claims[dataset.claims["claim_id"].isin(named["claims"])]
    return subjects | set(zip(claims["subject_type"], claims["subject_id"], strict=True))


def _keys(dataset: Dataset) -> dict[str, str]:
    """Key column of each table that has a single one."""
    return {
        table.name: table.primary_key[0]
        for table in dataset.package.tables.values()
        if len(table.primary_key) == 1
    }


def _named(dataset: Dataset, frames: Mapping[str, pd.DataFrame]) -> dict[str, set[str]]:
    """Ids of each table's rows that the columns of the frames name."""
    keys = _keys(dataset)
    table_of = {key: name for name, key in keys.items()} | dict.fromkeys(_ENDS, "nodes")
    named: dict[str, set[str]] = {name: set() for name in keys}
    for frame in frames.values():
        for column in map(str, frame.columns):
            table = table_of.get(column) or ("claims" if column.endswith("_claim_id") else _LISTS.get(column))
            if table is not None:
                named[table].update(id_ for cell in frame[column] for id_ in split_ids(cell))
        for table, id_ in _typed(dataset, frame):
            named[table].add(id_)
    named["nodes"] |= _ends(dataset, named["legs"])
    return named


def _typed(dataset: Dataset, frame: pd.DataFrame) -> Iterator[tuple[str, str]]:
    """Tables and ids that two columns of a frame name together."""
    tables = {**_subject_tables(dataset), "work": "nodes", **{name: name for name in _keys(dataset)}}
    for type_, id_ in _TYPED:
        if {type_, id_} <= set(frame.columns):
            for name, one in zip(frame[type_], frame[id_], strict=True):
                if isinstance(one, str) and dataset.has(tables.get(name, ""), one):
                    yield tables[name], one


def _ends(dataset: Dataset, leg_ids: set[str]) -> set[str]:
    """Nodes at the ends of legs."""
    legs = dataset.legs[dataset.legs["leg_id"].isin(leg_ids)]
    return {*legs["from_node"], *legs["to_node"]}


def _subject_tables(dataset: Dataset) -> Mapping[str, str]:
    """Table in which each type of subject stands."""
    reference = dataset.package.tables["claims"].column("subject_id").reference
    return reference.table_of if reference is not None else {}


def _subjects(dataset: Dataset, named: Mapping[str, set[str]]) -> pd.Series:
    """Which claims are about a thing that is named."""
    tables = _subject_tables(dataset)
    subjects = {(type_, id_) for type_, table in tables.items() for id_ in named[table]}
    claims = dataset.claims
    pairs = zip(claims["subject_type"], claims["subject_id"], strict=True)
    about: pd.Series = claims["claim_id"].isin(
        {id_ for id_, pair in zip(claims["claim_id"], pairs, strict=True) if pair in subjects}
    )
    return about
