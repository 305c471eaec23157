"""Charts of the page: the parts of a `corridor.charts.chart.Chart` as HTML, with a link for each mark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.link.keys import OTHER_PAIRS
from ui.look.links import claim_address, stay, way
from ui.look.markup import tag, together
from ui.look.plot import style

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markupsafe import Markup

    from corridor.charts.axis import Axis
    from corridor.charts.chart import Chart, Mark, Target
    from ui.link.view import View

# What a mark changes in the address.
_CHANGES: Mapping[str, Callable[[Target], Mapping[str, Any]]] = {
    "step": lambda target: {"step": int(target.id), "leg": target.part or None},
    "route": lambda target: {"route": target.id, "step": None, "leg": None},
    "project": lambda target: {"part": "register", "project": target.id},
    "paper": lambda target: {"part": "papers", "paper": target.id},
    "event": lambda target: {"part": "promises", "visit": target.id},
    "sector": lambda target: {"part": "promises", "sector": target.id},
}
_ON_PARTNERS = frozenset({"project", "paper", "event", "sector"})


def mark_link(view: View, mark: Mark, text: object, attributes: Mapping[str, object]) -> Markup:
    """
    Make a mark a link to what it stands for.

    Parameters
    ----------
    view
        The visit.
    mark
        The mark; its label is the title of the link.
    text
        What the link says.
    attributes
        Of the element, as `ui.look.markup.tag` takes them.
    """
    own = {"title": mark.label, **attributes}
    target = mark.target
    if target is None:
        return tag("span", text, **own)
    if target.kind == "claim":
        return tag("a", text, href=claim_address(view, target.id), **own)
    if target.kind == "corridor":
        changes = {"corridor": target.id, "via": (), "leg": None} if target.id else {}
        return way(view, "corridor", text, attributes=own, **changes)
    if target.kind == "pair":
        is_other = target.id in OTHER_PAIRS
        return stay(view, text, attributes=own, beside=target.id) if is_other else tag("span", text, **own)
    changes = _CHANGES[target.kind](target)
    if target.kind in _ON_PARTNERS and view.page != "partners":
        return way(view, "partners", text, attributes=own, **changes)
    return stay(view, text, attributes=own, **changes)


def grid(axis: Axis, side: str) -> list[Markup]:
    """Draw a line with its text at each tick of an axis, placed from a side: "left" or "bottom"."""
    return [
        tag(
            "span",
            tag("i", text),
            class_=f"cx-grid is-{side}",
            style=style(**{side: axis.percent(value)}),
            aria_hidden="true",
        )
        for value, text in zip(axis.ticks, axis.texts, strict=True)
    ]


def ticks_below(axis: Axis) -> Markup:
    """Write the texts of an axis from left to right."""
    texts = [
        tag("i", text, style=style(left=axis.percent(value)))
        for value, text in zip(axis.ticks, axis.texts, strict=True)
    ]
    return tag("div", *texts, class_="cx-km")


def spread_strip(chart: Chart) -> Markup:
    """Draw the claims of a chart of the name "spread" on one strip: a dot or a band for each."""
    lowest, highest = chart.panels[0].extremes
    if lowest.at == highest.at:
        return tag("p", chart.caption, class_="spread-same")
    drawn = [_on_strip(mark, lowest.at, highest.at) for mark in chart.marks]
    ends = [tag("span", end.name) for end in (lowest, highest)]
    return tag(
        "div",
        tag("div", *drawn, class_="spread", role="img", aria_label=chart.caption),
        tag("div", *ends, class_="spread-ends", aria_hidden="true"),
    )


def year_bars(view: View, chart: Chart, year: int) -> Markup:
    """Draw a chart of the name "years"; the column of the chosen year stands out."""
    panel = chart.panels[0]
    slot = chart.across.percent(year + 0.5) - chart.across.percent(year - 0.5)
    ticks = [
        tag("span", text, class_="yc-tick", style=style(bottom=panel.up.percent(value)))
        for value, text in zip(panel.up.ticks, panel.up.texts, strict=True)
    ]
    ahead = [
        tag(
            "span",
            tag("i", stretch.name),
            class_="yc-ahead",
            style=style(left=chart.across.percent(stretch.start)),
        )
        for stretch in chart.stretches
    ]
    chosen = tag("span", class_="yc-chosen", style=style(left=chart.across.percent(year - 0.5), width=slot))
    labels = [
        tag("span", text, class_="yc-other" if at % 2 else None) for at, text in enumerate(chart.across.texts)
    ]
    # In the order of the years, so that one goes from mark to mark as time does.
    marks = sorted(chart.marks, key=lambda mark: (round(mark.at), mark.tone.startswith("capacity"), mark.at))
    drawn = [_year_mark(view, chart, mark) for mark in marks]
    return tag(
        "figure",
        tag("figcaption", chart.title),
        tag("div", *ahead, chosen, *ticks, *drawn, class_="yc-plot", role="group", aria_label=chart.title),
        tag("div", *labels, class_="yc-years", aria_hidden="true"),
        class_="yc",
    )


def _on_strip(mark: Mark, low: float, high: float) -> Markup:
    """Draw one claim on a strip."""
    start, end = (round(100 * ((value or 0.0) - low) / (high - low), 2) for value in (mark.low, mark.high))
    is_band = start < end
    names = ["band" if is_band else "dot"]
    names += [f"is-{mark.tone}"] if mark.tone != "claim" else []
    places = {"left": start, "width": round(end - start, 2)} if is_band else {"left": start}
    return tag("span", class_=" ".join(names), style=style(**places), title=mark.label)


def _year_mark(view: View, chart: Chart, mark: Mark) -> Markup:
    """Draw one claim of a year: a bar, or a level mark for a capacity."""
    left, right = (
        chart.across.percent(mark.at - mark.width / 2),
        chart.across.percent(mark.at + mark.width / 2),
    )
    high = chart.panels[0].up.percent(mark.typical or 0.0)
    upward = {"bottom": high} if mark.tone.startswith("capacity") else {"height": high}
    return mark_link(
        view,
        mark,
        together(tag("span", mark.short) if mark.short else None),
        {
            "class_": f"yc-mark {mark.tone}",
            "style": style(left=left, width=round(right - left, 3), **upward),
            "aria_label": mark.label,
        },
    )
