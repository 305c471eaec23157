"""Sweeps: the same file in processes and on a cluster, kept chunks, no mixing, the library's own figures."""

from __future__ import annotations

import json
import sys
from concurrent.futures.process import BrokenProcessPool
from types import ModuleType

import pyarrow.parquet as pq
import pytest
from distributed import LocalCluster

from corridor.chain.steps import steps_of
from corridor.cli.main import main
from corridor.errors import RouteError, SweepError
from corridor.routing.ask import ask
from corridor.routing.risk import risk
from corridor.scenario.codec import parse
from corridor.sweep import run
from corridor.sweep.rows import METADATA_KEY, answered, as_table
from corridor.sweep.tasks import on, sweep_of
from tests.checks import every
from ui.settings.dataset import dataset

DATA = dataset()
ASKED = {
    "origins": ("Tbilisi", "ankara"),
    "destinations": ("Sofia", "Београд"),
    "scenarios": ("today", "time.gebze-halkali.2"),
    "samples": 50,
}


@pytest.fixture(autouse=True)
def known_data(monkeypatch):
    monkeypatch.setattr("corridor.sweep.rows._loaded", lambda _folder: DATA)


@pytest.fixture(scope="module")
def asked():
    return sweep_of(DATA, **ASKED)


def small_chunks(monkeypatch):
    monkeypatch.setattr(run, "MAX_CHUNK", 3)


def test_a_row_is_what_the_library_answers(asked):
    table = as_table(answered(asked, "", 0, len(asked.tasks))).to_pandas()
    part = table[
        (table["origin"] == "ankara") & (table["destination"] == "belgrade") & (table["scenario"] == "")
    ]
    found = ask(DATA, "ankara", "belgrade", criteria=",".join(asked.criteria))
    assert part["route_id"].tolist() == found.table["route_id"].tolist()
    assert part["time_h_typical"].tolist() == found.table["time_h_typical"].tolist()
    drawn = risk({one: steps_of(DATA, way) for one, way in found.hops.items()}, samples=50, seed=asked.seed)
    assert part["time_h_p90"].tolist() == drawn.table["p90"].tolist()
    assert "time_h" in "|".join(part["best_on"]).split("|")


def test_the_file_does_not_hang_on_chunks(asked, tmp_path, monkeypatch):
    once = tmp_path / "once.parquet"
    rows = run.run(DATA, asked, once, processes=1)
    small_chunks(monkeypatch)
    told = []
    cut = tmp_path / "cut.parquet"
    assert run.run(DATA, asked, cut, processes=1, told=lambda *one: told.append(one)) == rows
    assert once.read_bytes() == cut.read_bytes()
    assert told == [(done, 3) for done in range(4)]
    assert [file.name for file in tmp_path.iterdir() if file.is_dir()] == []


def test_a_run_that_was_stopped_goes_on(asked, tmp_path, monkeypatch):
    small_chunks(monkeypatch)
    out, worked = tmp_path / "sweep.parquet", []

    def stopped(sweep, folder, start, stop):
        worked.append(start)
        if len(worked) > 4:  # two to measure, two chunks
            raise KeyboardInterrupt
        return answered(sweep, folder, start, stop)

    monkeypatch.setattr(run, "answered", stopped)
    with pytest.raises(KeyboardInterrupt):
        run.run(DATA, asked, out, processes=1)
    assert not out.exists()
    kept = sorted(file.name for file in (tmp_path / "sweep.parquet.parts").glob("chunk-*"))
    assert len(kept) == 2
    again = []
    monkeypatch.setattr(run, "answered", lambda *one: again.append(one) or answered(*one))
    run.run(DATA, asked, out, processes=1)
    assert len(again) == 1
    whole = tmp_path / "whole.parquet"
    run.run(DATA, asked, whole, processes=1)
    assert out.read_bytes() == whole.read_bytes()


def test_another_question_is_not_mixed_in(asked, tmp_path, monkeypatch):
    small_chunks(monkeypatch)
    out = tmp_path / "sweep.parquet"
    rows = run.run(DATA, asked, out, processes=1)
    other = sweep_of(DATA, **ASKED | {"scenarios": ("today",), "samples": 51})
    with pytest.raises(SweepError, match="does not hold this sweep"):
        run.run(DATA, other, out)
    assert run.run(DATA, asked, out) == rows
    parts = tmp_path / "b.parquet.parts"
    parts.mkdir()
    (parts / "plan.json").write_text(json.dumps({"digest": asked.digest, "size": 3}))
    with pytest.raises(SweepError, match="parts of another sweep"):
        run.run(DATA, other, tmp_path / "b.parquet")
    (tmp_path / "c.parquet").write_bytes(b"no parquet")
    with pytest.raises(SweepError, match="does not hold this sweep"):
        run.run(DATA, asked, tmp_path / "c.parquet")


