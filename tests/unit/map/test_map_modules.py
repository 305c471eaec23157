"""The tests of the map's script, which is JavaScript: run by Node, one file at a time."""

import re
import shutil
import subprocess
from pathlib import Path

import playwright
import pytest

TESTS = sorted((Path(__file__).resolve().parents[2] / "map").glob("*.test.mjs"))
# Playwright comes with a Node of its own, so that every machine with the test packages has one.
DRIVER = Path(playwright.__file__).parent / "driver"
MAX_SECONDS = 120


@pytest.fixture(scope="module")
def node():
    program = shutil.which("node", path=DRIVER) or shutil.which("node")
    return program or pytest.skip("no Node: neither in the Playwright package nor on the path")


def test_there_are_tests():
    names = [path.name.removesuffix(".test.mjs") for path in TESTS]
    assert names == [
        "arrows",
        "clusters",
        "inks",
        "modules",
        "numbers",
        "offset",
        "placement",
        "steps",
        "view-key",
    ]


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name)
def test_script_of_the_map(node, path):
    command = [node, "--test", "--test-reporter=tap", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=MAX_SECONDS, check=False)  # noqa: S603
    assert done.returncode == 0, done.stdout + done.stderr
    passed = re.search(r"^# pass (\d+)$", done.stdout, re.MULTILINE)
    assert passed
    assert int(passed[1]) > 0
