"""Where each part of a chart stands on a sheet: title, legend, fields with their axes, source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.drawing import Area, Box, Disc, Line, spelled
from corridor.charts.marks import draw_series, label_series, placing
from corridor.charts.notes import draw_notes, room_for_notes, spots_of
from corridor.charts.reported import in_label_order
from corridor.charts.rows import fill_rows
from corridor.charts.sheet import MARGIN, Sheet
from corridor.charts.signs import KINDS, draw_key
from corridor.charts.tones import colour, leg_or_work, route
from corridor.picture.lettering import width_px, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.charts.axis import Axis
    from corridor.charts.chart import Chart, Key, Panel
    from corridor.charts.drawing import Drawing, Point
    from corridor.charts.marks import Field

MIN_WIDTH, MIN_HEIGHT = 480, 360
MAX_WIDTH, MAX_HEIGHT = 2400, 2400
WIDTH, HEIGHT = 960, 600
_SLIDE_HEIGHT, _SLIDE_PANEL = 380, 150
_PAPER_HEIGHT, _PAPER_ROW, _PAPER_REST, _MAX_PAPER_HEIGHT = 540, 26, 130, 1200

_TITLE, _CAPTION, _KEY, _TICK, _SOURCE = 20.0, 13.0, 12.5, 12.0, 11.0
_SWATCH, _NAME_ROW = 24.0, 17.0
_PANEL_GAP, _HEADING = 12.0, 27.0
_MOST_NAMES_SHARE = 0.34
_HEAD_LINES = 3
_LEAST_FIELD_SHARE = 0.45
_WANTED_LINES = ((3, 3), (2, 2), (1, 2), (0, 1), (0, 0))


def lay_out(chart: Chart, *, width: int = WIDTH, height: int = HEIGHT, is_dark: bool = False) -> Drawing:
    """
    Lay a chart out on a sheet.

    Parameters
    ----------
    chart
        The chart.
    width, height
        Size of the sheet in pixels, within `MIN_WIDTH` to `MAX_WIDTH` and `MIN_HEIGHT` to `MAX_HEIGHT`.
    is_dark
        Whether it is drawn light on dark.

    Returns
    -------
    Drawing
        Shapes and texts. What has no room (a second tick, the name of a small place) is left out; title,
        headings of the axes and source are always there, cut at the width of the sheet.
    """
    sheet = Sheet(width=width, height=height, is_dark=is_dark)
    strip, frame = room_for_notes(chart, _around(sheet, chart))
    if chart.panels[0].up.is_dates:
        spots = fill_rows(sheet, chart, frame)
    elif chart.is_sideways:
        spots = _fill_sideways(sheet, chart, frame)
    else:
        spots = _fill_upright(sheet, chart, frame)
    draw_notes(sheet, chart, strip, spots)
    return sheet.finished(title=chart.title, description=chart.caption, lang=chart.lang)


def height_on_paper(chart: Chart) -> int:
    """
    Give the height at which a chart is drawn for a sheet of paper that stands.

    Two charts lie on one sheet; one of many rows gets as much of a sheet as its letters need.
    """
    return min(max(_PAPER_HEIGHT, _height_of_rows(chart)), _MAX_PAPER_HEIGHT)


def size_on_slide(chart: Chart, shape: float) -> tuple[int, int]:
    """
    Give the width and height at which a chart fills a low room of a slide with letters as large as can be.

    Parameters
    ----------
    chart
        The chart.
    shape
        Width of the room by its height.
    """
    height = min(max(_SLIDE_HEIGHT, _SLIDE_PANEL * len(chart.panels), _height_of_rows(chart)), HEIGHT)
    return min(max(WIDTH, int(height * shape)), MAX_WIDTH), height


def _height_of_rows(chart: Chart) -> int:
    """Give the height that the rows of a chart need; none for a chart that has no rows."""
    if not chart.is_sideways and not chart.panels[0].up.is_dates:
        return 0
    return _PAPER_ROW * (len(chart.across.ticks) + len(chart.stretches)) + _PAPER_REST


def _around(sheet: Sheet, chart: Chart) -> Box:
    """Write what stands above and below the fields; give the room between."""
    source = sheet.lines(chart.source, _SOURCE, most=2)
    bottom = sheet.height - 16 - 15 * len(source)
    for at, line in enumerate(source):
        sheet.write(line, (MARGIN, bottom + 12 + 15 * at), _SOURCE, colour=sheet.soft)
    title = sheet.lines(chart.title, _TITLE, most=2, is_bold=True)
    y = 12.0
    for line in title:
        y += 26
        sheet.write(line, (MARGIN, y), _TITLE, is_bold=True)
    rows = _key_rows(sheet, chart.keys)
    words = " ".join(filter(None, (chart.finding, chart.caption)))
    for caption_lines, key_rows in _WANTED_LINES:
        caption = sheet.lines(words, _CAPTION, most=caption_lines)
        top = y + 18 * len(caption) + 22 * min(len(rows), key_rows) + 14
        if bottom - top >= _LEAST_FIELD_SHARE * sheet.height + 40:
            break
    for line in caption:
        y += 18
        sheet.write(line, (MARGIN, y + 4), _CAPTION, colour=sheet.soft)
    for row in rows[:key_rows]:
        y += 22
        _draw_keys(sheet, row, y + 6)
    return Box(MARGIN, y + 16, sheet.width - MARGIN, bottom - 4)


def _key_rows(sheet: Sheet, keys: Sequence[Key]) -> list[list[Key]]:
    """Put the legend into rows as wide as the sheet."""
    rows: list[list[Key]] = []
    room = 0.0
    for key in keys:
        wide = min(_SWATCH + 26 + width_px(spelled(key.name), _KEY), sheet.width - 2 * MARGIN)
        if wide > room:
            rows.append([])
            room = sheet.width - 2 * MARGIN
        rows[-1].append(key)
        room -= wide
    return rows


def _draw_keys(sheet: Sheet, keys: Sequence[Key], y: float) -> None:
    """Draw one row of the legend; y is its base line."""
    x = MARGIN
    for key in keys:
        _draw_key(sheet, key, x, y - 4)
        most = sheet.width - 2 * MARGIN - _SWATCH - 8
        sheet.write(key.name, (x + _SWATCH + 6, y), _KEY, colour=sheet.soft, most=most)
        x += _SWATCH + 26 + width_px(spelled(key.name), _KEY)


def _draw_key(sheet: Sheet, key: Key, x: float, y: float) -> None:
    """Draw the sign of one entry of the legend as wide as a swatch."""
    if key.kind in KINDS:
        draw_key(sheet, key, (x + (_SWATCH - 2) / 2, y), _SWATCH - 2)
        return
    tint = colour(key.tone, dark=sheet.is_dark)
    right = x + _SWATCH - 2
    box = ((x, y - 6), (right, y - 6), (right, y + 6), (x, y + 6))
    if key.kind == "line":
        is_route = key.tone.startswith("route-")
        look = route(key.tone, dark=sheet.is_dark) if is_route else leg_or_work(key.tone, dark=sheet.is_dark)
        sheet.draw(Line(points=((x, y), (right, y)), colour=look.colour, width=look.width, dash=look.dash))
    elif key.kind == "area":
        sheet.draw(Area(points=box, colour=tint, opacity=0.16))
    elif key.kind == "point" and key.tone.startswith("capacity"):
        dash = (5.0, 4.0) if key.is_hollow else ()
        sheet.draw(Line(points=((x, y), (right, y)), colour=tint, width=3, dash=dash))
    elif key.kind in {"point", "dot"}:
        fill = sheet.paper if key.is_hollow else tint
        sheet.draw(Disc(x=x + _SWATCH / 2, y=y, radius=5.5, colour=fill, edge=tint))
    elif key.kind == "cell" and key.sign:
        sheet.write(
            key.sign, (x + _SWATCH / 2, y + 4), _KEY, colour=sheet.soft, is_bold=True, anchor="middle"
        )
    elif key.is_hollow:
        sheet.draw(Area(points=box, colour=sheet.paper, edge=tint, edge_width=1.5, dash=(4.0, 3.0)))
    else:
        sheet.draw(Area(points=box, colour=tint, opacity=0.85))


def _fill_upright(sheet: Sheet, chart: Chart, frame: Box) -> dict[str, Point]:
    """Draw the fields above each other over one axis; give the pixels of the points."""
    texts = [text for panel in chart.panels for text in panel.up.texts]
    left = frame.left + max((width_px(spelled(text), _TICK) for text in texts), default=0.0) + 10
    right = frame.right - 14
    names = 2 if chart.places else 0
    bottom = frame.bottom - 40 - 18 * names
    shares = [2.0 if at == 0 else 1.0 for at, _panel in enumerate(chart.panels)]
    room = bottom - frame.top - len(shares) * _HEADING - (len(shares) - 1) * _PANEL_GAP
    top = frame.top
    fields: list[tuple[Panel, Field]] = []
    for panel, share in zip(chart.panels, shares, strict=True):
        heading = " · ".join(filter(None, (panel.up.heading, panel.note)))
        sheet.write(heading, (frame.left, top + 12), _KEY, is_bold=True, most=right - frame.left)
        top += _HEADING
        field = (left, top, right, top + room * share / sum(shares))
        fields.append((panel, field))
        top = field[3] + _PANEL_GAP
    for panel, field in fields:
        _draw_stretches(sheet, chart, field)
        _draw_level_grid(sheet, panel.up, field)
        for series in panel.series:
            draw_series(sheet, series, chart.across, panel.up, field)
        _draw_edges(sheet, field)
    _write_foot(sheet, chart, fields[-1][1], names)
    for panel, field in fields:
        for series in in_label_order(panel.series):
            label_series(sheet, series, chart.across, panel.up, field)
    spots: dict[str, Point] = {}
    for panel, field in fields:
        place = placing(chart.across, panel.up, field, is_sideways=False)
        here = [spots_of(series, place, is_inside=False) for series in panel.series]
        spots = {name: at for found in here for name, at in found.items()} | spots
    return spots


def _draw_stretches(sheet: Sheet, chart: Chart, field: Field) -> None:
    """Set parts of the axis across apart."""
    left, top, right, bottom = field
    for stretch in chart.stretches:
        x = left + (right - left) * chart.across.percent(stretch.start) / 100
        sheet.draw(Line(points=((x, top), (x, bottom)), colour=sheet.soft, width=1, dash=(4.0, 4.0)))
        sheet.write(stretch.name, (x + 5, top + 10), _SOURCE, colour=sheet.soft)


def _draw_level_grid(sheet: Sheet, up: Axis, field: Field) -> None:
    """Draw a level line at each tick of the axis upwards, with its text."""
    left, top, right, bottom = field
    for value, text in zip(up.ticks, up.texts, strict=True):
        y = bottom - (bottom - top) * up.percent(value) / 100
        sheet.draw(Line(points=((left, y), (right, y)), colour=sheet.rule, width=1))
        sheet.write(text, (left - 7, y + 4), _TICK, colour=sheet.soft, anchor="end")


def _draw_edges(sheet: Sheet, field: Field) -> None:
    """Draw the two axes of a field."""
    left, top, right, bottom = field
    points = ((left, top), (left, bottom), (right, bottom))
    sheet.draw(Line(points=points, colour=sheet.soft, width=1.5))


def _write_foot(sheet: Sheet, chart: Chart, field: Field, name_rows: int) -> None:
    """Write the ticks of the axis across, the names of places, and its heading."""
    left, _top, right, bottom = field

    def across(value: float) -> float:
        return left + (right - left) * chart.across.percent(value) / 100

    heading = chart.across.heading
    y = bottom + 34 + 18 * name_rows
    sheet.write(heading, (right, y), _KEY, is_bold=True, anchor="end", most=right - left)
    for value, text in zip(chart.across.ticks, chart.across.texts, strict=True):
        x = across(value)
        wide = width_px(spelled(text), _TICK) / 2
        middle = min(max(x, MARGIN / 2 + wide), sheet.width - MARGIN / 2 - wide)
        if sheet.write(text, (middle, bottom + 16), _TICK, colour=sheet.soft, anchor="middle"):
            sheet.draw(Line(points=((x, bottom), (x, bottom + 4)), colour=sheet.soft, width=1))
    for place in chart.places:
        x = across(place.at)
        wide = width_px(spelled(place.name), _TICK) / 2
        middle = min(max(x, left + wide), right - wide) if 2 * wide < right - left else (left + right) / 2
        places = [(middle, bottom + 34 + 17 * row) for row in range(name_rows)]
        sheet.write_at_first(place.name, places, _TICK, anchor="middle")


def _fill_sideways(sheet: Sheet, chart: Chart, frame: Box) -> dict[str, Point]:
    """Draw one field with names at its left and values to the right; give the pixels of the points."""
    panel, names = chart.panels[0], chart.across
    most = _MOST_NAMES_SHARE * (frame.right - frame.left)
    widest = max((width_px(spelled(text), _TICK) for text in names.texts), default=0.0)
    is_grid = panel.up.is_named
    left, right = frame.left + min(widest, most) + 10, frame.right - 14
    slot = (right - left) / max(1, len(panel.up.ticks)) - 6
    heads = [
        wrapped(spelled(text), slot, _TICK, most_lines=_HEAD_LINES) if is_grid else [text]
        for text in panel.up.texts
    ]
    head_room = 8 + 16 * max(map(len, heads), default=1) if is_grid else 4
    field = (left, frame.top + head_room, right, frame.bottom - (4 if is_grid else 40))
    left, top, right, bottom = field
    for value, lines in zip(panel.up.ticks, heads, strict=True):
        x = left + (right - left) * panel.up.percent(value) / 100
        if not is_grid:
            sheet.draw(Line(points=((x, top), (x, bottom)), colour=sheet.rule, width=1))
        wide = max((width_px(spelled(text), _TICK) for text in lines), default=0.0) / 2
        middle = min(x, sheet.width - MARGIN / 2 - wide)
        for at, text in enumerate(lines):
            y = top - 8 - 16 * (len(lines) - 1 - at) if is_grid else bottom + 16
            sheet.write(text, (middle, y), _TICK, colour=sheet.soft, anchor="middle")
    most_lines = 2 if (bottom - top) / max(len(names.ticks), 1) > 2 * _NAME_ROW else 1
    for value, text in zip(names.ticks, names.texts, strict=True):
        y = top + (bottom - top) * names.percent(value) / 100
        name = wrapped(spelled(text), most, _TICK, most_lines=most_lines)
        for row, line in enumerate(name):
            below = (row - (len(name) - 1) / 2) * _NAME_ROW
            sheet.write(line, (left - 8, y + 4 + below), _TICK, anchor="end", most=most)
    if not is_grid:
        sheet.write(
            panel.up.heading, (right, bottom + 34), _KEY, is_bold=True, anchor="end", most=right - left
        )
    for series in panel.series:
        draw_series(sheet, series, names, panel.up, field, is_sideways=True)
    if not is_grid:
        _draw_edges(sheet, field)
    for series in panel.series:
        label_series(sheet, series, names, panel.up, field, is_sideways=True)
    place = placing(names, panel.up, field, is_sideways=True)
    return {
        name: at for series in panel.series for name, at in spots_of(series, place, is_inside=True).items()
    }
