"""Addresses that ask for more work than their share wait: status 429, in the visitor's language."""

from __future__ import annotations

import ipaddress
import logging
import math
import time
from collections import OrderedDict
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from starlette.requests import Request

from ui.api.problem import RateError, problem
from ui.api.response import ROOT as API
from ui.server.observed import kind_of
from ui.server.plain_page import plain_page, words_of
from ui.settings.environment import TRUSTED_PROXIES
from ui.settings.rate import rate
from ui.settings.trusted_proxies import address_of, is_forwarded, visitor

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.responses import Response
    from starlette.types import ASGIApp, Receive, Scope, Send

# Points of what takes the server long; pages, files and panels cost nothing.
COSTS = {"api": 1, "part": 2, "preview": 2, "story": 2, "brief": 10}
MAX_ADDRESSES = 10_000
_MINUTE_S = 60.0
_IPV6_PREFIX = 64
log = logging.getLogger(__name__)


class Budgets:
    """
    Points of work by address: those of a minute at once, then as many as come back with time.

    Parameters
    ----------
    a_minute
        Points that an address may ask for in a minute; 0 for no limit.
    clock
        Seconds that only grow.
    """

    def __init__(self, a_minute: int, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._most, self._clock = float(a_minute), clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        """Count the addresses that are remembered."""
        return len(self._left)

    def wait_s(self, address: str, cost: float) -> float:
        """
        Take points from an address.

        Returns
        -------
        float
            0 if it had them; else the seconds until it will, and nothing is taken.
        """
        if not self._most:
            return 0.0
        cost = min(cost, self._most)
        with self._lock:
            now = self._clock()
            left, before = self._left.pop(address, (self._most, now))
            left = min(self._most, left + (now - before) * self._most / _MINUTE_S)
            wait = max(0.0, cost - left) * _MINUTE_S / self._most
            self._left[address] = (left if wait else left - cost, now)
            if len(self._left) > MAX_ADDRESSES:
                self._left.popitem(last=False)
        return wait


class BoundedRates:
    """
    ASGI layer that lets no address take the time of all others.

    Parameters
    ----------
    app
        What answers.
    base
        Path under which the app is served, such as "/kz".
    budgets
        What each address has left; by the setting ``CORRIDOR_RATE`` if None.
    """

    def __init__(self, app: ASGIApp, base: str = "", *, budgets: Budgets | None = None) -> None:
        self._app, self._base = app, base
        self._budgets = Budgets(rate()) if budgets is None else budgets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on while its address has points left."""
        cost = COSTS.get(kind_of(scope["path"], self._base)) if scope["type"] == "http" else None
        address = address_to_count(scope) if cost else None
        wait = self._budgets.wait_s(address, cost) if address and cost else 0.0
        if not wait:
            await self._app(scope, receive, send)
            return
        if is_forwarded(scope) and address == str((scope.get("client") or ("",))[0]):
            _tell()
        await self._refusal(scope, math.ceil(wait))(scope, receive, send)

    def _refusal(self, scope: Scope, wait_s: int) -> Response:
        """Say when to come back."""
        error = RateError("rate-exceeded", seconds=wait_s)
        if kind_of(scope["path"], self._base) == "api":
            response = problem(Request(scope), error, f"{self._base}{API}")
        else:
            words = words_of(scope, scope["query_string"].decode("latin-1"))
            heading, text = words.gettext(error.title), words.error(error)
            response = plain_page(scope, self._base, words, heading=heading, text=text, status=429)
        response.headers["Retry-After"] = str(wait_s)
        return response


def address_to_count(scope: Scope) -> str | None:
    """
    Address whose points a request takes: that of the visitor, of IPv6 the network of one household.

    None for a request from this machine itself, which is the operator's, or a proxy's that names nobody.
    """
    address = address_of(visitor(scope))
    if address is None or (address.is_loopback and not is_forwarded(scope)):
        return None
    if isinstance(address, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((address, _IPV6_PREFIX), strict=False))
    return str(address)


@cache
def _tell() -> None:
    """Say once that all visitors behind a proxy count as one."""
    log.warning(
        "Requests over a proxy were refused because it is not named in %s: all its visitors count as one.",
        TRUSTED_PROXIES,
    )
