"""The tutorial runs as it stands; the reference is made from the docstrings and needs no network."""

import re
import subprocess
import sys

import pytest

import corridor as cx
from tests.checks import every
from tools import reference

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK.findall(reference.TUTORIAL.read_text(encoding="utf-8"))


@pytest.mark.usefixtures("loaded_once")
def test_the_tutorial_runs_from_the_first_block_to_the_last(capsys):
    assert len(BLOCKS) > 8
    names = {"__name__": "__main__"}
    for number, block in enumerate(BLOCKS, start=1):
        exec(compile(block, f"block {number} of the tutorial", "exec"), names)  # noqa: S102 - our own words
        assert capsys.readouterr().out, f"block {number} shows nothing"
    assert names["hours"].basis == "published"
    assert not names["after"].table["nodes"].str.contains("poti-port").any()


def test_the_tutorial_needs_one_import():
    lines = [line for block in BLOCKS for line in block.splitlines() if "import" in line]
    assert lines == ["import corridor as cx"]


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    out = tmp_path_factory.mktemp("docs")
    # In a process of its own: to read annotations, pdoc runs the parts of modules that are for type checkers.
    command = [sys.executable, "-m", "tools.reference", str(out)]
    subprocess.run(command, check=True, capture_output=True, cwd=reference.ROOT)  # noqa: S603 - our own words
    return {
        page.relative_to(out).as_posix(): page.read_text(encoding="utf-8") for page in out.rglob("*.html")
    }


def test_every_name_of_the_face_has_its_entry(pages):
    face = pages["corridor.html"]
    names = [name for name in cx.__all__ if name != "__version__"]
    missing = [name for name in names if f'id="{name}"' not in face]
    assert missing == []


def test_every_module_of_the_library_has_its_page(pages):
    for folder in ("routing", "freight", "dataset", "scenario"):
        assert f"corridor/{folder}.html" in pages
    assert 'id="RouteQuestion.as_keys"' in pages["corridor/routing/question.html"]


def test_no_page_asks_another_host_for_anything(pages):
    asked = re.compile(r"""<(?:script|img|link|iframe|source)\b[^>]*(?:src|href)=["'](?:https?:)?//""")
    assert "tutorial.html" in pages
    assert every(not asked.search(text) for text in pages.values())
    assert every("@import" not in text for text in pages.values())
