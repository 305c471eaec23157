"""A route that is out of season on a day is less sure then than in an answer without a day."""

import datetime as dt
from dataclasses import replace

from corridor.freight.availability import worst
from corridor.pairs.capital_link import availability_on, capital_link
from corridor.routing.ask import find_routes
from corridor.routing.on_day import less_sure_on
from corridor.routing.question import Avoided, RouteQuestion
from corridor.routing.sanctioned import SANCTIONED
from tests.shipped import shipped_data

DATA = shipped_data()
DECEMBER, JULY = dt.date(2026, 12, 10), dt.date(2026, 7, 1)
QUESTION = RouteQuestion(
    origin="almaty",
    destination="belgrade",
    criteria=("time_h",),
    avoid=Avoided(countries=frozenset(SANCTIONED)),
)


def best():
    found = find_routes(DATA, QUESTION)
    return found.hops[found.table.iloc[0]["route_id"]]


def test_the_leading_route_by_kuryk_is_less_sure_in_december_because_of_the_weather():
    told = less_sure_on(DATA, best(), QUESTION, DECEMBER)
    assert {reason.restriction_id for reason in told} == {"kuryk-winter"}
    assert worst(told) == "possible"


def test_in_its_season_it_is_as_sure():
    assert less_sure_on(DATA, best(), QUESTION, JULY) == ()


def test_a_question_with_a_day_is_answered_for_that_day():
    assert less_sure_on(DATA, best(), replace(QUESTION, date=JULY), DECEMBER) == ()


def test_the_link_between_the_capitals_says_the_same():
    link = capital_link(DATA)
    assert availability_on(DATA, link, DECEMBER) == "possible"
    assert availability_on(DATA, link, JULY) == ""
