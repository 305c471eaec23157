"""The tables, lines and descriptor among uploaded files, whatever the files are called."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from corridor.dataset.findings import Phrase
from corridor.dataset.schema import DESCRIPTOR
from corridor.intake import limits
from corridor.intake.archive import is_zip, unpack
from corridor.intake.coordinate_system import is_latitude_first
from corridor.intake.delimited import rows_of
from corridor.intake.encoding import decoded
from corridor.intake.geojson import features_of, is_geojson
from corridor.intake.headings import Headings, Sheet, headed
from corridor.intake.layout_notes import say_layout
from corridor.intake.naming import ending, is_document, is_hidden, near, stem, table_of
from corridor.intake.report import Report, Upload
from corridor.intake.workbook import sheets_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from corridor.dataset.schema import Package
    from corridor.dataset.tables import Line
    from corridor.intake.geojson import Features, Rows
    from corridor.intake.workbook import Grid

_TEXTS = frozenset({".csv", ".tsv", ".tab", ".txt"})
_GEO = frozenset({".geojson", ".json"})
_ARCHIVES = (".zip", ".7z", ".rar", ".gz", ".tar", ".tgz", ".bz2", ".xz")
_MACRO_WORKBOOKS = (".xlsm", ".xltm", ".xlam")
_AS_XLSX = Phrase("Save it as .xlsx, or each sheet as CSV UTF-8.")
_NO_WORKBOOK = Phrase("the file is not a workbook, though its name says so")
_OLD_WORKBOOK = Phrase(
    "the file is a workbook of Excel 97-2003 (.xls), or one locked with a password; it is not read"
)
# What old workbooks, and workbooks with a password, begin with.
_OLE = b"\xd0\xcf\x11\xe0"
# The sheet of our own workbooks that says which title is which column.
_DICTIONARY = ("columns", ["table", "column", "title"])
# Problem, cure and check of kinds of files that are not opened.
_REFUSED = {
    **dict.fromkeys(
        _ARCHIVES,
        (
            Phrase("an archive inside the upload is not opened"),
            Phrase("Put the tables into one zip archive, with no archive inside."),
            "archive-nested",
        ),
    ),
    **dict.fromkeys(
        _MACRO_WORKBOOKS,
        (
            Phrase("workbooks that can hold macros are not opened"),
            Phrase("Save the workbook as a plain .xlsx, or each sheet as CSV UTF-8."),
            "workbook-macros",
        ),
    ),
    ".xls": (
        Phrase("the file is a workbook of Excel 97-2003 (.xls), which is not read"),
        _AS_XLSX,
        "workbook-kind",
    ),
    ".xlsb": (
        Phrase("the file is a binary Excel workbook (.xlsb), which is not read"),
        _AS_XLSX,
        "workbook-kind",
    ),
    ".ods": (
        Phrase("the file is an OpenDocument spreadsheet (.ods), which is not read"),
        _AS_XLSX,
        "workbook-kind",
    ),
    ".numbers": (
        Phrase("the file is a spreadsheet of Apple Numbers, which is not read"),
        _AS_XLSX,
        "workbook-kind",
    ),
}


class BroughtLine(NamedTuple):
    """Line of a leg, the file that it came from, the number of its feature, the file's coordinate system."""

    line: Line
    source: str
    number: int
    system: str


@dataclass
class Gathered:
    """
    What was found.

    Attributes
    ----------
    sheets
        By table name.
    lines
        By leg.
    descriptor
        Bytes of datapackage.json, if there is one.
    unread
        Tables that were brought, or promised by the descriptor, and could not be read.
    has_unknown
        Whether a file could not be read of which nobody knows what tables it holds.
    """

    sheets: dict[str, Sheet] = field(default_factory=dict)
    lines: dict[str, BroughtLine] = field(default_factory=dict)
    descriptor: bytes | None = None
    unread: set[str] = field(default_factory=set)
    has_unknown: bool = False


