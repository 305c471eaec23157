"""What changed between two datasets, and the verbs that say so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from corridor.audit.difference import as_json, compare, in_words
from corridor.cli.main import main
from corridor.dataset.tables import SHIPPED, load
from corridor.dataset.template import NotEmptyError, new
from corridor.dataset.validation import validate
from tests import sample_package
from tests.checks import every
from tests.shipped import shipped_data

CHANGES = SHIPPED.parent / "CHANGES.md"


def changed(tmp_path, change, *, name="new"):
    rows = sample_package.rows()
    change(rows)
    return load(sample_package.write(tmp_path / name, rows))


def test_a_dataset_does_not_differ_from_itself(sample):
    difference = compare(sample, sample)
    assert difference.is_empty
    assert in_words(difference)[-1] == "no difference"


def test_the_order_of_rows_is_no_difference(sample, tmp_path):
    def turn(rows):
        for name in ("claims", "legs", "nodes"):
            rows[name].reverse()

    other = changed(tmp_path, turn)
    assert other.content_hash != sample.content_hash
    assert compare(sample, other).is_empty


def test_rows_cells_and_figures_are_named(sample, tmp_path):
    def change(rows):
        claims = {row["claim_id"]: row for row in rows["claims"]}
        claims["c-1"]["typical"] = "250"
        rows["claims"].remove(claims["c-12"])
        rows["claims"].append(
            sample_package.claim("c-99", "leg:gauge-altport", "distance_km", typical="310", as_of="2024")
        )

    difference = compare(sample, changed(tmp_path, change))
    assert difference.cells.to_dict("records") == [
        {"table": "claims", "id": "c-1", "column": "typical", "old": 200, "new": 250}
    ]
    rows = {(one.table, one.id, one.change) for one in difference.rows.itertuples()}
    assert rows == {("claims", "c-12", "removed"), ("claims", "c-99", "added")}
    figures = {
        (one.subject_type, one.subject_id, one.quantity): (one.old, one.new)
        for one in difference.figures.itertuples()
    }
    assert figures["leg", "start-gauge", "distance_km"] == (
        "200 km, published, c-1",
        "250 km, published, c-1",
    )
    assert figures["leg", "air-aaa-bbb", "launched_on"] == ("2025-11-03, published, c-12", "missing")
    assert figures["leg", "gauge-altport", "distance_km"][1] == "310 km, published, c-99"
    assert ("total", "main", "distance_km") in figures
    words = "\n".join(in_words(difference))
    for line in (
        "claims: 1 added, 1 removed, 1 changed",
        "  + c-99",
        "  - c-12",
        "  ~ c-1: typical: 200 -> 250",
    ):
        assert line in words


def test_the_other_way_round_is_the_opposite(sample, tmp_path):
    other = changed(tmp_path, lambda rows: rows["claims"].pop())
    there, back = compare(sample, other), compare(other, sample)
    assert there.rows["id"].tolist() == back.rows["id"].tolist()
    assert set(there.rows["change"]) == {"removed"}
    assert set(back.rows["change"]) == {"added"}


def test_a_new_column_is_named(sample, tmp_path):
    folder = sample_package.write(tmp_path / "wider")
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_text())
    descriptor["resources"][0]["schema"]["fields"].append({"name": "extra", "type": "string"})
    path.write_text(json.dumps(descriptor))
    lines = (folder / "countries.csv").read_text().splitlines()
    (folder / "countries.csv").write_text(
        "\n".join([f"{lines[0]},extra", *(f"{one},x" for one in lines[1:])]) + "\n"
    )
    difference = compare(sample, load(folder))
    assert difference.columns.to_dict("records") == [
        {"table": "countries", "column": "extra", "change": "added"}
    ]
    assert difference.cells.empty
    back = compare(load(folder), sample)
    assert back.columns.to_dict("records") == [{"table": "countries", "column": "extra", "change": "removed"}]
    assert back.cells.empty


def test_changes_are_told_in_the_order_of_the_data(sample, tmp_path):
    """Row c-10 stands after c-9, as in the file and not as in a dictionary."""

    def change(rows):
        for row in rows["claims"]:
            if row["claim_id"] in {"c-9", "c-10"}:
                row["note"] = "read again"

    words = in_words(compare(sample, changed(tmp_path, change)))
    told = [line for line in words if line.startswith("  ~ c-")]
    assert [line.split(":")[0] for line in told] == ["  ~ c-9", "  ~ c-10"]


def test_factors_change_modelled_figures(sample, tmp_path):
    def faster(rows):
        for row in rows["factors"]:
            if row["factor_id"] == "speed-rail-qm":
                row["value"] = "25"

    figures = compare(sample, changed(tmp_path, faster)).figures
    assert "modelled" in figures.set_index("subject_id").loc["gauge-portm", "new"]


def test_a_difference_can_be_read_by_programs(sample, tmp_path):
    body = as_json(compare(sample, changed(tmp_path, lambda rows: rows["claims"].pop())))
    assert json.loads(json.dumps(body, allow_nan=False)) == body
    assert body["rows"] == [{"table": "claims", "id": "c-14", "change": "removed"}]


def test_exit_codes_are_those_of_diff(package, tmp_path, capsys):
    other = sample_package.write(tmp_path / "other")
    assert main(["diff", str(package), str(other)]) == 0
    (other / "claims.csv").write_text((other / "claims.csv").read_text().replace("c-14", "c-15"))
    assert main(["diff", str(package), str(other)]) == 1
    assert main(["diff", str(package), str(tmp_path / "nowhere")]) == 2
    capsys.readouterr()
    assert main(["diff", str(package), str(other), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["rows"]


def test_an_empty_dataset_is_valid_loads_and_serves_as_a_start(tmp_path, capsys):
    folder = tmp_path / "mine"
    assert main(["new", str(folder)]) == 0
    assert validate(folder).empty
    dataset = load(folder)
    assert dataset.package.name == "my-routes"
    assert every(dataset.table(name).empty for name in dataset.package.tables)
    assert [*dataset.package.tables] == [*shipped_data().package.tables]
    readme = (folder / "README.md").read_text()
    for table in dataset.package.tables.values():
        assert f"## {table.path}" in readme
        assert every(f"- `{column.name}` (" in readme for column in table.columns)
    # Filled in, it is checked like any other.
    (folder / "countries.csv").write_text(f"{(folder / 'countries.csv').read_text()}Q?,,,,,,,,,,\n")
    assert {"iso2", "name_en"} <= set(validate(folder)["column"])
    assert main(["validate", str(folder)]) == 1
    assert "countries.csv, row 2, iso2" in capsys.readouterr().out


def test_licence_and_authors_of_ours_do_not_enter_an_empty_dataset(tmp_path):
    new(tmp_path / "mine", schema=SHIPPED)
    descriptor = json.loads((tmp_path / "mine" / "datapackage.json").read_text())
    assert not {"licenses", "contributors", "keywords", "created", "id"} & descriptor.keys()


@pytest.mark.parametrize("what", ["file inside", "hidden file inside", "is a file"])
def test_nothing_is_written_where_something_stands(tmp_path, what, capsys):
    folder = tmp_path / "mine"
    if what == "is a file":
        folder.write_text("text")
    else:
        folder.mkdir()
        (folder / (".hidden" if "hidden" in what else "notes.txt")).write_text("text")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(NotEmptyError):
        new(folder, schema=SHIPPED)
    assert sorted(tmp_path.rglob("*")) == before
    assert main(["new", str(folder)]) == 1
    assert str(folder) in capsys.readouterr().err


def test_an_empty_folder_may_be_filled(tmp_path):
    new(tmp_path, schema=SHIPPED)
    assert validate(tmp_path).empty


def test_the_version_of_the_data_has_its_entry_with_right_counts():
    data = shipped_data()
    text = CHANGES.read_text(encoding="utf-8")
    entry = re.search(
        rf"^## {re.escape(data.version)} - (\S+)\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL
    )
    assert entry, f"data/CHANGES.md has no entry for {data.version}"
    assert entry[1] == data.package.created
    counts = {
        name: int(count.replace(",", ""))
        for name, count in re.findall(r"^\| `(\w+)` \| ([\d,]+) \|$", entry[2], re.MULTILINE)
    }
    assert counts == {name: len(data.table(name)) for name in data.package.tables}


def test_verbs_are_told_in_the_command_line_help(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    assert every(verb in told for verb in ("diff", "new", "bundle", "citation"))


def test_a_bundle_can_be_written_to_a_file(package, tmp_path):
    target = tmp_path / "out.zip"
    assert main(["bundle", str(package), "--output", str(target)]) == 0
    assert target.read_bytes().startswith(b"PK")
    assert Path(target).stat().st_size > 10_000
