"""The base map's script is one and the same, whatever is shown; the rest is small and names no other host."""

import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ENTRY = Path(__file__).resolve().parents[2] / "ui" / "server" / "entry.py"
VIEWS = (
    {},
    {"c": "tc-btk", "lang": "kk"},
    {"c": "northern-rail", "lang": "sr-Latn", "map": "balkans", "leg": "aktau-alat"},
    {"c": "tc-danube", "via": "start-astana", "at": "44_51_6"},
)


def map_arguments(page, params):
    app = AppTest.from_file(str(ENTRY), default_timeout=60)
    for name, value in params.items():
        app.query_params[name] = value
    app.switch_page(f"../../pages/{page}.py")
    app.run()
    assert not app.exception
    (frame,) = _frames(app)
    return json.loads(frame.proto.json_args)


def _frames(app):
    found = []

    def walk(block):
        for child in getattr(block, "children", {}).values():
            if _is_map(child):
                found.append(child)
            walk(child)

    walk(app.main)
    return found


def _is_map(element):
    return hasattr(getattr(element, "proto", None), "json_args")


@pytest.mark.parametrize("page", ["overview", "corridor", "flights"])
def test_base_script_is_constant_and_the_dynamic_part_small(page):
    arguments = [map_arguments(page, params) for params in VIEWS]
    assert len({one["script"] for one in arguments}) == 1
    assert len({tuple(one["js_links"] + one["css_links"]) for one in arguments}) == 1
    for one in arguments:
        assert len(json.dumps(one)) < 8000
        assert not re.search(r"https?:", json.dumps(one))
