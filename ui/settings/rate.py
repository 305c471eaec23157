"""How much work one address may ask for in a minute."""

from __future__ import annotations

import os

from ui.settings.environment import RATE

USUAL_RATE = 600
MAX_RATE = 1_000_000


class UnusableRateError(ValueError):
    """The setting is no such number."""

    def __init__(self, given: str) -> None:
        super().__init__(f"{RATE} is {given!r}; it can be a whole number from 0 (no limit) to {MAX_RATE}.")


def rate() -> int:
    """
    Read how many points of work an address may ask for in a minute; 0 for no limit.

    Raises
    ------
    UnusableRateError
        If the setting is no whole number within its limits.
    """
    given = os.environ.get(RATE, "").strip()
    if not given:
        return USUAL_RATE
    if not (given.isascii() and given.isdecimal()) or int(given[:9]) > MAX_RATE:
        raise UnusableRateError(given)
    return int(given)
