"""Transhipments in words, with how many of them are breaks of gauge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from corridor.chain.crossings import Crossings
    from ui.link.view import View


def transhipments_in_words(view: View, found: Crossings) -> str:
    """Write how many transhipments there are, and how many of them are breaks of gauge."""
    _n = view.words.ngettext
    told = _n("{count} transhipment", "{count} transhipments", found.transhipments)
    told = told.format(count=found.transhipments)
    return f"{told} ({gauges_in_words(view, found)})" if found.gauges else told


def gauges_in_words(view: View, found: Crossings) -> str:
    """Write how many of the transhipments are breaks of gauge."""
    words = view.words.ngettext("{count} break of gauge", "{count} breaks of gauge", found.gauges)
    return words.format(count=found.gauges)
