"""The command line says OK, or every finding, with the exit code to match."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NoReturn

import pytest

import corridor
from corridor.cli import main
from corridor.cli.verb_groups import GROUPS
from corridor.dataset.dictionary import as_markdown
from corridor.dataset.schema import read_package
from corridor.dataset.tables import SHIPPED
from corridor.words.plural import counted
from tests import sample_package


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


@pytest.mark.parametrize(
    ("verb", "told"), [("sing", "There is no verb 'sing'. `corridor"), ("rout", "Did you mean route?")]
)
def test_a_verb_that_there_is_not_exits_with_2(
    capsys: pytest.CaptureFixture[str], verb: str, told: str
) -> None:
    assert main.main([verb]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert told in captured.err
    assert len(captured.err.splitlines()) == 1


def test_a_wrong_option_exits_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main.main(["info", "--colour"])
    assert stopped.value.code == 2
    assert "--colour" in capsys.readouterr().err


def test_without_a_verb_the_help_lists_all_by_group(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main([]) == 0
    printed = capsys.readouterr().out
    with pytest.raises(SystemExit) as stopped:
        main.main(["--help"])
    assert stopped.value.code == 0
    assert capsys.readouterr().out == printed
    at = 0
    for title, verbs in GROUPS.items():
        at = printed.index(f"\n{title}:\n", at)
        for verb in verbs:
            at = printed.index(f"\n  {verb} ", at)


def test_every_verb_stands_in_one_group() -> None:
    grouped = [verb for verbs in GROUPS.values() for verb in verbs]
    assert sorted(grouped) == sorted(main.help_of_verbs(main.command_line()))


def test_the_version_is_that_of_the_package_and_of_its_data(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main.main(["--version"])
    assert stopped.value.code == 0
    version = read_package(SHIPPED).version
    assert capsys.readouterr().out == f"corridor {corridor.__version__} (data {version})\n"


def test_the_version_stands_in_one_place() -> None:
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "corridor/__init__.py"


def test_a_file_that_cannot_be_written_is_told_in_one_line(
    package: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = package / "nodes.csv" / "x.zip"
    assert main.main(["bundle", str(package), "--output", str(place)]) == 1
    assert capsys.readouterr().err == f"{place}: Not a directory\n"


@pytest.mark.parametrize(
    ("words", "extra"), [(["sweep", "--cluster", "tcp://127.0.0.1:8786"], "sweep"), (["serve"], "ui")]
)
def test_what_an_extra_installs_is_named_before_any_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], extra: str
) -> None:
    monkeypatch.setattr("corridor.cli.extras.find_spec", lambda _name: None)
    monkeypatch.setattr("corridor.cli.sweep_verbs.load", lambda _folder: pytest.fail("it went to work"))
    assert main.main(words) == 1
    assert f"pip install 'corridor-explorer[{extra}]'" in capsys.readouterr().err


def test_serve_hands_the_process_to_the_server(monkeypatch: pytest.MonkeyPatch, package: Path) -> None:
    started: list[list[str]] = []

    def take_over(_program: str, command: list[str]) -> NoReturn:
        started.append(command)
        raise SystemExit(0)

    monkeypatch.setattr("os.execv", take_over)
    monkeypatch.delenv("CORRIDOR_DATA", raising=False)
    monkeypatch.setenv("CORRIDOR_DATA", "")
    with pytest.raises(SystemExit):
        main.main(["serve", "--port", "9000", "--folder", str(package)])
    (command,) = started
    assert command[-4:] == ["--server.address", "127.0.0.1", "--server.port", "9000"]
    assert Path(command[command.index("run") + 1]).is_file()
    assert os.environ["CORRIDOR_DATA"] == str(package)


@pytest.mark.parametrize("port", ["0", "65536"])
def test_serve_refuses_a_port_that_there_is_not(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["serve", "--port", port]) == 1
    assert "does not exist" in capsys.readouterr().err


def process(words: str, **options: str) -> subprocess.CompletedProcess[str]:
    """Run a line of a shell in which `corridor` is this command line."""
    line = f'set -o pipefail; corridor() {{ {sys.executable} -m corridor "$@"; }}; {words}'
    environment = os.environ | options
    return subprocess.run(["bash", "-c", line], check=False, capture_output=True, text=True, env=environment)  # noqa: S603, S607 - our own words


@pytest.mark.parametrize(
    "words", ["corridor validate | head -1", "corridor upgrades --csv | head -1", "corridor | head -1"]
)
def test_a_reader_that_has_enough_brings_no_traceback(words: str) -> None:
    done = process(words)
    assert done.stderr == ""
    assert done.returncode in (0, 141)


def test_the_pipe_that_closes_early_is_reported_as_a_shell_reports_it() -> None:
    assert process("corridor info | true").returncode == 141


def test_ctrl_c_is_quiet() -> None:
    script = (
        "import signal; from corridor.__main__ import run;"
        "signal.signal(signal.SIGALRM, signal.default_int_handler);"
        "signal.setitimer(signal.ITIMER_REAL, 0.2); raise SystemExit(run())"
    )
    done = process(f"exec {sys.executable} -c '{script}' sweep --out /dev/null/none")
    assert (done.returncode, done.stderr) == (130, "")


def test_a_letter_that_the_terminal_lacks_stops_nothing() -> None:
    done = process("corridor places aktau-port", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert "\\u0410" in done.stdout


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 parts"), (1, "1 part"), (2, "2 parts"), (1200, "1,200 parts")]
)
def test_a_count_has_its_noun(count: int, words: str) -> None:
    assert counted(count, "part") == words


def test_a_count_has_a_noun_with_a_plural_of_its_own() -> None:
    assert [counted(count, "country", "countries") for count in (1, 3)] == ["1 country", "3 countries"]


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