def test_the_file_says_what_it_holds(asked, tmp_path):
    out = tmp_path / "sweep.parquet"
    run.run(DATA, asked, out, processes=1)
    schema = pq.read_schema(out)
    told = json.loads(schema.metadata[METADATA_KEY])
    assert (told["seed"], told["content_hash"], told["data_version"]) == (
        asked.seed, DATA.content_hash, DATA.version,
    )  # fmt: skip
    assert told["question"]["destinations"] == ["sofia", "belgrade"]
    assert every(len(schema.field(name).metadata[b"description"]) > 4 for name in schema.names)


def test_rows_by_best_are_the_best_and_a_pair_without_a_route_says_so():
    best = sweep_of(DATA, origins=("ankara",), destinations=("belgrade",), rows="best")
    table = as_table(answered(best, "", 0, 1)).to_pandas()
    assert 1 <= len(table) <= 2
    assert sorted("|".join(table["best_on"]).split("|")) == ["cost_usd_per_teu", "time_h"]
    shut = sweep_of(DATA, origins=("ankara",), destinations=("belgrade",), scenarios=("shut.belgrade",))
    (row,) = as_table(answered(shut, "", 0, 1)).to_pylist()
    assert row["route_id"] is None
    assert row["finished"]


def test_what_is_to_be_avoided_is_avoided():
    sweep = sweep_of(DATA, origins=("astana",), destinations=("belgrade",), avoid=("RU", "IR", "road"))
    for row in as_table(answered(sweep, "", 0, 1)).to_pylist():
        assert {"RU", "IR"}.isdisjoint(row["countries"].split("|"))
        assert "road" not in row["modes"]
    with pytest.raises(RouteError, match="cannot be avoided"):
        sweep_of(DATA, origins=("astana",), destinations=("belgrade",), avoid=("moon",))


def test_a_date_counts_what_is_due_by_the_end_of_its_year():
    assert on(parse("close.aktau-alat"), "2028-05-01") == parse("close.aktau-alat_year.2028")
    assert on(parse(""), "") == parse("")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"dates": ("soon",)}, "not a date"),
        ({"dates": ("2028-02-30",)}, "not a date"),
        ({"dates": ("2028",), "scenarios": ("year.2030",)}, "already has a year"),
        ({"samples": -1}, "samples"),
        ({"rows": "all"}, "rows by"),
        ({"origins": ("ankara",), "destinations": ("ankara",)}, "0 questions"),
        ({"origins": ()}, "0 questions"),
    ],
)
def test_what_cannot_be_swept_is_refused_before_any_work(change, words):
    with pytest.raises(SweepError, match=words):
        sweep_of(DATA, **ASKED | {"scenarios": ("today",)} | change)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://127.0.0.1:1", "not the address"),
        ("tcp://127.0.0.1", "not the address"),
        ("tcp://127.0.0.1:1", "does not respond"),
    ],
)
def test_a_scheduler_that_cannot_be_used_is_told(asked, tmp_path, address, words, monkeypatch):
    monkeypatch.setattr(run, "PATIENCE_S", 0.5)
    with pytest.raises(SweepError, match=words):
        run.run(DATA, asked, tmp_path / "sweep.parquet", scheduler=address)


@pytest.mark.filterwarnings("default")
def test_two_processes_and_a_cluster_of_two_give_the_same_file_to_the_byte(asked, tmp_path, monkeypatch):
    # Tests of pages leave the page they ran as the main module, which every new process would run again.
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    here = tmp_path / "here.parquet"
    run.run(DATA, asked, here, processes=1)
    small_chunks(monkeypatch)
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None,
        worker_dashboard_address=None, silence_logs=True,
    ) as cluster:  # fmt: skip
        run.run(DATA, asked, tmp_path / "there.parquet", scheduler=cluster.scheduler_address)
    run.run(DATA, asked, tmp_path / "two.parquet", processes=2)
    assert here.read_bytes() == (tmp_path / "there.parquet").read_bytes()
    assert here.read_bytes() == (tmp_path / "two.parquet").read_bytes()


def test_where_a_process_is_ended_the_rest_is_worked_out_here(asked, tmp_path, monkeypatch):
    class Ended:
        def __init__(self, *_given, **_options): ...

        def submit(self, *_asked):
            raise BrokenProcessPool

        def shutdown(self, **_how): ...

    small_chunks(monkeypatch)
    monkeypatch.setattr(run, "ProcessPoolExecutor", Ended)
    assert run.run(DATA, asked, tmp_path / "sweep.parquet", processes=2) > 0


def test_the_command_line_sweeps(tmp_path, capsys):
    out = tmp_path / "sweep.parquet"
    words = ["sweep", "--origins", "Ankara", "--destinations", "Sofia", "--out", str(out), "--processes", "1"]
    assert main(words) == 0
    said = capsys.readouterr()
    assert "1 question," in said.out
    assert "1/1 chunks" in said.err
    assert pq.read_metadata(out).num_rows > 0
