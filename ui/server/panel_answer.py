"""The plain route that draws what a chip or a long fold opens to, from its address alone."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import parse_qsl

from starlette.responses import HTMLResponse, PlainTextResponse, Response

from corridor.errors import BranchError, ScenarioError, UnknownIdError
from corridor.scenario.assumed import assumed
from corridor.scenario.codec import MAX_CHARACTERS as MAX_SCENARIO_CHARACTERS
from corridor.scenario.codec import parse as parse_scenario
from ui.evidence.chips import figure_panel, sources_panel
from ui.evidence.figure_keys import KEYS_OF, KeyFaultError, read_figure
from ui.evidence.memory import today
from ui.evidence.panels import LANGUAGE, SCENARIO, VERSION, SourceList
from ui.language.text import LANGUAGES, SOURCE_LANGUAGE, Words
from ui.link.key_values import MAX_VIA
from ui.link.state import State, guess_language
from ui.link.view import View
from ui.look.markup import tag
from ui.sections.corridor import volumes
from ui.serving.http_answer import GZIP_LEVEL, IDENTITY, digest_of
from ui.serving.http_answer import answer as answer_http
from ui.serving.queues import BusyError, Queue, Results
from ui.settings.dataset import dataset, served, token_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from markupsafe import Markup
    from starlette.requests import Request

    from corridor.dataset.tables import Dataset

MAX_PANELS, MAX_BYTES = 4096, 16 * 2**20
MAX_WAITING = 64
MAX_SOURCES = 64
MAX_LETTERS = 3 * MAX_SCENARIO_CHARACTERS
_MAX_PARTS, _MAX_KEYS = 5, 8
_THREADS = 2
_PATIENCE_S = 8.0
_RETRY_AFTER_S = 2
_COMMON = frozenset({LANGUAGE, VERSION, SCENARIO})


class Drawn(NamedTuple):
    """A panel, compressed, with the digest of its text."""

    content: bytes
    digest: str


# By its address and the day, for a panel marks what is due for review.
panels = Results(
    Queue("panels", at_once=_THREADS, waiting=MAX_WAITING, patience_s=_PATIENCE_S),
    most=MAX_PANELS,
    most_weight=MAX_BYTES,
    weigh=lambda drawn: len(drawn.content),
)


class OtherDataError(Exception):
    """The address was made with another version of the data."""


async def answer(request: Request) -> Response:
    """
    Send a panel.

    Any server with the same data gives the same panel, whether it drew the page or not.

    Parameters
    ----------
    request
        What it shows stands in the path and the query; see `ui.evidence.panels` and
        `ui.evidence.figure_keys`.

    Returns
    -------
    Response
        200 with the panel; 304 if the caller has it; 400 if the address cannot be read; 404 if it names what
        is not there; 410 with a link to the page as it is now if the data have changed; 503 if too many wait.
        Errors are told in the language of the address, else in the one that the browser asks for.
    """
    words = _words(request, "")
    try:
        path, keys = _read(request)
        words = _words(request, keys.get(LANGUAGE, ""))
        key = (path, words.lang, tuple(sorted(keys.items())), today(), token_of(dataset()))
        drawn = await panels.get(key, lambda: _compressed(draw(words.lang, path, keys)))
    except (KeyFaultError, ScenarioError, BranchError):
        return _refusal(words, 400)
    except UnknownIdError:
        return _refusal(words, 404)
    except OtherDataError:
        return _other_data(words)
    except BusyError:
        return _refusal(words, 503)
    return _sent(request, drawn, is_versioned=VERSION in keys)


def _read(request: Request) -> tuple[tuple[str, ...], dict[str, str]]:
    """Split an address into the parts of its path and its keys; nothing long or manifold is read at all."""
    query = request.url.query
    path = tuple(request.path_params["path"].split("/"))
    if len(query) + len(request.url.path) > MAX_LETTERS or len(path) > _MAX_PARTS:
        raise KeyFaultError
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=_MAX_KEYS, errors="strict")
    except ValueError:
        raise KeyFaultError from None
    keys = dict(pairs)
    if len(keys) != len(pairs) or keys.get(LANGUAGE, SOURCE_LANGUAGE) not in LANGUAGES:
        raise KeyFaultError
    return path, keys


def draw(lang: str, path: Sequence[str], keys: Mapping[str, str]) -> Markup:
    """
    Draw the panel of an address.

    Parameters
    ----------
    lang
        One of `ui.language.text.LANGUAGES`.
    path, keys
        What it shows.

    Raises
    ------
    KeyFaultError, ScenarioError, BranchError, UnknownIdError
        If the address cannot be read, or names what is not there.
    OtherDataError
        If the address names another version of the data.
    """
    token = keys.get(VERSION) or token_of(dataset())
    data = served.of_token(token)
    if data is None:
        raise OtherDataError
    kind, *rest = path
    own = {name: value for name, value in keys.items() if name not in _COMMON}
    if not own.keys() <= _KEYS.get(kind, frozenset()):
        raise KeyFaultError
    scenario = keys.get(SCENARIO, "")
    view = _view(assumed(data, parse_scenario(scenario)) if scenario else data, lang, token)
    match kind, rest:
        case "sources", [ids]:
            return sources_panel(view, SourceList(_ids(data, "sources", ids, MAX_SOURCES)))
        case "volumes", [corridor]:
            branches = _ids(data, "corridors", own["via"], MAX_VIA) if "via" in own else ()
            data.record("corridors", corridor)
            return volumes.table_panel(view, corridor, branches)
    return figure_panel(view, read_figure(view.dataset, path, own))


_KEYS: Mapping[str, frozenset[str]] = KEYS_OF | {"sources": frozenset(), "volumes": frozenset({"via"})}


def _ids(data: Dataset, table: str, text: str, most: int) -> tuple[str, ...]:
    """Read ids of a table, joined by dots."""
    ids = tuple(text.split("."))
    if len(ids) > most:
        raise KeyFaultError
    for id_ in ids:
        data.record(table, id_)
    return ids


def _view(data: Dataset, lang: str, token: str) -> View:
    """Give the view that panels are drawn for."""
    return View(
        page="sources",
        state=State(lang=lang),
        words=Words(lang),
        lang=lang,
        dark=False,
        embed=False,
        dataset=data,
        data_token=token,
    )


def _compressed(panel: Markup) -> Drawn:
    """Compress a panel."""
    content = str(panel).encode()
    return Drawn(gzip.compress(content, compresslevel=GZIP_LEVEL, mtime=0), digest_of(content))


def _sent(request: Request, drawn: Drawn, *, is_versioned: bool) -> Response:
    """Send a panel; with the version of the data in its address it holds until the day ends."""
    lasts = f"public, max-age={_rest_of_day_s()}, immutable" if is_versioned else "no-cache"
    contents: Mapping[str, Callable[[], bytes]] = {
        "gzip": lambda: drawn.content,
        IDENTITY: lambda: gzip.decompress(drawn.content),
    }
    return answer_http(
        request.headers,
        contents,
        tag=drawn.digest,
        media_type="text/html",
        more={"Cache-Control": lasts},
    )


def _rest_of_day_s() -> int:
    """Seconds until the day ends, in universal time: on the next one other claims are due for review."""
    now = datetime.now(tz=UTC)
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return int((midnight - now).total_seconds())


def _words(request: Request, named: str) -> Words:
    """Language that an address names, else the first that the browser asks for."""
    accepted = request.headers.get("accept-language", "").partition(",")[0].partition(";")[0].strip()
    return Words(named if named in LANGUAGES else guess_language(accepted))


def _refusal(words: Words, status: int) -> Response:
    """Say in plain words why there is no panel."""
    _ = words.gettext
    told = {
        400: _("This address cannot be read."),
        404: _("Nothing was found at this address."),
        503: _("The server is busy. Try again in a few seconds."),
    }
    headers = {"Cache-Control": "no-store"}
    if status == 503:  # noqa: PLR2004 - the code says what it is
        headers["Retry-After"] = str(_RETRY_AFTER_S)
    return PlainTextResponse(told[status], status_code=status, headers=headers)


def _other_data(words: Words) -> Response:
    """Say that the data have changed; ``static/own/panels.js`` makes the link one to the same view."""
    _ = words.gettext
    panel = tag(
        "div",
        tag("p", _("The data have changed since this page was opened."), class_="why"),
        tag("p", tag("a", _("Open this page with the new data"), href="?", data_now=True)),
        class_="panel",
        role="group",
        lang=words.lang,
    )
    return HTMLResponse(str(panel), status_code=410, headers={"Cache-Control": "no-store"})
