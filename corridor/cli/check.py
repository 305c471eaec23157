"""What one check of an installation found."""

from __future__ import annotations

from typing import Final, NamedTuple

OK: Final = "ok"
WARNING: Final = "warning"
FAULT: Final = "fault"


class Check(NamedTuple):
    """
    What was looked at, and what was found.

    Attributes
    ----------
    state
        `OK`; `WARNING` where the server works, but not as well as it could; `FAULT` where it does not.
    subject
        What was looked at.
    words
        What was found, and what to do where it is not well.
    """

    state: str
    subject: str
    words: str
