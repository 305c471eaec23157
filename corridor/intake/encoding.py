"""Text out of the bytes of a file, in the encodings that spreadsheets of our countries write."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from corridor.dataset.findings import Phrase

if TYPE_CHECKING:
    from corridor.intake.report import Report

# Cyrillic code pages by what Python calls them, as people call them.
_CYRILLIC_PAGES = {
    "cp1251": "Windows-1251 (cp1251)",
    "cp866": "DOS-866 (cp866)",
    "koi8_u": "KOI8-R",
    "mac_cyrillic": "Mac Cyrillic",
}
_KAZAKH_PAGE = ("kz1048", "KZ-1048")
_LATIN_PAGE = ("cp1250", "Windows-1250 (cp1250)")

# Signs that may stand between or beside words.
_SIGNS = "«»„“”‘’‚–—…№§°±·©®™€•\u00a0\u00ad"
_WORD = re.compile(rf"[^\x00-\x26\x28-\x40\x5b-\x60\x7b-\x7f{_SIGNS}]+")
# A sign that takes the place of a capital: nobody writes a dash or a degree against a small letter.
_GLUED = re.compile(r"(?:^|[\x00-\x2f\x3a-\x40])[–—„‚…№§°±·©®™€•]$")
# A sign that nobody writes between two letters.
_WITHIN = re.compile(r"\w[„…№§°±©®™€•]$")
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_VOWEL = re.compile("[аеёиоуыэюяъәіөұүїєў]", re.IGNORECASE)
_SOUTH = re.compile("[ђјљњћџ]", re.IGNORECASE)
_EAST = re.compile("[ыэщъьйюяёәғқңөұүһі]", re.IGNORECASE)
# Letters that no language of ours has; Windows-1251 has them where KZ-1048 has Kazakh ones.
_NOT_OURS = re.compile("[ќѓѕўґ]", re.IGNORECASE)
# Ukrainian letters, which stand where KZ-1048 has Kazakh ones; either may be meant.
_EITHER = re.compile("[єї]", re.IGNORECASE)
# In Serbian a vowel stands beside every ј; where none does, it stands for the Kazakh ә.
_LONE_J = re.compile("(?<![аеиоу])ј(?![аеиоу])", re.IGNORECASE)
_COMMON = frozenset("оеаинтсрвлкмдпу")
_SERBIAN = frozenset("šđčćžŠĐČĆŽ")
_WITH_HOOK, _WITH_MARK = frozenset("šžŠŽ"), frozenset("đčćĐČĆ")

_SURE, _APART = 0.9, 0.1
_WITH_VOWEL = 4
_MIN_LETTERS = 4
_UTF16_SHARE = 0.98
_SHOWN = 24

_SAVE_AS_UTF8 = Phrase("In the spreadsheet choose “Save as” and the type “CSV UTF-8”.")


class _Guess(NamedTuple):
    """One way to read the bytes: how far the words look like words."""

    fit: float
    share: float
    name: str
    text: str


def decoded(file: str, content: bytes, report: Report) -> str | None:
    """
    Give the text of a file; None, with a finding, if it is in no encoding that can be told for sure.

    Parameters
    ----------
    file
        Name of the file, for the report.
    content
        Its bytes: UTF-8 or UTF-16, with or without a byte order mark; a Cyrillic code page whose words look
        like words in no other; Windows-1250 if its letters are those of Serbian.
    report
        Gets a note for every encoding but plain UTF-8.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _utf16(file, content, report)
    if b"\x00" in content:
        return _unmarked_utf16(file, content, report)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _code_page(file, content, error.start, report)
    if text.startswith("\ufeff"):
        report.ignored(file, Phrase("The invisible byte order mark at the beginning was removed."))
    return text.removeprefix("\ufeff")


def _utf16(file: str, content: bytes, report: Report) -> str | None:
    """Read UTF-16, which Excel writes as “Unicode text”."""
    try:
        text = content.decode("utf-16")
    except UnicodeDecodeError:
        problem = Phrase("the file begins as UTF-16 text but breaks off within a character")
        report.refuse(file, problem, _SAVE_AS_UTF8, "encoding")
        return None
    if "\x00" in text:
        problem = Phrase("the file holds NUL bytes, so it is not plain text")
        report.refuse(file, problem, _SAVE_AS_UTF8, "nul-byte")
        return None
    report.corrected(file, Phrase("The file is UTF-16; it was read as such."))
    return text


