"""A grid of answers: a row a pair of places, a column a scenario and date, in each the days it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corridor.charts import sources
from corridor.charts.axis import named_axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Series
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language.amounts import size
from corridor.language.text import N_

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.language.reader import Reader

_HOURS_PER_DAY, _MAX_MORE_H = 24.0, 72.0
TONES: Mapping[str, str] = {
    "heat-less": N_("a quarter of a day or more less than in the first column"),
    "heat-same": N_("about as in the first column"),
    "heat-more": N_("a quarter of a day to three days more"),
    "heat-most": N_("more than three days more"),
    "heat-none": N_("no route, or its time is not known"),
}
_NOTICED_H = 6.0


class Cell(NamedTuple):
    """One answer: its row and its column, and the hours of its best route; None where there are none."""

    row: str
    column: str
    hours: float | None


def heat(reader: Reader, cells: Sequence[Cell], *, title: str, unit_title: str) -> Chart:
    """
    Draw a field for each answer.

    Parameters
    ----------
    reader
        For whom.
    cells
        The answers, row by row; the first column is the one that the others are held against.
    title
        What the chart shows.
    unit_title
        What the numbers in the fields are.

    Raises
    ------
    corridor.errors.ChartError
        If there is no answer.
    """
    _ = reader.words.gettext
    if not cells:
        raise ChartError("chart-empty-heat")
    names = list(dict.fromkeys(cell.row for cell in cells))
    columns = list(dict.fromkeys(cell.column for cell in cells))
    first = {cell.row: cell.hours for cell in cells if cell.column == columns[0]}
    marks: dict[str, list[Mark]] = {tone: [] for tone in TONES}
    for cell in cells:
        tone = _tone(cell.hours, first.get(cell.row))
        text = _("not known") if cell.hours is None else size(cell.hours, "h", "modelled", reader.lang)
        short = "–" if cell.hours is None else fmt.number(cell.hours / _HOURS_PER_DAY, reader.lang, digits=2)
        marks[tone].append(
            Mark(
                name=cell.row,
                at=float(names.index(cell.row)),
                at_text=cell.column,
                typical=float(columns.index(cell.column)),
                text=text,
                short=short,
                label=f"{cell.row}, {cell.column}: {text}",
                basis="missing" if cell.hours is None else "modelled",
                tone=tone,
                width=1.0,
                is_hollow=cell.hours is None,
            )
        )
    return Chart(
        name="heat",
        title=title,
        caption=unit_title,
        mark_title=_("Pair"),
        at_title=_("Scenario"),
        across=named_axis(names, title=_("Pair")),
        panels=(
            Panel(
                up=named_axis(columns, title=_("Scenario")),
                series=tuple(
                    Series(name=_(TONES[tone]), kind="cell", marks=tuple(some), tone=tone)
                    for tone, some in marks.items()
                    if some
                ),
            ),
        ),
        keys=tuple(
            Key(
                _(words), "cell", tone, is_hollow=tone == "heat-none", sign="–" if tone == "heat-none" else ""
            )
            for tone, words in TONES.items()
            if marks[tone]
        ),
        is_sideways=True,
        source=sources.cited(reader),
        lang=reader.lang,
    )


def _tone(hours: float | None, first: float | None) -> str:
    """Tell a field from the first one of its row."""
    if hours is None:
        return "heat-none"
    more = hours - (hours if first is None else first)
    if abs(more) < _NOTICED_H:
        return "heat-same"
    if more < 0:
        return "heat-less"
    return "heat-more" if more <= _MAX_MORE_H else "heat-most"
