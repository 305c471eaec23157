"""The table of ways to fly: weekdays, frequency, flight time, what is not known, who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.air import OPTIONS
from corridor.evidence.claims import figure
from ui.evidence import wording
from ui.evidence.chips import basis_mark, sources_chip, subject_chip
from ui.evidence.rows import names, rows
from ui.language.text import N_
from ui.look.headings import heading_of
from ui.look.markup import tag, together
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table
from ui.sections.flights.options import carriers, way_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from markupsafe import Markup

    from corridor.evidence.claims import Estimate
    from ui.link.view import View

    Row = Mapping[str, Any]

CONNECTIONS = {
    "same-day": N_("both fly on the same day; whether the hours meet is not known"),
    "next-day": N_("the second flies the day after"),
    "none": N_("the stated weekdays do not meet"),
    "unknown": N_("weekdays are not stated for both"),
}


def options_table(view: View, ways: pd.DataFrame) -> Markup:
    """Write every option: hub, carriers, weekdays of each half, connection, status, last seen."""
    _ = view.words.gettext
    columns = (
        Column(key="way", title=_("Connection"), is_header=True),
        Column(key="carriers", title=_("Airlines")),
        Column(key="first", title=_("Weekdays, first flight")),
        Column(key="onward", title=_("Weekdays, second flight")),
        Column(key="frequency", title=_("Frequency")),
        heading_of(view, OPTIONS, "block_min", key="block", kind="figure"),
        Column(key="connection", title=_("What is not known")),
        heading_of(view, OPTIONS, "status"),
        heading_of(view, OPTIONS, "known_on", key="seen"),
        Column(key="sources", title=_("Sources")),
    )
    lines = [Line(cells=_option(view, row)) for row in rows(ways)]
    return table(
        view, lines, columns, _("Direct and one-stop connections; the status is that of the weaker flight")
    )


def folded(view: View, ways: pd.DataFrame) -> Markup:
    """Write every option behind a fold: the week above says the most of it."""
    if ways.empty:
        return options_table(view, ways)
    words = view.words.ngettext(
        "{count} connection in detail", "All {count} connections in detail", len(ways)
    )
    return tag(
        "details",
        tag("summary", words.format(count=len(ways))),
        options_table(view, ways),
        class_="cx-more",
    )


def _option(view: View, row: Row) -> dict[str, object]:
    """Write the cells of one option."""
    _ = view.words.gettext
    services = names(view.dataset, "services", row["services"])
    sources = dict.fromkeys(
        part for service in services for part in (service["sources"] or "").split("|") if part
    )
    return {
        "way": way_name(view, row),
        "carriers": carriers(view, row),
        "first": _days(view, row["weekdays_first"]),
        "onward": "" if row["kind"] == "direct" else _days(view, row["weekdays_onward"]),
        "frequency": together(*(_frequency(view, row, half) for half in _halves(row))),
        "block": _block(view, row),
        "connection": _(CONNECTIONS[row["connection"]]) if row["connection"] else _("clock times"),
        "status": status_sign(view, row["status"]),
        "seen": wording.when(view, row["known_on"])
        if row["known_on"]
        else tag("span", _("undated"), class_="none"),
        "sources": sources_chip(view, "|".join(sources)),
    }


def _halves(row: Row) -> tuple[str, ...]:
    """Name the halves of a way as the columns of the timetable do."""
    return ("first",) if row["kind"] == "direct" else ("first", "onward")


def _frequency(view: View, row: Row, half: str) -> Markup | None:
    """Write how often the flight of one half runs, as published; open it for who says so, and when."""
    service = row[f"service_{half}"]
    if not service:
        return None
    estimate = figure(view.dataset, "service", service, "weekly_frequency")
    return tag("div", _half_label(view, row, half), _chip(view, ("service", service), estimate))


def _block(view: View, row: Row) -> Markup:
    """Write the flight time; where it is not known, what is: one half, or the other direction."""
    _ = view.words.gettext
    if row["block_min"] is not None:
        mark = basis_mark(view, "published" if row["kind"] == "direct" else "derived")
        return together(wording.amount(view, row["block_min"], "min"), mark)
    told = [_block_of_half(view, row, half, leg) for half, leg in zip(_halves(row), _legs(row), strict=True)]
    return together(_("not known"), basis_mark(view, "missing"), *told)


def _block_of_half(view: View, row: Row, half: str, leg_id: str) -> Markup | None:
    """Write the block time of one half, or of the same flight in the other direction."""
    _ = view.words.gettext
    is_own = row[f"block_min_{half}"] is not None
    if not is_own and row[f"block_min_{half}_other_way"] is None:
        return None
    subject = ("service", row[f"service_{half}"] or "")
    estimate = figure(view.dataset, *subject, "block_min")
    if estimate.is_missing:
        subject = ("leg", leg_id)
        estimate = figure(view.dataset, *subject, "block_min")
    other = None if is_own else tag("span", _("other direction"), ": ")
    return tag("div", _half_label(view, row, half), other, _chip(view, subject, estimate), class_="cx-small")


def _half_label(view: View, row: Row, half: str) -> Markup | None:
    """Say which flight of a way with one stop is meant; a direct way has only one."""
    _ = view.words.gettext
    if row["kind"] == "direct":
        return None
    return tag("span", _("first flight") if half == "first" else _("second flight"), ": ")


def _chip(view: View, subject: tuple[str, str], estimate: Estimate) -> Markup:
    """Draw the chip of a figure on a service or a leg."""
    return subject_chip(view, *subject, estimate.quantity, estimate)


def _legs(row: Row) -> list[str]:
    """List the leg of each half."""
    legs: list[str] = row["legs"].split("|")
    return legs


def _days(view: View, days: str | None) -> Markup | str:
    """Write weekdays, or say that they are not stated."""
    if days:
        return wording.text_value(view, "weekdays", days)
    return tag("span", view.words.gettext("not stated"), class_="none")
