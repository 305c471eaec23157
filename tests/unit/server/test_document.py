"""The start page, the files served ready-compressed, the security headers."""

import gzip
import json
import re

import brotli
import pytest

from ui.map.layers import by_path, layers
from ui.server import document
from ui.server.headers import security_headers
from ui.serving import assets as served
from ui.serving import bundle
from ui.serving.assets import FOREVER, STATIC, assets, is_versioned, versioned
from ui.settings.environment import FRAME_ANCESTORS


def test_start_page_is_ours_and_whole():
    page = document.page(later=["geo/x-1.json"])
    assert "<title>Corridor Explorer</title>" in page
    assert '<link rel="prefetch" href="./geo/x-1.json">' in page
    assert "SourceSansVF" not in page
    assert '<div id="root"></div>' in page
    # Every part that the page names is there.
    folder = bundle.STREAMLIT_PAGE.parent
    for path in re.findall(r'"\./(static/[^"]+)"', page):
        assert (folder / path).exists(), path


def test_nothing_is_asked_for_before_the_first_screen():
    page = document.page(later=["geo/x-1.json"])
    head, body = page.split("</head>")
    assert not re.findall(
        r"<script[^>]+src=|<link rel=\"(?:stylesheet|modulepreload|preload|prefetch)\"", head
    )
    screen, rest = body.split(document.UNREAD)[1].split('<div id="root"></div>')
    assert not screen.strip()
    assert rest.index('l.rel="stylesheet"') < rest.index('<script type="module"')
    assert rest.index("/own/first.js") < rest.index("/own/ways.js")


def test_start_page_of_another_streamlit_is_its_own_and_told_once(monkeypatch, tmp_path, caplog):
    other = tmp_path / "index.html"
    text = "<html><head><title>Other</title></head></html>"
    other.write_text(text)
    document._tell.cache_clear()
    monkeypatch.setattr(document, "STREAMLIT_PAGE", other)
    for _ in range(2):
        page = document.page()
    assert re.sub(r"\s*<(link|script)[^>]*>(</script>)?\s*", "", page) == text
    assert page.index("own/streamlit.js") < page.index("</head>")
    assert "own/streamlit.js" in page
    told = [one.getMessage() for one in caplog.records]
    assert len(told) == len(set(told)) == 7
    assert all("until the pattern is adapted" in one for one in told)
    document._tell.cache_clear()


def test_start_page_names_its_language_once(caplog):
    page = document.page()
    assert document.in_language(page, "sr-Latn").count('<html lang="sr-Latn">') == 1
    document._tell.cache_clear()
    other = "<html><head></head></html>"
    assert document.in_language(other, "kk") == other
    assert "until the pattern is adapted" in caplog.text
    document._tell.cache_clear()


def test_lists_search_with_our_spellings_first():
    file, content = bundle.changed()
    asked = re.findall(
        r"let corridor=globalThis\.corridorPicks\?\.\(\w,\w\);if\(corridor\)return corridor;",
        content.decode(),
    )
    assert len(asked) == 1
    assert content.decode().replace(asked[0], "") == file.read_text(encoding="utf-8")
    assert assets()[f"/static/js/{file.name}"].body() == content


def test_a_streamlit_that_searches_lists_otherwise_serves_its_own_search(monkeypatch, tmp_path, caplog):
    folder = tmp_path / "static" / "js"
    folder.mkdir(parents=True)
    (folder / "useSyncComboBoxEnterTargetFocus.new.js").write_text("export const search = () => [];")
    monkeypatch.setattr(bundle, "STREAMLIT_PAGE", tmp_path / "index.html")
    assert bundle.changed() is None
    assert "until the pattern is adapted" in caplog.text
    monkeypatch.setattr(served, "STREAMLIT_PAGE", tmp_path / "index.html")
    files = {path: content for path, content, _lifetime in served._served()}
    assert files["/static/js/useSyncComboBoxEnterTargetFocus.new.js"].parent == folder


def test_policy_allows_the_pages_own_script_only(monkeypatch):
    monkeypatch.setenv(FRAME_ANCESTORS, "https://ministry.example")
    security_headers.cache_clear()
    headers = dict(security_headers(is_component=False))
    security_headers.cache_clear()
    policy = dict(part.split(" ", 1) for part in headers[b"content-security-policy"].decode().split("; "))
    assert len(document.inline_scripts()) == policy["script-src"].count("'sha256-")
    assert "unsafe-inline" not in policy["script-src"]
    assert policy["frame-ancestors"] == "https://ministry.example"
    assert not any("http:" in value or "*" in value for name, value in policy.items())


def test_compressed_copies_hold_the_same_bytes():
    asset = assets()["/app/static/map/map.js"]
    encoded = {name: asset.body(name) for name in asset.encodings}
    plain = (STATIC / "map" / "map.js").read_bytes()
    assert brotli.decompress(encoded["br"]) == plain
    assert gzip.decompress(encoded["gzip"]) == plain


def test_versioned_address_is_that_of_the_content():
    query = versioned("map/map.js").partition("?")[2]
    asset = assets()["/app/static/map/map.js"]
    assert is_versioned(asset, query)
    assert not is_versioned(asset, "v=00000000")
    assert not is_versioned(asset, "")
    assert asset.cache_control != FOREVER


def test_layers_are_addressed_by_content_without_underscores():
    assert set(layers()) == {"ground", "ground-near", "railways", "legs", "places", "look"}
    for layer in layers().values():
        name = layer.path.rpartition("/")[2]
        assert re.fullmatch(r"[a-z-]+-[0-9a-f]{10}\.(geo)?json", name)
        assert by_path(name.partition(".")[0]) is layer.asset
    assert by_path("nothing-0123456789") is None


def test_every_leg_has_its_line_and_every_node_its_place():
    places = json.loads(layers()["places"].asset.body())
    lines = json.loads(layers()["legs"].asset.body())
    assert {feature["properties"]["leg_id"] for feature in lines["features"]} == set(places["legs"])
    for leg in places["legs"].values():
        assert set(leg["ends"]) <= set(places["nodes"])


@pytest.mark.parametrize(
    "letters", ["ӘәҒғҚқҢңӨөҰұҮүҺһІі", "ЂђЈјЉљЊњЋћЏџ", "ЪъЬьЮюЯяЁё", "ČčĆćŽžŠšĐđȘșȚțĂăıİ"]
)
def test_fonts_cover_the_letters_of_our_languages(letters):
    config = (STATIC.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    ranges = re.findall(r"U\+([0-9A-F]{4})(?:-([0-9A-F]{4}))?", config)
    covered = [(int(low, 16), int(high or low, 16)) for low, high in ranges]
    for letter in letters:
        assert any(low <= ord(letter) <= high for low, high in covered), letter
