"""The staircase of the best route today and that of the best route under the scenario, over each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.errors import CorridorError
from corridor.impact.staircases import staircase_pair
from ui.look.chart_picture import chart_picture
from ui.sections.scenarios import frames
from ui.sections.scenarios.lab import lab

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View


def drawn(view: View) -> Markup | None:
    """Draw both staircases; None where there is no route."""
    chart = chart_of(view)
    return None if chart is None else chart_picture(view, chart)


def chart_of(view: View) -> Chart | None:
    """Lay both staircases out; None where there is no route or nothing is assumed."""
    shown = lab(view)
    found = frames.sides(shown)
    if found is None or not shown.is_changed:
        return None
    try:
        return staircase_pair(view, found)
    except CorridorError:
        return None
