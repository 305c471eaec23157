"""The points of charts that notes may point to, worked out once for all who see the same page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Concatenate, ParamSpec

from corridor.charts.chart import Chart
from corridor.errors import ChartError
from corridor.memory.caches import Cache
from ui.evidence.memory import question_of
from ui.look.chart_notes import Noted, noted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ui.link.view import View

_Parts = ParamSpec("_Parts")
MAX_CHARTS = 1024
_points: Cache[tuple[Noted, ...]] = Cache("points of charts", most=MAX_CHARTS)


def points_of(
    view: View,
    draw: Callable[Concatenate[View, _Parts], Chart | Sequence[Chart] | None],
    *parts: _Parts.args,
) -> tuple[Noted, ...]:
    """
    Give what `ui.look.chart_notes.write_notes` needs of charts; of a visitor's own data nothing is kept.

    Parameters
    ----------
    view
        The visit.
    draw
        Draws one chart or several. Where the data hold too little for one, there is none.
    *parts
        What else `draw` takes, which follows from the view; as for `ui.evidence.memory.piece`.
    """

    def drawn() -> tuple[Noted, ...]:
        try:
            made = draw(view, *parts)
        except ChartError:
            return ()
        charts = (made,) if isinstance(made, Chart) else made or ()
        return tuple(filter(None, map(noted, charts)))

    return drawn() if view.own else _points.get(question_of(view, draw, parts), drawn)
