"""What the sources do not agree on: who says what, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.audit.conflicts import conflicts
from corridor.evidence.claims import figure
from ui.evidence import wording
from ui.evidence.chips import basis_mark, subject_chip
from ui.evidence.claims_table import quantity_name
from ui.evidence.rows import by_id, rows
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.links import ledger_way
from ui.look.markup import link, tag, together
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

_NATURES = {
    "same-time": N_("Different values for the same time"),
    "scope": N_("Counted differently for the same time"),
    "over-time": N_("Different values at different times"),
    "words": N_("Different words or dates"),
}
_SHOWN_OPINIONS = 4


def count(view: View) -> int:
    """Count the quantities on which sources differ."""
    return len(conflicts(view.dataset))


def in_short(view: View) -> Markup:
    """Say how many conflicts there are of each nature."""
    _ = view.words.gettext
    counts = conflicts(view.dataset)["nature"].value_counts()
    items = [
        tag("li", tag("strong", fmt.number(int(counts.get(nature, 0)), view.lang)), " ", _(words))
        for nature, words in _NATURES.items()
    ]
    return together(
        tag(
            "p",
            _(
                "Where two sources state different values for the same thing, both stay in the "
                "ledger. The rule chooses the figure shown; the others are shown beside it."
            ),
            class_="cx-prose",
        ),
        tag("ul", *items, class_="cx-counts"),
    )


def conflicts_table(view: View, start: int, end: int) -> Markup:
    """Write some of the conflicts: figure shown, span, how far apart, who says what."""
    _ = view.words.gettext
    columns = (
        Column(key="subject", title=_("What it is about"), is_header=True),
        Column(key="shown", title=_("Shown"), is_figure=True),
        Column(key="span", title=_("From – to"), is_figure=True),
        Column(key="ratio", title=_("Highest to lowest"), is_count=True),
        Column(key="opinions", title=_("Who says what")),
    )
    lines: list[Line] = []
    nature = ""
    for row in rows(conflicts(view.dataset).iloc[start:end]):
        if row["nature"] != nature:
            nature = row["nature"]
            lines.append(Line(cells={"subject": _(_NATURES[nature])}, spans=True))
        lines.append(_line(view, row))
    return table(
        view,
        lines,
        columns,
        _("Quantities on which claims differ, the widest apart first"),
        class_="cx-conflicts",
        empty=_("No two sources state different values."),
        fold="never" if start else "always",
    )


def _line(view: View, row: Row) -> Line:
    """Write one conflict."""
    estimate = figure(view.dataset, row["subject_type"], row["subject_id"], row["quantity"])
    is_counted = row["low"] is not None
    span = fmt.band(row["low"], None, row["high"], row["unit"], view.lang) if is_counted else ""
    return Line(
        cells={
            "subject": together(
                wording.subject(view, row["subject_type"], row["subject_id"]),
                tag("small", quantity_name(view, row["quantity"])),
            ),
            "shown": subject_chip(view, row["subject_type"], row["subject_id"], row["quantity"], estimate),
            "span": together(span, basis_mark(view, "published")) if is_counted else "",
            "ratio": fmt.quantity(row["ratio"], "ratio", view.lang) if row["ratio"] else "",
            "opinions": _opinions(view, row),
        }
    )


def _opinions(view: View, row: Row) -> Markup:
    """List who says what and when; a long list ends in a link to the ledger."""
    _, _n = view.words.gettext, view.words.ngettext
    claims, sources = by_id(view.dataset, "claims"), by_id(view.dataset, "sources")
    items = []
    for id_ in row["claims"][:_SHOWN_OPINIONS]:
        claim = claims[id_]
        source = sources[claim["source_id"]]
        time = claim["as_of"] or claim["published"]
        facts = [view.words.term(claim["kind"]), wording.when(view, time) if time else _("undated")]
        items.append(
            tag(
                "li",
                tag("b", wording.claim_value(view, claim)),
                basis_mark(view, "published"),
                " ",
                link(source["publisher"], source["url"], title=source["title"]),
                tag("span", " · ", " · ".join(facts), class_="publisher"),
                _counted(view, claim) if row["nature"] == "scope" else None,
            )
        )
    rest = len(row["claims"]) - _SHOWN_OPINIONS
    if rest > 0:
        text = _n("and {count} more claim", "and {count} more claims", rest).format(count=rest)
        subject = f"{row['subject_type']}.{row['subject_id']}"
        items.append(tag("li", ledger_way(view, text, subject=subject, quantity=row["quantity"])))
    return tag("ul", *items, class_="source")


def _counted(view: View, claim: Row) -> Markup | None:
    """Say what a claim counts, and what its note adds: with another scope that is the explanation."""
    words = [wording.data_text(view, claim[name]) for name in ("definition", "note") if claim[name]]
    return tag("small", *words[:1], *(together(". ", said) for said in words[1:])) if words else None
