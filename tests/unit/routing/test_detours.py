"""Ways that are clearly different: the best first, none shares more than said, each is a true route."""

import itertools

import pytest

from corridor.errors import RouteError
from corridor.freight.arrays import network
from corridor.resilience.removals import best
from corridor.routing.alternatives import shared
from corridor.routing.detours import detours
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def net():
    return network(shipped_data())


@pytest.mark.parametrize(("origin", "destination"), [("astana", "belgrade"), ("khorgos-cn", "bor")])
@pytest.mark.parametrize("criterion", ["time_h", "distance_km"])
def test_ways_differ_as_said_and_the_best_is_among_them(net, origin, destination, criterion):
    found = detours(net, origin, destination, criterion=criterion)
    assert found.finished
    first = found.table.iloc[0]
    now = best(net, origin, destination, criterion=criterion)
    assert (first[f"{criterion}_typical"], first[f"{criterion}_gaps"]) == (now.total, now.gaps)
    assert len(found.table) >= 3
    for one, other in itertools.combinations(found.table["route_id"], 2):
        assert shared(net.dataset, found.hops[one], found.hops[other]) <= 0.5 + 1e-6
    for nodes in found.table["nodes"].str.split("|"):
        assert (nodes[0], nodes[-1]) == (origin, destination)
        assert len(set(nodes)) == len(nodes)
    assert found.table["distance_km_typical"].max() <= 2 * found.table["distance_km_typical"].min()


def test_as_many_as_asked_for_and_no_more(net):
    assert len(detours(net, "astana", "belgrade", count=1).table) == 1
    assert len(detours(net, "bar", "belgrade", criterion="distance_km").table) == 1  # one line joins them


def test_what_makes_no_sense_is_refused(net):
    with pytest.raises(RouteError, match="is not a criterion"):
        detours(net, "astana", "belgrade", criterion="speed")
