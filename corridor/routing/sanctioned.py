"""Countries under wide sanctions, which many shippers leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.freight.restrictions import restricted_countries

if TYPE_CHECKING:
    import datetime as dt

    from corridor.dataset.tables import Dataset

SANCTIONED = frozenset({"BY", "IR", "RU"})


def ruled_out(dataset: Dataset, date: dt.date | None = None) -> frozenset[str]:
    """
    Return the countries that a shipper under rules of the EU leaves out on a date.

    Parameters
    ----------
    dataset
        The route dataset.
    date
        Day of travel, or None for the day up to which the data know of services.

    Returns
    -------
    frozenset of str
        ISO 3166-1 alpha-2 codes: those that the table of restrictions names; `SANCTIONED` if the dataset has
        no such table or nothing in it.
    """
    return SANCTIONED if dataset.restrictions.empty else restricted_countries(dataset, date)
