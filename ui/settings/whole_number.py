"""Settings of the operator that are whole numbers."""

from __future__ import annotations

import os

_MAX_DIGITS = 9


class UnusableNumberError(ValueError):
    """The setting is no such number."""

    def __init__(self, name: str, given: str, most: int) -> None:
        super().__init__(f"{name} is {given!r}; it can be a whole number from 0 (no limit) to {most}.")


def whole_number(name: str, *, usual: int, most: int) -> int:
    """
    Read a limit that the operator has set; 0 for no limit.

    Parameters
    ----------
    name
        Name of the environment variable.
    usual
        The limit where nothing is set.
    most
        The largest number that can be set.

    Raises
    ------
    UnusableNumberError
        If the setting is no whole number from 0 to `most`.
    """
    given = os.environ.get(name, "").strip()
    if not given:
        return usual
    is_whole = given.isascii() and given.isdecimal() and len(given) <= _MAX_DIGITS
    if not is_whole or int(given) > most:
        raise UnusableNumberError(name, given, most)
    return int(given)
