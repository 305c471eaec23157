"""A visit and what followed, over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.audit.known import known_until
from corridor.charts.visit import occasion_name, visit
from corridor.dataset.records import records
from corridor.partners.follow_up import occasion
from corridor.partners.visit_moments import visit_moments
from ui.look.chart_rows import row_chart
from ui.look.chart_twin import twin_fold
from ui.look.markup import tag
from ui.look.picture_menu import chart_menu

if TYPE_CHECKING:
    import pandas as pd
    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View


def chart(view: View, event_id: str, promised: pd.DataFrame) -> Chart | None:
    """Give the chart of a visit, or None if nothing was promised: by sector, or one sector's promises."""
    if promised.empty:
        return None
    events = occasion(view.dataset, event_id)
    by = "promise" if len(set(promised["sector"])) == 1 else "sector"
    return visit(
        view,
        records(visit_moments(view.dataset, events, promised, by=by)),
        name=occasion_name(view, events),
        known_until=known_until(view.dataset),
    )


def drawn(view: View, event_id: str, promised: pd.DataFrame, *, is_titled: bool = False) -> Markup | None:
    """Draw the chart with its ways out."""
    found = chart(view, event_id, promised)
    if found is None:
        return None
    sectors = set(promised["sector"])
    asked = {"event": event_id} | ({"sector": sectors.pop()} if len(sectors) == 1 else {})
    drawing = row_chart(view, found, is_titled=is_titled)
    return tag("div", drawing, chart_menu(view, found, asked), twin_fold(view, found))
