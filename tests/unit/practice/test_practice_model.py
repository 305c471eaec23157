"""The model of practice: its closed form met by draws, its band in order, its parameters those of a fit."""

import math

import numpy as np
import pandas as pd
import pytest

from corridor.chain.steps import steps_of
from corridor.practice import in_practice
from corridor.practice.fit import Item, fit, leave_one_out
from corridor.practice.model import Coefficients, band, median_and_spread, names
from corridor.practice.shape import COST, SHAPES, TIME, amounts, parts_of
from corridor.practice.stored import parameters
from corridor.routing.ask import ask
from tests.shipped import shipped_data

DATA = shipped_data()


def frame(*parts):
    return pd.DataFrame(
        [
            {
                "kind": kind,
                "leg_id": name,
                "work": name,
                "node_id": "there",
                "mode": "rail",
                "time_h_typical": hours,
                "time_h_basis": "missing" if hours is None else "published",
                "cost_usd_per_teu_typical": None,
                "cost_usd_per_teu_basis": None,
            }
            for kind, name, hours in parts
        ]
    )


def coefficients(spread, common, level=0.0, doubt=0.0):
    size = 1 + len(TIME.groups)
    unsure = np.zeros((size, size))
    unsure[0, 0] = doubt
    return Coefficients(
        quantity="time_h",
        level=dict.fromkeys(("timetable", "practice"), level),
        tilt={(of, group): 0.0 for of in ("timetable", "practice") for group in TIME.groups},
        common=dict.fromkeys(("timetable", "practice"), common),
        spread=dict.fromkeys(TIME.kinds, spread),
        doubt=dict.fromkeys(("timetable", "practice"), unsure),
    )


def test_parts_are_sorted_by_kind_of_work_and_those_without_a_figure_counted():
    known, gaps = parts_of(
        frame(("leg", "a", 10.0), ("work", "border", 4.0), ("work", "dwell", 2.0), ("leg", "b", None)), TIME
    )
    assert [part.kind for part in known] == ["moving", "border", "dwell"]
    assert gaps == 1
    assert amounts(known, TIME)[0].sum() == 16
    assert parts_of(frame(("leg", "a", 10.0)), COST) == ([], 0)


def test_without_spread_the_total_is_the_sum_times_the_level():
    sums = amounts(parts_of(frame(("leg", "a", 10.0), ("work", "border", 6.0)), TIME).known, TIME)
    found = band(sums, coefficients(1e-9, 1e-9, math.log(2)))
    assert found == pytest.approx((32, 32, 32), rel=1e-6)


def test_the_closed_form_is_met_by_draws():
    hours = [100.0, 60.0, 40.0, 30.0, 30.0, 20.0]
    sums = np.zeros((2, len(TIME.kinds)))
    sums[0, 0], sums[1, 0] = sum(hours), sum(hour**2 for hour in hours)
    middle, spread = median_and_spread(sums, coefficients(0.4, 0.2, 0.1, 0.01))
    draw = np.random.default_rng(1)
    parts = np.exp(0.4 * draw.standard_normal((200_000, len(hours)))) * hours
    shared = np.exp(0.1 + math.sqrt(0.05) * draw.standard_normal(200_000))
    total = np.log(parts.sum(axis=1) * shared)
    assert middle == pytest.approx(np.median(total), abs=0.005)
    assert spread == pytest.approx(total.std(), rel=0.01)


def test_delays_that_come_together_do_not_average_out():
    many = np.zeros((2, len(TIME.kinds)))
    many[0, 0], many[1, 0] = 100.0, 100.0
    assert median_and_spread(many, coefficients(0.3, 0.2))[1] > 0.2
    assert median_and_spread(many, coefficients(0.3, 0.0))[1] < 0.05


def test_a_fit_finds_what_made_the_figures_and_leaves_out_whole_pages():
    draw = np.random.default_rng(2)
    items = []
    for at in range(60):
        sums = np.zeros((2, len(TIME.kinds)))
        sums[0] = draw.uniform(10, 100, len(TIME.kinds))
        sums[1] = sums[0] ** 2 / 4
        hours = float(sums[0].sum()) * math.exp(0.4 + 0.2 * draw.standard_normal())
        items.append(Item(sums, hours, "practice", frozenset({f"page-{at // 2}"})))
    found = fit(items, "time_h")
    sure = band(items[0].sums, found.parameters)
    assert sure.p50 / items[0].sums[0].sum() == pytest.approx(math.exp(0.4), rel=0.12)
    foretold = leave_one_out(items[:6], "time_h")
    assert len(foretold) == 6
    assert len({spread for _middle, spread in foretold}) == 6


@pytest.mark.parametrize("quantity", SHAPES)
def test_every_parameter_is_stored_and_every_spread_positive(quantity):
    stored = parameters(quantity)
    assert all(value > 0 for value in (*stored.common.values(), *stored.spread.values()))
    count = 2 + 2 * len(stored.shape.groups) + 2 + len(stored.shape.kinds)
    assert len(names(stored.shape)) == count
    for doubt in stored.doubt.values():
        assert np.linalg.eigvalsh(doubt).min() > -1e-5


def test_routes_in_practice_are_in_order_and_the_same_again():
    found = ask(DATA, "Khorgos", "Belgrade")
    steps = {route: steps_of(DATA, hops) for route, hops in found.hops.items()}
    table = in_practice(DATA, steps)
    assert table["route_id"].tolist() == list(steps)
    for quantity in SHAPES:
        ends = [table[f"{quantity}_{end}"] for end in ("p10", "p50", "p90")]
        assert (ends[0] < ends[1]).all()
        assert (ends[1] < ends[2]).all()
    assert table.equals(in_practice(DATA, dict(steps)))


def test_what_is_not_known_has_no_band():
    table = in_practice(DATA, {"none": frame(("leg", "a", None))})
    assert table[["time_h_p50", "cost_usd_per_teu_p50"]].isna().all(axis=None)
    assert table["gaps"].tolist() == [1]
