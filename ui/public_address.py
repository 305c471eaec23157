"""The address under which visitors reach this server, for links that leave it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ui.trusted_proxies import origin

if TYPE_CHECKING:
    from starlette.types import Scope

ADDRESS = "CORRIDOR_ADDRESS"
_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:[0-9]{1,5})?")
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*/?")


def asked_address(scope: Scope, base: str) -> str | None:
    """
    Settle the address of the server's root from the request alone, without a slash at its end.

    Parameters
    ----------
    scope
        The request.
    base
        Path under which the app is served, such as "/kz".
    """
    scheme, host = origin(scope)
    return public_address(f"{scheme}://{host}{base}", scope)


def public_address(told: str, scope: Scope) -> str | None:
    """
    Settle the address of the server's root, without a slash at its end.

    Parameters
    ----------
    told
        What the visitor's browser says it is, such as "https://corridor.example.org/kz".
    scope
        The request.

    Returns
    -------
    str or None
        The one that the setting ``CORRIDOR_ADDRESS`` names; else what the browser says, if its host is the
        one that was asked: nobody can have this server make links or codes that lead elsewhere. None if it
        is not.
    """
    named = os.environ.get(ADDRESS)
    if named:
        return named.rstrip("/")
    if not told.isascii():
        return None
    try:
        parts = urlsplit(told)
    except ValueError:
        return None
    is_ours = (
        parts.scheme in {"http", "https"}
        and bool(_HOST.fullmatch(parts.netloc))
        and parts.netloc == origin(scope)[1]
        and bool(_PATH.fullmatch(parts.path))
        and not (parts.query or parts.fragment)
    )
    return f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/") if is_ours else None
