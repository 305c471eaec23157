"""The first screen of the page Flights: on which days one can fly, and the flights beside the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.evidence import wording
from ui.evidence.openings import drawn
from ui.evidence.rows import rows
from ui.language import format as fmt
from ui.look import first_screen
from ui.look.first_screen import Opening
from ui.look.markup import tag
from ui.look.signs import status_sign
from ui.sections.flights.options import carriers, flight_name, way_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    import pandas as pd
    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

_MAX_CARDS = 5
_GONE = frozenset({"ended", "suspended"})


def sentence(view: View, flights: pd.DataFrame, origin: str, destination: str) -> Markup:
    """Draw the answer."""
    return drawn(view, opening(view, flights, origin, destination))


def opening(view: View, flights: pd.DataFrame, origin: str, destination: str) -> Opening:
    """Answer with the days of the direct flight, or with the places where one can change planes."""
    _, _n = view.words.gettext, view.words.ngettext
    ends = {"origin": _city(view, origin), "destination": _city(view, destination)}
    found = [row for row in rows(flights) if row["status"] not in _GONE]
    if view.state.date is not None and found:
        return _on_day(view, found, view.state.date, ends)
    direct = next((row for row in found if row["kind"] == "direct"), None)
    one_stop = [row for row in found if row["kind"] != "direct"]
    if direct is not None:
        days = wording.text_value(view, "weekdays", direct["weekdays"]) if direct["weekdays"] else ""
        words = (
            _("{origin} – {destination}: a direct flight by {airline}, {days}.")
            if days
            else _("{origin} – {destination}: a direct flight by {airline}; its days are not published.")
        )
        answer = words.format(airline=carriers(view, direct), days=days, **ends)
        doubt = _last_confirmed(view, direct)
    elif one_stop:
        hubs = ", ".join(dict.fromkeys(_city(view, row["hub"]) for row in one_stop))
        answer = _("{origin} – {destination}: no direct flight is known; change in {hubs}.").format(
            hubs=hubs, **ends
        )
        doubt = _("For none of them are the days of both flights published.") if _no_days(one_stop) else ""
    else:
        answer = _("{origin} – {destination}: no flight is known.").format(**ends)
        doubt = ""
    counted = _n("{count} connection with one stop", "{count} connections with one stop", len(one_stop))
    basis = counted.format(count=len(one_stop)) if direct is not None else ""
    return Opening(sentence=answer, doubt=doubt, basis=basis)


def _on_day(view: View, found: list[Row], day: date, ends: Mapping[str, str]) -> Opening:
    """Answer for one day: what is published for its weekday, or what is the most likely."""
    _ = view.words.gettext
    number = str(day.isoweekday())
    flown = [row for row in found if number in (row["weekdays"] or "")]
    open_ = flown or [row for row in found if not row["weekdays"]]
    when = f"{fmt.weekday(day.isoweekday(), view.lang, width='wide')}, " + fmt.partial_date(
        day.isoformat(), view.lang
    )
    if not open_:
        words = _("{origin} – {destination}, {day}: no flight is published for this weekday.")
        return Opening(sentence=words.format(day=when, **ends), basis=_other_days(view, found))
    best = open_[0]
    words = (
        _("{origin} – {destination}, {day}. {connection}, {airline}: published for this weekday.")
        if flown
        else _(
            "{origin} – {destination}, {day}: not confirmed for any of {count}; "
            "most likely {connection}, {airline}."
        )
    )
    said = words.format(
        day=when,
        count=fmt.number(len(open_), view.lang),
        connection=flight_name(view, best),
        airline=carriers(view, best),
        **ends,
    )
    basis = "" if flown else _other_days(view, found)
    return Opening(sentence=said, doubt=_last_confirmed(view, best), basis=basis)


def _other_days(view: View, found: list[Row]) -> str:
    """Say on which days the direct flight leaves; empty where none is published."""
    direct = next((row for row in found if row["kind"] == "direct" and row["weekdays"]), None)
    if direct is None:
        return ""
    days = wording.text_value(view, "weekdays", direct["weekdays"])
    return view.words.gettext("The direct flight leaves on other days: {days}.").format(days=days)


def _last_confirmed(view: View, row: Row) -> str:
    """Say when a flight was last confirmed."""
    _ = view.words.gettext
    if not row["known_on"]:
        return _("No dated source confirms it.")
    words = _("Last confirmed on {date}; no timetable of this season was found.")
    return words.format(date=wording.when(view, row["known_on"]))


def cards(view: View, flights: pd.DataFrame) -> Markup:
    """Draw a card for each flight or connection that can be flown, the direct one first."""
    _, _n = view.words.gettext, view.words.ngettext
    found = rows(flights)
    if not found:
        return tag("p", _("No flight is known between these two airports."), class_="none")
    shown = flyable(found)
    items = [_card(view, row) for row in shown[:_MAX_CARDS]]
    left = len(found) - len(items)
    more = _n("{count} more in the table below", "{count} more in the table below", left).format(count=left)
    return tag(
        "div",
        first_screen.key_cards(*items),
        tag("p", more, class_="cx-note") if left else None,
    )


def flyable(found: list[Row]) -> list[Row]:
    """Leave out what is flown no more, unless nothing else is known."""
    return [row for row in found if row["status"] not in _GONE] or found


def days_of(view: View, row: Row) -> tuple[str, bool]:
    """Write the days of a flight, and whether they are published."""
    known = row["kind"] == "direct" and bool(row["weekdays"])
    days = (
        wording.text_value(view, "weekdays", row["weekdays"])
        if known
        else view.words.gettext("days not published")
    )
    return days, known


def seen(view: View, row: Row) -> str:
    """Say when a flight was last seen in a source; empty where it never was."""
    known = row["known_on"]
    return view.words.gettext("seen {date}").format(date=wording.when(view, known)) if known else ""


def _card(view: View, row: Row) -> Markup:
    """Draw one flight: its days in large type, who flies it, since when it is known."""
    days, known = days_of(view, row)
    seen_on = seen(view, row) or None
    return tag(
        "li",
        tag("h3", way_name(view, row)),
        tag("p", days, class_="cx-days" if known else "cx-days none"),
        tag("p", carriers(view, row), " · " if seen_on else None, seen_on),
        tag("p", status_sign(view, row["status"])),
        class_="cx-card",
    )


def _no_days(found: list[Row]) -> bool:
    """Whether no connection has published days on which both flights meet."""
    return not any(row["weekdays"] for row in found)


def _city(view: View, node: str) -> str:
    """Name an airport without its code."""
    return wording.node(view, node).partition(" (")[0]
