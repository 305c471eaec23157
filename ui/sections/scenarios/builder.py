"""The builder: a name, what is closed or done, a leg of the visitor's own; the address holds all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from corridor.errors import ScenarioError
from corridor.scenario.codec import MAX_HOURS, MAX_KM, MAX_NAME, MAX_USD, MODES, AddedLeg, encode, parse
from ui.language.text import N_
from ui.link import address
from ui.look.markup import tag
from ui.look.modes import MODES as LOOKS
from ui.sections.routes import what_if
from ui.sections.routes.question import freight_places, option
from ui.sections.scenarios import offers, scene
from ui.sections.scenarios.edits import changes_of, with_change

if TYPE_CHECKING:
    from collections.abc import Collection

    from ui.link.view import View

FOLLOWING = ("route", "step")
_NAME = "scenario-name"
_FROM, _TO, _MODE, _HOURS, _KM, _USD = (
    f"scenario-add-{part}" for part in ("from", "to", "mode", "hours", "km", "usd")
)
_DRAWN = "scenario-drawn"
_USUAL_HOURS = 24
_FAULT = "scenario-fault"


def draw(view: View) -> None:
    """Draw the builder."""
    _ = view.words.gettext
    if fault := st.session_state.pop(_FAULT, ""):
        st.html(tag("p", fault, class_="cx-note cx-told", role="status"))
    name, find = st.columns([2, 3], gap="medium")
    with name:
        st.session_state[_NAME] = parse(view.state.scenario).name
        st.text_input(
            _("Name of the scenario"),
            max_chars=MAX_NAME,
            placeholder=_("as the link is to call it"),
            key=_NAME,
            on_change=_rename,
            args=(view,),
            disabled=not changes_of(view.state.scenario),
        )
    with find:
        offers.choose(view)
    what_if.choose(view, clear=FOLLOWING, with_usual=False)
    with st.expander(_("Add a leg between two places"), expanded=len(scene.clicked()) > 1):
        _new_leg(view)


def _new_leg(view: View) -> None:
    """Draw the form of a leg that the visitor adds, with all that is assumed of it."""
    _ = view.words.gettext
    places = freight_places(view)
    st.html(tag("p", _(_ASSUMED), class_="cx-note"))
    start, end, mode = st.columns([3, 3, 2], gap="small")
    _take_clicked(places)
    for column, key, label in ((start, _FROM, _("From")), (end, _TO, _("To"))):
        with column:
            st.selectbox(
                label, places, format_func=lambda one: option(view, one), index=None, key=key,
                placeholder=_("choose a place"),
            )  # fmt: skip
    with mode:
        st.selectbox(_("Mode"), MODES, format_func=lambda one: _(LOOKS[one].label), key=_MODE)
    hours, km, usd, add = st.columns([2, 2, 2, 2], gap="small", vertical_alignment="bottom")
    with hours:
        st.number_input(_("Hours"), 1, MAX_HOURS, value=_USUAL_HOURS, key=_HOURS)
    with km:
        st.number_input(_("Kilometres"), 1, MAX_KM, value=None, key=_KM, placeholder=_("straight line"))
    with usd:
        st.number_input(_("USD per TEU"), 1, MAX_USD, value=None, key=_USD, placeholder=_("by factors"))
    with add:
        st.button(_("Add the leg"), key="scenario-add", on_click=_add, args=(view,))


def _take_clicked(places: Collection[str]) -> None:
    """Fill the ends of the form with the last two places that were clicked on the map."""
    clicked = [node for node in scene.clicked() if node in places]
    if st.session_state.get(_DRAWN) != clicked:
        st.session_state[_DRAWN] = clicked
        for key, node in zip((_FROM, _TO), clicked, strict=False):
            st.session_state[key] = node


_ASSUMED = N_(
    "Click its two ends on the map, or choose them here. The hours, and the kilometres and USD where you "
    "give them, are your assumption. Without them the leg is a straight line, and its cost is that of the "
    "factors of its mode. Every figure with it is modelled."
)


def _add(view: View) -> None:
    """Write the leg to the scenario of the address."""
    _ = view.words.gettext
    start, end = st.session_state[_FROM], st.session_state[_TO]
    if not start or not end or start == end:
        st.session_state[_FAULT] = _("Choose two different places for the new leg.")
        return
    km, usd = (None if st.session_state[key] is None else int(st.session_state[key]) for key in (_KM, _USD))
    leg = AddedLeg(start, end, st.session_state[_MODE], int(st.session_state[_HOURS]), km, usd)
    change = encode(type(parse(""))(added_legs=(leg,)))
    after = with_change(address.current().state.scenario, change)
    if after is None or leg.leg_id in address.known().legs:
        st.session_state[_FAULT] = _(
            "This leg cannot be added: it is there already, or the scenario is full."
        )
        return
    address.write(scenario=after, route=None, step=None)


def _rename(view: View) -> None:
    """Write the name to the scenario of the address."""
    scenario, name = parse(address.current().state.scenario), st.session_state[_NAME].strip()
    try:
        after = scenario.named(name) if name else scenario.unnamed
    except ScenarioError as error:
        st.session_state[_FAULT] = view.words.error(error)
        return
    address.write(scenario=encode(after))
