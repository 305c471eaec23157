"""How the API sends an answer: type, entity tag, compression, headers."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import corridor
from corridor import geometry
from ui.api.problem import EncodingError
from ui.api.query import language, parameters
from ui.language.text import CATALOGUES
from ui.serving.http_answer import IDENTITY, answer_content, encoding_for, etag_of, not_modified
from ui.settings.dataset import dataset_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

ROOT = "/api/v1"
TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "zip": "application/zip",
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
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
    more = {**_HEADERS, "Vary": "Accept-Encoding"}
    return not_modified(request.headers, etag, more, is_there=False)


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
    return answer_content(
        request.headers,
        content,
        tag=_tag(request, of_the_day=of_the_day),
        media_type=TYPES[form],
        more=carried,
        is_packed=_is_packed(request),
    )


def _encoding(request: Request) -> str:
    """Return the encoding of the answer, as `answer_content` chooses it."""
    encoding = encoding_for(request.headers, ("gzip",), is_packed=_is_packed(request))
    if encoding is None:
        raise EncodingError("encoding-refused", known=("gzip", IDENTITY))
    return encoding


def _is_packed(request: Request) -> bool:
    """Whether the answer is compressed in itself."""
    return request.url.path.endswith((".zip", ".png"))


def _tag(request: Request, *, of_the_day: bool) -> str:
    """Name of the answer to a question: from what it is made of."""
    day = datetime.now(tz=UTC).date().isoformat() if of_the_day else ""
    question = urlencode([*parameters(request), ("lang", language(request))])
    parts = (_code(), request.url.path, question, day)
    digest = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
    return f"{dataset_of(request.scope).content_hash}-{digest}"


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
