"""Files that a careless or hostile visitor might upload, made by code so that none lies in the repository."""

from __future__ import annotations

import csv
import io
import json
import math
import stat
import struct
import zipfile
from typing import TYPE_CHECKING, NamedTuple

from openpyxl import Workbook

from corridor.dataset.tables import SHIPPED
from corridor.intake import Upload
from tests import sample_package

if TYPE_CHECKING:
    from collections.abc import Callable

SCRIPT = "<script>document.title='owned'</script><img src=x onerror=document.title='owned'>{{7*7}}${x}"


class Case(NamedTuple):
    """
    One hostile upload.

    Attributes
    ----------
    make
        Makes the files.
    check
        Code of a finding that must refuse it; None if it is mended and used.
    says
        Part of what the visitor must read.
    """

    make: Callable[[], list[Upload]]
    check: str | None
    says: str


def shipped(table: str) -> str:
    """Text of a table of the shipped data."""
    return (SHIPPED / f"{table}.csv").read_text(encoding="utf-8")


def changed(table: str, row: int, **cells: str) -> str:
    """Shipped table with some cells of one row changed; the first row of data is row 2."""
    rows = list(csv.DictReader(io.StringIO(shipped(table))))
    rows[row - 2].update(cells)
    return as_csv(list(rows[0]), [list(one.values()) for one in rows])


