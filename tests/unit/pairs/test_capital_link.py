"""The link between the capitals is that of the route that the page Routes shows first."""

import pytest

from corridor.freight.availability import AVAILABILITIES
from corridor.pairs.capital_link import CAPITALS, capital_link
from corridor.routing.ask import find_routes
from corridor.routing.question import Avoided, RouteQuestion
from corridor.routing.sanctioned import SANCTIONED
from tests.shipped import shipped_data

DATA = shipped_data()


def test_it_is_the_first_route_around_the_sanctioned_countries_and_says_whether_it_can_be_had():
    link = capital_link(DATA)
    question = RouteQuestion(
        origin=CAPITALS[0],
        destination=CAPITALS[1],
        criteria=("time_h",),
        avoid=Avoided(countries=frozenset(SANCTIONED)),
    )
    first = find_routes(DATA, question).table.iloc[0]
    assert link.route_id == first["route_id"]
    assert link.timetable_h == pytest.approx(first["time_h_typical"])
    assert link.availability == first["availability"]
    assert link.availability in AVAILABILITIES
    assert link.p10_h < link.p50_h < link.p90_h


def test_data_without_the_capitals_have_no_link(sample):
    assert capital_link(sample) is None
