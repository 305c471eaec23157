"""Nodes, legs and lines out of a GeoJSON file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corridor.dataset.findings import Phrase
from corridor.intake import limits
from corridor.intake.coordinate_system import is_in_degrees, named
from corridor.intake.encoding import decoded
from corridor.intake.plain import plain
from corridor.intake.report import listed
from corridor.intake.shapes import Shapes, single, too_many_points

if TYPE_CHECKING:
    from corridor.dataset.tables import Line
    from corridor.intake.report import Report

GEOMETRIES = frozenset({
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
})  # fmt: skip
_AS_COLLECTION = Phrase("Export it as a GeoJSON FeatureCollection in longitude and latitude (WGS 84).")
_SHORT = 60
_LOOKED_AT = 100_000


@dataclass
class Rows:
    """Records of one table: the properties of features, and the number of each feature."""

    records: list[dict[str, str]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)

    def cells(self) -> list[list[str]]:
        """Rows of cells with the header first; none without records."""
        header = list(dict.fromkeys(name for record in self.records for name in record))
        rows = [[record.get(name, "") for name in header] for record in self.records]
        return [header, *rows] if rows else []


@dataclass
class Features:
    """
    What a GeoJSON file holds.

    Attributes
    ----------
    system
        The coordinate system that it names; "" if none or the usual one.
    nodes, legs
        Records of features with node_id, and of features with leg_id and from_node.
    lines
        The line of each leg, by leg.
    line_numbers
        Number of the feature that gave each line, by leg.
    """

    system: str = ""
    nodes: Rows = field(default_factory=Rows)
    legs: Rows = field(default_factory=Rows)
    lines: dict[str, Line] = field(default_factory=dict)
    line_numbers: dict[str, int] = field(default_factory=dict)


def is_geojson(content: bytes) -> bool:
    """Whether a file of the ending .json holds features or geometries."""
    start = content[:_LOOKED_AT].replace(b"\x00", b"")
    return any(f'"{kind}"'.encode() in start for kind in ("FeatureCollection", "Feature", *GEOMETRIES))


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
        What could be read, with the records of features whose geometry is wrong, so that what points to them
        is not told to point nowhere; None if the file as a whole cannot be used.
    """
    if content.count(b"[") > limits.BRACKETS:
        too_many_points(file, report)
        return None
    text = decoded(file, content, report)
    if text is None:
        return None
    try:
        parsed = json.loads(text, parse_constant=float)
    except (ValueError, RecursionError) as error:
        problem = Phrase("the file is not GeoJSON")
        report.refuse(file, problem, _AS_COLLECTION, "geojson", value=str(error)[:_SHORT])
        return None
    features = _features(parsed)
    if features is None:
        problem = Phrase("the file is neither a FeatureCollection nor a Feature")
        report.refuse(file, problem, _AS_COLLECTION, "geojson")
        return None
    found = Features(system=named(parsed))
    if not is_in_degrees(file, found.system, features, report):
        return None
    _Reading(file, found, report).read(features)
    return found


def _features(parsed: Any) -> list[dict[str, Any]] | None:
    """Features of a collection, of a single feature, of a bare geometry; None if it is none of these."""
    if not isinstance(parsed, dict):
        return None
    if parsed.get("type") == "Feature":
        return [parsed]
    if str(parsed.get("type")) in GEOMETRIES:
        return [{"type": "Feature", "properties": {}, "geometry": parsed}]
    features = parsed.get("features")
    if not isinstance(features, list) or not all(isinstance(feature, dict) for feature in features):
        return None
    return features


