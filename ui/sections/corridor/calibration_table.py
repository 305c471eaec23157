"""Published end-to-end times beside our sum, as a table, with how many of them agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.columns.corridors import CALIBRATION
from corridor.corridors.calibration import calibration, stretches
from ui.chain.stretches import VERDICTS, band_of
from ui.chain.totals import sums, total_chip
from ui.evidence import wording
from ui.evidence.chips import basis_mark, source_link
from ui.evidence.rows import by_id, rows
from ui.language import format as fmt
from ui.look.headings import heading_of
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from ui.link.view import View

_HIT = "inside"
_DIGITS = 2


def in_short(view: View, corridor_id: str, branches: Sequence[str]) -> Markup:
    """Say how many of the published times that can be compared agree with our sums."""
    _, _n = view.words.gettext, view.words.ngettext
    whole = calibration(view.dataset, corridor_id, branches=branches)["verdict"]
    parts = stretches(view.dataset, corridor_id, branches=branches)["verdict"]
    said = [*whole, *parts]
    compared = [verdict for verdict in said if verdict != "not-comparable"]
    apart = len(said) - len(compared)
    words = [
        _n(
            "{hits} of {count} published time that can be compared agrees with our sum.",
            "{hits} of {count} published times that can be compared agree with our sums.",
            len(compared),
        ).format(hits=compared.count(_HIT), count=len(compared))
        if compared
        else _("No published time of this route can be compared with our sum yet."),
        _n(
            "{count} cannot be compared: parts of our sum are missing, or it is about something else.",
            "{count} cannot be compared: parts of our sum are missing, or they are about something else.",
            apart,
        ).format(count=apart)
        if apart
        else "",
    ]
    return tag("p", " ".join(word for word in words if word), class_="cx-prose")


def whole(view: View, corridor_id: str, branches: Sequence[str]) -> Markup:
    """Write the published times of the whole way or its family, our sum, and whether they agree."""
    _ = view.words.gettext
    columns = (
        Column(key="of", title=_("From where to where"), is_header=True),
        Column(key="said", title=_("Published"), is_figure=True),
        Column(key="ours", title=_("Our sum"), is_figure=True),
        heading_of(view, CALIBRATION, "ratio", kind="count"),
        heading_of(view, CALIBRATION, "verdict"),
        heading_of(view, CALIBRATION, "as_of"),
        heading_of(view, CALIBRATION, "kind"),
        heading_of(view, CALIBRATION, "source_id", key="source"),
    )
    claims = by_id(view.dataset, "claims")
    parts, totals = sums(view.dataset, corridor_id, branches)
    ours = total_chip(view, parts, totals["time_h"])
    lines = [
        Line(
            cells={
                "of": together(wording.data_text(view, row["definition"] or ""), _fit(view, row["fit"])),
                "said": together(
                    wording.claim_value(view, claims[row["claim_id"]]), basis_mark(view, "published")
                ),
                "ours": together(ours, tag("small", band_of(view, row))),
                "ratio": fmt.quantity(row["ratio"], "ratio", view.lang, digits=_DIGITS)
                if row["ratio"] is not None and row["fit"] == "exact"
                else "",
                "verdict": _(VERDICTS[row["verdict"]]),
                "as_of": wording.when(view, row["as_of"] or row["published"]),
                "kind": view.words.term(row["kind"]),
                "source": source_link(view, row["source_id"]),
            }
        )
        for row in rows(calibration(view.dataset, corridor_id, branches=branches))
    ]
    if not lines:
        empty = _("None of our sources gives an end-to-end time for this corridor.")
        return tag("p", empty, class_="none")
    count = view.words.ngettext(
        "{count} published time from end to end", "{count} published times from end to end", len(lines)
    )
    caption = _(
        "Published end-to-end times of this corridor and its family beside our sum for the whole route"
    )
    return tag(
        "details",
        tag("summary", count.format(count=len(lines))),
        table(view, lines, columns, caption, fold="never"),
        class_="cx-more",
    )


def _fit(view: View, fit: str) -> Markup | None:
    """Say where a claim speaks of something else."""
    return tag("small", wording.fit(view, fit)) if fit != "exact" else None
