"""The one formatter: that of `corridor.language.format`."""

from corridor.language.format import (
    MISSING,
    band,
    duration,
    money,
    number,
    partial_date,
    quantity,
    weekday,
    weekdays,
)

__all__ = [
    "MISSING",
    "band",
    "duration",
    "money",
    "number",
    "partial_date",
    "quantity",
    "weekday",
    "weekdays",
]
