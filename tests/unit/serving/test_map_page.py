"""The document of a map's frame: Leaflet before the package's own script, sheets out of its head."""

import re

from ui.serving import map_page
from ui.serving.assets import MAP_FRAME, assets, versioned


def frame():
    return assets()[f"{MAP_FRAME}index.html"].body().decode()


def test_leaflet_and_our_script_run_before_the_package_asks_for_a_map():
    scripts = re.findall(r'<script defer[^>]*src="([^"]+)"', frame())
    own = [map_page.ROOT + versioned(file) for file in map_page.SCRIPTS]
    assert scripts[:-1] == own
    assert scripts[-1].startswith("./static/js/main.")


def test_sheets_stand_in_the_body_and_all_that_is_named_is_served():
    head, _, body = frame().partition("<body>")
    assert 'rel="stylesheet"' not in head
    assert re.findall(r'href="([^"]+)"', body)[:2] == [
        map_page.ROOT + versioned(file) for file in map_page.STYLES
    ]
    for address in re.findall(r'"\.\./\.\./([^"?]+)', frame()):
        assert f"/{address}" in assets()


def test_document_that_we_do_not_know_is_served_as_it_is(monkeypatch, tmp_path):
    (tmp_path / "index.html").write_text("<html><body><script src=main.js></script></body></html>")
    monkeypatch.setattr(map_page, "_PAGE", tmp_path / "index.html")
    monkeypatch.setattr(map_page, "is_known", map_page.is_known.__wrapped__)
    assert map_page.changed([], []) is None
