"""How the API sends an answer: type, entity tag, compression, headers."""

from __future__ import annotations

import gzip
import hashlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from starlette.responses import Response

import corridor
from corridor import geometry
from ui.api.problem import EncodingError
from ui.api.query import language, parameters
from ui.language.text import CATALOGUES
from ui.serving.http_answer import IDENTITY, answer, encoding_for, etag_of, is_current
from ui.settings.dataset import dataset

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

ROOT = "/api/v1"
TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "zip": "application/zip",
    "jsonld": "application/ld+json",
}
_HEADERS = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
# What an answer is made of beside the data: code, words, geometry.
_MAKERS = (
    (Path(corridor.__file__).parent, "*.py"),
    (Path(__file__).parent, "*.py"),
    (CATALOGUES, "*.mo"),
    (geometry.FOLDER, "*"),
)


def unchanged(request: Request, *, of_the_day: bool = False) -> Response | None:
    """
    Answer 304 before any work is done, if the caller names the entity tag that the answer has.

    The tag is made of what the answer is made of, not of the answer: data, code, question, and the day
    where it matters. A caller can only know it from an answer with status 200 to the same question.

    Parameters
    ----------
    request
        The request.
    of_the_day
        Whether the answer depends on the day.

    Returns
    -------
    Response or None
        None if the question has to be answered. "*" is one of these cases: whether there is an answer is not
        known before.
    """
    etag = etag_of(_tag(request, of_the_day=of_the_day), _encoding(request))
    if request.headers.get("if-none-match", "").strip() == "*" or not is_current(request.headers, etag):
        return None
    return Response(status_code=304, headers={**_HEADERS, "ETag": etag, "Vary": "Accept-Encoding"})


def sent(
    request: Request,
    content: bytes,
    form: str,
    more: dict[str, str] | None = None,
    *,
    file: str | None = None,
    of_the_day: bool = False,
) -> Response:
    """
    Send a content, compressed if the caller prefers that, or say that it has not changed.

    Parameters
    ----------
    request
        The request.
    content
        The content.
    form
        One of `TYPES`.
    more
        Further headers.
    file
        Name of the file that a browser should save it as.
    of_the_day
        As for `unchanged`.
    """
    carried = {**_HEADERS, **(more or {})}
    if file is not None:
        carried["Content-Disposition"] = f'attachment; filename="{_safe(file)}"'
    contents: dict[str, Callable[[], bytes]] = {
        "gzip": lambda: gzip.compress(content, mtime=0),
        IDENTITY: lambda: content,
    }
    if form == "zip" and _encoding(request) == IDENTITY:
        contents.pop("gzip")
    tag = _tag(request, of_the_day=of_the_day)
    answered = answer(request.headers, contents, tag=tag, media_type=TYPES[form], more=carried)
    answered.headers["Vary"] = "Accept-Encoding"
    return answered


def _encoding(request: Request) -> str:
    """Return the encoding of the answer; a zip is compressed again only for who insists."""
    encoding = encoding_for(request.headers, ("gzip",))
    if encoding is None:
        raise EncodingError("encoding-refused", known=("gzip", IDENTITY))
    is_zip = request.url.path.endswith(".zip")
    return (encoding_for(request.headers, ()) or encoding) if is_zip else encoding


def _tag(request: Request, *, of_the_day: bool) -> str:
    """Name of the answer to a question: from what it is made of."""
    day = datetime.now(tz=UTC).date().isoformat() if of_the_day else ""
    question = urlencode([*parameters(request), ("lang", language(request))])
    parts = (_code(), request.url.path, question, day)
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    return f"{dataset().content_hash}-{digest}"


@cache
def _code() -> str:
    """Digest of the code and of what else stands behind every answer, read once."""
    digest = hashlib.sha256()
    for folder, pattern in _MAKERS:
        for file in sorted(folder.rglob(pattern)):
            if file.is_file():
                digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


def _safe(file: str) -> str:
    """Keep only what a file name in a header may hold."""
    return "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in ".-_") else "-" for letter in file
    )
