"""Whether places lie where they say: nodes in their countries, lines between their ends."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import shapely

from corridor.dataset.findings import Phrase
from corridor.geometry import geodesic_km, layer
from corridor.intake import limits
from corridor.intake.antimeridian import continuous
from corridor.intake.coordinate_system import is_latitude_first
from corridor.intake.headings import letter_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.dataset.cells import Cells
    from corridor.dataset.tables import Line
    from corridor.intake.gathering import BroughtLine
    from corridor.intake.headings import Sheet
    from corridor.intake.report import Report

    Place = tuple[float, float]

_FAR_DEG, _NEAR_DEG = 3.0, 0.5
_CHECKED = 5_000


def check_swapped(cells: Cells, sheet: Sheet, report: Report) -> None:
    """
    Report nodes that lie far outside their country but inside it with latitude and longitude exchanged.

    Parameters
    ----------
    cells
        The table of nodes.
    sheet
        The same table as it was brought, for the report.
    report
        Gets the findings.
    """
    if not {"country", "lat", "lon"} <= cells.columns.keys():
        return
    known = {finding.row for finding in report.findings if finding.check == "swapped-position"}
    texts = zip(cells.rows, *(cells.columns[name] for name in ("country", "lat", "lon")), strict=True)
    for at, country, lat_text, lon_text in list(texts)[:_CHECKED]:
        row = sheet.numbers[at - 1]
        area, lat, lon = _areas().get(country), _number(lat_text), _number(lon_text)
        if area is None or lat is None or lon is None or row in known:
            continue
        is_far = shapely.distance(area, shapely.Point(lon, lat)) > _FAR_DEG
        if is_far and shapely.distance(area, shapely.Point(lat, lon)) < _NEAR_DEG:
            problem = Phrase(
                "the place lies far outside its country, but inside it with both numbers exchanged"
            )
            cure = Phrase("Latitude and longitude seem to have changed places.")
            letter = letter_of(sheet, sheet.rows[0].index("lat"))
            report.refuse(
                sheet.source, problem, cure, "swapped-position",
                row=row, column="lat", value=f"{lat_text}, {lon_text}", letter=letter,
            )  # fmt: skip


def places(nodes: Cells) -> dict[str, Place]:
    """Position of each node as (longitude, latitude), where it has one."""
    found = {}
    columns = (nodes.columns.get(name, ()) for name in ("node_id", "lat", "lon"))
    for id_, lat_text, lon_text in zip(*columns, strict=False):
        lat, lon = _number(lat_text), _number(lon_text)
        if lat is not None and lon is not None:
            found[id_] = (lon, lat)
    return found


def fitted(brought: BroughtLine, ends: tuple[Place, Place], leg: str, report: Report) -> Line | None:
    """
    Check a line against the ends of its leg.

    Returns
    -------
    tuple or None
        The line from the leg's first node to its second; None, with a finding, if it leads elsewhere.
    """
    line, source, number, system = brought
    if _off_km(line, ends) <= limits.LINE_OFF_KM:
        return line
    if _off_km(line[::-1], ends) <= limits.LINE_OFF_KM:
        report.corrected(
            source, Phrase("Lines that ran against their leg's direction were turned round."), leg
        )
        return continuous(line[::-1])
    exchanged = tuple((lat, lon) for lon, lat in line)
    fits = [line for line in (exchanged, exchanged[::-1]) if _off_km(line, ends) <= limits.LINE_OFF_KM]
    if fits and is_latitude_first(system):
        pattern = Phrase(
            "The positions have latitude first, as the file's coordinate system {system} asks; "
            "they were read so."
        )
        report.corrected(source, Phrase(pattern, system=system), leg)
        return continuous(fits[0])
    if fits:
        problem = Phrase("the line leads between its leg's places only with latitude and longitude exchanged")
        cure = Phrase("Write longitude first in GeoJSON.")
    else:
        problem = Phrase("the line does not begin and end at its leg's places")
        cure = Phrase("Bring its ends to within 50 km of the two nodes, or correct the nodes.")
    report.refuse(source, problem, cure, "line-off", row=number, column="geometry", value=leg)
    return None


def is_at(line: Sequence[Place], ends: tuple[Place, Place]) -> bool:
    """Whether a line still joins two places."""
    return _off_km(line, ends) <= limits.LINE_OFF_KM


def _off_km(line: Sequence[Place], ends: tuple[Place, Place]) -> float:
    """How far the worse end of a line lies from its place; infinite where a point lies nowhere."""
    try:
        pairs = ((line[0], ends[0]), (line[-1], ends[1]))
        return max(geodesic_km(a[1], a[0], b[1], b[0]) for a, b in pairs)
    except (ValueError, RuntimeError):
        return float("inf")


@cache
def _areas() -> Mapping[str, Any]:
    """Area of each country of the base map."""
    countries = layer("countries")
    return {iso2: area for iso2, area in zip(countries["iso2"], countries.geometry, strict=True) if iso2}


def _number(text: str) -> float | None:
    """Parse a number of degrees; None if the text is none."""
    try:
        value = float(text)
    except ValueError:
        return None
    return value if abs(value) <= 180 else None  # noqa: PLR2004 - degrees
