"""Nodes, legs and lines out of a GeoJSON file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from corridor.findings import Phrase
from corridor.intake import limits
from corridor.intake.coordinate_system import is_in_degrees, is_latitude_first, named
from corridor.intake.encoding import decoded
from corridor.intake.plain import plain
from corridor.intake.report import N_, listed
from corridor.intake.shapes import Shapes, single, too_many_points

if TYPE_CHECKING:
    from corridor.dataset import Line
    from corridor.intake.report import Report

GEOMETRIES = frozenset({
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection",
})  # fmt: skip
_AS_COLLECTION = N_("Export it as a GeoJSON FeatureCollection in longitude and latitude (WGS 84).")
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
        problem = N_("the file is not GeoJSON")
        report.refuse(file, problem, _AS_COLLECTION, "geojson", value=str(error)[:_SHORT])
        return None
    features = _features(parsed)
    if features is None:
        problem = N_("the file is neither a FeatureCollection nor a Feature")
        report.refuse(file, problem, _AS_COLLECTION, "geojson")
        return None
    found = Features(system=named(parsed))
    if not is_in_degrees(file, found.system, features, report):
        return None
    _read(file, features, found, report)
    return found


def _features(parsed: Any) -> list[dict[str, Any]] | None:
    """Features of a collection, of a single feature, of a bare geometry; None if it is none of these."""
    if not isinstance(parsed, dict):
        return None
    if parsed.get("type") == "Feature":
        return [parsed]
    if parsed.get("type") in GEOMETRIES:
        return [{"type": "Feature", "properties": {}, "geometry": parsed}]
    features = parsed.get("features")
    if not isinstance(features, list) or not all(isinstance(one, dict) for one in features):
        return None
    return features


def _read(file: str, features: list[dict[str, Any]], found: Features, report: Report) -> None:
    """Read each feature by its properties and the kind of its geometry."""
    shapes = Shapes(file, report)
    straight: list[int] = []
    for number, feature in enumerate(features, start=1):
        properties, geometry = feature.get("properties") or {}, feature.get("geometry")
        if not isinstance(properties, dict) or not isinstance(geometry, dict | None):
            problem = N_("the feature is damaged: its properties or its geometry are not objects")
            report.refuse(file, problem, _AS_COLLECTION, "geojson", row=number)
            continue
        record = {str(name): plain(value) for name, value in properties.items()}
        if geometry is not None:
            geometry = single(geometry)
        kind = None if geometry is None else str(geometry.get("type"))
        if record.get("node_id") and kind in {"Point", None}:
            _take_node(file, number, record, geometry, shapes, found, report)
        elif record.get("leg_id") and kind in {"LineString", "MultiLineString", None}:
            if geometry is None:
                straight.append(number)
            _take_leg(file, number, record, geometry, shapes, found, report)
        else:
            _keep_record(number, record, found)
            _refuse_kind(file, number, kind, report)
    if sum(map(len, found.lines.values())) > limits.POINTS:
        too_many_points(file, report)
    if shapes.joined:
        pattern = N_("Lines in several parts that meet were joined: features {rows}.")
        report.corrected(file, Phrase(pattern, rows=listed(shapes.joined)))
    if straight:
        pattern = N_("Legs without a geometry have no line of their own: features {rows}.")
        report.assumed(file, Phrase(pattern, rows=listed(straight)))
    if shapes.has_heights:
        report.ignored(file, N_("Heights of positions were ignored."))


def _take_node(
    file: str,
    number: int,
    record: dict[str, str],
    geometry: dict[str, Any] | None,
    shapes: Shapes,
    found: Features,
    report: Report,
) -> None:
    """Keep a node with its position; one without a geometry may say its position in its properties."""
    _keep_record(number, record, found)
    if geometry is not None:
        point = shapes.point(number, geometry)
        if point:
            record |= {"lon": repr(point[0]), "lat": repr(point[1])}
    elif not (record.get("lat") and record.get("lon")):
        problem = N_("the feature has no geometry (null), so the place has no position")
        cure = N_("Set its point on the map, or leave the feature out.")
        report.refuse(
            file, problem, cure, "geometry", row=number, column="geometry", value=record["node_id"]
        )
    if not (record.get("lat") and record.get("lon")):
        report.told |= {(file, number, "lat"), (file, number, "lon")}


def _take_leg(
    file: str,
    number: int,
    record: dict[str, str],
    geometry: dict[str, Any] | None,
    shapes: Shapes,
    found: Features,
    report: Report,
) -> None:
    """Keep a leg and its line; the same leg twice is told."""
    leg = record["leg_id"]
    if record.get("from_node"):
        found.legs.records.append(record)
        found.legs.numbers.append(number)
    line = None if geometry is None else shapes.line(number, geometry)
    if line is None:
        return
    if leg not in found.lines:
        found.lines[leg], found.line_numbers[leg] = line, number
    elif found.lines[leg] == line:
        pattern = N_("The leg occurs twice with the same line; feature {row} was skipped.")
        report.ignored(file, Phrase(pattern, row=number), leg)
    else:
        problem = N_("the leg has two different lines; the other is that of feature {row}")
        cure = N_("Keep one of the two, or give each leg its own leg_id.")
        report.refuse(
            file, Phrase(problem, row=found.line_numbers[leg]), cure, "duplicate-key",
            row=number, column="leg_id", value=leg,
        )  # fmt: skip


def _keep_record(number: int, record: dict[str, str], found: Features) -> None:
    """Keep the record of a feature whose id others may point to."""
    rows = found.nodes if record.get("node_id") else found.legs if record.get("from_node") else None
    if rows is not None:
        rows.records.append(record)
        rows.numbers.append(number)


def _refuse_kind(file: str, number: int, kind: str | None, report: Report) -> None:
    """Report a feature that is neither a node nor a leg."""
    cure = N_("Give points the property node_id and lines the property leg_id.")
    if kind is None:
        problem = N_("the feature has no geometry (null), and does not say which node or leg it is")
    elif kind in {"Point", "LineString", "MultiLineString"}:
        problem = N_("the feature does not say which node or leg it is")
    else:
        problem = N_("the feature is neither a point nor a line")
        cure = N_("Nodes are Points, legs are LineStrings; leave out everything else.")
    report.refuse(file, problem, cure, "geometry", row=number, column="geometry", value=(kind or "")[:_SHORT])



