"""The tables, lines and descriptor among uploaded files, whatever the files are called."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corridor.dataset.schema import DESCRIPTOR
from corridor.intake import limits
from corridor.intake.archive import is_zip, unpack
from corridor.intake.delimited import rows_of
from corridor.intake.encoding import decoded
from corridor.intake.geojson import features_of
from corridor.intake.naming import ending, is_document, is_hidden, near, stem, table_of
from corridor.intake.report import N_, Report, Upload
from corridor.intake.workbook import sheets_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.dataset.schema import Package
    from corridor.dataset.tables import Line

_TEXTS = {".csv", ".tsv", ".tab"}
_GEO = {".geojson"}
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".tar", ".tgz", ".bz2", ".xz")
_MACRO_WORKBOOKS = (".xlsm", ".xltm", ".xlam")
_OTHER_WORKBOOKS = (".xls", ".xlsb", ".ods", ".numbers")
# Problem, cure and check of kinds of files that are not opened.
_REFUSED = {
    **dict.fromkeys(
        _ARCHIVES,
        (
            N_("an archive inside the upload is not opened"),
            N_("Put the tables into one zip archive, with no archive inside."),
            "archive-nested",
        ),
    ),
    **dict.fromkeys(
        _MACRO_WORKBOOKS,
        (
            N_("workbooks that can hold macros are not opened"),
            N_("Save the workbook as a plain .xlsx, or each sheet as CSV UTF-8."),
            "workbook-macros",
        ),
    ),
    **dict.fromkeys(
        _OTHER_WORKBOOKS,
        (
            N_("workbooks of this kind cannot be read"),
            N_("Save it as .xlsx, or each sheet as CSV UTF-8."),
            "workbook-kind",
        ),
    ),
}


@dataclass(frozen=True)
class Sheet:
    """Rows of one table with the header first, where they came from, and what row numbers are off by."""

    source: str
    rows: list[list[str]]
    shift: int = 0


@dataclass
class Gathered:
    """
    What was found.

    Attributes
    ----------
    sheets
        By table name.
    lines, line_source, line_numbers
        Line of each leg, the file they came from, the feature of each.
    descriptor
        Bytes of datapackage.json, if there is one.
    unread
        Tables that were brought, or promised by the descriptor, and could not be read.
    """

    sheets: dict[str, Sheet] = field(default_factory=dict)
    lines: dict[str, Line] = field(default_factory=dict)
    line_source: str = ""
    line_numbers: dict[str, int] = field(default_factory=dict)
    descriptor: bytes | None = None
    unread: set[str] = field(default_factory=set)


def gather(uploads: Sequence[Upload], package: Package, report: Report) -> Gathered:
    """
    Find the tables in what a visitor brings.

    Parameters
    ----------
    uploads
        The files.
    package
        The schema.
    report
        Gets what is wrong, mended or left aside.

    Returns
    -------
    Gathered
        What could be read.
    """
    gathered = Gathered()
    if len(uploads) > limits.FILES or sum(len(one.content) for one in uploads) > limits.UPLOAD_BYTES:
        problem = N_("the upload is larger than allowed")
        cure = N_("Bring at most 40 files of 20 MB together; leave out tables that did not change.")
        size = sum(len(one.content) for one in uploads) / limits.MB
        report.refuse(_first(uploads), problem, cure, "upload-size", value=f"{len(uploads)}: {size:,.1f} MB")
        return gathered
    for upload in uploads:
        if ending(upload.name) == ".zip":
            _read_archive(upload, package, gathered, report)
        else:
            _read_file(upload, package, gathered, report)
    return gathered


def _first(uploads: Sequence[Upload]) -> str:
    """Name of the first file."""
    return uploads[0].name if uploads else ""


def _read_archive(archive: Upload, package: Package, gathered: Gathered, report: Report) -> None:
    """Read the files of an archive; where it holds a descriptor, only those that this names."""
    if not archive.content:
        report.refuse(archive.name, N_("the file is empty"), N_("Choose another file."), "empty-file")
        return
    files = [one for one in unpack(archive, report) if not is_hidden(one.name)]
    descriptors = [one for one in files if stem(one.name) + ending(one.name) == DESCRIPTOR]
    if not descriptors:
        for one in files:
            _read_file(one, package, gathered, report)
        return
    described = min(descriptors, key=lambda one: one.name.count("/"))
    folder = described.name.rpartition("/")[0]
    gathered.descriptor = described.content
    promised = _promised(described, package, report)
    by_path = {one.name: one for one in files}
    for name, path in promised.items():
        found = by_path.get(f"{folder}/{path}" if folder else path)
        if found is None:
            gathered.unread.add(name)
            problem = N_("the descriptor names this file, but the archive does not hold it")
            cure = N_("Put the file in, or take it out of datapackage.json.")
            report.refuse(path, problem, cure, "missing-file")
        else:
            _keep_text(found, name, package, gathered, report)
    read = {f"{folder}/{path}" if folder else path for path in promised.values()} | {described.name}
    others = [one for one in files if one.name not in read]
    for other in others:
        if ending(other.name) in _GEO and table_of(stem(other.name), (), package.tables) == "legs":
            _read_geo(other, package, gathered, report, lines_only=True)
        elif ending(other.name) in {*_ARCHIVES, *_MACRO_WORKBOOKS}:
            _read_file(other, package, gathered, report)
        else:
            _say_left_aside(other, report)


def _promised(descriptor: Upload, package: Package, report: Report) -> dict[str, str]:
    """Path of each table of the schema that a descriptor names."""
    try:
        resources = json.loads(descriptor.content)["resources"]
        named = {str(one["name"]).replace("-", "_"): str(one["path"]) for one in resources}
    except (ValueError, RecursionError, KeyError, TypeError):
        problem = N_("datapackage.json does not describe tables as a Data Package does")
        cure = N_("Take the one that comes with the download or with the empty template.")
        report.refuse(descriptor.name, problem, cure, "descriptor")
        return {}
    return {name: path for name, path in named.items() if name in package.tables}


def _read_file(upload: Upload, package: Package, gathered: Gathered, report: Report) -> None:
    """Read one file by its ending; the content must fit."""
    kind = ending(upload.name)
    if is_hidden(upload.name):
        return
    if stem(upload.name) + kind == DESCRIPTOR:
        gathered.descriptor = upload.content
    elif kind in _REFUSED:
        report.refuse(upload.name, *_REFUSED[kind])
    elif not upload.content:
        report.refuse(upload.name, N_("the file is empty"), N_("Choose another file."), "empty-file")
    elif kind == ".xlsx":
        _read_workbook(upload, package, gathered, report)
    elif kind in _GEO:
        _read_geo(upload, package, gathered, report)
    elif kind in _TEXTS:
        _read_text(upload, package, gathered, report)
    elif is_document(upload.name):
        _say_left_aside(upload, report)
    else:
        problem = N_("files of this kind cannot be read")
        cure = N_("Bring a zip archive, or CSV, XLSX or GeoJSON files.")
        report.refuse(upload.name, problem, cure, "file-kind")


def _read_text(upload: Upload, package: Package, gathered: Gathered, report: Report) -> None:
    """Read a CSV file after telling which table it is."""
    name = table_of(stem(upload.name), _header(upload.content), package.tables)
    if name is None:
        _unknown(upload.name, stem(upload.name), package, report)
        return
    _keep_text(upload, name, package, gathered, report)


def _header(content: bytes) -> list[str]:
    """Column names of the first line, roughly, to tell the table of a file by."""
    line = content[: limits.CELL_LENGTH].split(b"\n")[0].decode("utf-8-sig", errors="replace").strip()
    return [cell.strip('"') for cell in line.replace(";", ",").replace("\t", ",").split(",")]


def _keep_text(upload: Upload, name: str, package: Package, gathered: Gathered, report: Report) -> None:
    """Read a CSV file as that table."""
    if is_zip(upload.content):
        problem = N_("the file is a workbook or an archive, though its name says CSV")
        report.refuse(
            upload.name, problem, N_("Give it its right ending, or save it as CSV UTF-8."), "file-kind"
        )
        gathered.unread.add(name)
        return
    text = decoded(upload.name, upload.content, report)
    columns = {column.name for column in package.tables[name].columns}
    rows = None if text is None else rows_of(upload.name, text, columns, report)
    _keep(name, upload.name, rows, gathered, report)


def _read_workbook(upload: Upload, package: Package, gathered: Gathered, report: Report) -> None:
    """Read the sheets of a workbook that are tables."""
    if not is_zip(upload.content):
        problem = N_("the file is not a workbook, though its name says so")
        report.refuse(upload.name, problem, N_("Save it as .xlsx, or each sheet as CSV UTF-8."), "file-kind")
        return
    sheets = sheets_of(upload, report)
    for title, rows in sheets.items():
        source = f"{upload.name} / {title}"
        header = rows[0] if rows else []
        name = table_of(title, header, package.tables)
        if name is None and len(sheets) == 1:
            name = table_of(stem(upload.name), header, package.tables)
        if name is not None:
            _keep(name, source, rows, gathered, report)
        elif near(title, package.tables):
            _unknown(source, title, package, report)
        else:
            report.say(source, N_("The sheet is no table of the schema and was left aside."))


def _read_geo(
    upload: Upload, package: Package, gathered: Gathered, report: Report, *, lines_only: bool = False
) -> None:
    """Read points as the table of nodes, lines as lines of legs and perhaps as the table of legs."""
    features = features_of(upload.name, upload.content, report)
    if features is None:
        return
    if features.lines:
        if gathered.lines:
            _twice(upload.name, "legs", report)
            return
        gathered.lines, gathered.line_numbers = features.lines, features.numbers
        gathered.line_source = upload.name
    header = set(features.rows[0]) if features.rows else set()
    for name, mark in (("nodes", "node_id"), ("legs", "from_node")):
        if mark in header and not lines_only and (name == "nodes" or name not in gathered.sheets):
            known = {column.name for column in package.tables[name].columns}
            kept = [at for at, title in enumerate(features.rows[0]) if title in known]
            rows = [[row[at] for at in kept] for row in features.rows]
            _keep(name, upload.name, rows, gathered, report, shift=1)
            if len(kept) < len(header):
                others = ", ".join(sorted(header - known))
                report.say(
                    upload.name, N_("Properties that the schema does not know were left aside."), others
                )
            return


def _keep(
    name: str,
    source: str,
    rows: list[list[str]] | None,
    gathered: Gathered,
    report: Report,
    *,
    shift: int = 0,
) -> None:
    """Keep the rows of a table unless it was brought before."""
    if rows is None:
        gathered.unread.add(name)
    elif name in gathered.sheets:
        _twice(source, name, report)
    else:
        gathered.sheets[name] = Sheet(source, rows, shift)


def _twice(source: str, name: str, report: Report) -> None:
    """Report a table that was brought twice."""
    problem, cure = N_("the table was brought twice"), N_("Bring each table once.")
    report.refuse(source, problem, cure, "table-twice", value=name)


def _unknown(source: str, name: str, package: Package, report: Report) -> None:
    """Report a file or sheet that is no table."""
    guess = near(name, package.tables)
    meant = f" Did you mean '{guess}'?" if guess else ""
    cure = f"Name it after its table: {', '.join(package.tables)}.{meant}"
    report.refuse(source, N_("no table of the schema has this name or these columns"), cure, "unknown-table")


def _say_left_aside(upload: Upload, report: Report) -> None:
    """Note a file that is no table."""
    report.say(upload.name, N_("The file is no table and was left aside."))
