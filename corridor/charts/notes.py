"""A visitor's notes on a chart: which points they may name, and how they stand on the sheet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from corridor.charts.chart import ChartNote
from corridor.charts.drawing import Area, Line, Outline, spelled
from corridor.charts.drawing import Box as Room
from corridor.picture import palette
from corridor.picture.lettering import width_px, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from corridor.charts.chart import Chart, Mark, Series
    from corridor.charts.drawing import Box, Point
    from corridor.charts.sheet import Sheet

    Place = Callable[[float, float], Point]

MAX_NOTES = 3
_SIZE, _ROW, _PAD, _GAP, _LINES = 13.0, 17.0, 8.0, 12.0, 7
_HEAD, _SHORT = 9.0, 7.0
_NO_NAME = re.compile(r"[^a-z0-9]+")
Found = TypeVar("Found")
# What has no point of its own: a shaded stretch, the difference of two figures.
_WITHOUT = frozenset({"area", "gap"})


def points(chart: Chart) -> dict[str, Mark]:
    """
    Name the points of a chart that a note may point to.

    A name says what the point stands for, not where it lies: a leg, a claim, a project. So a note moves with
    the data. Work at a place has the name of the work and of the leg before it.

    Parameters
    ----------
    chart
        The chart.

    Returns
    -------
    dict
        Marks by the names of their points, in the order of the chart.
    """
    found: dict[str, Mark] = {}
    for panel in chart.panels:
        here: dict[str, Mark] = {}
        for series in panel.series:
            here = joined(here, series, _named(series))
        found = {**here, **found}
    return found


def joined(known: dict[str, Found], series: Series, more: dict[str, Found]) -> dict[str, Found]:
    """Add what a series gives to what those before it gave: of a row in time, its bar goes before signs."""
    return {**more, **known} if series.kind == "sign" else {**known, **more}


def spots_of(series: Series, place: Place, *, is_inside: bool) -> dict[str, Point]:
    """Give the pixels of the named points of a series; those of bars on their side lie inside the bar."""
    return {
        name: place(mark.at, mark.base + (mark.typical or 0.0) * (0.5 if is_inside else 1.0))
        if series.kind == "bar"
        else place(mark.at, mark.typical or 0.0)
        for name, mark in _named(series).items()
    }


def noted(chart: Chart, notes: Iterable[tuple[str, str]]) -> Chart:
    """Give a chart with those notes, each a point and a text, whose points it has."""
    known = points(chart)
    found = [
        ChartNote(point, text, known[point].name or known[point].at_text)
        for point, text in notes
        if point in known
    ]
    return replace(chart, notes=tuple(found[:MAX_NOTES])) if found else chart


def room_for_notes(chart: Chart, frame: Box) -> tuple[Box, Box]:
    """Part the room of a chart into a strip for its notes and what is left for its fields."""
    if not chart.notes:
        return frame._replace(bottom=frame.top), frame
    high = _ROW * max(len(lines) for lines in _wrapped(chart, frame)) + _PAD
    return frame._replace(bottom=frame.top + high), frame._replace(top=frame.top + high + _GAP)


def draw_notes(sheet: Sheet, chart: Chart, strip: Box, spots: Mapping[str, Point]) -> None:
    """Write the notes side by side in their strip, in the order of their points, with an arrow to each."""
    drawn = [
        (spots.get(note.point), note, lines)
        for note, lines in zip(chart.notes, _wrapped(chart, strip), strict=True)
        if lines[0]
    ]
    drawn.sort(key=lambda one: one[0] or (0.0, 0.0))
    widths = [max(width_px(line, _SIZE) for line in lines) + 2 * _PAD for _spot, _note, lines in drawn]
    accent, paper = (tone.of(dark=sheet.is_dark) for tone in (palette.ACCENT, palette.PAPER))
    places = _side_by_side(strip, [spot for spot, _note, _lines in drawn], widths)
    plates = [
        Room(x, strip.top, x + wide, strip.top + _ROW * len(lines) + _PAD)
        for (_spot, _note, lines), x, wide in zip(drawn, places, widths, strict=True)
    ]
    # All arrows first: none lies on the plate of another note.
    for (spot, _note, _lines), plate in zip(drawn, plates, strict=True):
        if spot is not None:
            _draw_arrow(sheet, plate, spot, accent)
    for (_spot, note, lines), plate in zip(drawn, plates, strict=True):
        corners = (
            (plate.left, plate.top), (plate.right, plate.top),
            (plate.right, plate.bottom), (plate.left, plate.bottom),
        )  # fmt: skip
        sheet.draw(Area(points=corners, colour=paper, edge=accent, edge_width=1.2, label=note.line))
        for row, line in enumerate(lines):
            sheet.write(line, (plate.left + _PAD, plate.top + 15 + row * _ROW), _SIZE)


def _named(series: Series) -> dict[str, Mark]:
    """Give the marks of a series by the names of their points; of several on one, the last."""
    if series.kind in _WITHOUT:
        return {}
    found, leg = {}, "start"
    for mark in series.marks:
        target = mark.target
        if target is None or mark.typical is None:
            continue
        if target.kind != "step":
            name = f"{target.kind}-{target.id}"
        elif target.part:
            name, leg = f"leg-{target.part}", target.part
        else:
            name = f"{mark.tone}-after-{leg}"
        shown = replace(mark, name=series.name) if series.kind == "line" else mark
        found[_NO_NAME.sub("-", name.casefold()).strip("-")] = shown
    return found


def _side_by_side(strip: Box, spots: Sequence[Point | None], widths: Sequence[float]) -> list[float]:
    """Give the left ends of plates, each above its point as far as the others leave room."""
    lefts: list[float] = []
    end = strip.left
    for spot, wide in zip(spots, widths, strict=True):
        lefts.append(end if spot is None else max(end, spot[0] - wide / 2))
        end = lefts[-1] + wide + _GAP
    limit = strip.right
    for at in range(len(lefts) - 1, -1, -1):
        lefts[at] = min(lefts[at], limit - widths[at])
        limit = lefts[at] - _GAP
    return lefts


def _wrapped(chart: Chart, room: Box) -> list[Sequence[str]]:
    """Cut each note to lines of its column."""
    column = (room.right - room.left - _GAP * (len(chart.notes) - 1)) / max(len(chart.notes), 1)
    most = min(column - 2 * _PAD, 300.0)
    return [wrapped(spelled(note.text), most, _SIZE, most_lines=_LINES) for note in chart.notes]


def _draw_arrow(sheet: Sheet, plate: Box, spot: Point, colour: str) -> None:
    """Draw an arrow from the lower edge of a plate to a point; its head stops short of the mark."""
    start = (min(max(spot[0], plate.left + _PAD), plate.right - _PAD), plate.bottom)
    across, down = spot[0] - start[0], spot[1] - start[1]
    length = (across**2 + down**2) ** 0.5
    if length < _SHORT + _HEAD:
        return
    across, down = across / length, down / length
    tip = (spot[0] - _SHORT * across, spot[1] - _SHORT * down)
    back = (tip[0] - _HEAD * across, tip[1] - _HEAD * down)
    side = (0.5 * _HEAD * down, 0.5 * _HEAD * across)
    head = (tip, (back[0] - side[0], back[1] + side[1]), (back[0] + side[0], back[1] - side[1]))
    sheet.draw(Line(points=(start, back), colour=colour, width=1.8), Outline(rings=(head,), colour=colour))
    along = [(start[0] + step * across, start[1] + step * down) for step in range(0, int(length), 3)]
    for at, text in enumerate(sheet.texts):
        box = text.box
        if any(box.left < x < box.right and box.top < y < box.bottom for x, y in along):
            sheet.texts[at] = replace(text, halo=sheet.paper)
