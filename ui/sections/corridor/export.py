"""What the page Corridor shows, as tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from corridor.chain.steps import steps, totals
from corridor.corridors.bottlenecks import bottlenecks
from corridor.corridors.calibration import calibration, stretches
from corridor.corridors.rivals import rivals
from corridor.corridors.volumes import subjects, volumes
from corridor.corridors.years import upgrades_in
from ui.evidence.memory import today

if TYPE_CHECKING:
    import pandas as pd

    from ui.link.view import View
    from ui.sections.corridor.choice import Way
from ui.evidence.shown import Shown


def chain(view: View, way: Way, year: int) -> Shown:
    """Give what the page Corridor shows of a chain in a year, from its steps to its rivals."""

    def tables() -> dict[str, pd.DataFrame]:
        data, corridor, branches = view.dataset, way.corridor, way.branches
        found = steps(data, corridor, branches=branches)
        legs = found[found["kind"] == "leg"]
        return {
            "steps": found,
            "totals": totals(found),
            "calibration": calibration(data, corridor, branches=branches),
            "stretches": stretches(data, corridor, branches=branches),
            "upgrades_on_chain": upgrades_in(data, corridor, year, today=today(), branches=branches),
            "bottlenecks": bottlenecks(data, corridor, branches=branches),
            "volumes": volumes(data, subjects(data, corridor, branches=branches)),
            "rivals": rivals(data, legs["from_node"].iloc[0], legs["to_node"].iloc[-1]),
        }

    via = f"?{urlencode({'via': '.'.join(way.branches)})}" if way.branches else ""
    named = ("steps", "totals", "bottlenecks", "volumes")
    own = [(name, f"corridors/{way.corridor}/{name}{via}") for name in named]
    addresses = [*own, ("legs", "tables/legs"), ("claims", "tables/claims?subject_type=leg")]
    choice = {"corridor": way.corridor, "via": list(way.branches), "year": year}
    return Shown(tables=tables, addresses=addresses, choice=choice)
