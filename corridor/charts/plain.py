"""A chart as plain values: for programs as JSON, and as the table that office programs draw charts from."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from corridor.charts.chart import Chart, Panel


@dataclass(frozen=True, kw_only=True)
class PlainSeries:
    """One series: a value for each category, or for each place on the axis across; None where unknown."""

    name: str
    values: tuple[float | None, ...]
    lows: tuple[float | None, ...]
    highs: tuple[float | None, ...]
    at: tuple[float, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PlainTable:
    """
    The figures of one panel, as chart programs want them.

    Attributes
    ----------
    kind
        "categories" (one value for each category: bars) or "xy" (pairs: points, lines, steps).
    categories
        Names of the categories; empty for pairs.
    across, up
        Titles of the axes with their units.
    """

    kind: str
    categories: tuple[str, ...]
    series: tuple[PlainSeries, ...]
    across: str
    up: str


def plain_tables(chart: Chart) -> tuple[PlainTable, ...]:
    """
    Give the figures of each panel of a chart as categories and series.

    `python-pptx` takes them as they are: ``CategoryChartData`` for the kind "categories", ``XyChartData`` for
    "xy".

    Parameters
    ----------
    chart
        The chart.

    Returns
    -------
    tuple of PlainTable
        One for each panel.
    """
    return tuple(
        _by_category(chart, panel) if chart.across.is_named else _pairs(chart, panel)
        for panel in chart.panels
    )


def as_plain(chart: Chart) -> dict[str, Any]:
    """
    Lay a chart out as plain values, as the command line and the HTTP API write it.

    Parameters
    ----------
    chart
        The chart.

    Returns
    -------
    dict
        Every field of `corridor.charts.chart.Chart`, mappings and lists all the way down.
    """
    plain: dict[str, Any] = asdict(chart)
    return plain


def _by_category(chart: Chart, panel: Panel) -> PlainTable:
    """Give each series a value for each name; further marks of one name make a series of their own."""
    found: list[PlainSeries] = []
    for series in panel.series:
        if series.kind == "area":
            continue
        rows: list[dict[float, Any]] = []
        for mark in series.marks:
            at = min(chart.across.ticks, key=lambda tick: abs(tick - mark.at))
            row = next((line for line in rows if at not in line), None)
            if row is None:
                row = {}
                rows.append(row)
            row[at] = mark
        for row in rows:
            marks = [row.get(tick) for tick in chart.across.ticks]
            found.append(
                PlainSeries(
                    name=series.name,
                    values=tuple(mark and mark.typical for mark in marks),
                    lows=tuple(mark and mark.low for mark in marks),
                    highs=tuple(mark and mark.high for mark in marks),
                )
            )
    return PlainTable(
        kind="categories",
        categories=chart.across.texts,
        series=tuple(found),
        across=chart.across.heading,
        up=panel.up.heading,
    )


def _pairs(chart: Chart, panel: Panel) -> PlainTable:
    """Give each series its pairs."""
    found = [
        PlainSeries(
            name=series.name,
            at=tuple(mark.at for mark in series.marks),
            values=tuple(mark.typical for mark in series.marks),
            lows=tuple(mark.low for mark in series.marks),
            highs=tuple(mark.high for mark in series.marks),
        )
        for series in panel.series
        if series.kind != "area"
    ]
    return PlainTable(
        kind="xy", categories=(), series=tuple(found), across=chart.across.heading, up=panel.up.heading
    )
