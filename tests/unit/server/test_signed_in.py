"""Signing in against a provider of OpenID Connect on this machine: who is not invited gets nothing."""

from __future__ import annotations

import hashlib
import json
import re
import secrets
import time
from contextlib import suppress
from html import unescape
from http.client import HTTPConnection
from urllib.parse import quote, urljoin, urlsplit

import pytest
import streamlit as st
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st_
from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Mount, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton
from streamlit.web.server.starlette.starlette_app import create_streamlit_middleware
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_auth_routes import create_auth_routes

from tests.provider import provider as signing_in
from tests.provider import secrets_toml
from ui.language.text import LANGUAGES, Words
from ui.server import app as server
from ui.server import signed_in, streamlit_auth
from ui.server.observed import STREAM
from ui.server.streamlit_auth import MAX_AGE_DAYS, SignInUnusableError
from ui.settings.api_tokens import MAX_TOKENS, UnusableTokensError, api_tokens
from ui.settings.environment import API_TOKENS, SIGN_IN
from ui.settings.sign_in import Invited, UnusableSignInError, invited

HOST, SOCKETS = "http://127.0.0.1:8501", "ws://127.0.0.1:8501"
SECRET = "a secret of more than thirty-two letters"  # noqa: S105 - of this test
GUARDED = (
    "/", "/routes", "/routes?from=XIY", "/api/v1/errors.json", "/api/v1/openapi.json", "/brief/routes.pdf",
    "/geo/land.json", "/stories", "/sitemap.xml", "/oembed", "/no-such-page", "/_stcore/health",
    "/_stcore/host-config", "/app/static/own/share.js", "//healthz", "/healthz/", "/app/static/../../routes",
)  # fmt: skip
OPEN = ("/healthz", "/readyz", "/robots.txt", "/app/static/vendor/inter-latin.woff2")


@pytest.fixture(scope="module")
def provider():
    with signing_in() as found:
        yield found


@pytest.fixture(autouse=True)
def secrets_file(tmp_path, provider, monkeypatch):
    """Streamlit's secrets, which name the provider; the values can be replaced."""

    def write(**changed):
        given = {"redirect_uri": f"{HOST}/oauth2callback", "cookie_secret": SECRET, **changed}
        (tmp_path / "secrets.toml").write_text(secrets_toml(provider, **given), encoding="utf-8")
        secrets_singleton._reset()

    get = config.get_option
    files = [str(tmp_path / "secrets.toml")]
    monkeypatch.setattr(config, "get_option", lambda name: files if name == "secrets.files" else get(name))
    write()
    provider.person = {"email": "anna@ministry.example", "email_verified": True}
    yield write
    secrets_singleton._reset()


async def start_page(*_given):
    return HTMLResponse("Streamlit's page", headers={"Cache-Control": "public, max-age=60, s-maxage=60"})


async def blank(scope, receive, send):
    await HTMLResponse("Streamlit's page")(scope, receive, send)


async def stream(socket):
    await socket.accept()
    with suppress(WebSocketDisconnect):
        await socket.receive_text()


def served(monkeypatch, who="on", base=""):
    """Serve all our layers and routes, with Streamlit's own for signing in."""
    monkeypatch.setenv(SIGN_IN, who)
    get = st.get_option
    monkeypatch.setattr(st, "get_option", lambda name: base if name == "server.baseUrlPath" else get(name))
    monkeypatch.setattr(server, "_start_page", str)
    monkeypatch.setattr(server.preview_answer, "start_page", start_page)
    routes = [
        *server.routes(),
        *create_auth_routes(base),
        WebSocketRoute(f"{base}{STREAM}", stream),
        Mount(base or "/", app=blank, name="static-assets"),
    ]
    app = Starlette(routes=routes, middleware=[*server.middleware(), *create_streamlit_middleware()])
    return TestClient(app, base_url=HOST, follow_redirects=False)


