"""What the page Sources shows, as tables to take along."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from ui.link.view import View
from ui.evidence.shown import Shown


def ledger(view: View, found: Sequence[str]) -> Shown:
    """Give the claims that the facets leave."""

    def tables() -> dict[str, pd.DataFrame]:
        claims = view.dataset.claims
        return {"claims": claims[claims["claim_id"].isin(set(found))]}

    named = ("claims", "sources", "quantities", "factors")
    return Shown(tables=tables, addresses=[(name, f"tables/{name}") for name in named])


def factors(view: View) -> Shown:
    """Give the factors, the default ones and their alternatives."""

    def tables() -> dict[str, pd.DataFrame]:
        return {"factors": view.dataset.factors}

    return Shown(tables=tables, addresses=[("factors", "tables/factors")])
