"""Headings of pages' tables come from the declared columns, in the visitor's language."""

import ast
from types import SimpleNamespace

import pytest

from corridor.columns.chain import STEPS, TOTALS
from tools import catalogues
from ui.language.text import LANGUAGES, Words
from ui.look.headings import heading_of
from ui.look.tables import Line, table


def reader(lang):
    return SimpleNamespace(words=Words(lang), lang=lang)


@pytest.mark.parametrize("lang", [lang for lang in LANGUAGES if lang != "en"])
def test_title_and_description_are_translated(lang):
    column = heading_of(reader(lang), TOTALS, "typical", kind="figure")
    declared = TOTALS.column("typical")
    assert column.title != declared.title
    assert column.tip != declared.description
    assert (column.key, column.is_figure, column.is_count) == ("typical", True, False)


def test_the_description_is_the_tooltip_of_the_heading():
    view = reader("en")
    columns = [
        heading_of(view, STEPS, "gauge_mm", key="gauge", kind="count"),
        heading_of(view, STEPS, "status"),
    ]
    written = str(table(view, [Line(cells={"gauge": "1,520"})], columns, "Legs"))
    gauge, status = STEPS.column("gauge_mm"), STEPS.column("status")
    assert f'title="{gauge.description}" class="is-count">{gauge.title}</th>' in written
    assert f'title="{status.description}">{status.title}</th>' in written
    assert 'data-label="Track gauge"' in written


def test_the_catalogues_find_the_descriptions_that_pages_show():
    found = {message.id for message in catalogues.extract()}
    assert STEPS.column("gauge_mm").description in found
    assert STEPS.column("onward").description not in found
    assert {column.title for column in STEPS.columns} <= found


def test_a_heading_that_cannot_be_found_is_refused():
    call = ast.parse("heading_of(view, table, name)").body[0].value
    with pytest.raises(TypeError, match="heading_of"):
        catalogues._described(call)
