"""Parts of a view that leave the page by themselves: the map, one chart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.errors import QuestionError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.charts.chart import Chart
    from corridor.publication.content import Content

MAP, CHART = "map", "chart."
SECOND_MAP = "map.critical"
"""The second map of the page Connectivity."""


def charts_by_part(content: Content) -> Mapping[str, Chart]:
    """Give the charts of a view by the names of their parts: "chart.staircase", "chart.rivals-time"."""
    return {f"{CHART}{chart.id}": chart for chart in content.charts}


def drawn_parts(content: Content) -> tuple[str, ...]:
    """Name the parts of a view that are drawn, so that each can be a picture of its own."""
    return (*((MAP,) if content.picture is not None else ()), *charts_by_part(content))


def chart_of(content: Content, part: str) -> Chart | None:
    """
    Give the chart of a part, None for the map.

    Raises
    ------
    QuestionError
        If the view has no such part.
    """
    known = drawn_parts(content)
    if part not in known:
        raise QuestionError("value-unknown", name="part", value=part, known=known)
    return charts_by_part(content).get(part)