def signs_in(client, path="/sign-in"):
    """Go where each answer leads, by way of the provider, until one is no redirect."""
    answer = client.get(path)
    while answer.is_redirect:
        target = urlsplit(answer.headers["location"])
        if target.path in {"/authorize", "/end"}:
            provider = HTTPConnection(target.netloc)
            provider.request("GET", f"{target.path}?{target.query}")
            target = urlsplit(provider.getresponse().headers["Location"])
            provider.close()
        answer = client.get(target._replace(scheme="", netloc="").geturl())
    return answer


def cookie(value=None, *, secret=SECRET, name="_streamlit_user", **changed):
    """Sign a cookie as Streamlit does."""
    claims = {"origin": HOST, "is_logged_in": True, "email": "anna@ministry.example", **changed}
    return create_signed_value(secret, name, value or json.dumps(claims)).decode()


def statuses(client, paths, **headers):
    return {path: client.get(path, headers=headers).status_code for path in paths}


def is_refused(client, path=STREAM):
    with pytest.raises(WebSocketDisconnect), client.websocket_connect(f"{SOCKETS}{path}"):
        pass
    return True


def test_nobody_is_asked_to_sign_in_unless_the_operator_says_so(monkeypatch):
    for setting in ("", "off"):
        client = served(monkeypatch, setting)
        assert client.get("/routes").status_code == 200
        assert client.get("/sign-in").status_code == 404


def test_without_signing_in_nothing_answers_but_what_it_takes(monkeypatch):
    client = served(monkeypatch)
    assert set(statuses(client, GUARDED).values()) == {401}
    assert client.post("/_stcore/upload_file/a/b").status_code == 401
    assert set(statuses(client, OPEN).values()) == {200}
    assert is_refused(client)
    assert is_refused(client, "/healthz")
    told = client.get("/api/v1/errors.json").json()
    assert (told["code"], told["status"]) == ("sign-in-needed", 401)
    assert "/sign-in" in told["detail"]


def test_who_has_signed_in_sees_what_they_came_for_and_can_leave(monkeypatch, provider):
    provider.person["groups"] = secrets.token_hex(4_000)
    client = served(monkeypatch)
    page = client.get("/routes?lang=kk&from=XIY&to=%C3%A9").text
    link = re.search(r'href="\./(sign-in[^"]*)"', page)[1]
    answer = signs_in(client, f"/{unescape(link)}")
    assert (answer.status_code, answer.url.path) == (200, "/routes")
    assert answer.url.query == b"lang=kk&from=XIY&to=%C3%A9"
    assert "_streamlit_user_1" in client.cookies, "the claims fill more than one cookie"
    paths = ("/routes", "/api/v1/errors.json", "/app/static/own/share.js")
    for path in paths:
        answer = client.get(path)
        assert answer.status_code == 200
        assert "public" not in answer.headers["cache-control"]
    with client.websocket_connect(f"{SOCKETS}{STREAM}"):
        pass
    assert client.get("/routes").headers["cache-control"] == "private, max-age=60"
    asked = signs_in(client, "/sign-out?lang=kk")
    assert (asked.status_code, asked.url.path, asked.url.query) == (401, "/", b"lang=kk")
    assert '<html lang="kk">' in asked.text
    assert not set(client.cookies) & {signed_in.WISH, "_streamlit_user", "_streamlit_user_1"}
    assert set(statuses(client, paths).values()) == {401}
    assert is_refused(client)


TOKEN = "a token of an archive that asks every night"  # noqa: S105 - of this test


@pytest.fixture
def tokens(tmp_path, monkeypatch):
    """The file of tokens that the operator has given out."""

    def write(text):
        (tmp_path / "tokens").write_text(text, encoding="utf-8")
        monkeypatch.setenv(API_TOKENS, str(tmp_path / "tokens"))

    write(f"# of the night\narchive {hashlib.sha256(TOKEN.encode()).hexdigest()}\n\n")
    return write


@pytest.mark.usefixtures("tokens")
def test_a_token_opens_the_api_and_nothing_else(monkeypatch):
    client = served(monkeypatch)
    answer = client.get("/api/v1/errors.json", headers={"Authorization": f"bearer {TOKEN}"})
    assert (answer.status_code, answer.headers["cache-control"].split(",")[0]) == (200, "private")
    others = [path for path in GUARDED if not path.startswith("/api/v1/")] + [
        "/api/v1/../../routes",
        "/api/v1",
    ]
    assert set(statuses(client, others, Authorization=f"Bearer {TOKEN}").values()) == {401}
    with (
        pytest.raises(WebSocketDisconnect),
        client.websocket_connect(f"{SOCKETS}{STREAM}", headers={"Authorization": f"Bearer {TOKEN}"}),
    ):
        pass


