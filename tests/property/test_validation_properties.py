"""Validation never crashes and never lets an unusable dataset through."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.dataset.tables import load
from corridor.dataset.validation import validate
from corridor.errors import DatasetError
from tests import sample_package

_CELLS = [
    (table, at, column)
    for table, rows in sample_package.rows().items()
    for at, row in enumerate(rows)
    for column in row
]
_TABLES = sorted(sample_package.rows())


@settings(max_examples=60)
@given(st.sampled_from(_CELLS), st.text(st.characters(exclude_categories=["Cs"]), max_size=12))
def test_any_text_in_any_cell_is_accepted_by_both_or_refused_by_both(
    cell: tuple[str, int, str], text: str
) -> None:
    rows = sample_package.rows()
    table, at, column = cell
    rows[table][at][column] = text
    with tempfile.TemporaryDirectory() as folder:
        package = sample_package.write(Path(folder), rows)
        findings = validate(package)
        if findings.empty:
            assert load(package).table(table).shape[0] == len(rows[table])
        else:
            with pytest.raises(DatasetError) as refused:
                load(package)
            assert refused.value.findings.equals(findings)


@settings(max_examples=60)
@given(st.sampled_from(_TABLES), st.integers(0, 400), st.binary(max_size=6))
def test_any_bytes_in_any_file_never_crash(table: str, at: int, noise: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        package = sample_package.write(Path(folder))
        file = package / f"{table}.csv"
        content = file.read_bytes()
        file.write_bytes(content[:at] + noise + content[at:])
        findings = validate(package)
        assert findings["problem"].notna().all()
        assert findings["cure"].notna().all()
