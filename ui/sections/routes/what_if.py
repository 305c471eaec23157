"""What if: the choice of closures and upgrades, and the banner that says which are on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from corridor.freight.arrays import MODES, network
from corridor.scenario.codec import MAX_CHANGES, encode, parse
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.language import format as fmt
from ui.language.text import N_
from ui.link import address
from ui.look.links import stay
from ui.look.markup import tag
from ui.look.modes import MODES as LOOKS

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.scenario.codec import AddedLeg, Scenario
    from ui.link.view import View

_CLOSED, _DONE, _YEAR = "what-if-closed", "what-if-done", "what-if-year"
_YEARS = range(2026, 2031)
# What people ask first. No source says by how much low water slows ships on the Danube, only where it stopped
# them, so that leg is taken as closed.
_USUAL = {
    "shut.kuryk-port": N_("Kuryk port closed"),
    "close.cernavoda-prahovo": N_("Danube at low water, no ships Cernavodă – Prahovo"),
}


def choose(view: View, *, clear: tuple[str, ...] = (), with_usual: bool = True) -> None:
    """Draw what can be closed and which works can be taken as done; the address holds the choice."""
    _ = view.words.gettext
    scenario, known = parse(view.state.scenario), address.known()
    nodes = {
        one: _("Place: {name}").format(name=wording.node(view, one)) for one in network(view.dataset).places
    }
    legs = {row["leg_id"]: _leg(view, row["leg_id"]) for row in _freight_legs(view)}
    upgrades = {one: _upgrade(view, one) for one in sorted(known.upgrades)}
    if with_usual and (usual := _usual(view, clear)):
        st.html(usual)
    closed, done, year = st.columns([3, 3, 2], gap="medium")
    with closed:
        st.session_state[_CLOSED] = [
            *(one for one in scenario.closed_nodes if one in nodes),
            *(one for one in scenario.closed_legs if one in legs),
        ]
        st.multiselect(
            _("What if closed"),
            [*nodes, *legs],
            format_func={**legs, **nodes}.__getitem__,
            max_selections=MAX_CHANGES,
            placeholder=_("everything that runs today is open"),
            select_all=False,
            key=_CLOSED,
            on_change=_take,
            args=(frozenset(nodes), clear),
        )
    with done:
        st.session_state[_DONE] = [one for one in scenario.upgrades if one in upgrades]
        st.multiselect(
            _("What if done"),
            list(upgrades),
            format_func=upgrades.__getitem__,
            placeholder=_("no planned work is taken as done"),
            select_all=False,
            key=_DONE,
            on_change=_take,
            args=(frozenset(nodes), clear),
            help=_("Only works whose effect can be worked out from what is published."),
        )
    with year:
        st.session_state[_YEAR] = scenario.year
        st.selectbox(
            _("As planned by"),
            sorted({*_YEARS, *([scenario.year] if scenario.year else [])}),
            index=None,
            placeholder=_("as it is today"),
            key=_YEAR,
            on_change=_take,
            args=(frozenset(nodes), clear),
            help=_("Everything that is due by the end of that year is taken as done, as it was announced."),
        )


def banner(view: View) -> Markup | None:
    """Say plainly that this is not today, what is changed, and how to get back."""
    _ = view.words.gettext
    if not view.state.scenario:
        return None
    back = stay(view, _("Back to today"), scenario="", route=None, step=None, leg=None)
    items = [tag("li", one) for one in changes(view, parse(view.state.scenario))]
    return tag(
        "div",
        tag("p", tag("b", _("What if: this is not how it is today.")), " ", back),
        tag("ul", *items),
        class_="cx-what-if",
        role="status",
    )


def changes(view: View, scenario: Scenario) -> list[str]:
    """Word each change of a scenario."""
    _ = view.words.gettext
    closed, time, cost, work = _("closed"), _("time"), _("cost"), _("work at the place")
    later, fee = _("delay of {hours} h"), _("charges at the place")

    def times(factor: float) -> str:
        return f"× {fmt.number(factor, view.lang)}"

    due = _("everything due by the end of {year} is done, as planned")
    return [
        *(f"{closed}: {wording.node(view, one)}" for one in scenario.closed_nodes),
        *(f"{closed}: {_leg(view, one)}" for one in scenario.closed_legs),
        *(f"{time} {times(factor)}: {_leg(view, one)}" for one, factor in scenario.time_factors),
        *(f"{cost} {times(factor)}: {_leg(view, one)}" for one, factor in scenario.cost_factors),
        *(f"{later.format(hours=hours)}: {_leg(view, one)}" for one, hours in scenario.delays),
        *(f"{work} {times(factor)}: {wording.node(view, one)}" for one, factor in scenario.node_factors),
        *(f"{fee} {times(factor)}: {wording.node(view, one)}" for one, factor in scenario.node_cost_factors),
        *(f"{_('added, an assumption')}: {_added(view, one)}" for one in scenario.added_legs),
        *(f"{_('done')}: {_upgrade(view, one)}" for one in scenario.upgrades),
        *([due.format(year=scenario.year)] if scenario.year else []),
    ]


def _usual(view: View, clear: tuple[str, ...]) -> Markup | None:
    """Link to the closures that people ask for first; None where the data have none of them."""
    _ = view.words.gettext
    links = [
        tag("li", stay(view, _(words), scenario=text, **dict.fromkeys(clear)))
        for text, words in _USUAL.items()
        if _can_be(text)
    ]
    if not links:
        return None
    return tag("div", tag("b", _("What if")), tag("ul", *links), class_="cx-usual")


def _can_be(text: str) -> bool:
    """Whether the data know what a scenario closes."""
    scenario, known = parse(text), address.known()
    return set(scenario.closed_legs) <= set(known.legs) and set(scenario.closed_nodes) <= set(known.nodes)


def _take(nodes: frozenset[str], clear: tuple[str, ...]) -> None:
    """Write the scenario to the address; what the form does not show stays as it was."""
    closed = st.session_state[_CLOSED]
    after = replace(
        parse(address.current().state.scenario),
        closed_legs=tuple(sorted(one for one in closed if one not in nodes)),
        closed_nodes=tuple(sorted(one for one in closed if one in nodes)),
        upgrades=tuple(sorted(st.session_state[_DONE])),
        year=st.session_state[_YEAR],
    )
    address.write(scenario=encode(after), **dict.fromkeys(clear))


def _freight_legs(view: View) -> list[dict[str, str]]:
    """Legs of the freight network."""
    return [row for row in by_id(view.dataset, "legs").values() if row["mode"] in MODES]


def _leg(view: View, leg_id: str) -> str:
    """Name a leg with its mode."""
    mode = by_id(view.dataset, "legs")[leg_id]["mode"]
    return f"{wording.subject(view, 'leg', leg_id)} ({view.words.gettext(LOOKS[mode].label)})"


def _added(view: View, leg: AddedLeg) -> str:
    """Name a leg of the visitor's own."""
    ends = f"{wording.node(view, leg.from_node)} – {wording.node(view, leg.to_node)}"
    return f"{ends} ({view.words.gettext(LOOKS[leg.mode].label)}, {fmt.quantity(leg.hours, 'h', view.lang)})"


def _upgrade(view: View, upgrade_id: str) -> str:
    """Name a work with the day it is expected, and its status."""
    row = by_id(view.dataset, "upgrades")[upgrade_id]
    when = wording.when(view, row["expected_on"]) if row["expected_on"] else view.words.gettext("no date")
    return f"{view.words.name(row)} ({when}, {view.words.term(row['status'])})"
