"""A dataset is typed, frozen and known by the hash of its content."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from corridor.dataset.tables import Dataset, load, split_ids
from corridor.errors import DatasetError, UnknownIdError

if TYPE_CHECKING:
    from pathlib import Path


def test_columns_have_the_types_of_the_schema(sample: Dataset) -> None:
    expected = {"string": "str", "number": "float64", "integer": "Int64", "boolean": "boolean"}
    for table in sample.package.tables.values():
        frame = sample.table(table.name)
        assert list(frame.columns) == [column.name for column in table.columns]
        for column in table.columns:
            assert str(frame[column.name].dtype) == expected[column.type], (table.name, column.name)


def test_values_come_back_as_written(sample: Dataset) -> None:
    leg = sample.row("legs", "end-bordero")
    assert (leg["gauge_mm"], leg["both_ways"], leg["mode"]) == (1435, True, "rail")
    assert pd.isna(leg["operators"])
    claim = sample.row("claims", "c-2")
    assert (claim["low"], claim["high"]) == (8.0, 12.0)
    assert pd.isna(claim["typical"])


def test_a_record_is_plain_and_read_only(sample: Dataset) -> None:
    leg = sample.record("legs", "end-bordero")
    assert (leg["gauge_mm"], leg["both_ways"], leg["operators"]) == (1435, True, None)
    with pytest.raises(TypeError):
        leg["mode"] = "road"  # type: ignore[index]
    with pytest.raises(UnknownIdError, match="atlantis"):
        sample.record("nodes", "atlantis")
    with pytest.raises(UnknownIdError, match="ships"):
        sample.record("ships", "atlantis")


def test_it_cannot_be_rebound(sample: Dataset) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        sample.version = "2"  # type: ignore[misc]


def test_unknown_ids_are_named(sample: Dataset) -> None:
    with pytest.raises(UnknownIdError, match="'nodes' has no row with the id 'atlantis'"):
        sample.row("nodes", "atlantis")
    with pytest.raises(UnknownIdError, match="ships"):
        sample.row("ships", "atlantis")
    with pytest.raises(UnknownIdError, match="corridor_legs"):
        sample.row("corridor_legs", "main")
    assert not sample.has("nodes", "atlantis")
    assert sample.has("nodes", "start")


def test_the_hash_follows_every_byte(package: Path) -> None:
    before = load(package).content_hash
    assert load(package).content_hash == before
    assert len(before) == 12
    assert int(before, 16) >= 0
    notes = (package / "countries.csv").read_text(encoding="utf-8")
    (package / "countries.csv").write_text(notes.replace("Westland", "Westlands"), encoding="utf-8")
    assert load(package).content_hash != before


def test_bad_data_is_refused_with_all_findings(package: Path) -> None:
    for name in ("trade.csv", "events.csv", "topics.csv", "upgrades.csv"):
        (package / name).unlink()
    with pytest.raises(DatasetError, match=r"events\.csv: there is no such file.*And 1 more") as refused:
        load(package)
    assert len(refused.value.findings) == 4


def test_tables_may_be_empty(package: Path) -> None:
    trade = package / "trade.csv"
    trade.write_text(trade.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    empty = load(package).trade
    assert empty.empty
    assert str(empty["value_usd"].dtype) == "float64"
    assert str(empty["trade_id"].dtype) == "str"


def test_a_descriptor_without_a_table_is_refused(package: Path) -> None:
    descriptor = package / "datapackage.json"
    text = descriptor.read_text(encoding="utf-8").replace('"name": "topics"', '"name": "topix"')
    descriptor.write_text(text, encoding="utf-8")
    with pytest.raises(DatasetError, match="'topics' is not described"):
        load(package)


def test_a_package_from_before_the_table_of_restrictions_loads(package: Path) -> None:
    descriptor = package / "datapackage.json"
    described = json.loads(descriptor.read_text(encoding="utf-8"))
    described["resources"] = [one for one in described["resources"] if one["name"] != "restrictions"]
    descriptor.write_text(json.dumps(described), encoding="utf-8")
    (package / "restrictions.csv").unlink()
    data = load(package)
    assert data.restrictions.empty
    assert "yearly" in data.restrictions
    assert "restrictions" not in data.package.tables


@pytest.mark.parametrize(
    ("cell", "ids"), [("a|b-c", ("a", "b-c")), ("a", ("a",)), ("", ()), (float("nan"), ())]
)
def test_lists_of_ids_are_split(cell: object, ids: tuple[str, ...]) -> None:
    assert split_ids(cell) == ids
