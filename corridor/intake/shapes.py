"""One point or one line out of a GeoJSON geometry."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any

from corridor.dataset.findings import Phrase
from corridor.intake import limits
from corridor.intake.antimeridian import continuous, near_to

if TYPE_CHECKING:
    from corridor.dataset.tables import Line
    from corridor.intake.report import Report

# Longitudes may run on beyond 180 where a line crosses the antimeridian, once round the Earth at most.
_MAX_LON, _MAX_LAT = 360.0, 90.0
_JOINED_DEG = 0.001  # about a hundred metres
_SHORT = 60


class Shapes:
    """
    Reads the geometries of one file.

    Parameters
    ----------
    file
        Its name, for the report.
    report
        Gets what is wrong; its rows are the numbers of the features.

    Attributes
    ----------
    joined
        Features whose line was joined from parts.
    has_heights
        Whether any position has a third number.
    """

    def __init__(self, file: str, report: Report) -> None:
        self._file, self._report = file, report
        self.joined: list[int] = []
        self.has_heights = False

    def point(self, number: int, geometry: Any) -> tuple[float, float] | None:
        """Position of a point; None, with a finding, if it is none."""
        position = self._position(number, geometry.get("coordinates"))
        return None if position is None else (near_to(position[0], 0.0), position[1])

    def line(self, number: int, geometry: Any) -> Line | None:
        """Line the short way round the Earth, its parts joined; None, with a finding, if it is none."""
        coordinates = geometry.get("coordinates")
        if geometry.get("type") != "MultiLineString":
            return self._line(number, coordinates)
        if not isinstance(coordinates, list):
            return self._line(number, None)
        if len(coordinates) > limits.LINE_PARTS:
            too_many_points(self._file, self._report, number)
            return None
        parts = [self._line(number, part) for part in coordinates]
        if None in parts:
            return None
        if not parts:
            return self._line(number, parts)
        line = _joined([part for part in parts if part])
        if line is None:
            problem = Phrase("the line is in several parts that do not meet")
            cure = Phrase("Join the parts end to end, or bring each as a leg of its own.")
            self._refuse(number, problem, cure, value=f"MultiLineString: {len(parts)}")
        elif len(parts) > 1:
            self.joined.append(number)
        return line

    def _line(self, number: int, coordinates: object) -> Line | None:
        """Check each position of a line."""
        if not isinstance(coordinates, list) or len(coordinates) < 2:  # noqa: PLR2004 - a line has two ends
            problem, cure = Phrase("a line needs two points or more"), Phrase("Correct the geometry.")
            self._refuse(number, problem, cure)
            return None
        if len(coordinates) > limits.LINE_POINTS:
            too_many_points(self._file, self._report, number)
            return None
        points = []
        for coordinate in coordinates:
            position = self._position(number, coordinate)
            if position is None:
                return None
            points.append(position)
        return continuous(points)

    def _position(self, number: int, coordinates: object) -> tuple[float, float] | None:
        """Check one position."""
        numbers = coordinates if isinstance(coordinates, list) else []
        if len(numbers) >= 2 and all(map(_is_number, numbers[:2])):  # noqa: PLR2004 - a pair
            self.has_heights |= len(numbers) > 2  # noqa: PLR2004 - more than a pair
            if abs(numbers[0]) <= _MAX_LON and abs(numbers[1]) <= _MAX_LAT:
                return float(numbers[0]), float(numbers[1])
        problem = Phrase("a position is not a longitude and a latitude in degrees")
        cure = Phrase("Write [longitude, latitude] with numbers; longitude comes first.")
        value = json.dumps(coordinates)[:_SHORT]
        self._report.refuse(self._file, problem, cure, "position", row=number, column="geometry", value=value)
        return None

    def _refuse(self, number: int, problem: str, cure: str, value: str = "") -> None:
        """Report a geometry."""
        self._report.refuse(self._file, problem, cure, "geometry", row=number, column="geometry", value=value)


def single(geometry: dict[str, Any]) -> dict[str, Any]:
    """Give the one geometry that a collection or a list of points holds; else the geometry as it is."""
    kind, parts = geometry.get("type"), geometry.get("geometries")
    if (
        kind == "GeometryCollection"
        and isinstance(parts, list)
        and len(parts) == 1
        and isinstance(parts[0], dict)
    ):
        return single(parts[0]) if parts[0].get("type") != kind else geometry
    coordinates = geometry.get("coordinates")
    if kind == "MultiPoint" and isinstance(coordinates, list) and len(coordinates) == 1:
        return {"type": "Point", "coordinates": coordinates[0]}
    return geometry


def too_many_points(file: str, report: Report, number: int | None = None) -> None:
    """Refuse lines that no map needs."""
    problem = Phrase("the lines have too many points")
    cure = Phrase("Simplify the lines; a point every kilometre is more than the map shows.")
    most = limits.POINTS if number is None else limits.LINE_POINTS
    report.refuse(file, problem, cure, "too-many-points", row=number, value=f"> {most}")


def _joined(parts: list[Line]) -> Line | None:
    """Put parts end to end, in any order and direction; None if they do not make one line."""
    line, *left = parts
    while left:
        for at, part in enumerate(left):
            grown = _continued(line, part)
            if grown is not None:
                line = grown
                del left[at]
                break
        else:
            return None
    return continuous(line)


def _continued(line: Line, part: Line) -> Line | None:
    """Line with a part at one of its ends; None if they do not meet there."""
    for way in (part, part[::-1]):
        if _meets(line[-1], way[0]):
            return (*line, *way[1:])
        if _meets(way[-1], line[0]):
            return (*way[:-1], *line)
    return None


def _meets(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two positions are the same, also across the antimeridian."""
    return abs(near_to(one[0], other[0]) - other[0]) <= _JOINED_DEG and abs(one[1] - other[1]) <= _JOINED_DEG


def _is_number(value: object) -> bool:
    """Whether a value is a finite number; true and false are none."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    try:
        return math.isfinite(value)
    except OverflowError:
        return False
