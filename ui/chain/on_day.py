"""For which day an answer holds, and what of it does not hold today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.audit.known import known_until
from corridor.routing.obtainable import LABELS
from ui.evidence import wording
from ui.evidence.memory import today

if TYPE_CHECKING:
    from ui.link.view import View


def day_in_words(view: View) -> str:
    """Say for which day the view answers: the day of travel, else until when the data know."""
    _ = view.words.gettext
    if view.state.date is not None:
        return _("on {date}").format(date=wording.when(view, view.state.date.isoformat()))
    month = known_until(view.dataset)
    return _("as known until {month}").format(month=wording.when(view, month)) if month else ""


def not_today(view: View, availability: str) -> list[str]:
    """Say how unsure a route is today, which is surer without a day of travel; nothing if it is not."""
    if not availability:
        return []
    words = view.words.gettext("{availability} on {date}")
    return [words.format(availability=view.words.gettext(LABELS[availability]), date=_today(view))]


def answer_of_today(view: View) -> str:
    """Name the link to the same question for today."""
    return view.words.gettext("Answer for {date}").format(date=_today(view))


def _today(view: View) -> str:
    """Write the day of today."""
    return wording.when(view, today().isoformat())
