"""The architecture page is written from the imports, and every module stands in a folder of the contract."""

import ast
from pathlib import Path

import pytest

from tools import architecture

ROOT = Path(__file__).resolve().parents[2]
# What a package may hold beside its folders.
AT_THE_TOP = {"corridor": {"__init__", "__main__", "errors", "geometry", "warm_up"}, "ui": {"__init__"}}


def test_the_page_is_what_the_imports_say():
    assert architecture.PAGE.read_text(encoding="utf-8") == architecture.as_markdown(), (
        "run `python -m tools.architecture`"
    )


@pytest.mark.parametrize("package", architecture.PACKAGES)
def test_hardly_a_module_stands_outside_a_folder(package):
    assert {path.stem for path in (ROOT / package).glob("*.py")} <= AT_THE_TOP[package]


@pytest.mark.parametrize("package", architecture.PACKAGES)
def test_every_folder_and_module_stands_on_a_floor(package):
    named = {part for floor in architecture.floors(package) for part in floor}
    found = {
        path.relative_to(ROOT / package).parts[0].removesuffix(".py")
        for path in (ROOT / package).rglob("*.py")
    }
    assert found - {"__init__"} == named


@pytest.mark.parametrize("package", architecture.PACKAGES)
def test_every_folder_says_what_it_is_for(package):
    folders = {path.parent for path in (ROOT / package).rglob("*.py")}
    assert folders
    silent = [folder for folder in sorted(folders) if len(_opening(folder)) < 20]
    assert silent == []


def test_an_arrow_that_follows_from_others_is_left_out():
    found = {"top": {"middle", "bottom"}, "middle": {"bottom"}, "bottom": set()}
    assert architecture._reduced(found) == {"top": {"middle"}, "middle": {"bottom"}, "bottom": set()}


def _opening(folder):
    file = folder / "__init__.py"
    return ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "" if file.exists() else ""
