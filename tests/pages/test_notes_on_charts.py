"""A note on a chart is written in the same small window as one on the map; one that fits nowhere is told."""

import re
from base64 import b64decode
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.menus import check_menus
from ui.link.named import keys_of

ENTRY = Path(__file__).resolve().parents[2] / "ui" / "server" / "entry.py"
HOSTILE = "<img src=x onerror=alert(1)>"
# The other pages are opened by `test_pages`, which asks the same of their menus.
PAGES = (
    ("routes", "from=altynkol&to=belgrade"),
    ("compare", "from=altynkol&to=belgrade"),
    ("partners", "part=promises"),
    ("partners", "part=minerals"),
    ("partners", "part=trade"),
    ("scenarios", "lab=sure"),
)


def opened(page, query="", **params):
    app = AppTest.from_file(str(ENTRY), default_timeout=120)
    for name, values in keys_of(query).items():
        app.query_params[name] = values[-1]
    for name, value in params.items():
        app.query_params[name] = value
    app.switch_page(f"../../pages/{page}.py")
    app.run()
    assert not app.exception
    return app


def told(app):
    return "\n".join(html.proto.body for html in app.get("html"))


def of_key(elements, start):
    return next(element for element in elements if (element.key or "").startswith(start))


def test_a_note_is_added_listed_and_removed():
    app = opened("connectivity", lang="en")
    of_key(app.selectbox, "note-place-chart-pairs").select("pair-ge-rs")
    of_key(app.text_input, "note-text-chart-pairs").input(f"Look {HOSTILE}")
    of_key(app.button, "note-add-chart-pairs").click()
    app.run()
    assert app.query_params["note"] == f"pairs:pair-ge-rs.Look {HOSTILE}"
    assert "Look &lt;img" in told(app)
    assert "<img src=x" not in told(app)
    of_key(app.button, "note-remove-chart-pairs").click()
    app.run()
    assert "note" not in app.query_params


def test_a_note_to_what_is_not_there_is_told():
    app = opened("connectivity", lang="en", note="pairs:pair-moon-rs.Here~staircase:leg-aktau-alat.There")
    for target in ("pairs:pair-moon-rs", "staircase:leg-aktau-alat"):
        assert f"note={target}, which does not exist here" in told(app)
    assert 'class="map-notes"' not in told(app)


@pytest.mark.parametrize(("page", "query"), PAGES)
def test_every_map_and_chart_has_its_menu_and_every_menu_its_part(page, query):
    check_menus(opened(page, query, lang="en"), page, query)


def test_a_note_on_a_picture_of_the_page_is_drawn_in_it():
    html = told(opened("scenarios", "lab=sure", lang="en", note=f"journeys:route-first.Look {HOSTILE}"))
    drawings = [b64decode(found).decode() for found in re.findall(r"svg\+xml;base64,([^\"]+)", html)]
    assert any("Look &lt;img" in drawing for drawing in drawings)
    assert not any("<img" in drawing for drawing in drawings)
    assert re.search(r'<li data-text="Look &lt;img[^>]+data-mark="[^"]+" data-nth="0" data-x="', html)
