"""Sums of a route as figures and cells: as its card and the table of all routes word them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.publication.content import Cell, Figure
from ui.content import cells
from ui.sections.routes import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.publication.content import Basis
    from ui.link.view import View

    Row = Mapping[str, Any]


def sum_figure(view: View, row: Row, word: str) -> Figure:
    """Give a sum of a route as a figure: its range, and how many parts of it are not known."""
    name = words.FIGURES[word][0]
    basis: Basis = row[f"{name}_basis"] or "missing"
    return Figure(
        id=word,
        name=words.sum_title(view, word),
        text=words.amount(view, row, word),
        range_text=words.sum_band(view, row, word),
        basis=basis,
        doubt=words.unknown(view, row[f"{name}_gaps"]),
    )


def sum_cell(view: View, row: Row, word: str) -> Cell:
    """Write a sum of a route, its range in brackets."""
    name = words.FIGURES[word][0]
    if word in words.COUNTED:
        return cells.count(view, row[f"{name}_typical"])
    told = sum_figure(view, row, word)
    text = f"{told.text} ({told.range_text})" if told.range_text else told.text
    number = None if told.basis == "missing" else row[f"{name}_typical"]
    return Cell(text=text, number=number, basis=told.basis)


def usual_cell(view: View, practice: Row | None, criterion: str, unit: str) -> Cell:
    """Write the middle of journeys in practice, their range in brackets; empty where it is not worked out."""
    told = cells.in_practice(view, "", practice, criterion, unit)
    if practice is None or told.basis == "missing":
        return Cell(text="")
    return Cell(
        text=f"{told.text} ({told.range_text})", number=practice[f"{criterion}_p50"], basis="modelled"
    )
