"""The staircase of a route: time and cost against distance, work at places as steps (UNESCAP)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from corridor.charts.staircase import staircase
from corridor.charts.tones import colour, leg_or_work
from corridor.language.labels import WORK
from corridor.picture.palette import ACCENT, INK
from ui.look.chart_html import grid, mark_link, ticks_below
from ui.look.links import stay
from ui.look.markup import tag, together
from ui.look.modes import MARKS
from ui.look.picture_menu import chart_menu
from ui.look.plot import SIDE, across, area, down, line, picture, style
from ui.sections.routes import words
from ui.sections.routes.works import marks, told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from corridor.charts.chart import Chart, Mark, Panel
    from corridor.routing.question import RouteQuestion
    from ui.link.view import View
    from ui.sections.routes.answer import Detail

    Row = Mapping[str, Any]

_SIGN_PERCENT, _MARK_PERCENT, _LETTER_PERCENT = 2.9, 2.4, 1.1
_KEYS = ("time", "cost")


def chart_of(view: View, shown: Detail) -> Chart:
    """Lay the staircase of a route out."""
    _ = view.words.gettext
    caption = _(
        "Horizontal: distance. Vertical: time and cost. A vertical step is work at a place. "
        "Shaded: from the low to the high end of every part."
    )
    title = _("Staircase of the route: time and cost against distance")
    return staircase(view, shown.steps, shown.corners, title=title, caption=caption)


def charts(view: View, shown: Detail, selected: int | None, asked: RouteQuestion) -> Markup:
    """
    Draw time, and cost where any of it is known, against distance.

    Parameters
    ----------
    view
        The visit.
    shown
        The route.
    selected
        Position of the step that stands out.
    asked
        The question that the route answers.

    Returns
    -------
    Markup
        A figure in which every step is a link that chooses it; arrow keys go from step to step.
    """
    chart, _ = chart_of(view, shown), view.words.gettext
    below = _("Below: projects and works that should fix a step: + planned, ✚ done.")
    panels = [
        _panel(view, chart, panel, key, selected) for panel, key in zip(chart.panels, _KEYS, strict=False)
    ]
    drawn = tag(
        "figure",
        tag("figcaption", chart.caption, " ", below),
        tag(
            "div",
            _signs(view, chart, selected),
            *panels,
            _mending(view, shown, chart, selected),
            _places(chart),
            class_="cx-stairs",
        ),
        class_="cx-stairs-frame",
        tabindex="0",
        data_steps=True,
        role="group",
        aria_label=chart.title,
    )
    return together(drawn, chart_menu(view, chart, {**asked.as_keys(), "route": shown.route}))


def _panel(view: View, chart: Chart, panel: Panel, key: str, selected: int | None) -> Markup:
    """Draw one quantity: grid, band, line, and a link over each leg."""
    corners = panel.series[-1].marks
    ends = {
        band: [
            (across(chart.across, mark.at), down(panel.up, getattr(mark, band) or 0.0)) for mark in corners
        ]
        for band in ("low", "typical", "high")
    }
    accent = ACCENT.of(dark=view.dark)
    shade = colour(panel.series[0].tone, dark=view.dark)
    shapes = [area([*ends["high"], *reversed(ends["low"])], colour=shade, opacity=0.16)]
    for at, mark in enumerate(corners[1:]):
        part = ends["typical"][at : at + 2]
        if _position(mark) == selected:
            shapes.append(line(part, colour=accent, width=9, opacity=0.55))
        look = leg_or_work(mark.tone, dark=view.dark)
        shapes.append(line(part, colour=look.colour, width=look.width))
    head = [tag("b", panel.up.title), f", {panel.up.unit}", f" · {panel.note}" if panel.note else ""]
    return tag(
        "div",
        tag("p", *head, class_="cx-up"),
        tag(
            "div",
            *grid(panel.up, "bottom"),
            picture("".join(shapes)),
            *_legs(view, chart, panel, key, selected),
            class_="cx-field",
        ),
        class_=f"cx-panel is-{key}",
    )


def _legs(view: View, chart: Chart, panel: Panel, key: str, selected: int | None) -> list[Markup]:
    """Lay a link over each leg."""
    corners = panel.series[-1].marks
    links = []
    for before, mark in pairwise(corners):
        if mark.tone in WORK:
            continue
        start, end = (chart.across.percent(corner.at) for corner in (before, mark))
        place = style(left=start, width=end - start)
        links.append(_step(view, mark, selected, f"{key}-{_position(mark)}", "cx-over", place))
    return links


def _signs(view: View, chart: Chart, selected: int | None) -> Markup:
    """Draw a sign for each piece of work above the place where it is done, none over another."""
    works = [mark for mark in chart.panels[0].series[-1].marks if mark.tone in WORK]
    wanted = [chart.across.percent(mark.at) for mark in works]
    spots = _apart(wanted, _SIGN_PERCENT)
    lines = "".join(
        line(
            [(spot * SIDE / 100, 0), (want * SIDE / 100, SIDE)],
            colour=INK.of(dark=view.dark),
            width=1,
            opacity=0.45,
        )
        for spot, want in zip(spots, wanted, strict=True)
    )
    links = [
        _step(
            view,
            mark,
            selected,
            f"work-{_position(mark)}",
            f"cx-work cx-mode sym-{mark.tone}",
            style(left=spot),
        )
        for mark, spot in zip(works, spots, strict=True)
    ]
    return tag("div", tag("div", *links, class_="cx-signs"), tag("div", picture(lines), class_="cx-leaders"))


def _mending(view: View, shown: Detail, chart: Chart, selected: int | None) -> Markup | None:
    """Draw a mark for each step with planned works, none over another."""
    found = marks(shown)
    if not found:
        return None
    wanted = []
    for position in found:
        start, end = (
            chart.across.percent(shown.corners[at]["distance_km"]) for at in (position - 1, position)
        )
        wanted.append((start + end) / 2)
    spots = _apart(wanted, _MARK_PERCENT)
    links = []
    for (position, some), spot in zip(found.items(), spots, strict=True):
        row = shown.steps[position - 1]
        sign = MARKS["mended" if all(one["status"] == "operating" for one in some) else "mending"]
        text = view.words.gettext("Step {position}: {name}; {projects}").format(
            position=position, name=words.step_name(view, row), projects=told(view, some)
        )
        is_selected = position == selected
        links.append(
            stay(
                view,
                sign.sign,
                attributes={
                    "id": f"mend-{position}",
                    "class_": f"cx-mend {sign.tone}{' is-selected' if is_selected else ''}",
                    "style": style(left=spot),
                    "title": text,
                    "aria_label": text,
                },
                step=position,
                leg=row["leg_id"],
            )
        )
    return tag("div", *links, class_="cx-mends")


def _step(view: View, mark: Mark, selected: int | None, id_: str, class_: str, place: str) -> Markup:
    """Link that chooses a step."""
    is_selected = _position(mark) == selected
    classes = [class_, "is-selected" if is_selected else "", "is-gap" if mark.basis == "missing" else ""]
    return mark_link(
        view,
        mark,
        "",
        {
            "id": id_,
            "class_": " ".join(one for one in classes if one),
            "style": place,
            "aria_current": "step" if is_selected else None,
        },
    )


def _position(mark: Mark) -> int | None:
    """Position of the step that ends at a corner."""
    return int(mark.target.id) if mark.target else None


def _places(chart: Chart) -> Markup:
    """Name the ends and the places with work under the chart, as far as there is room; then the distance."""
    taken: list[tuple[float, float]] = []
    labels = []
    for place in chart.places:
        wide = len(place.name) * _LETTER_PERCENT
        left = min(max(chart.across.percent(place.at) - wide / 2, 0.0), 100.0 - wide)
        if any(left < end + 1 and left + wide + 1 > start for start, end in taken):
            continue
        taken.append((left, left + wide))
        labels.append(tag("span", place.name, style=style(left=left, width=wide), class_="cx-place"))
    return tag("div", tag("div", *labels, class_="cx-places"), ticks_below(chart.across), aria_hidden="true")


def _apart(wanted: Sequence[float], least: float) -> list[float]:
    """Move places apart, keeping their order, until none is nearer than the least to the next."""
    spots: list[float] = []
    for want in wanted:
        spots.append(max(want, spots[-1] + least) if spots else want)
    limit = 100.0 - least / 2
    for at in range(len(spots) - 1, -1, -1):
        spots[at] = min(spots[at], limit)
        limit = spots[at] - least
    return [round(max(spot, 0.0), 3) for spot in spots]
