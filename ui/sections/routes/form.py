"""The form of the page Routes: where from, where to, what travels, what matters, and what to keep to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.language.text import N_
from ui.link import address
from ui.link.key_values import CARRIAGES, CRITERION_WORDS, MAX_AVOIDED
from ui.link.state import State, moved
from ui.look.several import panel, several
from ui.sections.flights.options import DESTINATION as AIRPORT_TO
from ui.sections.flights.options import ORIGIN as AIRPORT_FROM
from ui.sections.flights.options import airport_for, home_airports
from ui.sections.routes.avoidable import avoidable
from ui.sections.routes.question import (
    DESTINATION,
    ORIGIN,
    WISH_LABELS,
    freight_places,
    option,
    question,
)
from ui.sections.routes.what_if import choose as choose_scenario

if TYPE_CHECKING:
    from ui.link.view import View

MAX_PASSED = 3
MAX_TRANSHIPMENTS = 9
CRITERION_LABELS = {
    "time": N_("Time"),
    "cost": N_("Cost"),
    "co2e": N_("CO₂e"),
    "distance": N_("Distance"),
    "borders": N_("Borders"),
    "transhipments": N_("Transhipments"),
}
# What a new question lets go of: the route and the step belonged to the old one.
FOLLOWING = ("route", "step", "leg")
_CARRIAGES = {"freight": N_("Freight"), "air": N_("Passengers, by air")}
_LIMITS = ("criteria", "avoid", "passing", "most_transhipments", "scenario")


def draw(view: View) -> None:
    """Draw the form; the address holds what is chosen."""
    _ = view.words.gettext
    with st.container(key="route-ends"):
        left, middle, right, day = st.columns([10, 1, 10, 4], vertical_alignment="bottom")
        with left:
            _end(view, "origin", _("From"))
        with middle:
            st.button("⇄", key="route-swap", help=_("Swap start and end"), on_click=_swap, args=(view,))
        with right:
            _end(view, "destination", _("To"))
        with day:
            st.date_input(
                _("Day of travel"),
                format="YYYY-MM-DD",
                **address.bound(view.state, "date", clear=FOLLOWING),
            )
    with st.container(key="route-wishes", horizontal=True, gap="medium", vertical_alignment="center"):
        st.segmented_control(
            _("What travels"),
            CARRIAGES,
            format_func=lambda carriage: _(_CARRIAGES[carriage]),
            required=True,
            label_visibility="collapsed",
            **address.bound(view.state, "carriage", clear=FOLLOWING),
        )
        if view.state.carriage == "freight":
            st.segmented_control(
                _("What matters"),
                list(WISH_LABELS),
                format_func=lambda wish: _(WISH_LABELS[wish]),
                required=True,
                label_visibility="collapsed",
                **address.bound(view.state, "wish", clear=(*FOLLOWING, "order")),
            )
            _limits(view)


def _end(view: View, field: str, label: str) -> None:
    """Draw the choice of one end."""
    state = view.state
    if state.carriage == "air":
        default = AIRPORT_FROM if field == "origin" else AIRPORT_TO
        places = tuple(home_airports(view))
        value = airport_for(view, getattr(state, field), default)
        places = places if value in places else (*places, value)
    else:
        places = freight_places(view)
        value = getattr(question(view), field)
    st.selectbox(
        label,
        places,
        format_func=lambda one: option(view, one),
        **address.bound(moved(state, **{field: value}), field, clear=FOLLOWING),
    )


def _swap(view: View) -> None:
    """Write the ends to the address the other way round."""
    state = view.state
    if state.carriage == "air":
        start = airport_for(view, state.origin, AIRPORT_FROM)
        end = airport_for(view, state.destination, AIRPORT_TO)
    else:
        start, end = question(view).origin or ORIGIN, question(view).destination or DESTINATION
    address.write(origin=end, destination=start, route=None, step=None, leg=None)


def _limits(view: View) -> None:
    """Draw what routes are judged by one by one, what they must keep to, and what if."""
    _ = view.words.gettext
    active = sum(getattr(view.state, one) != getattr(State(), one) for one in _LIMITS)
    with panel(view, _("Avoid, pass, what if"), active, key="bound-limits"):
        one, two = st.columns(2, gap="medium")
        with one:
            criteria = {word: _(CRITERION_LABELS[word]) for word in CRITERION_WORDS}
            several(view, "criteria", _("Criteria, instead of what matters"), criteria, clear=FOLLOWING)
            places = {place: option(view, place) for place in freight_places(view)}
            several(view, "passing", _("Must pass"), places, most=MAX_PASSED, clear=FOLLOWING)
        with two:
            names = avoidable(view.dataset, view.lang, view)
            several(view, "avoid", _("Avoid"), names, most=MAX_AVOIDED, clear=FOLLOWING)
            st.selectbox(
                _("Most transhipments"),
                list(range(MAX_TRANSHIPMENTS + 1)),
                index=None,
                placeholder=_("any number"),
                **address.bound(view.state, "most_transhipments", clear=FOLLOWING),
            )
        choose_scenario(view, clear=FOLLOWING)
