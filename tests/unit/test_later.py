"""Parts below a map travel closed and come out as they went in; the frame's page names our scripts."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import frame, later
from ui.assets import assets
from ui.markup import tag


class Parts(HTMLParser):
    """Reads the attributes of elements as a browser does."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, name, attrs):
        self.found.append((name, dict(attrs)))


@given(st.text(max_size=300), st.text(max_size=300))
def test_a_part_comes_out_as_it_went_in(words, title):
    part = tag("p", words, "x" * 1500, title=title)
    closed = later.closed(part)
    marks = set(map(chr, range(0xE000, 0xE005)))
    if marks & set(words + title):
        assert closed == part
        return
    assert "<" not in str(closed)[1:].replace("</div>", "")
    [(name, attributes)] = Parts(str(closed)).found
    assert name == "div"
    assert later.opened(attributes["data-part"]) == part


def test_short_parts_stay_open():
    assert later.closed(tag("p", "short")) == tag("p", "short")


def test_what_would_be_taken_for_an_element_stays_as_it_is():
    hostile = tag("p", "\ue000img src=x onerror=alert(1)\ue001" + "x" * 2000)
    assert later.closed(hostile) == hostile


def test_frame_names_our_files_before_its_own_script():
    page = frame.page()
    scripts = re.findall(r'<script defer[^>]* src="([^"]+)"', page)
    assert ["leaflet.js" in scripts[0], "map.js" in scripts[1], "main." in scripts[2]] == [True] * 3
    for name in re.findall(r'(?:src|href)="\.\./\.\./([^"?]+)', page):
        assert f"/{name}" in assets()
    assert frame.asset().cache_control == "no-cache"


def test_frame_of_another_release_stops_the_server(monkeypatch, tmp_path):
    other = tmp_path / "index.html"
    other.write_text("<html><head></head></html>")
    monkeypatch.setattr(frame, "_PAGE", other)
    with pytest.raises(RuntimeError, match="Adapt the pattern"):
        frame.page()
