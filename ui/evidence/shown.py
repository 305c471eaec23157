"""What a page shows, as tables to take along, each with its address under the API."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.language.text import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd


# Titles of tables that are worked out rather than kept; those of the dataset stand in its schema.
COMPUTED = {
    "steps": N_("Steps"),
    "totals": N_("Totals"),
    "routes": N_("Routes"),
    "staircase": N_("Staircase"),
    "emissions": N_("Emissions"),
    "bottlenecks": N_("Bottlenecks"),
    "volumes": N_("Volumes and capacities"),
    "connectivity": N_("Pairs of cities"),
    "country_pairs": N_("Pairs of countries"),
    "index": N_("Pair index"),
    "reach": N_("Reach"),
    "totals_beside": N_("Totals beside each other"),
    "hours_by_kind": N_("Hours by kind of work"),
    "parts_beside": N_("Parts beside each other"),
    "likely": N_("Likely times"),
    "route_mending": N_("Who mends what on this way"),
    "register": N_("Register of projects"),
    "promises": N_("Follow-up"),
    "mending": N_("Bottlenecks and projects"),
    "upgrade_gains": N_("What each upgrade changes"),
    "unmended": N_("What nobody is fixing"),
    "projects_without_bottleneck": N_("Projects without a bottleneck"),
    "sites": N_("Mines and plants"),
    "ways_out": N_("The way out"),
    "ways_out_open": N_("The way out without Russia, Belarus and Iran"),
    "roles": N_("Roles of organisations"),
    "role_counts": N_("Roles by organisation"),
}


@dataclass(frozen=True, kw_only=True)
class Shown:
    """
    What a page shows.

    Attributes
    ----------
    tables
        Gives the tables by name when they are asked for.
    addresses
        For each table that the API has, its name and its address below the API's root, without its end;
        what stands after a question mark goes behind the end.
    choice
        What is chosen on the page, named even where the address leaves it out as the default.
    """

    tables: Callable[[], Mapping[str, pd.DataFrame]]
    addresses: Sequence[tuple[str, str]] = ()
    choice: Mapping[str, object] = field(default_factory=dict)
