"""A provider of OpenID Connect on this machine, for tests and trials: it signs everybody in as one person."""

from __future__ import annotations

import json
import secrets
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

if TYPE_CHECKING:
    from collections.abc import Iterator

CLIENT, CLIENT_SECRET = "corridor", "of the client"
_TOKEN_LASTS_S = 60


class Provider(ThreadingHTTPServer):
    """
    A provider that signs in by the code flow with PKCE.

    Attributes
    ----------
    address
        Where it answers.
    person
        What it says of whoever signs in.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.key = RSAKey.generate_key(2048, {"kid": "one"})
        self.asked: dict[str, dict[str, str]] = {}
        self.person: dict[str, object] = {}
        self.address = f"http://127.0.0.1:{self.server_port}"

    def token(self, asked: dict[str, str]) -> str:
        """Write the token that says who has signed in."""
        now = int(time.time())
        claims = {
            "iss": self.address,
            "aud": CLIENT,
            "sub": "17",
            "iat": now,
            "exp": now + _TOKEN_LASTS_S,
            "nonce": asked["nonce"],
            **self.person,
        }
        return jwt.encode({"alg": "RS256", "kid": "one"}, claims, self.key)


class _Answers(BaseHTTPRequestHandler):
    """Answers of the provider."""

    server: Provider

    def log_message(self, *_given: object) -> None:
        """Keep quiet."""

    def do_GET(self) -> None:
        """Describe the provider, show its keys, sign in or sign out."""
        path, fields = urlsplit(self.path).path, dict(parse_qsl(urlsplit(self.path).query))
        at = self.server.address
        if path == "/discovery":
            self._say(
                {
                    "issuer": at,
                    "authorization_endpoint": f"{at}/authorize",
                    "token_endpoint": f"{at}/token",
                    "end_session_endpoint": f"{at}/end",
                    "jwks_uri": f"{at}/keys",
                    "code_challenge_methods_supported": ["S256"],
                    "id_token_signing_alg_values_supported": ["RS256"],
                }
            )
        elif path == "/keys":
            self._say(dict(KeySet([self.server.key]).as_dict(private=False)))
        elif path == "/end":
            self._send_on(fields["post_logout_redirect_uri"])
        else:
            code = secrets.token_urlsafe(8)
            self.server.asked[code] = fields
            target = {"code": code, "state": fields["state"]}
            self._send_on(f"{fields['redirect_uri']}?{urlencode(target)}")

    def do_POST(self) -> None:
        """Give a token for a code, to who can show that they asked for the code."""
        fields = dict(parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        asked = self.server.asked.pop(fields["code"])
        if create_s256_code_challenge(fields["code_verifier"]) != asked["code_challenge"]:
            self.send_error(400)
            return
        token = self.server.token(asked)
        kind = {"access_token": "none", "token_type": "Bearer", "expires_in": _TOKEN_LASTS_S}
        self._say({**kind, "id_token": token})

    def _send_on(self, address: str) -> None:
        """Send a browser back."""
        self.send_response(302)
        self.send_header("Location", address)
        self.end_headers()

    def _say(self, body: dict[str, Any]) -> None:
        """Answer with JSON."""
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())


@contextmanager
def provider() -> Iterator[Provider]:
    """Run a provider on a free port."""
    with Provider() as found:
        Thread(target=found.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield found
        found.shutdown()


def secrets_toml(at: Provider, redirect_uri: str, cookie_secret: str, **changed: str) -> str:
    """
    Write Streamlit's secrets that name the provider.

    Parameters
    ----------
    at
        The provider.
    redirect_uri, cookie_secret
        Values of the server.
    **changed
        Values instead of those of the provider; an empty one is left out.
    """
    values = {
        "redirect_uri": redirect_uri,
        "cookie_secret": cookie_secret,
        "client_id": CLIENT,
        "client_secret": CLIENT_SECRET,
        "server_metadata_url": f"{at.address}/discovery",
        **changed,
    }
    lines = "\n".join(f"{name} = {json.dumps(value)}" for name, value in values.items() if value)
    return f"[auth]\n{lines}\n"
