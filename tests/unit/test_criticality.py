"""Taking a leg or node out never makes the best route better, and where nothing else leads on it says so."""

import networkx as nx
import pytest

from corridor.criticality import criticality
from corridor.dataset import load
from corridor.figures import leg_figure
from corridor.network import MODES, STATUSES, network

ENDS = ("astana", "belgrade")


@pytest.fixture(scope="module")
def net():
    return network(load())


def test_no_loss_is_negative_and_gaps_never_shrink(net):
    frame = criticality(net, *ENDS)
    assert set(frame["kind"]) == {"leg", "node"}
    same = frame["gaps_after"] == frame["gaps_before"]
    assert (frame.loc[same, "loss"] >= 0).all()
    assert (frame["gaps_after"].dropna() >= frame["gaps_before"].iloc[0]).all()


def test_distance_lost_is_that_of_another_library(net):
    graph = nx.MultiGraph()

    for leg in net.dataset.legs.to_dict("records"):
        if leg["mode"] in MODES and leg["status"] in STATUSES:
            km = leg_figure(net.dataset, leg["leg_id"], "distance_km").typical
            graph.add_edge(leg["from_node"], leg["to_node"], leg["leg_id"], km=km)
    frame = criticality(net, *ENDS, criterion="distance_km")
    for row in frame.itertuples():
        left = graph.copy()
        if row.kind == "node":
            left.remove_node(row.id)
        else:
            ends = net.dataset.record("legs", row.id)
            left.remove_edge(ends["from_node"], ends["to_node"], row.id)
        assert row.is_left == nx.has_path(left, *ENDS)
        if row.is_left:
            assert row.after == pytest.approx(nx.dijkstra_path_length(left, *ENDS, "km"), abs=0.1)


def test_a_leg_without_a_way_round_leaves_no_route(net):
    frame = criticality(net, "bar", "belgrade", criterion="distance_km")
    alone = frame[frame["id"] == "bar-belgrade"].iloc[0]
    assert not alone["is_left"]
    assert frame.iloc[0]["id"] == "bar-belgrade"


def test_a_limit_on_gaps_is_kept(net):
    frame = criticality(net, "aktau-port", "belgrade", most_gaps=5)
    assert (frame["gaps_after"].dropna() <= 5).all()
    assert (frame["loss"].dropna() >= 0).all()
