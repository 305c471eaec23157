"""The day of the next look follows from one rule, and the data follow the rule."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from corridor.audit import lives
from corridor.audit.ageing import overdue_count
from corridor.audit.known import known_until
from corridor.dataset.tables import load
from tests import sample_package
from tests.shipped import shipped_data
from tools import ageing as tool

if TYPE_CHECKING:
    from pathlib import Path

    from corridor.dataset.tables import Dataset


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return shipped_data()


def _quantity(id_: str = "any", group: str = "time", value_type: str = "number") -> dict[str, str]:
    return {"quantity_id": id_, "group": group, "value_type": value_type}


def test_every_claim_has_the_day_of_the_rule(shipped: Dataset) -> None:
    said = shipped.claims.set_index("claim_id")["check_by"]
    by_rule = lives.due_days(shipped)
    assert said[said != by_rule].index.tolist() == [], "run `python -m tools.ageing`"


def test_the_table_in_the_method_is_the_rule() -> None:
    text = tool.METHOD.read_text(encoding="utf-8")
    assert tool.with_table(text) == text, "run `python -m tools.ageing`"
    assert tool.as_markdown() in text


def test_every_group_has_its_life(shipped: Dataset) -> None:
    assert set(shipped.quantities["group"]) <= set(lives.BY_GROUP)
    assert set(lives.BY_QUANTITY) <= set(shipped.quantities["quantity_id"])


def test_no_day_is_a_blanket(shipped: Dataset) -> None:
    days = shipped.claims["check_by"].value_counts()
    assert days.iloc[0] < len(shipped.claims) / 10


def test_a_treaty_ages_slower_than_a_timetable_and_a_rate() -> None:
    treaty = lives.months(_quantity(group="agreement"), "agreed")
    distance = lives.months(_quantity(group="distance"), "observed")
    timetable = lives.months(_quantity(group="time"), "scheduled")
    rate = lives.months(_quantity(group="cost"), "observed")
    status = lives.months(_quantity("status", group="other"), "observed")
    assert distance > treaty > timetable >= rate > status


@pytest.mark.parametrize(
    ("kind", "value_type", "expected"),
    [("worst", "number", lives.HISTORY), ("observed", "date", lives.HISTORY), ("planned", "date", 18)],
)
def test_what_has_happened_is_history(kind: str, value_type: str, expected: int) -> None:
    assert lives.months(_quantity(value_type=value_type), kind) == expected


@pytest.mark.parametrize(
    ("as_of", "published", "expected"),
    [
        ("2019", "2026-03-10", dt.date(2026, 3, 10)),
        ("2019", None, dt.date(2019, 12, 31)),
        ("2030", None, dt.date(2026, 11, 22)),
        (None, None, dt.date(2026, 11, 22)),
        (None, "2026", dt.date(2026, 11, 22)),
    ],
)
def test_a_page_spoke_last_when_it_was_published_never_after_it_was_read(
    as_of: str | None, published: str | None, expected: dt.date
) -> None:
    reading = lives.Reading(("node", "a", "time_h"), "observed", as_of, published, "2026-11-22")
    assert reading.last_heard == expected


@pytest.mark.parametrize(
    ("day", "count", "expected"),
    [
        (dt.date(2025, 8, 31), 6, dt.date(2026, 2, 28)),
        (dt.date(2024, 2, 29), 12, dt.date(2025, 2, 28)),
        (dt.date(2025, 12, 1), 1, dt.date(2026, 1, 1)),
    ],
)
def test_months_later_stays_in_the_calendar(day: dt.date, count: int, expected: dt.date) -> None:
    assert lives.months_after(day, count) == expected


def _sample(folder: Path, *claims: dict[str, str]) -> Dataset:
    rows: dict[str, Any] = sample_package.rows()
    rows["claims"] = [{**rows["claims"][0], **claim} for claim in claims]
    return load(sample_package.write(folder, rows))


def test_a_newer_page_makes_the_matter_young_and_an_old_one_read_again_does_not(tmp_path: Path) -> None:
    old = {"claim_id": "old", "as_of": "2019", "published": "2020-01-01", "checked_on": "2026-11-22"}
    alone = lives.due_days(_sample(tmp_path / "alone", old))
    newer = {**old, "claim_id": "newer", "published": "2026-01-01"}
    both = lives.due_days(_sample(tmp_path / "both", old, newer))
    assert alone["old"] < both["old"] == both["newer"]


def test_the_counter_moves_with_the_days(shipped: Dataset) -> None:
    counts = [overdue_count(shipped, today=dt.date(year, 11, 30)) for year in (2026, 2027, 2028, 2050)]
    assert counts == sorted(set(counts))
    assert counts[-1] == len(shipped.claims)


def test_the_data_are_known_until_the_month_of_nearly_all_pages(shipped: Dataset) -> None:
    month = known_until(shipped)
    pages = shipped.sources.loc[shipped.sources["kind"] != "dataset", "published"].dropna()
    assert month == "2026-03"
    assert 0 < (pages.str[:7] > month).sum() <= len(pages) / 100


def test_a_few_pages_reach_to_the_newest_of_them(sample: Dataset) -> None:
    used = sample.sources[sample.sources["source_id"].isin(sample.claims["source_id"])]
    newest = used.loc[used["kind"] != "dataset", "published"].dropna().max()
    assert known_until(sample)[:4] == newest[:4]
