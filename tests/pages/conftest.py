"""Runs pages as a visitor would, without a browser."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, unquote

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from ui.link.nav import PAGES_FOLDER, entry
from ui.server.app import ENTRY
from ui.server.panel_answer import draw

if TYPE_CHECKING:
    from collections.abc import Callable

_SEEN_AT_MOST = 160
_VOID = {"br", "hr", "img", "col", "input", "meta", "link"}


@pytest.fixture
def visit() -> Callable[..., AppTest]:
    """Open a page with the keys of an address and run it once."""
    return _opened


@pytest.fixture
def seen() -> Callable[..., AppTest]:
    """Open a page as `visit` does, once for all tests that ask for the same address and only read it."""

    def looked(page: str, /, **keys: str) -> AppTest:
        return _seen(page, tuple(sorted(keys.items())))

    return looked


def _opened(page: str, /, **keys: str) -> AppTest:
    app = AppTest.from_file(str(ENTRY), default_timeout=60)
    for key, value in keys.items():
        app.query_params[key] = value
    file = entry(page).file
    if page != "overview":
        app.switch_page(f"../../{PAGES_FOLDER.name}/{file}")
        app._page_hash = calc_hash(entry(page).path)
        for key, value in keys.items():
            app.query_params[key] = value
    return app.run()


@lru_cache(maxsize=_SEEN_AT_MOST)
def _seen(page: str, keys: tuple[tuple[str, str], ...]) -> AppTest:
    app = _opened(page, **dict(keys))
    app._run = _refuse  # whatever a widget is told, no test can run what others read
    return app


def _refuse(*_given: object, **_options: object) -> None:
    pytest.fail("Other tests read this page as it was opened: take the fixture visit to run it again.")


def written(app: AppTest) -> str:
    """All HTML that the page draws itself, with what its chips open to in its place."""
    return _written_once(app) if app._run is _refuse else _written(app)


@lru_cache(maxsize=_SEEN_AT_MOST)
def _written_once(app: AppTest) -> str:
    return _written(app)


def _written(app: AppTest) -> str:
    drawn = "\n".join(element.proto.body for element in app.get("html"))
    return _PANEL.sub(lambda found: panel_at(unescape(found[1])), drawn)


def panel_at(address: str) -> str:
    """What a chip opens to, drawn from its address alone."""
    path, _mark, query = address.partition("?")
    keys = dict(parse_qsl(query, strict_parsing=True))
    return str(draw(keys["lang"], [unquote(part) for part in path.split("/")], keys))


_PANEL = re.compile(r'<div class="panel" data-panel="([^"]+)"[^>]*></div>')


class Outline(HTMLParser):
    """Reads HTML strictly: notes elements that are not closed, and the cells and chips in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.faults: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None], str, list[str]]] = []
        self.feed(text)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag, _attributes, _inner in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        classes = (dict(attrs).get("class") or "").split()
        for _tag, _attributes, inner in self.open:
            inner.extend(f".{name}" for name in classes)
        if tag not in _VOID:
            self.open.append((tag, dict(attrs), []))

    def handle_data(self, data: str) -> None:
        if data.strip():
            for _tag, _attributes, inner in self.open:
                inner.append(data.strip())

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            self.faults.append(f"</{tag}> closes nothing")
            return
        name, attributes, inner = self.open.pop()
        text = " ".join(part for part in inner if not part.startswith("."))
        self.elements.append((name, attributes, text, [part[1:] for part in inner if part.startswith(".")]))

    def by_class(self, name: str) -> list[tuple[str, str, list[str]]]:
        """Tag, text and the classes inside of every element with a class."""
        return [
            (tag, text, inside)
            for tag, attributes, text, inside in self.elements
            if name in (attributes.get("class") or "").split()
        ]
