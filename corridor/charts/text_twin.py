"""A chart in words: a table with a row for each mark, for those who do not see it and for plain terminals."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.language.labels import BASIS
from corridor.language.text import Words

if TYPE_CHECKING:
    from corridor.charts.chart import Chart, Mark


@dataclass(frozen=True, kw_only=True)
class TextTwin:
    """Title, headings and rows of texts; every row has a text for each heading."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    source: str = ""


def text_twin(chart: Chart) -> TextTwin:
    """
    Tell a chart as a table: the same texts as stand at its marks.

    Parameters
    ----------
    chart
        The chart.

    Returns
    -------
    TextTwin
        A row for each mark, in the language of the chart. Marks of the same name and place in several panels
        share a row. What has no place on the chart stands last.
    """
    kinds = {series.kind for panel in chart.panels for series in panel.series}
    return _of_grid(chart) if "cell" in kinds else _of_dots(chart) if "dot" in kinds else _of_marks(chart)


def _of_marks(chart: Chart) -> TextTwin:
    """Tell a chart mark by mark."""
    _ = Words(chart.lang).gettext
    rows: dict[tuple[str, int, str, str], list[Mark | None]] = {}
    for at, panel in enumerate(chart.panels):
        for series in panel.series:
            if series.kind == "area":
                continue
            for number, mark in enumerate(series.marks):
                key = (series.name if len(panel.series) > 1 else "", number, mark.name, mark.at_text)
                row = rows.setdefault(key, [None] * len(chart.panels))
                row[at] = mark
    several = len({name for name, _number, _mark, _place in rows}) > 1
    columns = [*([_("Series")] if several else []), chart.mark_title]
    columns += [chart.at_title] if chart.at_title else []
    for panel in chart.panels:
        columns += [panel.up.title, _("Range")]
    table = []
    for (name, _number, mark_name, _place), found in rows.items():
        first = next(mark for mark in found if mark is not None)
        cells = [*([name] if several else []), mark_name, *([first.at_text] if chart.at_title else [])]
        for one in found:
            cells += [one.text, one.range_text] if one else ["", ""]
        bases = dict.fromkeys(one.basis for one in found if one and one.basis)
        table.append((*cells, ", ".join(_(BASIS[basis]) for basis in bases)))
    for one in chart.apart:
        rest = [""] * (2 * len(chart.panels) - 1)
        cells = [
            *([chart.apart_title] if several else []),
            one.name,
            *([one.at_text] if chart.at_title else []),
        ]
        table.append((*cells, one.text, *rest, _(BASIS[one.basis]) if one.basis else ""))
    return TextTwin(title=chart.title, columns=(*columns, _("Basis")), rows=tuple(table), source=chart.source)


def _of_grid(chart: Chart) -> TextTwin:
    """Tell a grid as a table: a row for each name, a column for each name of the other axis."""
    up = chart.panels[0].up
    cells = {(mark.at, mark.typical): mark.text for mark in chart.marks}
    return TextTwin(
        title=chart.title,
        columns=(chart.mark_title, *up.texts),
        rows=tuple(
            (name, *(cells.get((at, tick), "") for tick in up.ticks))
            for at, name in zip(chart.across.ticks, chart.across.texts, strict=True)
        ),
        source=chart.source,
    )


def _of_dots(chart: Chart) -> TextTwin:
    """Tell stacks of dots as a table: how many of a row have each value, then its middle and range."""
    _ = Words(chart.lang).gettext
    table = []
    for series in chart.panels[0].series:
        if series.kind == "dot":
            counts = Counter((mark.name, mark.text) for mark in series.marks)
            table += [(name, text, str(count), "") for (name, text), count in counts.items()]
        else:
            table += [(mark.name, mark.text, series.name, mark.range_text) for mark in series.marks]
    columns = (chart.mark_title, chart.panels[0].up.title, _("Journeys"), _("Range"))
    return TextTwin(title=chart.title, columns=columns, rows=tuple(table), source=chart.source)


def as_lines(twin: TextTwin) -> list[str]:
    """Write a table in words as lines with columns of even width."""
    table = [twin.columns, *twin.rows]
    widths = [max(len(row[at]) for row in table) for at in range(len(twin.columns))]
    lines = [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in table
    ]
    return [twin.title, "", *lines, *(["", twin.source] if twin.source else [])]
