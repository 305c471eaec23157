"""How the API sends an answer: type, digest, compression, headers."""

from __future__ import annotations

import gzip
import hashlib
from typing import TYPE_CHECKING

from starlette.responses import Response

from ui.settings.dataset import dataset

if TYPE_CHECKING:
    from starlette.requests import Request

ROOT = "/api/v1"
TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "zip": "application/zip",
    "jsonld": "application/ld+json",
}
_WORTH_COMPRESSING = 1000


def sent(
    request: Request,
    content: bytes,
    form: str,
    more: dict[str, str] | None = None,
    *,
    file: str | None = None,
) -> Response:
    """Send a content, compressed if the caller takes that, or say that it has not changed."""
    takes_gzip = "gzip" in request.headers.get("accept-encoding", "")
    encoding = "gzip" if takes_gzip and form != "zip" and len(content) > _WORTH_COMPRESSING else "identity"
    digest = hashlib.sha256(content).hexdigest()[:16]
    etag = f'"{dataset().content_hash}-{digest}-{encoding}"'
    carried = {**headers(), **(more or {}), "ETag": etag, "Vary": "Accept-Encoding"}
    if etag in {one.strip() for one in request.headers.get("if-none-match", "").split(",")}:
        return Response(status_code=304, headers=carried)
    if file is not None:
        carried["Content-Disposition"] = f'attachment; filename="{_safe(file)}"'
    if encoding == "gzip":
        carried["Content-Encoding"] = "gzip"
        content = gzip.compress(content, mtime=0)
    return Response(content, headers=carried, media_type=TYPES[form])


def headers() -> dict[str, str]:
    """Headers of every answer."""
    return {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}


def _safe(file: str) -> str:
    """Keep only what a file name in a header may hold."""
    return "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in ".-_") else "-" for letter in file
    )
