"""Frames have the columns that are declared."""

import pandas as pd
import pytest

from corridor.columns.column import Table, count, flag, ids, number, text, whole
from corridor.columns.computed import COMPUTED
from corridor.columns.frame import empty_frame, fit_frame, make_frame

TABLE = Table(
    name="sample",
    title="Sample",
    description="One row is a sample.",
    columns=(
        text("name", "Name", "A name."),
        number("time_h", "Time", "Hours.", "h"),
        count("parts", "Parts", "How many."),
        whole("gaps", "Gaps", "How many are missing."),
        flag("is_open", "Open", "Whether it is open.", required=True),
        flag("is_late", "Late", "Whether it is late."),
        ids("legs", "Legs", "Ids of legs."),
        text("route_id", "Route", "Route.", is_extra=True),
    ),
)
DTYPES = {
    "name": "str",
    "time_h": "float64",
    "parts": "int64",
    "gaps": "Int64",
    "is_open": "bool",
    "is_late": "boolean",
    "legs": "object",
}


def test_a_row_has_its_cells_and_what_it_does_not_name_is_missing():
    found = make_frame([{"legs": ("a", "b"), "parts": 2, "is_open": True, "unknown": 1}], TABLE)
    assert found.dtypes.astype(str).to_dict() == DTYPES
    row = found.iloc[0]
    assert (row["parts"], row["is_open"], row["legs"]) == (2, True, ("a", "b"))
    assert found[["name", "time_h", "gaps", "is_late"]].isna().all(axis=None)


def test_a_frame_without_rows_has_the_same_columns():
    assert empty_frame(TABLE).dtypes.astype(str).to_dict() == DTYPES


def test_a_count_that_is_missing_is_refused():
    with pytest.raises((ValueError, TypeError)):
        make_frame([{"is_open": True}], TABLE)


def test_columns_of_another_frame_are_put_in_order():
    other = pd.DataFrame(
        {
            "more": [0],
            "legs": [()],
            "is_late": [None],
            "is_open": [False],
            "gaps": [1.0],
            "parts": [1.0],
            "time_h": [2],
            "name": ["x"],
        }
    )
    assert fit_frame(other, TABLE).dtypes.astype(str).to_dict() == DTYPES


@pytest.mark.parametrize("table", COMPUTED.values(), ids=list(COMPUTED))
def test_each_column_is_told_of_once_with_title_and_description(table):
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert table.title
    assert table.description.endswith(".")
    for column in table.columns:
        assert column.title, column.name
        assert column.description.endswith("."), column.name
        assert column.type in {"string", "number", "integer", "boolean", "list"}, column.name
