"""Which proxies may say under which address a request reached them."""

from __future__ import annotations

import ipaddress
import logging
import os
from functools import lru_cache
from typing import TYPE_CHECKING

from starlette.datastructures import Headers

if TYPE_CHECKING:
    from starlette.types import Scope

TRUSTED_PROXIES = "CORRIDOR_TRUSTED_PROXIES"
_LOOPBACK = (ipaddress.ip_address("127.0.0.1"), ipaddress.ip_address("::1"))
_Network = ipaddress.IPv4Network | ipaddress.IPv6Network
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
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    address = getattr(address, "ipv4_mapped", None) or address
    return any(address in network for network in networks)


@lru_cache(maxsize=8)
def trusted(setting: str) -> tuple[_Network, ...]:
    """Read the setting; what is neither an address nor a network is left out, with a word in the log."""
    found: list[_Network] = []
    for part in filter(None, (part.strip() for part in setting.split(","))):
        try:
            found.append(ipaddress.ip_network(part, strict=False))
        except ValueError:
            log.warning("%s: %r is neither an address nor a network, and is left out.", TRUSTED_PROXIES, part)
    return tuple(found)


def _first(values: str) -> str:
    """Give the first of several values: what the outermost proxy was asked."""
    return values.partition(",")[0].strip()
