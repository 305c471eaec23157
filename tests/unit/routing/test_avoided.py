"""The dataset without what is avoided: its network is the one with the same parts closed."""

from __future__ import annotations

import pytest

from corridor.errors import RouteError
from corridor.freight.arrays import network
from corridor.pairs.connectivity import KAZAKHSTAN, SERBIA, connectivity
from corridor.questions.catalogue import QUESTIONS
from corridor.questions.parameters import read
from corridor.routing.ask import shut
from corridor.routing.avoided import without
from corridor.routing.question import Avoided
from corridor.scenario.codec import AS_IT_IS
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.mark.parametrize(
    "avoid",
    [
        Avoided(countries=frozenset({"RU", "BY", "IR"})),
        Avoided(modes=frozenset({"road"}), nodes=frozenset({"poti-port"})),
        Avoided(legs=frozenset({"aktau-alat"})),
    ],
)
def test_the_network_is_that_with_the_parts_closed(data, avoid):
    left = network(without(data, avoid))
    closed = network(data, scenario=shut(data, AS_IT_IS, avoid))
    assert set(left.directions) == set(closed.directions)
    assert connectivity(left, KAZAKHSTAN, SERBIA).equals(connectivity(closed, KAZAKHSTAN, SERBIA))


def test_nothing_avoided_is_the_dataset_itself(data):
    assert without(data, Avoided()) is data
    with pytest.raises(RouteError):
        without(data, Avoided(countries=frozenset({"ZZ"})))


def test_pairs_of_countries_can_leave_countries_out(data):
    question = next(one for one in QUESTIONS if one.verb == "country-pairs")
    pairs = {}
    for avoid in ("", "RU,BY,IR"):
        found = question.answer(data, read(question.parameters, {"avoid": avoid} if avoid else {}))
        pairs[avoid] = set(found.tables["country_pairs"]["pair"])
    assert any(pair.startswith("IR-") for pair in pairs[""])
    assert not any(pair.startswith("IR-") for pair in pairs["RU,BY,IR"])
