"""Routes beside each other: sums add up, differences are of like with like, parts stand once."""

from __future__ import annotations

import math

import pytest

from corridor.chain.steps import steps_of
from corridor.routing.ask import ask
from corridor.routing.comparison import KINDS, hours_by_kind, parts_beside, totals_beside
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def found():
    return ask(shipped_data(), "almaty", "belgrade", criteria="time,cost,co2e")


@pytest.fixture(scope="module")
def routes(found):
    return tuple(found.table["route_id"].iloc[[0, 1, len(found.table) // 2, len(found.table) - 1]])


@pytest.fixture(scope="module")
def frames(found, routes):
    return {one: steps_of(shipped_data(), found.hops[one]) for one in routes}


def test_the_first_is_measured_against_itself(found, routes):
    frame = totals_beside(found.table, routes)
    first = frame[(frame["route_id"] == routes[0]) & frame["typical"].notna()]
    assert (first["difference"] == 0).all()
    assert frame.groupby("criterion", sort=False)["route_id"].agg(tuple).map(lambda ids: ids == routes).all()


def test_a_difference_is_of_like_with_like_only_without_gaps(found, routes):
    frame = totals_beside(found.table, routes).set_index(["criterion", "route_id"])
    for (criterion, route), row in frame.iterrows():
        own, first = row["gaps"], frame.loc[(criterion, routes[0]), "gaps"]
        assert row["is_like"] == (own == 0 and first == 0), (criterion, route)


def test_swapping_two_routes_turns_the_sign(found, routes):
    one, other = routes[:2]
    there = totals_beside(found.table, (one, other)).set_index(["criterion", "route_id"])["difference"]
    back = totals_beside(found.table, (other, one)).set_index(["criterion", "route_id"])["difference"]
    for criterion in there.index.get_level_values(0).unique():
        forth, home = there[criterion, other], back[criterion, one]
        assert forth == pytest.approx(-home) or (math.isnan(forth) and math.isnan(home))


def test_hours_by_kind_add_up_to_the_total(found, frames):
    sums = hours_by_kind(frames)
    totals = found.table.set_index("route_id")
    assert sums["kind"].tolist() == [*KINDS] * len(frames)
    for route, frame in frames.items():
        own = sums[sums["route_id"] == route]
        assert own["typical"].sum() == pytest.approx(totals.loc[route, "time_h_typical"], abs=0.5)
        assert own["gaps"].sum() == totals.loc[route, "time_h_gaps"]
        assert own["parts"].sum() == len(frame)
        assert (own["low"] <= own["typical"]).all()
        assert (own["typical"] <= own["high"]).all()


def test_every_part_stands_once_with_the_routes_that_have_it(frames):
    parts = parts_beside(frames)
    # The same work at the same place can take other hours on another route; nothing else stands there twice.
    assert not parts.duplicated(["part", "typical"]).any()
    assert parts.loc[parts["kind"] == "leg", "part"].is_unique
    for route, frame in frames.items():
        known = parts[parts["routes"].str.contains(route)]
        assert set(known["leg_id"].dropna()) == set(frame["leg_id"].dropna())
        assert known["typical"].sum() == pytest.approx(frame["time_h_typical"].sum())
    assert parts["is_shared"].is_monotonic_increasing
    shared = set.intersection(*(set(frame["leg_id"].dropna()) for frame in frames.values()))
    assert set(parts.loc[parts["is_shared"] & (parts["kind"] == "leg"), "leg_id"]) == shared
