"""In which form this server writes its log: text, or a line of JSON an event."""

from __future__ import annotations

import os

from ui.settings.environment import LOG

TEXT, JSON = "text", "json"
FORMS = (TEXT, JSON)


class UnknownFormError(ValueError):
    """The setting names a form that there is not."""

    def __init__(self, given: str) -> None:
        super().__init__(f"{LOG} is {given!r}; it can be {', '.join(FORMS)}.")


def log_form() -> str:
    """
    Read the form in which this server writes its log; text unless the setting names another.

    Raises
    ------
    UnknownFormError
        If the setting names none of the forms.
    """
    given = os.environ.get(LOG) or TEXT
    if given not in FORMS:
        raise UnknownFormError(given)
    return given
