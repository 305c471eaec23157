"""The table in words of a chart, behind a fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.text_twin import text_twin
from ui.look.markup import tag
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.charts.chart import Chart
    from ui.link.view import View


def twin_fold(view: View, chart: Chart) -> Markup:
    """Write the table in words of a chart behind a fold."""
    twin = text_twin(chart)
    columns = [Column(key=str(at), title=title, is_header=at == 0) for at, title in enumerate(twin.columns)]
    lines = [Line(cells={str(at): cell for at, cell in enumerate(row)}) for row in twin.rows]
    return tag(
        "details",
        tag("summary", view.words.gettext("Chart as a table")),
        table(view, lines, columns, twin.title, fold="never"),
        class_="cx-more cx-twin",
    )
