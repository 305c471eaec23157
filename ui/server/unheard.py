"""Clicks that arrive before this session has drawn the page: answered as soon as it has."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

try:
    from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
    from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
    from streamlit.runtime.scriptrunner_utils.script_run_context import get_script_run_ctx
except ImportError:

    def get_script_run_ctx() -> None:
        """Give nothing: `sent` then says that this version is not known."""


if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.runtime.state.session_state import SessionState

log = logging.getLogger(__name__)


def sent() -> Sequence[WidgetState]:
    """
    States of widgets that the browser sent with this run and that this session has never drawn.

    A page outlives its connection. Its next click may reach a server that has never drawn the page: a new
    process, another replica, or the same one after it discarded the session. Streamlit then knows no callback
    of the widget, and `ui.link.address.bound` gives the widget the value of the address: the click would be
    lost. Call this before the page runs, and `replay` after it.

    Returns
    -------
    Sequence
        One message a widget; none in a session that has drawn the page before.

    Notes
    -----
    Streamlit offers no public way to ask for this, so this module, and no other, reads its session state.
    Where a version stores it differently, nothing is found and the first click is lost, as in any Streamlit
    app; ``tests/unit/server/test_unheard.py`` fails then.
    """
    context = get_script_run_ctx()
    try:
        arrived = context.session_state._state._new_widget_state  # noqa: SLF001
        unknown = [state for state in arrived.states if state not in arrived.widget_metadata]
        messages = [arrived.get_serialized(name) for name in unknown]
    except AttributeError:
        log.warning("This version of Streamlit stores widgets differently: first clicks may be lost.")
        return []
    return [message for message in messages if message is not None]


def replay(messages: Sequence[WidgetState]) -> None:
    """
    Run the page once more with the same messages if one of them says other than what the page now shows.

    The page has been drawn, so Streamlit knows the widgets and calls their callbacks.

    Parameters
    ----------
    messages
        What `sent` gave before the page ran.
    """
    context = get_script_run_ctx()
    if not messages or context is None or context.script_requests is None:
        return
    context.yield_check()  # a newer click carries all states: it goes first, and ends this run here
    state = context.session_state._state  # noqa: SLF001 - see `sent`
    if not any(_is_news(state, message) for message in messages):
        return
    again = RerunData(
        query_string=context.query_string,
        widget_states=WidgetStates(widgets=messages),
        page_script_hash=context.page_script_hash,
        cached_message_hashes=context.cached_message_hashes,
        context_info=context.context_info,
    )
    context.script_requests.request_rerun(again)


def _is_news(state: SessionState, message: WidgetState) -> bool:
    """Whether a message differs from what its widget shows, or presses a button that is drawn here."""
    arrived = state._new_widget_state  # noqa: SLF001 - see `sent`
    if message.id not in arrived.widget_metadata:  # the page has no such widget any more
        return False
    if message.WhichOneof("value") == "trigger_value":
        return bool(message.trigger_value)
    return bool(arrived[message.id] != state[message.id])
