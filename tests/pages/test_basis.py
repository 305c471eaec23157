"""Walks every page and fails on a figure without the mark of its basis, wherever on the page it stands."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pandas as pd
import pytest

from tests.pages.conftest import written
from ui.link.nav import ENTRIES
from ui.settings.dataset import dataset

ROOT = Path(__file__).resolve().parents[2]
NBSP = "\N{NO-BREAK SPACE}"
# A number with a unit, or a sum of money.
FIGURE = re.compile(
    r"\d ?(km|km/h|h|d|min|days?|Mt|t|TEU|FEU|companies|documents|trains?|flights?|wagons?|passengers|million"
    r"|per (week|day|year))\b|\b(USD|EUR) ?\d"
)
DIGEST = re.compile(r"\b[0-9a-f]{12}\b")  # of the data, which may end like 2 d
VIEWS = [
    *((page.name, {}) for page in ENTRIES),
    ("corridor", {"c": "tc-btk", "via": "start-astana.cross-kuryk", "leg": "aktau-alat"}),
    ("corridor", {"c": "southern-rail"}),
    ("flights", {"from": "ala", "to": "beg"}),
    ("sources", {"claim": "c-t-0016", "q": "aktau", "cp": "4"}),
    ("partners", {"pj": "moyynty-kyzylzhar-line"}),
    ("partners", {"part": "papers"}),
    ("partners", {"part": "mending"}),
    ("partners", {"part": "minerals"}),
    ("partners", {"part": "promises"}),
    ("partners", {"part": "trade"}),
    ("partners", {"part": "organisations", "org": "ktz"}),
    ("connectivity", {"show": "cost", "agg": "geometric", "node": "bor", "days": "30"}),
    ("sources", {"age": "overdue", "c": "tc-danube"}),
]
PARTS_OF_WORDS = {"promises", "organisations"}
_VOID = {"br", "hr", "img", "col", "input", "meta", "link"}
# The scale of a chart is no figure about the world; a chart as a table has a column for the basis.
_LEFT_OUT = {"a", "style", "panel", "cx-claim", "site-version", "rv-axis", "cx-twin"}
_WHOLE = {"td", "th", "li", "p", "dd", "dt", "summary", "caption", "h3", "h4"}


class Figures(HTMLParser):
    """
    Collects texts with a figure that no basis mark stands beside in the same cell, item or paragraph.

    The panel that a chip opens and a claim shown whole are left out: they name the basis at their head. So
    are titles that are links, and the digest of the data, in which any letter may follow a digit.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[tuple[str, list[str]]] = []
        self.marked: list[bool] = []
        self.left_out = 0
        self.unmarked: list[str] = []
        self.seen = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        if "basis" in classes:
            self.marked = [True] * len(self.marked)
        is_left_out = tag in _LEFT_OUT or not _LEFT_OUT.isdisjoint(classes)
        self.left_out += bool(self.left_out) or is_left_out
        self.open.append((tag, []))
        self.marked.append(False)

    def handle_data(self, data: str) -> None:
        text = DIGEST.sub("", data.replace(NBSP, " "))
        if self.open and not self.left_out and FIGURE.search(text):
            self.open[-1][1].append(text)
            self.seen += 1

    def handle_endtag(self, tag: str) -> None:
        name, texts = self.open.pop()
        assert name == tag
        self.left_out -= bool(self.left_out)
        if self.marked.pop() or not texts:
            return
        if name in _WHOLE or not self.open:
            self.unmarked += texts
        else:
            self.open[-1][1].extend(texts)


@pytest.fixture(scope="module")
def quoted() -> set[str]:
    """All texts of the dataset: what stands on a page word for word is a quotation with its own source."""
    data = dataset()
    texts: set[str] = set()
    for name in data.package.tables:
        frame = data.table(name)
        for column in frame.select_dtypes("str"):
            texts.update(text.replace(NBSP, " ") for text in frame[column].dropna())
    for file in (ROOT / "data" / "practice").glob("*.csv"):  # how a published figure of a journey is read
        frame = pd.read_csv(file, dtype="str")
        for column in frame:
            texts.update(text.replace(NBSP, " ") for text in frame[column].dropna())
    for note in data.corridors["constraint_note"].dropna():  # its first sentence opens to the rest
        first, _stop, rest = note.replace(NBSP, " ").partition(". ")
        texts.update((f"{first}.", rest))
    return texts


@pytest.mark.parametrize(
    ("page", "keys"), VIEWS, ids=lambda value: value if isinstance(value, str) else "-".join(value)
)
def test_no_figure_stands_without_its_basis(seen, quoted, page, keys):
    app = seen(page, lang="en", **keys)
    assert not app.exception
    figures = Figures(written(app))
    assert figures.seen > 3 or page == "own-data" or keys.get("part") in PARTS_OF_WORDS
    assert [text for text in figures.unmarked if text.strip() not in quoted] == []


def test_a_figure_without_a_mark_is_found():
    html = (
        '<table><tr><td>12 km</td><td>5 h<span class="basis"></span></td><td><b>USD 7</b></td></tr></table>'
    )
    assert Figures(html).unmarked == ["12 km", "USD 7"]
