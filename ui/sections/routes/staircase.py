"""The staircase of a route: time and cost against distance, work at places as steps (UNESCAP)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.picture.palette import ACCENT, INK
from ui.evidence import wording
from ui.language import format as fmt
from ui.look.links import stay
from ui.look.markup import tag
from ui.look.modes import MARKS, mode_colour
from ui.look.plot import SIDE, Axis, area, axis, line, picture, style
from ui.sections.routes import words
from ui.sections.routes.works import marks, told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.routes.answer import Detail

    Row = Mapping[str, Any]

_HOURS = 24.0
_SIGN_PERCENT, _MARK_PERCENT, _LETTER_PERCENT = 2.9, 2.4, 1.1
_PANELS = {"time": _HOURS, "cost": 1.0}


def charts(view: View, shown: Detail, selected: int | None) -> Markup:
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

    Returns
    -------
    Markup
        A figure in which every step is a link that chooses it; arrow keys go from step to step.
    """
    _ = view.words.gettext
    across = axis([row["distance_km"] for row in shown.corners], exact_end=True)
    panels = [_panel(view, shown, "time", across, selected)]
    has_cost = shown.totals["cost_usd_per_teu"]["known_count"] > 0
    if has_cost:
        panels.append(_panel(view, shown, "cost", across, selected))
    caption = _(
        "Distance across, time and cost upwards. Work at places stands upright: there days pass without a "
        "kilometre. Shaded: from the low to the high end of every part. Under it, at their steps, projects "
        "and works that should mend them: + planned, ✚ done."
    )
    return tag(
        "figure",
        tag("figcaption", caption),
        tag(
            "div",
            _signs(view, shown, across, selected),
            *panels,
            _mending(view, shown, across, selected),
            _places(view, shown, across),
            class_="cx-stairs",
        ),
        class_="cx-stairs-frame",
        data_steps=True,
        role="group",
        aria_label=_("Staircase of the route: time and cost against distance"),
    )


def _panel(view: View, shown: Detail, key: str, across: Axis, selected: int | None) -> Markup:
    """Draw one quantity: grid, band, line, and a link over each leg."""
    _ = view.words.gettext
    name, _unit, title = words.FIGURES[key]
    scale = _PANELS[key]
    up = axis([row[f"{name}_high"] / scale for row in shown.corners], count=4)
    ends = {
        band: [
            (across.across(row["distance_km"]), up.down(row[f"{name}_{band}"] / scale))
            for row in shown.corners
        ]
        for band in ("low", "typical", "high")
    }
    ink, accent = INK.of(dark=view.dark), ACCENT.of(dark=view.dark)
    shapes = [area([*ends["high"], *reversed(ends["low"])], colour=accent, opacity=0.16)]
    for at, row in enumerate(shown.steps):
        part = ends["typical"][at : at + 2]
        is_leg = row["kind"] == "leg"
        if row["position"] == selected:
            shapes.append(line(part, colour=accent, width=9, opacity=0.55))
        colour = mode_colour(row["mode"], dark=view.dark) if is_leg else ink
        shapes.append(line(part, colour=colour, width=2.6 if is_leg else 3.4))
    grid = [
        tag(
            "span",
            tag("i", fmt.number(at, view.lang)),
            class_="cx-grid is-bottom",
            style=style(bottom=up.percent(at)),
            aria_hidden="true",
        )
        for at in up.ticks
    ]
    gaps = shown.totals[name]["missing_count"]
    unit = _("days") if key == "time" else "USD"
    head = [tag("b", _(title)), f", {unit}", f" · {words.unknown(view, gaps)}" if gaps else ""]
    return tag(
        "div",
        tag("p", *head, class_="cx-up"),
        tag(
            "div",
            *grid,
            picture("".join(shapes)),
            *_legs(view, shown, across, selected, key),
            class_="cx-field",
        ),
        class_=f"cx-panel is-{key}",
    )


def _legs(view: View, shown: Detail, across: Axis, selected: int | None, key: str) -> list[Markup]:
    """Lay a link over each leg; only the first panel's are named for those who do not see."""
    links = []
    for at, row in enumerate(shown.steps):
        if row["kind"] != "leg":
            continue
        start, end = (across.percent(shown.corners[place]["distance_km"]) for place in (at, at + 1))
        links.append(
            _step(
                view,
                row,
                selected,
                id_=f"{key}-{row['position']}",
                class_="cx-over",
                place=style(left=start, width=end - start),
            )
        )
    return links


def _signs(view: View, shown: Detail, across: Axis, selected: int | None) -> Markup:
    """Draw a sign for each piece of work above the place where it is done, none over another."""
    works = [(at, row) for at, row in enumerate(shown.steps) if row["kind"] == "work"]
    wanted = [across.percent(shown.corners[at]["distance_km"]) for at, _row in works]
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
            row,
            selected,
            id_=f"work-{row['position']}",
            class_=f"cx-work cx-mode sym-{row['work']}",
            place=style(left=spot),
        )
        for (_at, row), spot in zip(works, spots, strict=True)
    ]
    return tag("div", tag("div", *links, class_="cx-signs"), tag("div", picture(lines), class_="cx-leaders"))


def _mending(view: View, shown: Detail, across: Axis, selected: int | None) -> Markup | None:
    """Draw a mark for each step that somebody is named to mend, none over another."""
    found = marks(shown)
    if not found:
        return None
    wanted = []
    for position in found:
        start, end = (across.percent(shown.corners[at]["distance_km"]) for at in (position - 1, position))
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


def _step(view: View, row: Row, selected: int | None, *, id_: str, class_: str, place: str) -> Markup:
    """Link that chooses a step."""
    is_selected = row["position"] == selected
    _ = view.words.gettext
    told = _("Step {position}: {name}, {time}").format(
        position=row["position"], name=words.step_name(view, row), time=words.step_time(view, row)
    )
    is_gap = row["time_h_basis"] == "missing"
    classes = [class_, "is-selected" if is_selected else "", "is-gap" if is_gap else ""]
    return stay(
        view,
        "",
        attributes={
            "id": id_,
            "class_": " ".join(one for one in classes if one),
            "style": place,
            "title": told,
            "aria_current": "step" if is_selected else None,
        },
        step=row["position"],
        leg=row["leg_id"],
    )


def _places(view: View, shown: Detail, across: Axis) -> Markup:
    """Name the ends and the places with work under the chart, as far as there is room; then the distance."""
    works = {row["node_id"] for row in shown.steps if row["kind"] == "work"}
    last = shown.corners[-1]["node_id"]
    marks: dict[str, float] = {}
    for row in shown.corners:
        marks.setdefault(row["node_id"], across.percent(row["distance_km"]))
    ends = [shown.corners[0]["node_id"], last]
    taken: list[tuple[float, float]] = []
    labels = []
    for node in dict.fromkeys([*ends, *(one for one in marks if one in works), *marks]):
        text, at = wording.node(view, node), marks[node]
        wide = len(text) * _LETTER_PERCENT
        left = min(max(at - wide / 2, 0.0), 100.0 - wide)
        if any(left < end + 1 and left + wide + 1 > start for start, end in taken):
            continue
        taken.append((left, left + wide))
        labels.append(tag("span", text, style=style(left=left, width=wide), class_="cx-place"))
    ticks = [tag("i", fmt.number(at, view.lang), style=style(left=across.percent(at))) for at in across.ticks]
    return tag(
        "div", tag("div", *labels, class_="cx-places"), tag("div", *ticks, class_="cx-km"), aria_hidden="true"
    )


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
