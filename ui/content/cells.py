"""Cells and figures of a view: a value as the page words it, with its number, its basis and its claims."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.publication.content import Cell, Figure
from ui.chain.totals import band_words, typical
from ui.evidence import wording
from ui.language import format as fmt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.evidence.claims import Estimate
    from corridor.publication.content import Basis
    from ui.link.view import View

    Row = Mapping[str, Any]


def words(text: object) -> Cell:
    """Give a cell of plain words; empty for None."""
    return Cell(text="" if text is None else str(text))


def count(view: View, number: float | None) -> Cell:
    """Give a cell with a count; empty for None."""
    return Cell(text="" if number is None else fmt.number(number, view.lang), number=number)


def estimated(view: View, estimate: Estimate) -> Cell:
    """Give a cell with a figure and, in brackets, its range, as its chip on the page has them."""
    band = wording.band(view, estimate) if wording.is_band_shown(view, estimate) else ""
    told = wording.figure(view, estimate)
    return Cell(
        text=f"{told} ({band})" if band else told,
        number=estimate.typical,
        basis=estimate.basis,
        claims=estimate.spoke,
    )


def sized(view: View, value: float | None, unit: str, basis: Basis) -> Cell:
    """Give a cell with an amount, no finer than its basis allows; "not known" for None."""
    if value is None or basis == "missing":
        return Cell(text=view.words.gettext("not known"), basis="missing")
    return Cell(text=wording.size(view, value, unit, basis), number=value, basis=basis)


def total(view: View, row: Row) -> Cell:
    """Give a cell with the total of a chain and, in brackets, its range."""
    band, told = band_words(view, row), typical(view, row)
    return Cell(text=f"{told} ({band})" if band else told, number=row["typical"], basis=row["basis"])


def headline(view: View, name: str, estimate: Estimate) -> Figure:
    """Give an estimate as a headline figure."""
    band = wording.band(view, estimate) if wording.is_band_shown(view, estimate) else ""
    return Figure(
        name=name,
        text=wording.figure(view, estimate),
        range_text=band,
        basis=estimate.basis,
        claims=estimate.spoke,
    )


def in_practice(view: View, name: str, row: Row | None, criterion: str, unit: str) -> Figure:
    """Give the middle of journeys in practice, with the range that holds 8 of 10 of them."""
    ends = [row.get(f"{criterion}_{end}") if row else None for end in ("p10", "p50", "p90")]
    low, middle, high = (None if end is None or end != end else float(end) for end in ends)  # noqa: PLR0124 - no number
    if low is None or middle is None or high is None:
        return Figure(name=name, text=view.words.gettext("not known"), basis="missing")
    band = wording.size_band(view, low, high, unit, "modelled", beside=middle)
    return Figure(
        name=name,
        text=wording.size(view, middle, unit, "modelled"),
        range_text=view.words.gettext("{band}, 8 of 10").format(band=band),
        basis="modelled",
    )
