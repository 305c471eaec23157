"""The package works from its wheel, outside the checkout, with just what it says that it requires."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import time
import tomllib
import urllib.request
import zipfile
from contextlib import closing, suppress
from email.parser import Parser
from importlib.metadata import distribution
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING

import pytest
from packaging.requirements import Requirement

import corridor
from corridor.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).resolve().parents[2]
CACHES = {"__pycache__"}
NOT_READY_AFTER_S = 600


def environment(**options: str) -> dict[str, str]:
    """Settings of a process, without this one's for Python; searches run uncompiled, to the same answer."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return kept | {"NUMBA_DISABLE_JIT": "1"} | options


def started(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a program."""
    return subprocess.run(words, cwd=cwd, check=False, capture_output=True, text=True, env=environment())  # noqa: S603 - our own words


def ran(*words: str | Path, cwd: Path) -> str:
    """Run a program that must succeed and give what it prints."""
    done = started(*words, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--quiet", "--disable-pip-version-check")
    ran(sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    """Files in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Program folder of an environment with the wheel and what it requires, and nothing else."""
    return installed(wheel, tmp_path_factory.mktemp("bare"), extras=())


def installed(wheel: Path, folder: Path, *, extras: tuple[str, ...]) -> Path:
    """Lay out an environment: the wheel unpacked, links to the files of what it requires."""
    ran(sys.executable, "-m", "venv", "--without-pip", folder, cwd=folder)
    (packages,) = folder.glob("lib/python3*/site-packages")
    options = ("--no-deps", "--no-index", "--quiet", "--disable-pip-version-check")
    python = folder / "bin" / "python"
    ran(sys.executable, "-m", "pip", "--python", python, "install", *options, wheel, cwd=folder)
    for name in needed(wheel, extras):
        found = distribution(name)
        for top in {file.parts[0] for file in found.files or () if file.parts[0] not in {"..", *CACHES}}:
            if not (packages / top).exists():
                (packages / top).symlink_to(found.locate_file(top))
    return folder / "bin"


def needed(wheel: Path, extras: tuple[str, ...]) -> set[str]:
    """Names of all packages that the wheel requires, directly or not."""
    waiting = [(text, extras) for text in metadata(wheel).get_all("Requires-Dist", [])]
    found: set[str] = set()
    while waiting:
        text, wanted = waiting.pop()
        need = Requirement(text)
        applies = need.marker is None or any(need.marker.evaluate({"extra": one}) for one in ("", *wanted))
        if applies and need.name not in found:
            found.add(need.name)
            waiting += [(one, tuple(need.extras)) for one in distribution(need.name).requires or ()]
    return found


def metadata(wheel: Path):
    """What the wheel says of itself."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [one for one in archive.namelist() if one.endswith(".dist-info/METADATA")]
        return Parser().parsestr(archive.read(name).decode())


def shipped(folder: str) -> set[str]:
    """Files below a folder of the checkout."""
    return {
        file.relative_to(ROOT).as_posix()
        for file in (ROOT / folder).rglob("*")
        if file.is_file() and not CACHES & set(file.parts) and file.suffix not in {".po", ".nbi", ".nbc"}
    }


@pytest.mark.parametrize("folder", ["corridor", "ui"])
def test_a_package_is_there_with_all_its_files(names: set[str], folder: str) -> None:
    assert shipped(folder) == {
        name for name in names if name.startswith(f"{folder}/") and not name.startswith("corridor/files/")
    }


@pytest.mark.parametrize("folder", [".streamlit", "data", "locales", "pages", "static"])
def test_what_stands_beside_the_packages_is_there(names: set[str], folder: str) -> None:
    inside = f"corridor/files/{folder}/"
    found = {name.removeprefix("corridor/files/") for name in names if name.startswith(inside)}
    assert found
    assert found == shipped(folder)


def test_nothing_else_is_there(names: set[str]) -> None:
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"corridor", "ui"}
    assert "corridor/files/app.py" in names


def test_it_says_what_it_is(wheel: Path, names: set[str]) -> None:
    told = metadata(wheel)
    assert told["Version"] == corridor.__version__
    assert set(told.get_all("Provides-Extra")) == {"papers", "picture", "sweep", "ui"}
    for licence in ("MIT", "CC-BY-4.0", "ODbL-1.0", "OFL-1.1", "BSD-2-Clause"):
        assert licence in told["License-Expression"].split(" AND ")
    texts = {name.rpartition("/")[2] for name in names if ".dist-info/licenses/" in name}
    ours = {"LICENSE", "NOTICE", "ODbL-1.0.txt", "CC-BY-4.0.txt"}
    assert texts == ours | {"inter.LICENSE.txt", "leaflet.LICENSE.txt"}


