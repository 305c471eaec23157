"""Conflicts list what exact claims state differently, and nothing else."""

import datetime as dt

import pytest

from corridor.audit import ageing as ages
from corridor.audit.conflicts import NATURES, conflicts
from corridor.dataset.tables import load
from tests import sample_package
from tests.checks import every
from tests.sample_package import claim
from tests.shipped import shipped_data

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def shipped():
    return shipped_data()


def listed(tmp_path, *claims):
    rows = sample_package.rows()
    rows["claims"] = list(claims)
    return conflicts(load(sample_package.write(tmp_path / "conflicts", rows)))


def time(id_, **more):
    return claim(id_, "leg:start-gauge", "time_h", **more)


@pytest.mark.parametrize(
    ("one", "other", "nature"),
    [
        ({"typical": "10", "as_of": "2025"}, {"typical": "12", "as_of": "2025-03"}, "same-time"),
        ({"typical": "10", "as_of": "2025"}, {"typical": "12"}, "same-time"),
        ({"typical": "10", "as_of": "2024"}, {"typical": "12", "as_of": "2025"}, "over-time"),
        ({"typical": "10", "as_of": "2017/2019"}, {"typical": "12", "as_of": "2017/2021"}, "over-time"),
        ({"typical": "10", "as_of": "2017/2019"}, {"typical": "12", "as_of": "2017/2019"}, "same-time"),
        ({"low": "8", "high": "12"}, {"typical": "10"}, "same-time"),
        ({"text": "two days"}, {"text": "three days"}, "words"),
    ],
)
def test_two_values_make_a_conflict(tmp_path, one, other, nature):
    found = listed(tmp_path, time("c-1", **one), time("c-2", **other))
    assert list(found["nature"]) == [nature]
    assert set(found["claims"][0]) == {"c-1", "c-2"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"typical": "10"}, {"typical": "10.0", "as_of": "2025"}),
        ({"typical": "10"}, {"typical": "12", "fit": "wider"}),
        ({"typical": "10"}, {"typical": "90", "kind": "worst"}),
        ({"typical": "10"}, {"text": "about ten"}),
        ({"text": "2025-11"}, {"text": "2025-11-03"}),
        ({"text": "Daily"}, {"text": "daily"}),
    ],
)
def test_what_agrees_or_does_not_fit_makes_none(tmp_path, one, other):
    assert len(listed(tmp_path, time("c-1", **one), time("c-2", **other))) == 0


def test_a_conflict_names_headline_ends_and_ratio(tmp_path):
    row = listed(
        tmp_path,
        time("c-1", typical="10", as_of="2020"),
        time("c-2", typical="20", as_of="2025", kind="claimed"),
        time("c-3", typical="30", as_of="2025"),
        time("c-4", typical="25", as_of="2025", source_id="paper-2024", confidence="press"),
    ).iloc[0]
    # c-1 is farther off, but speaks of another year.
    assert (row["headline"], row["low"], row["typical"], row["high"], row["ratio"]) == (
        "c-3",
        20,
        30,
        30,
        1.5,
    )
    assert row["claims"] == ("c-3", "c-2", "c-1", "c-4")
    assert (row["claims_count"], row["sources_count"], row["unit"]) == (4, 2, "h")


def test_the_shipped_data_keeps_its_conflicts(shipped):
    found = conflicts(shipped)
    assert len(found) >= 100
    assert (found["nature"] == "same-time").sum() >= 40
    assert set(found["nature"]) <= set(NATURES)
    ratios = found.loc[found["nature"] == "same-time", "ratio"].dropna()
    assert list(ratios) == sorted(ratios, reverse=True)
    assert (found["claims"].map(len) == found["claims_count"]).all()
    exact = shipped.claims[shipped.claims["fit"] == "exact"].set_index("claim_id")
    assert every(set(ids) <= set(exact.index) for ids in found.loc[found["nature"] != "scope", "claims"])
    assert every(not set(ids) & set(exact.index) for ids in found.loc[found["nature"] == "scope", "claims"])


def test_ageing_counts_every_overdue_claim_once(shipped):
    late = ages.overdue(shipped, today=TODAY)
    counts = ages.ageing(shipped, today=TODAY)
    total = ages.overdue_count(shipped, today=TODAY)
    assert len(late) == counts["overdue_count"].sum() == counts[list(ages.BANDS)].sum().sum() == total > 100
    assert counts["claims_count"].sum() == len(shipped.claims)
    assert list(late["overdue_days"]) == sorted(late["overdue_days"], reverse=True)
    assert late["overdue_days"].min() >= 1


@pytest.mark.parametrize(
    ("days", "band"), [(1, "quarter"), (91, "quarter"), (92, "half-year"), (365, "year"), (366, "older")]
)
def test_ageing_bands(sample, days, band):
    today = dt.date(2027, 12, 31) + dt.timedelta(days=days)
    assert set(ages.overdue(sample, today=today)["band"]) == {band}


def test_nothing_is_overdue_on_the_day_itself(sample):
    today = dt.date(2027, 12, 31)
    assert len(ages.overdue(sample, today=today)) == 0
    assert ages.ageing(sample, today=today)["overdue_count"].sum() == 0
    assert ages.ageing(sample, today=today)["oldest"].isna().all()


def half(id_, value, **more):
    plain = {"as_of": "2025-01/2025-06", "fit": "narrower"}
    return claim(id_, "leg:start-gauge", "volume_t", **{**plain, "typical": value, **more})


def with_series(tmp_path, *claims):
    rows = sample_package.rows()
    rows["quantities"].append(
        {
            **rows["quantities"][0],
            "quantity_id": "volume_t",
            "unit": "t",
            "value_type": "number",
            "is_series": "true",
        }
    )
    rows["claims"] = list(claims)
    return conflicts(load(sample_package.write(tmp_path / "scopes", rows)))


def test_two_counts_of_one_period_differ_in_scope(tmp_path):
    found = with_series(tmp_path, half("c-1", "926"), half("c-2", "2300", source_id="paper-2024"))
    assert list(found["nature"]) == ["scope"]
    assert (found.iloc[0]["low"], found.iloc[0]["high"]) == (926, 2300)
    assert set(found.iloc[0]["claims"]) == {"c-1", "c-2"}


@pytest.mark.parametrize(
    "more",
    [
        {"source_id": "office-2025"},
        {"as_of": "2025-01/2025-07"},
        {"typical": "930"},
        {"kind": "worst"},
    ],
)
def test_one_source_another_period_rounding_or_an_extreme_is_no_other_scope(tmp_path, more):
    other = {"source_id": "paper-2024", "typical": "2300", **more}
    found = with_series(tmp_path, half("c-1", "926"), half("c-2", other.pop("typical"), **other))
    assert found.empty


def test_the_two_counts_of_the_trans_caspian_half_year_stand_side_by_side(shipped):
    found = conflicts(shipped)
    rows = found[(found["nature"] == "scope") & (found["subject_id"] == "trans-caspian")].set_index(
        "quantity"
    )
    row = rows.loc["volume_t"]
    assert (row["low"], row["high"]) == (926_000, 2_300_000)
    claims = shipped.claims.set_index("claim_id").loc[list(row["claims"])]
    said = claims["definition"].str.cat(claims["note"].fillna(""), sep=". ")
    assert said.str.contains("association").any()
    assert said.str.contains("ministry", case=False).any()
