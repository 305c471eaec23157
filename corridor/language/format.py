"""The one formatter: figures, units, durations in the visitor's language."""

import math
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Any, Final

from babel.numbers import format_compact_decimal, format_decimal, format_scientific

from corridor.language.dates import partial_date, weekday, weekdays
from corridor.language.text import LOCALES, MISSING, Words
from corridor.language.units import with_unit

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

_NBSP: Final = "\N{NO-BREAK SPACE}"
_HOURS_IN_DAYS_FROM: Final = 48
_COMPACT_FROM: Final = 1e6
_COMPACT_DIGITS: Final = 4
_WRITTEN_OUT_BELOW: Final = 1e15
_WRITTEN_OUT_ABOVE: Final = 1e-9


def number(value: Any, lang: str, *, digits: int | None = None) -> str:
    """Write a number.

    Parameters
    ----------
    value
        Any number; None, NaN, NA and infinity count as missing.
    lang
        Language code of `corridor.language.text.LANGUAGES`.
    digits
        Significant digits. By default whole numbers are written out and others get three, but never
        fewer than stand before the decimal sign.

    Returns
    -------
    str
        The number with the separators of the language, or `MISSING`.
    """
    known = _known(value)
    return MISSING if known is None else _decimal(_rounded(known, digits), lang)


def quantity(value: Any, unit: str | None, lang: str, *, digits: int | None = None) -> str:
    """Write a number with its unit.

    Hours from two days on become days and hours, minutes from one hour on become hours and minutes, and
    millions are worded as such where four digits say it to the digit.

    Parameters
    ----------
    value
        Any number; None, NaN, NA and infinity count as missing.
    unit
        Unit as the dataset names it, see `corridor.language.units.with_unit`; empty for a bare number.
    lang
        Language code.
    digits
        Significant digits, as in `number`.

    Returns
    -------
    str
        Number and unit held together by no-break spaces, or `MISSING`.
    """
    known = _known(value)
    if known is None:
        return MISSING
    if (unit == "h" and abs(known) >= _HOURS_IN_DAYS_FROM) or (unit == "min" and abs(known) >= 60):  # noqa: PLR2004
        return duration(known if unit == "h" else known / 60, lang)
    rounded = _rounded(known, digits)
    text, scaled_unit = _scaled(rounded, unit or "", lang)
    return with_unit(text, scaled_unit, float(rounded), Words(lang)) if unit else text


def band(low: Any, typical: Any, high: Any, unit: str | None, lang: str) -> str:
    """Write the range between two bounds: 20–22 d.

    Parameters
    ----------
    low, typical, high
        Numbers in `unit`, any of them missing. With both bounds the range is written; else the typical
        value; else the one bound with "from" or "up to".
    unit
        Unit as the dataset names it. Hours become days where the lower bound is two days or more.
    lang
        Language code.

    Returns
    -------
    str
        The range, or `MISSING`.
    """
    lower, middle, upper = _known(low), _known(typical), _known(high)
    words = Words(lang)
    _ = words.gettext
    if lower is not None and upper is not None:
        lower, upper = sorted((lower, upper))
        return quantity(lower, unit, lang) if lower == upper else _range(lower, upper, unit or "", lang)
    if middle is not None:
        return quantity(middle, unit, lang)
    if lower is not None:
        return _("from {value}").format(value=quantity(lower, unit, lang))
    if upper is not None:
        return _("up to {value}").format(value=quantity(upper, unit, lang))
    return MISSING


