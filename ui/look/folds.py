"""Parts of a page that fold on phones, where they would push all else far down, and stand open elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.look.markup import tag

if TYPE_CHECKING:
    from markupsafe import Markup


def folded_on_phones(title: object, *parts: object) -> Markup:
    """
    Fold parts of a page behind their title on phones.

    Parameters
    ----------
    title
        What stands in the fold, in a few words. Wide screens and paper do not show it.
    *parts
        What folds.

    Returns
    -------
    Markup
        A fold; the style sheet holds it open on wide screens and on paper. In a browser that cannot do that
        it is a fold there too.
    """
    return tag("details", tag("summary", title), *parts, class_="cx-more cx-fold is-on-phones")
