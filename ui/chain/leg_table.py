"""The leg-by-leg table of a chain, with the node work between the legs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.chain import STEPS
from ui.evidence import wording
from ui.evidence.chips import sources_chip, subject_chip
from ui.evidence.figure_keys import LegFigure, WorkFigure, leg_key
from ui.evidence.rows import by_id, claim_sources, names
from ui.language import format as fmt
from ui.look.headings import heading_of
from ui.look.markup import tag, together
from ui.look.modes import FIDELITY
from ui.look.signs import mode_sign, status_sign, work_sign
from ui.look.tables import Column, Fold, Line, table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]


def leg_table(
    view: View,
    steps: Sequence[Row],
    *,
    selected: str | None = None,
    position: int | None = None,
    folds: bool = True,
) -> Markup:
    """
    Write the chain as a table: legs, and between them borders, breaks of gauge, transhipments, waiting.

    Parameters
    ----------
    view
        The visit.
    steps
        Rows of `corridor.chain.steps.steps`.
    selected
        Leg to point out.
    position
        Step to point out, a leg or work.
    folds
        Whether a long one folds.
    """
    _ = view.words.gettext
    columns = (
        Column(key="leg", title=_("Leg or work at a place"), is_header=True),
        Column(key="time", title=_("Time"), is_figure=True),
        Column(key="distance", title=_("Distance"), is_figure=True),
        Column(key="cost", title=_("Cost per TEU"), is_figure=True),
        heading_of(view, STEPS, "gauge_mm", key="gauge", kind="count"),
        Column(key="operators", title=_("Operators")),
        heading_of(view, STEPS, "status"),
        Column(key="line", title=_("Line on the map")),
        Column(key="sources", title=_("Sources")),
    )
    lines = [
        _leg(view, row, is_selected=row["leg_id"] == selected or row["position"] == position)
        if row["kind"] == "leg"
        else _work(view, row, is_selected=row["position"] == position)
        for row in steps
    ]
    opens: Fold = "open" if selected is not None or position is not None else "closed"
    return table(
        view,
        lines,
        columns,
        _("Every leg in order, with the work between the legs"),
        fold=opens if folds else "never",
    )


def folded_leg_table(view: View, steps: Sequence[Row], selected: str | None = None) -> Markup:
    """Write the chain as a table behind a fold, open where a leg of it is selected."""
    words = view.words.ngettext(
        "The {count} step of this route", "All {count} steps of this route", len(steps)
    )
    return tag(
        "details",
        tag("summary", words.format(count=len(steps))),
        leg_table(view, steps, selected=selected, folds=False),
        class_="cx-more",
        open=selected is not None,
    )


def leg_keys(view: View, row: Row) -> dict[str, LegFigure]:
    """How time, distance and cost of a leg of the chain are asked for."""
    return {
        name: leg_key(view.dataset, row["leg_id"], quantity, row["from_node"])
        for name, quantity in (("time", "time_h"), ("distance", "distance_km"), ("cost", "cost_usd_per_teu"))
    }


def operators_of(view: View, row: Row) -> str:
    """Name who runs a leg; empty where that is not known."""
    known = names(view.dataset, "organisations", row["operators"])
    return ", ".join(view.words.name(operator) for operator in known)


def leg_name(view: View, row: Row) -> str:
    """Name a leg in the direction of travel."""
    return f"{wording.node(view, row['from_node'])} – {wording.node(view, row['to_node'])}"


def _leg(view: View, row: Row, *, is_selected: bool) -> Line:
    """Write one leg."""
    leg = by_id(view.dataset, "legs")[row["leg_id"]]
    fidelity = FIDELITY[leg["geometry_fidelity"]]
    _ = view.words.gettext
    figures = {
        name: subject_chip(view, *key.subject, key.quantity, key.estimate(view.dataset), asked=key)
        for name, key in leg_keys(view, row).items()
    }
    told = (leg["sources"] or "").split("|") + claim_sources(view.dataset, "leg", row["leg_id"])
    sources = dict.fromkeys(source_id for source_id in told if source_id)
    name = mode_sign(view, row["mode"], leg_name(view, row))
    return Line(
        cells={
            "leg": together(name, tag("small", wording.data_text(view, leg["via"])) if leg["via"] else None),
            **figures,
            "gauge": fmt.quantity(row["gauge_mm"], "mm", view.lang) if row["gauge_mm"] else "",
            "operators": operators_of(view, row) or tag("span", _("not known"), class_="none"),
            "status": status_sign(view, row["status"]),
            "line": tag("span", _(fidelity.label), title=_(fidelity.meaning)),
            "sources": sources_chip(view, "|".join(sources)),
        },
        class_="is-selected" if is_selected else "",
    )


def _work(view: View, row: Row, *, is_selected: bool) -> Line:
    """Write one piece of node work."""
    time, cost = work_key(row), work_key(row, is_cost=True)
    asked = {name: (key, key.estimate(view.dataset)) for name, key in (("time", time), ("cost", cost))}
    label = work_sign(view, row["work"])
    return Line(
        cells={
            "leg": together(label, " · ", wording.node(view, row["node_id"])),
            **{
                name: subject_chip(view, *key.subject, estimate.quantity, estimate, asked=key)
                for name, (key, estimate) in asked.items()
                if estimate is not None
            },
        },
        class_="is-work is-selected" if is_selected else "is-work",
    )


def work_key(row: Row, *, is_cost: bool = False) -> WorkFigure:
    """How the hours, or the cost, of a step of node work are asked for."""
    return WorkFigure(
        node_id=row["node_id"],
        work=row["work"],
        mode=row["mode"],
        between=(row["from_country"], row["to_country"]),
        counted_in=row["counted_in"],
        onward=row["onward"],
        is_cost=is_cost,
    )
