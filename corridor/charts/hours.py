"""Where the time of routes goes: a bar a route, made of its hours by kind of work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts import sources
from corridor.charts.axis import axis, named_axis
from corridor.charts.chart import Chart, Key, Mark, Panel, Series, Target
from corridor.charts.figures import FIGURES, HOURS_PER_DAY, axis_unit
from corridor.language import format as fmt
from corridor.language.amounts import size, size_band
from corridor.language.labels import WORK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.language.reader import Reader

    Row = Mapping[str, Any]

MOVING = "moving"
KINDS = (MOVING, *WORK)


def hours(reader: Reader, rows: Sequence[Row], names: Mapping[str, str], *, title: str) -> Chart:
    """
    Draw a bar for each route, made of its hours by kind.

    Parameters
    ----------
    reader
        For whom.
    rows
        Rows of `corridor.routing.comparison.hours_by_kind`.
    names
        By route id: its name, in the order of the bars.
    title
        What the chart shows.

    Returns
    -------
    Chart
        A chart on its side, in days, with a series for each kind. Only the known parts are in a bar.
    """
    _ = reader.words.gettext
    routes = list(names)
    ends = dict.fromkeys(routes, 0.0)
    series = []
    for kind in KINDS:
        marks = []
        for row in rows:
            route, days = row["route_id"], row["typical"] / HOURS_PER_DAY
            if row["kind"] != kind or route not in ends or not days:
                continue
            text = size(row["typical"], "h", "modelled", reader.lang)
            ranged = (row["low"], row["high"])
            marks.append(
                Mark(
                    name=names[route],
                    at=float(routes.index(route)),
                    base=ends[route],
                    low=ranged[0] / HOURS_PER_DAY,
                    typical=days,
                    high=ranged[1] / HOURS_PER_DAY,
                    text=text,
                    short=text,
                    range_text=size_band(*ranged, "h", "modelled", reader.lang, beside=row["typical"])
                    if ranged[0] != ranged[1]
                    else "",
                    label=f"{kind_label(reader, kind)}: {text}",
                    basis="modelled",
                    gaps=row["gaps"],
                    target=Target("route", route),
                    tone=kind,
                    width=0.6,
                )
            )
            ends[route] += days
        if marks:
            series.append(
                Series(
                    name=kind_label(reader, kind),
                    kind="bar",
                    marks=tuple(marks),
                    tone=kind,
                    is_stacked=True,
                )
            )
    up = axis(
        list(ends.values()),
        title=_(FIGURES["time"].title),
        unit=axis_unit(reader, "time"),
        write=lambda value: fmt.number(value, reader.lang),
    )
    return Chart(
        name="hours",
        mark_title=_("Route"),
        at_title="",
        title=title,
        caption=_("Hours by kind of work, sums of the known parts"),
        across=named_axis([names[route] for route in routes], title=_("Route")),
        panels=(Panel(up=up, series=tuple(series)),),
        keys=tuple(Key(mark.name, "bar", mark.tone) for mark in series),
        is_sideways=True,
        source=sources.cited(reader),
        lang=reader.lang,
    )


def kind_label(reader: Reader, kind: str) -> str:
    """Word a kind of part."""
    _ = reader.words.gettext
    return _("moving") if kind == MOVING else _(WORK[kind])
