"""Sweeps of visitors: in a process of their own, bounded, and gone when they are cancelled."""

import io
import os
import time

import pyarrow.parquet as pq
import pytest

from corridor.errors import SweepError
from corridor.sweep import background
from corridor.sweep.rows import answered, as_table
from corridor.sweep.tasks import sweep_of
from tests.shipped import shipped_data

_PATIENCE_S = 240


@pytest.fixture(scope="module")
def dataset():
    """Load the shipped data."""
    return shipped_data()


@pytest.fixture(autouse=True)
def _nothing_left():
    """End whatever a test has started."""
    yield
    background.cancel_all()


def small(dataset, **more):
    """Two questions."""
    options = {"origins": ["aktau-port"], "destinations": ["belgrade", "bor"], "rows": "best", **more}
    return sweep_of(dataset, **options)


def waited(ticket):
    """Wait for the end of a sweep."""
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until:
        found = background.progress(ticket)
        if found.state != "running":
            return found
        time.sleep(0.2)
    message = "the sweep did not end"
    raise AssertionError(message)


def is_alive(pid):
    """Whether a process is there."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_the_result_is_that_of_the_command_line(dataset):
    sweep = small(dataset)
    ticket = background.start(sweep, "")
    found = waited(ticket)
    assert (found.state, found.done, found.tasks) == ("done", 2, 2)
    rows = pq.read_table(io.BytesIO(found.parquet)).to_pylist()
    assert rows == as_table(answered(sweep, "", 0, 2)).to_pylist()


def test_cancel_leaves_no_process_and_no_file(dataset):
    ticket = background.start(small(dataset, dates=["2026", "2027", "2028"]), "")
    job = background._jobs[ticket]
    pid, place = job.process.pid, job._place
    assert os.getpriority(os.PRIO_PROCESS, pid) > 0
    assert os.getpgid(pid) == pid
    background.cancel(ticket)
    assert background.progress(ticket).state == "cancelled"
    assert not is_alive(pid)
    until = time.monotonic() + 5
    while place.exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not place.exists()


def test_the_same_question_is_worked_out_once_and_no_more_run_than_may(dataset, monkeypatch):
    monkeypatch.setattr(background, "MAX_AT_ONCE", 1)
    ticket = background.start(small(dataset, dates=["2027"]), "")
    assert background.start(small(dataset, dates=["2027"]), "") == ticket
    with pytest.raises(SweepError) as refused:
        background.start(small(dataset, scenarios=["shut.kuryk-port"]), "")
    assert refused.value.code == "sweep-busy"


def test_a_sweep_that_nobody_watches_ends(dataset, monkeypatch):
    monkeypatch.setattr(background, "UNWATCHED_S", 0.0)
    ticket = background.start(small(dataset, dates=["2026", "2027", "2028"]), "")
    process = background._jobs[ticket].process
    until = time.monotonic() + 20
    while process.poll() is None and time.monotonic() < until:
        time.sleep(0.1)
    assert process.poll() is not None
    assert background._jobs[ticket].state == "cancelled"


def test_the_cancel_of_one_visit_leaves_the_sweep_to_others_and_the_last_one_ends_it(dataset):
    sweep = small(dataset, dates=["2026", "2027", "2028"])
    ticket = background.start(sweep, "", "first")
    process = background._jobs[ticket].process
    assert background.progress(ticket, "second").state == "running"
    background.cancel(ticket, "first")
    assert background.progress(ticket, "first").state == "cancelled"
    assert background.progress(ticket, "second").state == "running"
    assert is_alive(process.pid)
    background.start(sweep, "", "first")
    assert background.progress(ticket, "first").state == "running"
    for visit in ("first", "second"):
        background.cancel(ticket, visit)
    assert not is_alive(process.pid)


def test_who_has_not_looked_for_long_holds_no_sweep_that_the_last_one_cancels(dataset):
    ticket = background.start(small(dataset, dates=["2026", "2027", "2028"]), "", "gone")
    job = background._jobs[ticket]
    assert background.progress(ticket, "here").state == "running"
    job.holders["gone"] -= background.UNWATCHED_S + 1
    background.cancel(ticket, "here")
    assert not is_alive(job.process.pid)


def test_more_questions_than_may_be_are_refused(dataset):
    many = sweep_of(
        dataset,
        origins=["aktau-port", "almaty", "astana", "kuryk-port", "dostyk", "altynkol"],
        destinations=["belgrade", "bor", "nis", "novi-sad", "subotica"],
        dates=[str(year) for year in range(2026, 2032)],
    )
    with pytest.raises(SweepError) as refused:
        background.start(many, "")
    assert refused.value.code == "sweep-size"