def gather(
    uploads: Sequence[Upload], package: Package, titles: Mapping[str, Collection[str]], report: Report
) -> Gathered:
    """
    Find the tables in what a visitor brings.

    Parameters
    ----------
    uploads
        The files.
    package
        The schema.
    titles
        Translations of English titles of columns, by title.
    report
        Gets what is wrong, corrected, assumed or ignored.

    Returns
    -------
    Gathered
        What could be read.
    """
    if len(uploads) > limits.FILES or sum(len(file.content) for file in uploads) > limits.UPLOAD_BYTES:
        problem = Phrase("the upload is larger than allowed")
        cure = Phrase("Bring at most 40 files of 20 MB together; leave out tables that did not change.")
        size = sum(len(file.content) for file in uploads) / limits.MB
        report.refuse(_first(uploads), problem, cure, "upload-size", value=f"{len(uploads)}: {size:,.1f} MB")
        return Gathered()
    gathering = _Gathering(package, Headings(package, titles), report)
    # Lines last: whether their properties are wanted depends on whether the table of legs was brought.
    for upload in sorted(uploads, key=lambda upload: ending(upload.name) in _GEO):
        if ending(upload.name) == ".zip":
            gathering.read_archive(upload)
        else:
            gathering.read_file(upload)
            gathering.say_ignored(upload.name)
    return gathering.found


def _first(uploads: Sequence[Upload]) -> str:
    """Name of the first file."""
    return uploads[0].name if uploads else ""


