"""The projects of the register over time, as the facets leave them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.audit.known import known_until
from corridor.charts.projects import projects
from corridor.dataset.records import records
from corridor.partners.facets import FACETS
from corridor.partners.project_dates import project_dates
from ui.look.chart_rows import row_chart
from ui.look.chart_twin import twin_fold
from ui.look.markup import tag
from ui.look.picture_menu import chart_menu

if TYPE_CHECKING:
    import pandas as pd
    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View

# What the addresses of charts call the facets.
_ASKED = {"theme": "topic", "stage": "status", "partner": "country"}


def chart(view: View, found: pd.DataFrame) -> Chart | None:
    """Give the chart of the projects, or None if none of them has a date."""
    dates = project_dates(view.dataset, found)
    if not dates["is_dated"].any():
        return None
    return projects(
        view,
        records(dates),
        group=_group(view),
        known_until=known_until(view.dataset),
        as_of=view.dataset.package.created[: len("YYYY-MM-DD")],
    )


def drawn(view: View, found: pd.DataFrame) -> Markup:
    """Draw the projects by theme; those of one theme by status."""
    plotted = chart(view, found)
    if plotted is None:
        words = view.words.gettext("No chosen project has a published date.")
        return tag("p", words, class_="cx-note")
    kept = {
        _ASKED.get(facet, facet): value
        for facet in FACETS
        if (value := getattr(view.state, facet)) is not None
    }
    return tag(
        "div",
        row_chart(view, plotted),
        chart_menu(view, plotted, {**kept, "group": _group(view)}),
        twin_fold(view, plotted),
    )


def _group(view: View) -> str:
    """Say what projects are grouped by."""
    return "theme" if view.state.theme is None else "status"
