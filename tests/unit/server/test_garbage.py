"""Garbage is collected between runs, at bounded intervals, and never where nothing has run."""

import asyncio
import contextlib
import gc
import itertools
import weakref

import pytest
from streamlit import config

from ui.server.garbage import MAX_PAUSE_S, MIN_PAUSE_S, QUIET_S, Collector


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def done():
    return []


@pytest.fixture
def collector(clock, done):
    return Collector(collect=lambda: done.append(clock()), clock=clock)


def test_streamlit_leaves_it_to_us():
    assert config.get_option("runner.postScriptGC") is False


def test_a_server_that_runs_nothing_collects_nothing(collector, clock, done):
    clock.now += 10 * MAX_PAUSE_S
    assert not collector.collect_if_due()
    assert done == []


def test_it_waits_until_no_page_runs_and_all_is_quiet(collector, clock, done):
    with collector.run():
        clock.now += MIN_PAUSE_S
        assert not collector.collect_if_due()
    assert not collector.collect_if_due()
    clock.now += QUIET_S
    assert collector.collect_if_due()
    assert done == [clock()]


def test_it_counts_every_run_in_progress(collector, clock):
    with collector.run():
        with collector.run():
            pass
        clock.now += MIN_PAUSE_S + QUIET_S
        assert not collector.collect_if_due()


def test_a_run_that_fails_is_over(collector, clock):
    with pytest.raises(RuntimeError), collector.run():
        raise RuntimeError
    clock.now += MIN_PAUSE_S + QUIET_S
    assert collector.collect_if_due()


def test_it_collects_once_for_what_has_run(collector, clock, done):
    with collector.run():
        pass
    clock.now += MIN_PAUSE_S + QUIET_S
    assert collector.collect_if_due()
    clock.now += 10 * MAX_PAUSE_S
    assert not collector.collect_if_due()
    assert len(done) == 1


def test_it_collects_no_more_often_than_it_says(collector, clock, done):
    for _second in range(100):
        clock.now += QUIET_S
        with collector.run():
            pass
        clock.now += QUIET_S
        collector.collect_if_due()
    assert len(done) > 1
    assert min(after - before for before, after in itertools.pairwise(done)) >= MIN_PAUSE_S


def test_a_server_that_is_never_quiet_is_collected_all_the_same(collector, clock, done):
    with collector.run():
        for _second in range(int(3 * MAX_PAUSE_S)):
            clock.now += 1
            with collector.run():
                collector.collect_if_due()
    assert len(done) == 3


def test_it_takes_what_no_counting_of_references_takes(clock):
    class Ring:
        def __init__(self):
            self.own = self

    collector, ring = Collector(clock=clock), Ring()
    gone = weakref.ref(ring)
    gc.disable()
    try:
        with collector.run():
            del ring
        clock.now += MIN_PAUSE_S + QUIET_S
        assert gone() is not None
        collector.collect_if_due()
        assert gone() is None
    finally:
        gc.enable()


def test_the_watch_looks_by_itself_until_it_is_ended(monkeypatch, clock, done, collector):
    monkeypatch.setattr("ui.server.garbage._LOOK_S", 0)

    async def watched():
        with collector.run():
            pass
        clock.now += MIN_PAUSE_S + QUIET_S
        task = asyncio.create_task(collector.watch())
        for _turn in range(1000):
            await asyncio.sleep(0)
            if done:
                break
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    asyncio.run(watched())
    assert len(done) == 1
