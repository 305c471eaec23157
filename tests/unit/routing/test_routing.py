"""Routes on the shipped network: sums as the chains have them, constraints kept, nothing beaten."""

import itertools

import numpy as np
import pytest

from corridor.chain.emissions import inventory
from corridor.chain.splicing import hops
from corridor.chain.staircase import staircase
from corridor.chain.steps import steps_of, totals
from corridor.dataset.places import find
from corridor.errors import PlaceError, RouteError, UnknownIdError
from corridor.freight.arrays import CRITERIA, SCALE, network
from corridor.routing.alternatives import shared, spread
from corridor.routing.routes import Constraints, routes
from tests.checks import every
from tests.shipped import shipped_data

PAIRS = [("khorgos-cn", "belgrade"), ("astana", "belgrade"), ("almaty", "novi-sad"), ("aktau-port", "bor")]


@pytest.fixture(scope="module")
def net():
    return network(shipped_data())


def undominated(found):
    columns = [f"{one}_{part}" for one in found.criteria for part in ("typical", "gaps")]
    rows = found.table[columns].fillna(0).to_numpy()
    return not any(
        (one <= other).all() and (one < other).any() for one, other in itertools.permutations(rows, 2)
    )


@pytest.mark.parametrize(("origin", "destination"), PAIRS)
def test_a_route_is_a_way_whose_sums_are_those_of_its_steps(net, origin, destination):
    found = routes(net, origin, destination, criteria=("time_h", "co2e_kg_per_t"))
    assert found.finished
    assert len(found.table) > 1
    assert undominated(found)
    for row in found.table.to_dict("records"):
        way = found.hops[row["route_id"]]
        places = [way[0].start, *(hop.end for hop in way)]
        assert places == row["nodes"].split("|")
        assert (places[0], places[-1]) == (origin, destination)
        assert len(set(places)) == len(places)
        assert every(one.end == other.start for one, other in itertools.pairwise(way))
        steps = steps_of(net.dataset, way)
        sums = totals(steps).set_index("criterion")
        for criterion in ("time_h", "distance_km", "cost_usd_per_teu"):
            for band in ("low", "typical", "high"):
                expected, rounding = sums.loc[criterion, band], len(steps) / SCALE[CRITERIA.index(criterion)]
                assert row[f"{criterion}_{band}"] == pytest.approx(expected, abs=rounding, nan_ok=True)
            assert row[f"{criterion}_gaps"] == sums.loc[criterion, "missing_count"]
            assert row[f"{criterion}_basis"] == sums.loc[criterion, "basis"]
        assert row["borders_typical"] == (steps["work"] == "border").sum()
        elements = inventory(net.dataset, way)
        assert row["co2e_kg_per_t_typical"] == pytest.approx(elements["co2e_kg_per_t"].sum(), abs=0.1)
        assert row["co2e_kg_per_t_gaps"] == (elements["basis"] == "missing").sum()
        for criterion in CRITERIA:
            low, typical, high = (row[f"{criterion}_{band}"] for band in ("low", "typical", "high"))
            assert np.isnan(typical) or low <= typical <= high


def test_every_chain_of_the_data_is_beaten_by_no_less_than_the_engine_finds(net):
    data = net.dataset
    kinds = data.corridors["kind"].isin(["chain", "reference"])
    compared = 0
    for chain in data.corridors.loc[kinds, "corridor_id"]:
        way = hops(data, chain)
        try:
            net.origin(way[0].start), net.destination(way[-1].end)
        except UnknownIdError:
            continue
        if any(data.record("legs", hop.leg_id)["status"] == "announced" for hop in way):
            continue
        time = totals(steps_of(data, way)).set_index("criterion").loc["time_h"]
        found = routes(net, way[0].start, way[-1].end, criteria=("time_h",)).table
        rounding = len(way) * 2 / SCALE[0]
        no_worse = (found["time_h_typical"] <= time["typical"] + rounding) & (
            found["time_h_gaps"] <= time["missing_count"]
        )
        assert no_worse.any(), chain
        compared += 1
    assert compared >= 5


