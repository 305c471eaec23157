"""The figures of earlier data versions: kept, found again, compared."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace

import pytest

from corridor.audit import history
from corridor.audit.history import Figure, changes, found, published, versions, write
from corridor.cli.main import main
from corridor.dataset.tables import SHIPPED
from tests.checks import every
from tests.shipped import shipped_data

CHANGES = SHIPPED.parent / "CHANGES.md"


def test_what_is_written_is_found_again(sample, tmp_path):
    path = write(sample, tmp_path)
    assert versions(tmp_path) == {f"{sample.version}-{sample.content_hash}": path}
    kept = found(f"{sample.version}-{sample.content_hash}", tmp_path)
    assert kept.keys() == published(sample).keys()
    assert changes(kept, published(sample)).empty
    assert ("total", "main", "distance_km") in kept
    assert every(figure.basis != "missing" for figure in kept.values())


def test_what_is_written_of_the_shipped_data_differs_in_nothing(tmp_path):
    data = shipped_data()
    path = write(data, tmp_path)
    assert changes(found(path.name.removesuffix(history.ENDING), tmp_path), published(data)).empty


def test_the_same_figures_give_the_same_text(sample, tmp_path):
    texts = {gzip.decompress(write(sample, tmp_path / name).read_bytes()) for name in "ab"}
    assert len(texts) == 1


def test_a_version_without_hash_must_be_the_only_one(sample, tmp_path):
    path = write(sample, tmp_path)
    assert found(sample.version, tmp_path)
    path.with_name(f"{sample.version}-000000000000.csv.gz").write_bytes(path.read_bytes())
    assert found(sample.version, tmp_path) is None
    assert found("9.9.9", tmp_path) is None
    assert found("../../etc/passwd", tmp_path) is None


def test_changes_are_counted_by_what_a_reader_sees(sample):
    old = dict(published(sample))
    key = ("leg", "start-gauge", "distance_km")
    gone = ("leg", "air-aaa-bbb", "launched_on")
    new = dict(old)
    new[key] = replace(old[key], typical=250.0)
    new["topic", "x", "time_h"] = Figure(unit="h", typical=1.0, basis="published", claim_id="c-99")
    del new[gone]
    frame = changes(old, new)
    assert frame[["subject_id", "change"]].to_numpy().tolist() == [
        ["start-gauge", "changed"],
        ["air-aaa-bbb", "removed"],
        ["x", "added"],
    ]
    first = frame.iloc[0]
    assert (first["old_typical"], first["new_typical"]) == (200.0, 250.0)


@pytest.mark.parametrize(
    "change",
    [{"claim_id": "c-other"}, {"typical": 200.0001}, {"shape": "midpoint"}],
    ids=["another source says the same", "less than a millionth", "shape alone"],
)
def test_what_no_reader_sees_is_no_change(sample, change):
    old = dict(published(sample))
    key = ("leg", "start-gauge", "distance_km")
    assert changes(old, old | {key: replace(old[key], **change)}).empty


@pytest.mark.parametrize("change", [{"basis": "modelled"}, {"high": 260.0}, {"gaps": 1}])
def test_a_weaker_basis_a_wider_range_and_a_new_gap_are_changes(sample, change):
    old = dict(published(sample))
    key = ("leg", "start-gauge", "distance_km")
    assert len(changes(old, old | {key: replace(old[key], **change)})) == 1


def test_the_verb_writes_beside_the_data_and_only_once(package, capsys):
    assert main(["history", str(package)]) == 0
    assert "Wrote" in capsys.readouterr().out
    assert len(versions(package.parent / "history")) == 1
    assert main(["history", str(package)]) == 0
    assert "already" in capsys.readouterr().out


def test_every_earlier_version_of_the_data_is_kept():
    told = re.findall(r"^## (\S+) - ", CHANGES.read_text(encoding="utf-8"), re.MULTILINE)
    kept = {name.partition("-")[0] for name in versions()}
    assert kept >= set(told) - {shipped_data().version}
    assert "0.1.0" in kept


def test_the_first_version_says_what_it_said():
    first = found("0.1.0-66a1d52e6d7f", history.FOLDER)
    assert len(first) == 1256
    flight = first["service", "dv-nqz-beg", "weekly_frequency"]
    assert (flight.typical, flight.basis, flight.claim_id) == (2.0, "published", "c-air-004")
    assert first["leg", "aktau-alat", "time_h"].high == 22.0
