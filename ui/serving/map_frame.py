"""The map's frame on a page: what folium and streamlit-folium make of a scene, once for all visitors."""

from __future__ import annotations

import hashlib
from functools import partial
from types import FunctionType
from typing import TYPE_CHECKING, Any

import streamlit as st
import streamlit_folium

from corridor.memory.caches import Cache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import folium

    Made = Callable[[], tuple[folium.Map, folium.FeatureGroup]]

# Ten kilobytes each, more with many discs.
MAX_FRAMES = 512
_frames: Cache[Mapping[str, Any]] = Cache("frames of maps", most=MAX_FRAMES)


def draw(
    make: Made, *, key: str, height: int, parts: tuple[str, ...], on_change: Callable[[], None], is_own: bool
) -> None:
    """
    Draw the frame of a map.

    Parameters
    ----------
    make
        Gives the map and the group of what changes in it, as folium has them.
    key
        Name of the map on its page; the session state holds under it what the map sent last.
    height
        Height in pixels.
    parts
        The scripts that `make` puts into the map and the group: the frame follows from them.
    on_change
        Called when the map has sent something.
    is_own
        Whether it shows a visitor's own data, of which nothing is kept.
    """
    given = partial(arguments, make, key=key, height=height)
    question = key, height, hashlib.sha256("\0".join(parts).encode()).digest()
    frame = given() if is_own else _frames.get(question, given)
    name = frame["key"]

    def changed() -> None:
        st.session_state[key] = st.session_state.get(name, {})
        on_change()

    streamlit_folium._component_func(**frame, on_change=changed)  # noqa: SLF001 - docs/decisions/0018


def arguments(make: Made, *, key: str, height: int) -> Mapping[str, Any]:
    """
    Let streamlit-folium say what it would send to a frame.

    Its function ends by calling the component; here it calls a recorder, in names of its own, so that no
    other thread sees it.
    """
    found: dict[str, Any] = {}
    st_folium = streamlit_folium.st_folium
    recording = FunctionType(
        st_folium.__code__,
        {**st_folium.__globals__, "_component_func": found.update},
        argdefs=st_folium.__defaults__,
    )
    base, dynamic = make()
    recording(
        base,
        key=key,
        height=height,
        use_container_width=True,
        returned_objects=[],
        feature_group_to_add=dynamic,
    )
    del found["on_change"]
    return found
