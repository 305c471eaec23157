"""The content of the view that an address names, for the command line."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from corridor.errors import QuestionError

if TYPE_CHECKING:
    from corridor.publication.content import Content


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
    disabled = logging.root.manager.disable
    logging.disable(logging.WARNING)  # Streamlit warns that there is no visit, which a command line has not
    try:
        return _content(address)
    finally:
        logging.disable(disabled)


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
