"""Reach: never less with more time, as far as the routes say, and nothing claimed that rests on a gap."""

import pytest

from corridor.errors import RouteError, UnknownIdError
from corridor.freight.arrays import CRITERIA, network
from corridor.freight.reach import reach
from corridor.routing.routes import routes
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def net():
    return network(shipped_data())


@pytest.mark.parametrize("criterion", ["time_h", "distance_km", "co2e_kg_per_t"])
def test_more_reaches_no_less(net, criterion):
    before = set()
    for limit in (0, 24, 120, 240, 1000):
        frame = reach(net, "belgrade", limit=limit, criterion=criterion)
        now = set(frame["node_id"])
        assert before <= now
        assert (frame["total"] <= limit).all()
        assert "belgrade" not in now
        before = now
    assert before


@pytest.mark.parametrize("criterion", ["time_h", "distance_km", "borders"])
def test_a_place_lies_as_far_as_its_best_complete_route(net, criterion):
    frame = reach(net, "sofia", limit=1000, criterion=criterion).set_index("node_id")["total"]
    for place in net.places[::7]:
        if place == "sofia":
            continue
        table = routes(net, "sofia", place, criteria=(criterion,)).table
        whole = table[table[f"{criterion}_complete"]]
        least = whole[f"{criterion}_typical"].min() if len(whole) else None
        if place in frame.index:
            assert frame[place] == pytest.approx(least, abs=1e-6)
        else:
            assert least is None or least > 1000


def test_a_limit_that_is_none_is_refused(net):
    for limit in (-1, float("inf"), float("nan")):
        with pytest.raises(RouteError, match="number of 0 or more"):
            reach(net, "sofia", limit=limit)
    with pytest.raises(RouteError, match=CRITERIA[0]):
        reach(net, "sofia", limit=1, criterion="beauty")
    with pytest.raises(UnknownIdError):
        reach(net, "nqz", limit=1)


def test_a_total_is_as_weak_as_its_weakest_part(net):
    frame = reach(net, "belgrade", limit=24 * 20).set_index("node_id")
    for place in ("nis", "tbilisi"):
        table = routes(net, "belgrade", place, criteria=("time_h",)).table
        full = table[table["time_h_complete"]].sort_values("time_h_typical").iloc[0]
        assert frame.loc[place, "total"] == pytest.approx(full["time_h_typical"], abs=1 / 60)
        assert frame.loc[place, "basis"] == full["time_h_basis"]