def _unmarked_utf16(file: str, content: bytes, report: Report) -> str | None:
    """Read UTF-16 without its mark if all of it is then text; else refuse the NUL bytes."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        known = sum(letter < "\u0530" or letter in _SIGNS for letter in text)
        if "\x00" not in text and known > _UTF16_SHARE * len(text):
            report.corrected(file, Phrase("The file is UTF-16; it was read as such."))
            return text
    problem = Phrase("the file holds NUL bytes, so it is not plain text")
    row = content[: content.index(b"\x00")].count(b"\n") + 1
    report.refuse(file, problem, _SAVE_AS_UTF8, "nul-byte", row=row)
    return None


def _code_page(file: str, content: bytes, start: int, report: Report) -> str | None:
    """Read a code page of one byte a letter if it can be told for sure; else refuse."""
    found = _cyrillic(content) or _serbian_latin(content)
    if found is None:
        row = content[:start].count(b"\n") + 1
        shown = content[start : start + _SHOWN].split(b"\n")[0].decode("latin-1")
        problem = Phrase(
            "the file is not UTF-8, and no other encoding can be told for sure; letters would be wrong"
        )
        report.refuse(file, problem, _SAVE_AS_UTF8, "encoding", row=row, value=shown)
        return None
    name, text = found
    pattern = Phrase(
        "The file is in the encoding {encoding} and was read as such; check that names are right."
    )
    report.assumed(file, Phrase(pattern, encoding=name), _sample(text))
    return text


def _cyrillic(content: bytes) -> tuple[str, str] | None:
    """Name and text by the Cyrillic code page in which the words look like words, if there is but one."""
    pages = dict(_CYRILLIC_PAGES)
    if _NOT_OURS.search(_read(content, "cp1251") or ""):
        pages = dict([_KAZAKH_PAGE]) | {page: name for page, name in pages.items() if page != "cp1251"}
    guesses = [guess for page, name in pages.items() if (guess := _guessed(content, page, name)) is not None]
    guesses.sort(key=lambda guess: -guess.fit)  # stable: of two with one text the first is named
    if not guesses:
        return None
    best = guesses[0]
    others = (other.fit for other in guesses[1:] if other.text != best.text)
    if best.name == _CYRILLIC_PAGES["cp1251"] and _EITHER.search(best.text):
        return None
    if any(other.share >= _SURE and _differ_in_capitals(best.text, other.text) for other in guesses[1:]):
        return None
    if best.share < _SURE or best.fit - max(others, default=0.0) < _APART:
        return None
    return best.name, best.text


def _differ_in_capitals(one: str, other: str) -> bool:
    """Whether two readings are the same but for capitals, of which no word tells which are meant."""
    apart = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    return bool(apart) and all(first.isupper() and second.isupper() for first, second in apart)


def _guessed(content: bytes, page: str, name: str) -> _Guess | None:
    """How far the words of a text look like words if it is in that code page; None if it cannot be."""
    text = _read(content, page)
    found = [match for match in _WORD.finditer(text) if not match.group().isascii()] if text else []
    if not text or not found:
        return None
    letters = sum(len(match.group()) for match in found)
    if letters < _MIN_LETTERS:
        return None
    share = (
        sum(len(match.group()) for match in found if _is_word(match.group()) and not _is_cut(text, match))
        / letters
    )
    common = sum(letter in _COMMON for match in found for letter in match.group().lower()) / letters
    return _Guess(share + common / 2, share, name, text)


def _is_word(word: str) -> bool:
    """Whether letters make a word that a language of ours could have."""
    plain = word.replace("'", "")
    return (
        _CYRILLIC.fullmatch(plain) is not None
        and (plain.islower() or plain.isupper() or plain.istitle())
        and (len(plain) < _WITH_VOWEL or _VOWEL.search(plain) is not None)
        and not _NOT_OURS.search(plain)
        and not _LONE_J.search(plain)
        and not (_SOUTH.search(plain) and _EAST.search(plain))
    )


def _is_cut(text: str, word: re.Match[str]) -> bool:
    """Whether a sign stands where the capital of a word should be, or within a word."""
    before = text[max(0, word.start() - 2) : word.start()]
    if _WITHIN.search(before):
        return True
    return word.group()[0].islower() and _GLUED.search(before) is not None


def _serbian_latin(content: bytes) -> tuple[str, str] | None:
    """Name and text by Windows-1250 if all foreign letters are Serbian, and more than a French è could be."""
    page, name = _LATIN_PAGE
    text = _read(content, page)
    foreign = {letter for letter in text or "" if letter > "\x7f" and letter not in _SIGNS}
    if text and foreign <= _SERBIAN and foreign & _WITH_HOOK and foreign & _WITH_MARK:
        return name, text
    return None


def _read(content: bytes, page: str) -> str | None:
    """Text by a code page; None if a byte has no letter there."""
    try:
        return content.decode(page)
    except UnicodeDecodeError:
        return None


def _sample(text: str) -> str:
    """First words with letters beyond ASCII."""
    found = re.search(r"[^\W\d_]*[\u0100-\u052f][^\W\d_]*([ \-][^\W\d_]+)*", text)
    return found.group()[:_SHOWN].strip() if found else ""
