"""Lists and tables drawn like charts, each its own text twin: timeline, week grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.language import format as fmt
from ui.look.markup import tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

_DAYS = "1234567"
_TONES = {"yes": "runs", "no": "rests", "open": "open"}


@dataclass(frozen=True, kw_only=True)
class Moment:
    """One entry of a timeline: its date as the dataset writes it, its text, its tone for the style sheet."""

    date: str
    text: object
    tone: str = ""


@dataclass(frozen=True, kw_only=True)
class Week:
    """One row of a week grid: its label and, for each ISO weekday, "yes", "no" or "open" (not known)."""

    label: object
    days: Mapping[str, str]


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


def week_grid(view: View, weeks: Sequence[Week], caption: str, *, heading: str) -> Markup:
    """
    Draw which weekdays something runs on, as a table with one column a day.

    Parameters
    ----------
    view
        The visit.
    weeks
        One row each.
    caption
        What the grid shows.
    heading
        Title of the column of labels.
    """
    head = [tag("th", heading, scope="col")] + [
        tag(
            "th",
            tag(
                "abbr", fmt.weekday(int(day), view.lang), title=fmt.weekday(int(day), view.lang, width="wide")
            ),
            scope="col",
        )
        for day in _DAYS
    ]
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption),
            tag("thead", tag("tr", *head)),
            tag("tbody", *(_week(view, week) for week in weeks)),
            class_="cx-week",
        ),
        class_="cx-table-frame",
    )


def _week(view: View, week: Week) -> Markup:
    """Write one row of the week grid."""
    _ = view.words.gettext
    label = tag("th", week.label, scope="row")
    if set(week.days.values()) == {"open"}:
        unknown = tag("td", _("no source gives the weekdays"), colspan=len(_DAYS), class_="unknown")
        return tag("tr", label, unknown)
    words = {"yes": _("yes"), "no": _("no"), "open": _("open")}
    days = [tag("td", tag("span", words[week.days[day]], class_=_TONES[week.days[day]])) for day in _DAYS]
    return tag("tr", label, *days)
