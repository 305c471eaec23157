"""Text out of the bytes of a table, in the encodings that spreadsheets write."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from corridor.intake.report import N_

if TYPE_CHECKING:
    from corridor.intake.report import Report

# Letters and signs that Russian, Serbian, Bulgarian, Ukrainian, Belarusian texts have in Windows-1251.
_CYRILLIC = re.compile(r"[\u0400-\u045f\u0490\u0491]")
_SIGNS = frozenset("«»„“”‘’–—…№§°±·©®€\u00a0\u00ad")
_MIXED = re.compile(r"[A-Za-z][\u0400-\u045f]|[\u0400-\u045f][A-Za-z]")
_MIXED_MOST = 0.02
_SHOWN = 24

_SAVE_AS_UTF8 = N_("In the spreadsheet choose “Save as” and the type “CSV UTF-8”.")


def decoded(file: str, content: bytes, report: Report) -> str | None:
    """
    Give the text of a file; None, with a finding, if it is in no encoding that can be told for sure.

    Parameters
    ----------
    file
        Name of the file, for the report.
    content
        Its bytes: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1251.
    report
        Gets a note for every encoding but plain UTF-8.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(file, content, report)
    if b"\x00" in content:
        problem = N_("the file holds NUL bytes, so it is not plain text")
        row = content[: content.index(b"\x00")].count(b"\n") + 1
        report.refuse(file, problem, _SAVE_AS_UTF8, "nul-byte", row=row)
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows(file, content, error.start, report)
    if text.startswith("\ufeff"):
        report.say(file, N_("The invisible byte order mark at the beginning was taken off."))
    return text.removeprefix("\ufeff")


def _utf16(file: str, content: bytes, report: Report) -> str | None:
    """Read UTF-16, which Excel writes as “Unicode text”."""
    try:
        text = content.decode("utf-16")
    except UnicodeDecodeError:
        problem = N_("the file begins as UTF-16 text but breaks off within a character")
        report.refuse(file, problem, _SAVE_AS_UTF8, "encoding")
        return None
    if "\x00" in text:
        report.refuse(
            file, N_("the file holds NUL bytes, so it is not plain text"), _SAVE_AS_UTF8, "nul-byte"
        )
        return None
    report.say(file, N_("The file is UTF-16; it was read as such."))
    return text


def _windows(file: str, content: bytes, start: int, report: Report) -> str | None:
    """Read Windows-1251 if the text then looks like Cyrillic; else refuse."""
    text = _as_windows(content)
    if text is None:
        row = content[:start].count(b"\n") + 1
        shown = content[start : start + _SHOWN].split(b"\n")[0].decode("latin-1")
        problem = N_("the encoding of the file is neither UTF-8 nor Windows Cyrillic; letters would be wrong")
        report.refuse(file, problem, _SAVE_AS_UTF8, "encoding", row=row, value=shown)
        return None
    message = N_(
        "The file is in Windows Cyrillic (cp1251) and was read as such; look whether names are right."
    )
    report.say(file, message, value=_sample(text))
    return text


def _as_windows(content: bytes) -> str | None:
    """Text by Windows-1251; None if it makes no Cyrillic words."""
    try:
        text = content.decode("cp1251")
    except UnicodeDecodeError:
        return None
    foreign = [one for one in text if ord(one) > 127]  # noqa: PLR2004 - beyond ASCII
    letters = sum(bool(_CYRILLIC.match(one)) for one in foreign)
    known = letters + sum(one in _SIGNS for one in foreign)
    if not letters or known < len(foreign) or len(_MIXED.findall(text)) > _MIXED_MOST * letters:
        return None
    return text


def _sample(text: str) -> str:
    """First Cyrillic words of a text."""
    found = re.search(r"[\u0400-\u045f][\u0400-\u045f \-]*", text)
    return found.group()[:_SHOWN].strip() if found else ""
