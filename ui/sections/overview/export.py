"""What the page Overview shows, as tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from corridor.chain.steps import steps, totals
from ui.chain.connections import DIRECT_SERVICE, chains

if TYPE_CHECKING:
    from ui.link.view import View
from ui.evidence.shown import Shown

_EVENTS = 8


def overview(view: View) -> Shown:
    """Give the corridors with their sums, the direct flight, the partner register, the latest events."""
    ids = [row["corridor_id"] for row in chains(view)]

    def tables() -> dict[str, pd.DataFrame]:
        data = view.dataset
        sums = {id_: totals(steps(data, id_)) for id_ in ids}
        events = data.events.sort_values("date", ascending=False, kind="stable")
        return {
            "corridors": data.corridors[data.corridors["corridor_id"].isin(ids)],
            "totals": pd.concat(sums, names=["corridor_id"]).reset_index(level=0),
            "services": data.services[data.services["service_id"] == DIRECT_SERVICE],
            "projects": data.projects,
            "agreements": data.agreements,
            "events": events.head(_EVENTS),
        }

    named = ("corridors", "projects", "agreements", "events", "sources")
    return Shown(tables=tables, addresses=[(name, f"tables/{name}") for name in named])
