"""What the question is limited to, as chips under the sentence; a press takes one away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.freight.arrays import MODES
from ui.chain.itinerary import country
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.look.links import stay
from ui.look.markup import tag
from ui.look.modes import MODES as LOOKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from markupsafe import Markup

    from ui.link.view import View

_GONE = {"route": None, "step": None, "leg": None}


def chips(view: View) -> list[Markup]:
    """Draw a chip for each limit of the address: avoided, passed, transhipments, criteria, day."""
    _ = view.words.gettext
    return [
        stay(
            view,
            f"{words} ×",
            attributes={"class_": "cx-chip", "title": _("Remove: {limit}").format(limit=words)},
            **_GONE,
            **without,
        )
        for words, without in _limits(view)
    ]


def _limits(view: View) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each limit in words, with the fields of the address that take it away."""
    _, _n = view.words.gettext, view.words.ngettext
    state = view.state
    for word in state.avoid:
        rest = tuple(other for other in state.avoid if other != word)
        yield _("without {name}").format(name=_named(view, word)), {"avoid": rest}
    for node in state.passing:
        rest = tuple(other for other in state.passing if other != node)
        yield _("by {place}").format(place=wording.node(view, node)), {"passing": rest}
    if state.most_transhipments is not None:
        words = _n("at most {count} transhipment", "at most {count} transhipments", state.most_transhipments)
        yield words.format(count=state.most_transhipments), {"most_transhipments": None}
    if state.date is not None:
        yield _("on {date}").format(date=wording.when(view, state.date.isoformat())), {"date": None}


def _named(view: View, word: str) -> str:
    """Name what is avoided: a country, a mode, a place or a leg."""
    if word in MODES:
        return view.words.gettext(LOOKS[word].label)
    if word in by_id(view.dataset, "nodes"):
        return wording.node(view, word)
    if word in by_id(view.dataset, "legs"):
        return wording.leg(view, word)
    return country(view, word)


def row(view: View, *first: object) -> Markup:
    """Put the chips into a line, behind what always stands there."""
    parts = [part for chip in chips(view) for part in (" ", chip)]
    return tag("p", *first, *parts, class_="cx-rules")
