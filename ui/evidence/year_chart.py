"""A chart of claims by year in plain HTML: what was carried, what is planned, what is said to fit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from corridor.corridors.years import FIRST_YEAR, LAST_YEAR
from ui.evidence import wording
from ui.evidence.memory import today
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.links import claim_address
from ui.look.markup import tag, together

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
_SLOT = 100 / len(YEARS)
_FILLED = 0.8  # share of a year's slot that its bars take
_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10)

# Class of the style sheet and words of each kind of mark: shape tells them apart, not colour.
LOOKS = {
    "observed": N_("carried, as reported"),
    "planned": N_("planned to be carried"),
    "capacity": N_("capacity as stated"),
    "capacity-planned": N_("capacity as planned"),
}


def chart(view: View, points: Sequence[Row], *, title: str, unit: str, year: int) -> Markup:
    """
    Draw claims on one subject by year, each claim a mark of its own that leads to the ledger.

    Parameters
    ----------
    view
        The visit.
    points
        Comparable rows of `corridor.corridors.volumes.volumes` in one unit.
    title
        What the chart shows.
    unit
        Unit of the values.
    year
        The chosen year; its column stands out.
    """
    _ = view.words.gettext
    inside = [row for row in points if row["year"] in YEARS]
    top = ceiling(max((value_of(row) for row in inside), default=1))
    marks: list[Markup] = []
    for look in YEARS:
        of_year = [row for row in inside if row["year"] == look]
        marks += _bars(view, [row for row in of_year if not _is_capacity(row)], top, unit)
        marks += _lines(view, [row for row in of_year if _is_capacity(row)], top, unit)
    ticks = [
        tag(
            "span",
            _short(view, top * share, unit),
            class_="yc-tick",
            style=f"bottom:{100 * share:g}%",
        )
        for share in (0.5, 1)
    ]
    ahead = tag(
        "span", tag("i", _("planned")), class_="yc-ahead", style=f"left:{_left(today().year + 1):.2f}%"
    )
    chosen = tag("span", class_="yc-chosen", style=f"left:{_left(year):.2f}%;width:{_SLOT:.2f}%")
    labels = [tag("span", str(one), class_="yc-other" if at % 2 else None) for at, one in enumerate(YEARS)]
    return tag(
        "figure",
        tag("figcaption", title),
        tag(
            "div",
            ahead if today().year < LAST_YEAR else None,
            chosen,
            *ticks,
            *marks,
            class_="yc-plot",
            role="group",
            aria_label=title,
        ),
        tag("div", *labels, class_="yc-years", aria_hidden="true"),
        class_="yc",
    )


def key(view: View) -> Markup:
    """Explain the marks."""
    _ = view.words.gettext
    marks = [
        tag("span", tag("span", class_=f"yc-key {look}", aria_hidden="true"), " ", _(words))
        for look, words in LOOKS.items()
    ]
    both = tag("span", _("two marks side by side in a year: sources disagree; each opens its claim"))
    return tag("p", *marks, both, class_="cx-note cx-keys")


def value_of(row: Row) -> float:
    """Value of a claim for the chart: the typical one, else the middle of its range, else its bound."""
    if row["typical"] is not None:
        return float(row["typical"])
    ends = [float(row[end]) for end in ("low", "high") if row[end] is not None]
    return sum(ends) / len(ends) if ends else 0.0


def ceiling(value: float) -> float:
    """Round a value up to the end of an axis: a short number times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in _STEPS if step * power >= value)


def _bars(view: View, rows: Sequence[Row], top: float, unit: str) -> list[Markup]:
    """Draw amounts of one year as bars side by side: full where carried, hollow where planned."""
    if not rows:
        return []
    ordered = sorted(rows, key=lambda row: (row["nature"] != "observed", -value_of(row)))
    wide = _SLOT * _FILLED / max(len(ordered), 2)
    start = _left(ordered[0]["year"]) + (_SLOT - wide * len(ordered)) / 2
    drawn: list[Markup] = []
    told: set[str] = set()
    for at, row in enumerate(ordered):
        high = 100 * value_of(row) / top
        style = f"left:{start + at * wide:.2f}%;width:{wide:.2f}%;height:{high:.2f}%"
        look = "observed" if row["nature"] == "observed" else "planned"
        text = "" if look in told else _short(view, value_of(row), unit)
        told.add(look)
        drawn.append(_mark(view, row, look, style, text))
    return drawn


def _lines(view: View, rows: Sequence[Row], top: float, unit: str) -> list[Markup]:
    """Draw capacities of one year as short lines at their height."""
    drawn = []
    for row in rows:
        look = "capacity-planned" if row["nature"] == "planned" else "capacity"
        high = 100 * value_of(row) / top
        style = f"left:{_left(row['year']):.2f}%;width:{_SLOT:.2f}%;bottom:{high:.2f}%"
        drawn.append(_mark(view, row, look, style, _short(view, value_of(row), unit)))
    return drawn


def _mark(view: View, row: Row, look: str, style: str, text: str) -> Markup:
    """Draw one claim as a link to it."""
    _ = view.words.gettext
    claim = by_id(view.dataset, "claims")[row["claim_id"]]
    source = by_id(view.dataset, "sources").get(row["source_id"], {})
    words = _("{period}: {value}, {what}; {source}").format(
        period=wording.when(view, row["period"] or row["year"]),
        value=wording.claim_value(view, claim),
        what=_(LOOKS[look]),
        source=source.get("publisher", row["source_id"]),
    )
    label = tag("span", text) if text else None
    return tag(
        "a",
        together(label),
        href=claim_address(view, row["claim_id"]),
        class_=f"yc-mark {look}",
        style=style,
        title=words,
        aria_label=words,
    )


def _short(view: View, value: float, unit: str) -> str:
    """Write a value without its unit's words, as short as may be."""
    scaled = value / 1e6 if unit == "t" else value / 1e3
    return fmt.number(scaled, view.lang, digits=2 if scaled < 100 else 3)  # noqa: PLR2004 - three digits stay


def _is_capacity(row: Row) -> bool:
    """Whether a row speaks of what could be carried."""
    return str(row["measure"]).startswith("capacity")


def _left(year: int) -> float:
    """Left edge of a year's slot in percent."""
    return (year - FIRST_YEAR) * _SLOT
