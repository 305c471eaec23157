"""Faults that were once in the shipped claims and sources, each so that it cannot come back unseen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from corridor.evidence.claims import figure
from corridor.words.folding import folded
from tests.shipped import shipped_data

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

_ADMITTED = ("address not known", "mirror")


@pytest.fixture(scope="module")
def data() -> Dataset:
    return shipped_data()


def _as_written(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:g}"


def test_a_claim_whose_words_give_a_range_states_both_its_ends(data: Dataset) -> None:
    claims = data.claims[
        data.claims["high"].isna() & data.claims["typical"].isna() & data.claims["low"].notna()
    ]
    told = [
        row["claim_id"]
        for row in claims.to_dict("records")
        for words in (row["definition"], row["note"])
        if isinstance(words, str)
        and re.search(rf"(?<![\d,.]){re.escape(_as_written(row['low']))}(?:-|–| to )\d", words)
    ]
    assert told == []


def test_the_operator_of_a_service_is_the_one_that_its_claims_name(data: Dataset) -> None:
    names = data.organisations.set_index("organisation_id")["name_en"]
    differing = {}
    for service_id, operator in data.services.set_index("service_id")["operator"].dropna().items():
        said = figure(data, "service", str(service_id), "operator").text
        if (
            said
            and folded(names[operator]) not in folded(said)
            and folded(said) not in folded(names[operator])
        ):
            differing[service_id] = (operator, said)
    assert differing == {}


def test_a_source_without_an_address_says_why(data: Dataset) -> None:
    bare = data.sources[data.sources["url"].isna()]
    silent = [
        row["source_id"]
        for row in bare.to_dict("records")
        if not any(word in row["publisher"] for word in _ADMITTED)
    ]
    assert silent == []
    assert len(bare) <= 7


def test_the_way_from_mersin_states_both_its_ends(data: Dataset) -> None:
    rate = figure(data, "topic", "mersin-poti", "cost_usd_per_feu")
    assert (rate.low, rate.typical, rate.high) == (6800, 6900, 7000)
