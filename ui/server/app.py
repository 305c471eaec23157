"""What the server does beside Streamlit: start-up work, plain routes, ready-compressed answers."""

from __future__ import annotations

import asyncio
import gc
import logging
from contextlib import asynccontextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.middleware import Middleware
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from corridor.dataset.citation import as_json_ld
from ui.api import routes as api
from ui.evidence import panels
from ui.language.text import LANGUAGES
from ui.link.nav import ENTRIES, PARTS_FOLDER, STORIES
from ui.map.layers import FOLDER, by_path, layers
from ui.server import (
    allocator,
    brief_answer,
    crawlers,
    logs,
    metrics_answer,
    panel_answer,
    part_answer,
    preview_answer,
    share_answer,
    sockets,
    story_answer,
)
from ui.server.addresses import BoundedAddresses, KnownAddresses
from ui.server.data_watch import Watch
from ui.server.document import page
from ui.server.garbage import collector
from ui.server.headers import SecurityHeaders
from ui.server.observed import METRICS_PATH, Observed
from ui.server.plain_page import is_within
from ui.server.rates import BoundedRates
from ui.server.stopping import stop_in_time
from ui.server.visitors import BoundedVisitors
from ui.serving import queues, sheets, uploads
from ui.serving.assets import FOREVER, Asset, assets, is_versioned
from ui.serving.http_answer import IDENTITY, answer
from ui.serving.queues import heavy, light, queued
from ui.serving.uploads import BoundedUploads
from ui.settings import drawn_ahead, last_good
from ui.settings.api_tokens import api_tokens
from ui.settings.dataset import dataset, folder, served, token_of
from ui.settings.sign_in import invited
from ui.share import link_tags, panel
from ui.stories.files import FOLDER as PRESENT

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.requests import Request
    from starlette.types import ASGIApp, Receive, Scope, Send

    from corridor.dataset.tables import Dataset

ENTRY = Path(__file__).with_name("entry.py")
_QUEUES = [
    light,
    queues.api,
    heavy,
    share_answer.panels,
    panel_answer.panels.queue,
    brief_answer.files.queue,
    *story_answer.QUEUES,
    part_answer.queue,
    *preview_answer.QUEUES,
]
log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[dict[str, bool]]:
    """
    Do before the first visitor what the first visitor would wait for, then answer ``/readyz``.

    ``gc.freeze`` takes what is loaded by now, and will never go, out of every later collection of garbage.
    """
    import geopandas  # noqa: F401, PLC0415 - loaded here so that no visitor waits for it

    from corridor.search.compile import warm_kernels  # noqa: PLC0415 - the same

    allocator.use_few_arenas()
    logs.set_up()
    stop_in_time(_QUEUES)
    sockets.send_at_once()
    found = dataset()
    _start_page()
    warm_kernels()
    _prepare(found)
    preview_answer.prepare()
    opened = await _open_pages()
    log.info(
        "Data %s (%s), %d layers, %d files, %d pages drawn",
        found.version,
        found.content_hash,
        len(layers()),
        len(assets()),
        opened,
    )
    gc.collect()
    gc.freeze()
    allocator.give_back()
    await asyncio.to_thread(last_good.remember, found, folder())
    watching = (uploads.watch(), collector.watch(), Watch(_prepare).watch())
    tasks = [asyncio.create_task(each) for each in watching]
    try:
        yield {"ready": True}
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def _prepare(data: Dataset) -> None:
    """Do with a dataset what its first visitor would wait for."""
    from corridor.warm_up import warm  # noqa: PLC0415 - loaded by the lifespan
    from ui.chain import connections  # noqa: PLC0415 - the same
    from ui.map.layers import prepare as prepare_layers  # noqa: PLC0415 - the same
    from ui.sections.partners import works_pair  # noqa: PLC0415 - the same

    warm(data)
    connections.prepare(data)
    works_pair.prepare(data)
    prepare_layers(data)


def routes() -> list[Route]:
    """Plain routes beside Streamlit's own."""
    base = _base()
    return [
        Route(f"{base}/healthz", _healthz),
        Route(f"{base}/readyz", _readyz),
        Route(f"{base}{METRICS_PATH}", queued(light, metrics_answer.metrics(_QUEUES))),
        Route(f"{base}/robots.txt", crawlers.robots(base)),
        Route(f"{base}/{crawlers.SITEMAP}", crawlers.sitemap(base)),
        Route(f"{base}/{FOLDER}/{{name}}", _geo),
        Route(f"{base}/{panels.FOLDER}/{{path:path}}", panel_answer.answer),
        Route(f"{base}/{panel.FOLDER}/{{page}}", queued(share_answer.panels, share_answer.answer)),
        Route(f"{base}/{link_tags.FOLDER}/{{page}}.png", preview_answer.picture),
        Route(f"{base}/{brief_answer.FOLDER}/{{page}}.{{form}}", brief_answer.brief(base)),
        Route(f"{base}/{PRESENT}/{{story}}", story_answer.presented(base)),
        Route(f"{base}/{PARTS_FOLDER}/{{page}}", queued(part_answer.queue, part_answer.framed_part(base))),
        Route(f"{base}/oembed", queued(light, part_answer.described(base))),
        Route(f"{base}/{STORIES}", queued(light, story_answer.listed(base))),
        Route(f"{base}/{STORIES}/check/{{story}}", story_answer.checked(base)),
        *api.routes(base),
    ]


