"""What the words mean that say whether a route can be had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.routing.obtainable import LABELS
from ui.language.text import N_

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ui.link.view import View

# What each word promises, so that nobody has to choose a route to learn it.
MEANINGS: Mapping[str, str] = {
    "running": N_("a service was seen within three years, or the line is in operation"),
    "seasonal": N_("it cannot be had in part of the year"),
    "possible": N_("no source confirms that anything runs there now"),
    "restricted": N_(
        "rules bar some goods or carriers, or a service is suspended; whether your cargo may pass is for "
        "you to check"
    ),
}


def meanings_in_words(view: View, states: Iterable[str]) -> str:
    """Say in a sentence what words for availability mean, for forms without folds; "" without a word."""
    _ = view.words.gettext
    used = set(states)
    told = (f"{_(LABELS[state])}: {_(words)}" for state, words in MEANINGS.items() if state in used)
    words = "; ".join(told)
    return f"{words[:1].upper()}{words[1:]}." if words else ""
