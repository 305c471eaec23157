"""Rows over time of the page: names at the left, bars and signs at their dates, each a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.charts.signs import HOLLOW, SHAPES
from ui.look.chart_html import mark_link
from ui.look.markup import tag, together
from ui.look.plot import style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from markupsafe import Markup

    from corridor.charts.axis import Axis
    from corridor.charts.chart import Chart, Key, Mark
    from ui.link.view import View

_NEAR, _WORDS = 2.6, 8.0
_OUTCOMES = frozenset({"operating", "in-force", "silent"})
"""Counts closer than so many percent stand side by side; so wide are words."""
# From so many percent on a word stands before its sign where the screen is narrow.
_LATE = 55.0


def row_chart(view: View, chart: Chart, *, is_titled: bool = True) -> Markup:
    """
    Draw a chart of rows over time.

    Parameters
    ----------
    view
        The visit.
    chart
        A chart whose values are dates.

    is_titled
        Whether its title and finding stand above it; not where the page opens with them.

    Returns
    -------
    Markup
        A figure: title, legend, a list of rows by group, and what has no place on it behind a fold.
    """
    panel = chart.panels[0]
    spans, signs = _by_row(chart, "span"), _by_row(chart, "sign")
    names = dict(zip(chart.across.ticks, chart.across.texts, strict=True))
    groups = [
        tag(
            "li",
            tag("b", stretch.name, class_="rc-group"),
            tag(
                "ul",
                *(
                    _row(view, panel.up, name, spans.get(at, ()), signs.get(at, ()))
                    for at, name in names.items()
                    if stretch.start < at < stretch.end
                ),
            ),
        )
        for stretch in chart.stretches
    ]
    return tag(
        "figure",
        caption(chart, is_titled=is_titled),
        key_line(chart.keys),
        tag(
            "div",
            tag("div", *_lines(chart), class_="rc-lines", aria_hidden="true"),
            tag("ul", *groups, class_="rc-groups"),
            class_="rc-field",
        ),
        _apart(view, chart),
        class_=f"rc rc-{chart.name}",
    )


def caption(chart: Chart, *, is_titled: bool, mark: object | None = None) -> Markup:
    """Write what a chart shows and how it is read, with the mark of the basis of figures in its title."""
    if not is_titled:
        return tag("figcaption", tag("span", chart.caption), aria_label=chart.title)
    words = " ".join(filter(None, (chart.finding, chart.caption)))
    return tag("figcaption", tag("b", chart.title, mark), tag("span", words))


def key_line(keys: Sequence[Key]) -> Markup:
    """Write the legend."""
    items = [
        tag("span", sign(key.tone, is_hollow=key.is_hollow, kind=key.kind), " ", key.name) for key in keys
    ]
    return tag("p", *items, class_="cx-keys rc-keys")


def sign(tone: str, *, is_hollow: bool = False, is_half: bool = False, kind: str = "sign") -> Markup:
    """Draw the sign of a tone; what it stands for is said beside it."""
    shape = "bar" if kind == "gap" else SHAPES.get(tone, "disc")
    names = [f"rc-sign is-{shape}", f"tone-{tone}"]
    if is_hollow or tone in HOLLOW:
        names.append("is-hollow")
    if is_half or tone.endswith("-half"):
        names.append("is-half")
    return tag("i", class_=" ".join(names), aria_hidden="true")


def _by_row(chart: Chart, kind: str) -> Mapping[float, Sequence[Mark]]:
    """Give the marks of a kind by their row, in the order of their dates."""
    found: dict[float, list[Mark]] = {}
    for series in chart.panels[0].series:
        if series.kind == kind:
            for mark in series.marks:
                found.setdefault(mark.at, []).append(mark)
    return {at: sorted(marks, key=lambda mark: mark.typical or 0.0) for at, marks in found.items()}


def _lines(chart: Chart) -> Iterable[Markup]:
    """Draw a line at each tick and at each moment."""
    up = chart.panels[0].up
    for value, text in zip(up.ticks, up.texts, strict=True):
        yield tag("span", tag("i", text), class_="rc-tick", style=style(left=up.percent(value)))
    for moment in chart.panels[0].moments:
        yield tag("span", tag("i", moment.name), class_="rc-moment", style=style(left=up.percent(moment.at)))


def _row(view: View, up: Axis, name: str, spans: Sequence[Mark], signs: Sequence[Mark]) -> Markup:
    """Draw one row: its name, a link to what it is, then its marks."""
    before = [mark for mark in signs if mark.typical is None]
    placed = [(mark, up.percent(mark.typical)) for mark in signs if mark.typical is not None]
    own = [mark for mark in (*spans, *(mark for mark, _place in placed)) if mark.target]
    title = mark_link(view, own[0], name, {"title": None, "class_": "rc-name"}) if own else name
    drawn = [_bar(up, mark) for mark in spans]
    drawn += _dates(view, [sign for sign in placed if sign[0].basis])
    drawn += _counts(view, [sign for sign in placed if not sign[0].basis])
    return tag(
        "li",
        tag("span", title, *(_before(view, mark) for mark in before), class_="rc-head"),
        tag("span", *drawn, class_="rc-plot"),
        class_="rc-row",
    )


def _dates(view: View, placed: Sequence[tuple[Mark, float]]) -> Iterator[Markup]:
    """Draw signs at their dates; words stand behind the last of those that they would lie on."""
    for mark, place in placed:
        yield _sign(view, mark, None, place)
        if mark.short:
            end = max(other for _mark, other in placed if place <= other < place + _WORDS)
            look = "rc-word is-late" if end > _LATE else "rc-word"
            yield tag("span", mark.short, class_=look, style=style(left=end), aria_hidden="true")


def _counts(view: View, placed: Sequence[tuple[Mark, float]]) -> Iterator[Markup]:
    """Draw signs with their counts, side by side where they are near."""
    last, count, has_moved = -_NEAR, 0, False
    for mark, place in placed:
        is_near = place - last < _NEAR
        last, count = (last, count + 1) if is_near else (place, 0)
        words = tag("span", mark.short) if mark.short else None
        yield _sign(view, mark, words, last, moved=count, is_pushed=has_moved and mark.tone in _OUTCOMES)
        has_moved = has_moved or count > 0


def _bar(up: Axis, mark: Mark) -> Markup:
    """Draw a bar up to the first day of the due period, and fainter through it."""
    due = up.percent(mark.typical or 0.0)
    start = due if mark.low is None else up.percent(mark.low)
    end = due if mark.high is None else up.percent(mark.high)
    hollow = " is-hollow" if mark.tone in HOLLOW or mark.tone == "status-unknown" else ""
    return together(
        tag(
            "span",
            class_=f"rc-bar tone-{mark.tone}{hollow}",
            style=style(left=start, width=round(due - start, 3)),
        )
        if start < due
        else None,
        tag(
            "span",
            class_=f"rc-bar is-pale tone-{mark.tone}",
            style=style(left=due, width=round(end - due, 3)),
        )
        if due < end
        else None,
    )


def _sign(
    view: View, mark: Mark, words: Markup | None, place: float, *, moved: int = 0, is_pushed: bool = False
) -> Markup:
    """Draw a sign at its date, with its words."""
    shift = f";--n:{moved}" if moved else ""
    return mark_link(
        view,
        mark,
        together(sign(mark.tone), words),
        {
            "class_": "rc-at is-pushed" if is_pushed else "rc-at",
            "style": f"{style(left=place)}{shift}",
            "aria_label": mark.label,
        },
    )


def _before(view: View, mark: Mark) -> Markup:
    """Draw a sign that has no date, behind the name."""
    return mark_link(view, mark, sign(mark.tone), {"class_": "rc-before", "aria_label": mark.label})


def _apart(view: View, chart: Chart) -> Markup | None:
    """List what has no place on the chart, behind a fold."""
    if not chart.apart:
        return None
    items = [
        tag(
            "li",
            sign(mark.tone),
            " ",
            mark_link(view, mark, mark.name, {"title": None}),
            f" · {mark.at_text}",
        )
        for mark in chart.apart
    ]
    title = f"{chart.apart_title}: {len(items)}"
    return tag("details", tag("summary", title), tag("ul", *items, class_="rc-apart"), class_="cx-more")
