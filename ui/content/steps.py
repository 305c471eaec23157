"""A chain of legs and work at places as a table: what the page shows leg by leg."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.publication.content import Cell, Table
from ui.chain.leg_table import leg_keys, leg_name, operators_of, work_key
from ui.content import cells
from ui.evidence import wording
from ui.look.modes import MODES, STATUS, WORK

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ui.link.view import View

    Row = Mapping[str, Any]


def steps_table(view: View, steps: Sequence[Row], *, title: str) -> Table:
    """
    Write the steps of a chain in order: legs, and between them the work at places.

    Parameters
    ----------
    view
        The visit, with the dataset by which the steps were worked out.
    steps
        Rows of `corridor.chain.steps.steps`.
    title
        Heading of the table.
    """
    _ = view.words.gettext
    heads = (
        _("Step"),
        _("Leg or work at a place"),
        _("Distance"),
        _("Time"),
        _("Cost per TEU"),
        _("Operators"),
        _("Status"),
    )
    rows = tuple(
        (cells.count(view, row["position"]), *(_leg(view, row) if row["kind"] == "leg" else _work(view, row)))
        for row in steps
    )
    return Table(
        id="itinerary", title=title, heads=heads, rows=rows, units=("", "", "km", "h", "USD", "", "")
    )


def _leg(view: View, row: Row) -> tuple[Cell, ...]:
    """Write one leg."""
    _ = view.words.gettext
    figures = {
        name: cells.estimated(view, key.estimate(view.dataset)) for name, key in leg_keys(view, row).items()
    }
    mode = _(MODES[row["mode"]].label).capitalize()
    return (
        cells.words(f"{mode}: {leg_name(view, row)}"),
        figures["distance"],
        figures["time"],
        figures["cost"],
        cells.words(operators_of(view, row) or _("not known")),
        cells.words(_(STATUS[row["status"] or "unknown"].label)),
    )


def _work(view: View, row: Row) -> tuple[Cell, ...]:
    """Write one piece of work at a place."""
    label = view.words.gettext(WORK[row["work"]].label).capitalize()
    known = [work_key(row, is_cost=is_cost).estimate(view.dataset) for is_cost in (False, True)]
    time, cost = (
        cells.words("") if estimate is None else cells.estimated(view, estimate) for estimate in known
    )
    empty = cells.words("")
    name = cells.words(f"{label}: {wording.node(view, row['node_id'])}")
    return name, empty, time, cost, empty, empty
