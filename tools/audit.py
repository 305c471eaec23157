"""Asks whether a locked package has a known weakness: ``python -m tools.audit``, or `make audit`.

With `--advisories` it reads a copy of a database in the form of OSV, a folder or a zip file of JSON or YAML
records, and asks nobody. Without, pip-audit asks the registry. It says how many packages could not be asked
about: pip-audit itself reports *no known vulnerabilities* where it reached nobody. Exit code 0 if all were
asked about and none has a weakness, 1 if one has, 2 if not all could be asked about.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml
from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
LOCKS = (
    "requirements.lock",
    "requirements-sign-in.lock",
    "requirements-dev.lock",
    "benchmarks/requirements.lock",
)
# The last one has all that the others have.
ASKED_LOCKS = (LOCKS[0], LOCKS[-1])
PIP_AUDIT = "pip-audit==2.10.1"
OLD_DAYS = 30
CLEAN, WEAK, NOT_ASKED = 0, 1, 2
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)
_LEAFLET = re.compile(r"Leaflet (\d+\.\d+\.\d+)")
_NAMED = re.compile(r'"?name"?: *"?([A-Za-z0-9._-]+)')
_ENDS = frozenset({".json", ".yaml", ".yml"})


class Package(NamedTuple):
    """A package by its registry ("PyPI", "npm"), name and version."""

    registry: str
    name: str
    version: str


class Found(NamedTuple):
    """Weaknesses by package, day of the newest record that was read, and how many were read."""

    weaknesses: dict[Package, set[str]]
    newest: str
    records: int


def main(arguments: Sequence[str]) -> int:
    """Ask, and say what was answered."""
    reader = argparse.ArgumentParser(prog="python -m tools.audit", description=__doc__)
    reader.add_argument("--advisories", type=Path, help="folder or zip file of OSV records")
    asked = reader.parse_args(arguments)
    return _from_copy(asked.advisories) if asked.advisories else _from_registry()


def packages() -> set[Package]:
    """Give every locked package, and Leaflet, which the repository brings itself."""
    texts = [(ROOT / lock).read_text(encoding="utf-8") for lock in LOCKS]
    found = {
        Package("PyPI", canonicalize_name(name), version)
        for text in texts
        for name, version in _PINNED.findall(text)
    }
    leaflet = _LEAFLET.search((ROOT / "static" / "vendor" / "leaflet.js").read_text(encoding="utf-8")[:1000])
    return found | ({Package("npm", "leaflet", leaflet[1])} if leaflet else set())


def weaknesses(asked: set[Package], advisories: Path) -> Found:
    """
    Look packages up in a copy of a database of advisories.

    Parameters
    ----------
    asked
        The packages.
    advisories
        A folder or a zip file of records in the form of OSV, each a JSON or YAML file.
    """
    known = {(each.registry, each.name): each for each in asked}
    names = {each.name for each in asked}
    found: dict[Package, set[str]] = {}
    newest, count = "", 0
    for text in _texts(advisories):
        count += 1
        dates = re.findall(r'"?(?:published|modified)"?: *"?(\d{4}-\d\d-\d\d)', text)
        newest = max([newest, *dates])
        if not names & {canonicalize_name(name) for name in _NAMED.findall(text)}:
            continue
        record = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - a safe one
        for affected in () if record.get("withdrawn") else record.get("affected", ()):
            of = affected.get("package", {})
            package = known.get((of.get("ecosystem", ""), canonicalize_name(of.get("name", ""))))
            if package is not None and _is_affected(package.version, affected):
                found.setdefault(package, set()).add(str(record["id"]))
    return Found(found, newest, count)


def told(answer: Mapping[str, Any]) -> tuple[int, list[str]]:
    """
    Say what pip-audit answered: exit code and lines.

    Parameters
    ----------
    answer
        Its report in JSON.
    """
    parts = answer["dependencies"]
    skipped = [part["name"] for part in parts if "skip_reason" in part]
    weak = [part for part in parts if part.get("vulns")]
    lines = [
        f"{part['name']} {part['version']}: {', '.join(each['id'] for each in part['vulns'])}"
        for part in weak
    ]
    asked = len(parts) - len(skipped)
    lines.append(f"{asked} of {len(parts)} packages asked about, {len(weak)} with a known weakness.")
    if skipped or not parts:
        lines.append(
            "NOT ASKED: the registry did not answer for the others, so nothing is known of them. Run this "
            "where there is a network, or give a copy of a database: make audit ADVISORIES=/path/to/osv.zip."
        )
    code = WEAK if weak else NOT_ASKED if skipped or not parts else CLEAN
    return code, lines


def _from_copy(advisories: Path) -> int:
    """Look everything up in a copy of a database, and say how old that is."""
    asked = packages()
    found = weaknesses(asked, advisories)
    for package, ids in sorted(found.weaknesses.items()):
        print(f"{package.registry} {package.name} {package.version}: {', '.join(sorted(ids))}")
    where = f"{found.records:,} records, the newest of {found.newest or 'no day'}"
    print(f"{len(asked)} packages looked up in {where}: {len(found.weaknesses)} with a known weakness.")
    if found.weaknesses:
        return WEAK
    today = dt.datetime.now(tz=dt.UTC).date()
    age = (today - dt.date.fromisoformat(found.newest)).days if found.newest else None
    if age is None or age > OLD_DAYS:
        print(
            f"NOT ASKED about the time since: this copy is {age} days old."
            if age
            else "There are no records."
        )
        return NOT_ASKED
    return CLEAN


def _from_registry() -> int:
    """Have pip-audit ask the registry about each lock."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv is None:
        print("NOT ASKED: uv, which runs pip-audit, is not installed.")
        return NOT_ASKED
    codes = []
    for lock in ASKED_LOCKS:
        command = (uv, "tool", "run", "--quiet", PIP_AUDIT, "--disable-pip", "--require-hashes")
        options = ("-r", str(ROOT / lock), "--progress-spinner", "off", "--format", "json")
        done = subprocess.run((*command, *options), check=False, capture_output=True, text=True)  # noqa: S603 - fixed
        try:
            code, lines = told(json.loads(done.stdout))
        except ValueError:
            why = (done.stderr.strip() or "it said nothing").splitlines()[-1]
            code, lines = NOT_ASKED, [f"NOT ASKED: pip-audit could not run: {why}"]
        print(*(f"{lock}: {line}" for line in lines), sep="\n")
        codes.append(code)
    return WEAK if WEAK in codes else max(codes)


