"""Words for what projects should fix: the project, the change as stated, our figure, why not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.partners.route_works import IN_SCENARIO
from corridor.partners.works import NO_UPGRADE
from corridor.scenario.upgrade_effects import CAPACITIES
from ui.evidence import wording
from ui.evidence.chips import basis_mark, sized, source_names
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.language.text import N_
from ui.look.links import way
from ui.look.markup import tag, together
from ui.look.signs import status_sign
from ui.look.tables import Column

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[Any, Any]

# The sentences of `corridor.scenario.upgrade_effects.WHY` and of what is beside it, for the catalogues.
REASONS = {
    "corridor-wide": N_("It is about a whole corridor, not about a leg or place on it."),
    "passenger-only": N_("It is about passenger trains; nothing is published for freight."),
    "no-such-quantity": N_("It changes nothing that we count: hours, costs, kilometres or annual capacity."),
    "effect-not-published": N_("The value before is not published, so the improvement is not known."),
    "base-not-known": N_("There is no current figure for it to change."),
    "exceeds-part": N_("It promises to save more hours than our figure has."),
    "already-counted": N_("The current figure already includes it."),
    "called-off": N_("It was shelved or cancelled."),
    NO_UPGRADE: N_("No source says what it changes there."),
    IN_SCENARIO: N_("It is already assumed to be done here."),
}
_DIGITS = 6
_UNITS = {
    "time_h": "h",
    "distance_km": "km",
    "cost_usd_per_teu": "USD/TEU",
    "capacity_t_per_year": "t/year",
    "capacity_teu_per_year": "TEU/year",
}


def why_not(view: View, reason: str) -> Markup | str:
    """Say why nothing can be worked out; nothing where it can."""
    words = REASONS.get(reason)
    return tag("small", view.words.gettext(words)) if words else ""


def columns(view: View, *, place: Column) -> tuple[Column, ...]:
    """Give the columns of a table of works, with that which says where."""
    _ = view.words.gettext
    return (
        Column(key="name", title=_("Project"), is_header=True),
        place,
        Column(key="claim", title=_("Change, as stated"), is_figure=True),
        Column(key="status", title=_("Status")),
        Column(key="effect", title=_("Effect in our model")),
        Column(key="sources", title=_("Who says so")),
    )


def cells(view: View, row: Row, worked: Row | None) -> dict[str, object]:
    """Write the cells that every table of works has: project, claim, status with its date, sources."""
    due = row["expected_on"]
    return {
        "name": project(view, row),
        "claim": claim(view, row, worked),
        "status": together(
            status_sign(view, row["status"]),
            tag("small", wording.when(view, due)) if isinstance(due, str) else None,
        ),
        "sources": source_names(view, "|".join(row["sources"])),
    }


def claim(view: View, row: Row, worked: Row | None = None) -> Markup | str:
    """Write from what to what, as the source says, and below it our figure where that is another."""
    if not isinstance(row["quantity"], str):
        return ""
    unit = row["unit"] if isinstance(row["unit"], str) else ""
    known = by_id(view.dataset, "quantities").get(row["quantity"])
    name = view.words.name(known) if known else view.words.term(row["quantity"].replace("_", "-"))
    said = change(view, row["from_value"], row["to_value"], unit, "published")
    return together(said, tag("small", name), None if worked is None else _our_part(view, row, worked))


def change(view: View, before: float | None, after: float | None, unit: str, basis: str) -> Markup:
    """Write from what to what with the mark of its basis, breaking at the arrow if need be."""
    first, last = (
        "?" if pd.isna(value) else fmt.quantity(value, unit, view.lang) for value in (before, after)
    )
    kept = tag("span", last, basis_mark(view, basis), class_="cx-kept")
    return tag("span", f"{first} → ", kept, class_="cx-change")


def is_of_capacity(row: Row) -> bool:
    """Whether the works change what fits in a year and no hours."""
    return row["part_quantity"] in CAPACITIES


def gained(view: View, row: Row, title: str) -> Markup:
    """Write the hours gained, or that the works change what fits and not the hours."""
    if is_of_capacity(row):
        return tag("small", view.words.gettext("It changes the annual capacity, not the hours."))
    return together(tag("small", title), hours(view, row["time_h_gain"], "modelled"))


def _our_part(view: View, row: Row, worked: Row) -> Markup | None:
    """Write the figure of ours that changes; nothing if none is known or the source has the same."""
    quantity, before, after = worked["part_quantity"], worked["part_before"], worked["part_after"]
    if not isinstance(quantity, str) or pd.isna(before) or pd.isna(after):
        return None
    if (before, after) == (row["from_value"], row["to_value"]):
        return None
    unit = _UNITS.get(quantity, "h")
    text = view.words.gettext("Our figure that it changes")
    return tag("div", tag("small", text), change(view, before, after, unit, "modelled"))


def project(view: View, row: Row) -> Markup | str:
    """Name the project, linked to its card, and its upgrade."""
    projects, upgrades = by_id(view.dataset, "projects"), by_id(view.dataset, "upgrades")
    upgrade = upgrades.get(row["upgrade_id"])
    if row["project_id"] not in projects:
        return view.words.name(upgrade) if upgrade else ""
    name = view.words.name(projects[row["project_id"]])
    small = tag("small", view.words.name(upgrade)) if upgrade else None
    return together(way(view, "partners", name, part="register", project=row["project_id"]), small)


def plain_name(view: View, row: Row) -> str:
    """Name the project in plain text, or its upgrade if it belongs to none."""
    projects, upgrades = by_id(view.dataset, "projects"), by_id(view.dataset, "upgrades")
    known = projects.get(row["project_id"]) or upgrades.get(row["upgrade_id"])
    return view.words.name(known) if known else ""


def hours(view: View, value: float, basis: str) -> Markup | str:
    """Write hours with the mark of their basis."""
    if pd.isna(value):
        return ""
    if not round(value, _DIGITS):
        return together(fmt.quantity(0, "h", view.lang), basis_mark(view, basis))
    return sized(view, value, "h", basis)
