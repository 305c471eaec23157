"""The ledger as a table, and one claim shown whole."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING, Any

from corridor.audit.ledger import OVERDUE, Filters, search
from corridor.evidence.claims import figure
from ui.evidence import wording
from ui.evidence.chips import basis_mark, source_link
from ui.evidence.memory import kept, today
from ui.evidence.report import report_claim
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.look.links import ledger_way
from ui.look.markup import link, tag, together
from ui.look.modes import FIT, KINDS
from ui.look.tables import Column, Fold, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

_MAX_LENGTH = 120
_LONG = 40


def page(view: View, claim_ids: Sequence[str], start: int, end: int) -> Markup:
    """Write one page of the claims found."""
    _ = view.words.gettext
    known = by_id(view.dataset, "claims")
    shown = claim_ids[start:end]
    return kept(
        view,
        "ledger",
        lambda: claims_table(
            view,
            [known[claim_id] for claim_id in shown],
            _("{first} to {last} of {count} claims found").format(
                first=fmt.number(start + 1, view.lang),
                last=fmt.number(end, view.lang),
                count=fmt.number(len(claim_ids), view.lang),
            ),
        ),
        shown,
        len(claim_ids),
        view.state.claim,
    )


def claims_table(view: View, claims: Sequence[Row], caption: str, *, fold: Fold = "rest") -> Markup:
    """Write claims as a table; each value opens to its claim."""
    _ = view.words.gettext
    columns = (
        Column(key="subject", title=_("What it is about"), is_header=True),
        Column(key="value", title=_("Value")),
        Column(key="kind", title=_("Kind")),
        Column(key="as_of", title=_("As of")),
        Column(key="source", title=_("Source")),
        Column(key="check_by", title=_("Review due")),
    )
    lines = [
        Line(
            cells={
                "subject": together(
                    wording.subject(view, row["subject_type"], row["subject_id"]),
                    tag("small", quantity_name(view, row["quantity"])),
                ),
                "value": claim_chip(view, row),
                "kind": together(
                    view.words.term(row["kind"]),
                    tag("small", _(FIT[row["fit"]])) if row["fit"] != "exact" else None,
                ),
                "as_of": wording.when(view, row["as_of"])
                if row["as_of"]
                else tag("span", _("undated"), class_="none"),
                "source": _short_source(view, row),
                "check_by": due(view, row),
            },
            class_="is-selected" if row["claim_id"] == view.state.claim else "",
        )
        for row in claims
    ]
    return table(
        view,
        lines,
        columns,
        caption,
        class_="cx-ledger",
        empty=_("No claim fits all of these filters."),
        fold=fold,
    )


def claim_chip(view: View, row: Row) -> Markup:
    """Draw the value of one claim as a disclosure that opens to the claim."""
    _ = view.words.gettext
    summary = tag(
        "summary",
        tag("span", _shortened(wording.claim_value(view, row)), class_="figure"),
        basis_mark(view, "published"),
        title=_("Open the claim"),
    )
    late = " is-overdue" if is_overdue(row) else ""
    return tag(
        "details",
        summary,
        tag("div", _facts(view, row), class_="panel", role="group", aria_label=_("The claim")),
        class_=f"claim basis-of-published{late}",
        name="claim",
    )


def claim_whole(view: View, claim_id: str) -> Markup:
    """Show one claim with everything that the ledger holds on it."""
    _ = view.words.gettext
    row = by_id(view.dataset, "claims")[claim_id]
    heading = together(_("Claim"), " ", tag("code", claim_id))
    return tag(
        "article", tag("h3", heading), _facts(view, row), class_="cx-claim", aria_label=_("The chosen claim")
    )


def due(view: View, row: Row) -> Markup:
    """Say when a review is due, or since when."""
    _ = view.words.gettext
    day = wording.when(view, row["check_by"])
    if not is_overdue(row):
        return tag("span", day)
    return together(
        tag("span", _("overdue"), class_="cx-overdue"), tag("small", _("since {date}").format(date=day))
    )


def is_overdue(row: Row) -> bool:
    """Whether the day by which the claim wanted a review has passed."""
    return bool(row["check_by"]) and row["check_by"] < today().isoformat()


def quantity_name(view: View, quantity: str) -> str:
    """Name a quantity."""
    return view.words.name(by_id(view.dataset, "quantities")[quantity])


def overdue_claims(view: View, *, count: int) -> list[Row]:
    """Give the claims whose review is due the longest."""
    found = search(view.dataset, Filters(age=OVERDUE), today=today())
    known = by_id(view.dataset, "claims")
    return [known[claim_id] for claim_id in found["claim_id"].head(count)]


def _shortened(text: str) -> str:
    """Cut a long text at a word."""
    return shorten(text, _MAX_LENGTH, placeholder="…") if len(text) > _MAX_LENGTH else text


def _short_source(view: View, row: Row) -> Markup:
    """Link to the source by its publisher, with the title beneath."""
    source = by_id(view.dataset, "sources")[row["source_id"]]
    return together(
        link(source["publisher"], source["url"], title=source["title"]),
        tag("small", view.words.term(source["kind"])),
    )


def _facts(view: View, row: Row) -> Markup:
    """List every part of a claim, under the titles of the schema."""
    _ = view.words.gettext
    columns = {column.name: column.title for column in view.dataset.package.tables["claims"].columns}
    quantity = by_id(view.dataset, "quantities")[row["quantity"]]
    subject_key = f"{row['subject_type']}.{row['subject_id']}"
    type_ = view.words.term(row["subject_type"])
    what = together(wording.subject(view, row["subject_type"], row["subject_id"]), tag("small", type_))
    parts: dict[str, object] = {
        "subject_id": what,
        "quantity": together(
            quantity_name(view, row["quantity"]),
            tag("small", wording.data_text(view, quantity["description"])),
        ),
        "definition": wording.data_text(view, row["definition"]) if row["definition"] else None,
        "kind": together(view.words.term(row["kind"]), tag("small", _(KINDS[row["kind"]].meaning))),
        "fit": together(view.words.term(row["fit"]), tag("small", _(FIT[row["fit"]]))),
        "as_of": wording.when(view, row["as_of"]) if row["as_of"] else _("undated"),
        "published": wording.when(view, row["published"]) if row["published"] else None,
        "source_id": source_link(view, row["source_id"]),
        "locator": wording.quoted(view, row["locator"]) if row["locator"] else None,
        "confidence": view.words.term(row["confidence"]),
        "checked_on": wording.when(view, row["checked_on"]),
        "check_by": due(view, row),
        "note": wording.data_text(view, row["note"]) if row["note"] else None,
    }
    items = [
        tag("div", tag("dt", _(columns[name])), tag("dd", value))
        for name, value in parts.items()
        if value is not None
    ]
    reported = report_claim(view, row["claim_id"])
    return together(
        tag(
            "p", tag("strong", wording.claim_value(view, row)), basis_mark(view, "published"), class_="value"
        ),
        tag("p", _verdict(view, row), class_="why"),
        tag("dl", *items, class_="cx-claim-facts"),
        tag(
            "p",
            ledger_way(view, _("All claims about this"), subject=subject_key),
            " · ",
            ledger_way(view, _("Link to this claim"), claim=row["claim_id"]),
            " · " if reported else None,
            reported,
            class_="cx-small",
        ),
    )


def _verdict(view: View, row: Row) -> str:
    """Say what the estimate rule made of a claim."""
    _ = view.words.gettext
    estimate = figure(view.dataset, row["subject_type"], row["subject_id"], row["quantity"])
    if row["claim_id"] == estimate.claim_id:
        return " ".join(
            (_("By the estimate rule, this claim is the figure shown."), wording.reason(view, estimate))
        )
    return wording.lost(view, row["claim_id"], estimate) or _(
        "By the estimate rule, this claim is part of the range shown."
    )
