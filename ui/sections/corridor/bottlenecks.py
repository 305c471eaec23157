"""Where the hours of a route go, as a table: time, share, capacity, planned works."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.corridors import BOTTLENECKS
from corridor.corridors.bottlenecks import CAPACITIES, bottlenecks
from corridor.evidence.claims import figure
from ui.chain.leg_table import leg_name, work_key
from ui.evidence import wording
from ui.evidence.chips import subject_chip
from ui.evidence.figure_keys import LegFigure, WorkFigure, leg_key
from ui.evidence.rows import by_id, names, rows
from ui.language import format as fmt
from ui.look.headings import heading_of
from ui.look.markup import tag, together
from ui.look.signs import mode_sign, status_sign, work_sign
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View
    from ui.sections.corridor.choice import Way

    Row = Mapping[str, Any]

_FIRST = 8
_NAMED = 3
_DIGITS = 2


def section(view: View, way: Way) -> Markup:
    """Write the longest steps, the others behind a fold, and the steps whose hours nobody states."""
    _, _n = view.words.gettext, view.words.ngettext
    found = rows(bottlenecks(view.dataset, way.corridor, branches=way.branches))
    known = [row for row in found if row["time_h_typical"] is not None]
    unknown = [row for row in found if row["time_h_typical"] is None]
    more, dark = None, None
    if known[_FIRST:]:
        words = _n("{count} shorter step", "{count} shorter steps", len(known) - _FIRST)
        rest = _table(view, known[_FIRST:], _("The shorter steps"))
        more = tag(
            "details",
            tag("summary", words.format(count=len(known) - _FIRST)),
            rest,
            class_="cx-more",
        )
    if unknown:
        words = _n(
            "{count} step without known hours: a longer one may be among them",
            "{count} steps without known hours: a longer one may be among them",
            len(unknown),
        )
        dark = tag(
            "details",
            tag("summary", words.format(count=len(unknown))),
            _table(view, unknown, _("Steps for which no source states hours and no factor fits")),
            class_="cx-more",
        )
    caption = _("The steps that take longest; the share is of the known hours of the whole route")
    return together(_table(view, known[:_FIRST], caption), more, dark)


def _table(view: View, steps: Sequence[Row], caption: str) -> Markup:
    """Write steps as a table."""
    _ = view.words.gettext
    columns = (
        Column(key="step", title=_("Step"), is_header=True),
        Column(key="time", title=_("Time, typical and range"), is_figure=True),
        heading_of(view, BOTTLENECKS, "share_percent", key="share", kind="count"),
        Column(key="capacity", title=_("Published capacity"), is_figure=True),
        Column(key="mended", title=_("Works or plans that touch it")),
    )
    empty = view.words.gettext("No step of this route has known hours.")
    return table(view, [_line(view, row) for row in steps], columns, caption, empty=empty, fold="always")


def _line(view: View, row: Row) -> Line:
    """Write one step."""
    asked = _time_key(view, row)
    subject, estimate = asked.subject, asked.estimate(view.dataset)
    is_leg = row["kind"] == "leg"
    name = (
        mode_sign(view, row["mode"], leg_name(view, row))
        if is_leg
        else together(work_sign(view, row["work"]), " · ", wording.node(view, row["node_id"]))
    )
    capacity = [_capacity(view, subject, quantity) for quantity in CAPACITIES]
    return Line(
        cells={
            "step": name,
            "time": subject_chip(view, *subject, estimate.quantity, estimate, asked=asked),
            "share": _share(view, row["share_percent"]),
            "capacity": together(*(one for one in capacity if one)) if any(capacity) else "",
            "mended": _mended(view, row),
        }
    )


def _time_key(view: View, row: Row) -> LegFigure | WorkFigure:
    """How the hours of a step are asked for."""
    if row["kind"] != "leg":
        return work_key(row)
    return leg_key(view.dataset, row["leg_id"], "time_h", row["from_node"])


def _share(view: View, percent: float | None) -> Markup | str:
    """Draw a share as a bar with its number."""
    if percent is None:
        return ""
    bar = tag("span", style=f"width:{percent:.1f}%")
    number = fmt.quantity(percent, "%", view.lang, digits=_DIGITS)
    return tag("span", number, tag("span", bar, class_="cx-share", aria_hidden="true"))


def _capacity(view: View, subject: tuple[str, str], quantity: str) -> Markup | None:
    """Draw a published capacity; None where nobody states one."""
    estimate = figure(view.dataset, *subject, quantity)
    return None if estimate.is_missing else tag("div", subject_chip(view, *subject, quantity, estimate))


def _mended(view: View, row: Row) -> Markup:
    """Name the upgrades and projects that touch a step, or say that nobody is named."""
    _, _n = view.words.gettext, view.words.ngettext
    if not row["is_named"]:
        return tag("span", _("none recorded"), class_="none")
    upgrades = names(view.dataset, "upgrades", row["upgrades"])
    covered = {one["project_id"] for one in upgrades}
    known = by_id(view.dataset, "projects")
    projects = [
        known[one] for one in (row["projects"] or "").split("|") if one in known and one not in covered
    ]
    items = [
        tag("li", view.words.name(one), " ", status_sign(view, one["status"]))
        for one in (*upgrades, *projects)
    ]
    rest = items[_NAMED:]
    if not rest:
        return tag("ul", *items)
    words = _n("and {count} more", "and {count} more", len(rest)).format(count=len(rest))
    return together(
        tag("ul", *items[:_NAMED]),
        tag("details", tag("summary", words), tag("ul", *rest), class_="cx-more"),
    )
