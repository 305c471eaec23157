"""A finding on an upload stands at the row that the visitor sees, and what is said of a file is said once."""

from __future__ import annotations

import json

import pytest

from corridor.dataset.tables import SHIPPED
from corridor.intake import Intake, Note, Upload, limits, take_in
from corridor.intake.archive import unpack
from corridor.intake.report import Report
from corridor.intake.upload import _capped
from tests import sample_package
from tests.hostile.files import as_csv, changed, collection, one, sample_table, shipped, zipped


def taken(uploads: list[Upload]) -> Intake:
    return take_in(uploads, base=SHIPPED)


def points(**changes: dict[str, str]) -> str:
    """The nodes of the made-up land as GeoJSON, some properties changed."""
    features = []
    for row in sample_package.rows()["nodes"]:
        properties = {**row, **changes.get(row["node_id"].replace("-", "_"), {})}
        lat, lon = float(properties.pop("lat")), float(properties.pop("lon"))
        point = {"type": "Point", "coordinates": [lon, lat]}
        features.append({"type": "Feature", "properties": properties, "geometry": point})
    return collection(*features)


def test_lost_letters_are_found_in_the_row_of_the_file() -> None:
    """The first row of data is row 2 of a table, below its header, and feature 1 of GeoJSON."""
    in_table = taken(one("trade.csv", changed("trade", 3, note="Caf\ufffd"))).findings
    assert in_table.loc[in_table["check"] == "letters-lost", "row"].tolist() == [3]
    header = shipped("trade").replace("note", "no\ufffde", 1)
    in_header = taken(one("trade.csv", header)).findings
    assert in_header.loc[in_header["check"] == "unknown-column", ["row", "value"]].to_numpy().tolist() == [
        [1, "no\ufffde"]
    ]
    third = points(gauge_town={"name_en": "Caf\ufffd"})
    in_features = taken(one("nodes.geojson", third)).findings
    assert in_features.loc[in_features["check"] == "letters-lost", "row"].tolist() == [3]


@pytest.mark.parametrize("is_table", [True, False])
def test_a_place_with_exchanged_numbers_is_found_in_the_row_of_the_file(*, is_table: bool) -> None:
    """Almaty (43.2 N, 76.9 E) written the other way round lies near the pole; it is row 3, or feature 2."""
    rows = sample_package.rows()["nodes"][:3]
    rows[1] |= {"country": "KZ", "lat": "76.9", "lon": "43.2"}
    if is_table:
        content = as_csv(list(rows[1]), [[row.get(name, "") for name in rows[1]] for row in rows])
        found = taken(one("nodes.csv", content)).findings
    else:
        features = [
            {
                "type": "Feature",
                "properties": {name: text for name, text in row.items() if name not in {"lat", "lon"}},
                "geometry": {"type": "Point", "coordinates": [float(row["lon"]), float(row["lat"])]},
            }
            for row in rows
        ]
        found = taken(one("nodes.geojson", collection(*features))).findings
    swapped = found[found["check"] == "swapped-position"]
    assert swapped[["row", "column"]].to_numpy().tolist() == [[3 if is_table else 2, "lat"]]


@pytest.mark.parametrize("folder", ["", "data/"])
def test_of_a_described_archive_only_what_is_no_table_is_left_aside(folder: str) -> None:
    """Tables and descriptor are read; the two other files are told, each by its name."""
    names = ("claims", "nodes")
    resources = [{"name": name, "path": f"{name}.csv"} for name in names]
    members: dict[str, bytes | str] = {f"{folder}{name}.csv": shipped(name) for name in names}
    members |= {f"{folder}datapackage.json": json.dumps({"name": "mine", "resources": resources})}
    members |= {f"{folder}notes.txt": "what I changed", f"{folder}trade.csv": shipped("trade")}
    intake = taken(zipped(members))
    assert set(intake.tables) == {"nodes", "claims"}
    (aside,) = [note for note in intake.notes if note.kind == "ignored"]
    assert aside.value == f"{folder}notes.txt, {folder}trade.csv"


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("a" * (limits.PATH_LENGTH - 4) + ".csv", None),
        ("a" * (limits.PATH_LENGTH - 3) + ".csv", "archive-path"),
        ("no\tdes.csv", "archive-path"),
        ("no\x7fdes.csv", "archive-path"),
    ],
)
def test_a_path_too_long_or_with_a_control_character_is_refused(name: str, check: str | None) -> None:
    report = Report()
    files = unpack(zipped({name: "node_id\n"})[0], report, is_passed_over=lambda _path: False)
    assert [finding.check for finding in report.findings] == ([] if check is None else [check])
    assert [file.name for file in files] == ([name] if check is None else [])


def test_what_was_read_as_windows_cyrillic_is_shown_by_its_first_words() -> None:
    def rename(rows: list[dict[str, str]]) -> None:
        rows[0]["name_en"] = "Toy 1 Вокзал у реки, дом 7"

    content = sample_table("organisations", rename).encode("cp1251")
    (note,) = [one for one in taken([Upload("organisations.csv", content)]).notes if "cp1251" in one.message]
    assert note.value == "Вокзал у реки"


def test_a_note_is_one_line_with_what_it_was_done_to() -> None:
    assert (
        str(Note("nodes.csv", "Columns were missing.", "iata, icao"))
        == "nodes.csv: Columns were missing. (iata, icao)"
    )
    assert str(Note("nodes.csv", "Columns were missing.")) == "nodes.csv: Columns were missing."


def test_a_negative_number_is_no_formula_and_a_sum_is_one() -> None:
    for text, count in (("-9.5", []), ("-9.5+1", ["1"]), ("=A1", ["1"]), ("+ 12", ["1"])):
        table = sample_table("trade", lambda rows, text=text: rows[0].update(note=text))
        notes = taken(one("trade.csv", table)).notes
        assert [note.value for note in notes if "for formulas" in note.message] == count, text


def test_a_report_without_end_lists_the_first_findings_and_counts_the_others() -> None:
    report = Report()
    for number in range(limits.FINDINGS + 3):
        report.refuse("nodes.csv", "wrong", "right", "made-up", row=number + 2)
    kept = _capped(report.findings)
    assert kept[:-1] == report.findings[: limits.FINDINGS]
    assert (kept[-1].check, kept[-1].value) == ("more", "3")
    assert _capped(kept[:-1]) == kept[:-1]


def test_a_nul_in_a_file_of_wide_letters_is_refused() -> None:
    content = ("trade_id,note\na-1,x" + chr(0) + "y\n").encode("utf-16")
    assert "nul-byte" in set(taken([Upload("trade.csv", content)]).findings["check"])
