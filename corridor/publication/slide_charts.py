"""Native charts of a slide, which an officer can edit, where office programs can draw them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.util import Emu, Pt

from corridor.charts.plain import plain_tables
from corridor.charts.tones import colour as tone_colour
from corridor.picture import palette
from corridor.publication.slide_parts import colour
from corridor.publication.spelling import legible

if TYPE_CHECKING:
    from pptx.slide import Slide

    from corridor.charts.chart import Chart, Panel
    from corridor.charts.plain import PlainTable

_XY = {"point": XL_CHART_TYPE.XY_SCATTER, "line": XL_CHART_TYPE.XY_SCATTER_LINES_NO_MARKERS}
_XY["step"] = _XY["line"]
_SIZE = Pt(11)
MAX_PANELS = 2


def is_native(chart: Chart) -> bool:
    """Whether office programs can draw a chart: bars by name, or points and lines of one kind."""
    return len(chart.panels) <= MAX_PANELS and all(_kind(chart, panel) for panel in chart.panels)


def add_chart(slide: Slide, chart: Chart, place: tuple[int, int, int, int]) -> None:
    """Put a native chart for each panel of a chart onto a slide, one above the other."""
    left, top, width, height = place
    high = height // len(chart.panels)
    for number, (panel, table) in enumerate(zip(chart.panels, plain_tables(chart), strict=True)):
        kind = _kind(chart, panel)
        corner = (Emu(left), Emu(top + number * high), Emu(width), Emu(high))
        data = _data(table)
        frame = slide.shapes.add_chart(kind, *corner, data)
        frame._element.nvGraphicFramePr.cNvPr.set("descr", legible(f"{chart.title}. {chart.caption}"))  # noqa: SLF001
        frame.name = legible(chart.title)
        _dress(frame.chart, chart, panel, table)


def _kind(chart: Chart, panel: Panel) -> Any:
    """Kind of the native chart of a panel; None if there is none."""
    kinds = {series.kind for series in panel.series if series.kind != "area"}
    if chart.across.is_named:
        if kinds != {"bar"}:
            return None
        is_stacked = any(mark.base for series in panel.series for mark in series.marks)
        if chart.is_sideways:
            return XL_CHART_TYPE.BAR_STACKED if is_stacked else XL_CHART_TYPE.BAR_CLUSTERED
        return XL_CHART_TYPE.COLUMN_STACKED if is_stacked else XL_CHART_TYPE.COLUMN_CLUSTERED
    return _XY.get(next(iter(kinds))) if len(kinds) == 1 else None


def _data(table: PlainTable) -> Any:
    """Give the figures of a panel as python-pptx takes them."""
    if table.kind == "categories":
        data = CategoryChartData()
        data.categories = [legible(name) for name in table.categories]
        for series in table.series:
            data.add_series(legible(series.name), series.values)
        return data
    data = XyChartData()
    for series in table.series:
        found = data.add_series(legible(series.name))
        for x, y in zip(series.at, series.values, strict=True):
            if y is not None:
                found.add_data_point(x, y)
    return data


def _dress(native: Any, chart: Chart, panel: Panel, table: PlainTable) -> None:
    """Give a native chart our colours, titles of its axes and a legend."""
    native.font.size, native.font.color.rgb = _SIZE, colour(palette.INK)
    native.has_title = False
    native.has_legend = len(table.series) > 1
    if native.has_legend:
        native.legend.position, native.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    names, values = native.category_axis, native.value_axis
    for axis, words in ((names, table.across), (values, table.up)):
        if words:
            axis.has_title = True
            axis.axis_title.text_frame.text = legible(words)
            axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = _SIZE
        axis.format.line.color.rgb = colour(palette.RULE)
    values.has_major_gridlines, names.has_major_gridlines = True, False
    values.major_gridlines.format.line.color.rgb = colour(palette.RULE)
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = "#,##0.##", False
    if table.kind == "categories":
        if chart.is_sideways:
            names.reverse_order = True
        native.plots[0].gap_width = 60
        if native.plots[0].overlap == 0 and "STACKED" in str(native.chart_type):
            native.plots[0].overlap = 100
    else:
        names.tick_labels.number_format, names.tick_labels.number_format_is_linked = "#,##0.##", False
    drawn = [series for series in panel.series if series.kind != "area"]
    for at, series in enumerate(native.plots[0].series):
        source = next((each for each in drawn if each.name == table.series[at].name), drawn[0])
        tone = source.tone or (source.marks[0].tone if source.marks and source.kind != "step" else "")
        rgb = type(colour(palette.INK)).from_string(tone_colour(tone, dark=False).lstrip("#"))
        if source.kind == "bar":
            series.format.fill.solid()
            series.format.fill.fore_color.rgb = rgb
        elif source.kind == "point":
            series.format.line.fill.background()
            series.marker.style, series.marker.size = XL_MARKER_STYLE.CIRCLE, 8
            series.marker.format.fill.solid()
            series.marker.format.fill.fore_color.rgb = rgb
        else:
            series.smooth = False
            series.format.line.color.rgb, series.format.line.width = rgb, Pt(2.25)
