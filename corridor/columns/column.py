"""What a table and a column are: name, type, unit, title, description, constraints."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# Type of a column in a frame: if every row has a value, and if some may have none.
_DTYPES = {
    "integer": ("int64", "Int64"),
    "boolean": ("bool", "boolean"),
    "number": ("float64", "float64"),
    "list": ("object", "object"),
}


@dataclass(frozen=True, kw_only=True)
class Reference:
    """
    Where the ids in a column stand, besides plain foreign keys.

    Attributes
    ----------
    tables
        Tables in any of which an id may stand.
    separator
        What separates several ids in one cell; None if a cell holds one.
    also
        Values that are allowed though they stand in no table.
    by, table_of
        Column that says which table a row's id stands in, and the table for each of its values.
    """

    tables: tuple[str, ...] = ()
    separator: str | None = None
    also: tuple[str, ...] = ()
    by: str | None = None
    table_of: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, kw_only=True)
class Column:
    """
    One column of a recorded or a computed table.

    Attributes
    ----------
    name
        Its name in frames, files and the API.
    type
        "string", "number", "integer" or "boolean"; of computed tables also "list": texts, joined by | in
        files and in the API.
    title
        Heading in English, and message id of its translations.
    description
        What it holds, in sentences; the tooltip where a page shows the column, and then a message id too.
    unit
        Unit of its numbers.
    required
        Whether every row has a value.
    unique, enum, pattern, minimum, maximum
        What a value may be.
    values_of
        Column of the recorded tables whose enumeration holds here too, such as "legs.mode".
    reference
        Where its ids stand.
    is_extra
        Whether a frame may lack the column.
    """

    name: str
    type: str
    title: str
    description: str
    unit: str | None = None
    required: bool = False
    unique: bool = False
    enum: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: float | None = None
    maximum: float | None = None
    values_of: str = ""
    reference: Reference | None = None
    is_extra: bool = False

    @property
    def dtype(self) -> str:
        """Type of the column in a frame, such as "float64"."""
        given, missing = _DTYPES.get(self.type, ("str", "str"))
        return given if self.required else missing


@dataclass(frozen=True, kw_only=True)
class ForeignKey:
    """A column whose values stand in the key column of another table."""

    column: str
    table: str
    table_column: str


@dataclass(frozen=True, kw_only=True)
class Table:
    """One table with its columns; `name` is a Python name. A computed table has no file and no keys."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    path: str = ""
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the columns that every frame of the table has, in order."""
        return tuple(column.name for column in self.columns if not column.is_extra)

    @property
    def dtypes(self) -> dict[str, str]:
        """Types of these columns in a frame."""
        return {column.name: column.dtype for column in self.columns if not column.is_extra}

    def column(self, name: str) -> Column:
        """Return the column of that name; KeyError if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def some(self, *names: str) -> tuple[Column, ...]:
        """Return the columns of these names, for a table that has them too."""
        return tuple(self.column(name) for name in names)


def text(name: str, title: str, description: str, **more: object) -> Column:
    """Declare a column of texts."""
    return _declared("string", name, title, description, more)


def number(name: str, title: str, description: str, unit: str | None = None, **more: object) -> Column:
    """Declare a column of numbers."""
    return _declared("number", name, title, description, {"unit": unit, **more})


def whole(name: str, title: str, description: str, **more: object) -> Column:
    """Declare a column of whole numbers."""
    return _declared("integer", name, title, description, more)


def count(name: str, title: str, description: str, **more: object) -> Column:
    """Declare a column of counts: every row has one, from 0."""
    return whole(name, title, description, **{"required": True, "minimum": 0, **more})


def flag(name: str, title: str, description: str, **more: object) -> Column:
    """Declare a column of truth values."""
    return _declared("boolean", name, title, description, more)


def ids(name: str, title: str, description: str, **more: object) -> Column:
    """Declare a column of tuples of texts; a tuple may be empty."""
    return _declared("list", name, title, description, more)


def _declared(type_: str, name: str, title: str, description: str, more: Mapping[str, object]) -> Column:
    """Declare a column."""
    return replace(Column(name=name, type=type_, title=title, description=description), **more)  # type: ignore[arg-type]
