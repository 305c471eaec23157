"""The cells of a brought table: what a spreadsheet or an encoding did to their values, told or put right."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from corridor.dataset.check_columns import number_without_marks
from corridor.dataset.findings import Phrase
from corridor.dataset.neutral import is_formula
from corridor.intake.headings import letter_of
from corridor.intake.report import listed

if TYPE_CHECKING:
    from corridor.columns.column import Column, Table
    from corridor.intake.cell_formats import Mark
    from corridor.intake.headings import Sheet
    from corridor.intake.report import Report

# Control characters, and those that turn the direction of writing or cannot be seen.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff]"
)
# Errors in any language, such as #N/A and #ССЫЛКА!; ###### of a narrow column; Err:502 of LibreOffice.
_ERROR = re.compile(
    r"#[^\W_a-z][\w/]*[!?]|#[^\W\d_]{1,2}/[^\W\d_]{1,2}|#NV|#YOK|#GETTING_DATA|#{4,}"
    r"|(?:Err|Ошибка|Грешка|Greška|Қате):\d{3}"
)
_ERROR_BEGINS = ("#", "Err:", "Ошибка:", "Грешка:", "Greška:", "Қате:")
_LOST = "\ufffd"
# A question mark within a word, or in the place of its first letters: letters that an encoding did not have.
_LOST_LETTERS = re.compile(r"[^\W\d_]\?+[^\W\d_]|(?<!\S)\?+[^\W\d_]|\?{3,}")
_ADDRESS = re.compile(r"://|\bwww\.|[?&][\w-]+=")
_SHORTENED = re.compile(r"[+-]?\d([.,]\d+)?E\+\d{1,3}")
_PAGES = ("cp1251", "cp1252", "cp1250")

_TRUE = frozenset({
    "истина", "ақиқат", "тачно", "tačno", "вярно", "wahr", "vrai", "vero", "verdadero", "prawda", "doğru",
    "да", "иә", "da", "yes", "ja", "oui", "evet", "tak",
})  # fmt: skip
_FALSE = frozenset({
    "ложь", "жалған", "нетачно", "netačno", "невярно", "falsch", "faux", "falso", "fałsz", "yanlış",
    "нет", "жоқ", "не", "ne", "no", "nein", "non", "hayır", "nie",
})  # fmt: skip
_DATES = frozenset({"day", "month", "year", "date-without-year", "time"})
_DATE_PATTERN = r"^\d{4}"

_FROM_ORIGINAL = Phrase("Take the text from the original and save it in UTF-8.")


@dataclass
class _Seen:
    """What was met in a table, told once for each column or sheet."""

    invisible: set[int] = field(default_factory=set)
    blanks: int = 0
    formulas: int = 0
    words: Counter[str] = field(default_factory=Counter)
    months: list[str] = field(default_factory=list)
    dates_as_texts: list[str] = field(default_factory=list)
    commas: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    maybe_commas: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    shown_otherwise: dict[int, list[tuple[int, str]]] = field(default_factory=dict)


def read_values(sheet: Sheet, table: Table, report: Report) -> Sheet:
    """
    Put right what can be put right without doubt, and report what changed on the way to us.

    Parameters
    ----------
    sheet
        The table, with its column names first.
    table
        The schema.
    report
        Gets findings on cells whose values are lost or doubtful, notes on what was put right.

    Returns
    -------
    Sheet
        The table with its cells trimmed and its truth values in English.
    """
    names = sheet.rows[0] if sheet.rows else []
    known = {column.name: column for column in table.columns}
    columns = [known.get(name) for name in names]
    marks = sheet.marks or {}
    seen = _Seen()
    rows = sheet.rows[:1]
    for number, row in zip(sheet.numbers[1:], sheet.rows[1:], strict=True):
        texts = []
        for at, cell in enumerate(row):
            text = _tidied(cell, number, seen)
            column = columns[at] if at < len(columns) else None
            mark = marks.get((number, sheet.columns[at]), "") if at < len(sheet.columns) else ""
            loss = _loss(text, cell, column, mark) if text else None
            if loss is not None:
                _refuse_lost(sheet, (number, at), text, loss, report)
            elif text:
                text = _valued(sheet, (number, at), text, column, mark, seen, report)
            texts.append(text)
        rows.append(texts)
    _say(sheet, seen, report)
    return replace(sheet, rows=rows)


def _tidied(cell: str, number: int, seen: _Seen) -> str:
    """Cell without characters that cannot be seen and blanks around it."""
    text = cell
    if not (text.isascii() and text.isprintable()):
        text = _INVISIBLE.sub("", text)
        if text != cell:
            seen.invisible.add(number)
    trimmed = text.strip()
    seen.blanks += trimmed != text and bool(trimmed)
    seen.formulas += is_formula(trimmed) and not _is_number(trimmed) and trimmed[0] != "'"
    return trimmed


class _Loss(NamedTuple):
    """What is wrong with a cell whose value was lost before it came to us."""

    problem: str
    cure: str
    check: str


def _refuse_lost(sheet: Sheet, place: tuple[int, int], text: str, loss: _Loss, report: Report) -> None:
    """Report a cell whose value was lost."""
    number, at = place
    report.refuse(
        sheet.source, *loss, row=number, column=_name(sheet, at), value=text, letter=letter_of(sheet, at)
    )


def _loss(text: str, cell: str, column: Column | None, mark: Mark) -> _Loss | None:
    """Say how a value was lost, by its text and the cell as it came; None if it was not."""
    if mark == "error" or _is_error(text):
        problem = Phrase("the cell holds the spreadsheet error {value}, not a value", value=text)
        cure = Phrase(
            "Correct the formula in the spreadsheet, or clear the cell where the value is not known."
        )
        return _Loss(problem, cure, "spreadsheet-error")
    if _LOST in text or ("?" in text and _LOST_LETTERS.search(text) and not _ADDRESS.search(text)):
        problem = Phrase("letters of this cell were lost when the file was saved before")
        return _Loss(problem, _FROM_ORIGINAL, "letters-lost")
    if not text.isascii() and (meant := _unscrambled(cell.strip(" \t\r\n"))):
        problem = Phrase("the letters of this cell were read in a wrong encoding before the file was saved")
        pattern = Phrase(
            "It should perhaps be “{text}”. Take the text from the original and save it in UTF-8."
        )
        return _Loss(problem, Phrase(pattern, text=meant), "letters-scrambled")
    if column is not None and column.type == "string" and _SHORTENED.fullmatch(text):
        problem = Phrase("a spreadsheet has shortened this number, and digits are lost")
        cure = Phrase("Format the column as text in the spreadsheet, and enter the value again.")
        return _Loss(problem, cure, "digits-lost")
    return None


def _is_error(text: str) -> bool:
    """Whether a text is a spreadsheet's error, as a text file or a paste leaves it."""
    is_like = text.startswith(_ERROR_BEGINS) and _ERROR.fullmatch(text) is not None
    return is_like and (text[0] != "#" or text == text.upper())


