"""The button that pins a view to the visitor's own story; ``static/own/pin.js`` keeps it in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from ui.content.summary import subject, title
from ui.link import nav
from ui.link.state import encode
from ui.look.markup import tag

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View

# What a story sets itself, or what tells only a link from another.
_LEFT_OUT = frozenset({"lang", "d", "v"})


def pin(view: View) -> Markup:
    """Write the button, with what it pins: the address of the view, and its name as a heading."""
    _ = view.words.gettext
    keys = {name: value for name, value in encode(view.state).items() if name not in _LEFT_OUT}
    address = f"{view.page}?{urlencode(keys)}" if keys else view.page
    name = " · ".join(filter(None, (title(view), subject(view))))
    return tag(
        "section",
        tag(
            "div",
            tag("h4", _("Your own story")),
            tag(
                "button",
                _("Pin to my story"),
                type="button",
                class_="share-pin",
                data_pin=address,
                data_heading=name,
                data_done=_("Pinned"),
                data_full=_("Your story is full."),
            ),
            class_="share-head",
        ),
        tag("p", tag("a", _("Stories to present"), href=f"./{nav.STORIES}?lang={view.lang}"), class_="note"),
    )
