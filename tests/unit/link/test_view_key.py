"""The view of the map in the address: the same table of cases as the map's own script follows."""

import json
from pathlib import Path

import pytest

from ui.link.key_values import MapView, UnusableError, Vocabulary, map_view, write_map_view

TABLE = Path(__file__).resolve().parents[2] / "map" / "view_key.json"
CASES = json.loads(TABLE.read_text(encoding="utf-8"))
KNOWN = Vocabulary()


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: repr(case["text"]))
def test_reading(case):
    if case["view"] is not None:
        assert map_view(case["text"], KNOWN) == MapView(**case["view"])
        return
    with pytest.raises(UnusableError):
        map_view(case["text"], KNOWN)


@pytest.mark.parametrize("case", CASES["write"], ids=lambda case: str(case["text"]))
def test_writing(case):
    if case["text"] is not None:
        assert write_map_view(MapView(**case["view"])) == case["text"]
        return
    with pytest.raises(ValueError, match="zoom"):
        MapView(**case["view"])
