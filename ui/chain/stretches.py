"""Published times between two places on a chain beside our sum of that very stretch, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.corridors import STRETCHES
from corridor.corridors.calibration import stretches
from corridor.evidence.claims import figure
from ui.chain.totals import gaps, sums
from ui.evidence import wording
from ui.evidence.chips import basis_mark, subject_chip
from ui.evidence.rows import by_id, rows
from ui.language.text import N_
from ui.look.headings import heading_of
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

SPEAKS_OF = {
    "timetable": N_("{band}, 8 of 10 timetables"),
    "practice": N_("{band}, 8 of 10 in practice"),
}
VERDICTS = {
    "inside": N_("it lies between P10 and P90"),
    "below": N_("ours is shorter"),
    "above": N_("ours is longer"),
    "not-comparable": N_("cannot be compared"),
}


def stretches_table(view: View, corridor_id: str, branches: Sequence[str]) -> Markup:
    """Write one row a stretch: what was published, our sum, what is missing in it, whether they agree."""
    return table_of(
        view,
        rows(stretches(view.dataset, corridor_id, branches=branches)),
        sums(view.dataset, corridor_id, branches)[0],
        empty=view.words.gettext("None of our sources gives a time for a section of this route."),
    )


def table_of(view: View, found: Sequence[Row], steps: Sequence[Row], *, empty: str) -> Markup:
    """Write rows of `corridor.corridors.calibration.stretches` of some steps as a table."""
    _ = view.words.gettext
    columns = (
        Column(key="stretch", title=_("Section"), is_header=True),
        Column(key="published", title=_("Published"), is_figure=True),
        Column(key="ours", title=_("Our sum"), is_figure=True),
        Column(key="missing", title=_("Missing in our sum")),
        heading_of(view, STRETCHES, "verdict"),
    )
    lines = [
        Line(
            cells={
                "stretch": f"{wording.node(view, row['from_node'])} – {wording.node(view, row['to_node'])}",
                "published": _published(view, row),
                "ours": _ours(view, row),
                "missing": gaps(view, row["missing"], steps),
                "verdict": _(VERDICTS[row["verdict"]]),
            }
        )
        for row in found
    ]
    return table(
        view,
        lines,
        columns,
        _("Published times for sections of this route beside our sum for the same section"),
        empty=empty,
    )


def _published(view: View, row: Row) -> Markup:
    """Write the published time; where no claim speaks of just this, the nearest, marked as such."""
    if row["fit"] == "exact":
        estimate = figure(view.dataset, "topic", row["topic_id"], "time_h")
        return subject_chip(view, "topic", row["topic_id"], "time_h", estimate)
    claim = by_id(view.dataset, "claims")[row["claim_ids"][0]]
    fit = tag("small", wording.fit(view, row["fit"]))
    return together(wording.claim_value(view, claim), basis_mark(view, "published"), fit)


def _ours(view: View, row: Row) -> Markup | str:
    """Write our sum with its range; with gaps it is at least that."""
    _ = view.words.gettext
    mark = basis_mark(view, row["ours_basis"])
    if row["ours_typical"] is None:
        return together("—", mark)
    words = wording.size(view, row["ours_typical"], "h", row["ours_basis"])
    if row["missing_count"]:
        words = _("at least {value}").format(value=words)
    return together(words, mark, tag("small", band_of(view, row)))


def band_of(view: View, row: Row) -> str:
    """Write the model's band for what the published time speaks of."""
    if row["ours_p50"] is None:
        return ""
    ends = wording.size_band(
        view, row["ours_p10"], row["ours_p90"], "h", "modelled", beside=row["ours_typical"]
    )
    return view.words.gettext(SPEAKS_OF[row["speaks_of"]]).format(band=ends)
