"""Dates and weekdays in the visitor's language."""

import re
from datetime import date
from functools import lru_cache
from typing import Any, Final, Literal

from babel.dates import format_interval, format_skeleton, get_day_names

from corridor.language.text import LOCALES, MISSING, Words

_DATE: Final = re.compile(r"\d{4}(-\d{2}){0,2}")
_SKELETONS: Final = {1: "y", 2: "yMMMM", 3: "yMMMd"}
_EVERY_DAY: Final = "1234567"


def partial_date(text: Any, lang: str) -> str:
    """Write a day, a month, a year or a range of them.

    Parameters
    ----------
    text
        ``2025``, ``2025-11``, ``2025-11-03`` or two of them with a stroke between.
    lang
        Language code.

    Returns
    -------
    str
        The date in words; a text that is no date comes back as it is; nothing becomes `MISSING`.
    """
    if not isinstance(text, str) or not text:
        return MISSING
    parts = text.split("/")
    if len(parts) > 2 or not all(_DATE.fullmatch(part) for part in parts):  # noqa: PLR2004
        return text
    try:
        days = [_first_day(part) for part in parts]
    except ValueError:
        return text
    precision = {part.count("-") + 1 for part in parts}
    if len(days) > 1 and len(precision) == 1 and days[0] <= days[1]:
        return str(format_interval(days[0], days[1], _SKELETONS[precision.pop()], locale=LOCALES[lang]))
    return " – ".join(_day(day, part.count("-") + 1, lang) for day, part in zip(days, parts, strict=True))


def month_or_year(day: date, lang: str, *, has_month: bool, has_year: bool) -> str:
    """Write the begin of a month or year for an axis: "2026", "Jan 2026" or "Feb"."""
    if not has_month:
        return str(day.year)
    return str(format_skeleton("yMMM" if has_year else "MMM", day, locale=LOCALES[lang]))


def weekdays(days: Any, lang: str) -> str:
    """Write ISO weekday numbers as names: "14" becomes "Mon, Thu".

    Parameters
    ----------
    days
        Digits 1 (Monday) to 7 (Sunday), in any order.
    lang
        Language code.

    Returns
    -------
    str
        Short names in the order of the week, "daily" for all seven; other texts come back as they are;
        nothing becomes `MISSING`.
    """
    if not isinstance(days, str) or not days:
        return MISSING
    numbers = sorted(set(days) - set(" ,;"))
    if not numbers or not set(numbers) <= set(_EVERY_DAY):
        return days
    if len(numbers) == len(_EVERY_DAY):
        _ = Words(lang).gettext
        return _("daily")
    return ", ".join(weekday(int(digit), lang) for digit in numbers)


@lru_cache(maxsize=128)
def weekday(day: int, lang: str, *, width: Literal["abbreviated", "wide"] = "abbreviated") -> str:
    """Name of an ISO weekday (1 is Monday); width is abbreviated or wide."""
    name = get_day_names(width, "stand-alone", LOCALES[lang])[day - 1]
    return str(name[:1].upper() + name[1:])


@lru_cache(maxsize=4096)
def _day(day: date, precision: int, lang: str) -> str:
    """Day, month or year in words."""
    return str(format_skeleton(_SKELETONS[precision], day, locale=LOCALES[lang]))


def _first_day(text: str) -> date:
    """First day of a day, month or year."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    return date(year, month, day)
