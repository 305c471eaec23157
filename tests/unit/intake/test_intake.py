"""What a visitor brings becomes a dataset, or a report of everything that is wrong."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from corridor.brief.bundle import bundle
from corridor.cli import main
from corridor.dataset.schema import read_package
from corridor.dataset.tables import SHIPPED
from corridor.evidence.figures import leg_figure
from corridor.geometry import line_km
from corridor.intake import Upload, limits, take_in
from corridor.intake.naming import table_of
from tests import sample_package
from tests.checks import every
from tests.hostile.files import (
    as_csv,
    changed,
    collection,
    leg_line,
    one,
    rows_of,
    sample,
    sample_table,
    shipped,
    workbook,
    zipped,
)
from tests.shipped import shipped_data

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from corridor.intake import Intake


def taken(uploads: list[Upload], **options: str) -> Intake:
    return take_in(uploads, base=SHIPPED, **options)  # type: ignore[arg-type]


def checks(intake: Intake) -> set[str]:
    return set(intake.findings["check"])


def only(findings: pd.DataFrame) -> dict[str, object]:
    assert len(findings) == 1
    return dict(findings.iloc[0])


def test_the_package_itself_comes_back_the_same() -> None:
    folder = {f"routes/{file.name}": file.read_bytes() for file in SHIPPED.iterdir()}
    intake = taken(zipped(folder))
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    data = shipped_data()
    assert intake.tables == {name: len(data.table(name)) for name in data.package.tables}
    for name in data.package.tables:
        assert intake.dataset.table(name).equals(data.table(name)), name
    assert intake.dataset.lines == {}


def test_our_own_download_can_be_brought_back() -> None:
    intake = taken([Upload("everything.zip", bundle(shipped_data()))])
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    assert intake.dataset.claims.equals(shipped_data().claims)
    assert intake.dataset.lines == {}


def test_a_whole_other_land_is_drawn_straight_and_said_to_be_schematic() -> None:
    intake = taken(sample())
    assert intake.name == "Midland"
    assert intake.dataset is not None
    assert set(intake.dataset.legs["geometry_fidelity"]) == {"schematic"}
    assert len(intake.dataset.lines) == len(intake.dataset.legs)
    assert any("drawn straight" in note.message for note in intake.notes)


def test_one_table_replaces_its_namesake_and_no_other() -> None:
    intake = taken(one("claims.csv", changed("claims", 2, note="Our own look")))
    assert intake.dataset is not None
    assert intake.dataset.claims["note"][0] == "Our own look"
    assert intake.dataset.nodes.equals(shipped_data().nodes)
    assert intake.dataset.content_hash != shipped_data().content_hash
    assert shipped_data().claims["note"][0] != "Our own look"


def test_a_row_taken_away_shows_what_pointed_to_it() -> None:
    rows = list(csv.reader(io.StringIO(shipped("nodes"))))
    left = [row for row in rows[1:] if row[0] != "aktau-port"]
    intake = taken(one("nodes.csv", as_csv(rows[0], left)))
    assert checks(intake) == {"dangling-reference"}
    assert set(intake.findings["value"]) == {"aktau-port"}
    assert every(name.endswith(" *") for name in intake.findings["file"])


def test_tables_not_brought_may_be_left_empty() -> None:
    rows = sample_package.rows()
    names = ("nodes", "legs", "corridors", "corridor_legs", "countries", "organisations", "sources")
    assert set(names) <= set(rows)
    uploads = [Upload(f"{name}.csv", sample_table(name, lambda _rows: None).encode()) for name in names]
    assert taken(uploads).dataset is None
    intake = taken(uploads, rest="empty")
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    assert len(intake.dataset.claims) == 0
    assert len(intake.dataset.quantities) == len(shipped_data().quantities)


def test_a_workbook_is_read_sheet_by_sheet() -> None:
    rows = rows_of("trade")
    read_me = [["About this workbook"]]
    intake = taken(workbook({"trade": rows, "About": read_me}))
    assert intake.dataset is not None
    assert list(intake.tables) == ["trade"]
    assert [note.file for note in intake.notes if "not a table" in note.message] == ["tables.xlsx / About"]


def test_numbers_dates_and_truth_values_of_a_workbook_are_read_as_written() -> None:
    rows = rows_of("nodes")
    at = {name: index for index, name in enumerate(rows[0])}
    for row in rows[1:]:
        row[at["lat"]], row[at["lon"]] = float(row[at["lat"]]), float(row[at["lon"]])  # type: ignore[arg-type]
        row[at["gauge_change"]] = row[at["gauge_change"]] == "true"
    intake = taken(workbook({"Nodes": rows}))
    assert intake.dataset is not None
    assert intake.dataset.nodes.equals(shipped_data().nodes)


def test_findings_of_a_workbook_name_sheet_row_and_column() -> None:
    rows = rows_of("corridor_legs")
    rows[4][rows[0].index("leg_id")] = "no-such-leg"
    found = only(taken(workbook({"corridor-legs": rows})).findings.query("check == 'dangling-reference'"))
    assert found["file"] == "tables.xlsx / corridor-legs"
    assert found["row"] == 5
    assert found["column"] == "leg_id"


def test_lines_of_legs_are_drawn_and_measured() -> None:
    line = [[51.22, 43.6], [50.5, 42.0], [49.4, 39.99]]
    intake = taken(one("ferry.geojson", collection(leg_line("aktau-alat", line))))
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    assert intake.line_count == 1
    assert intake.dataset.lines["aktau-alat"] == tuple(map(tuple, line))
    intake = taken(one("ferry.geojson", collection(leg_line("aktau-alat", line[::-1]))))
    assert intake.dataset is not None
    assert intake.dataset.lines["aktau-alat"] == tuple(map(tuple, line))
    assert any("turned round" in note.message for note in intake.notes)


def test_the_length_of_an_own_leg_is_that_of_its_own_line() -> None:
    intake = taken(sample(claims=sample_table("claims", list[dict[str, str]].clear)))
    assert intake.dataset is not None
    figure = leg_figure(intake.dataset, "portm-portn", "distance_km")
    assert figure.typical == pytest.approx(line_km(intake.dataset.lines["portm-portn"]))
    assert figure.basis == "modelled"


def test_points_become_the_table_of_nodes() -> None:
    features = []
    for row in csv.DictReader(io.StringIO(shipped("nodes"))):
        lat, lon = float(row.pop("lat")), float(row.pop("lon"))
        properties = {**row, "gauge_change": row["gauge_change"] == "true", "colour": "red"}
        features.append(
            {
                "type": "Feature",
                "properties": properties,
                "geometry": {"type": "Point", "coordinates": [lon, lat]},
            }
        )
    intake = taken(one("nodes.geojson", collection(*features)))
    assert intake.dataset is not None
    assert intake.dataset.nodes.equals(shipped_data().nodes)
    assert [note.value for note in intake.notes] == ["colour"]


def test_a_fault_in_geojson_names_the_feature() -> None:
    good = leg_line("aktau-alat", [[51.22, 43.6], [49.4, 39.99]])
    bad = leg_line("poti-constanta", [[41.6, 42.1], [28.6, 144.1]])
    found = only(taken(one("legs.geojson", collection(good, bad))).findings)
    assert (found["row"], found["check"]) == (2, "position")


def test_a_russian_spreadsheet_is_read_with_its_letters() -> None:
    rows = list(csv.reader(io.StringIO(shipped("corridors"))))
    text = "\r\n".join(";".join(f'"{cell}"' for cell in row) for row in rows)
    plain = text.replace("ә", "а").replace("і", "i")
    with_letters = "".join(one for one in plain if _is_in_1251(one))
    intake = taken([Upload("corridors.csv", with_letters.encode("cp1251"))])
    assert list(intake.findings["problem"]) == []
    assert intake.dataset is not None
    assert any("cp1251" in note.message for note in intake.notes)
    assert any("semicolons" in note.message for note in intake.notes)
    assert set(intake.dataset.corridors["name_ru"]) & set(shipped_data().corridors["name_ru"])


def _is_in_1251(letter: str) -> bool:
    try:
        letter.encode("cp1251")
    except UnicodeEncodeError:
        return False
    return True


def test_optional_columns_may_be_missing() -> None:
    rows = list(csv.DictReader(io.StringIO(shipped("nodes"))))
    kept = [
        "node_id",
        "name_en",
        "kind",
        "country",
        "lat",
        "lon",
        "position_precision",
        "position_method",
        "gauge_change",
    ]
    intake = taken(one("nodes.csv", as_csv(kept, [[row[name] for name in kept] for row in rows])))
    assert intake.dataset is not None
    assert intake.dataset.nodes["name_kk"].isna().all()
    assert any("name_kk" in note.value for note in intake.notes)


def test_a_promised_table_that_is_not_there_is_told_once() -> None:
    found = taken(zipped({"datapackage.json": (SHIPPED / "datapackage.json").read_bytes()})).findings
    assert set(found["check"]) == {"missing-file"}
    assert len(found) == len(shipped_data().package.tables)


def test_a_descriptor_cannot_change_the_schema() -> None:
    descriptor = json.loads((SHIPPED / "datapackage.json").read_bytes())
    descriptor["title"] = "x" * 5_000 + "\u202e"
    for resource in descriptor["resources"]:
        resource["schema"] = {"fields": [{"name": "anything", "constraints": {"pattern": "(a+)+$"}}]}
    folder = {file.name: file.read_bytes() for file in SHIPPED.iterdir()}
    intake = taken(zipped(folder | {"datapackage.json": json.dumps(descriptor).encode()}))
    assert intake.dataset is not None
    assert intake.dataset.package.tables == read_package(SHIPPED).tables
    assert len(intake.name) <= 80


def test_all_faults_come_in_one_report() -> None:
    text = changed("nodes", 2, lat="NaN", kind="harbour", country="XX")
    intake = taken(one("nodes.csv", text) + one("trade.csv", shipped("trade") + "a,b\n"))
    assert {"type", "not-in-list", "dangling-reference", "ragged-row"} <= checks(intake)
    assert {"nodes.csv", "trade.csv"} <= set(intake.findings["file"])


def test_a_report_without_end_is_counted() -> None:
    header = shipped("trade").splitlines()[0]
    width = header.count(",") + 1
    rows = "".join(",".join(f"Wrong {row} {at}" for at in range(width)) + "\n" for row in range(3_000))
    intake = taken(one("trade.csv", f"{header}\n{rows}"))
    assert len(intake.findings) == limits.FINDINGS + 1
    assert "more" in checks(intake)


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("nodes", "nodes"),
        ("Corridor-Legs", "corridor_legs"),
        ("claims (2)", "claims"),
        ("nodes copy", "nodes"),
        ("x", None),
    ],
)
def test_names_of_tables(name: str, table: str | None) -> None:
    assert table_of(name, read_package(SHIPPED).tables) == table


def test_a_table_of_another_name_is_told_by_its_columns() -> None:
    assert list(taken(one("export 2026.csv", shipped("trade"))).tables) == ["trade"]


def test_the_command_line_reads_an_archive_like_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.zip", tmp_path / "nodes.csv"
    good.write_bytes(sample()[0].content)
    assert main.main(["validate", str(good)]) == 0
    printed = capsys.readouterr().out
    assert "OK: " in printed
    assert "Note: " in printed
    bad.write_text(changed("nodes", 2, lat="NaN"), encoding="utf-8")
    assert main.main(["validate", str(bad)]) == 1
    lines = capsys.readouterr().out.splitlines()
    expected = [
        f"{row['file']}, row {row['row']}, {row['column']}"
        for row in taken(one("nodes.csv", bad.read_text(encoding="utf-8"))).findings.to_dict("records")
    ]
    assert [line.split(":")[0] for line in lines[:-1]] == expected
    assert lines[-1].startswith(f"{len(expected)} finding")
