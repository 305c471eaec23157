"""Every example runs as it stands."""

import runpy
from pathlib import Path

import pytest

EXAMPLES = sorted(Path("examples").glob("*.py"))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_example_runs_and_says_something(example, capsys):
    runpy.run_path(str(example))
    assert len(capsys.readouterr().out.splitlines()) > 10


def test_there_are_examples():
    assert EXAMPLES


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
