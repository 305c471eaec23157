"""Security headers on every answer of the server."""

from __future__ import annotations

import base64
import hashlib
import os
from functools import cache
from typing import TYPE_CHECKING

from ui.server.document import inline_scripts
from ui.settings.environment import FRAME_ANCESTORS

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_COMPONENT = "/component/"


class SecurityHeaders:
    """ASGI layer that adds the headers. Only the app's own host may be asked for anything."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to the answer's start."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        added = security_headers(is_component=_COMPONENT in scope["path"])

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                present = {name.lower() for name, _ in message["headers"]}
                extra = [(name, value) for name, value in added if name not in present]
                message = {**message, "headers": [*message["headers"], *extra]}
            await send(message)

        await self._app(scope, receive, send_with_headers)


@cache
def security_headers(*, is_component: bool) -> tuple[tuple[bytes, bytes], ...]:
    """
    Give the headers of a page, or of a component's frame.

    Streamlit needs ``unsafe-eval`` (charts compile their expressions, the map frame evaluates its layers) and
    inline styles. Inline scripts are refused but for the one in our page, by its digest; the map
    frame needs them, because streamlit-folium puts the map's script into its page.
    """
    inline = "'unsafe-inline'" if is_component else _page_scripts()
    policy = {
        "default-src": "'self'",
        "script-src": f"'self' 'unsafe-eval' {inline}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "media-src": "'self' data: blob:",
        "connect-src": "'self'",
        "worker-src": "'self' blob:",
        "frame-src": "'self' blob: data:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        # A component's frame stands in our own page; the page may be embedded where the server's owner says.
        "frame-ancestors": os.environ.get(FRAME_ANCESTORS, "'self'"),
    }
    return (
        (b"content-security-policy", "; ".join(f"{name} {value}" for name, value in policy.items()).encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"strict-origin-when-cross-origin"),
        (b"permissions-policy", b"camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
        (b"cross-origin-opener-policy", b"same-origin"),
    )


def _page_scripts() -> str:
    """Digest of each inline script of our page, in the form a content security policy wants."""
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline_scripts())
    return " ".join(f"'sha256-{digest}'" for digest in digests)
