"""Flow and cut agree with another library; what is not published bounds the answer."""

import itertools

import networkx as nx
import pytest

from corridor.errors import RouteError, UnknownIdError
from corridor.freight.arrays import network
from corridor.freight.capacity import QUANTITIES, capacity, published
from tests.shipped import shipped_data

AVOIDED = ("RU", "IR")
PAIRS = [
    ("almaty", "belgrade"),
    ("aktau-port", "alat-port"),
    ("mangistau", "tbilisi"),
    ("kars", "halkali"),
    ("xian", "almaty"),
    ("ankara", "sofia"),
]
FREE = 10**13


@pytest.fixture(scope="module")
def net():
    return network(shipped_data())


def graph_of(net, ends, unit, otherwise, avoided, without=()):
    limits, graph = published(net, unit), nx.DiGraph()
    for place in net.places:
        limit = FREE if place in ends else limits.get(("node", place), otherwise)
        graph.add_edge((place, "in"), (place, "out"), capacity=0 if ("node", place) in without else limit)
    for hop in net.directions:
        countries = {net.dataset.record("nodes", end)["country"] for end in (hop.start, hop.end)}
        if countries & set(avoided):
            continue
        limit = 0 if ("leg", hop.leg_id) in without else limits.get(("leg", hop.leg_id), otherwise)
        tail, head = (hop.start, "out"), (hop.end, "in")
        before = graph.get_edge_data(tail, head, {"capacity": 0})["capacity"]
        graph.add_edge(tail, head, capacity=before + limit)
    return graph


@pytest.mark.parametrize("unit", QUANTITIES)
@pytest.mark.parametrize("avoided", [(), AVOIDED])
@pytest.mark.parametrize("ends", PAIRS)
def test_the_flow_is_that_of_another_library_and_the_cut_holds_it(net, ends, unit, avoided):
    answer = capacity(net, *ends, unit=unit, avoid_countries=avoided)
    source, sink = (ends[0], "out"), (ends[1], "in")
    upper = nx.maximum_flow_value(graph_of(net, ends, unit, FREE, avoided), source, sink)
    assert answer.upper == (upper if upper < FREE else None)
    assert answer.lower == nx.maximum_flow_value(graph_of(net, ends, unit, 0, avoided), source, sink)
    if answer.upper is not None:
        limits = published(net, unit)
        assert sum(limits[part] for part in answer.cut) == answer.upper
        left = graph_of(net, ends, unit, FREE, avoided, without=answer.cut)
        assert nx.maximum_flow_value(left, source, sink) == 0
        assert answer.lower <= answer.upper


def test_some_of_the_pairs_are_held_and_some_are_not(net):
    answers = [capacity(net, *ends, avoid_countries=AVOIDED) for ends in PAIRS]
    assert any(one.upper is None for one in answers)
    held = capacity(net, "almaty", "belgrade", avoid_countries=AVOIDED)
    assert held.upper
    assert held.cut
    assert capacity(net, "almaty", "belgrade").upper is None


def test_what_is_not_published_is_counted(net):
    answer = capacity(net, "almaty", "belgrade")
    assert answer.known == len(published(net, "t")) > 0
    assert answer.unknown == len({hop.leg_id for hop in net.hops}) + len(net.places) - answer.known


def test_a_question_that_makes_no_sense_is_refused(net):
    with pytest.raises(RouteError, match="starts and ends at the same"):
        capacity(net, "almaty", "almaty")
    with pytest.raises(RouteError, match="not a unit"):
        capacity(net, "almaty", "belgrade", unit="kg")
    with pytest.raises(UnknownIdError):
        capacity(net, "almaty", "nqz")


def test_units_differ(net):
    answers = [capacity(net, *ends, unit=unit) for ends, unit in itertools.product(PAIRS, QUANTITIES)]
    assert {answer.unit for answer in answers} == set(QUANTITIES)


@pytest.mark.parametrize(
    ("ends", "avoided"),
    [(("almaty", "belgrade"), "KZ"), (("xian", "almaty"), "CN"), (("aktau-port", "alat-port"), "AZ")],
)
def test_legs_of_avoided_countries_carry_nothing(net, ends, avoided):
    nothing = capacity(net, *ends, unit="t", avoid_countries=(avoided,))
    assert (nothing.upper, nothing.lower, nothing.cut) == (0, 0, ())


def test_legs_of_other_countries_carry_what_they_did(net):
    """Between Almaty and Tbilisi no way leads through China, Bulgaria or Romania."""
    free = capacity(net, "almaty", "tbilisi", unit="t")
    for avoided in ("CN", "BG", "RO"):
        assert capacity(net, "almaty", "tbilisi", unit="t", avoid_countries=(avoided,)) == free
