"""Where on the page Method it stands how a figure is worked out."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Paragraph of every figure that has none of its own.
MODELLED = "modelled"
ANCHORS: Mapping[str, str] = {
    "time_h": "time",
    "cost_usd_per_teu": "cost",
    "distance_km": "distance",
    "co2e_kg_per_t": "co2e",
    "capacity_t_per_year": "much",
    "capacity_teu_per_year": "much",
}
_WORK = ("border_", "transhipment_", "gauge_", "dwell_", "waiting_", "headway_", "wagon_", "port_")


def anchor_of(quantity: str) -> str:
    """Name the paragraph that says how a figure of a quantity is worked out."""
    if quantity in ANCHORS:
        return ANCHORS[quantity]
    return "work" if quantity.startswith(_WORK) else MODELLED