class _Reading:
    """One walk through the features of a file."""

    def __init__(self, file: str, found: Features, report: Report) -> None:
        self._file, self._found, self._report = file, found, report
        self._shapes = Shapes(file, report)
        self._straight: list[int] = []

    def read(self, features: list[dict[str, Any]]) -> None:
        """Read each feature, then say what was met in many."""
        for number, feature in enumerate(features, start=1):
            properties, geometry = feature.get("properties") or {}, feature.get("geometry")
            if isinstance(properties, dict) and isinstance(geometry, dict | None):
                record = {str(name): plain(value) for name, value in properties.items()}
                self._take(number, record, None if geometry is None else single(geometry))
            else:
                problem = Phrase("the feature is damaged: its properties or its geometry are not objects")
                self._report.refuse(self._file, problem, _AS_COLLECTION, "geojson", row=number)
        if sum(map(len, self._found.lines.values())) > limits.POINTS:
            too_many_points(self._file, self._report)
        if self._shapes.joined:
            pattern = Phrase("Lines in several parts that meet were joined: features {rows}.")
            self._report.corrected(self._file, Phrase(pattern, rows=listed(self._shapes.joined)))
        if self._straight:
            pattern = Phrase("Legs without a geometry have no line of their own: features {rows}.")
            self._report.assumed(self._file, Phrase(pattern, rows=listed(self._straight)))
        if self._shapes.has_heights:
            self._report.ignored(self._file, Phrase("Heights of positions were ignored."))

    def _take(self, number: int, record: dict[str, str], geometry: dict[str, Any] | None) -> None:
        """Keep the record of a feature, for others may point to it whatever its geometry; then read that."""
        kind = None if geometry is None else str(geometry.get("type"))
        is_node = bool(record.get("node_id"))
        if is_node or record.get("from_node"):
            rows = self._found.nodes if is_node else self._found.legs
            rows.records.append(record)
            rows.numbers.append(number)
        if is_node and kind in {"Point", None}:
            self._place(number, record, geometry)
        elif record.get("leg_id") and geometry is None:
            self._straight.append(number)
        elif record.get("leg_id") and kind in {"LineString", "MultiLineString"}:
            self._draw(number, record["leg_id"], geometry or {})
        else:
            self._refuse_kind(number, kind)

    def _place(self, number: int, record: dict[str, str], geometry: dict[str, Any] | None) -> None:
        """Give a node its position; one without a geometry may say its position in its properties."""
        point = None if geometry is None else self._shapes.point(number, geometry)
        if point:
            record |= {"lon": repr(point[0]), "lat": repr(point[1])}
        if record.get("lat") and record.get("lon"):
            return
        if geometry is None:
            problem = Phrase("the feature has no geometry (null), so the place has no position")
            cure = Phrase("Set its point on the map, or leave the feature out.")
            self._refuse(number, problem, cure, "geometry", record["node_id"])
        self._report.told |= {(self._file, number, "lat"), (self._file, number, "lon")}

    def _draw(self, number: int, leg: str, geometry: dict[str, Any]) -> None:
        """Keep the line of a leg; the same leg twice is told."""
        line = self._shapes.line(number, geometry)
        if line is None:
            return
        if leg not in self._found.lines:
            self._found.lines[leg], self._found.line_numbers[leg] = line, number
        elif self._found.lines[leg] == line:
            pattern = Phrase("The leg occurs twice with the same line; feature {row} was skipped.")
            self._report.ignored(self._file, Phrase(pattern, row=number), leg)
        else:
            problem = Phrase("the leg has two different lines; the other is that of feature {row}")
            cure = Phrase("Keep one of the two, or give each leg its own leg_id.")
            other = Phrase(problem, row=self._found.line_numbers[leg])
            self._report.refuse(
                self._file, other, cure, "duplicate-key", row=number, column="leg_id", value=leg
            )

    def _refuse_kind(self, number: int, kind: str | None) -> None:
        """Report a feature that is neither a node nor a leg."""
        cure = Phrase("Give points the property node_id and lines the property leg_id.")
        if kind is None:
            problem = Phrase("the feature has no geometry (null), and does not say which node or leg it is")
        elif kind in {"Point", "LineString", "MultiLineString"}:
            problem = Phrase("the feature does not say which node or leg it is")
        else:
            problem = Phrase("the feature is neither a point nor a line")
            cure = Phrase("Nodes are Points, legs are LineStrings; leave out everything else.")
        self._refuse(number, problem, cure, "geometry", (kind or "")[:_SHORT])

    def _refuse(self, number: int, problem: str, cure: str, check: str, value: str) -> None:
        """Report the geometry of a feature."""
        self._report.refuse(self._file, problem, cure, check, row=number, column="geometry", value=value)
