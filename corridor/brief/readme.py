"""The page that goes with every download."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.dataset.citation import in_one_line, licences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from corridor.brief.contents import Part
    from corridor.dataset.tables import Dataset

_PAGE = """\
# {title}

{description}

Data version {version}, created {created}, content {content_hash}.
{scope}

## Files

| file | what it is | rows |
|---|---|---|
{files}

`datapackage.json` describes every file and every column (Data Package v2, Table Schema). CSV files are
UTF-8 with a comma; an empty cell means: not known. Ids join the tables and do not change from version to
version. The workbook holds the same tables, a sheet each; its sheet `columns` describes all columns.
{titles}
## Reading the figures

`claims.csv` holds one row for each published statement: its low, typical and high value; the unit stands
in `quantities.csv`, the document in `sources.csv`. Sources that disagree stand side by side; nothing is
averaged away. `kind` tells observed from scheduled, agreed, planned, claimed and worst. Where computed
tables give a basis: *published* is a claim's figure, *derived* follows from published ones by a named
formula, *modelled* comes from a stated factor, *missing* is not known and is not zero.

## Spreadsheets

A text that begins like a formula (with `=`, `+`, `-`, `@`, a tab or a line end) has an apostrophe in front
of it in the CSV files, so that no spreadsheet runs it. Take one apostrophe off to have the text as it was;
`corridor.dataset.tables.load` does so by itself. Numbers are never marked. In the workbook such texts are
stored
as quoted texts, without the apostrophe. Where your spreadsheet expects semicolons, open the workbook and
not the CSV files.

## How to cite

> {citation}

`CITATION.cff` holds the same for reference managers. For a single figure cite its source in `sources.csv`
as well: the work is theirs.

## Licences

{licences}
- Boundaries and names imply no opinion on the legal status of any territory. References to Kosovo are to be
  read in the context of United Nations Security Council Resolution 1244 (1999).
"""
_WHOLE = "This is everything: all tables with all rows."
_VIEW = """\
This is **what one page showed**, not the whole dataset. `view.json` says which page, with which filters, and
its address. Beside the tables of the page stand the rows behind them: the things named, every claim about
them (also those that made no headline), and the sources. The workbook is for reading: names stand first and
ids last, figures are rounded, heads and terms are in the page's language. The CSV files have all digits."""
_TITLES = "The first row of its other sheets holds the columns' titles in the language `{language}`.\n"
_LINES = """\
- `legs.geojson`, `legs.parquet`: lines of legs. They contain data © OpenStreetMap contributors and are, as a
  database of their own, under the Open Database License 1.0
  (https://opendatacommons.org/licenses/odbl/1-0/, text in `LICENSE-ODbL-1.0.txt`): say so when you show them,
  and share a changed database alike. River lines: Natural Earth, public domain. One sea lane: searoute,
  Apache-2.0. Flights and most sea lanes are our own and show the connection, not the track."""


def readme(
    dataset: Dataset,
    frames: Mapping[str, pd.DataFrame],
    parts: list[Part],
    *,
    view: Mapping[str, Any] | None,
    title_language: str | None,
) -> bytes:
    """
    Write README.md for a download.

    Parameters
    ----------
    dataset
        The route dataset.
    frames
        The tables inside, by name.
    parts
        The data files inside.
    view
        What the visitor saw, if the download holds only that.
    title_language
        Language of the column titles in the workbook; None if it has the column names.

    Returns
    -------
    bytes
        Markdown in UTF-8.
    """
    package = dataset.package
    text = _PAGE.format(
        title=_in_line(package.title),
        description=_in_line(package.description),
        version=dataset.version,
        created=package.created,
        content_hash=dataset.content_hash,
        scope=_WHOLE if view is None else _VIEW + _asked(view),
        files="\n".join(_files(frames, parts)),
        titles=_TITLES.format(language=title_language) if title_language else "",
        citation=_in_line(in_one_line(dataset)),
        licences="\n".join(_licences(dataset, parts)),
    )
    return text.encode()


def _asked(view: Mapping[str, Any]) -> str:
    """List under which conditions the figures hold."""
    told = [f"- {_in_line(condition)}" for condition in view.get("conditions", ())]
    return "\n\n" + "\n".join(["Conditions of the view:", "", *told]) if told else ""


def _files(frames: Mapping[str, pd.DataFrame], parts: list[Part]) -> Iterator[str]:
    """List the data files as rows of a table."""
    for part in parts:
        frame = frames.get(part.path.removesuffix(".csv")) if part.path.endswith(".csv") else None
        rows = "" if frame is None else len(frame)
        yield f"| `{part.path}` | {_in_line(part.resource.get('title', ''))} | {rows} |"


def _licences(dataset: Dataset, parts: list[Part]) -> Iterator[str]:
    """Say what may be done with tables and lines."""
    named = [_licence(licence) for licence in licences(dataset.package.descriptor)]
    yield f"- Tables: {'; '.join(named) or 'the package names no licence; ask its authors'}."
    if any(part.path == "legs.geojson" for part in parts):
        yield _LINES


def _licence(licence: Mapping[str, str]) -> str:
    """Name a licence and where its text stands."""
    name = licence.get("title") or licence.get("name", "")
    return _in_line(f"{name} ({licence['path']})" if "path" in licence else name)


def _in_line(text: object) -> str:
    """Keep a text of the data from breaking out of its line or its cell."""
    return " ".join(str(text).split()).replace("|", "\\|")
