"""Claims by year as a chart of the page: what was carried, what is planned, what is said to fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.charts.years import LOOKS, years
from corridor.corridors.years import FIRST_YEAR, LAST_YEAR
from ui.evidence.memory import today
from ui.look.chart_html import year_bars
from ui.look.markup import tag
from ui.look.picture_menu import chart_menu

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)


def year_chart(
    view: View, points: Sequence[Row], *, subject: tuple[str, str], unit: str, year: int
) -> Markup:
    """
    Draw claims on one subject by year, each claim a mark of its own that leads to the ledger.

    Parameters
    ----------
    view
        The visit.
    points, subject, unit
        As for `corridor.charts.years.years`.
    year
        The chosen year; its column stands out.
    """
    chart = years(view, points, subject=subject, unit=unit, span=YEARS, now=today().year)
    keys = {"subject_type": subject[0], "subject_id": subject[1], "unit": unit}
    menu = chart_menu(view, chart, keys, is_of_view=subject[0] == "corridor")
    return tag("div", year_bars(view, chart, year), menu, class_="yc-saved")


def key(view: View) -> Markup:
    """Explain the marks."""
    _ = view.words.gettext
    marks = [
        tag("span", tag("span", class_=f"yc-key {look}", aria_hidden="true"), " ", _(words))
        for look, words in LOOKS.items()
    ]
    both = tag("span", _("two marks side by side in a year: sources disagree; each opens its claim"))
    return tag("p", *marks, both, class_="cx-note cx-keys")
