"""The choice of a way on the page Corridor: which corridor, from where, across the Caspian from where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from corridor.chain.splicing import fitting_branches
from ui.chain.connections import chains, family_name
from ui.chain.leg_table import leg_name
from ui.chain.totals import sums
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.link import address
from ui.link.state import moved
from ui.look.markup import tag, together
from ui.map.scene import Scene

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from ui.link.view import View

    Row = Mapping[str, Any]

FIRST = "tc-danube"
_OWN = "as-it-is"
_START, _CROSSING = "start-", "cross-"


@dataclass(frozen=True, kw_only=True)
class Way:
    """The chosen corridor, the branches put into it, and those of the link that do not fit."""

    corridor: str
    branches: tuple[str, ...] = ()
    unfitting: tuple[str, ...] = ()


def way_of(view: View) -> Way:
    """Give the way that the address names, without a widget."""
    chosen = _chain_of(view, [row["corridor_id"] for row in chains(view)])
    fitting = _branches_on(view, chosen)
    return Way(
        corridor=chosen,
        branches=tuple(one for one in view.state.via if one in fitting),
        unfitting=tuple(one for one in view.state.via if one not in fitting),
    )


def choose_way(view: View) -> Way:
    """Let the visitor choose; the address holds the choice."""
    _ = view.words.gettext
    ids = [row["corridor_id"] for row in chains(view)]
    corridors = by_id(view.dataset, "corridors")
    way = way_of(view)
    chosen, fitting = way.corridor, _branches_on(view, way.corridor)
    corridor, start, crossing = st.columns([2, 1, 1])
    with corridor:
        st.selectbox(
            _("Corridor"),
            ids,
            format_func=lambda one: f"{family_name(view, corridors[one])}: {view.words.name(corridors[one])}",
            **address.bound(moved(view.state, corridor=chosen), "corridor", clear=("leg", "via")),
        )
    with start:
        _choose_branch(view, way, fitting, _START, _("Start"))
    with crossing:
        _choose_branch(view, way, fitting, _CROSSING, _("Across the Caspian from"))
    return way


def choose_leg(view: View, chain: Sequence[Row]) -> str | None:
    """Let the visitor point out a leg by keyboard; a click on the map does the same."""
    _ = view.words.gettext
    legs = {row["leg_id"]: leg_name(view, row) for row in chain if row["kind"] == "leg"}
    selected = view.state.leg if view.state.leg in legs else None
    st.selectbox(
        _("Point out a leg (or click it on the map)"),
        list(legs),
        format_func=legs.__getitem__,
        placeholder=_("no leg chosen"),
        **address.bound(moved(view.state, leg=selected), "leg"),
    )
    return selected


def constraints(view: View, way: Way) -> Markup:
    """Say what limits the corridor, and which parts of the link did not fit."""
    _ = view.words.gettext
    corridors = by_id(view.dataset, "corridors")
    row = corridors[way.corridor]
    unfitting = [
        tag("p", _("{branch}: does not fit into this corridor and was left out.").format(
            branch=view.words.name(corridors[one])), class_="cx-note")
        for one in way.unfitting
    ]  # fmt: skip
    return together(
        limits(view, row["constraint_note"]),
        tag("p", wording.data_text(view, row["note"]), class_="cx-note") if row["note"] else None,
        *unfitting,
    )


def limits(view: View, note: str | None) -> Markup | None:
    """Say in one line what limits a corridor; the rest of the note opens."""
    if not note:
        return None
    first, stop, rest = view.words.data(note).partition(". ")
    said = wording.data_part(view, note, f"{first}{'.' if stop else ''}")
    head = together(tag("b", view.words.gettext("What limits it:")), " ", said)
    if not rest:
        return tag("p", head, class_="cx-note")
    more = tag("p", wording.data_part(view, note, rest), class_="cx-prose")
    return tag("details", tag("summary", head), more, class_="cx-more")


def scene(
    view: View, chain: Sequence[Row], selected: str | None, *, marks: tuple[tuple[str, str], ...] = ()
) -> Scene:
    """Show the chain in full, the others faintly; name its ends, then where work is done, then the rest."""
    legs = [row["leg_id"] for row in chain if row["kind"] == "leg"]
    others = [one for one in view.dataset.corridor_legs["leg_id"].unique() if one not in legs]
    places = [node for row in chain if row["kind"] == "leg" for node in (row["from_node"], row["to_node"])]
    works = [row["node_id"] for row in chain if row["kind"] == "work"]
    return Scene(
        legs=tuple(legs),
        context=tuple(others),
        nodes=tuple(dict.fromkeys([*places[:1], *places[-1:], *works, *places])),
        selected=selected,
        backwards=tuple(row["leg_id"] for row in chain if row["reversed"]),
        preset=view.state.preset,
        title=view.words.gettext("Map of the chosen corridor"),
        marks=marks,
    )


def _chain_of(view: View, ids: list[str]) -> str:
    """Find the chain to show: the one of the link, the first of the family it names, or the first of all."""
    wanted = view.state.corridor
    if wanted in ids:
        return wanted
    corridors = by_id(view.dataset, "corridors")
    first = FIRST if FIRST in ids else ids[0]
    return next((one for one in ids if wanted and corridors[one]["family"] == wanted), first)


def _branches_on(view: View, corridor_id: str) -> tuple[str, ...]:
    """List the branches that lead back onto the chain and start elsewhere than it does."""
    corridors = by_id(view.dataset, "corridors")
    legs = [row for row in sums(view.dataset, corridor_id)[0] if row["kind"] == "leg"]
    places = {row["to_node"] for row in legs}
    return tuple(
        one
        for one in fitting_branches(view.dataset, corridor_id)
        if corridors[one]["to_node"] in places and corridors[one]["from_node"] != legs[0]["from_node"]
    )


def _choose_branch(view: View, way: Way, fitting: tuple[str, ...], prefix: str, label: str) -> None:
    """Draw one choice of a branch; without a choice there is nothing to draw."""
    choices = [one for one in fitting if one.startswith(prefix)]
    if not choices:
        return
    corridors = by_id(view.dataset, "corridors")
    names = {_OWN: _own(view, way, prefix), **{one: view.words.name(corridors[one]) for one in choices}}
    key = f"branch-{prefix}"
    st.session_state[key] = next((one for one in way.branches if one in choices), _OWN)
    st.selectbox(
        label, list(names), format_func=names.__getitem__, key=key, on_change=_take, args=(key, way, prefix)
    )


def _own(view: View, way: Way, prefix: str) -> str:
    """Name what the corridor has without a branch: its first place, or the port where it goes to sea."""
    legs = [row for row in sums(view.dataset, way.corridor)[0] if row["kind"] == "leg"]
    at_sea = [row for row in legs if row["mode"] in {"sea", "ferry"}]
    row = (legs if prefix == _START else at_sea or legs)[0]
    return wording.node(view, row["from_node"])


def _take(key: str, way: Way, prefix: str) -> None:
    """Write the chosen branch to the address, beside the branches of the other choice."""
    chosen = st.session_state[key]
    others = [one for one in way.branches if not one.startswith(prefix)]
    address.write(via=(*others, *([] if chosen == _OWN else [chosen])), leg=None)
