"""Flights: direct and one-stop, only with weekdays and block times that are published."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from corridor.air.timetable import STATUS_ORDER, options, week_grid
from corridor.dataset.tables import Dataset, load
from corridor.errors import UnknownIdError
from tests import sample_package

if TYPE_CHECKING:
    from pathlib import Path


def test_direct_comes_first_then_by_status(sample: Dataset) -> None:
    found = options(sample, "aaa", "bbb")
    assert list(found["option_id"]) == ["ty-aaa-bbb", "ty-aaa-ccc+xx-ccc-bbb", "ty-aaa-ccc+ty-ccc-bbb"]
    assert list(found["status"]) == ["operating", "unknown", "suspended"]
    assert list(found["kind"]) == ["direct", "one-stop", "one-stop"]


def test_a_direct_flight_has_its_days_and_published_block(sample: Dataset) -> None:
    direct = options(sample, "aaa", "bbb").iloc[0]
    assert (direct["weekdays"], direct["block_min"], direct["known_on"]) == ("14", 340.0, "2026-02-27")
    assert pd.isna(direct["hub"])


def test_the_way_back_has_neither_days_nor_block_unless_published(sample: Dataset) -> None:
    back = options(sample, "bbb", "aaa").iloc[0]
    assert (back["weekdays"], back["status"]) == ("", "operating")
    assert pd.isna(back["block_min"])


def test_the_way_back_shows_the_block_of_the_other_way(sample: Dataset) -> None:
    there, back = (options(sample, *ends).iloc[0] for ends in (("aaa", "bbb"), ("bbb", "aaa")))
    assert (back["block_min_first_other_way"], there["block_min_first"]) == (340.0, 340.0)
    assert pd.isna(there["block_min_first_other_way"])
    assert pd.isna(back["block_min_onward_other_way"])


def test_both_halves_have_their_own_other_way(tmp_path: Path) -> None:
    rows = sample_package.rows()
    rows["services"][1]["both_ways"] = rows["services"][2]["both_ways"] = "true"
    rows["claims"] += [
        sample_package.claim("c-90", "service:ty-aaa-ccc", "block_min", typical="100", as_of="2025"),
        sample_package.claim("c-91", "service:ty-ccc-bbb", "block_min", typical="50", as_of="2025"),
    ]
    back = options(load(sample_package.write(tmp_path, rows)), "bbb", "aaa").set_index("option_id")
    option = back.loc["ty-ccc-bbb+ty-aaa-ccc"]
    assert (option["block_min_first_other_way"], option["block_min_onward_other_way"]) == (50.0, 100.0)
    assert option[["block_min_first", "block_min_onward", "block_min"]].isna().all()


def test_the_frequency_is_the_published_one_of_each_half(tmp_path: Path) -> None:
    rows = sample_package.rows()
    rows["claims"] += [
        sample_package.claim(
            "c-90", "service:ty-aaa-ccc", "weekly_frequency", low="2", high="4", as_of="2025"
        ),
        sample_package.claim("c-91", "service:xx-ccc-bbb", "weekly_frequency", typical="7", fit="proxy"),
    ]
    found = options(load(sample_package.write(tmp_path, rows)), "aaa", "bbb").set_index("option_id")
    option = found.loc["ty-aaa-ccc+xx-ccc-bbb"]
    ends = [f"frequency_first{end}" for end in ("_low", "", "_high")]
    assert list(option[ends]) == [2.0, 3.0, 4.0]
    assert (option["service_first"], option["service_onward"]) == ("ty-aaa-ccc", "xx-ccc-bbb")
    assert pd.isna(option["frequency_onward"])  # a claim on something like it is no figure
    assert pd.isna(found.loc["ty-aaa-bbb", "frequency_first"])


def test_a_connection_needs_stated_days_of_both(sample: Dataset) -> None:
    found = options(sample, "aaa", "bbb").set_index("option_id")
    unknown = found.loc["ty-aaa-ccc+xx-ccc-bbb"]
    assert (unknown["connection"], unknown["weekdays"]) == ("unknown", "")
    next_day = found.loc["ty-aaa-ccc+ty-ccc-bbb"]  # out on 2 and 6, on from the hub on 3 and 7
    assert (next_day["connection"], next_day["weekdays"], next_day["hub"]) == ("next-day", "26", "ccc")
    assert pd.isna(next_day["block_min"])
    assert next_day["known_on"] == "2024"


@pytest.mark.parametrize(
    ("first", "onward", "connection", "days"),
    [
        ("13", "35", "same-day", "3"),
        ("7", "1", "next-day", "7"),
        ("1", "4", "none", ""),
        ("1", "", "unknown", ""),
    ],
)
def test_days_meet(tmp_path: Path, first: str, onward: str, connection: str, days: str) -> None:
    rows = sample_package.rows()
    rows["services"][1]["weekdays"], rows["services"][2]["weekdays"] = first, onward
    found = options(load(sample_package.write(tmp_path, rows)), "aaa", "bbb").set_index("option_id")
    option = found.loc["ty-aaa-ccc+ty-ccc-bbb"]
    assert (option["connection"], option["weekdays"]) == (connection, days)


def test_blocks_add_up_only_if_both_are_published(tmp_path: Path) -> None:
    rows = sample_package.rows()
    rows["claims"] += [
        sample_package.claim("c-90", "service:ty-aaa-ccc", "block_min", typical="100", as_of="2025"),
        sample_package.claim("c-91", "service:ty-ccc-bbb", "block_min", typical="50", as_of="2025"),
    ]
    found = options(load(sample_package.write(tmp_path, rows)), "aaa", "bbb").set_index("option_id")
    assert found.loc["ty-aaa-ccc+ty-ccc-bbb", "block_min"] == 150.0
    assert pd.isna(found.loc["ty-aaa-ccc+xx-ccc-bbb", "block_min"])


def test_a_leg_without_a_recorded_service_is_still_an_option(tmp_path: Path) -> None:
    rows = sample_package.rows()
    del rows["services"][0]
    found = options(load(sample_package.write(tmp_path, rows)), "aaa", "bbb")
    direct = found[found["kind"] == "direct"].iloc[0]
    assert (direct["option_id"], direct["services"], direct["status"]) == ("air-aaa-bbb", "", "operating")


def test_the_week_is_laid_out(sample: Dataset) -> None:
    grid = week_grid(options(sample, "aaa", "bbb")).set_index("option_id")
    assert list(grid.loc["ty-aaa-bbb", list("1234567")]) == ["runs", "", "", "runs", "", "", ""]
    assert list(grid.loc["ty-aaa-ccc+xx-ccc-bbb", list("126")]) == ["", "unknown", "unknown"]
    assert list(grid.loc["ty-aaa-ccc+ty-ccc-bbb", list("126")]) == ["", "next-day", "next-day"]
    back = week_grid(options(sample, "bbb", "aaa"))
    assert set(back.loc[0, list("1234567")]) == {"unknown"}


def test_no_way_is_an_empty_table(sample: Dataset) -> None:
    none = options(sample, "aaa", "port-n")
    assert none.empty
    assert week_grid(none).empty
    with pytest.raises(UnknownIdError):
        options(sample, "aaa", "zzz")


def test_every_status_of_the_schema_is_ranked(sample: Dataset) -> None:
    assert set(sample.package.tables["services"].column("status").enum) == set(STATUS_ORDER)
