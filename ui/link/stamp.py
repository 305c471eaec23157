"""The state that every link of a view carries: with the version of the data it was made with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.link.state import moved

if TYPE_CHECKING:
    from ui.link.state import State
    from ui.link.view import View


def stamped(view: View) -> State:
    """Give the state with the version of the data, which every link carries."""
    version = f"{view.dataset.version}-{view.dataset.content_hash}"
    return moved(view.state, data=view.state.data if view.state.own else version)
