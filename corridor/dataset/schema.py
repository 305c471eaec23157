"""The Table Schema of a route dataset: what each table and column is."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from corridor.columns.column import Column, ForeignKey, Reference, Table
from corridor.dataset.findings import Finding, as_frame
from corridor.errors import DatasetError, Phrase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DESCRIPTOR = "datapackage.json"


@dataclass(frozen=True, kw_only=True)
class Package:
    """
    A route dataset's description: name, version and its tables in the order of the descriptor.

    `descriptor` is the whole of `datapackage.json` as read, with licences and contributors.
    """

    name: str
    title: str
    description: str
    version: str
    created: str
    tables: Mapping[str, Table]
    descriptor: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), repr=False)


def read_package(folder: Path) -> Package:
    """
    Read the descriptor of a route dataset.

    Parameters
    ----------
    folder
        Folder with `datapackage.json`.

    Returns
    -------
    Package
        The description; no CSV file is opened.

    Raises
    ------
    DatasetError
        If the descriptor is missing, is not JSON, or does not describe tables.
    """
    try:
        content = (folder / DESCRIPTOR).read_bytes()
    except OSError:
        problem = "there is no such file"
        raise _unusable(problem, f"Put {DESCRIPTOR} into the folder.") from None
    return parse_package(content)


@lru_cache(maxsize=8)
def parse_package(content: bytes) -> Package:
    """
    Parse a descriptor; the same bytes give the same object.

    Parameters
    ----------
    content
        Bytes of `datapackage.json`.

    Returns
    -------
    Package
        The description.

    Raises
    ------
    DatasetError
        If it is not JSON, or does not describe tables.
    """
    try:
        descriptor = json.loads(content)
    except UnicodeDecodeError:
        problem = "the file is not UTF-8 text"
        raise _unusable(problem, "Save it as UTF-8.") from None
    except json.JSONDecodeError as error:
        problem = f"the file is not JSON: {error.msg}"
        raise _unusable(problem, "Correct the text at that line.", row=error.lineno) from None
    try:
        return _package(descriptor)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        problem = f"the file does not describe tables as a Data Package does ({error!r})"
        raise _unusable(problem, "Start from the descriptor that comes with Corridor Explorer.") from None


def _unusable(problem: str, cure: str, *, row: int | None = None) -> DatasetError:
    """Error for a descriptor that cannot be read."""
    finding = Finding(DESCRIPTOR, row, "", "", problem, cure, "descriptor")
    return DatasetError(
        "descriptor-unusable", findings=as_frame([finding]), file=DESCRIPTOR, problem=Phrase(problem)
    )


def _package(descriptor: dict[str, Any]) -> Package:
    """Package from the parsed descriptor."""
    resources = [entry for entry in descriptor["resources"] if entry.get("format", "csv") == "csv"]
    tables = [_table(resource) for resource in resources]
    return Package(
        name=str(descriptor["name"]),
        title=str(descriptor.get("title", descriptor["name"])),
        description=str(descriptor.get("description", "")),
        version=str(descriptor.get("version", "")),
        created=str(descriptor.get("created", ""))[:10],
        tables=MappingProxyType({table.name: table for table in tables}),
        descriptor=MappingProxyType(descriptor),
    )


def _table(resource: dict[str, Any]) -> Table:
    """Table from one resource of the descriptor."""
    path = str(resource["path"])
    if "/" in path or "\\" in path or path.startswith("."):
        message = f"the path '{path}' leaves the folder"
        raise ValueError(message)
    schema = resource["schema"]
    key = schema.get("primaryKey", [])
    return Table(
        name=_table_name(resource["name"]),
        path=path,
        title=str(resource.get("title", resource["name"])),
        description=str(resource.get("description", "")),
        columns=tuple(_column(description) for description in schema["fields"]),
        primary_key=(key,) if isinstance(key, str) else tuple(key),
        foreign_keys=tuple(
            ForeignKey(
                column=key["fields"][0],
                table=_table_name(key["reference"]["resource"]),
                table_column=key["reference"]["fields"][0],
            )
            for key in schema.get("foreignKeys", [])
        ),
    )


def _column(properties: dict[str, Any]) -> Column:
    """Column from one field of the Table Schema."""
    limits = properties.get("constraints", {})
    return Column(
        name=properties["name"],
        type=properties.get("type", "string"),
        title=properties.get("title", properties["name"]),
        description=properties.get("description", ""),
        unit=properties.get("unit"),
        required=bool(limits.get("required", False)),
        unique=bool(limits.get("unique", False)),
        enum=tuple(str(value) for value in limits.get("enum", ())),
        pattern=limits.get("pattern"),
        minimum=limits.get("minimum"),
        maximum=limits.get("maximum"),
        reference=_reference(properties["references"]) if "references" in properties else None,
    )


def _reference(properties: dict[str, Any]) -> Reference:
    """Make a reference from our own property of a field."""
    resources = properties["resources"]
    if "by" in properties:
        table_of = {value: _table_name(name) for value, name in resources.items()}
        return Reference(by=properties["by"], table_of=MappingProxyType(table_of))
    return Reference(
        tables=tuple(_table_name(name) for name in resources),
        separator=properties.get("separator"),
        also=tuple(properties.get("also", ())),
    )


def _table_name(resource_name: str) -> str:
    """Resource name as a Python name."""
    return resource_name.replace("-", "_")
