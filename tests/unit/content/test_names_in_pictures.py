"""Pictures of every page at every size: no text lies on another, on a mark or beyond the frame."""

from itertools import cycle

import pytest

from corridor.charts.drawing import Disc
from corridor.picture.lettering import DRAWING
from corridor.publication.chart_sheet import chart_sheet
from corridor.publication.forms import SIZES
from corridor.publication.picture import sheet_of
from tests.checks import overlaps
from ui.content.content import content_of
from ui.link.named import keys_of, view_of

PAGES = {
    "overview": "",
    "routes": "from=almaty&to=belgrade&note=aktau-port.Wait here~poti-port.A long text on a place of the map",
    "compare": "from=almaty&to=belgrade",
    "corridor": "",
    "flights": "",
    "connectivity": "",
    "partners": "",
    "partners minerals": "part=minerals",
    "partners trade": "part=trade",
    "partners promises": "part=promises",
    "sources": "",
}


def content(page, lang):
    return content_of(view_of(page.split()[0], keys_of(f"{PAGES[page]}&lang={lang}")), "http://testserver")


def check(drawing):
    for text in drawing.texts:
        box = text.box
        assert box.left >= 0, text.text
        assert box.top >= 0, text.text
        assert box.right <= drawing.width, text.text
        assert box.bottom <= drawing.height, text.text
    assert overlaps(drawing.texts) == []


@pytest.mark.parametrize(("page", "lang"), list(zip(PAGES, cycle(["kk", "ru", "en"]), strict=False)))
def test_no_name_lies_on_another_or_is_cut(page, lang):
    given = content(page, lang)
    with DRAWING:
        for size in SIZES:
            drawing = sheet_of(given, size=size)
            check(drawing)
            marks = [(shape.x, shape.y) for shape in drawing.shapes if isinstance(shape, Disc)]
            for box in (text.box for text in drawing.texts if text.halo):
                assert not any(box.left < x < box.right and box.top < y < box.bottom for x, y in marks)
        for chart in given.charts:
            check(chart_sheet(given, chart, size="square"))
