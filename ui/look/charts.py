"""Small charts in plain HTML, each with its text twin: spread of claims, timeline, week grid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ui.language import format as fmt
from ui.look.markup import tag

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

_FEWEST_TO_COMPARE = 2
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


def spread(
    view: View, claims: Sequence[Mapping[str, Any]], *, headline: str | None, unit: str
) -> Markup | None:
    """
    Draw where the claims lie between the lowest and the highest value.

    Parameters
    ----------
    view
        The visit.
    claims
        Rows of the claims table on one quantity.
    headline
        Id of the claim shown as the headline.
    unit
        Unit of the values.

    Returns
    -------
    Markup or None
        One strip with a dot or a band for each claim; None if fewer than two claims carry numbers.
    """
    spans = [(row, span) for row in claims if (span := _span(row))]
    if len(spans) < _FEWEST_TO_COMPARE:
        return None
    _ = view.words.gettext
    low, high = min(span[0] for _row, span in spans), max(span[-1] for _row, span in spans)
    ends = [fmt.quantity(value, unit, view.lang) for value in (low, high)]
    if low == high:
        return tag("p", _("All {count} say the same.").format(count=len(spans)), class_="spread-same")
    marks = [_spread_mark(row, span, low=low, high=high, headline=headline) for row, span in spans]
    words = _("{count} claims lie between {low} and {high}").format(
        count=len(spans), low=ends[0], high=ends[1]
    )
    return tag(
        "div",
        tag("div", *marks, class_="spread", role="img", aria_label=words),
        tag("div", *(tag("span", end) for end in ends), class_="spread-ends", aria_hidden="true"),
    )


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
        unknown = tag("td", _("no page read states the weekdays"), colspan=len(_DAYS), class_="unknown")
        return tag("tr", label, unknown)
    words = {"yes": _("yes"), "no": _("no"), "open": _("open")}
    days = [tag("td", tag("span", words[week.days[day]], class_=_TONES[week.days[day]])) for day in _DAYS]
    return tag("tr", label, *days)


def _span(row: Mapping[str, Any]) -> tuple[float, ...]:
    """Give the numbers of a claim in rising order."""
    return tuple(sorted(row[end] for end in ("low", "typical", "high") if row[end] is not None))


def _spread_mark(
    row: Mapping[str, Any], span: tuple[float, ...], *, low: float, high: float, headline: str | None
) -> Markup:
    """Draw one claim: a band if it states a range, else a dot."""
    at = [round(100 * (value - low) / (high - low), 2) for value in span]
    names = [
        "band" if at[0] < at[-1] else "dot",
        "is-headline" if row["claim_id"] == headline else "",
        "is-worst" if row["kind"] == "worst" else "",
        "is-other" if row["fit"] != "exact" else "",
    ]
    style = f"left:{at[0]}%" + (f";width:{at[-1] - at[0]:.2f}%" if at[0] < at[-1] else "")
    return tag("span", class_=" ".join(name for name in names if name), style=style)