def as_csv(header: list[str], rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([header, *rows])
    return text.getvalue()


def zipped(members: dict[str, bytes | str], *, name: str = "data.zip") -> list[Upload]:
    """One archive."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in members.items():
            archive.writestr(path, content)
    return [Upload(name, packed.getvalue())]


def one(name: str, content: str | bytes) -> list[Upload]:
    return [Upload(name, content.encode() if isinstance(content, str) else content)]


def sample(*, name: str = "Midland", **tables: str) -> list[Upload]:
    """The made-up land of `tests/sample_package.py` as an archive, some tables replaced."""
    rows = sample_package.rows()
    descriptor = json.loads(sample_package.DESCRIPTOR.read_text(encoding="utf-8"))
    members: dict[str, bytes | str] = {}
    for resource in descriptor["resources"]:
        columns = [field["name"] for field in resource["schema"]["fields"]]
        lines = [
            [row.get(column, "") for column in columns]
            for row in rows.get(resource["name"].replace("-", "_"), [])
        ]
        members[resource["path"]] = tables.get(resource["name"].replace("-", "_")) or as_csv(columns, lines)
    members["datapackage.json"] = json.dumps(descriptor | {"title": name})
    return zipped(members, name="midland.zip")


def sample_table(table: str, change: Callable[[list[dict[str, str]]], None]) -> str:
    """Table of the made-up land after a change to its rows."""
    rows = sample_package.rows()[table]
    change(rows)
    descriptor = json.loads(sample_package.DESCRIPTOR.read_text(encoding="utf-8"))
    fields = next(one for one in descriptor["resources"] if one["name"].replace("-", "_") == table)["schema"][
        "fields"
    ]
    columns = [field["name"] for field in fields]
    return as_csv(columns, [[row.get(column, "") for column in columns] for row in rows])


def workbook(sheets: dict[str, list[list[object]]], *, name: str = "tables.xlsx") -> list[Upload]:
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return [Upload(name, content.getvalue())]


def rows_of(table: str) -> list[list[object]]:
    return [list(row) for row in csv.reader(io.StringIO(shipped(table)))]


def repacked(upload: Upload, extra: dict[str, bytes], *, name: str) -> list[Upload]:
    """Archive or workbook with members added or replaced."""
    with zipfile.ZipFile(io.BytesIO(upload.content)) as archive:
        members: dict[str, bytes | str] = {member: archive.read(member) for member in archive.namelist()}
    return zipped(members | extra, name=name)


# --- archives ---------------------------------------------------------------------------------------------


def bomb() -> list[Upload]:
    return zipped({"nodes.csv": b"0" * 50_000_000})


def bomb_in_parts() -> list[Upload]:
    return zipped({f"{number}.csv": b"0" * 1_500_000 for number in range(150)})


def liar() -> list[Upload]:
    """The header claims 1 GB for a member of a few bytes."""
    content = bytearray(zipped({"nodes.csv": shipped("nodes")})[0].content)
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.index(mark)
        struct.pack_into("<I", content, at + offset, 1_000_000_000)
    return one("liar.zip", bytes(content))


def modest_liar() -> list[Upload]:
    """The header claims ten bytes for a member of many million."""
    content = bytearray(zipped({"nodes.csv": b"0" * 90_000_000})[0].content)
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.index(mark)
        struct.pack_into("<I", content, at + offset, 10)
    return one("modest.zip", bytes(content))


def link() -> list[Upload]:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        member = zipfile.ZipInfo("nodes.csv")
        member.create_system = 3
        member.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(member, "/etc/passwd")
    return one("link.zip", packed.getvalue())


def locked() -> list[Upload]:
    content = bytearray(zipped({"nodes.csv": shipped("nodes")})[0].content)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.index(mark)
        struct.pack_into("<H", content, at + offset, 1)
    return one("locked.zip", bytes(content))


def many_members() -> list[Upload]:
    return zipped({f"{number}.csv": "a" for number in range(5_000)})


# --- workbooks --------------------------------------------------------------------------------------------


def formula_without_value() -> list[Upload]:
    rows = rows_of("trade")
    rows[1][rows[0].index("note")] = "=1+1"
    return workbook({"trade": rows})


def macros_under_a_plain_name() -> list[Upload]:
    book = workbook({"trade": rows_of("trade")})[0]
    return repacked(book, {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}, name="tables.xlsx")


def workbook_bomb() -> list[Upload]:
    book = workbook({"trade": rows_of("trade")})[0]
    return repacked(book, {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * 55_000_000}, name="bomb.xlsx")


def laughs() -> list[Upload]:
    book = workbook({"trade": rows_of("trade")})[0]
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst>&b;</sst>'
    return repacked(book, {"xl/sharedStrings.xml": text.encode()}, name="laughs.xlsx")


def links_to_files() -> list[Upload]:
    book = workbook({"trade": rows_of("trade")})[0]
    return repacked(book, {"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}, name="links.xlsx")


# --- GeoJSON ----------------------------------------------------------------------------------------------


def collection(*features: dict[str, object]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


def leg_line(leg: str, points: list[list[float]], kind: str = "LineString") -> dict[str, object]:
    return {
        "type": "Feature",
        "properties": {"leg_id": leg},
        "geometry": {"type": kind, "coordinates": points},
    }


def million_points() -> list[Upload]:
    points = ",".join("[50.1,40.2]" for _ in range(1_000_000))
    text = (
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"leg_id":"aktau-alat"},'
        f'"geometry":{{"type":"LineString","coordinates":[{points}]}}}}]}}'
    )
    return one("legs.geojson", text)


def deep_json() -> list[Upload]:
    return one("legs.geojson", '{"a":' * 100_000)


# --- tables -----------------------------------------------------------------------------------------------


def cyrillic() -> list[Upload]:
    """Table of organisations as a Russian Excel saves it: Windows-1251, semicolons."""
    header = ["organisation_id", "name_en", "name_ru", "kind", "country"]
    rows = [["own-rail", "Own Rail", "Собственная железная дорога", "railway", "KZ"]]
    lines = [";".join(row) for row in (header, *rows)]
    return one("organisations.csv", "\r\n".join(lines).encode("cp1251"))


def alone(table: str, text: str) -> Callable[[], list[Upload]]:
    return lambda: one(f"{table}.csv", text)


def unterminated() -> str:
    return shipped("trade").replace("\n", '\n"', 1)


CASES: dict[str, Case] = {
    "bomb": Case(bomb, "archive-bomb", "looks like a bomb"),
    "bomb in parts": Case(bomb_in_parts, "archive-size", "unpacks to more than is allowed"),
    "1 GB claimed": Case(liar, "archive-size", "1,000 MB"),
    "header claims too little": Case(modest_liar, "archive-damaged", "damaged"),
    "path escape": Case(lambda: zipped({"../../nodes.csv": "x"}), "archive-path", "leads out of it"),
    "absolute path": Case(lambda: zipped({"/etc/nodes.csv": "x"}), "archive-path", "leads out of it"),
    "drive and backslash": Case(lambda: zipped({"C:\\nodes.csv": "x"}), "archive-path", "leads out of it"),
    "symbolic link": Case(link, "archive-link", "a link or a device"),
    "password": Case(locked, "archive-locked", "password"),
    "same name twice": Case(
        lambda: zipped({"nodes.csv": "x", "NODES.CSV": "y"}), "archive-duplicate", "same name"
    ),
    "archive in archive": Case(
        lambda: zipped({"inner.zip": zipped({"nodes.csv": "x"})[0].content}), "archive-nested", "not opened"
    ),
    "5,000 members": Case(many_members, "archive-members", "too many files"),
    "not a zip": Case(lambda: one("data.zip", b"\x00\x01 not a zip at all"), "archive-damaged", "not a zip"),
    "cut off": Case(lambda: one("data.zip", sample()[0].content[:-300]), "archive-damaged", "damaged"),
    "empty archive": Case(lambda: zipped({}), "no-table", "no table of the schema"),
    "empty file": Case(lambda: one("nodes.csv", b""), "empty-file", "empty"),
    "formula without value": Case(formula_without_value, "formula", "formulas are not computed"),
    "macros by name": Case(lambda: one("tables.xlsm", b"PK\x03\x04"), "workbook-macros", "macros"),
    "macros inside": Case(macros_under_a_plain_name, "workbook-macros", "macros"),
    "workbook bomb": Case(workbook_bomb, "archive-bomb", "looks like a bomb"),
    "billion laughs": Case(laughs, "workbook-xml", "no spreadsheet writes"),
    "links to files": Case(links_to_files, "workbook-links", "other files"),
    "text called workbook": Case(lambda: one("nodes.xlsx", b"a,b,c"), "file-kind", "not a workbook"),
    "archive called CSV": Case(
        lambda: one("nodes.csv", sample()[0].content), "file-kind", "workbook or an archive"
    ),
    "program": Case(lambda: one("nodes.exe", b"MZ"), "file-kind", "cannot be read"),
    "pickle": Case(lambda: one("nodes.pkl", b"cos\nsystem\n(S'true'\ntR."), "file-kind", "cannot be read"),
    "Latin-1": Case(
        lambda: one(
            "organisations.csv", "organisation_id,name_en\nzurich,Zürich Hafen für Güter\n".encode("latin-1")
        ),
        "encoding",
        "no other encoding can be told for sure",
    ),
    "UTF-16 with NUL": Case(
        lambda: one("trade.csv", shipped("trade").replace("a", "\x00", 1).encode("utf-16-le")),
        "nul-byte",
        "NUL",
    ),
    "NUL bytes": Case(lambda: one("trade.csv", shipped("trade").replace("a", "\x00", 1)), "nul-byte", "NUL"),
    "lost letters": Case(alone("trade", changed("trade", 2, note="Caf\ufffd")), "letters-lost", "lost"),
    "ragged rows": Case(alone("trade", shipped("trade") + "one,two\n"), "ragged-row", "2 cells"),
    "broken quotes": Case(alone("trade", unterminated()), "quoting", "quotation marks"),
    "duplicate keys": Case(
        lambda: one("trade.csv", shipped("trade") + shipped("trade").splitlines()[1] + "\n"),
        "duplicate-key",
        "is already in row 2",
    ),
    "dangling keys": Case(
        alone("corridor_legs", changed("corridor_legs", 2, leg_id="aktau-alatt")),
        "dangling-reference",
        "aktau-alatt",
    ),
    "NaN position": Case(alone("nodes", changed("nodes", 2, lat="NaN")), "type", "not a number"),
    "infinite position": Case(alone("nodes", changed("nodes", 2, lon="inf")), "type", "not a number"),
    "endless number": Case(
        alone("corridor_legs", changed("corridor_legs", 2, sequence="9" * 5000)), "type", "whole"
    ),
    "swapped position": Case(
        alone("nodes", changed("nodes", 2, lat="82.56981", lon="45.17018")),
        "swapped-position",
        "changed places",
    ),
    "date from the future": Case(
        alone("claims", changed("claims", 2, checked_on="2999-01-01")), "future-date", "still to come"
    ),
    "100,000 columns": Case(
        lambda: one("nodes.csv", ",".join(f"c{number}" for number in range(100_000)) + "\n"),
        "too-many-columns",
        "too many columns",
    ),
    "a million rows": Case(
        lambda: one("trade.csv", shipped("trade").splitlines()[0] + "\n" + ",\n" * 1_000_000),
        "too-many-rows",
        "too many rows",
    ),
    "huge cell": Case(
        alone("trade", changed("trade", 2, note="x" * 2_000_000)), "cell-too-long", "far more text"
    ),
    "wrong headers": Case(
        lambda: one("nodes.csv", "name,x,y\nBelgrade,44,20\n"), "missing-column", "column is missing"
    ),
    "unknown table": Case(
        lambda: one("railways.csv", "a,b\n1,2\n"), "unknown-table", "no table of the schema"
    ),
    "a million points": Case(million_points, "too-many-points", "too many points"),
    "NaN in GeoJSON": Case(
        lambda: one("legs.geojson", collection(leg_line("aktau-alat", [[math.nan, 43.6], [49.4, 39.9]]))),
        "position",
        "longitude and a latitude",
    ),
    "polygon": Case(
        lambda: one(
            "legs.geojson",
            collection(leg_line("aktau-alat", [[[50.0, 40.0], [51.0, 40.0], [50.0, 41.0]]], "Polygon")),
        ),  # type: ignore[list-item]
        "geometry",
        "neither a point nor a line",
    ),
    "line elsewhere": Case(
        lambda: one("legs.geojson", collection(leg_line("aktau-alat", [[10.0, 50.0], [11.0, 50.0]]))),
        "line-off",
        "does not begin and end",
    ),
    "swapped line": Case(
        lambda: one("legs.geojson", collection(leg_line("aktau-alat", [[43.6, 51.2], [39.95, 49.4]]))),
        "line-off",
        "exchanged",
    ),
    "deep JSON": Case(deep_json, "geojson", "not GeoJSON"),
    "table twice": Case(
        lambda: one("trade.csv", shipped("trade")) + one("Trade (1).csv", shipped("trade")),
        "table-twice",
        "twice",
    ),
    # Mended and used, with a word on it.
    "script in a name": Case(
        lambda: sample(nodes=sample_table("nodes", lambda rows: rows[0].update(name_en=SCRIPT))), None, ""
    ),
    "byte order mark": Case(
        lambda: one("trade.csv", shipped("trade").encode("utf-8-sig")), None, "byte order mark"
    ),
    "UTF-16 without mark": Case(
        lambda: one("trade.csv", shipped("trade").encode("utf-16-le")), None, "UTF-16"
    ),
    "UTF-16": Case(lambda: one("trade.csv", shipped("trade").encode("utf-16")), None, "UTF-16"),
    "Windows-1251": Case(cyrillic, "dangling-reference", "Windows-1251"),
    "formula in CSV": Case(
        alone("trade", changed("trade", 2, note='=HYPERLINK("http://x.example","win")')), None, "plain text"
    ),
    "invisible signs": Case(
        alone("trade", changed("trade", 2, note="sta\u202egnik\u200b")), None, "invisible"
    ),
    "columns in another order": Case(
        lambda: one("trade.csv", as_csv(*_reversed("trade"))), None, "order of the schema"
    ),
}


def _reversed(table: str) -> tuple[list[str], list[list[str]]]:
    rows = list(csv.reader(io.StringIO(shipped(table))))
    return rows[0][::-1], [row[::-1] for row in rows[1:]]
