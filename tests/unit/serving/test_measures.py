"""The server counts its runs: how many, how long, how they ended."""

import pytest

from ui.serving.measures import MAX_RECENT, Measures


class Stopped(BaseException):
    """As Streamlit's exception that ends a run."""


class Clock:
    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def counted(clock):
    return Measures(clock=clock)


def value(counted, name, **labels):
    return counted.registry.get_sample_value(name, labels)


def ran(counted, clock, lasts_s):
    with counted.run("routes"):
        clock.now += lasts_s


def stop(clock, after_s):
    clock.now += after_s
    raise Stopped


def test_a_run_is_counted_and_timed(counted, clock):
    with counted.run("routes") as run:
        assert value(counted, "corridor_runs_in_progress") == 1
        clock.now += 0.2
    assert run.outcome == "ok"
    assert run.lasted_s == pytest.approx(0.2)
    assert value(counted, "corridor_runs_in_progress") == 0
    assert value(counted, "corridor_runs_total", page="routes", outcome="ok") == 1
    assert value(counted, "corridor_run_seconds_sum", page="routes") == pytest.approx(0.2)


def test_a_run_with_a_fault_is_one_and_the_fault_goes_on(counted):
    with pytest.raises(ValueError, match="typed"), counted.run("routes"):
        int("typed")
    assert value(counted, "corridor_runs_total", page="routes", outcome="fault") == 1
    assert value(counted, "corridor_faults_total", where="run") == 1
    assert value(counted, "corridor_runs_in_progress") == 0


def test_a_fault_of_which_the_visitor_was_told_counts_too(counted):
    with counted.run("own-data") as run:
        run.fail()
    assert value(counted, "corridor_faults_total", where="run") == 1


def test_a_run_that_a_newer_click_ends_says_nothing_of_how_long_pages_take(counted, clock):
    with pytest.raises(Stopped), counted.run("routes"):
        stop(clock, 9)
    assert value(counted, "corridor_runs_total", page="routes", outcome="stopped") == 1
    assert value(counted, "corridor_run_seconds_count", page="routes") is None
    assert value(counted, "corridor_faults_total", where="run") == 0


def test_median_and_95th_percentile_are_those_of_the_last_runs(counted, clock):
    assert counted.recent_s() is None
    for _ in range(MAX_RECENT):
        ran(counted, clock, 100.0)
    for milliseconds in range(MAX_RECENT):
        ran(counted, clock, milliseconds / 1000)
    median, high = counted.recent_s()
    assert median == pytest.approx(0.2555)
    assert high == pytest.approx(0.4855, abs=0.001)
