"""Where names of countries, capitals and waters stand on the maps, in every language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pandas as pd
import shapely

from corridor.dataset.shipped import GEO
from corridor.geometry import layer
from corridor.memory.memo import Depends, remembered
from ui.language.text import LANGUAGES, N_, Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.dataset.tables import Dataset

_DIGITS = 2
_MIN_SPOTS, _MAX_SPOTS = 4, 9
_SPOT_EACH_SQUARE_DEG = 12.0
_SAMPLES_ACROSS = 14
# Names far outside every preset are never read.
_READ = shapely.box(5, 22, 125, 62)
# By the name in the layer of rivers: the name, and the zoom from which it is written.
RIVERS: Mapping[str, tuple[str, float]] = {
    "Danube": (N_("Danube"), 3.0),
    "Volga": (N_("Volga"), 4.5),
    "Dnieper": (N_("Dnieper"), 4.75),
    "Don": (N_("Don"), 5.0),
    "Ural": (N_("Ural (river)"), 5.0),
    "Syr Darya": (N_("Syr Darya"), 4.75),
    "Amu Darya": (N_("Amu Darya"), 4.75),
    "Irtysh": (N_("Irtysh"), 5.0),
    "Sava": (N_("Sava"), 5.5),
    "Tisza": (N_("Tisza"), 5.5),
}
# Seas have no outline of their own in the layers: their names stand where there is open water.
SEAS: tuple[tuple[str, tuple[tuple[float, float], ...], float], ...] = (
    (N_("Black Sea"), ((43.1, 34.3), (43.4, 31.5), (42.6, 37.0), (42.2, 30.2), (43.9, 36.2)), 3.0),
    (N_("Caspian Sea"), ((42.3, 50.2), (41.2, 50.8), (38.6, 51.2), (44.9, 49.9), (37.7, 51.6)), 3.0),
    (N_("Mediterranean Sea"), ((34.2, 27.5), (33.4, 30.5), (35.3, 19.0)), 3.5),
    (N_("Aegean Sea"), ((39.0, 25.0), (38.4, 24.9)), 5.5),
    (N_("Adriatic Sea"), ((42.6, 16.4), (43.4, 15.2)), 5.0),
)


def base_names(data: Dataset) -> dict[str, Any]:
    """Collect all names of the base map, as the map's script wants them."""
    words = {lang: Words(lang) for lang in LANGUAGES}
    return {
        "countries": _countries(data),
        "capitals": [
            {"at": [row["lat"], row["lon"]], "from": row["from_zoom"], "names": _named(words, row)}
            for row in _capitals().to_dict("records")
        ],
        "rivers": {
            name: {"from": zoom, "names": {lang: word.gettext(text) for lang, word in words.items()}}
            for name, (text, zoom) in RIVERS.items()
        },
        "seas": [
            {
                "spots": spots,
                "from": zoom,
                "names": {lang: word.gettext(text) for lang, word in words.items()},
            }
            for text, spots, zoom in SEAS
        ],
    }


def country_names(data: Dataset, lang: str) -> list[tuple[tuple[tuple[float, float], ...], str]]:
    """List where the name of each country may stand, longitudes and latitudes, and its name in a language."""
    return [
        (tuple((lon, lat) for lat, lon in country["spots"]), country["names"][lang])
        for country in _countries(data)
    ]


def capital_names(lang: str) -> list[tuple[float, float, str, float]]:
    """List capitals: longitude, latitude, name in a language, zoom from which they are named."""
    words = Words(lang)
    return [
        (row["lon"], row["lat"], words.name(row), row["from_zoom"]) for row in _capitals().to_dict("records")
    ]


def sea_names(lang: str) -> list[tuple[tuple[tuple[float, float], ...], str]]:
    """List where the name of each sea may stand, longitudes and latitudes, and its name in a language."""
    words = Words(lang)
    return [(tuple((lon, lat) for lat, lon in spots), words.gettext(text)) for text, spots, _zoom in SEAS]


def _named(words: Mapping[str, Words], row: Mapping[str, Any]) -> dict[str, str]:
    """Name of a row in every language."""
    return {lang: word.name(row) for lang, word in words.items()}


@cache
def _capitals() -> pd.DataFrame:
    """Capitals with their names and positions."""
    return pd.read_csv(GEO / "capitals.csv", keep_default_na=False)


@remembered(depends_on=Depends.CLAIMS)
def _countries(data: Dataset) -> list[dict[str, Any]]:
    """Collect where the names of countries may stand, the best spot first."""
    countries = data.countries.set_index("iso2").to_dict("index")
    words = {lang: Words(lang) for lang in LANGUAGES}
    areas = layer("countries").set_index("iso2")["geometry"]
    return [
        {"spots": spots, "names": _named(words, countries[iso2])}
        for iso2 in sorted(set(data.nodes["country"]) & set(countries))
        if iso2 in areas.index and (spots := _spots(areas[iso2]))
    ]


def _spots(area: shapely.Geometry) -> list[list[float]]:
    """Points well inside the largest part of a country and far from each other, as latitude and longitude."""
    shown = shapely.intersection(shapely.make_valid(area), _READ)
    if shapely.is_empty(shown):
        return []
    part = max(shapely.get_parts(shown), key=shapely.area)
    west, south, east, north = part.bounds
    across, up = (east - west) / _SAMPLES_ACROSS, (north - south) / _SAMPLES_ACROSS
    grid = [
        shapely.Point(west + (column + 0.5) * across, south + (row + 0.5) * up)
        for column in range(_SAMPLES_ACROSS)
        for row in range(_SAMPLES_ACROSS)
    ]
    rim = part.boundary
    inside = [
        (shapely.distance(point, rim), point) for point in grid if shapely.contains_xy(part, point.x, point.y)
    ]
    if not inside:
        point = part.representative_point()
        return [[round(point.y, _DIGITS), round(point.x, _DIGITS)]]
    middle = max(inside, key=lambda pair: pair[0])[1]
    chosen = [middle]
    count = min(_MAX_SPOTS, _MIN_SPOTS + int(part.area / _SPOT_EACH_SQUARE_DEG))
    while len(chosen) < min(count, len(inside)):
        # Far from the spots that there are, and not at the edge.
        chosen.append(
            max(
                inside,
                key=lambda pair: min(shapely.distance(pair[1], other) for other in chosen) * pair[0] ** 0.5,
            )[1]
        )
    return [[round(point.y, _DIGITS), round(point.x, _DIGITS)] for point in chosen]
