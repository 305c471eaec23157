"""What a page learns that asks how to embed a link of ours: the oEmbed answer, as JSON data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit

from ui.link import nav
from ui.look.markup import tag

if TYPE_CHECKING:
    from collections.abc import Mapping

WIDTH, HEIGHT = 760, 560
MIN_SIZE, MAX_SIZE = 200, 2_000
MAX_LETTERS = 4_000


@dataclass(frozen=True)
class Wanted:
    """The page and the keys of a link of this server."""

    page: str
    query: str


def wanted(url: str, root: str) -> Wanted | None:
    """
    Read a link that was pasted elsewhere.

    Parameters
    ----------
    url
        The link.
    root
        Address of this server's root.

    Returns
    -------
    Wanted or None
        None if the link is not one of a page of this server.
    """
    if len(url) > MAX_LETTERS:
        return None
    try:
        asked, ours = urlsplit(url), urlsplit(root)
    except ValueError:
        return None
    base = ours.path.rstrip("/")
    is_ours = (asked.scheme, asked.netloc) == (ours.scheme, ours.netloc)
    if not is_ours or not f"{asked.path}/".startswith(f"{base}/"):
        return None
    path = asked.path.removeprefix(base).strip("/")
    page = next((entry.name for entry in nav.ENTRIES if path == entry.path), None)
    return None if page is None else Wanted(page, asked.query)


def oembed(
    asked: Wanted, root: str, title: str, *, most: tuple[int, int] = (MAX_SIZE, MAX_SIZE)
) -> Mapping[str, object]:
    """
    Describe how to embed a view.

    Parameters
    ----------
    asked
        The view.
    root
        Address of this server's root.
    title
        Title of the view.
    most
        Width and height that the other page allows.

    Returns
    -------
    Mapping
        The answer of oEmbed 1.0, of the type "rich".
    """
    wide, high = (max(MIN_SIZE, min(size, limit)) for size, limit in zip((WIDTH, HEIGHT), most, strict=True))
    keys = [pair for pair in parse_qsl(asked.query, keep_blank_values=True) if pair[0] != "embed"]
    source = f"{root}/{nav.PARTS_FOLDER}/{asked.page}?{urlencode(keys)}"
    look = "border:0;max-width:100%"
    frame = tag("iframe", src=source, width=wide, height=high, title=title, loading="lazy", style=look)
    return {
        "version": "1.0",
        "type": "rich",
        "provider_name": "Corridor Explorer",
        "provider_url": root,
        "title": title,
        "html": str(frame),
        "width": wide,
        "height": high,
        "cache_age": 86_400,
    }
