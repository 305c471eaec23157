"""Lists drawn like charts, each its own text twin: timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.language import format as fmt
from ui.look.markup import tag

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from ui.link.view import View


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One entry of a timeline: its date as the dataset writes it, its text, its tone for the style sheet."""

    date: str
    text: object
    tone: str = ""


def timeline(view: View, moments: Sequence[Moment], caption: str) -> Markup:
    """
    Draw moments in order along a line: side by side on a wide screen, below each other on a phone.

    Parameters
    ----------
    view
        The visit.
    moments
        What happened, oldest first.
    caption
        What the timeline shows.

    Returns
    -------
    Markup
        A figure with an ordered list, which is its own text twin.
    """
    items = [
        tag(
            "li",
            tag("time", fmt.partial_date(moment.date, view.lang), datetime=moment.date.partition("/")[0]),
            tag("div", moment.text),
            class_=moment.tone or None,
        )
        for moment in moments
    ]
    return tag("figure", tag("figcaption", caption), tag("ol", *items), class_="timeline")
