"""The controls of the pair index: a weight for each part, how parts are compared and added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from corridor.pairs.index import AGGREGATIONS, NORMALISATIONS
from corridor.pairs.parts import PARTS
from ui.language.text import N_
from ui.link import address
from ui.link.key_values import MAX_WEIGHT
from ui.sections.connectivity import index_parts

if TYPE_CHECKING:
    from ui.link.view import View

EQUAL = 5
NORMALISED = {"min-max": N_("From the worst to the best"), "ratio": N_("Ratio to the best")}
AGGREGATED = {
    "arithmetic": N_("Full compensation"),
    "geometric": N_("Partial compensation"),
}
_COLUMNS = 4


def choose(view: View) -> None:
    """Let the visitor move the weights and choose the methods; the address holds them."""
    _ = view.words.gettext
    with st.container(key="pair-methods", horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.segmented_control(
            _("Parts are compared by"),
            list(NORMALISATIONS),
            format_func=lambda one: _(NORMALISED[one]),
            required=True,
            **address.bound(view.state, "normalisation"),
        )
        st.segmented_control(
            _("Parts are combined by"),
            list(AGGREGATIONS),
            format_func=lambda one: _(AGGREGATED[one]),
            required=True,
            **address.bound(view.state, "aggregation"),
        )
        st.button(
            _("All weights alike"),
            key="weights-alike",
            disabled=not view.state.weights,
            on_click=address.write,
            kwargs={"weights": ()},
        )
    held = view.state.weights or (EQUAL,) * len(PARTS)
    for start in range(0, len(PARTS), _COLUMNS):
        for column, at in zip(st.columns(_COLUMNS), range(start, start + _COLUMNS), strict=True):
            part, key = PARTS[at].id, _key(PARTS[at].id)
            st.session_state[key] = held[at]
            column.slider(
                index_parts.title(view, part),
                0,
                MAX_WEIGHT,
                key=key,
                help=index_parts.meaning(view, part),
                on_change=_take,
            )


def _take() -> None:
    """Write all weights to the address; a single weight is never zero, for then nothing would count."""
    chosen = tuple(int(st.session_state[_key(part.id)]) for part in PARTS)
    alike = len(set(chosen)) == 1
    address.write(weights=() if alike else chosen)


def _key(part: str) -> str:
    """Name of the slider of a part."""
    return f"weight-{part}"
