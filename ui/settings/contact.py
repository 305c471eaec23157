"""Where visitors report a mistake: the operator's mail address, if there is one."""

from __future__ import annotations

import os
import re
from urllib.parse import quote, urlencode

from ui.settings.environment import ADDRESS, CONTACT

_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,5}")


def contact() -> str:
    """Give the mail address that ``CORRIDOR_CONTACT`` names; empty if it is not set or is none."""
    found = os.environ.get(CONTACT, "").strip()
    return found if _MAIL.fullmatch(found) else ""


def mail(subject: str, *lines: str, path: str = "") -> str:
    """
    Write the address of a mail to the operator.

    Parameters
    ----------
    subject, *lines
        What the mail says.
    path
        Path and keys of the view that it is about; its address is added where the server knows its own.

    Returns
    -------
    str
        A ``mailto:`` address; empty if there is no contact.
    """
    to = contact()
    if not to:
        return ""
    root = os.environ.get(ADDRESS, "").rstrip("/")
    told = [*lines, f"{root}/{path}"] if root and path else [*lines]
    keys = urlencode({"subject": subject, "body": "\r\n".join(told)}, quote_via=quote)
    return f"mailto:{to}?{keys}"
