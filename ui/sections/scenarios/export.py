"""What the page Scenarios shows, as tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from corridor.routing.what_if import beside
from ui.evidence.shown import Shown

if TYPE_CHECKING:
    import pandas as pd

    from ui.sections.scenarios.lab import Lab


def compared(shown: Lab) -> Shown:
    """Give the best routes under the scenario, and what it changes for each and on each criterion."""

    def tables() -> dict[str, pd.DataFrame]:
        if shown.today.best is None or shown.assumed.best is None:
            return {}
        given = {"routes": shown.assumed.best.table}
        if shown.assumed.effect is not None:
            given |= {
                "what_if": beside(shown.today.best, shown.assumed.best),
                "what_if_routes": shown.assumed.effect.routes,
            }
        return given

    keys = shown.question.as_keys()
    return Shown(tables=tables, addresses=[("routes", f"routes?{urlencode(keys)}")], choice=keys)