def middleware() -> list[Middleware]:
    """Layers round the app, the outermost first."""
    base = _base()
    return [
        Middleware(Observed, base=base),
        Middleware(SecurityHeaders),
        Middleware(BoundedAddresses, base=base),
        *_guards(base),
        Middleware(BoundedVisitors, base=base),
        Middleware(BoundedRates, base=base),
        Middleware(Precompressed, base=base),
        Middleware(BoundedUploads, base=base),
        Middleware(KnownAddresses, base=base),
    ]


def _guards(base: str) -> list[Middleware]:
    """Ask who comes, where the operator wants to know: a layer that is not there otherwise."""
    who = invited()
    if who is None:
        return []
    from ui.server import signed_in, streamlit_auth  # noqa: PLC0415 - parts of Streamlit that may be moved

    streamlit_auth.stop_unless_usable()
    return [Middleware(signed_in.SignedIn, base=base, invited=who, tokens=api_tokens())]


class Precompressed:
    """ASGI layer that answers from the compressed files before Streamlit sees the request."""

    def __init__(self, app: ASGIApp, base: str = "") -> None:
        self._app, self._base = app, base

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a known file, else pass the request on."""
        if scope["type"] != "http" or scope["method"] not in {"GET", "HEAD"}:
            await self._app(scope, receive, send)
            return
        path = scope["path"].removeprefix(self._base) if is_within(scope["path"], self._base) else ""
        page, asset = _PAGES.get(path), assets().get(path) or sheets.served(path)
        if page is not None:
            response = await preview_answer.start_page(scope, page, _start_page(), self._base)
        elif asset is not None:
            response = await _answer(asset, scope)
        else:
            await self._app(scope, receive, send)
            return
        await response(scope, receive, send)


def _start_page() -> str:
    """Streamlit's page, which every page of ours is; it names what the map will ask for."""
    return _written_page(token_of(dataset()))


@lru_cache(maxsize=2)
def _written_page(_token: str) -> str:
    """Write the page that describes the data of this token, which is served."""
    from ui.map.show import frame_files  # noqa: PLC0415 - it loads folium, which the lifespan does
    from ui.shell.page import later_styles, styles  # noqa: PLC0415 - the same

    data = as_json_ld(dataset(), api=f"{_base()}{api.ROOT}", is_short=True)
    return page(first=[styles()], later=[*frame_files(), *later_styles()], data=data)


_PAGES = {f"/{entry.path}": entry.name for entry in ENTRIES}


async def _answer(asset: Asset, scope: Scope) -> Response:
    """Send a file in the best encoding that the browser takes, or say that it has not changed."""
    query = scope["query_string"].decode("latin-1")
    lifetime = FOREVER if is_versioned(asset, query) else asset.cache_control
    contents = {name: partial(asset.body, name) for name in (*asset.encodings, IDENTITY)}
    return await run_in_threadpool(
        answer,
        Headers(scope=scope),
        contents,
        tag=asset.digest,
        media_type=asset.media_type,
        more={"Cache-Control": lifetime},
        is_open=True,
    )


async def _healthz(_request: Request) -> Response:
    """Say that the process answers."""
    return PlainTextResponse("ok", headers={"Cache-Control": "no-store"})


async def _readyz(_request: Request) -> Response:
    """Say that the start-up work is done, with which data. The server takes no request before that."""
    found = dataset()
    body = {"ready": True, "data": found.version, "content_hash": found.content_hash}
    if served.fault:
        body["fault"] = "The newest data cannot be used; the log says why. These are the last that could."
    return JSONResponse(body, headers={"Cache-Control": "no-store"})


async def _geo(request: Request) -> Response:
    """Send a map layer."""
    asset = by_path(Path(request.path_params["name"]).stem)
    if asset is None:
        return PlainTextResponse("There is no such layer.", status_code=404)
    return await _answer(asset, request.scope)


async def _open_pages() -> int:
    """Draw every page before its first visitor; without that, the first visitor waits for it."""
    try:
        from ui.server import first_visits  # noqa: PLC0415 - it needs parts of Streamlit that may be moved

        return await first_visits.open_pages(drawn_ahead.languages(LANGUAGES))
    except (ImportError, AttributeError, TypeError, ValueError):
        log.exception("Streamlit %s opens pages in another way than is known here.", st.__version__)
        return 0


def _base() -> str:
    """Path under which the app is served, such as ``/kz``; empty at the root of the host."""
    path = str(st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{path}" if path else ""