def _unscrambled(text: str) -> str:
    """Give the text that was meant where UTF-8 was read in another encoding; empty if it was not."""
    for page in _PAGES:
        try:
            content = b"".join(_byte_of(letter, page) for letter in text)
            meant = content.decode("utf-8")
        except UnicodeError:
            continue
        if meant != text and len(meant) > 1:
            return meant
    return ""


def _byte_of(letter: str, page: str) -> bytes:
    """Byte of a letter in a code page; what the page does not use became a control character."""
    return letter.encode("latin-1" if "\x80" <= letter <= "\x9f" else page)


def _valued(
    sheet: Sheet,
    place: tuple[int, int],
    text: str,
    column: Column | None,
    mark: Mark,
    seen: _Seen,
    report: Report,
) -> str:
    """Text of a cell as its column wants it; what is doubtful is told or kept to be told."""
    number, at = place
    if mark == "date-without-year" or (mark in _DATES and column is not None and column.type != "string"):
        _refuse_date(sheet, place, text, mark, report)
    elif mark in {"percent", "scaled"}:
        seen.shown_otherwise.setdefault(at, []).append((number, text))
    elif column is None:
        return text
    elif column.type == "boolean":
        return _truth(text, seen)
    elif column.type in {"number", "integer"}:
        _note_commas(text, place, seen)
    elif mark in {"month", "year"}:
        seen.months.append(text)
    elif mark and not (column.pattern or "").startswith(_DATE_PATTERN):
        seen.dates_as_texts.append(text)
    return text


