"""Streamlit's signing in by OpenID Connect: where it begins, and what it leaves with a browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from streamlit import auth_util
from streamlit.errors import StreamlitAuthError
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from ui.settings.environment import SIGN_IN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LOGIN, LOGOUT, CALLBACK = "/auth/login", "/auth/logout", "/oauth2callback"
# A working day. Streamlit's own cookie lives for a month, and nothing can call it back.
MAX_AGE_DAYS = 0.5
MIN_SECRET_LETTERS = 32
# The provider that stands in [auth] itself.
_PROVIDER = "default"
_LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class SignInUnusableError(ValueError):
    """Visitors are to sign in and cannot, so the server does not start."""

    def __init__(self, why: str) -> None:
        super().__init__(f"{SIGN_IN} is set, and nobody could sign in: {why}")


def stop_unless_usable() -> None:
    """
    Check what signing in rests on before the server takes visitors.

    Raises
    ------
    SignInUnusableError
        If a package or a line of Streamlit's secrets is missing, or the secret can be guessed.
    """
    fault = next(_faults(), None)
    if fault:
        raise SignInUnusableError(fault)


def _faults() -> Iterator[str]:
    """Find what keeps visitors from signing in, or lets others sign in for them."""
    if not auth_util.is_authlib_installed():
        yield "Authlib is not installed; install requirements-sign-in.lock."
    try:
        auth_util.validate_auth_credentials(_PROVIDER)
    except StreamlitAuthError as error:
        yield " ".join(str(error).split())
    if len(get_cookie_secret()) < MIN_SECRET_LETTERS:
        yield f"cookie_secret has fewer than {MIN_SECRET_LETTERS} characters."
    address = urlsplit(auth_util.get_validated_redirect_uri() or "")
    if not address.path.endswith(CALLBACK):
        yield f"redirect_uri does not end with {CALLBACK}."
    if address.scheme != "https" and address.hostname not in _LOOPBACK:
        yield "redirect_uri is not https, so others could read who is signed in."


def login_query() -> str:
    """Write the query with which Streamlit begins to sign in; it is signed, and good for two minutes."""
    return f"provider={auth_util.encode_provider_token(_PROVIDER)}"


def person(cookies: Mapping[str, str]) -> dict[str, object] | None:
    """
    Read who has signed in on this server, from what their browser sends.

    Parameters
    ----------
    cookies
        What the browser sends, by name; hostile.

    Returns
    -------
    dict or None
        What the provider says of them; None without a cookie, and for one that is not signed by this server,
        older than `MAX_AGE_DAYS`, or of another address.
    """
    try:
        signed = auth_util.get_cookie_with_chunks(lambda name: _signed(cookies, name), USER_COOKIE_NAME)
        found = json.loads(signed) if signed else None
    except ValueError:
        return None
    if not isinstance(found, dict) or found.get("is_logged_in") is not True:
        return None
    origin = auth_util.get_origin_from_redirect_uri()
    return found if origin and found.get("origin") == origin else None


def _signed(cookies: Mapping[str, str], name: str) -> bytes | None:
    """Read a cookie that this server signed not too long ago."""
    value = cookies.get(name)
    if value is None or not value.isascii():
        return None
    return decode_signed_value(get_cookie_secret(), name, value, MAX_AGE_DAYS)
