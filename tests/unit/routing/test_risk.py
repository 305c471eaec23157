"""Risk: the band of the model of practice, draws that meet it, comparisons that keep what is shared."""

import numpy as np
import pandas as pd
import pytest

from corridor.chain.steps import steps_of
from corridor.practice import in_practice
from corridor.practice.shape import SHAPES, parts_of
from corridor.practice.stored import parameters
from corridor.routing.ask import ask
from corridor.routing.draws import totals
from corridor.routing.risk import risk
from tests.shipped import shipped_data


def steps(*parts):
    return pd.DataFrame(
        [
            {
                "kind": "leg",
                "leg_id": name,
                "mode": "rail",
                "work": None,
                "node_id": None,
                "distance_km_low": low,
                "distance_km_typical": typical,
                "distance_km_high": high,
                "distance_km_basis": "missing" if typical is None else "modelled",
                "time_h_low": low,
                "time_h_typical": typical,
                "time_h_high": high,
                "time_h_basis": "missing" if typical is None else "modelled",
            }
            for name, low, typical, high in parts
        ]
    )


def test_distances_that_are_certain_stay_certain():
    answer = risk({"one": steps(("a", 3.0, 3.0, 3.0), ("b", 4.0, 4.0, 4.0))}, criterion="distance_km")
    assert answer.table[["p10", "p50", "p90", "mean"]].iloc[0].tolist() == [7, 7, 7, 7]


def test_distances_spread_as_the_triangular_distribution():
    routes = {"one": steps(("a", 0.0, 6.0, 12.0), ("b", 10.0, 10.0, 40.0))}
    answer = risk(routes, criterion="distance_km", samples=200_000)
    assert answer.table["mean"].iloc[0] == pytest.approx(6 + 20, rel=0.005)
    share = answer.sensitivity.set_index("part")["share"]
    variances = {"a": (144 + 36 - 72) / 18, "b": (100 + 100 + 1600 - 100 - 400 - 400) / 18}
    assert share["b"] == pytest.approx(variances["b"] / sum(variances.values()))
    assert share.sum() == pytest.approx(1)


def test_the_same_seed_gives_the_same_draws_in_any_order():
    routes = {"x": steps(("a", 1.0, 2.0, 9.0)), "y": steps(("b", 1.0, 2.1, 4.0))}
    one, other = risk(routes), risk(dict(reversed(routes.items())))
    assert one.beats.loc["x", "y"] == pytest.approx(other.beats.loc["x", "y"], abs=1e-12)
    assert one.table.set_index("route_id").loc["x"].equals(other.table.set_index("route_id").loc["x"])
    assert risk(routes, seed=1).beats.loc["x", "y"] != one.beats.loc["x", "y"]


def test_a_shared_part_does_not_blur_a_comparison():
    shared = ("sea", 10.0, 100.0, 400.0)
    near = {"x": steps(shared, ("a", 1.0, 1.0, 1.0)), "y": steps(shared, ("b", 2.0, 2.0, 2.0))}
    far = {"x": steps(("c", 0.0, 101.0, 0.0)), "y": steps(("d", 0.0, 102.0, 0.0))}
    assert risk(near).beats.loc["x", "y"] > 0.9
    assert 0.5 < risk(far).beats.loc["x", "y"] < 0.6
    assert risk(near).beats.loc["x", "x"] == 0.5


def test_adding_a_part_moves_no_percentile_down_and_a_gap_is_counted():
    short, long = steps(("a", 1.0, 2.0, 9.0)), steps(("a", 1.0, 2.0, 9.0), ("b", 0.0, 1.0, 2.0))
    table = risk({"x": short, "y": long, "z": steps(("a", 1.0, 2.0, 9.0), ("c", None, None, None))}).table
    table = table.set_index("route_id")
    assert (table.loc["y", ["p10", "p50", "p90"]] >= table.loc["x", ["p10", "p50", "p90"]]).all()
    assert table["gaps"].to_dict() == {"x": 0, "y": 0, "z": 1}


@pytest.mark.parametrize("criterion", SHAPES)
def test_the_draws_of_real_routes_meet_the_bands_that_are_shown(criterion):
    data = shipped_data()
    found = ask(data, "Astana", "Belgrade")
    frames = {route: steps_of(data, hops) for route, hops in found.hops.items()}
    answer = risk(frames, criterion=criterion, samples=10)
    shown = in_practice(data, frames)
    made = {route: parts_of(frame, SHAPES[criterion]).known for route, frame in frames.items()}
    drawn = totals(made, parameters(criterion), 40_000, 1)
    for row in answer.table.itertuples():
        band = shown[shown["route_id"] == row.route_id].iloc[0]
        assert [row.p10, row.p50, row.p90] == [band[f"{criterion}_{end}"] for end in ("p10", "p50", "p90")]
        percentiles = np.percentile(drawn[row.route_id], (10, 50, 90))
        # The sum of skewed parts is not quite log-normal: docs/method.md says by how much.
        assert percentiles[0] == pytest.approx(row.p10, rel=0.13)
        assert percentiles[1:] == pytest.approx([row.p50, row.p90], rel=0.05)
    assert (answer.table["gaps"] == found.table[f"{criterion}_gaps"]).all()
    shares = answer.sensitivity.groupby("route_id")["share"].sum()
    assert shares.tolist() == pytest.approx([1.0] * len(shares))


def test_which_is_likely_faster_has_the_right_sign_in_either_order():
    routes = {"fast": steps(("a", 0.0, 10.0, 0.0)), "slow": steps(("b", 0.0, 20.0, 0.0))}
    for order in (routes, dict(reversed(routes.items()))):
        beats = risk(order, samples=50_000).beats
        assert beats.loc["fast", "slow"] > 0.9
        assert beats.loc["fast", "slow"] + beats.loc["slow", "fast"] == pytest.approx(1)


def test_the_same_route_is_even_and_what_is_not_known_beats_nothing():
    same = steps(("a", 3.0, 3.0, 3.0))
    assert risk({"x": same, "y": same}).beats.loc["x", "y"] == 0.5
    unknown = risk({"x": same, "y": steps(("c", None, None, None))})
    assert np.isnan(unknown.beats.loc["x", "y"])
