"""The foot of every page: date of the data, until when they know, what changed, where to report a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import streamlit as st

from corridor.audit import history
from ui.evidence import ageing
from ui.link import nav
from ui.link.stamp import stamped
from ui.link.state import encode
from ui.link.travel import travelling
from ui.look.links import fresh, since_link
from ui.look.markup import tag
from ui.settings import dataset
from ui.settings.contact import mail

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from ui.link.view import View


def draw(view: View) -> None:
    """Draw the foot of a page."""
    st.html(written(view))


def written(view: View) -> Markup:
    """Write the foot: one line, then what the marks on figures mean and the exact version."""
    _ = view.words.gettext
    rule = _(
        "Every figure shows its source. Where sources disagree, all of them are kept; "
        "where there is none, the gap is shown."
    )
    version = _("Data version {version}, content {content_hash}").format(
        version=view.dataset.version, content_hash=view.dataset.content_hash
    )
    parts = [piece for part in _parts(view) for piece in (" · ", part)][1:]
    known = ageing.known_sentence(view)
    return tag(
        "footer",
        tag("p", *parts, class_="site-facts"),
        tag("p", known, " ", rule) if known else tag("p", rule),
        tag("p", version, class_="site-version"),
        class_="site-footer",
        lang=view.lang,
    )


def mistake_link(view: View, link: str) -> Markup | None:
    """
    Link to a message that reports a mistake on this view; None where nobody takes one.

    Parameters
    ----------
    view
        The visit.
    link
        Address of the view, for the message.
    """
    _ = view.words.gettext
    address = mail(f"{_('Corridor Explorer')}: {_(nav.entry(view.page).title)}", link, "", "")
    return tag("a", _("Report a mistake"), href=address) if address else None


def _parts(view: View) -> Iterator[object]:
    """Write the parts of the one line."""
    _ = view.words.gettext
    yield _("Data of {date}").format(date=ageing.data_date(view))
    known = ageing.known_words(view)
    if known:
        yield known
    yield fresh("method", _("Method"), travelling(view.state))
    earlier = _earlier(view)
    if earlier:
        words = _("What changed since version {version}").format(version=earlier.partition("-")[0])
        yield since_link(view, words, earlier)
    yield ageing.footer_link(view)
    mistake = mistake_link(view, _own_address(view))
    if mistake is not None:
        yield mistake


def _earlier(view: View) -> str:
    """Give the last data version before this one whose figures are kept; empty where there is none."""
    if view.own:
        return ""
    now = f"{view.dataset.version}-{view.dataset.content_hash}"
    kept = [version for version in history.versions(dataset.history_folder()) if version != now]
    return max(kept, key=_order, default="")


def _order(version: str) -> tuple[int, ...]:
    """Give the numbers of a version, to sort by."""
    return tuple(int(part) for part in version.partition("-")[0].split(".") if part.isdigit())


def _own_address(view: View) -> str:
    """Write the address of the view as far as it is known here: the server's own name may be another."""
    query = "&".join(f"{name}={quote(value)}" for name, value in encode(stamped(view)).items())
    root = str(st.context.url or "").partition("?")[0]
    return f"{root}?{query}" if root else f"/{nav.entry(view.page).path}?{query}"
