"""The menu of a page's sections, which stays in view while one scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.look.markup import tag

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View


def contents(view: View, sections: Mapping[str, str]) -> Markup:
    """
    Link to every section of a page.

    Parameters
    ----------
    view
        The visit.
    sections
        By anchor: the title in English, in the order of the page.

    Returns
    -------
    Markup
        A navigation; the style sheet keeps it at the top of the window.
    """
    _ = view.words.gettext
    items = [tag("li", tag("a", _(title), href=f"#{anchor}")) for anchor, title in sections.items()]
    return tag("nav", tag("ul", *items), class_="cx-contents", aria_label=_("On this page"))
