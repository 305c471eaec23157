"""The estimate rule holds for any claims in any order."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from corridor.evidence.claims import estimate

_numbers = st.floats(min_value=0, max_value=1e6, allow_nan=False)
_periods = st.one_of(
    st.none(),
    st.integers(2010, 2030).map(str),
    st.dates(dt.date(2010, 1, 1), dt.date(2030, 12, 31)).map(str),
)


@st.composite
def _claim(draw: st.DrawFn) -> dict[str, Any]:
    values = sorted(draw(st.lists(_numbers, min_size=3, max_size=3)))
    keep = draw(st.tuples(st.booleans(), st.booleans(), st.booleans()))
    low, typical, high = (value if kept else None for value, kept in zip(values, keep, strict=True))
    return {
        "low": low,
        "typical": typical,
        "high": high,
        "text": draw(st.sampled_from([None, None, "soon", "2025"])),
        "kind": draw(st.sampled_from(["observed", "scheduled", "agreed", "planned", "claimed", "worst"])),
        "fit": draw(st.sampled_from(["exact", "exact", "exact", "wider", "narrower", "proxy"])),
        "confidence": draw(st.sampled_from(["official", "report", "press", "secondary"])),
        "as_of": draw(_periods),
        "published": draw(_periods),
        "checked_on": "2026-11-22",
        "quantity": draw(st.sampled_from(["time_h", "time_h", "distance_km"])),
    }


_ledgers = st.lists(_claim(), max_size=8).map(
    lambda claims: [{**claim, "claim_id": f"c-{at}"} for at, claim in enumerate(claims)]
)


def _estimate(claims: list[dict[str, Any]], *, is_series: bool = False) -> Any:
    columns = [
        "claim_id", "low", "typical", "high", "text", "kind", "fit", "confidence", "as_of", "published",
        "checked_on", "quantity",
    ]  # fmt: skip
    frame = pd.DataFrame(claims, columns=columns)
    return estimate(frame, quantity="time_h", unit="h", is_series=is_series)


@given(_ledgers.flatmap(lambda claims: st.tuples(st.just(claims), st.permutations(claims))))
def test_the_order_of_the_ledger_does_not_matter(both: tuple[list[Any], list[Any]]) -> None:
    assert _estimate(both[0]) == _estimate(both[1])


@given(_ledgers, st.data())
def test_any_subset_in_any_order_gives_the_same(claims: list[dict[str, Any]], data: st.DataObject) -> None:
    subset = (
        data.draw(st.lists(st.sampled_from(claims), unique_by=lambda one: one["claim_id"])) if claims else []
    )
    in_ledger_order = sorted(subset, key=claims.index)
    assert _estimate(subset) == _estimate(in_ledger_order)


@given(_ledgers)
def test_every_claim_spoke_or_lost_and_none_did_both(claims: list[dict[str, Any]]) -> None:
    result = _estimate(claims)
    spoke, lost = list(result.spoke), [claim_id for claim_id, _ in result.lost]
    ours = sorted(one["claim_id"] for one in claims if one["quantity"] == "time_h")
    assert sorted(spoke + lost) == ours
    assert len(set(spoke + lost)) == len(ours)


@given(_ledgers, _claim())
def test_a_further_claim_removes_none(claims: list[dict[str, Any]], further: dict[str, Any]) -> None:
    def heard(ledger: list[dict[str, Any]]) -> set[str]:
        result = _estimate(ledger)
        return {*result.spoke, *(claim_id for claim_id, _ in result.lost)}

    assert heard(claims) <= heard([*claims, {**further, "claim_id": "c-new"}])


@given(_ledgers)
def test_low_typical_high_rise_and_worst_lies_beyond(claims: list[dict[str, Any]]) -> None:
    result = _estimate(claims)
    if result.low is not None:
        assert result.low <= result.typical <= result.high
        assert result.worst is None or not result.low <= result.worst <= result.high
    assert result.is_missing == (result.claim_id is None)
    assert result.is_missing or result.spoke[0] == result.claim_id


@given(_ledgers)
def test_no_fitting_claim_of_a_better_kind_loses_to_the_headline(claims: list[dict[str, Any]]) -> None:
    result = _estimate(claims)
    order = ["observed", "scheduled", "agreed", "planned", "claimed"]
    rivals = [
        one
        for one in claims
        if one["quantity"] == "time_h" and one["fit"] == "exact" and one["kind"] != "worst"
        and any(one[part] is not None for part in ("low", "typical", "high"))
    ]  # fmt: skip
    if rivals:
        assert order.index(result.kind) == min(order.index(one["kind"]) for one in rivals)


@given(_ledgers)
def test_a_series_keeps_the_headline_and_narrows_the_band(claims: list[dict[str, Any]]) -> None:
    plain, series = _estimate(claims), _estimate(claims, is_series=True)
    assert (series.claim_id, series.typical, series.reason) == (plain.claim_id, plain.typical, plain.reason)
    of = {one["claim_id"]: one["as_of"] for one in claims}
    kinds = {one["claim_id"]: one["kind"] for one in claims}
    assert len({of[one] for one in series.spoke if kinds[one] != "worst"}) <= 1
    spoke, lost = list(series.spoke), [claim_id for claim_id, _ in series.lost]
    assert sorted(spoke + lost) == sorted(one["claim_id"] for one in claims if one["quantity"] == "time_h")
