"""The answer with which a page opens, drawn from its plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.evidence.chips import basis_mark
from ui.look import first_screen

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View
    from ui.look.first_screen import Opening


def drawn(view: View, said: Opening, *, basis: object | None = None) -> Markup:
    """
    Draw an opening.

    Parameters
    ----------
    view
        The visit.
    said
        The plain words.
    basis
        The small line where the page draws more than its plain words: a link, a sign.
    """
    return first_screen.answer(
        said.sentence,
        mark=basis_mark(view, said.known) if said.known else None,
        doubt=said.doubt or None,
        basis=basis or said.basis or None,
    )
