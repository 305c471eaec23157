"""The floors of the house where import-linter cannot look: pages are scripts, not a package."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "pages").glob("*.py"))
SHARED = sorted((ROOT / "ui").rglob("*.py"))
MAX_PAGE = 110


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield (node.module or "").partition(".")[0]


@pytest.mark.parametrize("path", SHARED, ids=str)
def test_what_pages_share_knows_no_page(path):
    assert not {"pages", "app", "tests", "tools", "benchmarks"} & set(imported(path))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_does_no_arithmetic(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    sums = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.BinOp | ast.AugAssign)]
    assert sums == [], f"{path.name} calculates in line {sums}"
    assert not {"pandas", "numpy", "geopandas", "shapely"} & set(imported(path))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_is_read_in_one_go(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_PAGE
