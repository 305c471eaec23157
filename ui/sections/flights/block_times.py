"""Flight times beside the shortest line, and the mean wait for the next flight, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.air.block_times import air_times
from corridor.columns.air import AIR_TIMES
from corridor.evidence.claims import figure
from ui.evidence import wording
from ui.evidence.chips import basis_mark, subject_chip
from ui.evidence.rows import by_id, rows
from ui.look.headings import heading_of
from ui.look.markup import tag, together
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from markupsafe import Markup

    from corridor.evidence.claims import Estimate
    from ui.link.view import View

    Row = Mapping[str, Any]


def section(view: View, ways: pd.DataFrame, origin: str, destination: str) -> Markup:
    """Write the flights of which a time or a frequency is published; count the others."""
    _, _n = view.words.gettext, view.words.ngettext
    found = rows(air_times(view.dataset, ways[ways["status"] != "ended"], origin, destination))
    told = [row for row in found if row["block_min"] is not None or row["wait_h"] is not None]
    silent = len(found) - len(told)
    note = _(
        "The shortest line is the geodesic; the flown track is longer, and the flight time is from gate to "
        "gate, so the mean speed is lower than that of the aircraft in the air. The mean wait is half of "
        "seven days divided by the flights a week, for somebody who is ready on any day."
    )
    rest = _n(
        "Of {count} more flight neither is published.",
        "Of {count} more flights neither is published.",
        silent,
    ).format(count=silent)
    return together(_table(view, told), tag("p", note, f" {rest}" if silent else "", class_="cx-note"))


def _table(view: View, told: Sequence[Row]) -> Markup:
    """Write one row a flight."""
    _ = view.words.gettext
    columns = (
        Column(key="flight", title=_("Flight"), is_header=True),
        heading_of(view, AIR_TIMES, "geodesic_km", key="line", kind="figure"),
        heading_of(view, AIR_TIMES, "block_min", key="block", kind="figure"),
        heading_of(view, AIR_TIMES, "speed_km_h", key="speed", kind="figure"),
        heading_of(view, AIR_TIMES, "weekly_frequency", key="frequency", kind="figure"),
        heading_of(view, AIR_TIMES, "wait_h", key="wait", kind="figure"),
    )
    return table(
        view,
        [_line(view, row) for row in told],
        columns,
        _("Flights of these connections with a published flight time or frequency"),
        empty=_("None of our sources gives a flight time or frequency for these connections."),
        fold="always",
    )


def _line(view: View, row: Row) -> Line:
    """Write one flight."""
    _ = view.words.gettext
    service = by_id(view.dataset, "services").get(row["service_id"] or "", {})
    operator = by_id(view.dataset, "organisations").get(service.get("operator") or "")
    flown_by = tag("small", view.words.name(operator), " ") if operator else None
    state = tag("small", status_sign(view, service.get("status")))
    ends = f"{wording.node(view, row['from_node'])} – {wording.node(view, row['to_node'])}"
    return Line(
        cells={
            "flight": together(ends, flown_by, state),
            "line": together(
                wording.size(view, row["geodesic_km"], "km", "derived"), basis_mark(view, "derived")
            ),
            "block": _block(view, row),
            "speed": _sized(view, row["speed_km_h"], "km/h"),
            "frequency": _frequency(view, row),
            "wait": _sized(view, row["wait_h"], "h"),
        }
    )


def _block(view: View, row: Row) -> Markup:
    """Write the published flight time, or that of the other direction."""
    _ = view.words.gettext
    if row["block_min"] is None:
        return together(_("not known"), basis_mark(view, "missing"))
    subject, estimate = _published(view, row)
    other = tag("small", _("of the other direction")) if row["is_other_way"] else None
    return together(subject_chip(view, *subject, "block_min", estimate), other)


def _published(view: View, row: Row) -> tuple[tuple[str, str], Estimate]:
    """Find the figure of a flight time: that of the service, else of the leg."""
    of_service = figure(view.dataset, "service", row["service_id"] or "", "block_min")
    if not of_service.is_missing:
        return ("service", row["service_id"]), of_service
    return ("leg", row["leg_id"]), figure(view.dataset, "leg", row["leg_id"], "block_min")


def _frequency(view: View, row: Row) -> Markup:
    """Write how often a flight runs, as published."""
    if row["weekly_frequency"] is None:
        return together(view.words.gettext("not known"), basis_mark(view, "missing"))
    subject = ("service", row["service_id"])
    estimate = figure(view.dataset, *subject, "weekly_frequency")
    return subject_chip(view, *subject, "weekly_frequency", estimate)


def _sized(view: View, value: float | None, unit: str) -> Markup:
    """Write what follows from published figures, or a dash."""
    if value is None:
        return together("—", basis_mark(view, "missing"))
    return together(wording.size(view, value, unit, "derived"), basis_mark(view, "derived"))
