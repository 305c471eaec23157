"""The direct flight between the two capitals: what is known of it, how it came about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.corridors.events import events_about
from corridor.evidence.claims import figure
from ui.evidence import wording
from ui.evidence.chips import basis_mark, source_link, sources_chip, subject_chip
from ui.evidence.events import events_of
from ui.evidence.rows import by_id, rows
from ui.language.text import N_
from ui.look.charts import Moment, timeline
from ui.look.markup import tag, together
from ui.look.signs import status_sign

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

DIRECT = "dv-nqz-beg"
HISTORY = (("topic", "nqz-beg"), ("service", DIRECT), ("agreement", "agr-2018-air"), ("topic", "tas-beg"))
_DIRECT_FACTS = (
    (N_("Airline"), "operator"),
    (N_("Frequency"), "weekly_frequency"),
    (N_("Weekdays"), "weekdays"),
    (N_("Flight time"), "block_min"),
    (N_("Aircraft"), "aircraft"),
    (N_("First flight"), "launched_on"),
)
_TOLD = {
    "expected_on", "designated_carriers", "signed_on", "statement", "talks_on", "subsidy", "launched_on",
    "last_flown_in", "status",
}  # fmt: skip


def direct_card(view: View) -> Markup:
    """Draw what is known of the direct flight, and what is not."""
    _ = view.words.gettext
    service = by_id(view.dataset, "services").get(DIRECT)
    if service is None:
        return tag("p", _("The dataset holds no direct flight."), class_="none")
    facts = [
        tag(
            "div",
            tag("dt", _(title)),
            tag(
                "dd",
                subject_chip(
                    view, "service", DIRECT, quantity, figure(view.dataset, "service", DIRECT, quantity)
                ),
            ),
        )
        for title, quantity in _DIRECT_FACTS
    ]
    last = [
        tag(
            "div",
            tag("dt", _("Last confirmed")),
            tag("dd", wording.when(view, service["last_seen"]), basis_mark(view, "published")),
        ),
        tag("div", tag("dt", _("Status")), tag("dd", status_sign(view, service["status"]))),
        tag("div", tag("dt", _("Sources")), tag("dd", sources_chip(view, service["sources"]))),
    ]
    return together(
        tag("dl", *facts, *last, class_="cx-facts"),
        tag(
            "p",
            _(
                "None of our sources confirms a timetable for the 2026 seasons, a flight number or a "
                "departure time. Check with the airline before you plan."
            ),
            class_="cx-note",
        ),
    )


def history(view: View) -> Markup:
    """Draw the history of the link from its dated claims."""
    _ = view.words.gettext
    told = [
        row
        for row in by_id(view.dataset, "claims").values()
        if (row["subject_type"], row["subject_id"]) in HISTORY and row["quantity"] in _TOLD
    ]
    together_told: dict[tuple[str, str], list[Row]] = {}
    for row in sorted(told, key=lambda row: (_moment_of(row), row["claim_id"])):
        together_told.setdefault((_moment_of(row), row["quantity"]), []).append(row)
    moments = [_moment(view, date, some) for (date, _quantity), some in together_told.items() if date]
    drawn = timeline(
        view,
        moments,
        _("Oldest first. Full marks happened or were signed; hollow marks were plans or words."),
    )
    return tag("details", tag("summary", _("How the link came about")), drawn, class_="cx-more cx-fold")


def announcements(view: View, ways: pd.DataFrame) -> Markup:
    """List what the register of events holds on the flights of some ways, the newest first, behind a fold."""
    _, _n = view.words.gettext, view.words.ngettext
    ids = {part for name in ("services", "legs") for cell in ways[name].dropna() for part in cell.split("|")}
    found = rows(events_about(view.dataset, ids | {subject for _type, subject in HISTORY}))[::-1]
    if not found:
        return tag("p", _("The register holds no event of these flights."), class_="none")
    words = _n(
        "{count} event of these flights",
        "{count} events of these flights: openings, pauses, talks",
        len(found),
    )
    return tag(
        "details",
        tag("summary", words.format(count=len(found))),
        events_of(view, found),
        class_="cx-more",
    )


def _moment(view: View, date: str, told: Sequence[Row]) -> Moment:
    """Write one moment from the claims that tell of it."""
    first = told[0]
    values = list(dict.fromkeys(wording.claim_value(view, row) for row in told))
    links = [tag("p", source_link(view, row["source_id"]), class_="cx-small") for row in told]
    return Moment(
        date=date,
        text=together(
            tag("p", wording.data_text(view, first["definition"])),
            tag("p", tag("strong", "; ".join(values)), basis_mark(view, "published")),
            *links,
        ),
        tone="done" if first["kind"] in {"observed", "agreed"} else "",
    )


def _moment_of(row: Row) -> str:
    """Find the date a claim belongs to on the timeline: what it states, else what it speaks of."""
    if row["quantity"] in {"launched_on", "signed_on", "talks_on", "last_flown_in"} and row["text"]:
        return str(row["text"])
    return str(row["as_of"] or row["published"] or "").partition("/")[0]