def duration(hours: Any, lang: str) -> str:
    """Write a time span: 30 min, 5 h 40 min, 3 d 4 h.

    Parameters
    ----------
    hours
        Hours, broken ones allowed. Up to two days the minute counts, above it the hour.
    lang
        Language code.

    Returns
    -------
    str
        The span held together by no-break spaces, or `MISSING`.
    """
    known = _known(hours)
    if known is None:
        return MISSING
    words = Words(lang)
    if abs(known) >= _WRITTEN_OUT_BELOW:
        return with_unit(number(known, lang), "h", known, words)
    minutes = int(_half_up(Decimal(str(abs(known))) * 60))
    if minutes >= _HOURS_IN_DAYS_FROM * 60:
        large, small = divmod((minutes + 30) // 60, 24)
        units = ("d", "h")
    else:
        large, small = divmod(minutes, 60)
        units = ("h", "min")
    parts = [
        with_unit(_decimal(Decimal(count), lang), unit, count, words)
        for count, unit in zip((large, small), units, strict=True)
        if count
    ]
    sign = "\N{MINUS SIGN}" if known < 0 and parts else ""
    return sign + (_NBSP.join(parts) or with_unit("0", "h", 0, words))


def money(value: Any, currency: str, lang: str, *, digits: int | None = None) -> str:
    """Write a sum of money with the name of its currency (ISO 4217), or `MISSING`."""
    return quantity(value, currency, lang, digits=digits)


def _known(value: Any) -> float | None:
    """Value as a finite number, None for all that is missing."""
    try:
        known = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return known if math.isfinite(known) else None


def _rounded(value: float, digits: int | None) -> Decimal:
    """Value at a number of significant digits; without it whole numbers stay and others get three."""
    exact = Decimal(str(value))
    if digits is None:
        return exact if value.is_integer() else _significant(exact, max(3, exact.adjusted() + 1))
    return _significant(exact, digits)


def _significant(exact: Decimal, digits: int) -> Decimal:
    """Round to a number of significant digits."""
    return _half_up(exact, digits - exact.adjusted() - 1) if exact else exact


def _half_up(exact: Decimal, places: int = 0) -> Decimal:
    """Round as one does by hand; `places` below zero round to tens and hundreds."""
    if exact.adjusted() + places >= 27:  # noqa: PLR2004 - beyond the precision of decimal there is nothing to round
        return exact
    return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


@lru_cache(maxsize=16384)
def _decimal(value: Decimal, lang: str) -> str:
    """Write a number with the separators of the language and a true minus sign."""
    if value and not _WRITTEN_OUT_ABOVE < abs(value) < _WRITTEN_OUT_BELOW:
        text = str(format_scientific(_significant(value, 3), "0.##E0", locale=LOCALES[lang]))
    else:
        text = str(format_decimal(value, locale=LOCALES[lang], decimal_quantization=False))
    return text.replace("-", "\N{MINUS SIGN}", 1)


def _scaled(value: Decimal, unit: str, lang: str) -> tuple[str, str]:
    """Give number and unit, in millions or more where a few digits say it exactly."""
    if unit == "mm":  # track gauges are names as much as figures: 1520 mm, nowhere 1,520
        return f"{value.normalize():f}", unit
    if not _COMPACT_FROM <= abs(value) < _WRITTEN_OUT_BELOW or _significant(value, _COMPACT_DIGITS) != value:
        return _decimal(value, lang), unit
    if unit == "t" or unit.startswith("t/"):
        return _decimal((value / 1_000_000).normalize(), lang), "M" + unit
    text = format_compact_decimal(
        value, format_type="long" if lang == "en" else "short", locale=LOCALES[lang], fraction_digits=3
    )
    return str(text).replace(" ", _NBSP).replace("-", "\N{MINUS SIGN}", 1), unit


def _range(low: float, high: float, unit: str, lang: str) -> str:
    """Two numbers with one unit between them."""
    if unit == "h" and low >= _HOURS_IN_DAYS_FROM:
        low, high, unit = round(low / 24, 1), round(high / 24, 1), "d"
    both = _rounded(low, None), _rounded(high, None)
    texts = [_scaled(value, unit, lang) for value in both]
    if texts[0][1] != texts[1][1]:
        texts = [(_decimal(value, lang), unit) for value in both]
    return with_unit("–".join(text for text, _ in texts), texts[0][1], float(both[1]), Words(lang))
