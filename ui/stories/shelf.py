"""The stories that are shipped, read once for the server."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corridor.dataset.shipped import ROOT
from corridor.story.reading import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.story.story import Story

FOLDER = ROOT / "stories"


@cache
def shelf() -> Mapping[str, Story]:
    """
    Give the shipped stories by their ids, in the order of their files.

    Raises
    ------
    corridor.errors.StoryError
        If one of them cannot be read.
    """
    files = sorted(FOLDER.glob("*.txt"))
    return MappingProxyType(
        {file.stem: read(file.read_text(encoding="utf-8"), id_=file.stem) for file in files}
    )
