"""Published times beside our own sums: of whole chains, and of stretches between two places on them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from corridor.corridors.calibration import VERDICTS, Span, calibration, stretches, verdict
from corridor.dataset.tables import Dataset, load
from corridor.evidence import figures
from tests import sample_package

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """The toy legs have no lines on the map."""
    monkeypatch.setattr(figures, "drawn_km", {}.get)


def _with_times(folder: Path, *claims: tuple[str, dict[str, str]]) -> Dataset:
    rows = sample_package.rows()
    for at, (topic, more) in enumerate(claims):
        if topic not in {row["topic_id"] for row in rows["topics"]}:
            rows["topics"].append({"topic_id": topic, "name_en": topic, "kind": "pair"})
        rows["claims"].append(sample_package.claim(f"c-p{at}", f"topic:{topic}", "time_h", **more))
    return load(sample_package.write(folder, rows))


def test_published_times_stand_beside_our_sum(sample: Dataset) -> None:
    row = calibration(sample, "main").iloc[0]
    assert (row["claim_id"], row["low"], row["high"], row["ours_typical"]) == ("c-10", 120.0, 240.0, 120.0)
    assert not row["ours_complete"]
    assert pd.isna(row["ratio"])  # an incomplete sum is not held against it


def test_a_stretch_is_the_legs_and_the_work_between_them(tmp_path: Path) -> None:
    found = stretches(_with_times(tmp_path, ("start-port-m", {"typical": "30"})), "main")
    assert len(found) == 1
    row = found.iloc[0]
    assert (row["from_node"], row["to_node"], row["claim_ids"]) == ("start", "port-m", ("c-p0",))
    assert row["ours_typical"] == 10 + 8 + 10  # a leg, the break of gauge, a leg; not the wait for the ferry
    assert (row["ours_low"], row["ours_high"]) == (8 + 4 + 10, 20 + 24 + 10)
    assert (row["missing_count"], row["missing"], row["verdict"]) == (0, (), "inside")
    assert row["ratio"] == pytest.approx(28 / 30)
    assert not row["reversed"]


def test_a_border_at_the_end_that_the_last_leg_crosses_is_in_the_stretch(tmp_path: Path) -> None:
    found = stretches(_with_times(tmp_path, ("port-n-border-o", {"typical": "40"})), "main")
    assert found["missing"].iloc[0] == ("portn-bordern", "bordern-bordero")
    assert (
        found["ours_typical"].iloc[0] == 6.0
    )  # the border at border-o, but not the one that the ferry crosses


def test_a_pair_against_the_chain_is_marked(tmp_path: Path) -> None:
    found = stretches(_with_times(tmp_path, ("port-m-gauge-town", {"typical": "40"})), "main")
    assert (found["reversed"].iloc[0], found["ours_typical"].iloc[0]) == (True, 10.0)
    assert found["verdict"].iloc[0] == "below"


def test_gaps_and_claims_on_something_else_are_not_held_against_us(tmp_path: Path) -> None:
    dataset = _with_times(
        tmp_path,
        ("start-end", {"typical": "500"}),
        ("start-gauge-town", {"low": "9", "high": "11", "fit": "wider"}),
        ("far-start-port-m", {"typical": "40"}),  # its start is not on the chain
        ("gauge-town-port-m", {"typical": "90", "kind": "worst"}),  # no more than a worst case
    )
    found = stretches(dataset, "main").set_index("topic_id")
    assert list(found.index) == ["start-gauge-town", "start-end"]
    assert list(found["verdict"]) == ["not-comparable"] * 2
    assert (found.loc["start-gauge-town", "fit"], found.loc["start-gauge-town", "published_high"]) == (
        "wider",
        11,
    )
    assert found.loc["start-end", "missing_count"] == 8
    assert found["ratio"].isna().all()
    with_branch = stretches(dataset, "main", branches=["other-start"])
    assert "far-start-port-m" in set(with_branch["topic_id"])


def test_a_bound_counts_as_a_bound(tmp_path: Path) -> None:
    dataset = _with_times(tmp_path, ("start-port-m", {"high": "60"}), ("gauge-town-port-m", {"low": "30"}))
    found = stretches(dataset, "main").set_index("topic_id")
    assert list(found["shape"]) == ["upper-bound", "lower-bound"]
    assert list(found["verdict"]) == ["inside", "below"]


def test_no_pair_no_row(sample: Dataset) -> None:
    assert stretches(sample, "main").empty
    assert stretches(sample, "toys").empty


NAN, INF = math.nan, math.inf


@pytest.mark.parametrize(
    ("ours", "published", "is_complete", "said"),
    [
        ((8, 10, 12), (10, 10, 10), True, "inside"),
        ((8, 10, 12), (5, 20, 30), True, "below"),  # ranges that overlap do not agree by that
        ((8, 10, 12), (5, 11, 30), True, "inside"),
        ((8, 10, 12), (7, 7, 7), True, "above"),
        ((8, 10, 12), (13, 14, 15), True, "below"),
        ((8, 10, 12), (-INF, 11, 11), True, "inside"),
        ((8, 10, 12), (-INF, 7, 7), True, "above"),
        ((8, 10, 12), (13, 13, INF), True, "below"),
        ((8, 10, 12), (9, 9, 9), False, "not-comparable"),
        ((8, 10, 12), (7, 7, 7), False, "above"),
        ((NAN, NAN, NAN), (7, 7, 7), False, "not-comparable"),
    ],
)
def test_the_verdict(
    ours: tuple[float, ...], published: tuple[float, ...], *, is_complete: bool, said: str
) -> None:
    assert verdict(Span(*ours), Span(*published), is_complete=is_complete) == said
    assert said in VERDICTS
