"""Files served ready-compressed: Streamlit's bundle, the map frame, our own static files.

Streamlit leaves its 2.7 MB start bundle uncompressed on the wire and gives our static files no lifetime in
the browser's cache. Here every text file is compressed once, before the server says that it is ready, and
cached in ``build/compressed`` under the digest of its content. A visitor never waits for a compressor.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]

from corridor.dataset.shipped import ROOT, scratch
from ui.serving import map_page
from ui.serving.bundle import STREAMLIT_PAGE, changed
from ui.serving.compressed import Copies
from ui.serving.http_answer import IDENTITY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STATIC = ROOT / "static"
CACHE = scratch() / "compressed"
# Where a page seeks the frame of the map.
MAP_FRAME = "/component/streamlit_folium.st_folium/"
FOREVER = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"
FOR_A_DAY = "public, max-age=86400"
BROTLI, GZIP = "br", "gzip"

_TEXT = {".css", ".geojson", ".html", ".js", ".json", ".map", ".md", ".svg", ".txt"}
_TYPES = {".geojson": "application/geo+json", ".js": "text/javascript", ".woff2": "font/woff2"}
_BROTLI_QUALITY = 6
_BROTLI_SLOWEST = 11
_GZIP_LEVEL = 6
_VERSION_LENGTH = 8


copies = Copies(CACHE)


@dataclass(frozen=True)
class Asset:
    """
    One file as it goes over the wire.

    Attributes
    ----------
    media_type, digest, cache_control
        What stands in the headers of the answer.
    plain
        The file, or a content that was made at start.
    encodings
        Encodings in which it is sent beside the plain one, the smallest first.
    quality
        How hard Brotli tries.
    """

    media_type: str
    digest: str
    cache_control: str
    plain: Path | bytes
    encodings: tuple[str, ...] = ()
    quality: int = _BROTLI_QUALITY

    def body(self, encoding: str = IDENTITY) -> bytes:
        """Give the content in an encoding; what was taken from the cache meanwhile is compressed anew."""
        if encoding == IDENTITY:
            return self.plain if isinstance(self.plain, bytes) else self.plain.read_bytes()
        return copies.get(self._copy(encoding), partial(self._compressed, encoding))

    def prepare(self) -> None:
        """Compress the content unless that was done before."""
        for encoding in self.encodings:
            copies.prepare(self._copy(encoding), partial(self._compressed, encoding))

    def _copy(self, encoding: str) -> str:
        """Name of a compressed copy."""
        return f"{self.digest}.q{self.quality}.br" if encoding == BROTLI else f"{self.digest}.gz"

    def _compressed(self, encoding: str) -> bytes:
        """Compress: browsers ask for Brotli over https and on localhost, for gzip over plain http."""
        if encoding == BROTLI:
            return bytes(brotli.compress(self.body(), quality=self.quality))
        return gzip.compress(self.body(), compresslevel=_GZIP_LEVEL, mtime=0)


@cache
def assets() -> Mapping[str, Asset]:
    """
    Every file that is served from here, by its path in the address, compressed where it pays.

    The first call of the process compresses what ``build/compressed`` does not hold yet (about a second on a
    fresh clone, nothing later). The server calls it before it says that it is ready.
    """
    copies.tidy()
    return {
        path: asset_of(content, Path(path).name, cache_control=lifetime)
        for path, content, lifetime in _served()
    }


def asset_of(content: Path | bytes, name: str, *, cache_control: str, smallest: bool = False) -> Asset:
    """
    Compress one content, or find its compressed copies.

    Parameters
    ----------
    content
        A file, or a content that was made at start.
    name
        Name of the file, whose end tells the media type.
    cache_control
        How long browsers may keep it.
    smallest
        Whether the compressor may take its time: a third less for a map layer, at some 2 s a megabyte once.

    Returns
    -------
    Asset
        The content as it goes over the wire.
    """
    plain = content if isinstance(content, bytes) else content.read_bytes()
    made = Asset(
        media_type=media_type(name),
        digest=hashlib.sha256(plain).hexdigest()[:16],
        cache_control=cache_control,
        plain=content,
        encodings=(BROTLI, GZIP) if Path(name).suffix in _TEXT else (),
        quality=_BROTLI_SLOWEST if smallest else _BROTLI_QUALITY,
    )
    made.prepare()
    return made


def versioned(path: str) -> str:
    """Address of one of our static files with its digest, so that browsers may keep it for a year."""
    file = STATIC / path
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:_VERSION_LENGTH]
    return f"app/static/{path}?v={digest}"


def is_versioned(asset: Asset, query: str) -> bool:
    """Whether an address names this very content of a file, as `versioned` writes it."""
    return query == f"v={asset.digest[:_VERSION_LENGTH]}"


def media_type(name: str) -> str:
    """Media type by the end of a file name."""
    suffix = Path(name).suffix
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def _served() -> Iterator[tuple[str, Path | bytes, str]]:
    """Path in the address, file or its changed content, lifetime in the browser's cache."""
    bundle = STREAMLIT_PAGE.parent
    framed = map_page.changed(*(list(map(versioned, files)) for files in (map_page.SCRIPTS, map_page.STYLES)))
    ours = dict(filter(None, [changed(), framed]))
    for file in _files(bundle / "static"):
        yield f"/{file.relative_to(bundle).as_posix()}", ours.get(file, file), FOREVER
    # Streamlit would serve this frame only if its package were imported during a visit, which it is not here.
    for file in _files(map_page.FOLDER):
        name = file.relative_to(map_page.FOLDER).as_posix()
        # The frame's script carries a digest in its name; its page does not.
        lifetime = FOREVER if name.startswith("static/") else REVALIDATE
        yield f"{MAP_FRAME}{name}", ours.get(file, file), lifetime
    # Programs that show no page of ours, but want a mark for its tab, ask for this one.
    yield "/favicon.ico", STATIC / "icons" / "favicon.ico", FOR_A_DAY
    # Streamlit's script asks for this one before the page has named its own.
    yield "/favicon.png", STATIC / "icons" / "mark.png", FOR_A_DAY
    for file in _files(STATIC):
        # Addressed by `versioned` they may be kept for ever, which the server grants; fonts never change.
        lifetime = FOREVER if file.suffix == ".woff2" else REVALIDATE
        yield f"/app/static/{file.relative_to(STATIC).as_posix()}", file, lifetime


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder but source maps, in a steady order."""
    return (file for file in sorted(folder.rglob("*")) if file.is_file() and file.suffix != ".map")
