"""The command line says OK, or every finding, with the exit code to match."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from corridor.cli import main
from corridor.dataset.dictionary import as_markdown
from corridor.dataset.schema import read_package
from tests import sample_package

if TYPE_CHECKING:
    from pathlib import Path


def test_validate_says_ok_with_counts(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["validate", str(package)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("OK: ")
    assert "claims" in printed
    assert " 14\n" in printed


def test_validate_lists_findings(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (package / "events.csv").unlink()
    (package / "trade.csv").unlink()
    assert main.main(["validate", str(package)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("events.csv: there is no such file")
    assert lines[-1].startswith("2 findings in")


def test_info_of_bad_data_goes_to_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["info", str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "datapackage.json" in captured.err


def test_dictionary_is_written_and_checked(
    package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "docs" / "data-dictionary.md"
    arguments = ["dictionary", str(package), "--output", str(page)]
    assert main.main([*arguments, "--check"]) == 1
    assert main.main(arguments) == 0
    assert main.main([*arguments, "--check"]) == 0
    assert f"Wrote {page}" in capsys.readouterr().out


def test_the_dictionary_names_every_column(package: Path) -> None:
    description = read_package(package)
    page = as_markdown(description)
    for table in description.tables.values():
        assert f"`{table.path}`" in page
        for column in table.columns:
            assert f"| `{column.name}` | {column.title} |" in page


def test_a_wrong_command_line_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main.main(["sing"])
    assert stopped.value.code == 2
    assert "VERB" in capsys.readouterr().err


def test_info_as_json(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["info", str(package), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["rows"]["claims"] == 14
    assert len(told["content_hash"]) == 12


def test_a_figure_is_told_with_its_claims_and_the_reason(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["figure", "leg", "start-gauge", "time_h", "--folder", str(package)]) == 0
    printed = capsys.readouterr().out
    assert printed.splitlines()[:3] == [
        "leg start-gauge time_h: 10 h (8 to 20)",
        "  published (kind, observed, midpoint)",
        "  worst reported: 90 h",
    ]
    assert "  * c-2: 8 to 12 h; observed, official, 2025-03, office-2025\n" in printed
    assert "  - c-3: 20 h; planned, press, 2024-05, paper-2024\n" in printed


def test_a_figure_that_lost_claims_and_is_missing(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["figure", "leg", "start-gauge", "cost_usd_per_teu", "--folder", str(package)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("leg start-gauge cost_usd_per_teu: not known\n  missing (no-fitting-claim, 1)")
    assert "[fit-proxy]" in printed


def test_a_figure_as_json(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["figure", "leg", "gauge-portm", "time_h", "--folder", str(package), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["estimate"]["typical"], told["estimate"]["factors"]) == (10.0, ["speed-rail-qm"])
    assert told["claims"] == []


def test_letters_of_a_claim_are_readable_in_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = sample_package.rows()
    rows["claims"][0]["definition"] = "Вокзал"
    folder = sample_package.write(tmp_path / "cyrillic", rows)
    assert main.main(["figure", "leg", "start-gauge", "distance_km", "--folder", str(folder), "--json"]) == 0
    assert "Вокзал" in capsys.readouterr().out


@pytest.mark.parametrize(
    "subject", [("leg", "nowhere", "time_h"), ("leg", "start-gauge", "colour"), ("dragon", "smaug", "time_h")]
)
def test_a_figure_of_nothing_known_is_an_error(
    package: Path, capsys: pytest.CaptureFixture[str], subject: tuple[str, ...]
) -> None:
    assert main.main(["figure", *subject, "--folder", str(package)]) == 1
    assert capsys.readouterr().err
