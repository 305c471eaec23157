"""A document that is sent to many: packed once; plain only for the rare caller who takes nothing else."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import brotli

from ui.serving.http_answer import GZIP_LEVEL, IDENTITY, answer, digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.datastructures import Headers
    from starlette.responses import Response

_BROTLI_LEVEL = 5


@dataclass(frozen=True)
class Packed:
    """
    A packed document.

    Attributes
    ----------
    digest, plain_size
        Digest of its text, and how many bytes it has unpacked.
    by_brotli, by_gzip
        The document in both encodings.
    """

    digest: str
    plain_size: int
    by_brotli: bytes
    by_gzip: bytes

    @property
    def size(self) -> int:
        """Bytes that it takes in memory."""
        return len(self.by_brotli) + len(self.by_gzip)

    def answer(self, headers: Headers, more: Mapping[str, str]) -> Response:
        """Send it as HTML in the best encoding that the caller takes, or say that it has not changed."""
        contents = {
            "br": partial(bytes, self.by_brotli),
            "gzip": partial(bytes, self.by_gzip),
            IDENTITY: partial(gzip.decompress, self.by_gzip),
        }
        return answer(headers, contents, tag=self.digest, media_type="text/html", more=more)


def packed(text: str) -> Packed:
    """Pack a document."""
    plain = text.encode()
    return Packed(
        digest_of(plain),
        len(plain),
        brotli.compress(plain, quality=_BROTLI_LEVEL),
        gzip.compress(plain, compresslevel=GZIP_LEVEL, mtime=0),
    )
