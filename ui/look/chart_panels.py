"""Fields above each other over years: a sign for each figure of each reporter, the difference shaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.look.chart_html import grid, mark_link
from ui.look.chart_rows import caption, key_line, sign
from ui.look.markup import tag, together
from ui.look.plot import style

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.charts.axis import Axis
    from corridor.charts.chart import Chart, Mark, Panel
    from ui.link.view import View

_NEAR = 9.0
"""Signs of one year closer than so many percent: the lower one has its words below it."""


def panel_chart(view: View, chart: Chart, *, is_titled: bool = True, mark: object | None = None) -> Markup:
    """
    Draw a chart with fields of dots and gaps over named places.

    Parameters
    ----------
    view
        The visit.
    chart
        Its series are of the kinds "reported" and "gap".
    is_titled
        Whether its title and finding stand above it; not where the page opens with them.
    mark
        The mark of the basis of the figures in its title.

    Returns
    -------
    Markup
        A figure; each sign is a link to its claim.
    """
    years = [
        tag("span", text, style=style(left=chart.across.percent(value)))
        for value, text in zip(chart.across.ticks, chart.across.texts, strict=True)
    ]
    return tag(
        "figure",
        caption(chart, is_titled=is_titled, mark=mark),
        key_line(chart.keys),
        *(_panel(view, chart.across, panel, at=at) for at, panel in enumerate(chart.panels)),
        tag("div", *years, class_="pc-years", aria_hidden="true"),
        class_=f"pc pc-{chart.name}",
    )


def _panel(view: View, across: Axis, panel: Panel, *, at: int) -> Markup:
    """Draw one field."""
    note = tag("small", f" · {panel.note}") if panel.note else None
    gaps = [mark for series in panel.series if series.kind == "gap" for mark in series.marks]
    dots = [mark for series in panel.series if series.kind == "reported" for mark in series.marks]
    drawn = [_gap(across, panel.up, mark) for mark in gaps]
    drawn += [_dot(view, across, panel, mark, dots) for mark in sorted(dots, key=lambda one: one.at)]
    return tag(
        "div",
        tag("p", tag("b", panel.up.heading), note, class_="pc-head"),
        tag(
            "div",
            *grid(panel.up, "bottom"),
            *drawn,
            class_="pc-plot" if at == 0 else "pc-plot is-low",
            role="group",
            aria_label=panel.up.heading,
        ),
    )


def _gap(across: Axis, up: Axis, mark: Mark) -> Markup:
    """Shade the difference of a year, with how many times it is."""
    left = across.percent(mark.at - mark.width / 2)
    low, high = up.percent(mark.low or 0.0), up.percent(mark.high or 0.0)
    places = {
        "left": left,
        "width": round(across.percent(mark.at + mark.width / 2) - left, 3),
        "bottom": low,
        "height": round(high - low, 3),
    }
    words = tag("b", mark.short) if mark.short else None
    return tag("span", words, class_="pc-gap", style=style(**places), title=mark.label)


def _dot(view: View, across: Axis, panel: Panel, mark: Mark, dots: list[Mark]) -> Markup:
    """Draw one figure; the lower one of two near each other has its words below."""
    height = panel.up.percent(mark.typical or 0.0)
    others = [panel.up.percent(other.typical or 0.0) for other in dots if other.at == mark.at and other.short]
    is_below = any(0 < other - height < _NEAR for other in others)
    side = "" if not is_below else "is-below" if height >= _NEAR else "is-beside"
    inner = together(
        sign(
            mark.tone,
            is_hollow=mark.is_hollow,
            is_half=mark.basis == "derived" and not mark.is_hollow,
        ),
        tag("span", mark.short) if mark.short else None,
    )
    return mark_link(
        view,
        mark,
        inner,
        {
            "class_": f"pc-dot {side}".strip(),
            "style": style(left=across.percent(mark.at), bottom=height),
            "aria_label": mark.label,
        },
    )
