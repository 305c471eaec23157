"""What the page Sources and data says: the claims that its filters leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.publication.content import Cell, Figure, Table
from ui.content import cells
from ui.content.page_content import PageContent
from ui.evidence import wording
from ui.evidence.claims_table import quantity_name
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.sections.sources import facets, provenance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.link.view import View

    Row = Mapping[str, Any]

MAX_ROWS = 200


def ledger(view: View) -> PageContent:
    """Give what the page Sources and data says."""
    found = facets.found_by(view)
    claims = by_id(view.dataset, "claims")
    first = dict.fromkeys([*([view.state.claim] if view.state.claim else []), *found])
    shown = [claims[id_] for id_ in list(first)[:MAX_ROWS] if id_ in claims]
    return PageContent(
        opening=provenance.opening(view),
        figures=_figures(view),
        tables=(_claims(view, shown, len(first)),),
    )


def _figures(view: View) -> tuple[Figure, ...]:
    """Count claims, sources and factors."""
    _ = view.words.gettext
    tables = {"claims": _("Claims"), "sources": _("Sources"), "factors": _("Modelling factors")}
    return tuple(
        Figure(id=id_, name=name, text=fmt.number(len(view.dataset.table(id_)), view.lang))
        for id_, name in tables.items()
    )


def _claims(view: View, shown: list[Row], every: int) -> Table:
    """Write one row a claim; say how many more there are."""
    _ = view.words.gettext
    heads = (_("What it is about"), _("Quantity"), _("Value"), _("Kind"), _("As of"), _("Source"))
    told = _("{first} to {last} of {count} claims found").format(
        first=fmt.number(min(1, len(shown)), view.lang),
        last=fmt.number(len(shown), view.lang),
        count=fmt.number(every, view.lang),
    )
    return Table(
        id="claims",
        title=_(provenance.SECTIONS["ledger"]),
        heads=heads,
        rows=tuple(_claim(view, row) for row in shown),
        note=told,
    )


def _claim(view: View, row: Row) -> tuple[Cell, ...]:
    """Write one claim."""
    source = by_id(view.dataset, "sources")[row["source_id"]]
    return (
        cells.words(wording.subject(view, row["subject_type"], row["subject_id"])),
        cells.words(quantity_name(view, row["quantity"])),
        Cell(text=wording.claim_value(view, row), basis="published", claims=(row["claim_id"],)),
        cells.words(view.words.term(row["kind"])),
        cells.words(wording.when(view, row["as_of"]) if row["as_of"] else view.words.gettext("undated")),
        cells.words(source["publisher"]),
    )
