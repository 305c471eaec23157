"""What the page Scenarios shows, as tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from corridor.impact.routes import totals_compared
from ui.evidence.shown import Shown
from ui.sections.scenarios import frames

if TYPE_CHECKING:
    import pandas as pd

    from ui.link.view import View
    from ui.sections.scenarios.lab import Lab


def compared(view: View, shown: Lab) -> Shown:
    """Give routes, totals, connectivity and capacity without and with the scenario."""

    def tables() -> dict[str, pd.DataFrame]:
        found = frames.sides(shown)
        if found is None:
            return {}
        if not shown.is_changed:
            return {"routes": found.before.table}
        capacity, cut = frames.capacities(view.dataset, shown.question)
        return {
            "scenario_routes": frames.routes(view.dataset, found),
            "scenario_totals": totals_compared(found),
            "scenario_connectivity": frames.connectivity(view.dataset, shown.question),
            "scenario_capacity": capacity,
            "scenario_cut": cut,
        }

    keys = shown.question.as_keys()
    return Shown(tables=tables, addresses=[("routes", f"routes?{urlencode(keys)}")], choice=keys)
