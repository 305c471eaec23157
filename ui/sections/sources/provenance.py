"""The opening of the page Sources and data: what it is, how much there is, where to find it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.audit.ageing import overdue_count
from ui.evidence.memory import today
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.markup import tag, together
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
    """Say in one line what the page is, and count what it holds."""
    _, _n = view.words.gettext, view.words.ngettext
    data = view.dataset
    late = overdue_count(data, today=today())
    counts = [
        (len(data.claims), _n("claim", "claims", len(data.claims))),
        (len(data.sources), _n("source", "sources", len(data.sources))),
        (len(data.claims_by_subject), _n("subject", "subjects", len(data.claims_by_subject))),
        (len(data.quantities), _n("quantity", "quantities", len(data.quantities))),
        (disagreements.count(view), _("where sources differ")),
        (late, _("due for review")),
    ]
    cards = [
        tag("li", tag("strong", fmt.number(number, view.lang)), tag("span", words))
        for number, words in counts
    ]
    return together(
        tag(
            "p",
            _(
                "Everything that this dashboard says rests on the claims below: who stated what, when, and "
                "how it became the figure shown."
            ),
            class_="cx-lead",
        ),
        tag("ul", *cards, class_="cx-tally"),
    )
