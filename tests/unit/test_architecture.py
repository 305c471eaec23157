"""The architecture page names every module, so that it cannot fall behind the house."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([\w./]+)`", TEXT))
MODULES = sorted(
    path.relative_to(ROOT)
    for room in ("corridor", "ui")
    for path in (ROOT / room).rglob("*.py")
    if path.stem != "__init__"
)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_module_has_its_place(module):
    assert module.stem in NAMED, f"docs/architecture.md does not name {module}"


def test_names_stand_for_something():
    stems = {module.stem for module in MODULES} | {folder.parent.name for folder in MODULES}
    rooms = {"data/geo", "pages/", "app.py", "benchmarks/", "tools/", "tools.geo", "datapackage.json"}
    gone = {name for name in NAMED if "/" not in name and "." not in name} - stems - rooms - {"lint"}
    assert gone == set()
