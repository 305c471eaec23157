"""Nodes, legs and lines out of a GeoJSON file."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corridor.intake import limits
from corridor.intake.plain import plain
from corridor.intake.report import N_

if TYPE_CHECKING:
    from corridor.intake.report import Report

    Line = tuple[tuple[float, float], ...]

_MAX_LON, _MAX_LAT = 180.0, 90.0
_AS_COLLECTION = N_("Export it as a GeoJSON FeatureCollection in longitude and latitude (WGS 84).")
_SHORT = 60


@dataclass
class Features:
    """
    What a GeoJSON file holds.

    Attributes
    ----------
    rows
        Rows of cells with the header first, if the features carry the columns of a table.
    lines
        The line of each leg, by leg.
    numbers
        Number of the feature that gave each line, by leg.
    """

    rows: list[list[str]] = field(default_factory=list)
    lines: dict[str, Line] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)


def features_of(file: str, content: bytes, report: Report) -> Features | None:
    """
    Read points as nodes and lines as legs.

    Parameters
    ----------
    file
        Name of the file, for the report.
    content
        Its bytes.
    report
        Gets what is wrong; its rows are the numbers of the features.

    Returns
    -------
    Features or None
        None if nothing in the file can be used.
    """
    if content.count(b"[") > limits.BRACKETS:
        _too_many_points(file, report)
        return None
    try:
        parsed = json.loads(content, parse_constant=_not_a_number)
    except (ValueError, RecursionError) as error:
        problem = N_("the file is not GeoJSON")
        report.refuse(file, problem, _AS_COLLECTION, "geojson", value=str(error)[:_SHORT])
        return None
    features = parsed.get("features") if isinstance(parsed, dict) else None
    if not isinstance(features, list) or not all(isinstance(one, dict) for one in features):
        report.refuse(file, N_("the file is not a FeatureCollection"), _AS_COLLECTION, "geojson")
        return None
    return _read(file, features, report)


def _not_a_number(word: str) -> float:
    """Take NaN and Infinity, which JSON does not know, for what they mean; coordinates refuse them."""
    return float(word)


def _read(file: str, features: list[dict[str, Any]], report: Report) -> Features | None:
    """Read each feature by the kind of its geometry."""
    found = Features()
    records: list[dict[str, str]] = []
    before = len(report.findings)
    for number, feature in enumerate(features, start=1):
        properties = feature.get("properties") or {}
        geometry = feature.get("geometry") or {}
        if not isinstance(properties, dict) or not isinstance(geometry, dict):
            report.refuse(
                file, N_("the file is not a FeatureCollection"), _AS_COLLECTION, "geojson", row=number
            )
            continue
        record = {str(name): plain(value) for name, value in properties.items()}
        kind, coordinates = str(geometry.get("type")), geometry.get("coordinates")
        if kind == "Point" and "node_id" in record:
            point = _point(file, number, coordinates, report)
            if point:
                record |= {"lon": repr(point[0]), "lat": repr(point[1])}
        elif kind == "LineString" and "leg_id" in record:
            line = _line(file, number, coordinates, report)
            if line:
                found.lines[record["leg_id"]] = line
                found.numbers[record["leg_id"]] = number
        else:
            _refuse_kind(file, number, kind, report)
        records.append(record)
    if len(report.findings) > before:
        return None
    if sum(map(len, found.lines.values())) > limits.POINTS:
        _too_many_points(file, report)
        return None
    found.rows = _rows(records)
    return found


def _refuse_kind(file: str, number: int, kind: str, report: Report) -> None:
    """Report a feature that is neither a node nor a leg."""
    if kind == "MultiLineString":
        problem, cure = N_("the line is in several parts"), N_("Join the parts into one LineString.")
    elif kind in {"Point", "LineString"}:
        problem = N_("the feature does not say which node or leg it is")
        cure = N_("Give points the property node_id and lines the property leg_id.")
    else:
        problem = N_("the feature is neither a point nor a line")
        cure = N_("Nodes are Points, legs are LineStrings; leave out everything else.")
    report.refuse(file, problem, cure, "geometry", row=number, value=kind[:_SHORT])


def _line(file: str, number: int, coordinates: object, report: Report) -> Line | None:
    """Check each point of a line."""
    if not isinstance(coordinates, list) or len(coordinates) < 2:  # noqa: PLR2004 - a line has two ends
        problem, cure = N_("a line needs two points or more"), N_("Correct the geometry.")
        report.refuse(file, problem, cure, "geometry", row=number)
        return None
    if len(coordinates) > limits.LINE_POINTS:
        _too_many_points(file, report, number)
        return None
    points = []
    for one in coordinates:
        point = _point(file, number, one, report)
        if point is None:
            return None
        points.append(point)
    return tuple(points)


def _point(file: str, number: int, coordinates: object, report: Report) -> tuple[float, float] | None:
    """Check one position."""
    is_pair = isinstance(coordinates, list) and len(coordinates) in {2, 3}
    numbers = [one for one in coordinates[:2] if _is_number(one)] if isinstance(coordinates, list) else []
    if is_pair and len(numbers) == 2 and abs(numbers[0]) <= _MAX_LON and abs(numbers[1]) <= _MAX_LAT:  # noqa: PLR2004
        return float(numbers[0]), float(numbers[1])
    problem = N_("a position is not a longitude and a latitude in degrees")
    cure = N_("Write [longitude, latitude] with numbers; longitude comes first.")
    value = json.dumps(coordinates)[:_SHORT]
    report.refuse(file, problem, cure, "position", row=number, value=value)
    return None


def _is_number(value: object) -> bool:
    """Whether a value is a finite number; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and _is_finite(value)


def _is_finite(value: float) -> bool:
    """Whether a number is finite and not beyond all measure."""
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _too_many_points(file: str, report: Report, number: int | None = None) -> None:
    """Refuse lines that no map needs."""
    problem = N_("the lines have too many points")
    cure = N_("Simplify the lines; a point every kilometre is more than the map shows.")
    most = limits.POINTS if number is None else limits.LINE_POINTS
    report.refuse(file, problem, cure, "too-many-points", row=number, value=f"> {most}")


def _rows(records: list[dict[str, str]]) -> list[list[str]]:
    """Table of the properties of all features."""
    header = list(dict.fromkeys(name for record in records for name in record))
    return [header, *([record.get(name, "") for name in header] for record in records)]
