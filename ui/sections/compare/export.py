"""What the page Compare shows, as tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pandas as pd

if TYPE_CHECKING:
    from ui.link.view import View
    from ui.sections.compare.choice import Beside
    from ui.sections.routes.answer import Answer
from ui.evidence.shown import Shown


def compared(view: View, found: Answer, beside: Beside) -> Shown:
    """Give the routes side by side, and the steps of each."""

    def tables() -> dict[str, pd.DataFrame]:
        frames = {id_: beside.details[id_].frame for id_ in beside.ids}
        table = found.found.table if found.found is not None else pd.DataFrame()
        return {
            "routes": table[table["route_id"].isin(beside.ids)],
            "totals_beside": beside.totals,
            "hours_by_kind": beside.hours,
            "parts_beside": beside.parts,
            "likely": beside.likely.table,
            "steps": pd.concat(frames, names=["route_id"]).reset_index(level=0),
        }

    keys = found.question.as_keys()
    choice = {**keys, "compared": list(beside.ids), "data": view.dataset.version}
    return Shown(tables=tables, addresses=[("routes", f"routes?{urlencode(keys)}")], choice=choice)
