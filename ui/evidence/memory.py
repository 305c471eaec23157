"""Pieces of pages that are drawn once for all visitors."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from corridor.memory.caches import Cache
from ui.link.state import State, moved

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from markupsafe import Markup

    from ui.link.view import View

    _Piece = TypeVar("_Piece", Markup, Markup | None)
    _Parts = ParamSpec("_Parts")

# Bytes of text; the pages in all languages, as they open, take about half of it.
MAX_BYTES = 48_000_000
MAX_PIECES = 8192
_pieces: Cache[Markup | None] = Cache(
    "pieces of pages", most=MAX_PIECES, most_weight=MAX_BYTES, weigh=sys.getsizeof
)


def kept(view: View, name: str, draw: Callable[[], _Piece], *parts: Hashable) -> _Piece:
    """
    Draw a piece of a page, or give what was drawn before. Of a visitor's own data nothing is kept.

    Visitors who ask for a piece at once wait for the one who draws it.

    Parameters
    ----------
    view
        The visit; language, data and day are part of what is remembered.
    name
        Name of the piece.
    draw
        Draws it.
    *parts
        What else it depends on, such as the filters.
    """
    if view.own:
        return draw()
    drawn: _Piece = _pieces.get((view.data_token, view.lang, today(), name, parts), draw)
    return drawn


def piece(view: View, draw: Callable[Concatenate[View, _Parts], _Piece], *parts: _Parts.args) -> _Piece:
    """
    Draw a piece of a page that depends on all of the view, or give what was drawn before.

    What a page shows follows from its data, the day and the state in its address alone, and so do the frames
    and rows that it draws: those need not be part of what is remembered.

    Parameters
    ----------
    view
        The visit.
    draw
        Draws it from the view and the parts; its name is that of the piece.
    *parts
        What else `draw` takes, which follows from the view. Ids and numbers among them are remembered.
    """
    _data, _lang, _day, name, *more = question_of(view, draw, parts)
    return kept(view, str(name), lambda: draw(view, *parts), *more)


def question_of(view: View, draw: Callable[..., object], parts: tuple[object, ...]) -> tuple[Hashable, ...]:
    """
    Say what a drawing depends on that follows from the view: see `piece`.

    Returns
    -------
    tuple
        Data, language, day, name of the drawing, and the rest.
    """
    plain = tuple(part for part in parts if part is None or isinstance(part, str | int))
    seen = view.page, _as_today(view.state), view.dark, view.embed
    return view.data_token, view.lang, today(), f"{draw.__module__}.{draw.__qualname__}", seen, *plain


@lru_cache(maxsize=1024)
def _as_today(state: State) -> State:
    """State without the version of the data for which its link was made: every link drawn has today's."""
    return moved(state, data=None)


def today() -> date:
    """Day by which the age of claims is judged, in universal time."""
    return datetime.now(tz=UTC).date()
