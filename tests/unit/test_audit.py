"""Known weaknesses: a package nobody could be asked about is never called free of them; records are read."""

import datetime as dt
import json
import zipfile

import pytest

from tools import audit
from tools.audit import CLEAN, NOT_ASKED, WEAK, Package

PILLOW = Package("PyPI", "pillow", "9.5.0")


def record(*, name="Pillow", ecosystem="PyPI", events=(), versions=(), **more):
    ranges = [{"type": "ECOSYSTEM", "events": [{kind: at} for kind, at in events]}]
    affected = {
        "package": {"ecosystem": ecosystem, "name": name},
        "ranges": ranges,
        "versions": list(versions),
    }
    return {"id": "PYSEC-1", "modified": "2026-11-30T00:00:00Z", "affected": [affected], **more}


def folder(place, *records):
    for number, each in enumerate(records):
        (place / f"{number}.json").write_text(json.dumps(each), encoding="utf-8")
    return place


@pytest.mark.parametrize(
    ("given", "is_weak"),
    [
        (record(events=[("introduced", "0"), ("fixed", "10.0")]), True),
        (record(events=[("introduced", "0"), ("fixed", "9.5")]), False),
        (record(events=[("introduced", "0"), ("fixed", "2"), ("introduced", "9.5"), ("fixed", "9.6")]), True),
        (record(events=[("introduced", "0"), ("last_affected", "9.5.0")]), True),
        (record(events=[("introduced", "0"), ("last_affected", "9.4")]), False),
        (record(versions=["9.5.0"]), True),
        (record(versions=["9.5"], name="pillow-simd"), False),
        (record(versions=["9.5.0"], ecosystem="npm"), False),
        (record(versions=["9.5.0"], withdrawn="2026-01-01T00:00:00Z"), False),
    ],
)
def test_a_record_is_read_as_osv_means_it(tmp_path, given, is_weak):
    found = audit.weaknesses({PILLOW}, folder(tmp_path, given))
    assert found.weaknesses == ({PILLOW: {"PYSEC-1"}} if is_weak else {})
    assert (found.newest, found.records) == ("2026-11-30", 1)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as packed:
        packed.write(tmp_path / "0.json", "0.json")
    assert audit.weaknesses({PILLOW}, tmp_path / "all.zip") == found


def test_an_old_copy_and_an_empty_one_are_no_answer(tmp_path, capsys):
    today = dt.datetime.now(tz=dt.UTC).date().isoformat()
    assert audit.main(["--advisories", str(tmp_path)]) == NOT_ASKED
    assert audit.main(["--advisories", str(folder(tmp_path, record(modified="2024-01-01")))]) == NOT_ASKED
    assert "days old" in capsys.readouterr().out
    assert audit.main(["--advisories", str(folder(tmp_path, record(modified=today)))]) == CLEAN


def test_nobody_asked_is_not_nothing_found():
    asked = {"name": "numpy", "version": "2.0", "vulns": []}
    weak = {"name": "pillow", "version": "9.5.0", "vulns": [{"id": "PYSEC-1"}]}
    skipped = {"name": "pandas", "skip_reason": "Dependency not found on PyPI"}
    for parts, code in (
        ([asked], CLEAN), ([asked, skipped], NOT_ASKED), ([skipped], NOT_ASKED), ([], NOT_ASKED),
        ([asked, weak, skipped], WEAK),
    ):  # fmt: skip
        found, lines = audit.told({"dependencies": parts})
        assert found == code
        assert any("NOT ASKED" in line for line in lines) == (skipped in parts or not parts)


def test_all_locks_and_what_the_repository_brings_are_looked_up():
    names = {package.name for package in audit.packages()}
    assert {"streamlit", "authlib", "pytest", "igraph", "leaflet"} <= names
