"""A view as data: its tables as CSV and as one workbook, with basis, claims, sources and licence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

import corridor.brief
from corridor.brief.archive import zipped
from corridor.brief.csv import as_csv
from corridor.brief.workbook import workbook
from corridor.publication.imprint import AUTHOR
from corridor.publication.spelling import legible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corridor.publication.content import Content, Table

WORKBOOK = "view.xlsx"
VIEW = "view.json"
_LICENCE = "CC-BY-4.0"
LICENCE_FILE = f"LICENSE-{_LICENCE}.txt"
_LICENCES = Path(corridor.brief.__file__).with_name("licences")
_FIXED = {
    "figures": "The headline figures, as they stand on the page, with how each is known.",
    "cells": "Every cell that rests on something: its table, row and column, how it is known, its claims.",
    "claims": "What the figures rest on, each with its source.",
    "sources": "The documents.",
}
_README = """\
# {title}

{sentence}
{doubt}

{conditions}

Address of the view: {link}
{version}

## Files

| file | what it is | rows |
|---|---|---|
{files}

`{workbook}` holds the same tables, a sheet each. `{view}` says in short what was asked.

## Reading the figures

Tables are as on the page, in its language; beside a column of figures stands one with the bare numbers,
whose unit is named in its title. An empty cell means: not known. *published* is a claim's figure, *derived*
follows from published ones by a formula, *modelled* uses a factor, *missing* could not be had. Ids of claims
and sources are those of the whole dataset. Texts that a spreadsheet would run as formulas bear an apostrophe.

## Licence

{licence}, see {licence_file}. Name "{author} contributors" as the source.
"""


def as_zip(content: Content) -> bytes:
    """
    Pack what a view says as data.

    Parameters
    ----------
    content
        What the view says.

    Returns
    -------
    bytes
        The zip; the same content gives the same bytes.
    """
    return zipped(files_of(content))


def files_of(content: Content) -> dict[str, bytes]:
    """Give the files of a view by their names."""
    frames = dict(_frames(content))
    fields = {name: [{"name": str(column)} for column in frame] for name, frame in frames.items()}
    return {
        "README.md": _readme(content, frames).encode(),
        "datapackage.json": _descriptor(content, frames),
        LICENCE_FILE: licence_text(),
        VIEW: _json(_view(content)),
        **{f"{name}.csv": as_csv(frame) for name, frame in frames.items()},
        WORKBOOK: workbook(frames, fields, title=legible(content.subject or content.title)),
    }


def licence_text() -> bytes:
    """Read the licence of the tables."""
    return (_LICENCES / LICENCE_FILE.removeprefix("LICENSE-")).read_bytes()


def _frames(content: Content) -> Iterator[tuple[str, pd.DataFrame]]:
    """Give each table by the name of its file."""
    taken = set(_FIXED)
    for table in content.tables:
        name, count = table.id, 2
        while name in taken:
            name, count = f"{table.id}-{count}", count + 1
        taken.add(name)
        yield name, _table(table)
    yield (
        "figures",
        pd.DataFrame(
            [
                (
                    figure.id,
                    figure.name,
                    figure.text,
                    figure.range_text,
                    figure.basis,
                    figure.doubt,
                    "|".join(figure.claims),
                )
                for figure in content.figures
            ],
            columns=["id", "name", "figure", "range", "basis", "doubt", "claim_ids"],
        ),
    )
    yield (
        "cells",
        pd.DataFrame(
            [
                (table.id, number, head, cell.basis, "|".join(cell.claims))
                for table in content.tables
                for number, row in enumerate(table.rows, start=1)
                for head, cell in zip(table.heads, row, strict=True)
                if cell.basis or cell.claims
            ],
            columns=["table", "row", "column", "basis", "claim_ids"],
        ),
    )
    claims = [(claim.id, claim.text, claim.source) for claim in content.claims]
    yield "claims", pd.DataFrame(claims, columns=["claim_id", "text", "source_id"])
    sources = [(source.id, source.citation, source.url, source.date) for source in content.sources]
    yield "sources", pd.DataFrame(sources, columns=["source_id", "citation", "url", "date"])


def _table(table: Table) -> pd.DataFrame:
    """Give a table as on the page, with the bare numbers beside it."""
    columns: list[tuple[str, list[Any]]] = []
    for at, head in enumerate(table.heads):
        cells = [row[at] for row in table.rows]
        columns.append((head, [cell.text for cell in cells]))
        if any(cell.number is not None for cell in cells):
            unit = table.units[at] if at < len(table.units) else ""
            columns.append((f"{head} [{unit or 'number'}]", [cell.number for cell in cells]))
    frame = pd.DataFrame(dict(enumerate(values for _name, values in columns)), index=range(len(table.rows)))
    frame.columns = pd.Index([name for name, _values in columns])
    return frame


def _readme(content: Content, frames: Mapping[str, pd.DataFrame]) -> str:
    """Write the page that goes with the data."""
    titles = {table.id: legible(table.title) for table in content.tables} | _FIXED
    files = [f"| `{name}.csv` | {titles.get(name, name)} | {len(frame)} |" for name, frame in frames.items()]
    version = f"Data version {content.data_version} of {content.data_date}." if content.data_version else ""
    return _README.format(
        title=legible(content.subject or content.title),
        sentence=legible(content.sentence),
        doubt=legible(content.doubt),
        conditions="\n".join(f"- {legible(condition)}" for condition in content.conditions),
        link=legible(content.link or content.query),
        version=version,
        files="\n".join(files),
        workbook=WORKBOOK,
        view=VIEW,
        licence=_LICENCE,
        licence_file=LICENCE_FILE,
        author=AUTHOR,
    )


def _descriptor(content: Content, frames: Mapping[str, pd.DataFrame]) -> bytes:
    """Describe the files as a data package."""
    return _json(
        {
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": f"corridor-explorer-{content.page}",
            "title": content.subject or content.title,
            "version": content.data_version,
            "licenses": [{"name": _LICENCE, "path": "https://creativecommons.org/licenses/by/4.0/"}],
            "resources": [
                {
                    "name": name,
                    "path": f"{name}.csv",
                    "format": "csv",
                    "mediatype": "text/csv",
                    "encoding": "utf-8",
                    "schema": {
                        "fields": [
                            {
                                "name": str(column),
                                "type": "number" if _is_number(frame.iloc[:, at]) else "string",
                            }
                            for at, column in enumerate(frame.columns)
                        ]
                    },
                }
                for name, frame in frames.items()
            ],
        }
    )


def _view(content: Content) -> dict[str, Any]:
    """Say in short what was asked and answered."""
    return {
        "page": content.page,
        "language": content.lang,
        "url": content.link,
        "query": content.query,
        "sentence": content.sentence,
        "doubt": content.doubt,
        "basis": content.basis,
        "conditions": content.conditions,
        "annotations": list(content.note_lines),
        "data_version": content.data_version,
        "data_date": content.data_date,
        "known_until": content.known_until,
    }


def _is_number(column: pd.Series[Any]) -> bool:
    """Whether a column holds numbers."""
    return bool(pd.api.types.is_numeric_dtype(column))


def _json(value: object) -> bytes:
    """Write JSON in UTF-8."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