def _texts(advisories: Path) -> Iterator[str]:
    """Read each record of a copy of a database."""
    if advisories.is_dir():
        for file in sorted(advisories.rglob("*")):
            if file.suffix in _ENDS:
                yield file.read_text(encoding="utf-8")
        return
    with zipfile.ZipFile(advisories) as packed:
        for name in packed.namelist():
            if Path(name).suffix in _ENDS:
                yield packed.read(name).decode()


def _is_affected(version: str, affected: Mapping[str, Any]) -> bool:
    """Whether a record names a version, or a range in which it lies."""
    ranges = [each for each in affected.get("ranges", ()) if each.get("type") in {"ECOSYSTEM", "SEMVER"}]
    return version in map(str, affected.get("versions", ())) or any(_is_in(version, each) for each in ranges)


def _is_in(version: str, within: Mapping[str, Any]) -> bool:
    """Whether a version lies in a range: after an introduction, before the fix that follows it."""
    is_in = False
    events = [(kind, str(value)) for event in within.get("events", ()) for kind, value in event.items()]
    for kind, value in sorted(events, key=lambda event: _version(event[1])):
        if kind == "introduced" and _version(value) <= _version(version):
            is_in = True
        elif (kind == "fixed" and _version(value) <= _version(version)) or (
            kind == "last_affected" and _version(value) < _version(version)
        ):
            is_in = False
    return is_in


def _version(text: str) -> Version:
    """Read a version; what is none comes before all others."""
    try:
        return Version(text)
    except InvalidVersion:
        return Version("0")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