def test_gaps_never_make_a_route_short(net):
    """By the river neither border nor barge is known: such a way is listed last, and only for what it is."""
    free = Constraints(avoid_countries=frozenset({"RU"}))
    both = ("time_h", "cost_usd_per_teu")
    table = routes(net, "khorgos-cn", "belgrade", criteria=both, constraints=free).table
    assert table["time_h_gaps"].is_monotonic_increasing
    assert set(table["time_h_gaps"]) >= {0, 2}
    assert (table["time_h_complete"] == (table["time_h_gaps"] == 0)).all()
    unknown = table["modes"].str.contains("river") | table["legs"].str.contains("poti-burgas")
    assert (unknown == (table["time_h_gaps"] > 0)).all()
    quickest = routes(net, "khorgos-cn", "belgrade", criteria=("time_h",), constraints=free).table
    assert quickest["time_h_complete"].iloc[0]


def test_constraints_are_kept(net):
    free = routes(net, "astana", "belgrade", criteria=("time_h", "distance_km"))
    assert free.table["countries"].str.contains("RU").any()
    limits = Constraints(
        avoid_countries=frozenset({"RU", "IR"}), avoid_modes=frozenset({"road"}), most_transhipments=3
    )
    kept = routes(net, "astana", "belgrade", criteria=("time_h", "distance_km"), constraints=limits)
    assert len(kept.table)
    assert undominated(kept)
    assert not kept.table["countries"].str.contains("RU|IR").any()
    assert not kept.table["modes"].str.contains("road").any()
    assert (kept.table["transhipments_typical"] <= 3).all()


def test_a_place_can_be_asked_for_and_the_answer_is_the_best_through_it(net):
    through = routes(
        net,
        "astana",
        "belgrade",
        criteria=("distance_km",),
        constraints=Constraints(pass_nodes=("poti-port",)),
    )
    assert len(through.table) == 1
    assert "poti-port" in through.table["nodes"].iloc[0].split("|")
    to = routes(net, "astana", "poti-port", criteria=("distance_km",)).table["distance_km_typical"].iloc[0]
    on = routes(net, "poti-port", "belgrade", criteria=("distance_km",)).table["distance_km_typical"].iloc[0]
    assert through.table["distance_km_typical"].iloc[0] == pytest.approx(to + on)


@pytest.mark.parametrize(
    ("origin", "destination", "passed"),
    [("novi-sad", "stamora-moravita", "dimitrovgrad"), ("zhezkazgan", "warsaw", "alat-port")],
)
def test_a_way_back_to_a_place_does_not_push_out_the_routes_through_another(net, origin, destination, passed):
    limits = Constraints(pass_nodes=(passed,))
    for criteria in (("borders",), ("time_h", "transhipments"), ("distance_km",)):
        found = routes(net, origin, destination, criteria=criteria, constraints=limits)
        assert found.finished
        assert len(found.table)
        for nodes in found.table["nodes"].str.split("|"):
            assert passed in nodes
            assert len(set(nodes)) == len(nodes)


def test_a_closed_leg_never_improves_a_route(net):
    best = routes(net, "astana", "belgrade", criteria=("distance_km",))
    way = next(iter(best.hops.values()))
    before = best.table["distance_km_typical"].iloc[0]
    for hop in way:
        shut = Constraints(avoid_legs=frozenset({hop.leg_id}))
        left = routes(net, "astana", "belgrade", criteria=("distance_km",), constraints=shut)
        assert every(hop.leg_id not in row for row in left.table["legs"].str.replace("~", "").str.split("|"))
        assert left.table.empty or left.table["distance_km_typical"].iloc[0] >= before


