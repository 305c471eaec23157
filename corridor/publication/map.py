"""The map of a view on a sheet: land, lines, marks, notes with arrows, names clear of each other."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely

from corridor.charts.drawing import Area, Box, Disc, Line, Outline, Strokes, Text, spelled
from corridor.picture import palette
from corridor.picture.base_map import mercator, window
from corridor.picture.lettering import fitted, width_px, wrapped
from corridor.publication.land import clipped, draw_land, onto, parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from corridor.charts.drawing import Point
    from corridor.charts.sheet import Sheet
    from corridor.picture.scene import Line as MapLine
    from corridor.picture.scene import Picture, Place
    from corridor.publication.content import Annotation
    from corridor.publication.land import Field, Limits

MAX_ANNOTATIONS = 3
_CASING, _HOLLOW = 3.2, 0.45
_INSET, _STEP, _SEEN = 6.0, 5.0, 3.0
_NAME, _LARGE_NAME, _GROUND = 14.0, 17.0, 15.0
_LONG_NAME, _MAX_NAME, _ASIDE = 130.0, 250.0, re.compile(r"\s*\([^()]*\)")
_KEY_SIZE, _KEY_LINE, _KEY_ROW = 12.5, 30.0, 20.0
_NOTE_SIZE, _NOTE_ROW, _NOTE_WIDTH, _NOTE_LINES = 14.0, 18.0, 230.0, 5
_ARROW = 9.0


def draw_map(sheet: Sheet, picture: Picture, place: Field, *, annotations: Sequence[Annotation] = ()) -> None:
    """
    Draw a map into a field of a sheet.

    Parameters
    ----------
    sheet
        The sheet.
    picture
        What the map shows.
    place
        The field in pixels. Nothing is drawn beyond it.
    annotations
        A visitor's own notes, the first `MAX_ANNOTATIONS` of them.
    """
    _Map(sheet=sheet, picture=picture, frame=place).draw(annotations[:MAX_ANNOTATIONS])


@dataclass(kw_only=True)
class _Map:
    """
    A map that is being drawn.

    What is known of it: the places that are taken, where the main lines run, the marks and which are large.
    """

    sheet: Sheet
    picture: Picture
    frame: Field
    taken: list[Box] = field(default_factory=list)
    strokes: list[Box] = field(default_factory=list)
    marks: dict[Point, bool] = field(default_factory=dict)

    @property
    def limits(self) -> Limits:
        """The part of the plane that it shows."""
        left, top, right, bottom = self.frame
        return window(self.picture.bounds, round(right - left), round(bottom - top))

    @property
    def paper(self) -> str:
        """Colour of plates and of the rims of lines."""
        return palette.MAP_PAPER.of(dark=self.sheet.is_dark)

    def draw(self, annotations: Sequence[Annotation]) -> None:
        """Draw all of it, from the ground up."""
        self.sheet.draw(
            *draw_land(
                self.limits, self.frame, is_dark=self.sheet.is_dark, boundaries=self.picture.boundaries
            )
        )
        self._draw_lines()
        spots = self._draw_marks()
        self._draw_keys()
        self._keep_ends_free(spots)
        for annotation in annotations:
            self._annotate(annotation)
        for place, x, y in spots:
            self._name(place, x, y)
        self._name_ground()

    def at(self, lon: float, lat: float) -> Point:
        """Give the pixel of a place."""
        x, y = mercator([lon], [lat])
        return onto(self.limits, self.frame, np.column_stack((x, y)))[0]

    def is_free(self, box: Box, *, room: float = 0.0) -> bool:
        """Whether a box lies on the map and on nothing that takes room."""
        left, top, right, bottom = self.frame
        is_inside = (
            box.left >= left + _INSET
            and box.top >= top + _INSET
            and box.right <= right - _INSET
            and box.bottom <= bottom - _INSET
        )
        return (
            is_inside
            and self.sheet.is_free(box)
            and not any(box.meets(other, room=room) for other in self.taken)
        )

    def _freest(self, boxes: Iterable[Box], *, room: float = 0.0) -> Box | None:
        """Give the first free box off all main lines, else the first free one."""
        free = [box for box in boxes if self.is_free(box, room=room)]
        clear = (box for box in free if not any(box.meets(stroke) for stroke in self.strokes))
        return next(clear, free[0] if free else None)

    def _draw_lines(self) -> None:
        """Draw lines, the strong ones above with their rim."""
        strong = [line for line in self.picture.lines if line.is_strong]
        self.strokes += [
            Box(x - 3, y - 3, x + 3, y + 3)
            for line in self.picture.lines
            if line.is_strong or line.width >= _SEEN
            for points in self._points(line)
            for x, y in shapely.get_coordinates(shapely.segmentize(shapely.LineString(points), _STEP))
        ]
        weak = [line for line in self.picture.lines if not line.is_strong]
        self.sheet.draw(*self._strokes(weak))
        self.sheet.draw(*self._strokes(strong, colour=self.paper, wider=_CASING, opacity=0.92))
        self.sheet.draw(*self._strokes(strong))
        hollow = [line for line in strong if line.is_hollow]
        self.sheet.draw(*self._strokes(hollow, colour=self.paper, share=_HOLLOW, opacity=1.0))

    def _strokes(
        self,
        lines: Iterable[MapLine],
        *,
        colour: str = "",
        wider: float = 0.0,
        share: float = 1.0,
        opacity: float | None = None,
    ) -> Iterator[Strokes]:
        """Put lines of one look together, in the order in which the looks first occur."""
        looks: dict[tuple[str, float, tuple[float, ...], float], list[Any]] = {}
        for line in lines:
            own = palette.in_theme(line.colour, dark=self.sheet.is_dark)
            look = (
                colour or own,
                round(line.width * share + wider, 2),
                () if colour else line.dash,
                line.opacity if opacity is None else opacity,
            )
            looks.setdefault(look, []).extend(self._points(line))
        for (tint, width, dash, strength), found in looks.items():
            if found:
                yield Strokes(lines=tuple(found), colour=tint, width=width, dash=dash, opacity=strength)

    def _points(self, line: MapLine) -> Iterator[tuple[Point, ...]]:
        """Pieces of a line that lie in the field."""
        flat = shapely.LineString(np.column_stack(mercator(*zip(*line.points, strict=True))))
        if line.shift:
            # GEOS counts to the left of the line, on a plane whose second axis points up.
            far = line.shift * (self.limits[1] - self.limits[0]) / (self.frame[2] - self.frame[0])
            beside = shapely.offset_curve(flat.simplify(abs(far) / 2), -far, join_style="mitre")
            flat = flat if beside.is_empty else beside
        for part in parts(clipped(flat, self.limits, self.frame)):
            if part.geom_type == "LineString":
                yield onto(self.limits, self.frame, shapely.get_coordinates(part))

    def _draw_keys(self) -> None:
        """Draw the legend in the corner where it hides least, in as many rows as it needs."""
        left, top, right, bottom = self.frame
        rows: list[list[Any]] = []
        room = 0.0
        for key in self.picture.keys:
            wide = _KEY_LINE + 22 + width_px(spelled(key.name), _KEY_SIZE)
            if wide > room:
                rows.append([])
                room = right - left - 40
            rows[-1].append((key, wide))
            room -= wide
        if not rows:
            return
        widest = max(sum(wide for _key, wide in row) for row in rows) + 14
        high = _KEY_ROW * len(rows) + 6
        corners = [
            Box(x, y, x + widest, y + high)
            for y in (bottom - 8 - high, top + 8)
            for x in (left + 8, right - 8 - widest)
        ]
        plate = self._freest(corners) or corners[0]
        self._plate(plate, palette.MAP_RULE.of(dark=self.sheet.is_dark))
        for at, row in enumerate(rows):
            x, y = plate.left + 10, plate.top + 17 + at * _KEY_ROW
            for key, wide in row:
                tint = palette.in_theme(key.colour, dark=self.sheet.is_dark)
                points = ((x, y - 4), (x + _KEY_LINE, y - 4))
                self.sheet.draw(Line(points=points, colour=tint, width=key.width, dash=key.dash))
                self.sheet.write(key.name, (x + _KEY_LINE + 6, y), _KEY_SIZE)
                x += wide
        self.taken.append(plate)

    def _plate(self, box: Box, edge: str) -> None:
        """Draw the ground of a text."""
        points = (
            (box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom),
        )  # fmt: skip
        self.sheet.draw(Area(points=points, colour=self.paper, opacity=0.94, edge=edge, edge_width=1))

    def _draw_marks(self) -> list[tuple[Place, float, float]]:
        """Draw the marks; give the places in view."""
        left, top, right, bottom = self.frame
        spots = [(place, *self.at(place.lon, place.lat)) for place in self.picture.places]
        spots = [
            spot for spot in spots
            if left + _INSET < spot[1] < right - _INSET and top + _INSET < spot[2] < bottom - _INSET
        ]  # fmt: skip
        ink, paper = palette.INK.of(dark=self.sheet.is_dark), self.paper
        for place, x, y in reversed(spots):
            if place.is_marked:
                radius = 6.0 if place.is_large else 4.0
                fill, rim = (ink, paper) if place.is_large else (paper, ink)
                self.sheet.draw(Disc(x=x, y=y, radius=radius, colour=fill, edge=rim, edge_width=1.6))
                self.marks[x, y] = place.is_large
                self.taken.append(Box(x - radius, y - radius, x + radius, y + radius))
        return spots

    def _keep_ends_free(self, spots: Sequence[tuple[Place, float, float]]) -> None:
        """Write the names of the ends before all that may take their room."""
        for spot in [spot for spot in spots if spot[0].is_large][:2]:
            self._name(*spot)

    def _name(self, place: Place, x: float, y: float) -> None:
        """Write a name beside its mark where there is room, else not at all."""
        size = _LARGE_NAME if place.is_large else _NAME
        look = {"size": size, "is_bold": place.is_large, "colour": palette.INK.of(dark=self.sheet.is_dark)}
        words = spelled(place.name)
        if width_px(words, size) > _LONG_NAME:
            words = fitted(spelled(_ASIDE.sub("", words)) or words, _MAX_NAME, size)
        text = Text(text=words, x=0, y=0, halo=self.paper, **look)  # type: ignore[arg-type]
        if not text.text or any(known.text == text.text for known in self.sheet.texts if known.halo):
            return
        wide, middle = text.width, 0.36 * size
        spots = (
            (11, middle), (-11 - wide, middle), (-wide / 2, -10), (-wide / 2, 10 + 0.8 * size),
            (8, -8), (-8 - wide, -8), (8, 8 + 0.8 * size), (-8 - wide, 8 + 0.8 * size),
        )  # fmt: skip
        far = (
            (8 - wide, -12), (8 - wide, 12 + 0.8 * size), (-8, -12), (-8, 12 + 0.8 * size),
            (8 - wide, -24), (8 - wide, 24 + 0.8 * size), (-8, -24), (-8, 24 + 0.8 * size),
        )  # fmt: skip
        tried = (*spots, *far) if place.is_large else spots
        placed = [replace(text, x=round(x + across, 2), y=round(y + up, 2)) for across, up in tried]
        boxes = {one.box: one for one in placed if self._is_nearest(one.box, place, (x, y))}
        box = self._freest(boxes)
        if box is not None:
            self.sheet.texts.append(boxes[box])

    def _is_nearest(self, box: Box, place: Place, mark: Point) -> bool:
        """Whether of all marks, of all large ones if it is large, a name is nearest to its own."""
        own = _distance(box, mark)
        others = (
            spot for spot, is_large in self.marks.items() if spot != mark and (is_large or not place.is_large)
        )
        return all(_distance(box, other) > own for other in others)

    def _name_ground(self) -> None:
        """Write names of countries and waters softly, away from all that is drawn in full."""
        self.taken += self.strokes
        tones = {False: palette.INK_SOFT, True: palette.MAP["water-ink"]}
        for ground in self.picture.countries:
            words = spelled(ground.name)
            wide = width_px(words, _GROUND)
            placed = [
                Text(
                    text=words, x=round(x - wide / 2, 2), y=round(y + 5, 2), size=_GROUND,
                    colour=tones[ground.is_water].of(dark=self.sheet.is_dark),
                )
                for x, y in (self.at(*spot) for spot in ground.spots)
            ]  # fmt: skip
            found = next((text for text in placed if words and self.is_free(text.box, room=2)), None)
            if found is not None:
                self.sheet.texts.append(found)

    def _annotate(self, annotation: Annotation) -> None:
        """Write a note of the visitor on a plate, with an arrow to its place."""
        lines = wrapped(spelled(annotation.text), _NOTE_WIDTH, _NOTE_SIZE, most_lines=_NOTE_LINES)
        if not lines or not lines[0]:
            return
        wide = max(width_px(line, _NOTE_SIZE) for line in lines) + 20
        high = _NOTE_ROW * len(lines) + 12
        target = None
        if annotation.lon is not None and annotation.lat is not None:
            target = self._inside(self.at(annotation.lon, annotation.lat))
        box = self._freest(self._plates(target, wide, high), room=4)
        if box is None:
            return
        accent = palette.ACCENT.of(dark=self.sheet.is_dark)
        if target is not None:
            self._arrow(box, target, accent)
        self._plate(box, accent)
        for at, line in enumerate(lines):
            self.sheet.write(line, (box.left + 10, box.top + 19 + at * _NOTE_ROW), _NOTE_SIZE)
        self.taken.append(box)

    def _inside(self, spot: Point) -> Point:
        """Give the point of the field that is nearest to a place."""
        left, top, right, bottom = self.frame
        return min(max(spot[0], left + 10), right - 10), min(max(spot[1], top + 10), bottom - 10)

    def _plates(self, target: Point | None, wide: float, high: float) -> Iterator[Box]:
        """Places for a note: round its target, ever further away; along the edges without one."""
        left, top, right, bottom = self.frame
        if target is not None:
            for far in (50, 80, 120, 170, 230, 300):
                for step in range(12):
                    turn = math.tau * (step / 12 - 0.25)
                    x = target[0] + math.cos(turn) * (far + wide / 2) - wide / 2
                    y = target[1] + math.sin(turn) * (far + high / 2) - high / 2
                    yield Box(x, y, x + wide, y + high)
        for y in np.arange(top + 10, bottom - high - 8, 20):
            for x in (right - 10 - wide, left + 10, (left + right - wide) / 2):
                yield Box(float(x), float(y), float(x + wide), float(y + high))

    def _arrow(self, box: Box, target: Point, colour: str) -> None:
        """Draw an arrow from a plate to a place; its head stops short of the mark."""
        start = (
            min(max(target[0], box.left), box.right),
            min(max(target[1], box.top), box.bottom),
        )
        length = math.dist(start, target)
        if length < 2 * _ARROW:
            return
        across, up = (target[0] - start[0]) / length, (target[1] - start[1]) / length
        tip = (target[0] - 8 * across, target[1] - 8 * up)
        back = (tip[0] - _ARROW * across, tip[1] - _ARROW * up)
        side = (0.5 * _ARROW * up, 0.5 * _ARROW * across)
        head = (tip, (back[0] - side[0], back[1] + side[1]), (back[0] + side[0], back[1] - side[1]))
        self.sheet.draw(
            Line(points=(start, back), colour=colour, width=2), Outline(rings=(head,), colour=colour)
        )
        self.taken += [
            Box(x - 2, y - 2, x + 2, y + 2)
            for x, y in zip(np.linspace(start[0], tip[0], 20), np.linspace(start[1], tip[1], 20), strict=True)
        ]


def _distance(box: Box, point: Point) -> float:
    """How far a point is from the nearest side of a box."""
    return math.hypot(
        max(box.left - point[0], 0, point[0] - box.right), max(box.top - point[1], 0, point[1] - box.bottom)
    )
