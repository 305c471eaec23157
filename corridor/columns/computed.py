"""Every computed table by its name."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from corridor.columns import (
    air,
    chain,
    corridors,
    impact,
    lab,
    network,
    pairs,
    partners,
    places,
    routes,
    scenario,
)  # fmt: skip
from corridor.columns.column import Table

if TYPE_CHECKING:
    from collections.abc import Mapping

THEMES = (routes, chain, corridors, network, air, pairs, partners, scenario, impact, places, lab)

COMPUTED: Mapping[str, Table] = MappingProxyType(
    {table.name: table for theme in THEMES for table in vars(theme).values() if isinstance(table, Table)}
)