@pytest.mark.usefixtures("tokens")
@pytest.mark.parametrize(
    "sent",
    [
        "",
        "Bearer",
        "Bearer ",
        TOKEN,
        f"Basic {TOKEN}",
        f"Bearer {TOKEN}x",
        f"Bearer {'x' * 3_000}",
        "Bearer é",
    ],
)
def test_what_is_no_token_opens_nothing(monkeypatch, sent):
    client = served(monkeypatch)
    answer = client.get("/api/v1/errors.json", headers={"Authorization": sent.encode()})
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    twice = [("Authorization", f"Bearer {TOKEN}"), ("Authorization", f"Bearer {TOKEN}")]
    assert client.get("/api/v1/errors.json", headers=twice).status_code == 401


@pytest.mark.parametrize(
    "text",
    [
        "archive",
        f"archive {TOKEN}",
        f"{'a' * 64}",
        f"two names {'a' * 64}",
        f"archive {'A' * 64}",
        f"n {'a' * 64}\n" * (MAX_TOKENS + 1),
        "#" * 30_000,
    ],
)
def test_a_file_of_tokens_that_can_be_misread_is_refused_without_telling_it(monkeypatch, tokens, text):
    tokens(text)
    with pytest.raises(UnusableTokensError) as refused:
        served(monkeypatch)
    assert TOKEN not in str(refused.value)
    monkeypatch.setenv(API_TOKENS, "/no/such/file")
    with pytest.raises(UnusableTokensError, match="FileNotFoundError"):
        api_tokens()


FORGED = {
    "of another secret": lambda: cookie(secret=SECRET.upper()),
    "of another cookie": lambda: cookie(name="_streamlit_user_tokens"),
    "of another server": lambda: cookie(origin="https://elsewhere.example"),
    "without an origin": lambda: cookie(origin=None),
    "signed out": lambda: cookie(is_logged_in=False),
    "changed": lambda: f"x{cookie()}",
    "no object": lambda: cookie("[]"),
    "no JSON": lambda: cookie("{"),
    "chunks that are not there": lambda: cookie("chunks-3"),
    "nothing": lambda: "",
    "not signed": lambda: "e30.e30.e30",
}


@pytest.mark.parametrize("kind", FORGED)
def test_a_cookie_that_this_server_did_not_sign_is_none(monkeypatch, kind):
    client = served(monkeypatch)
    client.cookies.set("_streamlit_user", FORGED[kind]())
    assert set(statuses(client, ("/routes", "/api/v1/errors.json")).values()) == {401}
    assert is_refused(client)


def test_an_old_cookie_is_none(monkeypatch):
    client, now = served(monkeypatch), time.time()
    for age_days, status in ((MAX_AGE_DAYS - 0.01, 200), (MAX_AGE_DAYS + 0.01, 401), (-1, 401)):
        with monkeypatch.context() as patch:
            then = int(now - age_days * 86_400)
            patch.setattr("itsdangerous.TimestampSigner.get_timestamp", lambda _self, then=then: then)
            old = cookie()
        client.cookies.set("_streamlit_user", old)
        assert client.get("/routes").status_code == status


@pytest.mark.parametrize(
    ("who", "person", "status"),
    [
        ("@ministry.example", {"email": "Anna@Ministry.example", "email_verified": True}, 200),
        (
            "bo@x.example, anna@ministry.example",
            {"email": "anna@ministry.example", "email_verified": True},
            200,
        ),
        ("@ministry.example", {"email": "anna@ministry.example", "email_verified": False}, 401),
        ("@ministry.example", {"email": "anna@ministry.example"}, 401),
        ("@ministry.example", {"email": "anna@evil-ministry.example", "email_verified": True}, 401),
        ("@ministry.example", {"email": "anna@ministry.example@evil.example", "email_verified": True}, 401),
        ("@ministry.example", {}, 401),
    ],
)
def test_only_who_is_invited_is_let_in(monkeypatch, provider, who, person, status):
    provider.person = person
    client = served(monkeypatch, who)
    page = signs_in(client)
    assert page.status_code == status
    assert ("not invited" in page.text) == ("./sign-out?lang=en" in page.text) == (status == 401)
    assert client.get("/api/v1/errors.json").status_code == status


