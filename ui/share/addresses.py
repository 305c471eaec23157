"""Where what is shared of a view is found: its link, its files, its frame in another page."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from ui.content.summary import title
from ui.link import nav
from ui.link.stamp import stamped
from ui.link.state import encode
from ui.serving.assets import versioned

if TYPE_CHECKING:
    from ui.link.view import View

FILES = "brief"
FRAME = (
    '<iframe src="{link}" title="{title}" width="100%" height="900" style="border:0" loading="lazy"></iframe>'
)


def link(view: View, root: str, **more: str) -> str:
    """
    Write the canonical link of a view.

    Parameters
    ----------
    view
        The visit.
    root
        Address of the server's root, without a slash at its end.
    **more
        Further keys, such as ``embed="true"``.
    """
    return f"{root}/{nav.entry(view.page).path}?{urlencode({**encode(stamped(view)), **more})}"


def file_address(view: View, form: str, part: str = "") -> str:
    """Write the address of a view, or of one part of it, in one form, relative to the page."""
    return f"./{FILES}/{view.page}.{form}?{_keys(view, part)}"


def part_frame(view: View, root: str, part: str, name: str = "") -> str:
    """Write the snippet that embeds one part of a view; a script gives its frame the right height."""
    address = f"{root}/{nav.PARTS_FOLDER}/{view.page}?{_keys(view, part)}"
    frame = FRAME.format(link=in_attribute(address), title=in_attribute(name or title(view)))
    script = in_attribute(f"{root}/{versioned('own/frame.js')}")
    return f'{frame}\n<script src="{script}" defer></script>'


def in_attribute(text: str) -> str:
    """Escape a text for an attribute of a snippet."""
    for letter, name in (("&", "&amp;"), ('"', "&quot;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(letter, name)
    return text


def _keys(view: View, part: str) -> str:
    """Write the keys of a view, and the part; the page Partners may have a part of its own before it."""
    return urlencode([*encode(stamped(view)).items(), *([("part", part)] if part else [])])
