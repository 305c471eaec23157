"""An empty route dataset to fill in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar

from corridor.dataset.schema import DESCRIPTOR, read_package
from corridor.errors import N_, CorridorError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from corridor.columns.column import Table
    from corridor.dataset.schema import Package

README = "README.md"
_OWN = {
    "name": "my-routes",
    "title": "My route dataset",
    "description": "Say in a sentence or two what this dataset holds, for whom, and up to which day.",
    "version": "0.1.0",
}
_TOLD_ELSEWHERE = ("id", "licenses", "contributors", "keywords", "created")
_FIRST = (
    "countries", "organisations", "nodes", "legs", "sources", "quantities", "claims", "corridors",
    "corridor_legs",
)  # fmt: skip
_PAGE = """\
# My route dataset

An empty route dataset for Corridor Explorer. Each CSV file has its first row; fill in rows below it. Save as
CSV in UTF-8 with commas. Leave a cell empty where something is not known; never guess.

1. Say in `datapackage.json` what this is (name, title, description, version) and add `created`,
   `contributors` and `licenses`.
2. Fill the tables; a table that you do not need keeps its first row only. A good order:
   {first}; then the rest.
3. `corridor validate FOLDER` lists everything that is wrong, with row and column.
4. `CORRIDOR_DATA=FOLDER streamlit run app.py` serves it. Lines on the map exist only for the legs of the
   shipped data.

The pages look for these quantities (rows of `quantities.csv`): `distance_km`, `time_h`, `cost_usd_per_teu`,
`border_time_h`, `gauge_change_h`, `transhipment_h`, `waiting_h`, `dwell_h`, `block_min`, `weekly_frequency`.
Others are kept and shown with the claims."""


class NotEmptyError(CorridorError):
    """A place for a new dataset where something stands already."""

    title = N_("The folder cannot be used")
    texts: ClassVar[Mapping[str, str]] = {
        "folder-is-file": N_("{folder} is a file. Choose a new or empty folder."),
        "folder-not-empty": N_(
            "{folder} is not empty, so nothing was written. Choose a new or empty folder."
        ),
    }


def new(folder: Path, *, schema: Path) -> None:
    """
    Write an empty route dataset: descriptor, one CSV file a table with its header, a README.

    Parameters
    ----------
    folder
        Where to write it; made if it is not there.
    schema
        Folder of a route dataset whose tables and columns to take.

    Raises
    ------
    NotEmptyError
        If the folder holds anything, or is a file.
    DatasetError
        If the schema cannot be read.
    """
    _refuse_what_is_there(folder)
    package = read_package(schema)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / DESCRIPTOR, json.dumps(_descriptor(package), ensure_ascii=False, indent=2) + "\n")
    for table in package.tables.values():
        _write(folder / table.path, ",".join(column.name for column in table.columns) + "\n")
    _write(folder / README, "\n".join(_readme(package)) + "\n")


def _refuse_what_is_there(folder: Path) -> None:
    """Refuse a place where something stands, before anything is written."""
    if folder.exists() and not folder.is_dir():
        raise NotEmptyError("folder-is-file", folder=folder)
    if folder.is_dir() and any(folder.iterdir()):
        raise NotEmptyError("folder-not-empty", folder=folder)


def _descriptor(package: Package) -> dict[str, Any]:
    """Descriptor with the tables of another package and nothing else of it."""
    kept = {key: value for key, value in package.descriptor.items() if key not in _TOLD_ELSEWHERE}
    tables = {table.path for table in package.tables.values()}
    resources = [
        {key: value for key, value in resource.items() if key not in ("bytes", "hash")}
        for resource in kept.pop("resources")
        if resource["path"] in tables
    ]
    kept.pop("contentHash", None)
    return {**kept, **_OWN, "resources": resources}


def _readme(package: Package) -> Iterator[str]:
    """Page that explains what to fill in, in which order."""
    first = [f"`{package.tables[name].path}`" for name in _FIRST if name in package.tables]
    yield _PAGE.format(first=", ".join(first))
    for table in package.tables.values():
        yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    """Explain one table."""
    yield ""
    yield f"## {table.path}: {table.title}"
    yield ""
    yield f"{table.description} Key: {', '.join(f'`{name}`' for name in table.primary_key) or 'none'}."
    yield ""
    keys = {key.column: key.table for key in table.foreign_keys}
    for column in table.columns:
        more = ["must be filled"] if column.required else []
        more += [f"in {column.unit}"] if column.unit else []
        more += [f"one of {', '.join(column.enum)}"] if column.enum else []
        more += [f"id in `{keys[column.name]}`"] if column.name in keys else []
        yield f"- `{column.name}` ({'; '.join([column.type, *more])}): {column.description}"


def _write(path: Path, text: str) -> None:
    """Write a text as UTF-8 with line feeds."""
    path.write_text(text, encoding="utf-8", newline="\n")