def _refuse_date(sheet: Sheet, place: tuple[int, int], text: str, mark: Mark, report: Report) -> None:
    """Report a date where the visitor most likely wrote something else."""
    number, at = place
    if mark == "date-without-year":
        problem = Phrase(
            "the cell holds a date and does not show its year; "
            "the spreadsheet may have made it from other text, such as 1-2"
        )
        cure = Phrase("Format the column as text, and enter the value again; a date as YYYY-MM-DD.")
    else:
        problem = Phrase(
            "the cell holds a date or a time where a number belongs; "
            "the spreadsheet may have made it from a number such as 3.65"
        )
        cure = Phrase("Format the column as a number, and enter the value again.")
    report.refuse(
        sheet.source, problem, cure, "unmeant-date",
        row=number, column=_name(sheet, at), value=text, letter=letter_of(sheet, at),
    )  # fmt: skip


def _truth(text: str, seen: _Seen) -> str:
    """Truth value in English."""
    word = text.casefold()
    if word in _TRUE or word in _FALSE:
        meant = "true" if word in _TRUE else "false"
        seen.words[f"{text} → {meant}"] += 1
        return meant
    return text


def _note_commas(text: str, place: tuple[int, int], seen: _Seen) -> None:
    """Keep numbers with decimal commas or thousands separators, and those that may be either."""
    if _is_number(text):
        return
    number, at = place
    if number_without_marks(text):
        seen.commas.setdefault(at, []).append((number, text))
    elif "," in text and _is_number(text.replace(",", ".", 1)):
        seen.maybe_commas.setdefault(at, []).append((number, text))


def _say(sheet: Sheet, seen: _Seen, report: Report) -> None:
    """Say once what was met in many cells."""
    source = sheet.source
    if seen.invisible:
        message = Phrase("Rows with invisible characters: these were removed.")
        report.corrected(source, message, str(len(seen.invisible)))
    if seen.blanks:
        pattern = Phrase("Spaces at the beginning or end of cells were removed. Cells: {count}.")
        report.corrected(source, Phrase(pattern, count=seen.blanks))
    if seen.formulas:
        message = Phrase("Cells that a spreadsheet would take for formulas: they are kept as plain text.")
        report.corrected(source, message, str(seen.formulas))
    if seen.words:
        message = Phrase("Words for true and false were understood.")
        report.corrected(source, message, ", ".join(seen.words))
    if seen.months:
        pattern = Phrase("Dates whose format shows no day were read as a month or a year. Cells: {count}.")
        report.assumed(source, Phrase(pattern, count=len(seen.months)), seen.months[0])
    if seen.dates_as_texts:
        pattern = Phrase("Dates in columns of text were written as YYYY-MM-DD. Cells: {count}.")
        report.assumed(source, Phrase(pattern, count=len(seen.dates_as_texts)), seen.dates_as_texts[0])
    for at, cells in seen.commas.items():
        _refuse_commas(sheet, at, cells, sorted([*cells, *seen.maybe_commas.get(at, [])]), report)
    for at, cells in seen.shown_otherwise.items():
        problem = Phrase("the cells show another number than they hold (percent or thousands): rows {rows}")
        cure = Phrase(
            "Give the column a plain number format, and check that its numbers are in the unit of the column."
        )
        _refuse_column(sheet, at, cells, problem, cure, "shown-otherwise", report)


def _refuse_commas(
    sheet: Sheet, at: int, sure: list[tuple[int, str]], cells: list[tuple[int, str]], report: Report
) -> None:
    """Report a column whose numbers have decimal commas or thousands separators, once."""
    meant = number_without_marks(sure[0][1])
    problem = Phrase("the numbers have decimal commas or thousands separators: rows {rows}")
    pattern = Phrase(
        "Write {number} for {value}: a decimal point, no separator for thousands. "
        "Or bring the workbook itself (.xlsx), where a number is a number in every language."
    )
    cure = Phrase(pattern, number=meant, value=sure[0][1])
    _refuse_column(sheet, at, cells, problem, cure, "decimal-comma", report)


def _refuse_column(
    sheet: Sheet, at: int, cells: list[tuple[int, str]], problem: str, cure: str, check: str, report: Report
) -> None:
    """Report many cells of a column that have one cause, once."""
    name = _name(sheet, at)
    rows = [number for number, _ in cells]
    report.refuse(
        sheet.source, Phrase(problem, rows=listed(rows)), cure, check,
        row=rows[0], column=name, value=cells[0][1], letter=letter_of(sheet, at),
    )  # fmt: skip
    report.told.update((sheet.source, number, name) for number in rows)


def _name(sheet: Sheet, at: int) -> str:
    """Name of a column; "" beyond the last."""
    return sheet.rows[0][at] if at < len(sheet.rows[0]) else ""


def _is_number(text: str) -> bool:
    """Whether a text is a number, such as -6.1."""
    try:
        float(text)
    except ValueError:
        return False
    return True
