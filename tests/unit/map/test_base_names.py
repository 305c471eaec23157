"""Names of the base map: in every language, countries and capitals in their land, seas on water."""

import pytest
import shapely

from corridor.dataset.shipped import GEO
from corridor.geometry import layer
from ui.language.text import LANGUAGES
from ui.map import names
from ui.settings.dataset import dataset

BASE = names.base_names(dataset())
LAND = layer("countries").set_index("iso2")["geometry"]


@pytest.mark.parametrize("group", ["countries", "capitals", "seas"])
def test_everything_is_named_in_every_language(group):
    assert BASE[group]
    for thing in BASE[group]:
        assert set(thing["names"]) == set(LANGUAGES)
        assert all(thing["names"].values())


def test_rivers_are_named_and_are_in_the_layer():
    assert "Danube" in BASE["rivers"]
    assert set(BASE["rivers"]) <= set(layer("rivers")["name"])
    assert BASE["rivers"]["Danube"]["names"]["sr"] == "Дунав"


def test_spots_of_a_country_lie_in_it_and_differ():
    for country in BASE["countries"]:
        area = next(land for land in LAND if _has(land, country["spots"][0]))
        assert all(_has(area, spot) for spot in country["spots"])
        assert len({tuple(spot) for spot in country["spots"]}) == len(country["spots"])


def test_large_countries_have_several_spots():
    spots = {country["names"]["en"]: len(country["spots"]) for country in BASE["countries"]}
    assert spots["Kazakhstan"] >= 8
    assert spots["Serbia"] >= 3


def test_seas_are_named_on_water():
    land = shapely.union_all(LAND.to_numpy())
    for sea in BASE["seas"]:
        assert not any(_has(land, spot) for spot in sea["spots"]), sea["names"]["en"]


def test_capitals_lie_in_their_country():
    rows = names._capitals()
    assert (GEO / "capitals.csv").exists()
    for row in rows.itertuples():
        assert _has(LAND[row.country], (row.lat, row.lon)), row.name_en


def _has(area, spot):
    lat, lon = spot
    return shapely.contains_xy(area, lon, lat)
