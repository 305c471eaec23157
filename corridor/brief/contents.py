"""The descriptor of a download: datapackage.json for exactly the files inside."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.columns.computed import COMPUTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.columns.column import Column
    from corridor.dataset.schema import Package
    from corridor.dataset.tables import Dataset

ODBL = {
    "name": "ODbL-1.0",
    "title": "Open Database License 1.0",
    "path": "https://opendatacommons.org/licenses/odbl/1-0/",
}
_COPIED = (
    "$schema", "name", "id", "title", "description", "version", "created", "licenses", "contributors",
    "keywords",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Part:
    """
    One data file of a download.

    Attributes
    ----------
    path
        File name.
    content
        Its bytes.
    resource
        What the descriptor says of it, besides path, size and digest.
    """

    path: str
    content: bytes
    resource: Mapping[str, Any]


def descriptor(
    dataset: Dataset, parts: Sequence[Part], frames: Mapping[str, pd.DataFrame], *, is_whole: bool
) -> bytes:
    """
    Write `datapackage.json` for the files of a download.

    Parameters
    ----------
    dataset
        The route dataset that they come from.
    parts
        The data files.
    frames
        The tables among them, by name; foreign keys are kept only where every reference is met inside.
    is_whole
        Whether the download holds all tables with all rows.

    Returns
    -------
    bytes
        JSON in UTF-8.
    """
    source = dataset.package.descriptor
    body: dict[str, Any] = {key: source[key] for key in _COPIED if key in source}
    body["contentHash"] = dataset.content_hash
    if not is_whole:
        body["name"] = f"{dataset.package.name}-view"
        body.pop("id", None)
    body["resources"] = [
        {
            **_with_keys_met(part.resource, frames),
            "path": part.path,
            "bytes": len(part.content),
            "hash": f"sha256:{hashlib.sha256(part.content).hexdigest()}",
        }
        for part in parts
    ]
    return (json.dumps(body, ensure_ascii=False, indent=2) + "\n").encode()


def table_resource(package: Package, name: str, frame: pd.DataFrame) -> dict[str, Any]:
    """
    Describe a table: by the dataset's own schema where it has one, else by the types of its columns.

    Parameters
    ----------
    package
        The description of the dataset.
    name
        Name of the table, with underscores.
    frame
        The table; it may hold only some columns or rows of the dataset's own.
    """
    own = _own_resource(package, name)
    known = {field["name"]: field for field in own.get("schema", {}).get("fields", ())}
    computed = COMPUTED.get(name) if not known else None
    declared = {column.name: column for column in computed.columns} if computed is not None else {}
    columns = [str(column) for column in frame.columns]
    schema: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [
            known.get(column) or _field(declared.get(column), column, frame[column]) for column in columns
        ],
        "missingValues": [""],
    }
    if known:
        schema = {**own["schema"], "fields": schema["fields"]}
        if not set(_names(schema.get("primaryKey"))) <= set(columns):
            schema.pop("primaryKey", None)
    return {
        "name": own.get("name", name.replace("_", "-")),
        "path": f"{name}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "title": own.get("title", computed.title if computed else name.replace("_", " ").capitalize()),
        "description": own.get("description", computed.description if computed else ""),
        "schema": schema,
    }


def file_resource(path: str, *, title: str, mediatype: str, **more: Any) -> dict[str, Any]:
    """Describe a file that is no CSV table."""
    stem, _, end = path.rpartition(".")
    kind = {
        "name": f"{stem}-{end}",
        "path": path,
        "type": "file",
        "format": end,
        "mediatype": mediatype,
        "title": title,
    }
    return {**kind, **more}


def columns_of(package: Package, name: str, frame: pd.DataFrame) -> list[dict[str, Any]]:
    """Give name, title, type, unit and description of each column of a table."""
    fields: list[dict[str, Any]] = table_resource(package, name, frame)["schema"]["fields"]
    return fields


def _own_resource(package: Package, name: str) -> Mapping[str, Any]:
    """Look up what the dataset's descriptor says of a table; nothing if it is none of its tables."""
    if name not in package.tables:
        return {}
    found: Mapping[str, Any] = next(
        resource for resource in package.descriptor["resources"] if resource["name"].replace("-", "_") == name
    )
    return found


def _field(declared: Column | None, column: str, values: pd.Series) -> dict[str, Any]:
    """Describe a column that the dataset's schema does not know: as declared, else by its type alone."""
    if declared is not None:
        return _declared(declared)
    if pd.api.types.is_bool_dtype(values):
        kind = "boolean"
    elif pd.api.types.is_integer_dtype(values):
        kind = "integer"
    else:
        kind = "number" if pd.api.types.is_numeric_dtype(values) else "string"
    return {"name": column, "type": kind, "title": column.replace("_", " ").capitalize()}


def _declared(column: Column) -> dict[str, Any]:
    """Describe a declared column as the Table Schema does."""
    limits = {
        "required": column.required,
        "enum": [value for value in column.enum if value],
        "minimum": column.minimum,
        "maximum": column.maximum,
    }
    field = {
        "name": column.name,
        # A list stands in one cell, so that any reader of CSV can read it.
        "type": "string" if column.type == "list" else column.type,
        "title": column.title,
        "description": column.description,
    }
    if column.unit is not None:
        field["unit"] = column.unit
    held = {name: limit for name, limit in limits.items() if limit not in (None, False, [])}
    return {**field, "constraints": held} if held else field


def _with_keys_met(resource: Mapping[str, Any], frames: Mapping[str, pd.DataFrame]) -> dict[str, Any]:
    """Leave out foreign keys that point at rows which are not inside."""
    schema = resource.get("schema")
    if not schema or "foreignKeys" not in schema:
        return dict(resource)
    frame = frames[str(resource["path"]).removesuffix(".csv")]
    kept = [key for key in schema["foreignKeys"] if _is_met(key, frame, frames)]
    schema = {**schema, "foreignKeys": kept}
    if not kept:
        del schema["foreignKeys"]
    return {**resource, "schema": schema}


def _is_met(key: Mapping[str, Any], frame: pd.DataFrame, frames: Mapping[str, pd.DataFrame]) -> bool:
    """Whether every value of a foreign key stands in the table it points at."""
    columns, target = _names(key["fields"]), key["reference"]["resource"].replace("-", "_")
    columns_there = _names(key["reference"]["fields"])
    if target not in frames or not set(columns) <= set(frame.columns):
        return False
    there = frames[target]
    if not set(columns_there) <= set(there.columns):
        return False
    return set(frame[columns[0]].dropna()) <= set(there[columns_there[0]])


def _names(value: Any) -> list[str]:
    """Column names of a key, which may be written as one name."""
    return [value] if isinstance(value, str) else list(value or ())
