"""Checks of everything that the operator has set, for `corridor doctor`."""

from __future__ import annotations

import difflib
import os
from ipaddress import ip_network
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ui.settings import boundaries
from ui.settings.api_tokens import api_tokens
from ui.settings.contact import contact
from ui.settings.environment import (
    ADDRESS,
    ALL,
    API_TOKENS,
    BOUNDARIES,
    CONTACT,
    LOG,
    METRICS,
    RATE,
    SIGN_IN,
    TRUSTED_PROXIES,
    VISITORS,
)
from ui.settings.log_form import log_form
from ui.settings.rate import rate
from ui.settings.sign_in import OFF, invited
from ui.settings.visitors import most_visitors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PREFIX = "CORRIDOR_"
_SUBJECT = "Settings"


def settings() -> Iterator[tuple[str, str, str]]:
    """
    Check every environment variable of the program.

    Yields
    ------
    tuple of str
        State ("ok", "warning", "fault"), subject and words, as `corridor.cli.check.Check` takes them.
    """
    found = [*_unknown(), *_refused(), *_left_out(), *_addresses()]
    yield from found
    given = [name for name in ALL if os.environ.get(name)]
    if not found:
        yield "ok", _SUBJECT, ", ".join(given) or "none, so everything is as usual"


def _unknown() -> Iterator[tuple[str, str, str]]:
    """Find variables that look like ours and are none."""
    for name in sorted(os.environ):
        if name.startswith(_PREFIX) and name not in ALL:
            alike = difflib.get_close_matches(name, ALL, n=1, cutoff=0.8)
            meant = f" Did you mean {alike[0]}?" if alike else f" There are: {', '.join(ALL)}."
            yield "warning", _SUBJECT, f"{name} is not a setting and does nothing.{meant}"


def _refused() -> Iterator[tuple[str, str, str]]:
    """Find settings with which the server does not start."""
    readers: dict[str, Callable[[], object]] = {
        API_TOKENS: api_tokens,
        BOUNDARIES: boundaries.view,
        LOG: log_form,
        RATE: rate,
        SIGN_IN: invited,
        VISITORS: most_visitors,
    }
    for read in readers.values():
        try:
            read()
        except ValueError as error:
            yield "fault", _SUBJECT, str(error)


def _left_out() -> Iterator[tuple[str, str, str]]:
    """Find addresses of machines that cannot be read."""
    for name in (METRICS, TRUSTED_PROXIES):
        for part in filter(None, map(str.strip, os.environ.get(name, "").split(","))):
            try:
                network = ip_network(part, strict=False)
            except ValueError:
                words = f"{name}: {part!r} is neither an address nor a network, and is left out."
                yield "warning", _SUBJECT, words
                continue
            if network.prefixlen == 0:
                yield "warning", _SUBJECT, f"{name}: {part} names every machine there is."


def _addresses() -> Iterator[tuple[str, str, str]]:
    """Find an address or a contact that cannot be one."""
    address = os.environ.get(ADDRESS, "")
    try:
        parts = urlsplit(address)
        is_usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query
    except ValueError:
        is_usable = False
    if address and not is_usable:
        words = f"{ADDRESS} is {address!r}. Write an address such as https://corridor.example.org/kz."
        yield "fault", _SUBJECT, words
    if os.environ.get(API_TOKENS) and os.environ.get(SIGN_IN, "").strip().casefold() in {"", OFF}:
        words = f"{API_TOKENS} does nothing without {SIGN_IN}: everybody may ask the API."
        yield "warning", _SUBJECT, words
    if os.environ.get(CONTACT) and not contact():
        words = f"{CONTACT} is no mail address, so there is no *Report a mistake*."
        yield "warning", _SUBJECT, words
