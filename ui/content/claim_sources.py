"""The claims and sources of the figures of a view, each once, in the order in which they are first used."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from corridor.publication.content import Claim, Source
from ui.evidence import wording
from ui.evidence.rows import Row, by_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corridor.charts.chart import Chart
    from corridor.publication.content import Figure, Table
    from ui.link.view import View


_SCRIPTS = {"LATIN", "CYRILLIC", "GREEK", "MASCULINE", "FEMININE", "MODIFIER"}


def sources_of(view: View, claims: Iterable[Claim], more: Iterable[str] = ()) -> tuple[Source, ...]:
    """
    List the sources of claims.

    Parameters
    ----------
    view
        The visit.
    claims
        What is shown rests on them.
    more
        Ids of further sources.
    """
    known = by_id(view.dataset, "sources")
    named = (claim.source for claim in claims)
    return tuple(_source(known[id_]) for id_ in dict.fromkeys((*named, *more)) if id_ in known)


def claims_of(
    view: View, figures: Iterable[Figure], tables: Iterable[Table], charts: Iterable[Chart]
) -> tuple[Claim, ...]:
    """
    List the claims that figures, cells and marks of charts name.

    Parameters
    ----------
    view
        The visit.
    figures, tables, charts
        What is shown.
    """
    known = by_id(view.dataset, "claims")
    marked = (
        mark.target.id
        for chart in charts
        for mark in chart.marks
        if mark.target is not None and mark.target.kind == "claim"
    )
    named = dict.fromkeys((*_claims(figures, tables), *marked))
    return tuple(_claim(view, known[id_]) for id_ in named if id_ in known)


def _claim(view: View, row: Row) -> Claim:
    """Say in one line what a claim states of what."""
    subject = wording.subject(view, row["subject_type"], row["subject_id"])
    text = f"{subject}: {wording.claim_value(view, row)}"
    return Claim(id=row["claim_id"], text=text, source=row["source_id"] or "")


def _claims(figures: Iterable[Figure], tables: Iterable[Table]) -> Iterator[str]:
    """Ids of the claims in the order of the page."""
    for figure in figures:
        yield from figure.claims
    for table in tables:
        for row in table.rows:
            for cell in row:
                yield from cell.claims


def _source(row: dict[str, str | None]) -> Source:
    """Cite one source by publisher and title."""
    return Source(
        id=row["source_id"] or "",
        citation=_cited(row["publisher"] or "", row["title"] or ""),
        url=row["url"] or "",
        date=row["published"] or "",
    )


def _cited(publisher: str, title: str) -> str:
    """Cite by publisher and title; a title in a script that no font of ours has stays at its address."""
    scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in title if letter.isalpha()}
    return f"{publisher}: {title}" if scripts <= _SCRIPTS else publisher
