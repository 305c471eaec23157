"""What the best set of works saves, by how many works, beside the set that is found step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from babel.lists import format_list

from corridor.charts import sources
from corridor.charts.axis import axis, named_axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Series
from corridor.charts.figures import HOURS_PER_DAY, axis_unit
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language import names
from corridor.language.labels import WORK
from corridor.language.text import LOCALES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.language.reader import Reader

    Row = Mapping[str, Any]


def portfolio_bars(reader: Reader, rows: Sequence[Row], *, title: str) -> Chart:
    """
    Draw a bar for the best set of each size, and a level mark for the set found step by step.

    Parameters
    ----------
    reader
        For whom.
    rows
        Rows of `corridor.columns.lab.PORTFOLIOS`; the row of no works is left out.
    title
        What the chart shows.

    Raises
    ------
    corridor.errors.ChartError
        If no set saves anything.
    """
    _ = reader.words.gettext
    sizes = [row for row in rows if row["works"]]
    if not any(row["saved"] for row in sizes):
        raise ChartError("chart-empty-portfolios")
    best = tuple(_mark(reader, row, "saved", "chosen") for row in sizes)
    steps = tuple(_mark(reader, row, "greedy_saved", "greedy") for row in sizes)
    series = (
        Series(name=_("best set"), kind="bar", marks=best, tone="range"),
        Series(name=_("step by step"), kind="point", marks=steps, tone="capacity"),
    )
    return Chart(
        name="portfolios",
        title=title,
        caption=_("Mean time saved over the pairs of places, by number of works"),
        mark_title=_("Works"),
        at_title=_("Number of works"),
        across=named_axis(
            [fmt.number(row["works"], reader.lang) for row in sizes], title=_("Number of works"), first=1.0
        ),
        panels=(
            Panel(
                up=axis(
                    [mark.typical or 0.0 for mark in best],
                    title=_("Time saved"),
                    unit=axis_unit(reader, "time"),
                    write=lambda value: fmt.number(value, reader.lang),
                ),
                series=series,
            ),
        ),
        keys=tuple(Key(part.name, part.kind, part.tone) for part in series),
        source=sources.cited(reader),
        lang=reader.lang,
    )


def work_name(reader: Reader, work_id: str) -> str:
    """Name a work: an upgrade, a leg by its ends, a place, or work at a place by its kind."""
    data = reader.dataset
    if data.has("upgrades", work_id):
        return reader.words.name(data.record("upgrades", work_id))
    if data.has("legs", work_id):
        return names.subject(reader, "leg", work_id)
    work, colon, node = work_id.partition(":")
    if colon and work in WORK and data.has("nodes", node):
        return f"{reader.words.gettext(WORK[work])}: {names.node(reader, node)}"
    return names.node(reader, work_id) if data.has("nodes", work_id) else work_id


def _mark(reader: Reader, row: Row, saved: str, works: str) -> Mark:
    """Mark one set."""
    listed = format_list([work_name(reader, work) for work in row[works]], locale=LOCALES[reader.lang])
    text = fmt.quantity(row[saved] / HOURS_PER_DAY, "d", reader.lang, digits=2)
    return Mark(
        name=listed or "–",
        at=float(row["works"]),
        at_text=fmt.number(row["works"], reader.lang),
        typical=row[saved] / HOURS_PER_DAY,
        text=text,
        label=f"{listed}: {text}" if listed else text,
        short=text if saved == "saved" else "",
        basis="modelled",
        tone="range" if saved == "saved" else "capacity",
        width=0.6 if saved == "saved" else 0.8,
    )
