"""The verbs of the command line in groups, in the order in which `corridor` and docs/cli.md list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Routes between two places": (
        "route",
        "staircase",
        "emissions",
        "risk",
        "journeys",
        "flights",
        "calibration",
        "sweep",
    ),
    "Changes and planned works": (
        "what-if",
        "compare-scenario",
        "presets",
        "scenario",
        "upgrades",
        "gains",
        "who-mends",
        "unmended",
        "mending",
    ),
    "Weak points, capacity and reach": ("criticality", "fix", "capacity", "reach"),
    "Decisions": ("how-sure", "how-much", "fix-first", "portfolios", "critical-places"),
    "Cities and countries compared": ("connectivity", "country-pairs", "pair-index"),
    "Partners": ("register", "follow-up", "roles", "way-out"),
    "Look up": ("places", "figure", "info"),
    "Charts and briefs": ("chart", "brief"),
    "The dataset": ("validate", "new", "diff", "history", "dictionary", "citation", "bundle"),
    "The dashboard": ("serve", "doctor"),
}
