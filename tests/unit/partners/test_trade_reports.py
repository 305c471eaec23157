"""Trade as both report it: figures as recorded, derived ones by their formula, gaps of shared years."""

import pytest

from corridor.dataset.records import records
from corridor.partners.trade import trade_gaps, trade_reports
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.fixture(scope="module")
def reports(data):
    return trade_reports(data)


def test_published_figures_stand_as_recorded_and_lead_to_their_claims(data, reports):
    for row in records(reports[reports["basis"] == "published"]):
        recorded = data.record("trade", row["trade_id"])
        claim = data.record("claims", row["claim_id"])
        assert (row["value_usd"], row["period"], row["reporter"]) == (
            recorded["value_usd"],
            recorded["period"],
            recorded["reporter"],
        )
        assert (claim["typical"], claim["source_id"]) == (row["value_usd"], recorded["source_id"])


def test_a_part_of_the_goods_is_no_trade_between_the_two(data, reports):
    left = set(data.trade["trade_id"]) - set(reports["trade_id"].dropna())
    assert left == {"kz-rs-2025-01-2025-06-turnover"}


def test_derived_figures_add_up(reports):
    def value(period, direction, reporter):
        mine = reports[
            (reports["period"] == period)
            & (reports["direction"] == direction)
            & (reports["reporter"] == reporter)
        ]
        return mine["value_usd"].max()

    assert value("2015", "KZ-RS", "RS") - value("2015", "RS-KZ", "RS") == pytest.approx(117.8e6)
    for period in ("2015", "2016-01/2016-09"):
        parts = value(period, "KZ-RS", "RS") + value(period, "RS-KZ", "RS")
        assert parts == pytest.approx(value(period, "both", "RS"))
    assert value("2024", "KZ-RS", "KZ") == pytest.approx(28.6e6 / 1.804)
    # The year before by growth of each direction is what was published for both.
    parts = value("2024", "KZ-RS", "KZ") + value("2024", "RS-KZ", "KZ")
    assert parts == pytest.approx(value("2024", "both", "KZ"), rel=0.002)


def test_a_gap_is_that_of_whole_years_of_which_both_report(reports):
    gaps = records(trade_gaps(reports))
    assert [(row["year"], row["direction"]) for row in gaps] == [(2024, "both"), (2025, "both")]
    assert gaps[0]["ratio"] == pytest.approx(4)
    for row in gaps:
        mine = reports[
            reports["is_year"] & (reports["year"] == row["year"]) & (reports["direction"] == row["direction"])
        ]
        assert (row["low_usd"], row["high_usd"]) == (mine["value_usd"].min(), mine["value_usd"].max())
        assert row["low_reporter"] != row["high_reporter"]
