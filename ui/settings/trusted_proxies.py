"""Which proxies may say under which address a request reached them."""

from __future__ import annotations

import ipaddress
import logging
import os
from functools import lru_cache
from typing import TYPE_CHECKING

from starlette.datastructures import Headers

from ui.settings.environment import TRUSTED_PROXIES

if TYPE_CHECKING:
    from starlette.types import Scope

_LOOPBACK = (ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1"))
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_FORWARDED = ("forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip")
_MAX_FORWARDED = 2_000
log = logging.getLogger(__name__)


def origin(scope: Scope) -> tuple[str, str]:
    """
    Scheme and host by which a request was sent, as ("https", "corridor.example.org").

    Any visitor can send ``X-Forwarded-Host`` and ``X-Forwarded-Proto``. They count only if the request comes
    from a proxy that the setting ``CORRIDOR_TRUSTED_PROXIES`` names: addresses and networks, separated by
    commas. Without that setting they count for nothing.

    Parameters
    ----------
    scope
        The request.
    """
    headers = Headers(scope=scope)
    scheme, host = str(scope.get("scheme", "http")), headers.get("host", "")
    if _is_from_proxy(scope):
        scheme = _first(headers.get("x-forwarded-proto", "")) or scheme
        host = _first(headers.get("x-forwarded-host", "")) or host
    return scheme, host


def visitor(scope: Scope) -> str:
    """
    Address of the machine that sent a request, as far as it can be known.

    What ``X-Forwarded-For`` says counts only from a trusted proxy, and of its addresses the last that is not
    a trusted proxy itself: any visitor can write the ones before it.

    Parameters
    ----------
    scope
        The request.

    Returns
    -------
    str
        The address; that of the proxy if it names nobody, and "" where the server knows none.
    """
    client = scope.get("client")
    if client is None:
        return ""
    name, port = client
    if port == 0 or not _is_from_proxy(scope):
        return str(name)
    networks = trusted(os.environ.get(TRUSTED_PROXIES, ""))
    told = ",".join(Headers(scope=scope).getlist("x-forwarded-for"))[-_MAX_FORWARDED:]
    for part in reversed(told.split(",")):
        address = address_of(part.strip())
        if address is None:
            break
        if not any(address in network for network in networks):
            return str(address)
    return str(name)


def is_forwarded(scope: Scope) -> bool:
    """Whether a request came over a proxy, trusted or not, as far as its headers say."""
    client = scope.get("client")
    headers = Headers(scope=scope)
    return (client is not None and client[1] == 0) or any(name in headers for name in _FORWARDED)


def address_of(text: str) -> _Address | None:
    """Read an address; IPv4 written as IPv6 is IPv4. None if it is none."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _is_from_proxy(scope: Scope) -> bool:
    """
    Whether a request comes from a trusted proxy.

    uvicorn puts the visitor's address, with port 0, in the place of a proxy on this machine. No connection
    comes from port 0, so this tells that the request came over such a proxy.
    """
    networks = trusted(os.environ.get(TRUSTED_PROXIES, ""))
    client = scope.get("client")
    if not networks or client is None:
        return False
    name, port = client
    if port == 0:
        return any(address in network for address in _LOOPBACK for network in networks)
    address = address_of(name)
    return address is not None and any(address in network for network in networks)


@lru_cache(maxsize=8)
def trusted(setting: str, name: str = TRUSTED_PROXIES) -> tuple[_Network, ...]:
    """Read a setting; what is neither an address nor a network is left out, with a word in the log."""
    found: list[_Network] = []
    for part in filter(None, (part.strip() for part in setting.split(","))):
        try:
            found.append(ipaddress.ip_network(part, strict=False))
        except ValueError:
            log.warning("%s: %r is neither an address nor a network, and is left out.", name, part)
    return tuple(found)


def _first(values: str) -> str:
    """Give the first of several values: what the outermost proxy was asked."""
    return values.partition(",")[0].strip()
