"""The descriptor says what each column is, and bad descriptors are refused in words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from corridor.dataset.schema import read_package
from corridor.dataset.tables import SHIPPED
from corridor.errors import DatasetError
from tests.checks import every

if TYPE_CHECKING:
    from pathlib import Path


def test_every_column_is_explained() -> None:
    package = read_package(SHIPPED)
    unexplained = [
        (table.name, column.name)
        for table in package.tables.values()
        for column in table.columns
        if not column.title or not column.description.strip()
    ]
    assert not unexplained


def test_names_are_python_names_and_tables_have_keys() -> None:
    package = read_package(SHIPPED)
    assert "corridor_legs" in package.tables
    assert every(name.isidentifier() for name in package.tables)
    assert every(table.primary_key for table in package.tables.values())


def test_keys_and_references_point_to_tables_that_exist() -> None:
    package = read_package(SHIPPED)
    for table in package.tables.values():
        for key in table.foreign_keys:
            assert package.tables[key.table].primary_key == (key.table_column,)
        for column in table.columns:
            if column.reference is not None:
                targets = (*column.reference.tables, *column.reference.table_of.values())
                assert targets
                assert set(targets) <= package.tables.keys()


# Lists of words, not of ids: minerals are a closed list, what is avoided are countries and modes.
NO_IDS = {("projects", "minerals"), ("presets", "avoid")}


def test_every_list_of_ids_says_where_its_ids_stand() -> None:
    package = read_package(SHIPPED)
    undeclared = [
        (table.name, column.name)
        for table in package.tables.values()
        for column in table.columns
        if r"(\|" in (column.pattern or "")
        and column.reference is None
        and (table.name, column.name) not in NO_IDS
    ]
    assert not undeclared


def test_a_column_carries_its_constraints() -> None:
    lat = read_package(SHIPPED).tables["nodes"].column("lat")
    assert (lat.type, lat.unit, lat.minimum, lat.maximum, lat.required) == ("number", "degree", -90, 90, True)
    with pytest.raises(KeyError):
        read_package(SHIPPED).tables["nodes"].column("latitude")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (None, "there is no such file"),
        (b'{"name": "\xff"}', "not UTF-8"),
        (b'{"name": ', "not JSON"),
        (b"[]", "does not describe tables"),
        (b'{"name": "x", "resources": [{"name": "nodes"}]}', "does not describe tables"),
    ],
)
def test_a_bad_descriptor_is_refused(tmp_path: Path, content: bytes | None, problem: str) -> None:
    if content is not None:
        (tmp_path / "datapackage.json").write_bytes(content)
    with pytest.raises(DatasetError, match=problem) as refused:
        read_package(tmp_path)
    assert len(refused.value.findings) == 1


@pytest.mark.parametrize("path", ["../nodes.csv", "/etc/passwd", "sub/nodes.csv", "..\\nodes.csv", ".hidden"])
def test_a_path_that_leaves_the_folder_is_refused(package: Path, path: str) -> None:
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    descriptor["resources"][0]["path"] = path
    (package / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    with pytest.raises(DatasetError, match="leaves the folder"):
        read_package(package)
