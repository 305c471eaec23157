"""Draws: closed forms met, certain parts certain, the same seed the same answer, comparisons fair."""

import pandas as pd
import pytest

from corridor.chain.steps import steps_of
from corridor.dataset.tables import load
from corridor.routing.ask import ask
from corridor.routing.risk import risk


def steps(*parts):
    return pd.DataFrame(
        [
            {
                "kind": "leg",
                "leg_id": name,
                "work": None,
                "node_id": None,
                "time_h_low": low,
                "time_h_typical": typical,
                "time_h_high": high,
                "time_h_basis": "missing" if typical is None else "modelled",
            }
            for name, low, typical, high in parts
        ]
    )


def test_what_is_certain_stays_certain():
    answer = risk({"one": steps(("a", 3.0, 3.0, 3.0), ("b", 4.0, 4.0, 4.0))})
    assert answer.table[["p10", "p50", "p90", "mean"]].iloc[0].tolist() == [7, 7, 7, 7]


def test_mean_and_spread_are_those_of_the_triangular_distribution():
    answer = risk({"one": steps(("a", 0.0, 6.0, 12.0), ("b", 10.0, 10.0, 40.0))}, samples=200_000)
    assert answer.table["mean"].iloc[0] == pytest.approx(6 + 20, rel=0.005)
    share = answer.sensitivity.set_index("part")["share"]
    variances = {"a": (144 + 36 - 72) / 18, "b": (100 + 100 + 1600 - 100 - 400 - 400) / 18}
    assert share["b"] == pytest.approx(variances["b"] / sum(variances.values()), rel=0.02)
    assert share.sum() == pytest.approx(1)


def test_the_same_seed_gives_the_same_draws_in_any_order():
    routes = {"x": steps(("a", 1.0, 2.0, 9.0)), "y": steps(("b", 1.0, 3.0, 4.0))}
    one, other = risk(routes), risk(dict(reversed(routes.items())))
    assert one.table.set_index("route_id").loc["x"].equals(other.table.set_index("route_id").loc["x"])
    assert not risk(routes, seed=1).table.equals(one.table)


def test_a_shared_part_does_not_blur_a_comparison():
    shared = ("sea", 10.0, 100.0, 400.0)
    answer = risk({"x": steps(shared, ("a", 1.0, 1.0, 1.0)), "y": steps(shared, ("b", 2.0, 2.0, 2.0))})
    assert answer.beats.loc["x", "y"] == 1
    assert answer.beats.loc["y", "x"] == 0
    assert answer.beats.loc["x", "x"] == 0.5


def test_adding_a_part_moves_no_percentile_down_and_a_gap_is_counted():
    short, long = steps(("a", 1.0, 2.0, 9.0)), steps(("a", 1.0, 2.0, 9.0), ("b", 0.0, 1.0, 2.0))
    table = risk({"x": short, "y": long, "z": steps(("a", 1.0, 2.0, 9.0), ("c", None, None, None))}).table
    table = table.set_index("route_id")
    assert (table.loc["y", ["p10", "p50", "p90"]] >= table.loc["x", ["p10", "p50", "p90"]]).all()
    assert table["gaps"].to_dict() == {"x": 0, "y": 0, "z": 1}


def test_percentiles_of_real_routes_lie_in_order_within_their_bands():
    data = load()
    found = ask(data, "Astana", "Belgrade")
    answer = risk({route: steps_of(data, way) for route, way in found.hops.items()}, samples=2_000)
    table = answer.table.set_index("route_id").join(found.table.set_index("route_id"))
    assert len(table) == len(found.table)
    for row in table.itertuples():
        assert row.time_h_low - 1 <= row.p10 <= row.p50 <= row.p90 <= row.time_h_high + 1
    assert (table["gaps"] == table["time_h_gaps"]).all()


def test_which_is_likely_faster_is_the_closed_form_in_either_order():
    """
    10 + T against 14, where T is triangular over 0, 6, 12: P(T < 4) = 4 ** 2 / (12 * 6) = 2 / 9.

    The low ends lie apart (10 and 14), so that their difference has to count with the right sign.
    """
    routes = {"drawn": steps(("a", 10.0, 16.0, 22.0)), "fixed": steps(("b", 14.0, 14.0, 14.0))}
    for order in (routes, dict(reversed(routes.items()))):
        beats = risk(order, samples=50_000).beats
        assert beats.loc["drawn", "fixed"] == pytest.approx(2 / 9, abs=0.01)
        assert beats.loc["fixed", "drawn"] == pytest.approx(7 / 9, abs=0.01)


def test_routes_with_equal_sums_are_even_and_the_worse_is_told_first_as_well():
    same = steps(("a", 3.0, 3.0, 3.0)), steps(("b", 1.0, 1.0, 1.0), ("c", 2.0, 2.0, 2.0))
    assert risk({"x": same[0], "y": same[1]}).beats.loc["x", "y"] == 0.5
    worse = risk({"x": steps(("a", 9.0, 9.0, 9.0)), "y": same[1]}).beats
    assert (worse.loc["x", "y"], worse.loc["y", "x"]) == (0, 1)
