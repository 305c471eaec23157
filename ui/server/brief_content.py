"""The view or the story that an address names, for the command line."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from corridor.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from corridor.publication.content import Content

_STORIES = "present"


def content_of_address(address: str) -> tuple[Content, tuple[str, ...]]:
    """
    Give what the view at an address says.

    Parameters
    ----------
    address
        A whole address, such as "https://corridor.example.org/routes?from=astana", or one from the page on,
        such as "routes?from=astana".

    Returns
    -------
    content
        What the view says.
    left_out
        Keys of the address that could not be used, as the page itself leaves them out.

    Raises
    ------
    QuestionError
        If the address names no page.
    """
    with _quiet():
        return _content(address)


def story_of_address(address: str) -> tuple[Callable[[str], bytes], Callable[[str], str]] | None:
    """
    Give what writes the story at an address in a form, and what names its file; None for another address.

    Parameters
    ----------
    address
        A whole address, such as "https://corridor.example.org/present/trans-caspian?lang=kk", or one from
        "present/" on. That of a visitor's own story carries the story.

    Raises
    ------
    QuestionError
        If there is no such story.
    corridor.errors.StoryError
        If the link of a visitor's own story is cut or changed.
    """
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return None
    before, _slash, name = parts.path.strip("/").rpartition("/")
    base, _slash, folder = before.rpartition("/")
    if folder != _STORIES:
        return None
    root = f"{parts.scheme}://{parts.netloc}/{base}".rstrip("/") if parts.scheme and parts.netloc else None
    with _quiet():
        return _story(name.partition(".")[0], parts.query, root)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Streamlit from warning that there is no visit, which a command line has not."""
    disabled = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(disabled)


def _story(name: str, query: str, root: str | None) -> tuple[Callable[[str], bytes], Callable[[str], str]]:
    """Give what writes and what names a story."""
    from corridor.publication.story_forms import story_file_name  # noqa: PLC0415 - Streamlit is loaded now
    from corridor.story.packed import unpack  # noqa: PLC0415 - the same
    from ui.link.named import keys_of, view_of  # noqa: PLC0415 - the same
    from ui.link.nav import ENTRIES  # noqa: PLC0415 - the same
    from ui.stories.files import OWN, PACKED, story_file  # noqa: PLC0415 - the same
    from ui.stories.shelf import shelf  # noqa: PLC0415 - the same

    keys = keys_of(query)
    if name != OWN and name not in shelf():
        raise QuestionError("value-unknown", name="story", value=name, known=(*shelf(), OWN))
    story = unpack(keys.get(PACKED, [""])[-1]) if name == OWN else shelf()[name]
    view = view_of(ENTRIES[0].name, {"lang": keys.get("lang", [])[-1:]})

    def written(form: str) -> bytes:
        with _quiet():
            return story_file(story, view, form, root)

    return written, partial(story_file_name, story.id, view.lang)


def _content(address: str) -> tuple[Content, tuple[str, ...]]:
    """Give what the view at an address says."""
    from ui.content.content import content_of  # noqa: PLC0415 - Streamlit is loaded only now
    from ui.link.named import keys_of, view_of  # noqa: PLC0415 - the same
    from ui.link.state import parse, vocabulary  # noqa: PLC0415 - the same
    from ui.settings.dataset import dataset  # noqa: PLC0415 - the same

    page, query, root = _parted(address)
    keys = keys_of(query)
    notices = parse(keys, vocabulary(dataset())).notices
    return content_of(view_of(page, keys), root), tuple(dict.fromkeys(notice.key for notice in notices))


def _parted(address: str) -> tuple[str, str, str | None]:
    """Give page, query and root of an address."""
    from ui.link.nav import ENTRIES  # noqa: PLC0415 - it loads Streamlit

    pages = {entry.path: entry.name for entry in ENTRIES} | {entry.name: entry.name for entry in ENTRIES}
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        parts = urlsplit("")._replace(path=address)
    before, _slash, last = parts.path.rstrip("/").rpartition("/")
    page = pages.get(last)
    if not parts.scheme and page is not None:
        return page, parts.query, None
    if page is None or parts.scheme not in {"http", "https"} or not parts.netloc:
        known = tuple(entry.name for entry in ENTRIES)
        raise QuestionError("value-unknown", name="page", value=last or address, known=known)
    return page, parts.query, f"{parts.scheme}://{parts.netloc}{before}"
