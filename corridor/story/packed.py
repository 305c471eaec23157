"""A visitor's own story in a link: compressed, bounded, read as data and never as anything else."""

from __future__ import annotations

import base64
import binascii
import zlib
from typing import TYPE_CHECKING

from corridor.errors import StoryError
from corridor.story.reading import read, write

if TYPE_CHECKING:
    from corridor.story.story import Story

MAX_PACKED, MAX_UNPACKED = 6_000, 24_000
_LEVEL = 9


def pack(story: Story) -> str:
    """
    Pack a story into letters that an address can hold.

    Raises
    ------
    corridor.errors.StoryError
        If it would be longer than `MAX_PACKED` characters: it can still be kept as a file.
    """
    squeezed = zlib.compress(write(story).encode(), _LEVEL)
    packed = base64.urlsafe_b64encode(squeezed).decode().rstrip("=")
    if len(packed) > MAX_PACKED:
        raise StoryError("link-long", most=MAX_PACKED)
    return packed


def unpack(text: str) -> Story:
    """
    Read a story from a link.

    Raises
    ------
    corridor.errors.StoryError
        If the text is cut, changed, or larger unpacked than `MAX_UNPACKED` bytes.
    """
    if len(text) > MAX_PACKED:
        raise StoryError("link-long", most=MAX_PACKED)
    try:
        squeezed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        stream = zlib.decompressobj()
        content = stream.decompress(squeezed, MAX_UNPACKED)
        is_whole = stream.eof and not stream.unused_data
        plain = content.decode()
    except (binascii.Error, zlib.error, ValueError):
        raise StoryError("link-broken") from None
    if not is_whole:
        raise StoryError("link-broken")
    return read(plain)
