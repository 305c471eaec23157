"""The address under which visitors reach this server, for links that leave it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ui.settings.environment import ADDRESS

if TYPE_CHECKING:
    from collections.abc import Mapping

_HOST = re.compile(r"[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:[0-9]{1,5})?")
_PATH = re.compile(r"(/[A-Za-z0-9._~-]+)*/?")


def public_address(told: str, headers: Mapping[str, str]) -> str | None:
    """
    Settle the address of the server's root, without a slash at its end.

    Parameters
    ----------
    told
        What the visitor's browser says it is, such as "https://corridor.example.org/kz".
    headers
        Headers of the request.

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
    asked = {headers.get("host", ""), headers.get("x-forwarded-host", "")}
    is_ours = (
        parts.scheme in {"http", "https"}
        and bool(_HOST.fullmatch(parts.netloc))
        and parts.netloc in asked
        and bool(_PATH.fullmatch(parts.path))
        and not (parts.query or parts.fragment)
    )
    return f"{parts.scheme}://{parts.netloc}{parts.path}".rstrip("/") if is_ours else None
