"""What stands at the foot of every paper: address of the view, its QR code, date and version of the data."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, NamedTuple

import segno

from corridor.language.dates import partial_date
from corridor.language.text import Words
from corridor.picture.palette import PAPER
from corridor.publication.spelling import legible

if TYPE_CHECKING:
    from corridor.publication.content import Content

AUTHOR = "Corridor Explorer"
MAX_CODED = 1_200
"""Letters of an address beyond which no camera reads its code."""
_MAX_LINK_SHOWN = 150


class Imprint(NamedTuple):
    """Line on the data, the address in full, and as much of it as is printed."""

    data: str
    link: str
    link_shown: str


def imprint(content: Content) -> Imprint:
    """Give what the foot of a paper says."""
    date = partial_date(content.data_date, content.lang) if content.data_date else ""
    parts = [AUTHOR, *data_told(content, date)]
    link = legible(content.link)
    shown = link if len(link) <= _MAX_LINK_SHOWN else f"{link[: _MAX_LINK_SHOWN - 1]}…"
    return Imprint(" · ".join(parts), link, shown.removeprefix("https://").removeprefix("http://"))


def data_told(content: Content, date: str) -> list[str]:
    """Say which data a view is of, with their date as written here, and until when the world is known."""
    _ = Words(content.lang).gettext
    told = []
    if content.data_version:
        version = _("Data version {version}").format(version=content.data_version)
        told.append(f"{version}, {date}" if date else version)
    if content.known_until:
        told.append(_("Known until {month}").format(month=content.known_until))
    return told


def qr_code(link: str, *, form: str, dark: str) -> bytes:
    """
    Draw the QR code of an address; empty if there is no address, or one of more than `MAX_CODED` letters.

    Parameters
    ----------
    link
        The address.
    form
        "svg" or "png".
    dark
        Colour of its squares.
    """
    if not link or len(link) > MAX_CODED:
        return b""
    content = io.BytesIO()
    try:
        code = segno.make(link, error="l", micro=False)
    except segno.DataOverflowError:
        return b""
    if form == "svg":
        code.save(
            content,
            kind="svg",
            border=1,
            dark=dark,
            light=PAPER.light,
            xmldecl=False,
            svgclass=None,
            lineclass=None,
        )
    else:
        code.save(content, kind="png", scale=6, border=1, dark=dark, light=PAPER.light)
    return content.getvalue()
