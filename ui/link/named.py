"""The view that an address names, for what answers without Streamlit."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from ui.language.text import SOURCE_LANGUAGE, Words
from ui.link.key_values import PARTS
from ui.link.state import MAX_KEYS, parse, ruled, vocabulary
from ui.link.view import View
from ui.settings.dataset import dataset

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_PART = "part"


def keys_of(query: str) -> dict[str, list[str]]:
    """Read the keys of an address, each with its values; more than a view can have are not read at all."""
    try:
        return parse_qs(query, keep_blank_values=True, max_num_fields=2 * MAX_KEYS)
    except ValueError:
        return {}


def taken_part(keys: dict[str, list[str]]) -> str:
    """
    Take the part of a view that is asked for out of its keys: "map", "chart.staircase"; empty without one.

    A part of the page Partners, which has the same key, stays among them.
    """
    asked = keys.pop(_PART, [])
    of_page = [part for part in asked if part in PARTS]
    if of_page:
        keys[_PART] = of_page
    return next((part for part in asked if part not in PARTS), "")


def view_of(page: str, keys: Mapping[str, Sequence[str]], *, guess: str = SOURCE_LANGUAGE) -> View:
    """
    Give the view that a page and the keys of an address name, of the server's own data.

    Where the address names no language, `guess` is taken.
    """
    data = dataset()
    state = ruled(parse(keys, vocabulary(data), guess=guess).state, page)
    return View(
        page=page,
        state=state,
        words=Words(state.lang),
        lang=state.lang,
        dark=False,
        embed=False,
        dataset=data,
        data_token=f"{data.version}-{data.content_hash}",
    )
