"""Facets of the register leave what they say, and count what they would leave."""

import datetime as dt

import pytest

from corridor.partners.facets import FACETS, RegisterFilters, chosen, counts, silence
from corridor.partners.register import register
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def shipped():
    return register(shipped_data(), today=dt.date(2026, 11, 26))


def test_no_filter_leaves_all(shipped):
    found = chosen(shipped, RegisterFilters())
    assert set(found["project_id"]) == set(shipped["project_id"])


@pytest.mark.parametrize("facet", FACETS)
def test_a_count_is_what_choosing_it_leaves(shipped, facet):
    for value, count in counts(shipped, RegisterFilters())[facet].items():
        assert len(chosen(shipped, RegisterFilters(**{facet: value}))) == count, value


def test_counts_heed_the_other_filters(shipped):
    under = counts(shipped, RegisterFilters(sector="transport", partner="RS"))
    rows = chosen(shipped, RegisterFilters(partner="RS"))
    assert under["sector"] == rows["sector"].value_counts().to_dict()
    assert sum(under["stage"].values()) == (rows["sector"] == "transport").sum()


def test_the_longest_silent_come_last(shipped):
    years = chosen(shipped, RegisterFilters())["silent_years"].dropna()
    assert years.is_monotonic_increasing


@pytest.mark.parametrize(
    ("years", "name"),
    [
        (0, "this-year"),
        (0.99, "this-year"),
        (1, "one-year"),
        (2, "two-years"),
        (4, "four-years"),
        (40, "four-years"),
    ],
)
def test_silence_has_a_class(years, name):
    assert silence(years) == name
    assert silence(float("nan")) == "undated"
