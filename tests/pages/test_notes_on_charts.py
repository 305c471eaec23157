"""A note on a chart is written in the same small window as one on the map; one that fits nowhere is told."""

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from ui.content.content import content_of
from ui.link.named import keys_of, view_of

ENTRY = Path(__file__).resolve().parents[2] / "ui" / "server" / "entry.py"
HOSTILE = "<img src=x onerror=alert(1)>"
PAGES = (
    ("partners", ""),
    ("partners", "part=trade"),
    ("connectivity", ""),
    ("flights", ""),
    ("corridor", ""),
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


def test_the_menus_of_charts_lead_to_parts_of_the_view():
    for page, query in PAGES:
        found = re.findall(r'data-part="([^"]+)"(?! data-chart)', told(opened(page, query, lang="en")))
        assert found, page
        content = content_of(view_of(page, keys_of(query)))
        known = {"map", *(f"chart.{chart.id}" for chart in content.charts)}
        assert set(found) - {"map"} <= known, (page, query)
        assert "map" not in found or content.picture is not None
