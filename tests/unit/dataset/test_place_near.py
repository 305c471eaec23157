"""The freight place that stands for an airport, and back."""

from __future__ import annotations

import pytest

from corridor.dataset.places import airport_near, place_near
from corridor.freight.arrays import network
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.mark.parametrize(("airport", "city"), [("ala", "almaty"), ("nqz", "astana"), ("beg", "belgrade")])
def test_an_airport_stands_for_its_city_and_back(data, airport, city):
    places = network(data).places
    assert place_near(data, airport, places) == city
    assert airport_near(data, city) == airport
    assert place_near(data, city, places) == city


def test_no_city_stands_for_an_airport_far_from_the_network(data):
    places = [place for place in network(data).places if place not in {"belgrade", "belgrade-port"}]
    near = place_near(data, "beg", places)
    assert near is None or data.record("nodes", near)["country"] == "RS"
    assert place_near(data, "beg", ["almaty"]) is None
