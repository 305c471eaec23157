"""Taking a leg or node out never makes the best route better, and where nothing else leads on it says so."""

import itertools

import networkx as nx
import pytest

from corridor.errors import RouteError
from corridor.evidence.figures import leg_figure
from corridor.freight.arrays import MODES, STATUSES, network
from corridor.resilience.criticality import criticality
from corridor.resilience.removals import best, best_without, sets_without
from corridor.routing.routes import Constraints, route_id, routes
from tests.shipped import shipped_data

ENDS = ("astana", "belgrade")
INLAND = {"rail", "road", "river"}


@pytest.fixture(scope="module")
def net():
    return network(shipped_data())


def test_no_loss_is_negative_and_gaps_never_shrink(net):
    frame = criticality(net, *ENDS)
    assert set(frame["kind"]) == {"leg", "node"}
    same = frame["gaps_after"] == frame["gaps_before"]
    assert (frame.loc[same, "loss"] >= 0).all()
    assert (frame["gaps_after"].dropna() >= frame["gaps_before"].iloc[0]).all()


def changes_of(dataset):
    """Graph of (place, how freight came, whether it changed inland), as the rule of changes says in words."""
    graph = nx.DiGraph()
    kinds = dataset.nodes.set_index("node_id")["kind"]
    for leg in dataset.legs.to_dict("records"):
        if leg["mode"] not in MODES or leg["status"] not in STATUSES:
            continue
        is_for_lorries = leg["mode"] == "ferry" and leg["leg_id"].endswith("-roro")
        mode = "roro" if is_for_lorries else leg["mode"] if leg["mode"] in INLAND else "ship"
        km = leg_figure(dataset, leg["leg_id"], "distance_km").typical
        ends = [(leg["from_node"], leg["to_node"]), (leg["to_node"], leg["from_node"])]
        for start, end in ends[: 1 + bool(leg["both_ways"])]:
            for before, changed in itertools.product(("", "ship", "roro", *INLAND), (False, True)):
                if {before, mode} == {"rail", "roro"}:
                    continue
                changes = {before, mode} <= INLAND and before != mode
                is_at_a_terminal = kinds[start] in {"seaport", "dry-port"} or "river" in {before, mode}
                if changes and (changed or not is_at_a_terminal):
                    continue
                after = mode != "ship" and (changed or changes)
                graph.add_edge((start, before, changed), (end, mode, after), km=km, leg=leg["leg_id"])
    return graph


def test_distance_lost_is_that_of_another_library(net):
    graph = changes_of(net.dataset)
    frame = criticality(net, *ENDS, criterion="distance_km")
    for row in frame.itertuples():
        left = nx.restricted_view(
            graph,
            [state for state in graph if row.kind == "node" and state[0] == row.id],
            [
                (tail, head)
                for tail, head, leg in graph.edges(data="leg")
                if row.kind == "leg" and leg == row.id
            ],
        )
        lengths = nx.single_source_dijkstra_path_length(left, (ENDS[0], "", False), weight="km")
        arrived = [km for state, km in lengths.items() if state[0] == ENDS[1]]
        assert row.is_left == bool(arrived)
        if row.is_left:
            assert row.after == pytest.approx(min(arrived), abs=0.1)


def test_a_leg_without_a_way_round_leaves_no_route(net):
    frame = criticality(net, "bar", "belgrade", criterion="distance_km")
    alone = frame[frame["id"] == "bar-belgrade"].iloc[0]
    assert not alone["is_left"]
    assert frame.iloc[0]["id"] == "bar-belgrade"


def test_a_limit_on_gaps_is_kept(net):
    frame = criticality(net, "aktau-port", "belgrade", most_gaps=5)
    assert (frame["gaps_after"].dropna() <= 5).all()
    assert (frame["loss"].dropna() >= 0).all()


@pytest.mark.parametrize("criterion", ["time_h", "co2e_kg_per_t", "transhipments", "cost_usd_per_teu"])
def test_each_removal_is_what_asking_again_gives(net, criterion):
    legs = sorted({hop.leg_id for hop in net.hops})
    parts = [*(("leg", leg) for leg in legs[::3]), *(("node", node) for node in net.places[::9])]
    parts = [part for part in parts if part[1] not in ENDS]
    parts += [("leg", hop.leg_id) for hop in best(net, *ENDS, criterion=criterion).way]
    for (kind, id_), after in zip(
        parts, best_without(net, *ENDS, criterion=criterion, parts=parts), strict=True
    ):
        shut = frozenset({id_})
        limits = Constraints(avoid_legs=shut) if kind == "leg" else Constraints(avoid_nodes=shut)
        table = routes(net, *ENDS, criteria=(criterion,), constraints=limits).table
        assert (after is None) == table.empty
        if after is not None:
            first = table.iloc[0]
            assert (after.total, after.gaps) == (first[f"{criterion}_typical"], first[f"{criterion}_gaps"])
            assert route_id(after.way) in set(table["route_id"]) or criterion == "transhipments"


def test_each_set_without_a_leg_is_what_asking_again_gives(net):
    criteria = ("time_h", "co2e_kg_per_t")
    legs = sorted({hop.leg_id for hop in net.hops})[::4]
    for leg, found in zip(legs, sets_without(net, *ENDS, criteria=criteria, legs=legs), strict=True):
        table = routes(
            net, *ENDS, criteria=criteria, constraints=Constraints(avoid_legs=frozenset({leg}))
        ).table
        assert len(found.sums) == len(table)
        assert sorted(found.sums[:, 0].tolist()) == sorted(round(one * 60) for one in table["time_h_typical"])


def test_a_part_that_is_not_there_changes_nothing_and_no_route_is_an_answer(net):
    now = best(net, *ENDS, criterion="time_h")
    assert best_without(net, *ENDS, criterion="time_h", parts=[("leg", "nowhere")]) == [now]
    assert best(net, *ENDS, criterion="time_h", without=("node", ENDS[1])) is None
    with pytest.raises(RouteError, match="is not a criterion"):
        best(net, *ENDS, criterion="speed")
    with pytest.raises(RouteError, match="starts and ends at the same"):
        criticality(net, "astana", "astana")
