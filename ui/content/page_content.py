"""What one page gives to the content of its view; the rest is the same for all pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corridor.charts.chart import Chart
    from corridor.publication.content import Figure, Table
    from ui.look.first_screen import Opening


@dataclass(frozen=True, kw_only=True)
class PageContent:
    """
    What one page says.

    Attributes
    ----------
    opening
        The sentence with which it opens.
    figures, tables, charts
        As of `corridor.publication.content.Content`.
    map_in_words
        What its map shows; empty where the page has none.
    sources
        Ids of sources on which figures rest that carry no claims, such as those of factors.
    """

    opening: Opening
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    charts: tuple[Chart, ...] = ()
    map_in_words: str = ""
    sources: tuple[str, ...] = ()
