"""The answers of the API as JSON schemas: each row has the declared columns, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.columns.computed import COMPUTED
from corridor.questions.catalogue import QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Collection

    from corridor.columns.column import Column, Table
    from corridor.dataset.tables import Dataset

TYPES = {"integer": "integer", "number": "number", "boolean": "boolean"}
# Tables that are worked out for one chain, as /corridors/{corridor_id}/steps.
OF_CHAINS = ("steps", "totals", "bottlenecks", "volumes")
_CELL = {"type": ["string", "number", "boolean", "null"]}
_NAMED = {
    "type": "object",
    "properties": {
        "name": {"type": "string"},
        "title": {"type": "string"},
        "type": {"type": "string"},
        "unit": {"type": "string"},
        "description": {"type": "string"},
    },
    "required": ["name", "title", "type"],
}
_TABLE = {
    "count": {"type": "integer", "minimum": 0, "description": "How many rows stand here."},
    "columns": {"type": "array", "items": _NAMED},
    "rows": {"type": "array", "items": {"type": "object", "additionalProperties": _CELL}},
}
_ORIGIN = {
    "data_version": {"type": "string", "description": "Version of the data."},
    "content_hash": {"type": "string", "description": "Digest of the data."},
}
_WINDOW = {
    "total": {"type": "integer", "minimum": 0, "description": "How many rows fit the question."},
    "offset": {"type": "integer", "minimum": 0},
    "next": {"type": ["string", "null"], "description": "Address of the following rows."},
}


def schemas(dataset: Dataset) -> dict[str, Any]:
    """Describe every answer: of recorded tables, of questions, of chains."""
    further = {"type": "object", "additionalProperties": closed(_TABLE)}
    named = {"table": {"type": "string", "description": "Name of the table."}}
    asked = [question.tables for question in QUESTIONS]
    asked += [(COMPUTED[name],) for name in OF_CHAINS]
    computed = {table.name: table for tables in asked for table in tables}
    return {
        "Table": closed({**_ORIGIN, **named, **_WINDOW, **_TABLE}),
        "Answer": closed({**_ORIGIN, **named, **_TABLE, "further": further}, {"further"}),
        "Object": {"type": "object"},
        **{schema_of(table): _recorded(dataset, table) for table in dataset.package.tables.values()},
        **{_row_of(table): row(dataset, table) for table in computed.values()},
        **{answer_of(*tables): _answer(*tables) for tables in asked},
    }


def schema_of(table: Table) -> str:
    """Name of the schema of the answer with a recorded table."""
    return f"Table.{table.name}"


def answer_of(*tables: Table) -> str:
    """Name of the schema of an answer with computed tables, the main one first."""
    return f"Answer.{tables[0].name}"


def row(dataset: Dataset, table: Table) -> dict[str, Any]:
    """
    Describe a row of a table as a JSON schema.

    Parameters
    ----------
    dataset
        The route dataset, whose enumerations some columns of computed tables share.
    table
        A recorded or a computed table.

    Returns
    -------
    dict
        A closed object: title, description, unit (as x-unit) and values of each column. A cell that may be
        empty may be null; a column that an answer may lack is not required.
    """
    cells = {column.name: _cell(dataset, column) for column in table.columns}
    extra = {column.name for column in table.columns if column.is_extra}
    described = closed(cells, extra)
    return {
        **described,
        "title": table.title,
        "description": table.description,
        "additionalProperties": False,
    }


def closed(properties: dict[str, Any], optional: Collection[str] = ()) -> dict[str, Any]:
    """Describe an object whose properties must be there but for the optional ones."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def _recorded(dataset: Dataset, table: Table) -> dict[str, Any]:
    """Describe the answer with rows of a recorded table."""
    rows = {"type": "array", "items": row(dataset, table)}
    return {"allOf": [{"$ref": "#/components/schemas/Table"}, {"properties": {"rows": rows}}]}


def _answer(*tables: Table) -> dict[str, Any]:
    """Describe an answer with computed tables: any of them may be asked for by itself."""
    rows = {
        table.name: {"type": "array", "items": {"$ref": f"#/components/schemas/{_row_of(table)}"}}
        for table in tables
    }
    named = [{"properties": {"table": {"const": name}, "rows": items}} for name, items in rows.items()]
    others = {name: {"properties": {"rows": items}} for name, items in rows.items()}
    further = {"properties": others, "additionalProperties": False}
    typed = named[0] if len(named) == 1 else {"anyOf": named}
    described = [{"$ref": "#/components/schemas/Answer"}, typed]
    return {"allOf": [*described, {"properties": {"further": further}}] if len(tables) > 1 else described}


def _row_of(table: Table) -> str:
    """Name of the schema of a row."""
    return f"Row.{table.name}"


def _cell(dataset: Dataset, column: Column) -> dict[str, Any]:
    """Describe a cell."""
    kind = TYPES.get(column.type, "string")
    may_be_empty = not column.required or column.type == "list"
    unit = f" Unit: {column.unit}." if column.unit else ""
    cell: dict[str, Any] = {
        "type": [kind, "null"] if may_be_empty else kind,
        "title": column.title,
        "description": f"{column.description}{unit}",
    }
    values = _values(dataset, column)
    if values and kind == "string":
        cell["enum"] = [*values, None] if may_be_empty else list(values)
    limits = {"minimum": column.minimum, "maximum": column.maximum}
    cell |= {name: limit for name, limit in limits.items() if limit is not None}
    return cell | ({"x-unit": column.unit} if column.unit else {})


def _values(dataset: Dataset, column: Column) -> tuple[str, ...]:
    """Return the values that a cell may hold, if they are enumerated."""
    if not column.values_of:
        return column.enum
    table, _dot, name = column.values_of.partition(".")
    return dataset.package.tables[table].column(name).enum
