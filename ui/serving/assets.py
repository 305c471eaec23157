"""Files served ready-compressed: Streamlit's bundle, the map frame, our own static files.

Streamlit leaves its 2.7 MB start bundle uncompressed on the wire and gives our static files no lifetime in
the browser's cache. Here every text file is compressed once, before the server says that it is ready, and
kept in ``build/compressed`` under the digest of its content. A visitor never waits for a compressor.
"""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import os
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]
import streamlit_folium

from ui.serving.bundle import STREAMLIT_PAGE, changed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

ROOT = Path(__file__).resolve().parent.parent
STATIC = ROOT / "static"
CACHE = ROOT / "build" / "compressed"
FOREVER = "public, max-age=31536000, immutable"
REVALIDATE = "no-cache"

_TEXT = {".css", ".geojson", ".html", ".js", ".json", ".map", ".md", ".svg", ".txt"}
_TYPES = {".geojson": "application/geo+json", ".js": "text/javascript", ".woff2": "font/woff2"}
_BROTLI_QUALITY = 6
_BROTLI_SLOWEST = 11
_GZIP_LEVEL = 6
_VERSION_LENGTH = 8


@dataclass(frozen=True)
class Asset:
    """One file as it goes over the wire, in up to three encodings."""

    media_type: str
    digest: str
    cache_control: str
    plain: Path
    encoded: tuple[tuple[str, Path], ...]


@cache
def assets() -> Mapping[str, Asset]:
    """
    Every file that is served from here, by its path in the address, compressed where it pays.

    The first call of the process compresses what ``build/compressed`` does not hold yet (about a second on a
    fresh clone, nothing later). The server calls it before it says that it is ready.
    """
    return {path: asset_of(file, cache_control=lifetime) for path, file, lifetime in _served()}


def asset_of(file: Path, *, cache_control: str, smallest: bool = False) -> Asset:
    """
    Compress one file, or find its compressed copies.

    Parameters
    ----------
    file
        The file.
    cache_control
        How long browsers may keep it.
    smallest
        Whether the compressor may take its time: a third less for a map layer, at some 2 s a megabyte once.

    Returns
    -------
    Asset
        The file as it goes over the wire.
    """
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()[:16]
    quality = _BROTLI_SLOWEST if smallest else _BROTLI_QUALITY
    encoded = _encoded(content, digest, quality) if file.suffix in _TEXT else ()
    return Asset(
        media_type=media_type(file.name),
        digest=digest,
        cache_control=cache_control,
        plain=file,
        encoded=encoded,
    )


def versioned(path: str) -> str:
    """Address of one of our static files with its digest, so that browsers may keep it for a year."""
    file = STATIC / path
    digest = hashlib.sha256(file.read_bytes()).hexdigest()[:_VERSION_LENGTH]
    return f"app/static/{path}?v={digest}"


def kept(content: bytes, name: str, suffix: str) -> Path:
    """Keep a content made at start as a file named by its digest."""
    file = CACHE / f"{name}-{hashlib.sha256(content).hexdigest()[:10]}.{suffix}"
    if not file.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        _write(file, content)
    return file


def is_versioned(asset: Asset, query: str) -> bool:
    """Whether an address names this very content of a file, as `versioned` writes it."""
    return query == f"v={asset.digest[:_VERSION_LENGTH]}"


def media_type(name: str) -> str:
    """Media type by the end of a file name."""
    suffix = Path(name).suffix
    return _TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"


def _served() -> Iterator[tuple[str, Path, str]]:
    """Path in the address, file, lifetime in the browser's cache."""
    bundle = STREAMLIT_PAGE.parent
    changed_file, content = changed()
    ours = {changed_file: kept(content, changed_file.stem, "js")}
    for file in _files(bundle / "static"):
        yield f"/{file.relative_to(bundle).as_posix()}", ours.get(file, file), FOREVER
    frame = Path(streamlit_folium.__file__).parent / "frontend" / "build"
    for file in _files(frame):
        name = file.relative_to(frame).as_posix()
        # The frame's script carries a digest in its name; its page does not.
        lifetime = FOREVER if name.startswith("static/") else REVALIDATE
        yield f"/component/streamlit_folium.st_folium/{name}", file, lifetime
    for file in _files(STATIC):
        # Addressed by `versioned` they may be kept for ever, which the server grants; fonts never change.
        lifetime = FOREVER if file.suffix == ".woff2" else REVALIDATE
        yield f"/app/static/{file.relative_to(STATIC).as_posix()}", file, lifetime


def _files(folder: Path) -> Iterator[Path]:
    """All files below a folder but source maps, in a steady order."""
    return (file for file in sorted(folder.rglob("*")) if file.is_file() and file.suffix != ".map")


def _encoded(content: bytes, digest: str, quality: int) -> tuple[tuple[str, Path], ...]:
    """Compressed copies of a content, made now if they are not there yet."""
    brotli_file, gzip_file = CACHE / f"{digest}.q{quality}.br", CACHE / f"{digest}.gz"
    return (
        ("br", _compressed(brotli_file, partial(_brotli, quality=quality), content)),
        ("gzip", _compressed(gzip_file, _gzip, content)),
    )


def _compressed(file: Path, compress: Callable[[bytes], bytes], content: bytes) -> Path:
    """Give the compressed copy, made now if it is not there yet."""
    if not file.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        _write(file, compress(content))
    return file


def _write(file: Path, content: bytes) -> None:
    """Write a file in one step, since several servers may start at once."""
    part = file.with_suffix(f"{file.suffix}.{os.getpid()}")
    part.write_bytes(content)
    part.replace(file)


def _brotli(content: bytes, *, quality: int) -> bytes:
    """Compress with Brotli: browsers ask for it over https and on localhost."""
    return bytes(brotli.compress(content, quality=quality))


def _gzip(content: bytes) -> bytes:
    """Compress with gzip: what browsers ask for over plain http."""
    return gzip.compress(content, compresslevel=_GZIP_LEVEL, mtime=0)
