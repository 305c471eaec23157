"""Who may see this server: everybody, or those who have signed in."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.settings.environment import SIGN_IN

if TYPE_CHECKING:
    from collections.abc import Mapping

OFF, ON = "off", "on"
# Where signing in begins and ends on this server, below its folder.
BEGIN, END = "/sign-in", "/sign-out"
_MAIL = re.compile(r"[^\s@,]*@[^\s@,]+\.[^\s@,]+")


class UnusableSignInError(ValueError):
    """The setting can be understood in more than one manner, so the server does not start."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"{SIGN_IN} is {given!r}; it can be {OFF}, {ON}, or mail addresses and domains: "
            "anna@example.org, @ministry.example."
        )


@dataclass(frozen=True)
class Invited:
    """
    Who may see the server once their provider says who they are.

    Parameters
    ----------
    names
        Mail addresses, and domains with an at sign before them, in small letters; empty for everybody whom
        the provider signs in.
    """

    names: frozenset[str] = frozenset()

    def has(self, person: Mapping[str, object]) -> bool:
        """
        Whether a person is among them; a mail address that the provider has not verified is none.

        Parameters
        ----------
        person
            What the provider says of a person: the claims of OpenID Connect.
        """
        if not self.names:
            return True
        mail = person.get("email")
        if not isinstance(mail, str) or person.get("email_verified") is not True:
            return False
        mail = mail.casefold()
        return mail in self.names or f"@{mail.rpartition('@')[2]}" in self.names


def is_asked_for() -> bool:
    """Whether visitors of this server have to sign in."""
    return invited() is not None


def invited() -> Invited | None:
    """
    Read who may see this server; None for everybody, without signing in.

    Raises
    ------
    UnusableSignInError
        If the setting is none of what it can be.
    """
    given = os.environ.get(SIGN_IN, "").strip().casefold()
    if given in {"", OFF}:
        return None
    if given == ON:
        return Invited()
    names = frozenset(filter(None, map(str.strip, given.split(","))))
    if not names or not all(map(_MAIL.fullmatch, names)):
        raise UnusableSignInError(given)
    return Invited(names)
