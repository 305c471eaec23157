"""The page Method: a paragraph for each way a figure is worked out, and every mark leads to one."""

import re

import pytest

from corridor.dataset.shipped import ROOT
from tests.pages.conftest import written
from ui.evidence.method_anchors import ANCHORS, MODELLED, anchor_of
from ui.sections.method.paragraphs import BY_ANCHOR, MUST_NOT, PARAGRAPHS
from ui.settings.dataset import dataset


def test_every_paragraph_stands_on_the_page_with_its_formula_and_its_code(seen):
    app = seen("method", lang="en")
    assert not app.exception
    html = written(app)
    headings = [element.proto.anchor for element in app.header]
    for one in PARAGRAPHS:
        assert one.anchor in headings
        assert one.formula in html.replace("&#39;", "'")
        assert (ROOT / one.code).is_file()
    assert all(words in html.replace("&#39;", "'") for words in MUST_NOT)


def test_every_anchor_that_a_mark_or_a_panel_names_is_a_paragraph():
    assert {*ANCHORS.values(), MODELLED, "work", "derived"} <= set(BY_ANCHOR)
    assert {anchor_of(str(one)) for one in dataset().quantities["quantity_id"]} <= set(BY_ANCHOR)


def test_every_default_factor_stands_in_one_paragraph():
    used = dataset().factors.query("role == 'default'")["quantity"].unique().tolist()
    listed = {quantity for one in PARAGRAPHS for quantity in one.factors}
    assert set(used) - listed <= {"grid_g_co2e_per_kwh", "energy_wh_per_tkm", "energy_kj_per_tkm"}


@pytest.mark.parametrize("page", ["routes", "corridor", "scenarios"])
def test_a_modelled_mark_leads_to_the_page_and_an_open_chip_to_the_paragraph(seen, page):
    html = written(seen(page, lang="en"))
    assert 'data-method="modelled"' in html
    if page == "corridor":
        assert re.search(r'href="\./method\?[^"]*#(time|work|cost)"', html)
