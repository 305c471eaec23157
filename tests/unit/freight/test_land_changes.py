"""Freight changes between rail, road and barge at terminals, and once between two ships."""

import pytest

from corridor.chain.splicing import Hop
from corridor.freight.arrays import network
from corridor.freight.land_changes import change_after, has_terminal
from corridor.routing.ask import ask
from tests.shipped import shipped_data

INLAND = ("rail", "road", "river")
PAIRS = (
    ("khorgos-cn", "belgrade"), ("astana", "belgrade"), ("almaty", "novi-sad"), ("aktau-port", "bor"),
    ("aktobe", "belgrade"), ("shymkent", "smederevo"), ("pavlodar", "belgrade"), ("karaganda", "bor"),
    ("dostyk", "belgrade"), ("novi-sad", "aktau-port"), ("batumi-port", "burgas-port"),
    ("belgrade", "almaty"),
)  # fmt: skip
# The first pair had 101, most of them the same way with a stretch by rail or by lorry.
MOST_ROUTES = 40


@pytest.fixture(scope="module")
def data():
    return shipped_data()


def hop(data, leg_id, *, back=False):
    leg = data.record("legs", leg_id)
    start, end = (leg["from_node"], leg["to_node"])[:: -1 if back else 1]
    return Hop(leg_id, reversed=back, start=start, end=end, member_of="")


def stretches(data, way):
    """Modes inland between ships, in order; a ferry of lorries belongs to the road."""
    found = [[]]
    for part in way:
        leg = data.record("legs", part.leg_id)
        is_for_lorries = leg["mode"] == "ferry" and leg["gauge_mm"] is None
        mode = "road" if is_for_lorries else leg["mode"]
        if mode not in INLAND:
            found.append([])
        elif found[-1][-1:] != [mode]:
            found[-1].append(mode)
    return found


def test_a_lorry_does_not_become_a_train_at_a_junction_or_a_border(data):
    train, lorry = hop(data, "makat-beyneu"), hop(data, "beyneu-mangistau-road")
    assert change_after(data, train, lorry, has_changed=False) is None
    assert not has_terminal(data, "brest")
    assert not has_terminal(data, "beyneu")


def test_containers_change_once_at_a_terminal(data):
    lorry, train = hop(data, "tbilisi-batumi-road"), hop(data, "tbilisi-batumi", back=True)
    assert has_terminal(data, "batumi-port")
    assert has_terminal(data, "malaszewicze")
    assert change_after(data, lorry, train, has_changed=False) is True
    assert change_after(data, lorry, train, has_changed=True) is None


def test_a_ship_begins_a_new_stretch_and_a_ferry_of_lorries_does_not(data):
    ship, train = hop(data, "aktau-alat"), hop(data, "alat-boyuk-kesik")
    assert change_after(data, hop(data, "mangistau-aktau-port-road"), ship, has_changed=True) is False
    assert change_after(data, ship, train, has_changed=False) is False
    ferry, lorry = hop(data, "kuryk-alat-roro"), hop(data, "alat-red-bridge-road")
    assert change_after(data, ferry, lorry, has_changed=True) is True
    assert change_after(data, ferry, lorry, has_changed=False) is False


def test_nothing_comes_onto_a_ferry_of_lorries_from_a_train(data):
    train, ferry = hop(data, "mangistau-kuryk-port"), hop(data, "kuryk-alat-roro")
    assert change_after(data, train, ferry, has_changed=False) is None
    assert change_after(data, ferry, hop(data, "alat-boyuk-kesik"), has_changed=False) is None


def test_each_leg_stands_at_most_twice_in_the_network(data):
    net = network(data)
    assert net.hops[: len(net.directions)] == net.directions
    counts = [net.hops.count(one) for one in net.directions]
    assert max(counts) == 2
    assert sum(counts) == len(net.hops)


@pytest.mark.parametrize("ends", PAIRS)
def test_no_route_changes_twice_inland_and_there_are_not_too_many(data, ends):
    found = ask(data, *ends)
    for way in found.hops.values():
        assert max(len(modes) for modes in stretches(data, way)) <= 2
    assert 0 < len(found.table) <= MOST_ROUTES


def test_the_ferry_from_batumi_to_burgas_that_runs_comes_first(data):
    found = ask(data, "batumi-port", "burgas-port")
    assert found.table["availability"].iloc[0] == "running"
    assert found.table["legs"].iloc[0] == "batumi-burgas"


def test_each_place_can_still_be_reached(data):
    for place in ("xian", "trabzon", "kars", "belgrade-port"):
        for start in ("belgrade", "istanbul"):
            assert len(ask(data, start, place).table), (start, place)