def test_distance_is_the_same_both_ways(net):
    for origin, destination in PAIRS:
        there = routes(net, origin, destination, criteria=("distance_km", "borders")).table
        back = routes(net, destination, origin, criteria=("distance_km", "borders")).table
        columns = ["distance_km_typical", "borders_typical"]
        assert there[columns].to_numpy().ravel() == pytest.approx(back[columns].to_numpy().ravel())


@pytest.mark.parametrize(
    ("ends", "words", "criteria", "constraints"),
    [
        (("astana", "astana"), "starts and ends at the same", ("time_h",), Constraints()),
        (("astana", "bor"), "is not a criterion", ("speed",), Constraints()),
        (("astana", "bor"), "at least one criterion", (), Constraints()),
        (("astana", "bor"), "0 or more", ("time_h",), Constraints(most_transhipments=-1)),
        (("astana", "bor"), "at most 3", ("time_h",), Constraints(pass_nodes=("a", "b", "c", "d"))),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_in_words(net, ends, words, criteria, constraints):
    with pytest.raises(RouteError, match=words):
        routes(net, *ends, criteria=criteria, constraints=constraints)


def test_no_route_is_an_answer(net):
    shut = Constraints(avoid_countries=frozenset({"RS"}))
    assert routes(net, "astana", "belgrade", constraints=shut).table.empty


@pytest.mark.parametrize(
    ("words", "node"),
    [
        ("Khorgos", "khorgos-cn"),
        ("Belgrade", "belgrade"),
        ("Београд", "belgrade"),
        ("астана", "astana"),
        ("NOVI  SAD", "novi-sad"),
        ("Aktau", "aktau-port"),
        ("Constanta port", "constanta-port"),
        ("bor", "bor"),
    ],
)
def test_a_place_is_found_by_what_people_call_it(net, words, node):
    assert find(net.dataset, words, among=net.places) == node


@pytest.mark.parametrize("words", ["", "Atlantis", "<script>", "Aktua"])
def test_words_that_name_no_place_are_refused(net, words):
    with pytest.raises(PlaceError, match="The network has no place"):
        find(net.dataset, words, among=net.places)


def test_what_is_shown_is_clearly_different_and_holds_the_best_of_each(net):
    found = routes(net, "khorgos-cn", "belgrade", criteria=("time_h", "co2e_kg_per_t", "distance_km"))
    shown = spread(net.dataset, found)
    assert len(shown) <= 5
    table = found.table.set_index("route_id")
    firsts = set()
    for criterion in found.criteria:
        best = table.sort_values([f"{criterion}_gaps", f"{criterion}_typical"], kind="stable").index[0]
        firsts.add(best)
        assert best in shown
    for one, other in itertools.combinations(shown, 2):
        if not {one, other} <= firsts:
            assert shared(net.dataset, found.hops[one], found.hops[other]) <= 0.5
    way = found.hops[shown[0]]
    assert shared(net.dataset, way, way) == 1


def test_the_staircase_climbs_to_the_totals(net):
    found = routes(net, "aktau-port", "bor", criteria=("time_h",))
    row = found.table.iloc[0]
    steps = steps_of(net.dataset, found.hops[row["route_id"]])
    stairs = staircase(steps)
    assert len(stairs) == len(steps) + 1
    assert stairs.iloc[0][["kind", "node_id"]].tolist() == ["start", "aktau-port"]
    assert stairs["node_id"].iloc[-1] == "bor"
    for column in ("distance_km", "time_h_low", "time_h_typical", "time_h_high", "time_h_gaps"):
        assert stairs[column].is_monotonic_increasing
    assert (stairs["time_h_low"] <= stairs["time_h_typical"]).all()
    assert stairs["time_h_typical"].iloc[-1] == pytest.approx(row["time_h_typical"], abs=1)
    assert stairs["time_h_gaps"].iloc[-1] == row["time_h_gaps"]
    work = stairs["kind"] == "work"
    assert (stairs["distance_km"].diff()[work] == 0).all()
