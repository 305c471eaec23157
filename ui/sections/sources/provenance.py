"""The opening of the page Sources and data: how much there is, until when it is known, what is in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.audit.ageing import overdue_count
from ui.evidence.ageing import known_words
from ui.evidence.memory import today
from ui.evidence.openings import drawn
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.first_screen import Opening
from ui.sections.sources import disagreements

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.view import View

SECTIONS = {
    "ledger": N_("Ledger of claims"),
    "conflicts": N_("Where sources differ"),
    "ageing": N_("Due for review"),
    "coverage": N_("What is known of each leg and node"),
    "sources": N_("Sources"),
    "rule": N_("How a figure is chosen"),
    "factors": N_("Modelling factors"),
}


def lead(view: View) -> Markup:
    """Draw the answer."""
    return drawn(view, opening(view))


def opening(view: View) -> Opening:
    """Open with one sentence: claims, sources, known until when, how many differ, how many are due."""
    _, _n = view.words.gettext, view.words.ngettext
    data = view.dataset
    claims, sources, differ = len(data.claims), len(data.sources), disagreements.count(view)
    late = overdue_count(data, today=today())
    text = _n("{claims} claim of {sources} sources", "{claims} claims of {sources} sources", claims).format(
        claims=fmt.number(claims, view.lang), sources=fmt.number(sources, view.lang)
    )
    text = f"{text[:1].upper()}{text[1:]}"
    if known := known_words(view):
        text = f"{text}. {known}".removesuffix(".")  # a date may end with a full stop
    doubt = _n(
        "{differ} figure on which sources differ; {late} claims due for review.",
        "{differ} figures on which sources differ; {late} claims due for review.",
        differ,
    ).format(differ=fmt.number(differ, view.lang), late=fmt.number(late, view.lang))
    return Opening(
        sentence=f"{text}.",
        doubt=doubt,
        basis=_(
            "Everything that this dashboard says rests on the claims below: who stated what, when, and "
            "how it became the figure shown."
        ),
    )
