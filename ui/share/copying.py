"""A text to copy, with its button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.look.markup import tag

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View


def text_to_copy(view: View, heading: str, text: str, *, kind: str, note: str = "") -> Markup:
    """Write one text to copy, with its button."""
    _ = view.words.gettext
    copy = tag("button", _("Copy"), type="button", class_="share-copy", data_done=_("Copied"))
    return tag(
        "section",
        tag("div", tag("h4", heading), copy, class_="share-head"),
        tag("code", text, class_=f"share-text share-{kind}", tabindex="0"),
        tag("p", note, class_="note") if note else None,
    )
