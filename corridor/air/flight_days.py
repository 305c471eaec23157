"""On which day a flight goes, as far as validity and weekdays are published."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from corridor.dataset.periods import first_day, last_day

if TYPE_CHECKING:
    from corridor.air.flights import Flight

WEEK = 7


def next_day(flight: Flight, day: dt.date) -> dt.date | str | None:
    """
    Find the first day from a day on, within a week, on which a flight goes.

    Parameters
    ----------
    flight
        The flight.
    day
        First day that will do.

    Returns
    -------
    datetime.date, "unknown" or None
        "unknown" where it may go that week but its weekdays or its season are not published; None if it does
        not go that week.
    """
    week = [day + dt.timedelta(days=ahead) for ahead in range(WEEK)]
    valid = [date for date in week if _is_valid(flight, date)]
    if not valid:
        return None
    if not flight.weekdays or flight.status in {"seasonal", "suspended"}:
        return "unknown"
    return next((date for date in valid if str(date.isoweekday()) in flight.weekdays), None)


def _is_valid(flight: Flight, day: dt.date) -> bool:
    """Whether a flight may go on a day: within its validity, or outside its pause."""
    begins = not flight.valid_from or first_day(flight.valid_from) <= day
    ends = not flight.valid_to or day <= last_day(flight.valid_to)
    if flight.status == "suspended":
        return not (begins and ends)
    return flight.status != "ended" and begins and ends
