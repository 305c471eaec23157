"""Every form that a story leaves the page in, but the deck itself, which the pages write."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corridor.errors import QuestionError
from corridor.publication.forms import FORMS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from corridor.publication.story_content import StoryContent

# What takes long to import is imported where it is used: a command line must be quick to start.
# ruff: noqa: PLC0415

DECK = "html"
"""The form that is the deck as one file."""
_OWN, _ENGLISH = "own", "en"
_NO_NAME = re.compile(r"[^a-z0-9]+")


def write_story(story: StoryContent, *, form: str) -> bytes:
    """
    Write a story in one form.

    Parameters
    ----------
    story
        The story.
    form
        One of `STORY_FORMS` but `DECK`.

    Returns
    -------
    bytes
        The file; the same story gives the same bytes.

    Raises
    ------
    QuestionError
        If there is no such form.
    """
    if form not in _MAKERS:
        raise QuestionError("value-unknown", name="form", value=form, known=tuple(_MAKERS))
    return _MAKERS[form](story)


def story_file_name(id_: str, lang: str, form: str) -> str:
    """Name the file of a story in one form; a visitor's own has no id."""
    parts = ["corridor", "story", id_ or _OWN, *([] if lang == _ENGLISH else [lang])]
    stem = "-".join(_NO_NAME.sub("-", part.casefold()).strip("-") for part in parts)
    return f"{stem}.{FORMS[form].ending}"


def _pdf(story: StoryContent) -> bytes:
    """Write the paper."""
    from corridor.publication.story_pdf import story_as_pdf

    return story_as_pdf(story)


def _pptx(story: StoryContent) -> bytes:
    """Write the slides."""
    from corridor.publication.story_slides import story_as_pptx

    return story_as_pptx(story)


def _docx(story: StoryContent) -> bytes:
    """Write the note of Word."""
    from corridor.publication.story_note import story_as_docx

    return story_as_docx(story)


def _zip(story: StoryContent) -> bytes:
    """Pack the data."""
    from corridor.publication.story_data import story_as_zip

    return story_as_zip(story)


_MAKERS: Mapping[str, Callable[[StoryContent], bytes]] = {
    "pdf": _pdf,
    "pptx": _pptx,
    "docx": _docx,
    "zip": _zip,
}
STORY_FORMS: tuple[str, ...] = (DECK, *_MAKERS)
"""Their names, which are names of `corridor.publication.forms.FORMS`, in the order of the menu."""
