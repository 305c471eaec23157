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
