"""All published end-to-end times beside our sums."""

from __future__ import annotations

import math

import pytest

from corridor.corridors.calibration import VERDICTS, span_of, stretches
from corridor.corridors.through_times import factor_set, summary, through_times
from corridor.dataset.tables import load
from corridor.evidence import figures
from tests import sample_package


@pytest.fixture(scope="module")
def shipped():
    return through_times(load())


def _with_time(folder, hours):
    rows = sample_package.rows()
    rows["claims"] = [row for row in rows["claims"] if row["subject_id"] != "start-port-m"]
    rows["claims"].append(sample_package.claim("c-p0", "topic:start-port-m", "time_h", typical=hours))
    return load(sample_package.write(folder, rows))


def test_what_others_publish_of_the_whole_moves_the_verdict_but_never_our_sum(tmp_path, monkeypatch):
    monkeypatch.setattr(figures, "drawn_km", {}.get)
    near, far = (through_times(_with_time(tmp_path / hours, hours)) for hours in ("30", "900"))
    ours = ["ours_low", "ours_typical", "ours_high", "factor_set"]
    assert near[ours].equals(far[ours])
    verdicts = [table.set_index("subject").loc["topic:start-port-m"] for table in (near, far)]
    assert [row["verdict"] for row in verdicts] == ["inside", "below"]
    assert [row["is_hit"] for row in verdicts] == [True, False]


def test_every_published_time_of_two_places_we_can_join_is_there(shipped):
    dataset = load()
    chains = {f"corridor:{one}" for one in dataset.corridors["corridor_id"]}
    claims = dataset.claims
    told = claims[(claims["subject_type"] == "corridor") & (claims["quantity"] == "time_h")]
    subjects = {f"corridor:{one}" for one in told["subject_id"]}
    families = {f"corridor:{one}" for one in dataset.corridors["family"].dropna()}
    assert subjects & (chains | families) == {
        one for one in shipped["subject"] if one.startswith("corridor:")
    }
    for corridor_id in dataset.corridors["corridor_id"]:
        pairs = {f"topic:{one}" for one in stretches(dataset, corridor_id)["topic_id"]}
        assert pairs <= set(shipped["subject"])
    assert set(shipped["way"]) <= {"chain", "stretch", "network"}
    assert shipped["factor_set"].nunique() == 1


def test_verdicts_and_hits_agree(shipped):
    assert set(shipped["verdict"]) <= set(VERDICTS)
    assert shipped.loc[shipped["verdict"] == "not-comparable", "is_hit"].isna().all()
    assert (shipped["verdict"].eq("inside") == shipped["is_hit"].fillna(value=False)).all()
    known = shipped[shipped["ours_typical"].notna()]
    assert (known["ours_low"] <= known["ours_typical"]).all()
    assert (known["ours_typical"] <= known["ours_high"]).all()
    assert shipped.loc[shipped["missing_count"] > 0, "ratio"].isna().all()


def test_the_summary_counts_every_row_once(shipped):
    counts = summary(shipped).set_index("way")
    assert counts.loc["all", "times"] == len(shipped) == counts["times"].iloc[:-1].sum()
    assert (counts["hits"] + counts["below"] + counts["above"]).equals(counts["comparable"])
    assert counts.loc["all", "hit_rate"] == pytest.approx(
        counts.loc["all", "hits"] / counts.loc["all", "comparable"]
    )


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


def test_the_factor_set_changes_with_a_factor(sample):
    assert factor_set(sample) == factor_set(sample)
    assert factor_set(sample) != factor_set(load())
