"""What is new: the latest events and publications, each with its date and source."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ui.evidence import wording
from ui.evidence.chips import source_link, sources_chip
from ui.evidence.rows import rows
from ui.look.charts import Moment, timeline
from ui.look.folds import folded_on_phones
from ui.look.markup import tag, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from markupsafe import Markup

    from ui.link.view import View


def latest_events(view: View, *, count: int = 8) -> Markup:
    """Draw the latest events, newest first, and those that are announced for later."""
    _ = view.words.gettext
    today = datetime.now(tz=UTC).date().isoformat()
    ordered = sorted(rows(view.dataset.events), key=lambda row: row["date"], reverse=True)
    ahead = [row for row in ordered if row["date"] > today]
    past = [row for row in ordered if row["date"] <= today][:count]
    moments = [
        Moment(
            date=row["date"],
            text=together(
                tag("p", view.words.name(row)),
                tag("p", sources_chip(view, row["sources"]), class_="cx-small"),
                tag("p", _("planned"), class_="cx-small") if row in ahead else None,
            ),
            tone="" if row in ahead else "done",
        )
        for row in (*ahead, *past)
    ]
    title = _("Latest events between the two countries, newest first")
    return folded_on_phones(title, timeline(view, moments, title))


def events_of(view: View, found: Iterable[Mapping[str, Any]]) -> Markup:
    """List rows of the table of events, each with its date and sources."""
    return tag(
        "ul",
        *(
            tag(
                "li",
                tag("time", wording.when(view, row["date"]), datetime=row["date"]),
                " ",
                view.words.name(row),
                " ",
                sources_chip(view, row["sources"]),
            )
            for row in found
        ),
        class_="cx-list",
    )


def latest_publications(view: View, *, count: int = 6) -> Markup:
    """List the newest documents in the ledger."""
    dated = [row for row in rows(view.dataset.sources) if row["published"] and row["kind"] != "dataset"]
    newest = sorted(dated, key=lambda row: (row["published"], row["source_id"]), reverse=True)[:count]
    return tag(
        "ul",
        *(tag("li", source_link(view, row["source_id"])) for row in newest),
        class_="cx-list",
    )
