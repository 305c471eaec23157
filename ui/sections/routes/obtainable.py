"""Whether a route can be had, in a word with its reasons, before any figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.dataset.tables import split_ids
from corridor.routing.obtainable import LABELS, in_words
from ui.chain.availability import MEANINGS
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.look.markup import link, tag

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.freight.availability import Reason
    from ui.link.view import View
    from ui.sections.routes.answer import Answer

MAX_REASONS = 3
# A mark beside the word, so that colour is never the only sign.
_MARKS = {"running": "●", "seasonal": "◐", "possible": "○", "restricted": "⊘"}


def meanings(view: View) -> Markup:
    """Say behind a fold what each word for availability means."""
    _ = view.words.gettext
    items = [tag("li", _badge(view, state), " ", _(words)) for state, words in MEANINGS.items()]
    title = tag("summary", _("What “restricted” means"))
    return tag("details", title, tag("ul", *items, class_="panel"), class_="claim cx-meanings", name="claim")


def badge(view: View, found: Answer, route: str) -> Markup:
    """Say in a word whether a route can be had."""
    return _badge(view, found.rows[route]["availability"])


def why(view: View, found: Answer, route: str) -> Markup:
    """Give the reasons that make a route what it is: of what runs, the services and when they were seen."""
    state = found.rows[route]["availability"]
    told = {reason: legs for reason, legs in found.reasons[route].items() if reason.availability == state}
    named = {reason: legs for reason, legs in told.items() if reason.code != "line-open"} or told
    sentences = [in_words(view.dataset, reason, legs, view.words) for reason, legs in named.items()]
    shown = sentences[:MAX_REASONS]
    rest = len(sentences) - len(shown)
    more = view.words.ngettext("{count} more", "{count} more", rest).format(count=rest)
    return tag(
        "ul",
        *(tag("li", sentence) for sentence in shown),
        tag("li", more) if rest else None,
        class_="cx-had-why",
    )


def sources(view: View, found: Answer, route: str) -> Markup | None:
    """List every reason of a route with its sources, for the chosen route."""
    _ = view.words.gettext
    lines = [_line(view, reason, legs) for reason, legs in found.reasons[route].items()]
    if not lines:
        return None
    return tag("section", tag("h3", _("Can it be had?")), tag("ul", *lines, class_="cx-had-all"))


def _line(view: View, reason: Reason, legs: tuple[str, ...]) -> Markup:
    """Write one reason with its note and the publishers, each linked to its page."""
    table, id_ = (
        ("restrictions", reason.restriction_id) if reason.restriction_id else ("services", reason.service_id)
    )
    row = view.dataset.record(table, id_) if id_ else {}
    known = by_id(view.dataset, "sources")
    links = [
        link(known[source_id]["publisher"], known[source_id]["url"])
        for source_id in split_ids(row.get("sources"))
        if source_id in known
    ]
    said: list[object] = []
    for at, one in enumerate(links):
        said += [", " if at else " – ", one]
    note = row.get("note")
    return tag(
        "li",
        _badge(view, reason.availability),
        " ",
        in_words(view.dataset, reason, legs, view.words),
        *said,
        tag("small", wording.data_text(view, note)) if note else None,
    )


def _badge(view: View, state: str) -> Markup:
    """Draw the word for a state with its mark."""
    mark = tag("span", _MARKS[state], aria_hidden="true")
    _ = view.words.gettext
    attributes = {"class_": f"cx-had is-{state}", "title": _(MEANINGS[state])}
    return tag("span", mark, " ", _(LABELS[state]), **attributes)
