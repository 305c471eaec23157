"""Figures no finer than what they rest on: a published one as it is, any other with two digits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.language import format as fmt

if TYPE_CHECKING:
    from collections.abc import Sequence

_DAYS_FROM_H = 48
_HOURS_PER_DAY, _MINUTES_PER_HOUR = 24, 60


def size(value: float, unit: str, basis: str, lang: str, *, beside: float | None = None) -> str:
    """
    Write a number no finer than its basis allows.

    Parameters
    ----------
    value, unit
        The number and its unit, as `corridor.language.format.quantity` takes them.
    basis
        "published" for all digits; any other basis gives two, lengths three.
    lang
        Language code.
    beside
        A figure that it stands beside. If that is written in days, so is this one.
    """
    if basis == "published":
        return fmt.quantity(value, unit, lang)
    in_days = _is_in_days(unit, beside)
    scaled, unit = ([value / _HOURS_PER_DAY], "d") if in_days else _readable([value], unit)
    return fmt.quantity(scaled[0], unit, lang, digits=_digits(unit))


def size_band(
    low: float, high: float, unit: str, basis: str, lang: str, *, beside: float | None = None
) -> str:
    """
    Write a range no finer than its basis allows, in the unit of the figure that it stands beside.

    Parameters
    ----------
    low, high, unit, basis, lang
        As for `size`.
    beside
        The figure. If it is written in days, so is the range.
    """
    in_days = _is_in_days(unit, beside)
    if basis == "published":
        ends = [round(end / _HOURS_PER_DAY, 1) if in_days else end for end in (low, high)]
        return fmt.band(ends[0], None, ends[1], "d" if in_days else unit, lang)
    scaled, unit = (
        ([low / _HOURS_PER_DAY, high / _HOURS_PER_DAY], "d") if in_days else _readable([low, high], unit)
    )
    return fmt.band(_to_digits(scaled[0], unit), None, _to_digits(scaled[1], unit), unit, lang)


def bare_band(low: float, high: float, unit: str, basis: str, lang: str, *, beside: float) -> str:
    """
    Write a range without its unit, which the figure that it stands beside has: 16 d (13–19).

    Parameters
    ----------
    low, high, unit, basis, lang, beside
        As for `size_band`.
    """
    in_days = _is_in_days(unit, beside)
    in_minutes = unit == "h" and beside < 1
    scale = 1 / _HOURS_PER_DAY if in_days else _MINUTES_PER_HOUR if in_minutes else 1.0
    if basis == "published":
        ends = [round(end * scale, 1) if in_days else end * scale for end in (low, high)]
    else:
        ends = [_to_digits(end * scale, "d" if in_days else unit) for end in (low, high)]
    return fmt.band(ends[0], None, ends[1], None, lang).strip()


def _is_in_days(unit: str, beside: float | None) -> bool:
    """Whether a figure stands beside one that is written in days."""
    return unit == "h" and beside is not None and beside >= _DAYS_FROM_H


def _readable(values: Sequence[float], unit: str) -> tuple[list[float], str]:
    """Put hours into days from two days on, into minutes below one hour."""
    if unit == "h" and min(values) >= _DAYS_FROM_H:
        return [value / _HOURS_PER_DAY for value in values], "d"
    if unit == "h" and max(values) < 1:
        return [value * _MINUTES_PER_HOUR for value in values], "min"
    return list(values), unit


def _digits(unit: str) -> int:
    """Give the digits of a figure that no source states; drawn lengths are surer than factors."""
    return 3 if unit == "km" else 2


def _to_digits(value: float, unit: str) -> float:
    """Round to the digits of the unit."""
    return float(f"{value:.{_digits(unit)}g}")
