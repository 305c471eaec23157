"""The estimate rule, case by case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from corridor.dataset.periods import is_period, last_day, years_before
from corridor.evidence.claims import Estimate, about, estimate, figure
from tests.shipped import shipped_data

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset


@pytest.fixture(scope="module")
def data() -> Dataset:
    """The shipped route dataset."""
    return shipped_data()


def _claim(id_: str, **more: Any) -> dict[str, Any]:
    plain = {
        "fit": "exact",
        "kind": "observed",
        "confidence": "official",
        "as_of": "2025",
        "quantity": "time_h",
    }
    empty = dict.fromkeys(("low", "typical", "high", "text", "published", "checked_on"))
    return {**empty, **plain, "claim_id": id_, **more}


def _estimate(*claims: dict[str, Any]) -> Estimate:
    return estimate(pd.DataFrame(claims), quantity="time_h", unit="h")


def test_one_claim_is_the_figure() -> None:
    only = _estimate(_claim("a", typical=10.0))
    assert (only.low, only.typical, only.high, only.basis, only.claim_id) == (10, 10, 10, "published", "a")
    assert only.reason == ("only-claim", "observed", "stated")
    assert not only.is_missing


@pytest.mark.parametrize(
    ("worse", "code"),
    [
        ({"kind": "scheduled"}, "kind"),
        ({"kind": "claimed", "as_of": "2026"}, "kind"),
        ({"confidence": "press"}, "confidence"),
        ({"confidence": "secondary", "as_of": "2026"}, "confidence"),
        ({"as_of": "2024"}, "newest"),
        ({"as_of": None}, "newest"),
    ],
)
def test_the_better_claim_wins_whatever_the_order(worse: dict[str, Any], code: str) -> None:
    better, other = _claim("z", typical=10.0), _claim("a", typical=20.0, **worse)
    for claims in ((better, other), (other, better)):
        result = _estimate(*claims)
        assert (result.claim_id, result.typical, result.reason[0]) == ("z", 10.0, code)


def test_official_and_report_stand_side_by_side() -> None:
    result = _estimate(_claim("b", typical=1.0, confidence="report"), _claim("a", typical=2.0, as_of="2024"))
    assert (result.claim_id, result.reason[0]) == ("b", "newest")


def test_publication_then_the_id_break_ties() -> None:
    one = _claim("b", typical=1.0, as_of="2025-01", published="2025-03")
    other = _claim("a", typical=2.0, as_of="2025-01", published="2025-02")
    assert _estimate(one, other).claim_id == "b"
    assert _estimate(one, {**other, "published": "2025-03"}).reason == ("id", "a", "stated")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"typical": 60.0}, {"low": 60.0, "typical": 60.0}),
        ({"typical": 60.0}, {"typical": 60.0, "high": 60.0}),
        ({"typical": 60.0}, {"low": 50.0, "high": 70.0}),
        ({"typical": 60.0}, {"low": 60.0}),
        ({"low": 50.0, "typical": 60.0, "high": 70.0}, {"high": 70.0}),
        ({"low": 50.0, "high": 70.0}, {"low": 60.0, "typical": 60.0}),
        ({"low": 60.0, "typical": 60.0}, {"low": 65.0}),
    ],
)
def test_between_equals_a_typical_value_comes_before_a_bound(
    better: dict[str, float], worse: dict[str, float]
) -> None:
    result = _estimate(_claim("z", **better), _claim("a", **worse))
    assert (result.claim_id, result.reason[0]) == ("z", "precision")
    assert _estimate(_claim("z", **{**better, "as_of": "2024"}), _claim("a", **worse)).claim_id == "a"


def test_the_whole_order_of_kinds() -> None:
    kinds = ["claimed", "planned", "agreed", "scheduled", "observed"]
    claims = [_claim(kind, typical=float(at), kind=kind) for at, kind in enumerate(kinds)]
    assert [_estimate(*claims[: at + 1]).kind for at in range(len(kinds))] == kinds


@pytest.mark.parametrize(
    ("stated", "typical", "shape"),
    [
        ({"low": 8.0, "high": 12.0}, 10.0, "midpoint"),
        ({"low": 8.0}, 8.0, "lower-bound"),
        ({"high": 12.0}, 12.0, "upper-bound"),
        ({"low": 8.0, "typical": 9.0, "high": 12.0}, 9.0, "stated"),
    ],
)
def test_the_shape_of_the_headline(stated: dict[str, float], typical: float, shape: str) -> None:
    result = _estimate(_claim("a", **stated))
    assert (result.typical, result.reason[2]) == (typical, shape)


def test_the_band_spans_young_fitting_claims_of_every_kind() -> None:
    result = _estimate(
        _claim("a", typical=10.0),
        _claim("b", low=5.0, high=7.0, kind="planned", as_of="2023"),
        _claim("c", typical=99.0, as_of="2021"),
        _claim("d", typical=98.0, as_of=None),
    )
    assert (result.low, result.typical, result.high) == (5.0, 10.0, 10.0)
    assert result.spoke == ("a", "b")
    assert result.lost == (("c", "too-old"), ("d", "undated"))


def _series(*claims: dict[str, Any]) -> Estimate:
    return estimate(pd.DataFrame(claims), quantity="time_h", unit="h", is_series=True)


def test_a_series_over_time_is_no_range_of_opinions() -> None:
    claims = [
        _claim("a", typical=4119.0, as_of="2025"),
        _claim("b", typical=4120.0, as_of="2025", published="2026-03"),
        _claim("c", typical=4484.0, as_of="2024"),
        _claim("d", typical=1485.0, as_of="2022"),
        _claim("e", typical=9.0, as_of=None, published="2025"),
        _claim("f", typical=2300.0, as_of="2025-01/2025-06"),
    ]
    result = _series(*claims)
    assert (result.low, result.typical, result.high) == (4119.0, 4120.0, 4120.0)
    assert set(result.spoke) == {"a", "b"}
    assert dict(result.lost) == {
        "c": "other-period",
        "d": "other-period",
        "e": "undated",
        "f": "other-period",
    }
    assert (_estimate(*claims).low, _estimate(*claims).high) == (9.0, 4484.0)


def test_one_period_written_in_two_ways_is_the_same_period() -> None:
    result = _series(
        _claim("a", typical=5.0, as_of="2025"), _claim("b", typical=4.0, as_of="2025-01/2025-12")
    )
    assert (result.low, result.high) == (4.0, 5.0)


def test_what_is_counted_by_period_is_said_in_the_table_of_quantities(data: Dataset) -> None:
    series = set(
        data.quantities.loc[data.quantities["is_series"].eq(other=True).fillna(value=False), "quantity_id"]
    )
    assert {"volume_t", "volume_teu", "trade_turnover_usd", "passengers", "rate_index_20ft"} <= series
    assert not {"time_h", "distance_km", "capacity_t_per_year", "cost_usd_per_teu"} & series
    words = r"in the (?:period|year)|calendar year|on the year before|against the month before"
    told = data.quantities[
        data.quantities["description"].str.contains(words) & data.quantities["value_type"].eq("number")
    ]
    assert set(told["quantity_id"]) - series == set()


def test_the_cargo_of_a_corridor_spans_one_year(data: Dataset) -> None:
    cargo = figure(data, "corridor", "trans-caspian", "volume_t")
    assert (cargo.low, cargo.typical, cargo.high, cargo.as_of) == (4_119_000, 4_119_000, 4_120_000, "2025")


def test_exactly_three_years_is_young_enough() -> None:
    head = _claim("a", typical=10.0, as_of="2025-06-15")
    assert _estimate(head, _claim("b", typical=1.0, as_of="2022-06-15")).low == 1.0
    assert _estimate(head, _claim("b", typical=1.0, as_of="2022-06-14")).low == 10.0


def test_an_old_headline_still_stands_in_its_band() -> None:
    result = _estimate(_claim("a", typical=50.0, as_of="2015"), _claim("b", typical=10.0, kind="planned"))
    assert (result.low, result.typical, result.high, result.claim_id) == (10.0, 50.0, 50.0, "a")


def test_a_plan_for_later_does_not_make_what_is_known_old() -> None:
    result = _estimate(
        _claim("a", typical=50.0, as_of="2024", published="2025-01"),
        _claim("b", typical=10.0, kind="planned", as_of="2040", published="2025-02"),
        _claim("c", typical=60.0, as_of="2023"),
    )
    assert result.spoke == ("a", "b", "c") or set(result.spoke) == {"a", "b", "c"}
    assert result.claim_id == "a"


@pytest.mark.parametrize("fit", ["wider", "narrower", "proxy"])
def test_only_exact_claims_count(fit: str) -> None:
    result = _estimate(_claim("a", typical=10.0, fit=fit))
    assert result.is_missing
    assert result.reason == ("no-fitting-claim", "1", "")
    assert result.lost == (("a", f"fit-{fit}"),)


def test_worst_cases_widen_only_the_extreme() -> None:
    result = _estimate(
        _claim("a", typical=10.0),
        _claim("b", typical=90.0, kind="worst"),
        _claim("c", typical=10.0, kind="worst"),
        _claim("d", text="very late", kind="worst"),
    )
    assert (result.low, result.high, result.worst) == (10.0, 10.0, 90.0)
    assert result.spoke == ("a", "b")
    assert result.lost == (("c", "within-band"), ("d", "words-only"))


def test_a_worst_case_may_lie_below() -> None:
    assert _estimate(_claim("a", typical=10.0), _claim("b", typical=2.0, kind="worst")).worst == 2.0


def test_a_worst_case_alone_is_no_figure() -> None:
    result = _estimate(_claim("a", typical=90.0, kind="worst"))
    assert (result.basis, result.typical, result.worst, result.spoke) == ("missing", None, 90.0, ("a",))


def test_words_are_figures_too_but_numbers_go_first() -> None:
    words = _claim("a", text="2025-11-03"), _claim("b", text="2025-10", confidence="press")
    result = _estimate(*words)
    assert (result.text, result.typical, result.basis) == ("2025-11-03", None, "published")
    assert result.reason == ("confidence", "official", "words")
    assert result.lost == (("b", "outranked"),)
    mixed = _estimate(*words, _claim("c", typical=1.0, confidence="secondary"))
    assert (mixed.claim_id, mixed.reason[0]) == ("c", "only-claim")
    assert mixed.lost == (("a", "words-only"), ("b", "words-only"))


def test_other_quantities_are_ignored() -> None:
    result = _estimate(_claim("a", typical=10.0, quantity="distance_km"))
    assert (result.reason, result.spoke, result.lost) == (("no-claim", "", ""), (), ())


def test_figure_takes_unit_and_claims_from_the_dataset(sample: Dataset) -> None:
    result = figure(sample, "leg", "start-gauge", "time_h")
    assert (result.unit, result.low, result.typical, result.high, result.worst) == ("h", 8, 10, 20, 90)
    assert figure(sample, "leg", "start-gauge", "time_h") is result
    assert figure(sample, "leg", "no-such-leg", "time_h").is_missing
    assert figure(sample, "leg", "start-gauge", "no_such_quantity").unit == ""


def test_about_lists_the_ledger(sample: Dataset) -> None:
    assert list(about(sample, "leg", "start-gauge")["claim_id"]) == ["c-1", "c-2", "c-3", "c-4", "c-13"]
    assert list(about(sample, "leg", "start-gauge", "time_h")["claim_id"]) == ["c-2", "c-3", "c-4"]
    assert about(sample, "leg", "no-such-leg").empty


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024", "2024-12-31"), ("2024-02", "2024-02-29"), ("2023-02-07", "2023-02-07"),
        ("2020/2022-06", "2022-06-30"),
    ],
)  # fmt: skip
def test_periods_end_on_a_day(text: str, day: str) -> None:
    assert last_day(text).isoformat() == day


def test_periods_of_the_calendar() -> None:
    assert is_period("2024-02-29")
    assert not any(map(is_period, ("2023-02-29", "2024-13", "24", "2024-1", "", "today")))
    assert years_before(last_day("2024-02"), 3).isoformat() == "2021-02-28"


def test_of_two_worst_cases_the_one_farther_beyond_the_band_is_shown() -> None:
    """The band is 10 to 20: 3 lies 7 below it and 25 lies 5 above it, so 3 is the extreme; both are told."""
    result = _estimate(
        _claim("a", low=10.0, high=20.0),
        _claim("b", typical=3.0, kind="worst"),
        _claim("c", typical=25.0, kind="worst"),
        _claim("d", typical=15.0, kind="worst"),
    )
    assert result.worst == 3.0
    assert (result.low, result.high) == (10.0, 20.0)
    assert result.lost == (("d", "within-band"),)
    assert set(result.spoke) == {"a", "b", "c"}
