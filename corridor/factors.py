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
    """
    One modelling factor with its range.

    `low` and `high` equal the value where no range is stated. `includes` names the quantity of other node
    work that the value already counts, or is None.
    """

    factor_id: str
    low: float
    value: float
    high: float
    unit: str
    includes: str | None


def default_factor(dataset: Dataset, quantity: str, *, mode: str, countries: Sequence[str]) -> Factor | None:
    """
    Find the default factor for a quantity.

    Only rows with the role "default" count. A row for the mode is preferred over one for any mode; within
    that, a row for the country over a general one. For a stretch between two countries only a general row
    counts; see `default_border_factor` for what is done at the border itself.

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
    for rows in _defaults(dataset, quantity, mode):
        for country in wanted:
            for row in rows:
                if row["country"] == country:
                    return _factor(row)
    return None


def default_border_factor(dataset: Dataset, *, mode: str, countries: tuple[str, str]) -> Factor | None:
    """
    Find the default time at the border of two countries.

    Parameters
    ----------
    dataset
        The route dataset.
    mode
        Such as "rail".
    countries
        ISO 3166-1 alpha-2 codes of the two countries; a row for the first is preferred.

    Returns
    -------
    Factor or None
        A row for one of the countries that holds at its border with the other, else a general row; None if
        there is neither. A row that names a neighbour in `border_with` holds only at the border with it.
    """
    sides: tuple[tuple[str | None, str | None], ...] = (countries, countries[::-1], (None, None))
    for rows in _defaults(dataset, "border_time_h", mode):
        for country, neighbour in sides:
            for row in rows:
                if row["country"] == country and row["border_with"] in {None, neighbour}:
                    return _factor(row)
    return None


def _defaults(dataset: Dataset, quantity: str, mode: str) -> tuple[list[dict[str, Any]], ...]:
    """Rows with the role "default" for a quantity: those for the mode, then those for any mode."""
    known: dict[Hashable, tuple[list[dict[str, Any]], ...]] = dataset.remembered
    key = ("factors", quantity, mode)
    if key not in known:
        rows = dataset.factors.query("quantity == @quantity and role == 'default'").sort_values("factor_id")
        plain = [
            {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}
            for row in rows.to_dict("records")
        ]
        known[key] = (
            [row for row in plain if row["mode"] == mode],
            [row for row in plain if row["mode"] in {"any", None}],
        )
    return known[key]


def _factor(row: dict[str, Any]) -> Factor:
    """Factor from a row, with its range completed."""
    value = float(row["value"])
    low = value if row["low"] is None else float(row["low"])
    high = value if row["high"] is None else float(row["high"])
    return Factor(
        factor_id=row["factor_id"],
        low=low,
        value=value,
        high=high,
        unit=row["unit"],
        includes=row["includes"],
    )
