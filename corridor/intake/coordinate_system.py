"""The coordinate system of a GeoJSON file: what it names, and what its numbers tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from corridor.dataset.findings import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.intake.report import Report

_CODE = re.compile(r"(EPSG|CRS|ESRI|OGC)\W+(?:[\d.]+\W+)?(\w+)$", re.IGNORECASE)
_LONGITUDE_FIRST = frozenset({"CRS84", "CRS84H"})
_LATITUDE_FIRST = frozenset({"EPSG:4326", "EPSG:4979"})
_DEGREES = 360.0
_WEB_MERCATOR = 20_037_508.4  # half the equator in metres, the edge of EPSG:3857
_LOOKED_AT = 200
_SHORT = 60

_AS_WGS84 = Phrase(
    "Export the layer again in WGS 84 with longitude first (in QGIS: Save Features As, CRS EPSG:4326)."
)


def named(parsed: dict[str, Any]) -> str:
    """Coordinate system that a file names, such as "EPSG:4326"; "" if it names none or the usual one."""
    crs = parsed.get("crs")
    properties = crs.get("properties") if isinstance(crs, dict) else None
    if not isinstance(properties, dict):
        return ""
    text = str(properties.get("name") or properties.get("code") or properties.get("href") or "")
    found = _CODE.search(text)
    code = text[:_SHORT] if found is None else found[2].upper()
    if code in _LONGITUDE_FIRST:
        return ""
    return code if found is None else f"{found[1].upper()}:{found[2]}"


def is_latitude_first(system: str) -> bool:
    """Whether a coordinate system orders latitude before longitude, which few programs keep to."""
    return system in _LATITUDE_FIRST


def is_in_degrees(file: str, system: str, features: Iterable[Any], report: Report) -> bool:
    """
    Whether the positions of a file are degrees of WGS 84.

    Parameters
    ----------
    file
        Its name, for the report.
    system
        The coordinate system that it names.
    features
        Its features.
    report
        Gets one finding if the file names another system, or if its numbers are metres.
    """
    if system and not is_latitude_first(system):
        problem = Phrase(
            Phrase(
                "the file says that its coordinate system is {system}, not longitude and latitude of WGS 84"
            ),
            system=system,
        )
        report.refuse(file, problem, _AS_WGS84, "coordinate-system", value=system)
        return False
    numbers = _first_numbers(features)
    largest = max(numbers, default=0.0)
    if largest <= _DEGREES:
        return True
    problem = Phrase("the positions are not degrees; they look like metres in a projected coordinate system")
    if largest <= _WEB_MERCATOR and len(numbers) > 1:
        problem = Phrase(
            "the positions are not degrees; they look like metres in a projected coordinate system, "
            "such as EPSG:3857 (Web Mercator)"
        )
    report.refuse(file, problem, _AS_WGS84, "coordinate-system", value=f"{largest:,.0f}")
    return False


def _first_numbers(features: Iterable[Any]) -> list[float]:
    """Sizes of the first numbers of the positions, as long as all features have some beyond degrees."""
    found = []
    for feature in list(features)[:_LOOKED_AT]:
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        position = geometry.get("coordinates") if isinstance(geometry, dict) else None
        while isinstance(position, list) and position and isinstance(position[0], list):
            position = position[0]
        if not isinstance(position, list) or not position:
            continue
        number = position[0]
        if isinstance(number, int | float) and not isinstance(number, bool) and abs(number) > _DEGREES:
            found.append(float(min(abs(number), 1e12)))
        elif isinstance(number, int | float):
            return []  # one position in degrees: the others are slips, each reported on its own
    return found
