"""Work of requests: so many at once, so many waiting; who is refused takes no thread."""

from __future__ import annotations

import asyncio
import threading

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from corridor.memory.caches import all_caches
from ui.serving.queues import BusyError, Queue, Results, queued

LONG_S = 60


class Gate:
    """Work that runs until the test opens the gate."""

    def __init__(self):
        self.entered = threading.Semaphore(0)
        self.opened = threading.Event()
        self.runs = 0

    def __call__(self):
        self.runs += 1
        self.entered.release()
        assert self.opened.wait(LONG_S)
        return self.runs


async def reached(gate, count):
    for _ in range(count):
        assert await asyncio.to_thread(gate.entered.acquire, timeout=LONG_S)


def queue(**changes):
    return Queue("test", **({"at_once": 2, "waiting": 3, "patience_s": LONG_S} | changes))


def test_who_is_one_too_many_is_refused_at_once_and_the_next_has_a_place_again():
    async def scene():
        gate, full = Gate(), queue()
        asked = [asyncio.create_task(full.run(gate)) for _ in range(5)]
        await reached(gate, 2)
        assert (len(full), gate.runs) == (5, 2)
        with pytest.raises(BusyError):
            await full.run(lambda: pytest.fail("a thread was taken"))
        gate.opened.set()
        await asyncio.gather(*asked)
        assert gate.runs == 5
        assert await full.run(lambda: "in") == "in"
        assert len(full) == 0

    asyncio.run(scene())


def test_who_waits_too_long_is_refused_and_never_run():
    async def scene():
        gate, impatient = Gate(), queue(at_once=1, patience_s=0.01)
        first = asyncio.create_task(impatient.run(gate))
        await reached(gate, 1)
        with pytest.raises(BusyError):
            await impatient.run(lambda: pytest.fail("was run"))
        assert len(impatient) == 1
        gate.opened.set()
        assert await first == 1  # what has begun is not given up

    asyncio.run(scene())


def test_one_kind_of_work_does_not_wait_for_another():
    async def scene():
        gate, dear, cheap = Gate(), queue(), queue()
        asked = [asyncio.create_task(dear.run(gate)) for _ in range(5)]
        await reached(gate, 2)
        assert await cheap.run(lambda: "answered") == "answered"
        assert not any(one.done() for one in asked)
        gate.opened.set()
        await asyncio.gather(*asked)

    asyncio.run(scene())


def test_a_closed_queue_refuses_who_waits_and_who_comes_and_lets_the_rest_end():
    async def scene():
        gate, closing = Gate(), queue(at_once=1)
        running = asyncio.create_task(closing.run(gate))
        await reached(gate, 1)
        waiting = asyncio.create_task(closing.run(lambda: pytest.fail("was run")))
        await asyncio.sleep(0)
        assert len(closing) == 2
        closing.close()
        for refused in (waiting, closing.run(lambda: pytest.fail("was run"))):
            with pytest.raises(BusyError):
                await refused
        gate.opened.set()
        assert await running == 1

    asyncio.run(scene())


def test_fifty_who_ask_for_the_same_have_it_made_once():
    async def scene():
        gate = Gate()
        results = Results(queue(), most=4)
        asked = [asyncio.create_task(results.get("same", gate)) for _ in range(50)]
        await reached(gate, 1)
        gate.opened.set()
        assert await asyncio.gather(*asked) == [1] * 50
        assert gate.runs == 1

    asyncio.run(scene())


def test_an_error_reaches_all_who_asked_and_is_not_remembered():
    def fails():
        message = "no"
        raise ValueError(message)

    async def scene():
        results = Results(queue(), most=4)
        told = await asyncio.gather(*(results.get("x", fails) for _ in range(3)), return_exceptions=True)
        assert [type(one) for one in told] == [ValueError] * 3
        assert await results.get("x", lambda: "mended") == "mended"

    asyncio.run(scene())


def test_only_the_last_results_are_cached():
    results = Results(queue(), most=3)
    for number in range(1000):
        results.put(number, lambda number=number: str(number))
        results.put(0, lambda: "0")  # asked for again and again, so it stays
    assert len(results) == 3
    assert results.known(0) == "0"
    assert results.known(1) is None


def test_cached_results_are_counted_with_the_other_caches():
    results = Results(queue(), most=3, name="of this test of queues")
    for number in (1, 2, 1):
        results.put(number, lambda number=number: number)
    assert ("of this test of queues", 2, 3, 1, 2) in all_caches()


def test_results_are_bounded_by_what_they_weigh():
    results = Results(queue(), most=100, most_weight=10, weigh=len)
    for number in range(9):
        results.put(number, lambda number=number: str(number) * 4)
    assert (len(results), results.cache.weight) == (2, 8)
    assert results.known(8) == "8888"


def test_an_endpoint_without_a_place_says_when_to_come_back():
    full = queue(at_once=1, waiting=-1)
    app = Starlette(routes=[Route("/", queued(full, lambda _request: PlainTextResponse("in")))])
    answer = TestClient(app).get("/")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
    assert "busy" in answer.text
    roomy = Starlette(routes=[Route("/", queued(queue(), lambda _request: PlainTextResponse("in")))])
    assert TestClient(roomy).get("/").text == "in"
