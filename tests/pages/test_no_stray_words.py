"""No page writes what is no word, such as None or nan; nothing is 0 for not being known."""

from __future__ import annotations

import ast
import itertools
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corridor.intake import Upload
from tests.pages.conftest import Outline, written
from tests.pages.test_own_data import bring, explore, go
from ui.link.nav import ENTRIES

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
DRAWN = sorted((*(ROOT / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")))
# A sentence may begin with "None of our sources" or "None speaks".
STRAY = re.compile(r"\bNone\b(?! of our sources| [a-z]{3})|\b[Nn]a[Nn]\b|\bNaT\b|<NA>|\bundefined\b")
NOTHING = re.compile(r"(?<![\d.,–-])0 (?:min|h|d)\b")
VIEWS = [
    *((entry.name, {}) for entry in ENTRIES),
    ("routes", {"from": "bar", "to": "belgrade"}),
    ("routes", {"from": "belgrade", "to": "bar"}),
    ("routes", {"from": "xian", "to": "shanghai"}),
    ("routes", {"from": "astana", "to": "belgrade", "step": "3", "want": "cheapest"}),
    ("routes", {"from": "almaty", "to": "almaty"}),
    ("routes", {"travel": "air", "date": "2026-12-01"}),
    ("compare", {"from": "bar", "to": "belgrade"}),
    ("corridor", {"c": "tc-btk", "leg": "aktau-alat", "year": "2028"}),
    ("corridor", {"c": "northern-rail"}),
    ("flights", {"from": "beg", "to": "nqz"}),
    ("sources", {"claim": "no-such-claim", "q": "zzzz"}),
    *(("partners", {"part": part}) for part in ("papers", "promises", "mending", "minerals", "trade")),
]
# Three ports in a ring: two routes between any two of them, and nothing is known of any.
PORTS = """node_id,name_en,kind,country,lat,lon,position_precision,position_method,gauge_change
own-a,Alpha,seaport,KZ,43.6,51.2,town,own,false
own-b,Beta,seaport,RS,44.8,20.5,town,own,false
own-c,Gamma,seaport,TR,41.0,29.0,town,own,false
"""
LINES = """leg_id,from_node,to_node,mode,both_ways,gauge_mm,status,geometry_fidelity
own-ab,own-a,own-b,sea,true,,operating,schematic
own-ac,own-a,own-c,sea,true,,operating,schematic
own-cb,own-c,own-b,rail,true,1435,operating,schematic
"""


def plain(html: str) -> str:
    """Text of a page as it is read, without style sheets, and with plain blanks."""
    bare = re.sub(r"<style.*?</style>", "", html, flags=re.DOTALL)
    return re.sub(r"<[^>]*>", " ", bare).replace("\N{NO-BREAK SPACE}", " ")


def found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [text[max(0, hit.start() - 60) : hit.end() + 20] for hit in pattern.finditer(text)]


@pytest.mark.parametrize("lang", ["en", "kk"])
@pytest.mark.parametrize(("page", "keys"), VIEWS, ids=str)
def test_no_view_writes_what_is_no_word(seen, page, keys, lang) -> None:
    app = seen(page, lang=lang, **keys)
    assert not app.exception
    bodies = [element.proto.body for element in app.get("html")]
    assert bodies
    assert "None" not in {body.strip() for body in bodies}
    assert found(STRAY, plain(written(app))) == []


def test_routes_of_one_way_say_no_none_and_name_legs_as_travelled(seen) -> None:
    for start, end, first, last in (
        ("bar", "belgrade", "Bar", "Belgrade"),
        ("belgrade", "bar", "Belgrade", "Bar"),
    ):
        app = seen("routes", lang="en", **{"from": start, "to": end})
        html = written(app)
        heads = [text for tag, _attributes, text, _inner in Outline(emissions(html)).elements if tag == "th"]
        legs = [text for text in heads if " – " in text]
        assert legs
        assert first in legs[0].partition(" – ")[0]
        assert last in legs[-1].partition(" – ")[2]
        for before, after in itertools.pairwise(legs):
            assert before.partition(" – ")[2].split()[-1] == after.partition(" – ")[0].split()[-1]


def emissions(html: str) -> str:
    """Table of emissions of a page."""
    start = html.rindex("<table", 0, html.index("Emissions by ISO 14083"))
    return html[start : html.index("</table>", start) + len("</table>")]


def test_nothing_is_zero_for_not_being_known(visit) -> None:
    app = visit("own-data", lang="en")
    app.radio(key="own-rest").set_value("empty")
    bring(app, [Upload("nodes.csv", PORTS.encode()), Upload("legs.csv", LINES.encode())])
    explore(app)
    for page in (
        "overview",
        "routes",
        "compare",
        "corridor",
        "connectivity",
        "flights",
        "partners",
        "sources",
    ):
        keys = {"from": "own-a", "to": "own-b"} if page in {"routes", "compare"} else {}
        go(app, page, lang="en", own="1", **keys)
        assert not app.exception, page
        text = plain(written(app))
        assert found(NOTHING, text) == [], page
        assert found(STRAY, text) == [], page
        if page == "routes":
            assert "No part of this route has a known time" in text


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Calls of `st.html`."""
    for node in ast.walk(tree):
        is_call = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if is_call and node.func.attr == "html" and ast.unparse(node.func.value) == "st":
            yield node


def test_what_may_be_nothing_is_never_drawn_unasked() -> None:
    returned = {
        (path.stem, node.name): ast.unparse(node.returns) if node.returns else ""
        for path in DRAWN
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    assert returned["cards", "compare"] == "Markup | None"
    faults, checked = [], 0
    for path in DRAWN:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        origin = {
            alias.asname or alias.name: (
                alias.name if node.module == "ui" else (node.module or "").partition(".")[2]
            )
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "ui"
            for alias in node.names
        }
        for call in calls(tree):
            drawn = call.args[0]
            if not isinstance(drawn, ast.Call):
                continue
            checked += 1
            if isinstance(drawn.func, ast.Attribute):
                key = (origin.get(ast.unparse(drawn.func.value), ""), drawn.func.attr)
            else:
                name = ast.unparse(drawn.func)
                key = (origin.get(name, path.stem), name)
            if "None" in returned.get(key, ""):
                faults.append(f"{path.name}:{call.lineno} draws what {'.'.join(key)} may leave out")
    assert checked > 60
    assert faults == []
