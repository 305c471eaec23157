"""A note on a chart is written in the same small window as one on the map; one that fits nowhere is told."""

import re
from base64 import b64decode
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest

from corridor.publication.parts import SECOND_MAP
from ui.content.content import content_of
from ui.link.named import keys_of, view_of

ENTRY = Path(__file__).resolve().parents[2] / "ui" / "server" / "entry.py"
HOSTILE = "<img src=x onerror=alert(1)>"
PAGES = (
    ("overview", ""),
    ("routes", "from=altynkol&to=belgrade"),
    ("compare", "from=altynkol&to=belgrade"),
    ("partners", ""),
    ("partners", "part=promises"),
    ("partners", "part=minerals"),
    ("partners", "part=trade"),
    ("connectivity", ""),
    ("scenarios", "lab=sure"),
    ("flights", ""),
    ("corridor", ""),
)
DRAWN = re.compile(
    r'class="(?:cx-stairs-frame|cx-scatter|cx-bars|cx-dots|cx-index|cx-week|cx-chart-picture|[ry]c|pc|rv)[" ]'
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


def test_every_map_and_chart_has_its_menu_and_every_menu_its_part():
    for page, query in PAGES:
        app = opened(page, query, lang="en")
        html = told(app)
        menus = re.findall(r'data-part="([^"]+)"(?! data-chart)', html)
        content = content_of(view_of(page, keys_of(query)))
        maps = [menu for menu in menus if menu.startswith("map")]
        charts = [menu for menu in menus if menu not in maps]
        assert len(maps) == len(app.get("component_instance")) == len(set(maps)), (page, query)
        assert set(maps) - {SECOND_MAP} == ({"map"} if content.picture is not None else set()), (page, query)
        assert sorted(charts) == sorted(f"chart.{chart.id}" for chart in content.charts), (page, query)
        for address in re.findall(r'href="(\./brief/[^"]+part=(?:map|chart)[^"]*)"', html):
            assert set(parse_qs(unescape(address))["part"]) & set(menus), address
        saved = html.count('class="claim cx-menu"') + html.count('class="cx-menu is-inside"')
        assert len(DRAWN.findall(html)) <= saved - len(maps), (page, query)


def test_a_note_on_a_picture_of_the_page_is_drawn_in_it():
    html = told(opened("scenarios", "lab=sure", lang="en", note=f"journeys:route-first.Look {HOSTILE}"))
    drawings = [b64decode(found).decode() for found in re.findall(r"svg\+xml;base64,([^\"]+)", html)]
    assert any("Look &lt;img" in drawing for drawing in drawings)
    assert not any("<img" in drawing for drawing in drawings)
    assert re.search(r'<li data-text="Look &lt;img[^>]+data-mark="[^"]+" data-nth="0" data-x="', html)
