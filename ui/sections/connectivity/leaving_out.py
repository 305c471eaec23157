"""Which countries the whole page leaves out, beside those that the rules of the EU leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.pairs.country_pairs import OURS
from ui.link.key_values import MAX_AVOIDED
from ui.look.several import panel, several
from ui.sections.routes.avoidable import avoidable

if TYPE_CHECKING:
    from ui.link.view import View


def choose(view: View) -> None:
    """Let the visitor leave countries out; whatever else the address avoids can be let in again."""
    _ = view.words.gettext
    every = avoidable(view.dataset, view.lang, view)
    held = view.state.avoid
    names = {
        word: name
        for word, name in every.items()
        if word in held or (view.dataset.has("countries", word) and word not in OURS)
    }
    count = sum(word in names for word in held)
    with panel(view, _("Leave out countries"), count, key="bound-left-out"):
        several(view, "avoid", _("Avoid"), names, most=MAX_AVOIDED)
