"""The sources of the figures of a view, each once, in the order in which they are first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.publication.content import Source
from ui.evidence.rows import by_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from corridor.publication.content import Figure, Table
    from ui.link.view import View


def sources_of(
    view: View, figures: Iterable[Figure], tables: Iterable[Table], more: Iterable[str] = ()
) -> tuple[Source, ...]:
    """
    List the sources of all claims that stand in figures and tables.

    Parameters
    ----------
    view
        The visit.
    figures, tables
        What is shown.
    more
        Ids of further sources.
    """
    claims, known = by_id(view.dataset, "claims"), by_id(view.dataset, "sources")
    named = (claims[id_]["source_id"] for id_ in _claims(figures, tables) if id_ in claims)
    return tuple(_source(known[id_]) for id_ in dict.fromkeys((*named, *more)) if id_ in known)


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
        citation=f"{row['publisher']}: {row['title']}",
        url=row["url"] or "",
        date=row["published"] or "",
    )
