"""Tables as a person reads them: names first and ids last, sensible digits, heads with units."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import pandas as pd

from corridor.columns.computed import COMPUTED
from corridor.language import names
from corridor.language.units import with_unit
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from corridor.dataset.tables import Dataset
    from corridor.language.reader import Reader

    Field = Mapping[str, Any]
    Cells = tuple[str, list[Any]]

# Where an id stands in two of them, the first one names it.
_NAMED = (
    "nodes", "legs", "corridors", "services", "projects", "agreements", "organisations", "upgrades", "topics",
    "events", "countries", "quantities", "sources",
)  # fmt: skip
# Titles of the quantities that a sum is of; the pages have them too.
_SUMS = {
    "time_h": "Time",
    "cost_usd_per_teu": "Cost per TEU",
    "co2e_kg_per_t": "CO₂e per tonne",
    "distance_km": "Distance",
}
_BACKWARDS = "~"
_IDS = ("_id", "_ids", "_route")
_EXACT = frozenset({"lat", "lon"})
_MANY = 2  # a plural to name a unit without a number
_HUNDREDS, _TENS, _ONES, _SIGNIFICANT = 100, 10, 1, 3


def readable(
    frames: Mapping[str, pd.DataFrame], fields: Mapping[str, Sequence[Field]], reader: Reader
) -> tuple[dict[str, pd.DataFrame], dict[str, list[Field]]]:
    """
    Put tables into the words of a reader.

    Parameters
    ----------
    frames
        Tables by name.
    fields
        For each the fields of its schema, as `corridor.brief.contents.columns_of` gives them.
    reader
        Whose language and dataset give the words.

    Returns
    -------
    tuple
        The tables and their fields: ids give way to names and follow at the end, terms are translated,
        figures rounded (three digits at least), titles in the language with the unit behind a comma.
    """
    known = _names(reader)
    told, heads = {}, {}
    for name, frame in frames.items():
        columns = [
            column
            for at, field in enumerate(fields[name])
            for column in _columns(field, frame.iloc[:, at].tolist(), known, reader)
        ]
        columns.sort(key=lambda column: column[2])  # stable: what is no id keeps its place
        told[name] = pd.DataFrame(
            {at: pd.Series(cells, dtype="object") for at, (_field, cells, _is_id) in enumerate(columns)}
        )
        heads[name] = [field for field, _cells, _is_id in columns]
    return told, heads


def sensible(value: float) -> float:
    """Round a figure to three digits, from 100 to whole ones."""
    size = abs(value)
    if math.isnan(value) or math.isinf(value) or value == 0:
        return value
    if size >= _HUNDREDS:
        return float(round(value))
    if size >= _ONES:
        return round(value, 1 if size >= _TENS else 2)
    return round(value, _SIGNIFICANT - 1 - math.floor(math.log10(size)))


def _columns(
    field: Field, cells: list[Any], known: Mapping[str, Callable[[], str]], reader: Reader
) -> list[tuple[Field, list[Any], bool]]:
    """Give the columns that stand for one: as it is, or names now and ids at the end."""
    head = _head(field, reader)
    name = str(field["name"])
    if field.get("type") == "number":
        return [({**field, "title": head}, [_rounded(cell, name) for cell in cells], False)]
    parts = {part for cell in cells for part in _parts(cell)}
    ids = ({**field, "title": f"{head} (id)"}, cells, True)
    if (field.get("constraints") or {}).get("enum") or (parts and parts <= _terms(reader.dataset)):
        return [({**field, "title": head}, [_term(cell, reader) for cell in cells], False)]
    if parts and all(part.rstrip(_BACKWARDS) in known for part in parts):
        named = {part: _directed(known[part.rstrip(_BACKWARDS)](), part) for part in parts}
        words = ["; ".join(named[part] for part in _parts(cell)) or None for cell in cells]
        return [({**field, "title": head}, words, False), ids]
    return [ids] if name.endswith(_IDS) else [({**field, "title": head}, cells, False)]


def _head(field: Field, reader: Reader) -> str:
    """Title of a column in the language, with its unit."""
    title = reader.words.gettext(str(field.get("title") or field["name"]))
    unit = field.get("unit")
    bare = with_unit("", unit, _MANY, reader.words).strip(" \N{NO-BREAK SPACE}") if unit else ""
    return f"{title}, {bare}" if bare and bare not in title else title


def _rounded(cell: Any, name: str) -> Any:
    """Round a number; coordinates stay as they are."""
    return sensible(cell) if isinstance(cell, float) and name not in _EXACT else cell


def _term(cell: Any, reader: Reader) -> Any:
    """Word an enumerated value, or several of them."""
    _ = reader.words
    return (
        "; ".join(_.gettext(_SUMS[part]) if part in _SUMS else _.term(part) for part in _parts(cell)) or None
    )


def _directed(name: str, leg: str) -> str:
    """Name a leg the way it is travelled."""
    return " – ".join(reversed(name.split(" – "))) if leg.endswith(_BACKWARDS) else name


@remembered(depends_on=Depends.CLAIMS, most=1)
def _terms(dataset: Dataset) -> frozenset[str]:
    """Every enumerated value of a recorded or a computed table."""
    tables = (*dataset.package.tables.values(), *COMPUTED.values())
    return frozenset(value for table in tables for column in table.columns for value in column.enum)


def _parts(cell: Any) -> list[str]:
    """Ids or terms in a cell, one or several."""
    if isinstance(cell, tuple | list):
        return [str(part) for part in cell]
    return [part for part in cell.split("|") if part] if isinstance(cell, str) else []


def _names(reader: Reader) -> dict[str, Callable[[], str]]:
    """How each thing of the dataset is named, by its id; worked out where it is asked for."""
    data = reader.dataset
    found: dict[str, Callable[[], str]] = {}
    for table in reversed(_NAMED):
        key = data.package.tables[table].primary_key[0]
        for id_ in data.table(table)[key]:
            found[str(id_)] = lambda table=table, id_=id_: _name(reader, data, table, str(id_))  # type: ignore[misc]
    return found


def _name(reader: Reader, data: Dataset, table: str, id_: str) -> str:
    """Name one thing."""
    row = data.record(table, id_)
    if table == "sources":
        return f"{row['publisher']}: {row['title']}"
    type_ = next((type_ for type_, of in names.TABLE_OF.items() if of == table), "")
    return names.subject(reader, type_, id_) if type_ else reader.words.name(row)
