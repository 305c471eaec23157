"""A long table folds, unless it is what the visitor came for."""

import pytest

from ui.look.tables import MAX_CELLS_ON_PHONES, MAX_OPEN_ROWS, Column, Line, table


class Words:
    """Words in English."""

    def ngettext(self, one, many, count):
        return one if count == 1 else many

    def gettext(self, text):
        return text


class View:
    """All that a table asks of a visit."""

    words = Words()


COLUMNS = (Column(key="name", title="Name", is_header=True),)


def written(count, **how):
    return str(
        table(View(), [Line(cells={"name": f"row {at}"}) for at in range(count)], COLUMNS, "All rows", **how)
    )


def test_ten_rows_stand_open():
    html = written(MAX_OPEN_ROWS)
    assert "<details" not in html
    assert "<caption>All rows</caption>" in html


def test_one_more_folds_under_its_caption_and_says_how_many():
    html = written(MAX_OPEN_ROWS + 1)
    assert html.startswith(
        '<details class="cx-more cx-fold"><summary>All rows <small>11 rows</small></summary>'
    )
    assert html.count("<tr") == MAX_OPEN_ROWS + 2


@pytest.mark.parametrize(("how", "start"), [("open", "<details"), ("never", "<div")])
def test_it_is_open_or_never_folds_where_told(how, start):
    html = written(MAX_OPEN_ROWS + 1, fold=how)
    assert html.startswith(start)
    assert ("<details" in html and " open" in html.partition(">")[0]) == (how == "open")


@pytest.mark.parametrize(("rows", "folds"), [(2, False), (3, True), (MAX_OPEN_ROWS, True)])
def test_a_table_of_many_cells_folds_on_phones_and_keeps_its_caption_for_wide_screens(rows, folds):
    columns = tuple(Column(key=str(at), title=str(at)) for at in range(MAX_CELLS_ON_PHONES // 2))
    lines = [Line(cells={"0": f"row {at}"}) for at in range(rows)]
    html = str(table(View(), lines, columns, "All rows"))
    assert html.startswith('<details class="cx-more cx-fold is-on-phones">') == folds
    assert "<caption>All rows</caption>" in html
    assert "<details" not in str(table(View(), lines, columns, "All rows", fold="never"))
