"""Modelling factors by mode and country."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from corridor.dataset.tables import Dataset

UNION, SCHENGEN, ELSEWHERE = "union", "schengen", "elsewhere"
_LEAVING, _ENTERING = "border_time_leaving_h", "border_time_entering_h"
_Place = tuple[str | None, str | None]  # country and area of a row


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
    that, a row for the country, then one for the area `ELSEWHERE` where no CAREC member takes part, then a
    general one. On a stretch between two countries a row for one country counts only where the other has one
    of the same source and value; see `default_border_factor` for what is done at the border itself.

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
    distinct = sorted(set(countries))
    for rows in _defaults(dataset, quantity, mode):
        own = [row for country in distinct for row in rows if row["country"] == country]
        if own and len(own) == len(distinct) and len({(row["source_id"], row["value"]) for row in own}) == 1:
            return _factor(own[0])
        found = _first((rows,), _areas(dataset, distinct))
        if found is not None:
            return found
    return None


def default_border_factor(
    dataset: Dataset, *, mode: str, countries: tuple[str, str], quantity: str = "border_time_h"
) -> Factor | None:
    """
    Find the default for the border of two countries.

    Parameters
    ----------
    dataset
        The route dataset.
    mode
        Such as "rail".
    countries
        ISO 3166-1 alpha-2 codes of the two countries; a row for the first is preferred.
    quantity
        "border_time_h" or "border_cost_usd_per_teu".

    Returns
    -------
    Factor or None
        Inside a customs union only a row for the area `SCHENGEN` where both countries have no border checks
        between them, else for the area `UNION`. Else a row for one of the countries that holds at its border
        with the other, then as `default_factor`; None if there is none. A row that names a
        neighbour in `border_with` holds only at the border with it.
    """
    rows = _defaults(dataset, quantity, mode)
    if shared_union(dataset, *countries):
        unchecked = all(_of_country(dataset, country, "schengen") for country in countries)
        return _first(rows, (*(((None, SCHENGEN),) if unchecked else ()), (None, UNION)))
    for some in rows:
        for country, neighbour in (countries, countries[::-1]):
            for row in some:
                if row["country"] == country and row["border_with"] in {None, neighbour}:
                    return _factor(row)
        found = _first((some,), _areas(dataset, set(countries)))
        if found is not None:
            return found
    return None


def crossing_factors(dataset: Dataset, *, mode: str, between: tuple[str, str]) -> tuple[Factor, ...]:
    """
    Find what it takes to leave one country and to enter the other, each measured on its own side.

    Parameters
    ----------
    dataset
        The route dataset.
    mode
        Such as "road".
    between
        ISO 3166-1 alpha-2 codes of the two countries in the direction of travel.

    Returns
    -------
    tuple of Factor
        Two, in the order of travel; none if one of the sides was not measured, or inside a customs union.
    """
    if shared_union(dataset, *between):
        return ()
    sides = zip((_LEAVING, _ENTERING), between, strict=True)
    found = [
        [row for row in _defaults(dataset, quantity, mode)[0] if row["country"] == country]
        for quantity, country in sides
    ]
    return tuple(_factor(rows[0]) for rows in found) if all(found) else ()


def shared_union(dataset: Dataset, country: str, other: str) -> str | None:
    """Name the customs union that two countries are both in, such as "EAEU"; None if there is none."""
    unions = [_of_country(dataset, code, "customs_union") for code in (country, other)]
    return str(unions[0]) if unions[0] is not None and unions[0] == unions[1] else None


def _areas(dataset: Dataset, countries: Collection[str]) -> tuple[_Place, ...]:
    """Places for which a factor of no single country may hold, the most special first."""
    takes_part = any(_of_country(dataset, country, "carec_member") for country in countries)
    return ((None, None),) if takes_part else ((None, ELSEWHERE), (None, None))


def _of_country(dataset: Dataset, country: str, column: str) -> Any:
    """Cell of a country; None if it is empty or the country is not known."""
    cell = dataset.record("countries", country)[column] if dataset.has("countries", country) else None
    return None if pd.isna(cell) else cell


def _first(tiers: Sequence[Sequence[dict[str, Any]]], places: Sequence[_Place]) -> Factor | None:
    """First row that holds for one of the places in their order, tier by tier."""
    for rows in tiers:
        for place in places:
            for row in rows:
                if (row["country"], row["area"]) == place:
                    return _factor(row)
    return None


@remembered(depends_on=Depends.CLAIMS)
def _defaults(dataset: Dataset, quantity: str, mode: str) -> tuple[list[dict[str, Any]], ...]:
    """Rows with the role "default" for a quantity: those for the mode, then those for any mode."""
    factors = dataset.factors
    rows = factors[(factors["quantity"] == quantity) & (factors["role"] == "default")]
    plain = [
        {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}
        for row in rows.sort_values("factor_id").to_dict("records")
    ]
    return (
        [row for row in plain if row["mode"] == mode],
        [row for row in plain if row["mode"] in {"any", None}],
    )


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
