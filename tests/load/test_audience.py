"""An audience opens one link at once on a fresh server: everybody sees the same page and no error."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from benchmarks.visitors import visitor
from tests.browser.serving import serving

AUDIENCE, ROUNDS = 20, 3
LINKS = (
    ("routes", "lang=en&from=almaty&to=belgrade&avoid=RU.IR"),
    ("corridor", "lang=kk&c=tc-danube&year=2030"),
    ("partners", "lang=sr-Latn&part=mending&from=aktau-port&to=nis"),
)


@pytest.fixture(scope="module")
def server():
    with serving("audience", drawn_ahead="none") as url:
        yield url


def finished(work):
    """Run to the end on a thread of its own: the browser's driver keeps a loop running on this one."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, work).result()


async def open_at_once(url, page, query, count):
    """Connect first and ask then, so that all runs begin together; each visitor asks several times."""
    connected = asyncio.Barrier(count)

    async def visit():
        async with visitor(url) as one:
            await connected.wait()
            return [await one.open(page, query) for _round in range(ROUNDS)]

    return [run for runs in await asyncio.gather(*(visit() for _visitor in range(count))) for run in runs]


@pytest.mark.parametrize(("page", "query"), LINKS, ids=[page for page, _query in LINKS])
def test_twenty_who_open_one_link_see_one_page(server, page, query):
    runs = finished(open_at_once(server, page, query, AUDIENCE))
    assert len(runs) == AUDIENCE * ROUNDS
    assert [run.error for run in runs if run.error] == []
    assert len({run.digest for run in runs}) == 1
    assert {run.elements for run in runs} == {runs[0].elements}
    assert runs[0].elements > 20


def test_visitors_of_different_pages_do_not_disturb_each_other(server):
    async def visit():
        several = [open_at_once(server, page, query, 5) for page, query in LINKS]
        return await asyncio.gather(*several)

    for runs in finished(visit()):
        assert [run.error for run in runs if run.error] == []
        assert len({run.digest for run in runs}) == 1