def test_the_command_answers_as_in_the_checkout(
    bare: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    question = ("route", "Astana", "Belgrade")
    assert main.main(question) == 0
    assert ran(bare / "corridor", *question, cwd=tmp_path) == capsys.readouterr().out


def test_the_library_imports_without_the_dashboard(bare: Path, tmp_path: Path) -> None:
    script = """
import importlib, json, pkgutil
from corridor import cli
import corridor
found = {}
for module in pkgutil.walk_packages(corridor.__path__, "corridor."):
    try:
        importlib.import_module(module.name)
    except ModuleNotFoundError as error:
        found[module.name] = error.name.partition(".")[0]
print(json.dumps([corridor.__file__, found]))
"""
    place, missing = json.loads(ran(bare / "python", "-c", script, cwd=tmp_path))
    assert Path(place).is_relative_to(bare.parent)
    assert missing
    assert set(missing.values()) <= {
        *("matplotlib", "PIL", "fontTools", "segno"),
        *("docx", "pptx", "typst", "lxml"),
    }
    assert all(
        "picture" in name
        or "base_map" in name
        or "lettering" in name
        or ".charts." in name
        or ".publication." in name
        for name in missing
    )


def test_the_command_works_on_the_data_inside(bare: Path, tmp_path: Path) -> None:
    told = json.loads(ran(bare / "corridor", "info", "--json", cwd=tmp_path))
    assert told["rows"]["claims"] > 100
    assert ran(bare / "corridor", "--version", cwd=tmp_path).startswith(f"corridor {corridor.__version__} ")
    assert ran(bare / "corridor", "validate", cwd=tmp_path).startswith("OK: ")
    ran(bare / "corridor", "bundle", "--output", "all.zip", cwd=tmp_path)
    with zipfile.ZipFile(tmp_path / "all.zip") as archive:
        assert any(name.endswith("CC-BY-4.0.txt") for name in archive.namelist())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["dictionary"], "Give a path with --output."),
        (["citation"], "Give a path with --output."),
        (["serve"], "pip install 'corridor-explorer[ui]'"),
        (["sweep", "--cluster", "tcp://127.0.0.1:8786"], "pip install 'corridor-explorer[sweep]'"),
    ],
)
def test_what_a_bare_package_cannot_do_is_told(
    bare: Path, tmp_path: Path, words: list[str], told: str
) -> None:
    done = started(bare / "corridor", *words, cwd=tmp_path)
    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_the_source_archive_holds_what_the_wheel_is_built_from(tmp_path: Path, names: set[str]) -> None:
    ran(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=ROOT)
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        opened.extractall(tmp_path, filter="data")
    (folder,) = (one for one in tmp_path.iterdir() if one.is_dir())
    ran(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=folder)
    (built,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(built) as opened:
        assert set(opened.namelist()) == names


@pytest.fixture(scope="module")
def served(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard that `corridor serve` runs from the wheel with its extra."""
    programs = installed(wheel, tmp_path_factory.mktemp("dashboard"), extras=("ui",))
    folder = tmp_path_factory.mktemp("served")
    with closing(socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    settings = environment(HOME=str(folder), XDG_CACHE_HOME=str(folder / "cache"), CORRIDOR_DRAWN_AHEAD="en")
    command = [programs / "corridor", "serve", "--port", str(port)]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=folder, env=settings, stdout=log, stderr=log)  # noqa: S603 - our own words
        try:
            wait_for(f"http://127.0.0.1:{port}/readyz", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=30)
    assert list((folder / "cache").rglob("*.br")), "what is compressed once lies in the user's cache"


def wait_for(address: str, process: subprocess.Popen) -> None:
    """Wait until an address answers."""
    for _ in range(NOT_READY_AFTER_S * 2):
        assert process.poll() is None, "the server has ended"
        with suppress(OSError), urllib.request.urlopen(address, timeout=10) as answer:  # noqa: S310 - of this machine
            assert answer.status == 200
            return
        time.sleep(0.5)
    pytest.fail("the server is not ready")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/api/v1/places.json?q=belgrade", b'"belgrade"'),
        ("/share/overview?lang=kk&root={served}", "Сілтеме".encode()),
        ("/app/static/own/stay.js", b"addEventListener"),
        ("/preview/overview.png?lang=en", b"PNG"),
        ("/_stcore/host-config", b'"allowedOrigins":[]'),
    ],
)
def test_the_dashboard_is_served_from_the_wheel(served: str, path: str, told: bytes) -> None:
    with urllib.request.urlopen(served + path.format(served=served)) as answer:  # noqa: S310 - of this machine
        assert told in answer.read()


def test_the_settings_of_the_dashboard_come_along() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    target = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    beside = {"LICENSE", "NOTICE", "requirements.lock", "pyproject.toml"}  # the last names the extensions
    carried = {*target["only-include"], *target["force-include"], *beside}
    text = (ROOT / ".dockerignore").read_text(encoding="utf-8")
    assert set(re.findall(r"^!(.+)$", text, re.MULTILINE)) == carried
