"""Keeps the address, the state and the widgets in step: the address is the only place where state lives."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

import streamlit as st

from ui.link import own
from ui.link.state import (
    MAX_KEYS,
    Parsed,
    State,
    Vocabulary,
    encode,
    guess_language,
    moved,
    parse,
    ruled,
    vocabulary,
)

if TYPE_CHECKING:
    from collections.abc import Callable


_PAGE = "address-page"


def current() -> Parsed:
    """Read the state from the visitor's address; the browser's locale gives the language if need be."""
    # The server refuses such addresses, but a message of the browser's can name one, too.
    params = {name: st.query_params.get_all(name) for name in islice(st.query_params, MAX_KEYS)}
    return parse(params, known(), guess=guess_language(st.context.locale))


def write(**changes: Any) -> None:
    """
    Change fields of the state in the address. For ``on_change`` and ``on_click`` callbacks.

    Parameters
    ----------
    **changes
        Fields of `State`, such as ``corridor="tc-btk"``.
    """
    state = ruled(current().state, st.session_state.get(_PAGE, ""))
    st.query_params.from_dict(encode(stamped(moved(state, **changes))))


def arrived(page: str) -> Parsed:
    """Read the state of the address of a page, and remember the page for what visitors change on it."""
    st.session_state[_PAGE] = page
    parsed = current()
    return replace(parsed, state=ruled(parsed.state, page))


def bound(
    state: State, field: str, *, default: Any = None, clear: tuple[str, ...] = ()
) -> dict[str, str | Callable[..., None] | tuple[Any, ...]]:
    """
    Bind a widget to a field of the state: ``st.selectbox(label, ids, **bound(view.state, "corridor"))``.

    The widget is seeded from the address before it is drawn and writes to it when the visitor changes it.

    Parameters
    ----------
    state
        The state of the view.
    field
        Field of `State` that the widget holds.
    default
        What the widget shows while the address does not name the key.
    clear
        Fields to reset when this one changes, such as the selected leg when the corridor does.

    Returns
    -------
    dict
        Keyword arguments ``key``, ``on_change`` and ``args`` of the widget.
    """
    key = f"bound-{field}"
    value = getattr(state, field)
    is_unset = value is None or value == ()
    st.session_state[key] = default if is_unset and default is not None else value
    return {"key": key, "on_change": _write_widget, "args": (key, field, clear)}


def stamped(state: State) -> State:
    """Give the state with the version of the data that is shown now."""
    return moved(state, data=known().data_version, own=known().is_own)


def known() -> Vocabulary:
    """Ids that an address may name, collected once for each dataset."""
    return vocabulary(own.shown(), is_own=own.current() is not None)


def _write_widget(key: str, field: str, clear: tuple[str, ...]) -> None:
    """Write what the visitor chose in a widget to the address."""
    chosen = st.session_state[key]
    if isinstance(chosen, list):
        chosen = tuple(chosen)
    elif chosen is None:  # let go of: back to what stands for nothing chosen
        chosen = getattr(State(), field)
    resets = {name: getattr(State(), name) for name in clear}
    write(**resets, **{field: chosen})
