"""The recipes of CONTRIBUTING.md work: each runs on a copy of the project, with the files that it names."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
SHARED, *RECIPES = re.findall(
    r"^```python\n(.+?)^```$", GUIDE.partition("## Recipes")[2], re.MULTILINE | re.DOTALL
)
TITLES = re.findall(r"^### (.+)$", GUIDE, re.MULTILINE)
COPIED = ("app.py", "corridor", "ui", "pages", "locales", "static", "tools", "data", ".streamlit", "docs")


@pytest.fixture
def project(tmp_path):
    """A copy of what recipes read and change."""
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    return tmp_path


def run(code, folder):
    """Run code in a folder, with its modules before all others."""
    environment = os.environ | {"PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(  # noqa: S603 - the code is our own page
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_there_is_a_recipe_for_each_common_task():
    tasks = ("claim", "leg", "column", "language", "page", "URL key", "colour", "question")
    assert [title.removeprefix("Add a ") for title in TITLES] == list(tasks)
    assert len(RECIPES) == len(TITLES)


@pytest.mark.parametrize("title", TITLES)
def test_a_recipe_works(title, project):
    done = run(f"{SHARED}\n{RECIPES[TITLES.index(title)]}", project)
    assert done.returncode == 0, f"{title}:\n{done.stderr[-3000:]}"


def test_a_recipe_that_no_longer_fits_is_noticed(project):
    recipe = RECIPES[TITLES.index("Add a URL key")]
    done = run(f"{SHARED}\n{recipe.replace('data: str | None', 'data: bytes | None')}", project)
    assert done.returncode == 1
    assert "AssertionError: ui/link/state.py has" in done.stderr


def test_the_files_that_recipes_name_exist():
    prose = re.sub(r"^```.+?^```$", "", GUIDE, flags=re.MULTILINE | re.DOTALL)
    named = set(
        re.findall(r"`((?:corridor|ui|data|locales|pages|static|tests|tools|docs)/[\w/.*-]*)`", prose)
    )
    named |= set(re.findall(r"\]\(([^)]+)\)", prose))
    assert len(named) > 12
    whole = [path for path in named if not any(mark in path for mark in ("LANG", "NAME", "*", "..."))]
    assert [path for path in whole if not (ROOT / path).exists()] == []
