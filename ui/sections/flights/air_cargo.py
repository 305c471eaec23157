"""Air cargo: what is published of airports, rights and plans, and the cargo flights on record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.evidence.claims import figure
from ui.evidence import wording
from ui.evidence.chips import sources_chip, subject_chip
from ui.evidence.rows import by_id, names
from ui.look.markup import tag, together
from ui.look.signs import status_sign
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

# What is told of air cargo, in this order.
QUANTITIES = (
    "cargo_t", "cargo_target_t", "cargo_growth_factor", "planned_hubs", "cargo_carriers", "carriers_sought",
    "cargo_rights_per_week", "fifth_freedom_flights_per_week", "fifth_freedom_condition",
)  # fmt: skip
KIND = "cargo-flight"


def section(view: View) -> Markup:
    """Write the cargo flights on record, then every published figure, behind a fold."""
    _, _n = view.words.gettext, view.words.ngettext
    known = by_id(view.dataset, "claims").values()
    asked = [
        (row["subject_type"], row["subject_id"], row["quantity"])
        for quantity in QUANTITIES
        for row in known
        if row["quantity"] == quantity
    ]
    facts = list(dict.fromkeys(asked))
    words = _n("{count} published fact on air cargo", "{count} published facts on air cargo", len(facts))
    told = tag(
        "details",
        tag("summary", words.format(count=len(facts))),
        _facts(view, facts),
        class_="cx-more",
    )
    return together(_flights(view), told if facts else None)


def _flights(view: View) -> Markup:
    """Write the cargo flights on record."""
    _ = view.words.gettext
    columns = (
        Column(key="name", title=_("Cargo flight"), is_header=True),
        Column(key="operator", title=_("Airline")),
        Column(key="days", title=_("Weekdays")),
        Column(key="aircraft", title=_("Aircraft")),
        Column(key="status", title=_("Status")),
        Column(key="seen", title=_("Last seen")),
        Column(key="sources", title=_("Sources")),
    )
    services = [row for row in by_id(view.dataset, "services").values() if row["kind"] == KIND]
    return table(
        view,
        [_flight(view, row) for row in services],
        columns,
        _("Cargo flights on record; none joins Kazakhstan and Serbia"),
        empty=_("The dataset holds no cargo flight."),
    )


def _flight(view: View, row: Row) -> Line:
    """Write one cargo flight."""
    _ = view.words.gettext
    operators = [view.words.name(name) for name in names(view.dataset, "organisations", row["operator"])]
    ends = f"{wording.node(view, row['from_node'])} – {wording.node(view, row['to_node'])}"
    unknown = tag("span", _("not stated"), class_="none")
    return Line(
        cells={
            "name": together(
                ends, tag("small", wording.data_text(view, row["note"])) if row["note"] else None
            ),
            "operator": ", ".join(operators) or unknown,
            "days": wording.text_value(view, "weekdays", row["weekdays"]) if row["weekdays"] else unknown,
            "aircraft": view.words.data(row["equipment"]) or unknown,
            "status": status_sign(view, row["status"]),
            "seen": wording.when(view, row["last_seen"]) if row["last_seen"] else unknown,
            "sources": sources_chip(view, row["sources"]),
        }
    )


def _facts(view: View, facts: list[tuple[str, str, str]]) -> Markup:
    """Write one row a figure, which opens to every claim on it."""
    _ = view.words.gettext
    columns = (
        Column(key="of", title=_("Of what"), is_header=True),
        Column(key="quantity", title=_("What")),
        Column(key="value", title=_("Published"), is_figure=True),
        Column(key="as_of", title=_("As of")),
    )
    lines = []
    for subject_type, subject_id, quantity in facts:
        estimate = figure(view.dataset, subject_type, subject_id, quantity)
        lines.append(
            Line(
                cells={
                    "of": wording.subject(view, subject_type, subject_id),
                    "quantity": wording.quantity_name(view, estimate),
                    "value": tag(
                        "div",
                        subject_chip(view, subject_type, subject_id, quantity, estimate),
                        class_="is-wordy" if estimate.text else None,
                    ),
                    "as_of": wording.when(view, estimate.as_of) if estimate.as_of else "",
                }
            )
        )
    return table(
        view, lines, columns, _("Air cargo: amounts, targets, hubs, carriers and rights as published")
    )