@pytest.mark.parametrize(
    "wish",
    [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "/\t/evil",
        "/a\r\nX: y",
        "/../x",
        "/a/%2e%2E/x?q",
        "x",
        "/" * 3_000,
    ],
)
def test_signing_in_leads_nowhere_else(monkeypatch, wish):
    client = served(monkeypatch)
    client.get("/sign-in", params={"to": wish})
    assert signed_in.WISH not in client.cookies
    client.cookies.set("_streamlit_user", cookie())
    client.cookies.set(signed_in.WISH, quote(wish, safe=""))
    assert client.get("/").headers["location"] == "/"


ODD = st_.text(st_.sampled_from("/\\.:@?#%&= \t\r\n;\x00aé"), max_size=12)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(ODD, st_.sampled_from(["", "/kz"]))
def test_no_wish_leads_to_another_host_or_ends_a_header(wish, base):
    layer = signed_in.SignedIn(blank, base, invited=Invited())
    kept = layer._granted(quote(wish, safe="")).headers["location"]
    hostile = layer._granted(wish).headers["location"]
    for target in (kept, hostile):
        assert not set(target) & set("\r\n\t\\ ")
        assert urljoin(f"{HOST}{base}/", target).startswith(f"{HOST}{base}/")


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st_.dictionaries(st_.sampled_from(["_streamlit_user", "_streamlit_user_1"]), st_.text(max_size=40)))
def test_no_text_is_a_cookie_of_ours(cookies):
    assert streamlit_auth.person(cookies) is None


def test_it_works_below_a_folder(monkeypatch):
    client = served(monkeypatch, base="/kz")
    paths = ("/kz/routes", "/kz", "/kz/", "/kz/api/v1/errors.json", "/routes", "/healthz")
    assert set(statuses(client, paths).values()) == {401}
    assert client.get("/kz/healthz").status_code == 200
    link = re.search(r'href="\./(sign-in[^"]*)"', client.get("/kz/routes?lang=kk").text)[1]
    begun = client.get(f"/kz/{unescape(link)}")
    assert begun.headers["location"].startswith("/kz/auth/login?provider=")
    client.cookies.set("_streamlit_user", cookie())
    assert client.get("/kz/").headers["location"] == "/kz/routes?lang=kk"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_asked_in_the_visitors_language(monkeypatch, lang):
    words = Words(lang)
    page = served(monkeypatch).get("/routes", headers={"Accept-Language": lang})
    assert words.gettext("Sign in to continue") in page.text
    assert page.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"cookie_secret": "short"}, "cookie_secret"),
        ({"client_secret": ""}, "client_secret"),
        ({"redirect_uri": "http://corridor.example/oauth2callback"}, "https"),
        ({"redirect_uri": f"{HOST}/elsewhere"}, "oauth2callback"),
    ],
)
def test_a_server_on_which_nobody_could_sign_in_does_not_start(monkeypatch, secrets_file, changed, why):
    secrets_file(**changed)
    with pytest.raises(SignInUnusableError, match=why):
        served(monkeypatch)
    monkeypatch.setattr("authlib.__version__", "1.0.0")
    with pytest.raises(SignInUnusableError, match="Authlib"):
        streamlit_auth.stop_unless_usable()


@pytest.mark.parametrize("given", ["yes", "1", "anna", ",", "@", "a@b", "on,off", "a b@c.example"])
def test_a_setting_that_can_be_misread_is_refused(monkeypatch, given):
    monkeypatch.setenv(SIGN_IN, given)
    with pytest.raises(UnusableSignInError):
        invited()
    assert Invited().has({})
