"""Programs that ask the API wait for the runs of pages, and the pages never wait long for them."""

from __future__ import annotations

import asyncio
import sys
import threading

from ui.serving.pages_first import SHORT_TURN_S, USUAL_TURN_S, PagesFirst
from ui.serving.queues import Queue, api, heavy, light

LONG_S = 30


def test_work_waits_for_the_run_in_progress():
    pages, order = PagesFirst(), []
    queue = Queue("test", at_once=1, waiting=4, patience_s=LONG_S, after=pages)

    async def scene():
        with pages.run():
            asked = asyncio.create_task(queue.run(lambda: order.append("work")))
            await asyncio.sleep(0.05)
            order.append("page")
        await asked

    asyncio.run(scene())
    assert order == ["page", "work"]


def test_a_server_that_is_never_quiet_answers_all_the_same():
    pages = PagesFirst()
    with pages.run(), pages.beside(0.01):
        pass


def test_turns_are_short_while_there_is_work_beside_the_pages():
    pages = PagesFirst()
    begun, done = threading.Event(), threading.Event()

    def work():
        with pages.beside(LONG_S):
            begun.set()
            assert done.wait(LONG_S)

    other = threading.Thread(target=work)
    with pages.beside(LONG_S):
        other.start()
        assert begun.wait(LONG_S)
    assert sys.getswitchinterval() == SHORT_TURN_S
    done.set()
    other.join(LONG_S)
    assert sys.getswitchinterval() == USUAL_TURN_S


def test_the_api_gives_way_and_what_a_page_asks_for_does_not():
    assert api._after is heavy._after is not None
    assert light._after is None
