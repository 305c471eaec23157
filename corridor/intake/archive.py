"""Files out of a zip archive, held against every trick that archives know. Nothing is written to disk."""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING

from corridor.dataset.findings import Phrase
from corridor.intake import limits
from corridor.intake.report import Upload

if TYPE_CHECKING:
    from collections.abc import Callable

    from corridor.intake.report import Report

_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_IN_UTF8 = 0x800
_CHUNK_BYTES = 1 << 16
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_DRIVE = re.compile(r"[A-Za-z]:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, NotImplementedError,
    RuntimeError, OSError, ValueError, OverflowError, IndexError,
)  # fmt: skip

_PACK_ANEW = Phrase("Pack the plain tables again into a zip, with your system's own command and no password.")


def is_zip(content: bytes) -> bool:
    """Whether the bytes begin as an archive does, whatever the file is called."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def unpack(archive: Upload, report: Report, *, is_passed_over: Callable[[str], bool]) -> list[Upload]:
    """
    Read the files of an archive into memory.

    Parameters
    ----------
    archive
        The archive.
    report
        Gets a finding for each reason to refuse it.
    is_passed_over
        Whether a path is of no use; such a file is neither checked nor unpacked.

    Returns
    -------
    list of Upload
        The files with their paths inside the archive; none if anything about the archive is wrong.
    """
    before = len(report.findings)
    if archive.content.count(_ENTRY) > limits.ENTRIES:
        _too_many(archive, report)
        return []
    try:
        with zipfile.ZipFile(io.BytesIO(archive.content)) as opened:
            members = [member for member in opened.infolist() if not is_passed_over(path_of(member))]
            if len(members) > limits.MEMBERS:
                _too_many(archive, report)
                return []
            _check_names(archive, members, report)
            _check_sizes(archive, members, report)
            if len(report.findings) > before:
                return []
            return _contents(archive, opened, members, report)
    except _BROKEN as error:
        problem = Phrase("the archive is damaged, or it is not a zip archive")
        report.refuse(archive.name, problem, _PACK_ANEW, "archive-damaged", value=str(error))
        return []


def path_of(member: zipfile.ZipInfo) -> str:
    """
    Path of a member with forward slashes, in the letters that it was written in.

    Windows PowerShell writes backslashes. Without the mark for UTF-8 the letters are those of the machine:
    macOS writes UTF-8 all the same, a Russian Windows the DOS code page 866.
    """
    name = member.orig_filename
    if not name.isascii() and not member.flag_bits & _IN_UTF8:
        for encoding in ("utf-8", "cp866"):
            try:
                name = name.encode("cp437").decode(encoding)
                break
            except UnicodeError:
                continue
    return name.replace("\\", "/")


def _check_names(archive: Upload, members: list[zipfile.ZipInfo], report: Report) -> None:
    """Refuse paths that leave the archive, links, passwords, and names that differ only in case."""
    seen: set[str] = set()
    for member in members:
        name = path_of(member)
        problem, check = _name_problem(member, name)
        if not problem and name.casefold() in seen:
            problem = Phrase("the archive holds two files of the same name")
            check = "archive-duplicate"
        seen.add(name.casefold())
        if problem:
            report.refuse(archive.name, problem, _PACK_ANEW, check, value=_printable(name))


def _name_problem(member: zipfile.ZipInfo, name: str) -> tuple[str, str]:
    """Say what is wrong with one member before it is read, with the code of the check."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    if name.startswith("/") or _DRIVE.match(name) or ".." in name.split("/"):
        return Phrase("a path inside the archive leads out of it"), "archive-path"
    if _CONTROL.search(name) or len(name) > limits.PATH_LENGTH:
        return Phrase("a path inside the archive is too long or holds control characters"), "archive-path"
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        return Phrase("the archive holds a link or a device instead of a file"), "archive-link"
    if member.flag_bits & _ENCRYPTED:
        return Phrase("the archive is locked with a password"), "archive-locked"
    if member.compress_type not in _METHODS:
        return Phrase("the archive is packed in an unusual way"), "archive-method"
    return "", ""


def _check_sizes(archive: Upload, members: list[zipfile.ZipInfo], report: Report) -> None:
    """Refuse what says itself that it unpacks to too much."""
    total = sum(member.file_size for member in members)
    if total > limits.UNPACKED_BYTES:
        _too_large(archive, report, f"{total / limits.MB:,.0f} MB")
        return
    packed = max(1, len(archive.content))
    if total > limits.UNPACKED_FREE_BYTES and total / packed > limits.UNPACKED_TIMES:
        problem = Phrase("the archive unpacks to far more than tables do; it looks like a bomb")
        report.refuse(
            archive.name, problem, _PACK_ANEW, "archive-bomb", value=f"{total / packed:,.0f} × its own size"
        )


def _contents(
    archive: Upload, opened: zipfile.ZipFile, members: list[zipfile.ZipInfo], report: Report
) -> list[Upload]:
    """Unpack piece by piece, for a header may claim less than there is."""
    files: list[Upload] = []
    left = limits.UNPACKED_BYTES
    for member in members:
        if path_of(member).endswith("/"):
            continue
        parts = []
        with opened.open(member) as file:
            while chunk := file.read(_CHUNK_BYTES):
                left -= len(chunk)
                if left < 0:
                    _too_large(archive, report, f"> {limits.UNPACKED_BYTES / limits.MB:,.0f} MB")
                    return []
                parts.append(chunk)
        files.append(Upload(path_of(member), b"".join(parts)))
    return files


def _too_many(archive: Upload, report: Report) -> None:
    """Refuse an archive for the number of its files."""
    problem = Phrase("the archive holds too many files")
    report.refuse(archive.name, problem, _fewer(), "archive-members", value=f"> {limits.MEMBERS}")


def _too_large(archive: Upload, report: Report, size: str) -> None:
    """Refuse an archive for its size when unpacked."""
    problem = Phrase("the archive unpacks to more than is allowed")
    report.refuse(archive.name, problem, _fewer(), "archive-size", value=size)


def _fewer() -> str:
    """Cure for archives that hold too much."""
    return Phrase("Leave in the archive only the tables of the schema, each at most once.")


def _printable(name: str) -> str:
    """Name without characters that would change how it looks."""
    return "".join(letter if letter.isprintable() else "�" for letter in name)
