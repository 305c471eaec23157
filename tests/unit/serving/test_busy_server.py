"""Many questions at once: dear ones do not hold up cheap ones, and nobody waits without an end."""

from __future__ import annotations

import asyncio
import threading

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from corridor.questions.tables import Answer
from ui.api import engine
from ui.api import routes as api
from ui.server import app, preview_answer, share_answer
from ui.serving import queues
from ui.settings.dataset import dataset
from ui.share import panel
from ui.share.link_tags import FOLDER

LONG_S = 60
PAIRS = "/api/v1/country-pairs.json?scenario=time.aktau-alat."


class Gate:
    """Stands before a function: counts who comes in, and lets nobody through before the test opens it."""

    def __init__(self, work):
        self.work = work
        self.entered = threading.Semaphore(0)
        self.opened = threading.Event()
        self.asked = []

    def __call__(self, *parts):
        self.asked.append(parts)
        self.entered.release()
        assert self.opened.wait(LONG_S)
        return self.work(*parts)

    async def reached(self, count):
        for _ in range(count):
            assert await asyncio.to_thread(self.entered.acquire, timeout=LONG_S)


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """A busy machine is no failure."""
    pictures = queues.Queue("test", at_once=1, waiting=16, patience_s=LONG_S)
    monkeypatch.setattr(preview_answer, "pictures", queues.Results(pictures, most=192))
    for queue in (queues.light, queues.heavy):
        monkeypatch.setattr(queue, "patience_s", LONG_S)


def visitors():
    routes = [
        *api.routes(),
        Route(f"/{panel.FOLDER}/{{page}}", queues.queued(share_answer.panels, share_answer.answer)),
        Route(f"/{FOLDER}/{{page}}.png", preview_answer.picture),
    ]
    transport = httpx2.ASGITransport(Starlette(routes=routes, middleware=app.middleware()))
    return httpx2.AsyncClient(transport=transport, base_url="http://testserver", timeout=LONG_S)


async def ended(tasks, count):
    """Wait until so many of the tasks have ended."""
    done = set()
    while len(done) < count:
        done, _rest = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED, timeout=LONG_S)
        if len(done) < count:
            await asyncio.sleep(0.01)
    return done


def test_eighty_dear_questions_are_bounded_and_cheap_ones_pass_by(monkeypatch):
    known = Answer(tables={"country_pairs": dataset().corridors.head()})
    gate = Gate(lambda *_question: known)
    monkeypatch.setattr(engine, "_answer", gate)

    async def scene():
        async with visitors() as client:
            dear = [asyncio.create_task(client.get(f"{PAIRS}{factor}")) for factor in range(2, 82)]
            await gate.reached(2)
            refused = await ended(dear, 80 - queues.heavy.places)
            assert len(gate.asked) == 2
            for one in refused:
                answer = one.result()
                assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
                assert answer.json()["code"] == "server-busy"
            assert (await client.get("/api/v1/tables/countries.json")).status_code == 200
            assert (await client.get("/share/overview?root=http://testserver")).status_code == 200
            assert (await client.get("/api/v1/country-pairs.json?nothing=1")).status_code == 400
            gate.opened.set()
            answers = await asyncio.gather(*dear)
            assert [one.status_code for one in answers].count(200) == queues.heavy.places

    asyncio.run(scene())


def test_fifty_who_ask_the_same_question_have_it_worked_out_once(monkeypatch):
    gate = Gate(engine._answer)
    monkeypatch.setattr(engine, "_answer", gate)

    async def scene():
        async with visitors() as client:
            asked = [asyncio.create_task(client.get(f"{PAIRS}1.37")) for _ in range(50)]
            await gate.reached(1)
            gate.opened.set()
            answers = await asyncio.gather(*asked)
            assert {one.status_code for one in answers} == {200}
            assert len({one.content for one in answers}) == len(gate.asked) == 1
            assert (await client.get(f"{PAIRS}1.37")).status_code == 200
            assert len(gate.asked) == 1

    asyncio.run(scene())


def test_keys_that_the_picture_does_not_show_make_no_new_picture(monkeypatch):
    gate = Gate(preview_answer.draw)
    monkeypatch.setattr(preview_answer, "draw", gate)
    gate.opened.set()

    async def scene():
        async with visitors() as client:
            addresses = [f"/{FOLDER}/corridor.png?c=tc-danube&at=44.1_39.2_5&q=word-{n}" for n in range(100)]
            addresses += [f"/{FOLDER}/corridor.png?c=tc-danube&at=44.1_39.2_5&sp={n}" for n in range(2, 102)]
            answers = await asyncio.gather(*(client.get(one) for one in addresses))
            assert {one.status_code for one in answers} == {200}
            assert len({one.content for one in answers}) == 1
            assert len(gate.asked) == 1
            other = await client.get(f"/{FOLDER}/corridor.png?c=tc-danube&at=44.1_39.3_5")
            assert (other.status_code, len(gate.asked)) == (200, 2)

    asyncio.run(scene())


def test_pictures_that_wait_hold_nobody_else_up(monkeypatch):
    gate = Gate(lambda shown: repr(shown).encode())
    monkeypatch.setattr(preview_answer, "draw", gate)

    async def scene():
        async with visitors() as client:
            known = f"/{FOLDER}/sources.png?at=40.5_40.5_5"
            gate.opened.set()
            assert (await client.get(known)).status_code == 200
            await gate.reached(1)
            gate.opened.clear()
            addresses = [f"/{FOLDER}/sources.png?at=41.{n}_40.5_5" for n in range(10, 60)]
            drawn = [asyncio.create_task(client.get(one)) for one in addresses]
            await gate.reached(1)
            places = preview_answer.pictures.queue.places
            for one in await ended(drawn, len(drawn) - places):
                assert (one.result().status_code, one.result().headers["retry-after"]) == (503, "5")
            assert (await client.get(known)).status_code == 200
            assert (await client.get("/api/v1/tables/countries.json")).status_code == 200
            assert (await client.get("/")).status_code == 200
            gate.opened.set()
            answers = await asyncio.gather(*drawn)
            assert [one.status_code for one in answers].count(200) == places

    asyncio.run(scene())
