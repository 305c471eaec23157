"""Published times and prices of journeys: each statement once, a strict hit, tables as a fresh fit gives."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest

from corridor.corridors.calibration import span_of
from corridor.corridors.practice_scores import covariance_rows, fitted, is_hit, parameter_rows, scores
from corridor.corridors.published_items import forty_to_twenty, published_items
from corridor.corridors.through_times import summary, through_times
from corridor.practice.model import Band
from corridor.practice.shape import SHAPES
from corridor.practice.stored import parameters, table
from tests.shipped import shipped_data
from tools import practice

DATA = shipped_data()
CLOSE = {"rel": 0.01, "abs": 0.01}
PRICES = r"cost_(usd|eur)_per_(teu|feu|40hc|truck|container|unit|vehicle)(_before|_return)?"


@pytest.fixture(scope="module")
def shipped():
    return through_times(DATA)


def _claims_of(name):
    return [claim for cell in table(name)["claim_ids"] for claim in cell.split("|")]


def test_every_published_time_of_a_journey_is_one_item_or_part_of_one():
    claims = DATA.claims
    of_journeys = claims["subject_type"].isin(["corridor", "topic", "service"])
    times = claims.loc[of_journeys & (claims["quantity"] == "time_h"), "claim_id"]
    assert sorted(_claims_of("times")) == sorted(times)


def test_every_published_price_of_a_journey_is_one_item_or_part_of_one():
    claims = DATA.claims
    priced = claims["quantity"].str.fullmatch(PRICES) & claims["subject_type"].ne("leg")
    listed = _claims_of("costs")
    assert len(listed) == len(set(listed))
    assert set(claims.loc[priced, "claim_id"]) <= set(listed) <= set(claims["claim_id"])


def test_a_hit_is_the_figure_itself_inside_and_no_overlap(shipped):
    assert is_hit(10.0, Band(9.0, 12.0, 15.0))
    assert not is_hit(8.9, Band(9.0, 12.0, 15.0))
    counted = shipped[shipped["apart"] == ""]
    inside = counted["published"].between(counted["p10"], counted["p90"])
    assert (inside == counted["is_hit"]).all()
    assert shipped.loc[shipped["apart"] != "", "is_hit"].isna().all()


def test_what_has_no_ends_or_is_a_bound_or_made_our_rate_does_not_count(shipped):
    apart = shipped.set_index("item_id")["apart"]
    assert apart["aside-t-0016"] == "ends-unstated"
    assert apart["gardabani-akhalkalaki-ceiling"] == "bound"
    assert apart["erai-2025"] == "input"


def test_figures_come_from_the_claims_in_hours_and_dollars_for_twenty_feet():
    times = {item.item_id: item for item in published_items(DATA, "time_h")}
    assert times["altynkol-constanta"].published == (480 + 528) / 2
    costs = {item.item_id: item for item in published_items(DATA, "cost_usd_per_teu")}
    assert costs["china-almaty"].published == pytest.approx((5350 + 5400) / 2 * forty_to_twenty(DATA))
    assert costs["bar-belgrade-2007"].published == pytest.approx(371 * 1.3705)
    assert 0.5 < forty_to_twenty(DATA) < 1


def test_the_summary_counts_each_item_that_counts(shipped):
    counts = summary(shipped).set_index(["quantity", "speaks_of"])
    for quantity in SHAPES:
        ours = shipped[(shipped["quantity"] == quantity) & (shipped["apart"] == "")]
        assert counts.loc[(quantity, "all"), "items"] == len(ours)
        assert counts.loc[(quantity, "all"), "hits"] == ours["is_hit"].sum()
        parts = counts.loc[[(quantity, "timetable"), (quantity, "practice")], "items"]
        assert parts.sum() == len(ours)


def test_times_reach_the_goal_with_each_page_left_out(shipped):
    """Over all times; by kind and for costs the page of the method says what is reached."""
    of_times = summary(shipped).set_index(["quantity", "speaks_of"]).loc["time_h"]
    assert of_times.loc["all", "left_out_coverage"] >= 0.75
    assert (of_times["left_out_sharpness"] <= 2.5).all()


@pytest.mark.parametrize("quantity", SHAPES)
def test_the_stored_parameters_are_those_of_a_fresh_fit(quantity):
    """If this fails after a change of the data: make practice."""
    found = fitted(DATA, quantity)
    stored = table("parameters")
    stored = stored[stored["quantity"] == quantity].reset_index(drop=True)
    fresh = pd.DataFrame(parameter_rows(found))
    names = ["quantity", "what", "speaks_of", "work"]
    assert fresh[names].to_numpy().tolist() == stored[names].to_numpy().tolist()
    assert stored["value"].tolist() == pytest.approx(fresh["value"].tolist(), **CLOSE)
    doubt = [row["value"] for row in covariance_rows(found.parameters)]
    stored_doubt = [row["value"] for row in covariance_rows(parameters(quantity))]
    assert stored_doubt == pytest.approx(doubt, **CLOSE)


@pytest.mark.parametrize("quantity", SHAPES)
def test_the_stored_scores_are_those_of_the_data(quantity):
    """If this fails after a change of the data: make practice."""
    stored = table("scores")
    stored = stored[stored["quantity"] == quantity].reset_index(drop=True)
    fresh = scores(DATA, quantity)
    for name in ("item_id", "speaks_of", "apart"):
        assert stored[name].tolist() == fresh[name].tolist()
    for name in ("published", "ours", "p10", "p90", "left_out_p10", "left_out_p90"):
        assert np.allclose(stored[name], fresh[name], rtol=0.01, atol=0.02, equal_nan=True)


@pytest.mark.parametrize(
    ("stated", "span"),
    [
        ((math.nan, 5, math.nan), (5, 5, 5)),
        ((4, math.nan, 8), (4, 6, 8)),
        ((4, math.nan, math.nan), (4, 4, math.inf)),
        ((math.nan, math.nan, 8), (-math.inf, 8, 8)),
        ((4, 4, math.nan), (4, 4, math.inf)),
        ((4, 5, 9), (4, 5, 9)),
    ],
)
def test_a_bound_is_open_on_its_other_side(stated, span):
    assert tuple(span_of(*stated)) == span


def test_the_method_page_holds_what_was_measured():
    """If this fails after a change of the data: make practice."""
    page = practice.METHOD.read_text(encoding="utf-8")
    assert practice.with_measured(page, practice.measured(DATA)) == page
