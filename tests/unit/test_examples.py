"""Every example runs as it stands."""

import ast
import json
import runpy
from pathlib import Path

import pytest

from tests.checks import every

pytestmark = pytest.mark.usefixtures("loaded_once")

EXAMPLES = sorted(Path("examples").glob("*.py"))
NOTEBOOKS = sorted(Path("examples").glob("*.ipynb"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_runs_and_says_something(example, capsys):
    runpy.run_path(str(example))
    assert len(capsys.readouterr().out.splitlines()) > 10


def test_there_are_examples():
    assert EXAMPLES
    assert NOTEBOOKS


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_needs_one_import_of_the_library(example):
    lines = [line for line in example.read_text(encoding="utf-8").splitlines() if "import" in line]
    assert [line for line in lines if "corridor" in line] == ["import corridor as cx"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_runs_from_the_first_cell_to_the_last(notebook):
    """Run the code cells in one namespace, as a kernel would, but without a kernel."""
    book = json.loads(notebook.read_text(encoding="utf-8"))
    assert (book["nbformat"], book["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in book["cells"]]
    assert len(set(ids)) == len(ids)
    cells = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"]
    assert every(not cell["outputs"] for cell in book["cells"] if cell["cell_type"] == "code")
    names = {"__name__": "__main__"}
    shown = [value for cell in cells if (value := _run(cell, names)) is not None]
    assert len(shown) == len(cells)
    assert every(len(value) for value in shown if hasattr(value, "columns"))
    assert every(value._repr_html_().startswith("<") for value in shown if hasattr(value, "_repr_html_"))


def _run(cell, names):
    """Run a cell; give the value of its last expression."""
    tree = ast.parse(cell)
    *before, last = tree.body
    exec(compile(ast.Module(before, []), "cell", "exec"), names)  # noqa: S102 - our own words
    assert isinstance(last, ast.Expr), cell
    return eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307 - the same


def test_the_spread_that_is_printed_is_that_of_the_route_named(capsys):
    told = runpy.run_path("examples/how_sure.py")
    printed = capsys.readouterr().out
    assert f"Where the spread of {told['first']} comes from" in printed
    steps = told["routes"][told["first"]]
    legs, works = steps["leg_id"].dropna(), steps.dropna(subset="work")
    known = {*legs, *(works["work"] + ":" + works["node_id"])}
    listed = printed.rpartition("share\n")[2].split()[::2]
    assert len(listed) == 4
    assert set(listed) <= known
    assert set(told["parts"]["route_id"]) == {told["first"]}


def test_what_is_avoided_is_avoided_by_all_that_is_printed(capsys):
    told = runpy.run_path("examples/what_if.py")
    assert capsys.readouterr().out
    nodes, legs = told["data"].nodes, told["data"].legs
    ids = {*told["parts"]["id"], *told["fixes"]["leg_id"].dropna(), *told["fixes"]["node_id"].dropna()}
    passed = legs[legs["leg_id"].isin(ids)]
    ids |= {*passed["from_node"], *passed["to_node"]}
    countries = set(nodes.loc[nodes["node_id"].isin(ids), "country"])
    assert "KZ" in countries
    assert not countries & set(told["avoided"])
