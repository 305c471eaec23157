"""Charts of rows as HTML: days of the week, journeys as dots, ranges and bars on one axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.grid import COLUMNS
from corridor.charts.week import SIGNS
from ui.look.chart_html import grid, mark_link, ticks_below
from ui.look.markup import tag, together
from ui.look.plot import style

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from corridor.charts.chart import Chart, Mark
    from ui.link.view import View

_KNOWN = ("confirmed", "published")
_DAYS_OF_WEEK = 7


def week_table(view: View, chart: Chart, heads: Mapping[int, Markup], caption: str) -> Markup:
    """
    Draw a chart of the name "week" as a table, which is its own text twin.

    Parameters
    ----------
    view
        The visit.
    chart
        The chart; a row of which no day is known is one field, so that one does not go through seven alike.
    heads
        What stands before each row, by its place on the axis.
    caption
        What the grid shows.
    """
    up = chart.panels[0].up
    rows: dict[int, list[Mark]] = {}
    for mark in sorted(chart.marks, key=lambda mark: (mark.at, mark.typical or 0.0)):
        rows.setdefault(int(mark.at), []).append(mark)
    days = {mark.typical: mark.at_text for mark in chart.marks}
    head = [tag("th", chart.mark_title, scope="col")]
    for value, text in zip(up.ticks, up.texts, strict=True):
        head.append(tag("th", tag("abbr", text, title=days.get(value, text)), scope="col"))
    lines = [
        tag("tr", tag("th", heads[at], scope="row"), *_week_cells(view, marks)) for at, marks in rows.items()
    ]
    return tag(
        "div",
        tag(
            "table",
            tag("caption", caption, _week_keys(chart)),
            tag("thead", tag("tr", *head)),
            tag("tbody", *lines),
            class_="cx-week",
        ),
        class_="cx-table-frame",
    )


def dots(chart: Chart, heads: Mapping[str, Markup | str]) -> Markup:
    """
    Draw a chart of the name "journeys": a row of dots for each route, its middle and range in words.

    Parameters
    ----------
    chart
        The chart.
    heads
        By route id: what stands above its dots.
    """
    up = chart.panels[0].up
    by_route: dict[str, list[Mark]] = {}
    for mark in chart.marks:
        by_route.setdefault(mark.target.id if mark.target else "", []).append(mark)
    items = []
    for route, marks in by_route.items():
        ranged = next(mark for mark in marks if mark.range_text)
        drawn = [mark for mark in marks if mark is not ranged]
        most = max(mark.base for mark in drawn) + 1
        items.append(
            tag(
                "li",
                tag(
                    "p", heads[route], " ", tag("b", ranged.text), " ", tag("small", f"({ranged.range_text})")
                ),
                tag(
                    "div",
                    tag(
                        "div",
                        *grid(up, "left"),
                        *(_dot(chart, mark) for mark in drawn),
                        _band(chart, ranged),
                        class_="cx-dots-field",
                        style=f"--most:{most:g};--dot:min(.85rem, {100 / COLUMNS:.2f}cqi)",
                    ),
                    class_="cx-dots-box",
                    role="img",
                    aria_label=f"{ranged.label}. {chart.caption}",
                ),
            )
        )
    return tag(
        "figure",
        tag("figcaption", chart.caption),
        tag("ul", *items),
        tag("p", up.heading, class_="cx-across"),
        class_="cx-dots",
    )


def ranges(view: View, chart: Chart, chosen: str, bases: Mapping[str, Markup]) -> Markup:
    """Draw a chart of the name "rivals": each row with its name, value and basis, all on one axis."""
    up = chart.panels[0].up
    items = [
        tag(
            "li",
            mark_link(view, mark, mark.name, {"class_": "rv-name"}),
            tag("small", mark.short, bases.get(mark.basis), class_="rv-text"),
            _line(chart, mark),
            class_="is-own" if mark.target and mark.target.id == chosen else None,
        )
        for mark in chart.marks
    ]
    return tag(
        "figure",
        tag("figcaption", tag("b", up.heading), tag("small", chart.caption)),
        tag("ul", *items),
        tag("div", ticks_below(up), class_="rv-axis", aria_hidden="true"),
        class_="rv",
    )


def bars(view: View, chart: Chart, bases: Mapping[str, Markup]) -> Markup:
    """Draw a chart of the name "pairs": rank, name, bar, value and basis of each row."""
    up = chart.panels[0].up
    items = [
        tag(
            "li",
            tag("b", mark.at_text, class_="rank"),
            mark_link(view, mark, mark.name, {"class_": "name"}),
            tag(
                "span",
                tag("i", style=style(width=up.percent(mark.typical))),
                class_="bar",
                aria_hidden="true",
            )
            if mark.typical is not None
            else tag("span", class_="bar"),
            tag(
                "span",
                mark.text,
                bases.get(mark.basis),
                tag("small", mark.range_text) if mark.range_text else None,
                class_="value",
            ),
            class_="is-ours" if mark.is_strong else None,
        )
        for mark in chart.marks
    ]
    return tag(
        "figure",
        tag("figcaption", chart.caption),
        tag("ol", *items),
        class_="cx-index",
        aria_label=chart.title,
    )


def _week_cells(view: View, marks: list[Mark]) -> list[Markup]:
    """Write the days of one connection."""
    if {mark.tone for mark in marks} == {"unknown"}:
        first = marks[0]
        text = mark_link(view, first, first.text, {"class_": "wk is-unknown"})
        return [tag("td", text, colspan=_DAYS_OF_WEEK, class_="unknown")]
    return [tag("td", _week_cell(view, mark)) for mark in marks]


def _week_cell(view: View, mark: Mark) -> Markup:
    """Write one day."""
    sign = "✓" if mark.tone in _KNOWN else mark.short
    own = {"class_": f"wk is-{mark.tone}", "aria_label": mark.label}
    return mark_link(view, mark, sign, own if mark.target else {**own, "role": "img"})


def _week_keys(chart: Chart) -> Markup:
    """Write the legend in one line: what each look means."""
    keys = [
        tag(
            "span",
            tag("span", "✓" if key.tone in _KNOWN else SIGNS[key.tone], class_=f"wk is-{key.tone}"),
            " ",
            key.name,
            class_="cx-key",
        )
        for key in chart.keys
    ]
    return tag("span", *_spaced(keys), class_="cx-week-keys")


def _spaced(parts: list[Markup]) -> list[object]:
    """Put a space between parts, so that a line can break there."""
    spaced: list[object] = []
    for part in parts:
        spaced += [part, " "]
    return spaced


def _dot(chart: Chart, mark: Mark) -> Markup:
    """Draw one journey."""
    left = chart.panels[0].up.percent(mark.typical or 0.0)
    place = f"{style(left=left)};--at:{mark.base:g}"
    return tag("i", class_="cx-dot is-hollow" if mark.is_hollow else "cx-dot", style=place, title=mark.text)


def _band(chart: Chart, mark: Mark) -> Markup:
    """Draw the range of a route below its dots, with its middle."""
    up = chart.panels[0].up
    low, middle, high = (up.percent(value or 0.0) for value in (mark.low, mark.typical, mark.high))
    return together(
        tag("i", class_="cx-dots-range", style=style(left=low, width=round(high - low, 3))),
        tag("i", class_="cx-dots-middle", style=style(left=middle)),
    )


def _line(chart: Chart, mark: Mark) -> Markup:
    """Draw one range; that of a sum with gaps is open to the right."""
    if mark.low is None or mark.typical is None or mark.high is None:
        return tag("span", class_="rv-line")
    up = chart.panels[0].up
    low, middle, high = (up.percent(value) for value in (mark.low, mark.typical, mark.high))
    is_open = bool(mark.gaps)
    return tag(
        "span",
        tag("span", class_="rv-band", style=style(left=low, width=max(round(high - low, 3), 0.6))),
        tag("span", class_="rv-open", style=style(left=high)) if is_open else None,
        tag("span", class_="rv-dot", style=style(left=middle)),
        class_="rv-line is-open" if is_open else "rv-line",
        aria_hidden="true",
    )
