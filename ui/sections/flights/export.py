"""What the page Flights shows, as tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.air.block_times import air_times
from corridor.air.flight_gaps import flight_gaps
from ui.evidence.memory import today

if TYPE_CHECKING:
    import pandas as pd

    from ui.link.view import View
from ui.evidence.shown import Shown


def flights(view: View, ways: pd.DataFrame, origin: str, destination: str) -> Shown:
    """Give the ways by air, the services they are made of, their times, what is not known of them."""
    ids = {id_ for cell in ways["services"].dropna() for id_ in cell.split("|")}

    def tables() -> dict[str, pd.DataFrame]:
        services = view.dataset.services
        return {
            "options": ways,
            "services": services[services["service_id"].isin(ids)],
            "air_times": air_times(view.dataset, ways, origin, destination),
            "flight_gaps": flight_gaps(view.dataset, ways, today=today()),
        }

    addresses = [
        ("services", "tables/services?kind=flight"),
        ("claims", "tables/claims?subject_type=service"),
        ("nodes", "tables/nodes?kind=airport"),
    ]
    return Shown(tables=tables, addresses=addresses)
