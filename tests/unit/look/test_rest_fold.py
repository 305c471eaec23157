"""A long table that opens with its first rows: all rows stand in it, once."""

from ui.look.tables import MAX_OPEN_ROWS, Column, Line, table
from ui.server.share_answer import view_of


def test_the_first_rows_are_open_and_the_others_folded():
    view = view_of("sources", {})
    columns = (Column(key="name", title="Name", is_header=True),)
    rows = [Line(cells={"name": f"row-{at}."}) for at in range(MAX_OPEN_ROWS + 5)]
    written = str(table(view, rows, columns, "All", fold="rest"))
    first, rest = written.split("<details", 1)
    assert all(f"row-{at}." in first for at in range(MAX_OPEN_ROWS))
    assert "row-10." not in first
    assert all(rest.count(f"row-{at}.") == 1 for at in range(MAX_OPEN_ROWS, MAX_OPEN_ROWS + 5))
    assert "<details" not in str(table(view, rows[:MAX_OPEN_ROWS], columns, "All", fold="rest"))
