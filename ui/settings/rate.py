"""How much work one address may ask for in a minute."""

from __future__ import annotations

from ui.settings.environment import RATE
from ui.settings.whole_number import whole_number

USUAL_RATE = 600
MAX_RATE = 1_000_000


def rate() -> int:
    """
    Read how many points of work an address may ask for in a minute; 0 for no limit.

    Raises
    ------
    ui.settings.whole_number.UnusableNumberError
        If the setting is no whole number within its limits.
    """
    return whole_number(RATE, usual=USUAL_RATE, most=MAX_RATE)
