"""What a sheet merges, hides and computes, out of its XML; the values are read elsewhere."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import coordinate_to_tuple
from openpyxl.xml.functions import iterparse

_TRUE = frozenset({"1", "true"})


@dataclass
class Layout:
    """
    What the values alone do not tell.

    Attributes
    ----------
    merged
        Ranges of merged cells, such as "M2:M3".
    hidden_rows
        Their numbers.
    hidden_columns
        First and last number of each run of them.
    formulas
        Cells with a formula whose value was saved, as (row, column).
    unsaved
        Formulas without a saved value, by (row, column).
    """

    merged: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    unsaved: dict[tuple[int, int], str] = field(default_factory=dict)


def layout_of(content: bytes) -> Layout:
    """
    Read the layout of a sheet.

    Parameters
    ----------
    content
        The XML of the sheet, free of definitions of its own.

    Returns
    -------
    Layout
        What it merges, hides and computes.
    """
    layout = Layout()
    row = column = 0
    for event, element in iterparse(io.BytesIO(content), events=("start", "end")):
        name = element.tag.rpartition("}")[2]
        if event == "start":
            if name == "row":
                row, column = _number(element.get("r"), row + 1), 0
            elif name == "c":
                column = _column(element.get("r"), column + 1)
            continue
        if name == "c":
            _formula(element, (row, column), layout)
            element.clear()
        elif name == "row":
            if element.get("hidden") in _TRUE:
                layout.hidden_rows.append(row)
            element.clear()
        elif name == "col" and element.get("hidden") in _TRUE:
            layout.hidden_columns.append((_number(element.get("min"), 0), _number(element.get("max"), 0)))
        elif name == "mergeCell":
            layout.merged.append(element.get("ref") or "")
    return layout


def _formula(cell: Any, place: tuple[int, int], layout: Layout) -> None:
    """
    Keep a formula.

    A formula that gives an empty text is saved as a text (t="str") without content; one that was never
    computed is saved without type and without content.
    """
    parts = {part.tag.rpartition("}")[2]: part for part in cell}
    if "f" not in parts:
        return
    has_value = cell.get("t") in {"str", "inlineStr"} or ("v" in parts and bool(parts["v"].text))
    if has_value:
        layout.formulas.add(place)
    else:
        layout.unsaved[place] = f"={parts['f'].text or ''}"


def _number(text: str | None, otherwise: int) -> int:
    """Row or column number of an attribute."""
    return int(text) if text and text.isascii() and text.isdigit() else otherwise


def _column(address: str | None, otherwise: int) -> int:
    """Column number of a cell's address."""
    return coordinate_to_tuple(address)[1] if address else otherwise
