"""What is not known of the flights between two airports, as a list."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from corridor.air.flight_gaps import GAPS, flight_gaps
from ui.evidence import wording
from ui.evidence.memory import today
from ui.evidence.rows import rows
from ui.language.text import N_
from ui.look.markup import tag, together

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

_WORDS = {
    "start-passed": N_("announced from {date}; no source confirms that it began"),
    "pause-passed": N_("paused until {date}; no source confirms that it flies again"),
    "status": N_("whether it flies is not known; last mentioned {date}"),
    "not-seen": N_("not mentioned in any source of the last twelve months; last mentioned {date}"),
    "frequency": N_("how often it flies"),
    "weekdays": N_("on which weekdays"),
    "block": N_("how long it takes"),
    "numbers": N_("its flight number"),
}


def section(view: View, ways: pd.DataFrame) -> Markup:
    """Write what no page states of each flight, those with the gravest gaps first."""
    _ = view.words.gettext
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows(flight_gaps(view.dataset, ways, today=today())):
        found[row["service_id"]].append(row)
    if not found:
        return tag("p", _("No flights are recorded on these connections."), class_="none")
    ordered = sorted(found.items(), key=lambda item: min(GAPS.index(row["gap"]) for row in item[1]))
    items = [
        tag("li", tag("b", wording.subject(view, "service", one)), ": ", _told(view, some))
        for one, some in ordered
    ]
    words = _("What is not known, flight by flight ({count})")
    general = _(
        "None of our sources confirms a timetable of these flights for the 2026 seasons, and "
        "the ledger has no departure times, so no connection is certain. Check with the "
        "airline before you plan."
    )
    return together(
        tag("p", general, class_="cx-prose"),
        tag(
            "details",
            tag("summary", words.format(count=len(items))),
            tag("ul", *items, class_="cx-list"),
            class_="cx-more",
        ),
    )


def _told(view: View, gaps: list[Row]) -> str:
    """Write the gaps of one flight in one sentence."""
    _, _n = view.words.gettext, view.words.ngettext
    state = [_dated(view, row) for row in gaps if row["gap"] in GAPS[:4]]
    missing = [_(_WORDS[row["gap"]]) for row in gaps if row["gap"] in GAPS[4:-1]]
    parts = [*state]
    if missing:
        parts.append(_("not stated: {things}").format(things=", ".join(missing)))
    due = next((row for row in gaps if row["gap"] == "overdue"), None)
    if due is not None:
        count = due["count"]
        parts.append(
            _n("{count} claim due for review", "{count} claims due for review", count).format(count=count)
        )
    return "; ".join(parts) + "."


def _dated(view: View, row: Row) -> str:
    """Write one gap with the date that has passed."""
    _ = view.words.gettext
    date = wording.when(view, row["since"]) if row["since"] else _("in a source without a date")
    return _(_WORDS[row["gap"]]).format(date=date)
