"""What tells routes apart, what they are best at, which corridor they resemble."""

import pytest

from corridor.chain.itinerary import itinerary, itinerary_of
from corridor.chain.splicing import hops
from corridor.chain.steps import steps_of
from corridor.corridors.calibration import stretches, stretches_of
from corridor.dataset.places import airport_near, find
from corridor.routing.alternatives import (
    COUNT,
    MAX_MARKS,
    MAX_SHARED_LENGTH,
    MIN_SIMILARITY,
    added,
    best,
    joined,
    marks,
    resembles,
    shared,
    spread,
)
from corridor.routing.ask import ask, ask_detours
from tests.checks import every
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.fixture(scope="module")
def found(data):
    return ask(data, "almaty", "novi-sad", criteria="time,cost,co2e")


def test_no_two_shown_routes_are_called_the_same(data, found):
    told = marks(data, {route: found.hops[route] for route in spread(data, found)})
    assert len(set(told.values())) == len(told)
    assert every(1 < len(stops) <= MAX_MARKS for stops in told.values())


def test_marks_stand_in_the_order_of_travel_and_lie_on_the_route(data, found):
    for route, stops in marks(data, found.hops).items():
        places = [hop.end for hop in found.hops[route]]
        countries = [data.record("nodes", place)["country"] for place in places]
        order = [places.index(id_) if kind == "node" else countries.index(id_) for kind, id_ in stops]
        assert order == sorted(order)
        assert not {"KZ", "RS"}.intersection(id_ for _kind, id_ in stops)


def test_a_route_alone_is_named_too(data, found):
    route = found.table["route_id"].iloc[0]
    assert marks(data, {route: found.hops[route]})[route]


def test_best_is_the_surest_with_the_fewest_gaps_and_then_the_smallest_sum(found):
    table = found.table.set_index("route_id")
    table = table[table["availability"].isin(["running", "seasonal"])]
    for criterion, route in best(found, ("time_h", "co2e_kg_per_t", "transhipments")).items():
        row = table.loc[route]
        few = table[table[f"{criterion}_gaps"] == table[f"{criterion}_gaps"].min()]
        assert row[f"{criterion}_gaps"] == table[f"{criterion}_gaps"].min()
        assert row[f"{criterion}_typical"] == few[f"{criterion}_typical"].min()


def test_a_corridor_resembles_itself_and_a_stray_leg_nothing(data):
    corridor_id, share = resembles(data, hops(data, "tc-danube"))
    assert (corridor_id, share) == ("tc-danube", pytest.approx(1.0))
    assert share >= MIN_SIMILARITY
    assert resembles(data, ()) is None


def test_a_chain_has_the_same_itinerary_and_stretches_as_its_legs(data):
    frame = steps_of(data, hops(data, "tc-danube"))
    assert itinerary_of(data, frame) == itinerary(data, "tc-danube")
    assert stretches_of(data, frame).equals(stretches(data, "tc-danube"))


def test_an_id_is_a_place_even_where_names_are_alike(data):
    for node in data.nodes["node_id"]:
        assert find(data, node, among=set(data.nodes["node_id"])) == node


@pytest.mark.parametrize(
    ("place", "airport"), [("almaty", "ala"), ("belgrade", "beg"), ("beg", "beg"), ("beyneu", None)]
)
def test_airport_near(data, place, airport):
    assert airport_near(data, place) == airport


def test_other_ways_are_added_only_where_clearly_different(data, found):
    others = ask_detours(data, "almaty", "novi-sad", criterion="time")
    whole = joined(found, others)
    others_only = added(found, whole)
    assert set(found.hops) | set(others_only) == set(whole.hops)
    assert set(found.hops).isdisjoint(others_only)
    shown = [*spread(data, found), *others_only]
    assert len(shown) <= COUNT
    assert whole.table["route_id"].tolist()[: len(found.table)] == found.table["route_id"].tolist()
    for route in others_only:
        others_shown = [one for one in shown if one != route]
        assert every(
            shared(data, whole.hops[route], whole.hops[one]) <= MAX_SHARED_LENGTH for one in others_shown
        )


def test_other_ways_keep_to_what_is_avoided(data):
    found = ask_detours(data, "almaty", "novi-sad", avoid="RU,ferry,poti-port")
    assert not found.table["countries"].str.contains("RU").any()
    assert not found.table["modes"].str.contains("ferry").any()
    assert not found.table["nodes"].str.contains("poti-port").any()
