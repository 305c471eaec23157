"""The two places between which effects of works are asked, and what is worked out for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from corridor.memory.memo import Depends, remembered
from corridor.partners.upgrade_gains import PAIR, gains
from corridor.partners.works import join, without_works
from corridor.routing.question import Avoided, RouteQuestion
from corridor.routing.sanctioned import SANCTIONED
from ui.link import address
from ui.link.state import moved
from ui.sections.routes.answer import answer
from ui.sections.routes.question import freight_places, option

if TYPE_CHECKING:
    import pandas as pd

    from corridor.dataset.tables import Dataset
    from ui.link.view import View
    from ui.sections.routes.answer import Answer

    Pair = tuple[str, str]

_MAX_PAIRS = 64


def choose_pair(view: View) -> Pair:
    """Draw the choice of the two places between which effects are asked; the address holds it."""
    _ = view.words.gettext
    places = freight_places(view)
    chosen = _pair(view, places)
    for column, field, label, value in zip(
        st.columns(2), ("origin", "destination"), (_("From"), _("To")), chosen, strict=True
    ):
        with column:
            st.selectbox(
                label,
                places,
                format_func=lambda one: option(view, one),
                **address.bound(moved(view.state, **{field: value}), field),
            )
    return chosen


def pair_of(view: View) -> Pair:
    """Give the two places that the address names, without a widget."""
    return _pair(view, freight_places(view))


def effects_between(dataset: Dataset, pair: Pair) -> pd.DataFrame:
    """Work out what each upgrade changes between two places; kept for whoever asks next."""
    return _gains(dataset, pair)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=_MAX_PAIRS)
def _gains(dataset: Dataset, pair: Pair) -> pd.DataFrame:
    """Work out what each upgrade changes between two places."""
    return gains(dataset, *pair)


def different_routes(dataset: Dataset, pair: Pair) -> Answer:
    """Give the clearly different ways without sanctioned countries, as the page Routes has them."""
    origin, destination = pair
    avoid = Avoided(countries=SANCTIONED)
    return answer(dataset, RouteQuestion(origin=origin, destination=destination, avoid=avoid))


def unmended(dataset: Dataset, pair: Pair) -> pd.DataFrame:
    """List the steps of these routes without a project; cached."""
    return _unmended(dataset, pair)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=_MAX_PAIRS)
def _unmended(dataset: Dataset, pair: Pair) -> pd.DataFrame:
    """List the steps of the clearly different routes without a project."""
    found = different_routes(dataset, pair)
    ways = {route_id: found.found.hops[route_id] for route_id in found.shown} if found.found else {}
    return without_works(dataset, ways)


def prepare(dataset: Dataset) -> None:
    """Work out the join, and the gains of the usual pair, before the first visitor."""
    join(dataset)
    if all(dataset.has("nodes", node_id) for node_id in PAIR):
        effects_between(dataset, PAIR)


def _pair(view: View, places: tuple[str, ...]) -> Pair:
    """Give the pair of the address, an end that is not on the network replaced by the usual one."""
    state = view.state
    usual = (*(node_id for node_id in PAIR if node_id in places), *places)
    origin = state.origin if state.origin in places else usual[0]
    destination = state.destination if state.destination in places else usual[1]
    return str(origin), str(destination)
