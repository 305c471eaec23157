"""How many visitors may have a page open at once."""

from __future__ import annotations

from ui.settings.environment import VISITORS
from ui.settings.whole_number import whole_number

USUAL_VISITORS = 250
MAX_VISITORS = 100_000


def most_visitors() -> int:
    """
    Read how many pages may be open at once in this process; 0 for no limit.

    Raises
    ------
    ui.settings.whole_number.UnusableNumberError
        If the setting is no whole number within its limits.
    """
    return whole_number(VISITORS, usual=USUAL_VISITORS, most=MAX_VISITORS)
