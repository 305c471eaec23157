"""Best journeys by air, as a table: direct, with one stop or with two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.air.journeys import journeys
from corridor.columns.air import JOURNEYS
from corridor.errors import CorridorError
from ui.evidence import wording
from ui.evidence.chips import basis_mark
from ui.evidence.rows import names, rows
from ui.language import format as fmt
from ui.look.headings import heading_of
from ui.look.markup import tag, together
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table
from ui.sections.routes import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

_BASIS = {"published": "published", "other-way": "derived", "missing": "missing"}


def journeys_table(view: View, origin: str, destination: str) -> Markup:
    """Write one row a journey: its airports, what is known of its time, the days, CO2e, how sure it is."""
    _ = view.words.gettext
    day = view.state.date
    columns = [
        Column(key="journey", title=_("Journey"), is_header=True),
        heading_of(view, JOURNEYS, "block_min", key="block", kind="figure"),
        heading_of(view, JOURNEYS, "wait_h", key="wait", kind="figure"),
        heading_of(view, JOURNEYS, "days", kind="count"),
        heading_of(view, JOURNEYS, "co2e_kg", key="co2e", kind="figure"),
        heading_of(view, JOURNEYS, "status"),
    ]
    if day is None:
        del columns[3]
    try:
        found = rows(journeys(view.dataset, origin, destination, date=day))
    except CorridorError:
        found = []
    lines = [_line(view, row) for row in found]
    caption = _("Best journeys, the most certain first; parts without a figure are counted separately")
    return table(view, lines, columns, caption, empty=_("No flight is known between these two airports."))


def _line(view: View, row: Row) -> Line:
    """Write one journey."""
    _ = view.words.gettext
    stops = " – ".join(wording.node(view, one) for one in row["airports"].split("|"))
    flown_by = [view.words.name(one) for one in names(view.dataset, "organisations", row["operators"])]
    days = "" if row["days"] is None else fmt.number(row["days"], view.lang)
    return Line(
        cells={
            "journey": together(stops, tag("small", ", ".join(dict.fromkeys(flown_by)) or None)),
            "block": _figure(view, row, "block_min", "min", _BASIS[row["block_basis"]], "block_gaps"),
            "wait": _figure(view, row, "wait_h", "h", "derived", "wait_gaps"),
            "days": together(days, _gaps(view, row["days_gaps"])),
            "co2e": _figure(view, row, "co2e_kg", "kg", row["co2e_basis"] or "missing", "co2e_gaps"),
            "status": status_sign(view, row["status"]),
        }
    )


def _figure(view: View, row: Row, name: str, unit: str, basis: str, gaps: str) -> Markup:
    """Write a sum with the mark of its basis and the number of parts that are not known."""
    if row[name] is None:
        return together("—", basis_mark(view, "missing"))
    told = wording.size(view, row[name], unit, basis)
    sign = "≥ " if row[gaps] else ""
    return together(sign, told, basis_mark(view, basis), _gaps(view, row[gaps]))


def _gaps(view: View, count: int) -> Markup | None:
    """Say how many parts are not known."""
    return tag("small", words.unknown(view, count), class_="gaps") if count else None
