"""What the page Routes shows, as tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from corridor.chain.emissions import inventory
from corridor.chain.staircase import staircase
from corridor.chain.steps import totals
from corridor.routing.obtainable import reasons

if TYPE_CHECKING:
    import pandas as pd

    from ui.link.view import View
    from ui.sections.routes.answer import Answer, Detail
from ui.evidence.shown import Shown


def routes(view: View, found: Answer, route: Detail | None) -> Shown:
    """Give every route found, and the steps, staircase and emissions of the chosen one."""

    def tables() -> dict[str, pd.DataFrame]:
        every = {}
        if found.found is not None:
            every = {
                "routes": found.found.table,
                "availability": reasons(found.found, found.question),
            }
        if route is None:
            return every
        return every | {
            "steps": route.frame,
            "staircase": staircase(route.frame),
            "totals": totals(route.frame),
            "emissions": inventory(view.dataset, route.hops),
            "route_mending": route.mended,
        }

    keys = found.question.as_keys()
    query = urlencode(keys)
    choice = {**keys, "route": route.route if route else None}
    addresses = [("routes", f"routes?{query}")]
    if route is not None:
        addresses.append(("route_mending", f"routes/{route.route}/mending?{query}"))
    return Shown(tables=tables, addresses=addresses, choice=choice)
