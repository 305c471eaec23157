"""Which hour matters most: the total of a route if one part alone varies, the widest range first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts import sources
from corridor.charts.axis import axis, named_axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Place, Series, Target
from corridor.charts.figures import HOURS_PER_DAY, axis_unit
from corridor.errors import ChartError
from corridor.language import format as fmt
from corridor.language import names
from corridor.language.amounts import size, size_band
from corridor.language.labels import WORK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

MAX_ROWS = 12


def tornado(reader: Reader, rows: Sequence[Row], *, title: str) -> Chart:
    """
    Draw the range of the total for each part of a route that varies by itself.

    Parameters
    ----------
    reader
        For whom.
    rows
        Rows of one route of `corridor.columns.lab.TORNADO`, the widest first; the first `MAX_ROWS` are
        drawn.
    title
        What the chart shows.

    Returns
    -------
    Chart
        A chart on its side, in days. What all parts share stands out.

    Raises
    ------
    corridor.errors.ChartError
        If no time of the route is known.
    """
    _ = reader.words.gettext
    if not rows:
        raise ChartError("chart-empty-tornado")
    marks = tuple(_mark(reader, row, at=float(at)) for at, row in enumerate(rows[:MAX_ROWS]))
    middle = rows[0]["p50"]
    ends = [end for mark in marks for end in (mark.low or 0.0, mark.high or 0.0)]
    up = axis(
        ends,
        from_zero=False,
        title=_("Time in practice"),
        unit=axis_unit(reader, "time"),
        write=lambda value: fmt.number(value, reader.lang),
    )
    moment = Place(
        _("middle: {value}").format(value=size(middle, "h", "modelled", reader.lang)), middle / HOURS_PER_DAY
    )
    return Chart(
        name="tornado",
        title=title,
        caption=_("Range of the whole time if this part alone varies, in 8 of 10 journeys"),
        mark_title=_("Part"),
        at_title="",
        across=named_axis([mark.name for mark in marks], title=_("Part")),
        panels=(
            Panel(
                up=up,
                series=(Series(name=_("Whole time"), kind="band", marks=marks, tone="range"),),
                moments=(moment,),
            ),
        ),
        keys=(
            Key(_("what all parts share"), "point", "range"),
            Key(_("one part"), "point", "range", is_hollow=True),
        ),
        is_sideways=True,
        source=sources.cited(reader),
        lang=reader.lang,
    )


def part_name(reader: Reader, row: Row) -> str:
    """Name a part that varies: a leg by its ends, work by its kind and place, and what all parts share."""
    _ = reader.words.gettext
    if row["kind"] == "common":
        return _("delay of the whole journey")
    if row["kind"] == "model":
        return _("the model itself")
    if row["kind"] == "leg":
        return names.subject(reader, "leg", row["leg_id"])
    return f"{_(WORK[row['work']])}: {names.node(reader, row['node_id'])}"


def _mark(reader: Reader, row: Row, *, at: float) -> Mark:
    """Mark one part."""
    name = part_name(reader, row)
    is_part = row["kind"] in {"leg", "work"}
    text = size(row["swing"], "h", "modelled", reader.lang)
    band = size_band(row["p10"], row["p90"], "h", "modelled", reader.lang, beside=row["p50"])
    return Mark(
        name=name,
        at=at,
        low=row["p10"] / HOURS_PER_DAY,
        typical=row["p50"] / HOURS_PER_DAY,
        high=row["p90"] / HOURS_PER_DAY,
        text=text,
        range_text=band,
        label=f"{name}: {text} ({band})",
        short=text,
        basis="modelled",
        target=Target("route", row["route_id"]),
        tone="range",
        is_strong=not is_part,
    )
