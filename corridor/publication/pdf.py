"""A view as a paper of A4: PDF/UA-1, tagged, with bookmarks, written by typst."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corridor.publication.notes import numbers_of_claims
from corridor.publication.paper import chart_part, compiled, figures_part, map_part, table_part
from corridor.publication.spelling import drawable

if TYPE_CHECKING:
    from corridor.publication.content import Content

_TEMPLATE = Path(__file__).with_name("paper.typ")


def as_pdf(content: Content) -> bytes:
    """
    Write a view as a paper.

    Parameters
    ----------
    content
        What the view says.

    Returns
    -------
    bytes
        As `corridor.publication.paper.compiled` gives it.
    """
    numbers = numbers_of_claims(content)
    laid_out = {
        "doubt": drawable(content.doubt),
        "basis": drawable(content.basis),
        "conditions": [drawable(each) for each in content.conditions],
        "annotations": [drawable(line) for line in content.note_lines],
        "figures": figures_part(content.figures, numbers, content.lang),
        "map": map_part(content),
        "charts": [chart_part(chart) for chart in content.charts],
        "tables": [table_part(table, numbers) for table in content.tables],
    }
    return compiled(_TEMPLATE, laid_out, content)
