"""The coverage matrix: what is published, derived, modelled or missing for each leg and node."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import streamlit as st

from corridor.audit.coverage import (
    BASES,
    NOT_APPLICABLE,
    QUANTITIES,
    leg_coverage,
    legs_of_chains,
    node_coverage,
)
from corridor.columns.quantities import WORKS
from ui.chain.connections import family_name
from ui.evidence import wording
from ui.evidence.rows import by_id, rows
from ui.language import format as fmt
from ui.language.text import N_
from ui.link import address
from ui.look.links import ledger_way
from ui.look.markup import tag, together
from ui.look.modes import BASIS, WORK
from ui.look.signs import mode_sign
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from markupsafe import Markup

    from ui.link.view import View

_TITLES = {
    "distance_km": N_("Distance"),
    "time_h": N_("Time"),
    "cost_usd_per_teu": N_("Cost"),
    "capacity": N_("Capacity"),
    "gauge_mm": N_("Track gauge"),
    "electrified": N_("Traction"),
    "operator": N_("Operator"),
}
_SIGNS = {
    **{basis: (mark.sign, mark.label) for basis, mark in BASIS.items()},
    "unsourced": ("○", N_("without a source of its own")),
    "not-applicable": ("–", N_("does not apply")),
}
_SHORT = {"unsourced": N_("unsourced"), "not-applicable": ""}


def choose_corridor(view: View) -> str | None:
    """Let the visitor narrow the matrices to one corridor; the address holds the choice."""
    _ = view.words.gettext
    corridors = by_id(view.dataset, "corridors")
    ids = [one for one, row in corridors.items() if row["kind"] != "branch"]
    st.selectbox(
        _("Corridor"),
        ids,
        index=None,
        format_func=lambda one: _corridor_name(view, one),
        placeholder=_("all legs and nodes"),
        **address.bound(view.state, "corridor"),
    )
    return view.state.corridor


def summary(view: View) -> Markup:
    """Count the states of each figure over all legs and all node work of the chains."""
    _ = view.words.gettext
    frame, nodes = leg_coverage(view.dataset), node_coverage(view.dataset)
    columns = (
        Column(key="name", title=_("Figure"), is_header=True),
        *(
            Column(key=basis, title=f"{_SIGNS[basis][0]} {_(_SIGNS[basis][1])}", is_count=True)
            for basis in BASES[:-1]
        ),
    )
    parts = [(_("Of legs"), "quantity", frame, {quantity: _(_TITLES[quantity]) for quantity in QUANTITIES})]
    parts.append(
        (_("Of work at nodes of the corridors"), "work", nodes, {work: _(WORK[work].label) for work in WORKS})
    )
    lines = []
    for heading, key, table_, names in parts:
        lines.append(Line(cells={"name": heading}, spans=True))
        for one, name in names.items():
            counts = Counter(table_.loc[table_[key] == one, "basis"])
            cells = {
                basis: fmt.number(counts[basis], view.lang) if counts[basis] else "–" for basis in BASES[:-1]
            }
            lines.append(Line(cells={"name": name.capitalize(), **cells}))
    return table(
        view,
        lines,
        columns,
        _("How many legs and nodes have each figure, and its basis"),
        class_="cx-matrix",
    )


def matrices(view: View, corridor: str | None) -> Markup:
    """Write both matrices with what their signs mean."""
    return together(_leg_matrix(view, corridor), _node_matrix(view, corridor), _legend(view))


def _leg_matrix(view: View, corridor: str | None) -> Markup:
    """Write one row a leg, one column a figure, each cell a sign with its word."""
    _ = view.words.gettext
    legs = _legs_of(view, corridor)
    cells: dict[str, dict[str, object]] = {leg: {} for leg in legs}
    for row in rows(leg_coverage(view.dataset)):
        if row["leg_id"] in cells:
            cells[row["leg_id"]][row["quantity"]] = _state(view, row["basis"])
    known, backwards = by_id(view.dataset, "legs"), _backwards(view, corridor)
    lines = [
        Line(
            cells={
                "name": mode_sign(
                    view, known[leg]["mode"], wording.leg(view, leg, is_backwards=leg in backwards)
                ),
                **cells[leg],
                "claims": _claims(view, "leg", leg),
            }
        )
        for leg in legs
    ]
    columns = [(quantity, _(_TITLES[quantity])) for quantity in QUANTITIES]
    return _matrix(view, lines, _("Leg"), columns, _("Legs and their figures"))


def _node_matrix(view: View, corridor: str | None) -> Markup:
    """Write one row a node of the chains, one column a kind of work."""
    _ = view.words.gettext
    frame = node_coverage(view.dataset)
    wanted = _nodes_of(view, corridor)
    cells: dict[str, dict[str, object]] = {}
    for row in rows(frame):
        if wanted is None or row["node_id"] in wanted:
            cells.setdefault(row["node_id"], {})[row["work"]] = _state(view, row["basis"])
    worked = set(frame.loc[frame["basis"] != NOT_APPLICABLE, "node_id"])
    lines = [
        Line(cells={"name": wording.node(view, one), **found, "claims": _claims(view, "node", one)})
        for one, found in sorted(cells.items(), key=lambda item: item[0] not in worked)
    ]
    columns = [(work, _(WORK[work].label).capitalize()) for work in WORKS]
    return _matrix(
        view, lines, _("Node"), columns, _("Nodes of the corridors and the time that work there takes")
    )


def _legend(view: View) -> Markup:
    """Say what the signs of the matrices mean."""
    _ = view.words.gettext
    keys = [tag("span", tag("b", sign), " ", _(label), class_="cx-key") for sign, label in _SIGNS.values()]
    note = _(
        "Gauge, traction and operator count as published if a claim states them or the leg names its "
        "sources. Does not apply: no gauge off the rails, no work of that kind at the node."
    )
    return together(tag("p", *keys, class_="cx-note cx-keys"), tag("p", note, class_="cx-note"))


def _matrix(
    view: View, lines: Sequence[Line], heading: str, columns: Sequence[tuple[str, str]], caption: str
) -> Markup:
    """Write a matrix in a frame that scrolls, its headings staying."""
    _ = view.words.gettext
    all_columns = (
        Column(key="name", title=heading, is_header=True),
        *(Column(key=key, title=title) for key, title in columns),
        Column(key="claims", title=_("Claims"), is_count=True),
    )
    return tag(
        "div",
        table(view, lines, all_columns, caption, class_="cx-matrix is-framed"),
        class_="cx-matrix-frame",
        tabindex="0",
        role="region",
        aria_label=caption,
    )


def _state(view: View, basis: str) -> Markup:
    """Write one state as sign and word."""
    _ = view.words.gettext
    sign, label = _SIGNS[basis]
    short = _(_SHORT.get(basis, label))
    hidden = tag("span", _(label), class_="cx-hidden") if not short else None
    return tag("span", short, hidden, class_=f"cx-state is-{basis}", data_sign=sign)


def _claims(view: View, type_: str, id_: str) -> Markup | str:
    """Link to the claims about a leg or a node, or say that there are none."""
    number = len(view.dataset.claims_by_subject.get((type_, id_), ()))
    if not number:
        return tag("span", view.words.gettext("none"), class_="none")
    return ledger_way(view, fmt.number(number, view.lang), subject=f"{type_}.{id_}")


def _legs_of(view: View, corridor: str | None) -> list[str]:
    """Legs of a corridor or of a family's chains in order; all legs without one."""
    if corridor is None:
        return list(by_id(view.dataset, "legs"))
    chains = legs_of_chains(view.dataset)
    return list(dict.fromkeys(leg for chain in _chains_of(view, corridor) for leg in chains.get(chain, ())))


def _backwards(view: View, corridor: str | None) -> Collection[str]:
    """Legs that a corridor or a family's chains travel from their To to their From ends."""
    parts = view.dataset.corridor_legs
    of = parts["corridor_id"].isin(_chains_of(view, corridor) if corridor else [])
    return frozenset(parts.loc[of & parts["reversed"], "leg_id"])


def _nodes_of(view: View, corridor: str | None) -> Collection[str] | None:
    """Nodes of a corridor; None for all."""
    if corridor is None:
        return None
    legs = by_id(view.dataset, "legs")
    return {legs[leg_id][end] for leg_id in _legs_of(view, corridor) for end in ("from_node", "to_node")}


def _chains_of(view: View, corridor: str) -> list[str]:
    """Give the chain itself, and the chains of a family."""
    corridors = by_id(view.dataset, "corridors")
    family = [one for one, row in corridors.items() if row["family"] == corridor and row["kind"] != "branch"]
    return [corridor, *family]


def _corridor_name(view: View, id_: str) -> str:
    """Name a corridor with its family."""
    row = by_id(view.dataset, "corridors")[id_]
    name = view.words.name(row)
    return f"{family_name(view, row)}: {name}" if row["family"] else name
