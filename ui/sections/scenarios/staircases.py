"""The staircase of the best route today and that of the best route under the scenario, over each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.staircase import staircases
from corridor.errors import ChartError
from ui.look.chart_picture import chart_picture
from ui.sections.routes.answer import detail
from ui.sections.scenarios.lab import best_of, lab

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View


def drawn(view: View) -> Markup | None:
    """Draw both staircases; None where one of them has no route."""
    chart = chart_of(view)
    return None if chart is None else chart_picture(view, chart)


def chart_of(view: View) -> Chart | None:
    """Lay both staircases out; None where one of them has no route."""
    _ = view.words.gettext
    shown = lab(view)
    best = {"today": best_of(shown.today), "scenario": best_of(shown.assumed)}
    if None in best.values() or not shown.is_changed:
        return None
    sides = {"today": shown.today, "scenario": shown.assumed}
    corners = {side: detail(view.dataset, sides[side], str(route)).corners for side, route in best.items()}
    names = {"today": _("Today"), "scenario": _("Under the scenario")}
    try:
        return staircases(view, corners, names, title=_("Today and the scenario, step by step"))
    except ChartError:
        return None
