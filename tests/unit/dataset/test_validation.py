"""Validation finds every problem in one run, with its place and its cure."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from corridor.dataset.validation import validate
from tests import sample_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pandas as pd

TODAY = dt.date(2026, 11, 22)

type_of_rows = dict[str, list[dict[str, str]]]


def _findings(folder: Path, change: Callable[[type_of_rows], Any]) -> pd.DataFrame:
    rows = sample_package.rows()
    change(rows)
    return validate(sample_package.write(folder, rows), today=TODAY)


def _set(table: str, at: int, **cells: str) -> Callable[[type_of_rows], None]:
    return lambda rows: rows[table][at].update(cells)


def test_the_sample_is_valid(package: Path) -> None:
    assert validate(package, today=TODAY).empty


@pytest.mark.parametrize(
    ("change", "place", "check"),
    [
        (_set("nodes", 0, lat="41,5"), ("nodes.csv", 2, "lat"), "type"),
        (_set("nodes", 0, lat="NaN"), ("nodes.csv", 2, "lat"), "type"),
        (_set("nodes", 0, lat="1e999"), ("nodes.csv", 2, "lat"), "type"),
        (_set("nodes", 1, lon="181"), ("nodes.csv", 3, "lon"), "limits"),
        (_set("nodes", 1, lat="62", lon="41"), ("nodes.csv", 3, "lat"), "swapped-position"),
        (_set("nodes", 2, name_en=""), ("nodes.csv", 4, "name_en"), "required"),
        (_set("nodes", 2, gauge_change="maybe"), ("nodes.csv", 4, "gauge_change"), "type"),
        (_set("nodes", 9, iata="AA1"), ("nodes.csv", 11, "iata"), "pattern"),
        (_set("nodes", 3, country="QQ"), ("nodes.csv", 5, "country"), "dangling-reference"),
        (_set("legs", 0, mode="train"), ("legs.csv", 2, "mode"), "not-in-list"),
        (_set("legs", 0, gauge_mm="1435.5"), ("legs.csv", 2, "gauge_mm"), "type"),
        (_set("legs", 0, operators="toy-rail|toy-rial"), ("legs.csv", 2, "operators"), "dangling-reference"),
        (_set("legs", 2, sources="office-2025|nobody"), ("legs.csv", 4, "sources"), "dangling-reference"),
        (_set("services", 0, weekdays="18"), ("services.csv", 2, "weekdays"), "pattern"),
        (_set("services", 0, last_seen="2026-13"), ("services.csv", 2, "last_seen"), "date"),
        (_set("claims", 0, as_of="2024-02-30"), ("claims.csv", 2, "as_of"), "date"),
        (_set("claims", 0, subject_id="nowhere"), ("claims.csv", 2, "subject_id"), "dangling-reference"),
        (_set("claims", 0, subject_type="node"), ("claims.csv", 2, "subject_id"), "dangling-reference"),
        (_set("claims", 1, low="13"), ("claims.csv", 3, "low"), "order"),
        (_set("claims", 0, typical=""), ("claims.csv", 2, "typical"), "no-value"),
        (_set("claims", 0, as_of="2027"), ("claims.csv", 2, "as_of"), "future-date"),
        (
            _set("claims", 0, as_of="2025-01/2025-06", published="2025-05-31"),
            ("claims.csv", 2, "as_of"),
            "after-publication",
        ),
        (_set("claims", 0, published="2026-12"), ("claims.csv", 2, "published"), "future-date"),
        (_set("claims", 0, check_by="2027"), ("claims.csv", 2, "check_by"), "pattern"),
        (_set("sources", 0, published="2030-01-01"), ("sources.csv", 2, "published"), "future-date"),
        (_set("factors", 0, high="15"), ("factors.csv", 2, "value"), "order"),
        (
            _set("upgrades", 0, subject_id="gauge-town"),
            ("upgrades.csv", 2, "subject_id"),
            "dangling-reference",
        ),
        (_set("projects", 0, mends="gauge-town|bridge"), ("projects.csv", 2, "mends"), "dangling-reference"),
        (_set("agreements", 0, countries="QM|US"), ("agreements.csv", 2, "countries"), "dangling-reference"),
        (_set("agreements", 0, event_id="no-visit"), ("agreements.csv", 2, "event_id"), "dangling-reference"),
        (_set("trade", 0, partner="US"), ("trade.csv", 2, "partner"), "dangling-reference"),
        (_set("nodes", 1, node_id="start"), ("nodes.csv", 3, "node_id"), "duplicate-key"),
        (_set("nodes", 2, gauge_change="false"), ("corridor-legs", 3, "leg_id"), "gauge-unsaid"),
        (_set("corridor_legs", 5, reversed="false"), ("corridor-legs", 7, "leg_id"), "chain-broken"),
        (_set("legs", 8, both_ways="false"), ("corridor-legs", 7, "reversed"), "one-way"),
        (_set("corridors", 1, to_node="border-o"), ("corridors.csv", 3, "to_node"), "chain-ends"),
        (lambda rows: rows["corridor_legs"].pop(), ("corridors.csv", 6, "corridor_id"), "chain-empty"),
        (
            lambda rows: rows["corridor_legs"].append(rows["corridor_legs"][0]),
            ("corridor-legs", 12, "corridor_id + sequence"),
            "duplicate-key",
        ),
    ],
)
def test_a_broken_row_is_found_at_its_place(
    tmp_path: Path, change: Callable[[type_of_rows], Any], place: tuple[str, int, str], check: str
) -> None:
    findings = _findings(tmp_path, change)
    places = list(zip(findings["file"], findings["row"], findings["column"], findings["check"], strict=True))
    file = {"corridor-legs": "corridor_legs.csv"}.get(place[0], place[0])
    assert (file, *place[1:], check) in places
    assert findings["problem"].str.len().min() > 0
    assert findings["cure"].str.len().min() > 0


def test_plans_may_lie_ahead(tmp_path: Path) -> None:
    assert _findings(tmp_path, _set("claims", 2, as_of="2030")).empty


def test_ten_broken_rows_give_ten_findings_in_one_run(tmp_path: Path) -> None:
    def break_ten(rows: type_of_rows) -> None:
        for change in (
            _set("nodes", 4, lat="north"),
            _set("legs", 3, status="open"),
            _set("services", 1, weekdays="9"),
            _set("claims", 0, source_id="rumour"),
            _set("claims", 1, low="99"),
            _set("claims", 4, kind=""),
            _set("claims", 6, typical=""),
            _set("factors", 0, value=""),
            _set("projects", 0, do_not_sum="perhaps"),
            _set("trade", 0, trade_id="QM 2025"),
        ):
            change(rows)

    findings = _findings(tmp_path, break_ten)
    assert len(findings) == 10
    assert findings[["file", "row", "column"]].drop_duplicates().shape == (10, 3)


def test_a_misspelt_id_comes_with_a_guess(tmp_path: Path) -> None:
    findings = _findings(tmp_path, _set("legs", 0, operators="toy-rial"))
    assert "Did you mean 'toy-rail'?" in findings["cure"].item()


def test_a_decimal_comma_comes_with_its_cure(tmp_path: Path) -> None:
    findings = _findings(tmp_path, _set("claims", 0, typical="1,5"))
    assert "1.5" in findings["cure"].item()


def _rewrite(file: Path, change: Callable[[bytes], bytes]) -> None:
    file.write_bytes(change(file.read_bytes()))


@pytest.mark.parametrize(
    ("change", "row", "check"),
    [
        (lambda content: b"\xef\xbb\xbf" + content, 1, "byte-order-mark"),
        (lambda content: content.replace(b"Westland", b"West\x00land"), 2, "nul-byte"),
        (lambda content: content.replace(b"Midland", b"M\xefdland"), 3, "encoding"),
        (lambda content: content.decode().encode("utf-16"), 1, "encoding"),
        (lambda content: content.replace(b"QO,", b"QO,extra,", 1), 4, "ragged-row"),
        (lambda content: content.replace(b"\nQN", b"\n\nQN", 1), 3, "blank-row"),
        (lambda content: content.replace(b"Westland", b'"West"land'), 2, "quoting"),
        (lambda _: b"", None, "empty-file"),
        (lambda content: content.replace(b"name_ru", b"name_fr"), 1, "unknown-column"),
        (lambda content: content.replace(b"name_ru", b"name_fr"), 1, "missing-column"),
        (lambda content: content.replace(b"name_ru", b"name_kk"), 1, "doubled-column"),
        (lambda content: content.replace(b"name_kk,name_ru", b"name_ru,name_kk"), 1, "column-order"),
    ],
)
def test_a_broken_file_is_found(
    package: Path, change: Callable[[bytes], bytes], row: int | None, check: str
) -> None:
    _rewrite(package / "countries.csv", change)
    findings = validate(package, today=TODAY)
    found = findings[(findings["file"] == "countries.csv") & (findings["check"] == check)]
    assert len(found) == 1
    assert found["row"].isna().item() if row is None else found["row"].item() == row


def test_a_ragged_row_does_not_make_references_to_it_dangle(package: Path) -> None:
    _rewrite(package / "countries.csv", lambda content: content.replace(b"QO,", b"QO,extra,", 1))
    assert list(validate(package, today=TODAY)["check"]) == ["ragged-row"]


def test_a_missing_file_is_one_finding(package: Path) -> None:
    (package / "organisations.csv").unlink()
    findings = validate(package, today=TODAY)
    assert list(findings["check"]) == ["missing-file"]
    assert "organisation_id,name_en" in findings["cure"].item()


def test_a_missing_descriptor_is_a_finding(tmp_path: Path) -> None:
    assert list(validate(tmp_path)["file"]) == ["datapackage.json"]


def test_long_values_are_shortened(tmp_path: Path) -> None:
    findings = _findings(tmp_path, _set("legs", 0, mode="x" * 5000))
    assert findings["value"].str.len().max() <= 80


@pytest.mark.parametrize(
    "cells",
    [
        {"as_of": "2030", "published": "2025", "kind": "planned"},
        {"as_of": "2025", "published": "2025-03-01"},
        {"as_of": "2025-03-31", "published": "2025-03"},
        {"as_of": "2026", "published": ""},
    ],
)
def test_plans_and_rougher_dates_may_go_beyond_the_day_of_the_page(
    tmp_path: Path, cells: dict[str, str]
) -> None:
    found = _findings(tmp_path / "routes", _set("claims", 0, **cells))
    assert "after-publication" not in set(found["check"])
