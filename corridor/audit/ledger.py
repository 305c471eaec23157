"""The ledger: search over everything that is claimed, by words or by facet."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from corridor.memory.memo import MAX_RECENT, Depends, remembered
from corridor.words.folding import folded

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping, Sequence

    from corridor.dataset.tables import Dataset

OVERDUE, CURRENT = "overdue", "current"

# Tables in which the subjects of claims stand.
TABLE_OF = {
    "node": "nodes", "leg": "legs", "service": "services", "corridor": "corridors", "upgrade": "upgrades",
    "project": "projects", "agreement": "agreements", "organisation": "organisations", "country": "countries",
    "topic": "topics", "event": "events",
}  # fmt: skip

_SEARCHED = ("subject_id", "quantity", "text", "definition", "note")


@dataclass(frozen=True, kw_only=True)
class Filters:
    """
    What is looked for; None or an empty text leaves a facet open.

    Attributes
    ----------
    words
        Every one of these words must stand somewhere in the claim; see `search`.
    subject_type, subject
        Such as "leg", and "leg.aktau-alat".
    group, quantity
        Group of quantities such as "time", and a quantity such as "time_h".
    source_kind, source
        Such as "official", and the id of a source.
    kind, confidence, fit
        As in the claims table.
    age
        "overdue" if its day for review has passed, else "current".
    """

    words: str = ""
    subject_type: str | None = None
    subject: str | None = None
    group: str | None = None
    quantity: str | None = None
    source_kind: str | None = None
    source: str | None = None
    kind: str | None = None
    confidence: str | None = None
    fit: str | None = None
    age: str | None = None


FACETS = tuple(field.name for field in fields(Filters) if field.name != "words")

# Columns whose terms in the schema are the values of a facet.
_TERMS = {
    "subject_type": ("claims", "subject_type"),
    "group": ("quantities", "group"),
    "source_kind": ("sources", "kind"),
    "kind": ("claims", "kind"),
    "confidence": ("claims", "confidence"),
    "fit": ("claims", "fit"),
}


def facet_values(dataset: Dataset) -> dict[str, frozenset[str]]:
    """
    Collect the values that each facet can have: ids of the data, and terms of the schema.

    Parameters
    ----------
    dataset
        The route dataset.

    Returns
    -------
    dict
        By the names in `FACETS`.
    """
    claims, tables = dataset.claims, dataset.package.tables
    return {
        "subject": frozenset(claims["subject_type"] + "." + claims["subject_id"]),
        "quantity": frozenset(dataset.quantities["quantity_id"]),
        "source": frozenset(dataset.sources["source_id"]),
        "age": frozenset({OVERDUE, CURRENT}),
        **{facet: frozenset(tables[table].column(name).enum) for facet, (table, name) in _TERMS.items()},
    }


def search(
    dataset: Dataset, filters: Filters, *, today: dt.date, more: Sequence[str] | None = None
) -> pd.DataFrame:
    """
    Find claims.

    Parameters
    ----------
    dataset
        The route dataset.
    filters
        What is looked for. Words are compared without regard to case and diacritics, over the names of the
        subject in all languages, the name of the quantity, publisher and title of the source, the value in
        words, the definition, the note and the ids.
    today
        Day on which the age is judged.
    more
        Folded text of each claim to search too, such as the names that a visitor sees; see `folding`.

    Returns
    -------
    pandas.DataFrame
        Rows of the claims table in its order, or oldest check_by first if only overdue ones are asked for.
    """
    masks = _masks(dataset, filters, today=today, more=more)
    found = dataset.claims[np.logical_and.reduce(list(masks.values()))]
    if filters.age == OVERDUE:
        return found.sort_values(["check_by", "claim_id"], kind="stable")
    return found


def facets(
    dataset: Dataset, filters: Filters, *, today: dt.date, more: Sequence[str] | None = None
) -> dict[str, dict[str, int]]:
    """
    Count the claims under each value of each facet, with all other filters applied.

    Parameters
    ----------
    dataset, filters, today, more
        As for `search`.

    Returns
    -------
    dict
        By facet, then by value: how many claims would be found if that value were chosen. Values without a
        claim are left out; the most frequent come first.
    """
    masks = _masks(dataset, filters, today=today, more=more)
    columns = facet_columns(dataset, today=today)
    counts = {}
    for facet in FACETS:
        others = np.logical_and.reduce([mask for name, mask in masks.items() if name != facet])
        counted = columns[facet][others].value_counts()
        ordered = sorted(counted.items(), key=lambda item: (-item[1], str(item[0])))
        counts[facet] = {str(value): int(count) for value, count in ordered}
    return counts


def facet_columns(dataset: Dataset, *, today: dt.date) -> pd.DataFrame:
    """
    Give each claim's value under every facet.

    Parameters
    ----------
    dataset
        The route dataset.
    today
        Day on which the age is judged.

    Returns
    -------
    pandas.DataFrame
        One row a claim, in the order of the claims table; one column for each of `FACETS`.
    """
    return _facet_columns(dataset, today)


@remembered(depends_on=Depends.CLAIMS, most=MAX_RECENT)
def _facet_columns(dataset: Dataset, today: dt.date) -> pd.DataFrame:
    """Value of each claim under every facet on a day."""
    claims = dataset.claims
    groups = dict(zip(dataset.quantities["quantity_id"], dataset.quantities["group"], strict=True))
    kinds = dict(zip(dataset.sources["source_id"], dataset.sources["kind"], strict=True))
    return pd.DataFrame(
        {
            "subject_type": claims["subject_type"],
            "subject": claims["subject_type"] + "." + claims["subject_id"],
            "group": claims["quantity"].map(groups),
            "quantity": claims["quantity"],
            "source_kind": claims["source_id"].map(kinds),
            "source": claims["source_id"],
            "kind": claims["kind"],
            "confidence": claims["confidence"],
            "fit": claims["fit"],
            "age": np.where(claims["check_by"] < today.isoformat(), OVERDUE, CURRENT),
        }
    )


def _masks(
    dataset: Dataset, filters: Filters, *, today: dt.date, more: Sequence[str] | None
) -> dict[str, np.ndarray]:
    """Which claims each active filter lets through, by filter; "all" lets all through."""
    columns = facet_columns(dataset, today=today)
    masks = {"all": np.ones(len(columns), dtype=bool)}
    for facet in FACETS:
        wanted = getattr(filters, facet)
        if wanted is not None:
            masks[facet] = (columns[facet] == wanted).to_numpy(dtype=bool)
    words = folded(filters.words).split()
    if words:
        texts = searched(dataset, more)
        masks["words"] = np.array([all(word in text for word in words) for text in texts], dtype=bool)
    return masks


def searched(dataset: Dataset, more: Sequence[str] | None = None) -> list[str]:
    """
    Return the text of each claim in which `search` looks for words.

    Parameters
    ----------
    dataset, more
        As for `search`.

    Returns
    -------
    list of str
        What each claim says, of what, by whom, folded; in the order of the claims table.
    """
    texts = _texts(dataset)
    if more is None:
        return texts
    return [f"{own} {other}" for own, other in zip(texts, more, strict=True)]


@remembered(depends_on=Depends.CLAIMS)
def _texts(dataset: Dataset) -> list[str]:
    """Folded text of each claim: what it says, of what, by whom."""
    claims = dataset.claims
    names = _subject_names(dataset)
    quantities = dict(zip(dataset.quantities["quantity_id"], dataset.quantities["name_en"], strict=True))
    sources = dataset.sources
    published = dict(zip(sources["source_id"], sources["publisher"] + " " + sources["title"], strict=True))
    columns = [claims[name].fillna("").tolist() for name in _SEARCHED]
    subjects = zip(claims["subject_type"], claims["subject_id"], strict=True)
    return [
        folded(" ".join((id_, names.get(subject, ""), quantities[quantity], published[source], *cells)))
        for id_, subject, quantity, source, *cells in zip(
            claims["claim_id"], subjects, claims["quantity"], claims["source_id"], *columns, strict=True
        )
    ]


def _subject_names(dataset: Dataset) -> Mapping[tuple[str, str], str]:
    """Every name of every subject in all languages; a leg or a service also has those of its ends."""
    names: dict[tuple[str, str], str] = {}
    for type_, table in TABLE_OF.items():
        frame = dataset.table(table)
        key = dataset.package.tables[table].primary_key[0]
        columns = [name for name in frame.columns if name == "name" or name.startswith("name_")]
        texts = frame[columns].fillna("").agg(" ".join, axis="columns") if columns else [""] * len(frame)
        names.update({(type_, id_): text for id_, text in zip(frame[key], texts, strict=True)})
        if {"from_node", "to_node"} <= set(frame.columns):
            for id_, start, end in zip(frame[key], frame["from_node"], frame["to_node"], strict=True):
                ends = (names.get(("node", str(node)), "") for node in (start, end))
                names[type_, id_] = " ".join((names[type_, id_], *ends))
    return names