class _Gathering:
    """One walk through the files of an upload."""

    def __init__(self, package: Package, headings: Headings, report: Report) -> None:
        self._package, self._headings, self._report = package, headings, report
        self._ignored: list[str] = []
        self.found = Gathered()

    def read_archive(self, archive: Upload) -> None:
        """Read the files of an archive; where it holds a descriptor, only those that this names."""
        self._read_members(archive)
        self.say_ignored(archive.name)

    def say_ignored(self, file: str) -> None:
        """Note the files that were no tables, once for an archive."""
        if self._ignored == [file]:
            self._report.ignored(file, Phrase("The file is not a table and was ignored."))
        elif self._ignored:
            message = Phrase("Files that are not tables were ignored.")
            self._report.ignored(file, message, ", ".join(self._ignored))
        self._ignored = []

    def _read_members(self, archive: Upload) -> None:
        """Read the files of an archive."""
        if not archive.content:
            self._refuse_whole(
                archive.name, Phrase("the file is empty"), Phrase("Choose another file."), "empty-file"
            )
            return
        before = len(self._report.findings)
        files = unpack(archive, self._report, is_passed_over=is_hidden)
        self.found.has_unknown |= len(self._report.findings) > before
        files.sort(key=lambda member: ending(member.name) in _GEO)
        descriptors = [member for member in files if stem(member.name) + ending(member.name) == DESCRIPTOR]
        if not descriptors:
            for member in files:
                self.read_file(member)
            return
        described = min(descriptors, key=lambda member: member.name.count("/"))
        folder = described.name.rpartition("/")[0]
        self.found.descriptor = described.content
        promised = self._promised(described)
        by_path = {member.name: member for member in files}
        for name, path in promised.items():
            file = by_path.get(f"{folder}/{path}" if folder else path)
            if file is None:
                self.found.unread.add(name)
                problem = Phrase("the descriptor names this file, but the archive does not hold it")
                cure = Phrase("Put the file in, or take it out of datapackage.json.")
                self._report.refuse(path, problem, cure, "missing-file")
            else:
                self._read_text(file, name)
        read = {f"{folder}/{path}" if folder else path for path in promised.values()} | {described.name}
        for other in files:
            if other.name not in read:
                self._read_beside(other)

    def _read_beside(self, other: Upload) -> None:
        """Read lines of legs beside described tables; leave the rest aside."""
        is_legs = table_of(stem(other.name), self._package.tables) == "legs"
        if is_legs and ending(other.name) in _GEO and is_geojson(other.content):
            self._read_geo(other, lines_only=True)
        elif ending(other.name) in {*_ARCHIVES, *_MACRO_WORKBOOKS}:
            self.read_file(other)
        else:
            self._ignored.append(other.name)

    def _promised(self, descriptor: Upload) -> dict[str, str]:
        """Path of each table of the schema that a descriptor names."""
        try:
            resources = json.loads(descriptor.content)["resources"]
            named = {str(resource["name"]).replace("-", "_"): str(resource["path"]) for resource in resources}
        except (ValueError, RecursionError, KeyError, TypeError):
            problem = Phrase("datapackage.json does not describe tables as a Data Package does")
            cure = Phrase("Take the one that comes with the download or with the empty template.")
            self._report.refuse(descriptor.name, problem, cure, "descriptor")
            return {}
        return {name: path.replace("\\", "/") for name, path in named.items() if name in self._package.tables}

    def read_file(self, upload: Upload) -> None:
        """Read one file by its ending; the content must fit."""
        kind = ending(upload.name)
        if is_hidden(upload.name):
            return
        if stem(upload.name) + kind == DESCRIPTOR:
            self.found.descriptor = upload.content
        elif kind in _REFUSED:
            self._refuse_whole(upload.name, *_REFUSED[kind])
        elif not upload.content:
            self._refuse_whole(
                upload.name, Phrase("the file is empty"), Phrase("Choose another file."), "empty-file"
            )
        elif kind == ".xlsx":
            self._read_workbook(upload)
        elif kind == ".geojson" or (kind in _GEO and is_geojson(upload.content)):
            self._read_geo(upload)
        elif kind in _TEXTS:
            self._read_text(upload, table_of(stem(upload.name), self._package.tables))
        elif is_document(upload.name):
            self._ignored.append(upload.name)
        else:
            problem = Phrase("files of this kind cannot be read")
            cure = Phrase("Bring a zip archive, or CSV, XLSX or GeoJSON files.")
            self._refuse_whole(upload.name, problem, cure, "file-kind")

    def _read_text(self, upload: Upload, name: str | None) -> None:
        """Read a text file as that table, else as the one whose columns it has."""
        if is_zip(upload.content) or upload.content.startswith(_OLE):
            problem = Phrase("the file is a workbook or an archive, though its name says CSV")
            cure = Phrase("Give it its right ending, or save it as CSV UTF-8.")
            self._refuse_whole(upload.name, problem, cure, "file-kind")
            return
        is_document_kind = ending(upload.name) == ".txt" and name is None
        report = Report() if is_document_kind else self._report
        text = decoded(upload.name, upload.content, report)
        rows = None if text is None else rows_of(upload.name, text, self._headings.texts, report)
        if name is None and rows:
            name = self._headings.table_of(rows)
        if is_document_kind:
            if name is None:
                self._ignored.append(upload.name)
                return
            self._report.take(report)
        if rows is None:
            self.found.unread |= {name} if name else set()
            self.found.has_unknown |= name is None
        elif name is None:
            self._unknown(upload.name, stem(upload.name))
        else:
            self._keep(name, Sheet(upload.name, rows, list(range(1, len(rows) + 1))))

    def _read_workbook(self, upload: Upload) -> None:
        """Read the sheets of a workbook that are tables."""
        if not is_zip(upload.content):
            problem = _OLD_WORKBOOK if upload.content.startswith(_OLE) else _NO_WORKBOOK
            self._refuse_whole(upload.name, problem, _AS_XLSX, "file-kind")
            return
        grids = sheets_of(upload, self._report)
        if grids is None:
            self.found.has_unknown = True
            return
        for title, grid in grids.items():
            if _is_dictionary(title, grid):
                self._headings.learn(grid.rows[1:])
        for title, grid in grids.items():
            if not _is_dictionary(title, grid):
                self._read_sheet(upload, title, grid, is_only=len(grids) == 1)

    def _read_sheet(self, upload: Upload, title: str, grid: Grid, *, is_only: bool) -> None:
        """Read one sheet if it is a table."""
        source = f"{upload.name} / {title}"
        tables = self._package.tables
        name = table_of(title, tables) or self._headings.table_of(grid.rows)
        if name is None and is_only:
            name = table_of(stem(upload.name), tables)
        if name is not None:
            width = max(map(len, grid.rows), default=0)
            numbers = list(range(1, len(grid.rows) + 1))
            sheet = Sheet(source, grid.rows, numbers, tuple(range(1, width + 1)), grid.marks)
            self._keep(name, sheet, grid)
        elif grid.rows and near(title, tables):
            self._unknown(source, title)
        else:
            self._report.ignored(source, Phrase("The sheet is not a table of the schema and was ignored."))

    def _read_geo(self, upload: Upload, *, lines_only: bool = False) -> None:
        """Read points as the table of nodes, lines as lines of legs and perhaps as the table of legs."""
        features = features_of(upload.name, upload.content, self._report)
        if features is None:
            name = table_of(stem(upload.name), self._package.tables)
            self.found.unread |= {name} if name else {"nodes", "legs"}
            return
        for leg, line in self._lines(upload.name, features):
            known = self.found.lines.get(leg)
            if known is None:
                self.found.lines[leg] = line
            elif known.line != line.line:
                problem = Phrase(
                    "the leg has two different lines; the other is that of feature {row} in {file}"
                )
                cure = Phrase("Keep one of the two, or give each leg its own leg_id.")
                self._report.refuse(
                    upload.name, Phrase(problem, row=known.number, file=known.source), cure, "duplicate-key",
                    row=line.number, column="leg_id", value=leg,
                )  # fmt: skip
        if lines_only:
            return
        if features.nodes.records:
            if is_latitude_first(features.system):
                self._say_longitude_first(upload.name, features.system)
            self._keep_records("nodes", upload.name, features.nodes)
        if features.legs.records and "legs" in self.found.sheets:
            message = Phrase(
                "Properties of lines were ignored, because the table of legs was brought as well."
            )
            self._report.ignored(upload.name, message)
        elif features.legs.records:
            self._keep_records("legs", upload.name, features.legs)

    def _lines(self, file: str, features: Features) -> Iterator[tuple[str, BroughtLine]]:
        """Lines of legs with where they came from."""
        for leg, line in features.lines.items():
            yield leg, BroughtLine(line, file, features.line_numbers[leg], features.system)

    def _say_longitude_first(self, file: str, system: str) -> None:
        """Note how the positions of a system that orders latitude first were read."""
        pattern = Phrase(
            "The file names the coordinate system {system}, which orders latitude first; "
            "its positions were read with longitude first, as GeoJSON has them."
        )
        self._report.assumed(file, Phrase(pattern, system=system))

    def _keep_records(self, name: str, source: str, rows: Rows) -> None:
        """Keep properties of features as a table, without those that the schema does not know."""
        cells = rows.cells()
        known = {column.name for column in self._package.tables[name].columns}
        kept = [at for at, title in enumerate(cells[0]) if title in known]
        others = sorted({name for record in rows.records for name, text in record.items() if text} - known)
        if others:
            message = Phrase("Properties that the schema does not know were ignored.")
            self._report.ignored(source, message, ", ".join(others))
        cut = [[row[at] for at in kept] for row in cells]
        self._keep(name, Sheet(source, cut, [1, *rows.numbers], is_features=True))

    def _keep(self, name: str, sheet: Sheet, grid: Grid | None = None) -> None:
        """Keep the rows of a table unless it was brought before."""
        if name in self.found.sheets:
            problem, cure = Phrase("the table was brought twice"), Phrase("Bring each table once.")
            self._report.refuse(sheet.source, problem, cure, "table-twice", value=name)
            return
        found = headed(sheet, self._package.tables[name], self._headings, self._report)
        if grid is not None and found.rows:
            say_layout(grid, found, self._report)
        self.found.sheets[name] = found

    def _refuse_whole(self, file: str, problem: str, cure: str, check: str) -> None:
        """Report a file that is not read; what it would have held is not missed elsewhere."""
        self._report.refuse(file, problem, cure, check)
        name = table_of(stem(file), self._package.tables)
        self.found.unread |= {name} if name else set()
        self.found.has_unknown |= name is None

    def _unknown(self, source: str, name: str) -> None:
        """Report a file or sheet that is no table."""
        self.found.has_unknown = True
        guess = near(name, self._package.tables)
        tables = ", ".join(self._package.tables)
        cure = Phrase("Name it after its table: {tables}.", tables=tables)
        if guess:
            cure = Phrase(
                "Name it after its table: {tables}. Did you mean '{guess}'?", tables=tables, guess=guess
            )
        problem = Phrase("no table of the schema has this name or these columns")
        self._report.refuse(source, problem, cure, "unknown-table")


def _is_dictionary(title: str, grid: Grid) -> bool:
    """Whether a sheet is the one of our own workbooks that describes the columns."""
    name, head = _DICTIONARY
    return title == name and bool(grid.rows) and grid.rows[0][: len(head)] == head
