"""One HTTP answer, alike for API, pages, files and pictures: encoding, entity tag, 304 where that holds."""

from __future__ import annotations

import gzip
import hashlib
import re
from typing import TYPE_CHECKING

from starlette.responses import PlainTextResponse, Response

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from starlette.datastructures import Headers

IDENTITY = "identity"
# For a content that is made for one answer; measured in docs/decisions/0017-http-answers.md.
GZIP_LEVEL = 6
_DIGEST_LENGTH = 20
_WEIGHT = re.compile(r"q=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE)
# An entity tag of RFC 9110, section 8.8.3; its text may hold a comma.
_ENTITY_TAG = re.compile(r'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')
_ALIASES = {"x-gzip": "gzip"}


def weighted(header: str) -> Iterator[tuple[str, float]]:
    """
    Iterate over the names of a header such as Accept-Encoding or Accept-Language, each with its weight.

    A weight that cannot be read counts as 1, as if it were not there (RFC 9110, section 12.4.2).
    """
    for part in header.split(","):
        name, *parameters = (each.strip() for each in part.split(";"))
        weights = (_WEIGHT.fullmatch(each.replace(" ", "")) for each in parameters)
        if name:
            yield name.lower(), next((float(found[1]) for found in weights if found), 1.0)


def encoding_for(headers: Headers, offered: Sequence[str], *, is_packed: bool = False) -> str | None:
    """
    Choose the encoding of an answer (RFC 9110, section 12.5.3).

    Parameters
    ----------
    headers
        Headers of the request.
    offered
        Encodings that there are beside "identity", the best first.
    is_packed
        Whether the content is compressed in itself, as a zip is: it is sent as it is to whoever accepts that.

    Returns
    -------
    str or None
        That with the highest weight, of equal ones the best; "identity" if the caller names none of them;
        None if the caller refuses all, "identity" too.
    """
    given = headers.getlist("accept-encoding")
    if not given or (is_packed and encoding_for(headers, ()) == IDENTITY):
        return IDENTITY
    weights = {_ALIASES.get(name, name): weight for name, weight in weighted(",".join(given))}
    other = weights.get("*", 0.0)
    # What is sent as it is comes last unless the caller says how much it is wanted.
    plain = weights.get(IDENTITY, 0.0 if "*" in weights and not other else 0.0005)
    choices = [*((encoding, weights.get(encoding, other)) for encoding in offered), (IDENTITY, plain)]
    name, weight = max(choices, key=lambda choice: choice[1])  # of equal ones the first
    return name if weight > 0 else None


def is_current(headers: Headers, etag: str, *, is_there: bool = True) -> bool:
    """
    Tell whether the caller has an answer already, by weak comparison (RFC 9110, section 13.1.2).

    Parameters
    ----------
    headers
        Headers of the request; If-None-Match may hold one tag, several, weak ones, or "*".
    etag
        Entity tag of the answer that exists.
    is_there
        Whether it is known that there is an answer. If not, "*" is not current: it may be an error.
    """
    given = ",".join(headers.getlist("if-none-match")).strip()
    if given == "*":
        return is_there
    return etag.removeprefix("W/") in _ENTITY_TAG.findall(given)


def not_modified(
    headers: Headers, etag: str, more: Mapping[str, str], *, is_there: bool = True
) -> Response | None:
    """
    Answer 304 if the caller has the answer already.

    Parameters
    ----------
    headers
        Headers of the request.
    etag
        Entity tag of the answer that exists.
    more
        Further headers, the same as with status 200.
    is_there
        As for `is_current`.
    """
    if not is_current(headers, etag, is_there=is_there):
        return None
    return Response(status_code=304, headers={**more, "ETag": etag})


def etag_of(tag: str, encoding: str) -> str:
    """Entity tag of a content in an encoding: each encoding has bytes, and so a tag, of its own."""
    return f'"{tag}-{encoding}"'


def answer_content(
    headers: Headers,
    content: bytes,
    *,
    media_type: str,
    more: Mapping[str, str] | None = None,
    tag: str = "",
    is_packed: bool = False,
) -> Response:
    """
    Send a content that is there, with gzip if the caller prefers that.

    Compressing takes milliseconds: call it on a thread.

    Parameters
    ----------
    headers
        Headers of the request.
    content
        The content.
    media_type, more
        As for `answer`.
    tag
        As for `answer`; without it, the digest of the content.
    is_packed
        As for `encoding_for`.
    """
    contents: Mapping[str, Callable[[], bytes]] = {
        "gzip": lambda: gzip.compress(content, compresslevel=GZIP_LEVEL, mtime=0),
        IDENTITY: lambda: content,
    }
    tag = tag or digest_of(content)
    return answer(headers, contents, tag=tag, media_type=media_type, more=more, is_packed=is_packed)


def digest_of(content: bytes) -> str:
    """Digest of a content, for its entity tag."""
    return hashlib.sha256(content).hexdigest()[:_DIGEST_LENGTH]


def answer(
    headers: Headers,
    contents: Mapping[str, Callable[[], bytes]],
    *,
    tag: str,
    media_type: str,
    more: Mapping[str, str] | None = None,
    is_open: bool = False,
    is_packed: bool = False,
) -> Response:
    """
    Send a content in the encoding that the caller prefers, or say that the caller has it already.

    Parameters
    ----------
    headers
        Headers of the request.
    contents
        What makes the content in each encoding, the best encoding first, "identity" among them; only one of
        them is called, and none for a 304.
    tag
        What the content is made of, such as its digest; part of the entity tag.
    media_type
        Its media type.
    more
        Further headers, such as Cache-Control. A 304 has them, too.
    is_open
        Whether scripts of other sites may read it.
    is_packed
        As for `encoding_for`.

    Returns
    -------
    Response
        200; 304 if the caller has it; 406 if the caller refuses every encoding.
    """
    carried = {**(more or {})}
    offered = [name for name in contents if name != IDENTITY]
    if offered:
        carried["Vary"] = ", ".join(filter(None, ("Accept-Encoding", carried.get("Vary"))))
    if is_open:
        carried["Access-Control-Allow-Origin"] = "*"
    encoding = encoding_for(headers, offered, is_packed=is_packed)
    if encoding is None:
        words = f"There are these encodings: {', '.join(contents)}."
        return PlainTextResponse(words, 406, headers={"Vary": "Accept-Encoding", "Cache-Control": "no-store"})
    carried["ETag"] = etag_of(tag, encoding)
    known = not_modified(headers, carried["ETag"], carried)
    if known is not None:
        return known
    if encoding != IDENTITY:
        carried["Content-Encoding"] = encoding
    return Response(contents[encoding](), headers=carried, media_type=media_type)
