"""List the texts in English that pages show to others: ``python -m tools.untranslated ru``.

Each page is drawn once, as a visitor first sees it. A text counts if it has a word of small Latin letters:
names such as Air Astana, codes and units do not. What is English on purpose is left out: titles and
publishers of sources, texts with ``data-quoted``, and what stands in ``code``.
"""

from __future__ import annotations

import argparse
import re
import sys
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from tools.catalogues import TRANSLATED
from ui.link.nav import ENTRIES, PAGES_FOLDER
from ui.server.app import ENTRY
from ui.settings.dataset import dataset

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIMEOUT_S = 300
_VOID = frozenset({"br", "hr", "img", "col", "input", "meta", "link"})
_UNREAD = frozenset({"style", "script", "code", "pre"})
_WORD = re.compile(r"(?<![\w./@-])[a-z]{3,}(?![\w./@-])")
# Units and parts of names; a text of no other small Latin words is no English text.
_NO_WORDS = frozenset(
    {"min", "mph", "kmh", "teu", "feu", "and", "the", "via", "zip", "csv", "json", "geojson"}
)


class Shown(HTMLParser):
    """The texts that a page shows, each with whether it is marked as English."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._open: list[tuple[str, bool, bool]] = []
        self.texts: list[tuple[str, bool]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and the words of its tooltip or label."""
        if tag in _VOID:
            return
        own = dict(attrs)
        unread, marked = (self._open[-1][1:]) if self._open else (False, False)
        unread = unread or tag in _UNREAD or "data-quoted" in own
        marked = own["lang"] == "en" if own.get("lang") else marked
        self._open.append((tag, unread, marked))
        is_source = tag == "a" and (own.get("href") or "").startswith("http")
        for name in ("aria-label",) if is_source else ("title", "aria-label"):
            self._add(own.get(name) or "")

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if self._open and self._open[-1][0] == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Take a text."""
        self._add(data)

    def _add(self, text: str) -> None:
        """Note a text that is read."""
        unread, marked = (self._open[-1][1:]) if self._open else (False, False)
        if text.strip() and not unread:
            self.texts.append((" ".join(text.split()), marked))


def main(arguments: list[str] | None = None) -> int:
    """Print the texts of each page, and their number."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("languages", nargs="*", default=list(TRANSLATED))
    parser.add_argument("--page", choices=[entry.name for entry in ENTRIES], help="only this page")
    parser.add_argument("--count", action="store_true", help="numbers only")
    chosen = parser.parse_args(arguments)
    for lang in chosen.languages:
        for entry in ENTRIES:
            if chosen.page in {None, entry.name}:
                texts = sorted(set(english_texts(page_html(entry.name, lang))))
                marked = sum(is_marked for _text, is_marked in texts)
                print(f"{lang} {entry.name}: {len(texts)} texts in English, {marked} of them marked")
                for text, is_marked in [] if chosen.count else texts:
                    print(f"  {'marked' if is_marked else 'NOT MARKED'}: {text}")
    return 0


def page_html(page: str, lang: str) -> str:
    """Return all HTML that a page draws at its first visit."""
    app = AppTest.from_file(str(ENTRY), default_timeout=_TIMEOUT_S)
    app.query_params["lang"] = lang
    entry = next(entry for entry in ENTRIES if entry.name == page)
    if page != "overview":
        app.switch_page(f"../../{PAGES_FOLDER.name}/{entry.file}")
        app._page_hash = calc_hash(entry.path)  # noqa: SLF001 - AppTest has no public name for it
        app.query_params["lang"] = lang
    return "\n".join(element.proto.body for element in app.run().get("html"))


def english_texts(html: str) -> Iterator[tuple[str, bool]]:
    """Yield the texts with words of small Latin letters, each with whether it is marked as English."""
    names = _names_of_sources()
    for text, is_marked in Shown(html).texts:
        if set(_WORD.findall(text)) - _NO_WORDS and text not in names:
            yield text, is_marked


@cache
def _names_of_sources() -> frozenset[str]:
    """Return titles and publishers, which stay in the language of the document."""
    sources = dataset().sources
    return frozenset(" ".join(name.split()) for column in ("title", "publisher") for name in sources[column])


if __name__ == "__main__":
    sys.exit(main())
