"""The modelling factor that holds for a mode and a country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from corridor.dataset import Dataset


@dataclass(frozen=True, kw_only=True)
class Factor:
    """One modelling factor with its range; low and high equal the value where no range is stated."""

    factor_id: str
    low: float
    value: float
    high: float
    unit: str


def default_factor(dataset: Dataset, quantity: str, *, mode: str, countries: Sequence[str]) -> Factor | None:
    """
    Find the default factor for a quantity.

    Only rows with the role "default" count. A row for the mode is preferred over one for any mode; within
    that, a row for the country over a general one. For a stretch between two countries only a general row
    counts.

    Parameters
    ----------
    dataset
        The route dataset.
    quantity
        Such as "speed_km_h".
    mode
        Such as "rail".
    countries
        ISO 3166-1 alpha-2 codes of the countries at the ends.

    Returns
    -------
    Factor or None
        None if no default factor holds.
    """
    distinct = set(countries)
    wanted = (*distinct, None) if len(distinct) == 1 else (None,)
    known: dict[Hashable, list[dict[str, Any]]] = dataset.remembered
    if ("factors", quantity) not in known:
        rows = dataset.factors.query("quantity == @quantity and role == 'default'").sort_values("factor_id")
        known["factors", quantity] = [
            {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}
            for row in rows.to_dict("records")
        ]
    rows_of_quantity = known["factors", quantity]
    for modes in ((mode,), ("any", None)):
        for country in wanted:
            for row in rows_of_quantity:
                if row["mode"] in modes and row["country"] == country:
                    return _factor(row)
    return None


def _factor(row: dict[str, Any]) -> Factor:
    """Factor from a row, with its range completed."""
    value = float(row["value"])
    low = value if row["low"] is None else float(row["low"])
    high = value if row["high"] is None else float(row["high"])
    return Factor(factor_id=row["factor_id"], low=low, value=value, high=high, unit=row["unit"])
