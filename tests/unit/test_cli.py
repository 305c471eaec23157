"""The command line says OK, or every finding, with the exit code to match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corridor import cli
from corridor.dictionary import as_markdown
from corridor.schema import read_package

if TYPE_CHECKING:
    from pathlib import Path


def test_validate_says_ok_with_counts(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["validate", str(package)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("OK: ")
    assert "claims" in printed
    assert " 14\n" in printed


def test_validate_lists_findings(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (package / "events.csv").unlink()
    (package / "trade.csv").unlink()
    assert cli.main(["validate", str(package)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("events.csv: there is no such file")
    assert lines[-1].startswith("2 findings in")


def test_info_of_bad_data_goes_to_standard_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["info", str(tmp_path)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "datapackage.json" in captured.err


def test_dictionary_is_written_and_checked(
    package: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "docs" / "data-dictionary.md"
    arguments = ["dictionary", str(package), "--output", str(page)]
    assert cli.main([*arguments, "--check"]) == 1
    assert cli.main(arguments) == 0
    assert cli.main([*arguments, "--check"]) == 0
    assert str(page) in capsys.readouterr().out


def test_the_dictionary_names_every_column(package: Path) -> None:
    description = read_package(package)
    page = as_markdown(description)
    for table in description.tables.values():
        assert f"`{table.path}`" in page
        for column in table.columns:
            assert f"| `{column.name}` | {column.title} |" in page


def test_a_wrong_command_line_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["sing"])
    assert stopped.value.code == 2
    assert "VERB" in capsys.readouterr().err
