"""The question for routes in words: its ends, the rules, what is avoided, passed or assumed, the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.scenario.codec import parse
from ui.sections.routes import filters, headline, question, what_if
from ui.sections.routes.question import WISH_LABELS

if TYPE_CHECKING:
    from ui.link.view import View


def limits(view: View) -> tuple[str, ...]:
    """Say all that a question for freight routes is limited to, an entry for each thing."""
    _ = view.words.gettext
    told = [question.ends(view, question.question(view)), headline.rules_words(view)[0]]
    told += [words for words, _without in filters.limits(view)]
    if view.state.wish != "all":
        told.append(_(WISH_LABELS[view.state.wish]))
    if view.state.scenario:
        told.append(_("What if: this is not how it is today."))
        told += what_if.changes(view, parse(view.state.scenario))
    return tuple(told)
