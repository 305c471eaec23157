"""What was found in a visitor's files: the outcome, what was corrected or assumed, every finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from markupsafe import Markup, escape

from corridor.dataset.findings import Phrase, column_place
from corridor.dataset.neutral import neutralised
from ui.evidence import wording
from ui.evidence.rows import rows
from ui.language.text import N_
from ui.look.markup import tag, together
from ui.look.tables import Column, Line, table

if TYPE_CHECKING:
    from corridor.intake import Intake, Note
    from ui.language.text import Words
    from ui.link.view import View

_SHOWN = 200
_COLUMNS = ("file", "row", "column", "letter", "value", "problem", "cure")
# What became of the visitor's content, what concerns them most first.
_KINDS = {
    "assumed": N_("Assumed: please check"),
    "ignored": N_("Ignored"),
    "corrected": N_("Corrected: the form, not the content"),
}
# Values of a phrase that the schema has in English only.
_ENGLISH_VALUES = frozenset({"description"})


def outcome(view: View, intake: Intake) -> Markup:
    """Say in a sentence or two whether the data can be used, and what was read."""
    _, _n = view.words.gettext, view.words.ngettext
    count = len(intake.findings)
    if intake.dataset is None:
        first = _n(
            "There is {count} finding; until it is corrected the data cannot be used.",
            "There are {count} findings; until they are corrected the data cannot be used.",
            count,
        ).format(count=count)
    else:
        first = _("Nothing is wrong. The data can be used.")
    read = ", ".join(f"{name} ({number})" for name, number in intake.tables.items())
    lines = _n("{count} line of a leg", "{count} lines of legs", intake.line_count).format(
        count=intake.line_count
    )
    parts = [part for part in (read, lines if intake.line_count else "") if part]
    return tag(
        "div",
        tag("p", tag("strong", first)),
        tag("p", _("Read (rows):"), " ", ", ".join(parts)) if parts else None,
        class_=f"own-outcome{'' if intake.dataset is not None else ' is-refused'}",
        role="status",
    )


def notes_list(view: View, intake: Intake) -> Markup:
    """List what was assumed, ignored and corrected, a list for each."""
    _ = view.words.gettext
    parts = []
    for kind, title in _KINDS.items():
        items = [_note(view, note) for note in intake.notes if note.kind == kind]
        if items:
            parts += [tag("h3", _(title)), tag("ul", *items, class_="own-list")]
    return tag("div", *parts, class_="own-notes")


def _note(view: View, note: Note) -> Markup:
    """Write one note with its place."""
    place = together(", ", tag("bdi", note.place)) if note.place else None
    return tag("li", tag("bdi", note.file), place, ": ", _words(view, note.message), _value(note.value))


def findings_table(view: View, intake: Intake) -> Markup:
    """Write the findings with file, row and column; a report beyond all measure is cut, its file is not."""
    _ = view.words.gettext
    columns = (
        Column(key="file", title=_("File"), is_header=True),
        Column(key="row", title=_("Row"), is_count=True),
        Column(key="column", title=_("Column")),
        Column(key="value", title=_("Value")),
        Column(key="problem", title=_("What is wrong")),
        Column(key="cure", title=_("What would be right")),
    )
    lines = [
        Line(
            cells={
                "file": tag("bdi", row["file"]),
                "row": "" if row["row"] is None else str(row["row"]),
                "column": column_place(row["column"] or "", row["letter"] or ""),
                "value": tag("code", tag("bdi", row["value"])) if row["value"] else "",
                "problem": _words(view, row["problem"]),
                "cure": _words(view, row["cure"]),
            }
        )
        for row in rows(intake.findings.head(_SHOWN))
    ]
    more = len(intake.findings) - len(lines)
    rest = _("The table shows the first {shown} of {count}; the report holds all.").format(
        shown=len(lines), count=len(intake.findings)
    )
    shipped = any(name.endswith(" *") for name in intake.findings["file"])
    return together(
        table(
            view,
            lines,
            columns,
            _("Every finding; rows count as in a spreadsheet, in GeoJSON they count features"),
            class_="own-findings",
        ),
        tag("p", rest, class_="cx-note") if more > 0 else None,
        tag(
            "p",
            _(
                "* A published table that you did not bring points to something that yours do not hold. "
                "Bring that table too, keep the row, or leave the other tables empty."
            ),
            class_="cx-note",
        )
        if shipped
        else None,
    )


def download(view: View, intake: Intake) -> None:
    """Offer the report as CSV, which spreadsheets open without running anything."""
    st.download_button(
        view.words.gettext("Download the report (CSV)"),
        report_csv(intake, view.words),
        file_name="findings.csv",
        mime="text/csv",
        on_click="ignore",
        key="own-report",
    )


def report_csv(intake: Intake, words: Words) -> bytes:
    """Write all findings as CSV with a byte order mark, for spreadsheets; no cell is a formula."""
    frame = intake.findings[list(_COLUMNS)].astype(object)
    for name in ("problem", "cure"):
        frame[name] = [_said(words, text) for text in frame[name]]
    for name in _COLUMNS:
        if name != "row":
            frame[name] = [neutralised(text) if isinstance(text, str) else "" for text in frame[name]]
    written: str = frame.to_csv(index=False, lineterminator="\r\n")
    return written.encode("utf-8-sig", errors="replace")


def _said(words: Words, text: str) -> str:
    """Text of the library in the visitor's language."""
    if isinstance(text, Phrase) and text.values:
        return words.gettext(text.pattern).format(**text.values)
    return words.gettext(text)


def _words(view: View, text: str) -> Markup | str:
    """Write a text of the library in the visitor's language; what has no translation is marked as English."""
    pattern = text.pattern if isinstance(text, Phrase) else text
    translated = view.words.gettext(pattern)
    if translated == pattern:
        return wording.in_english(view, text)
    if not isinstance(text, Phrase) or not text.values:
        return translated
    values = {
        name: wording.in_english(view, value) if name in _ENGLISH_VALUES else tag("bdi", value)
        for name, value in text.values.items()
    }
    return Markup(escape(translated)).format(**values)  # noqa: S704 - text and values are escaped


def _value(value: str) -> Markup | None:
    """Write what a note is about, in brackets."""
    return together(" (", tag("bdi", value), ")") if value else None
