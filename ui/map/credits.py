"""Who made the geography, and what its boundaries do not say."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.link.view import View


def boundary_note(view: View) -> str:
    """Word the note on boundaries that goes with every map and every export."""
    _ = view.words.gettext
    return _(
        "Boundaries are shown for orientation and imply no opinion on the legal status of any territory. "
        "Dashed lines are disputed. References to Kosovo are to be read in the context of "
        "United Nations Security Council Resolution 1244 (1999)."
    )


def attribution(view: View) -> str:
    """Word who made the geography that the maps draw."""
    _ = view.words.gettext
    return _(
        "Made with Natural Earth. Rail and road lines © OpenStreetMap contributors (ODbL 1.0), "
        "via scgraph-data. Sea lanes: searoute. Places: GeoNames (CC BY 4.0)."
    )
