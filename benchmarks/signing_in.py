"""Signing in as a person does it, in a browser: ``python -m benchmarks.signing_in``.

Starts a provider of OpenID Connect and a server for invited people on this machine, prints what a visitor
and a program see, and takes pictures into build/signing-in. Exit code 1 if anything is not as it should be.
"""

from __future__ import annotations

import asyncio
import hashlib
import secrets
import sys
import tempfile
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import sync_playwright

from benchmarks.replicas import ROOT, START_S, free_port, replica, wait
from benchmarks.visitors import visitor
from tests.provider import provider, secrets_toml
from tools.chromium import FLAGS, executable
from ui.settings.environment import API_TOKENS, SIGN_IN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page

    from benchmarks.replicas import Replica

PICTURES = ROOT / "build" / "signing-in"
VIEW = "/routes?from=astana&to=nis&want=cheapest&avoid=RU.IR"
API, FILE = "/api/v1/places.json?q=aktau", "/brief/flights.zip"
SCREENS = {"en": (1440, 900, "light"), "kk": (390, 844, "dark")}
OK, REFUSED = 200, 401
WAIT_MS = 60_000


def main() -> int:
    """Sign in and out on two screens, ask as a program, and say what was seen."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    token, port = secrets.token_hex(32), free_port()
    with tempfile.TemporaryDirectory() as place, provider() as signing:
        signing.person = {"email": "anna@ministry.example", "email_verified": True}
        files = {name: Path(place) / name for name in ("secrets.toml", "tokens")}
        address = f"http://127.0.0.1:{port}/oauth2callback"
        files["secrets.toml"].write_text(secrets_toml(signing, address, secrets.token_hex(32)), "utf-8")
        files["tokens"].write_text(f"archive {hashlib.sha256(token.encode()).hexdigest()}\n", "utf-8")
        more = {SIGN_IN: "@ministry.example", API_TOKENS: str(files["tokens"])}
        options = ("--secrets.files", str(files["secrets.toml"]))
        with replica(ROOT / "data" / "routes", port=port, options=options, more=more) as server:
            wait(lambda: bool(server.ready()) or server.has_ended(), START_S)
            found = [*_as_program(server, token), *_in_browser(server)]
    for words, is_well in found:
        print(f"{'ok' if is_well else 'NOT WELL':9}{words}")
    return 0 if all(is_well for _words, is_well in found) else 1


def _as_program(server: Replica, token: str) -> Iterator[tuple[str, bool]]:
    """Ask without a cookie: with the token, with another one, and for what no token opens."""
    yield "the API without a token is refused", _status(server, API) == REFUSED
    yield "the API with a token answers", _status(server, API, token) == OK
    yield "the API with another token is refused", _status(server, API, token[:-1]) == REFUSED
    for path in (VIEW, FILE):
        yield f"a token does not open {path}", _status(server, path, token) == REFUSED
    yield "a socket without signing in is refused", not _is_socket_open(server)


def _in_browser(server: Replica) -> Iterator[tuple[str, bool]]:
    """Sign in and out on each screen."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        for lang in SCREENS:
            for words, is_well in _visit(browser, server, lang):
                yield f"{lang}: {words}", is_well
        browser.close()


def _visit(browser: Browser, server: Replica, lang: str) -> Iterator[tuple[str, bool]]:
    """Visit as one person."""
    width, height, scheme = SCREENS[lang]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    page, view = context.new_page(), f"{VIEW}&lang={lang}"
    answer = page.goto(f"{server.url}{view}")
    yield "a page asks to sign in", answer is not None and answer.status == REFUSED
    yield "in the visitor's language", page.locator("html").get_attribute("lang") == lang
    _picture(page, f"asked-{lang}")
    faults: list[str] = []
    page.locator("a.again").click()
    page.wait_for_selector(".site-sign-out:visible", timeout=WAIT_MS)
    page.wait_for_selector("#cx-first", state="detached", timeout=WAIT_MS)
    page.on("response", lambda seen: faults.append(seen.url) if seen.status >= REFUSED - 1 else None)
    page.reload()
    page.frame_locator("iframe").first.locator("path.leaflet-interactive").first.wait_for(timeout=WAIT_MS)
    page.wait_for_timeout(2_000)
    wanted = {*parse_qsl(urlsplit(view).query)}
    is_back = urlsplit(page.url).path == "/routes" and wanted <= {*parse_qsl(urlsplit(page.url).query)}
    yield f"back to the same address with all its keys ({page.url.removeprefix(server.url)})", is_back
    yield f"the page and its map are drawn, nothing is refused {faults[:3]}", not faults
    _picture(page, f"in-{lang}")
    yield "API and files answer", _statuses(context, server) == {OK}
    page.locator(".site-sign-out:visible").click()
    page.wait_for_selector("a.again", timeout=WAIT_MS)
    is_asked = page.locator("html").get_attribute("lang") == lang
    yield f"signed out, asked again in the same language ({page.url.removeprefix(server.url)})", is_asked
    _picture(page, f"out-{lang}")
    yield "API and files are closed", _statuses(context, server) == {REFUSED}
    kept = "; ".join(f"{each['name']}={each['value']}" for each in context.cookies())
    yield "the socket is closed", not _is_socket_open(server, kept)
    context.close()


def _statuses(context: BrowserContext, server: Replica) -> set[int]:
    """Ask for an answer of the API and a file with the browser's cookies."""
    return {context.request.get(f"{server.url}{path}").status for path in (API, FILE)}


def _status(server: Replica, path: str, token: str = "") -> int:
    """Ask as a program does."""
    asked = urllib.request.Request(f"{server.url}{path}")  # noqa: S310 - of this machine
    if token:
        asked.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(asked, timeout=60) as answer:  # noqa: S310 - of this machine
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def _is_socket_open(server: Replica, cookies: str = "") -> bool:
    """Whether a page can be opened over a socket with these cookies."""

    async def opened() -> bool:
        try:
            async with visitor(server.url, cookies=cookies) as visit:
                return not (await visit.open("routes", "lang=en")).error
        except Exception:  # noqa: BLE001 - refused in whatever way
            return False

    # The browser's driver keeps a loop of its own on this thread.
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(lambda: asyncio.run(opened())).result()


def _picture(page: Page, name: str) -> None:
    """Take a picture of what is seen."""
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
