"""A view as a note of Word: what an officer pastes into a paper, with real footnotes for the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.language.text import Words
from corridor.publication.footnotes import Footnotes
from corridor.publication.note_look import DOUBT, empty_note
from corridor.publication.note_sections import (
    add_chart,
    add_figures,
    add_link,
    add_map,
    add_other_sources,
    add_table_section,
    cited,
    finished,
    turn,
)
from corridor.publication.notes import note_numbers, numbers_of_claims
from corridor.publication.spelling import legible

if TYPE_CHECKING:
    from docx.document import Document as Note

    from corridor.publication.content import Content


def as_docx(content: Content) -> bytes:
    """
    Write a view as a note of Word.

    Parameters
    ----------
    content
        What the view says.

    Returns
    -------
    bytes
        DOCX; the same content gives the same bytes.
    """
    _ = Words(content.lang).gettext
    note = empty_note(content.lang)
    notes = Footnotes([(source, cited(source)) for source in content.sources])
    numbers = numbers_of_claims(content)
    _answer(note, content, notes, numbers)
    if content.picture is not None:
        note.add_heading(_("Map"), level=1)
        add_map(note, content)
    for annotation in content.annotations:
        note.add_paragraph(legible(annotation.line), style="List Bullet")
    for chart in content.charts:
        note.add_heading(legible(chart.title), level=1)
        add_chart(note, chart)
    for table in content.tables:
        add_table_section(note, table, notes, numbers)
    turn(note, is_across=False)
    add_other_sources(note, content, notes)
    add_link(note, content)
    return finished(note, content, notes)


def _answer(note: Note, content: Content, notes: Footnotes, numbers: dict[str, int]) -> None:
    """Write the answer: heading, sentence, doubt, question, headline figures."""
    _ = Words(content.lang).gettext
    heads = [content.title, content.subject] if content.subject else [content.title]
    note.add_heading(legible(": ".join(heads)), level=0)
    sentence = note.add_paragraph()
    sentence.add_run(legible(content.sentence)).bold = True
    if content.doubt:
        sentence.add_run(f" {legible(content.doubt)}", style=DOUBT)
    if content.basis:
        note.add_paragraph(legible(content.basis), style="Caption")
    if content.conditions:
        note.add_heading(_("Question"), level=1)
        for condition in content.conditions:
            note.add_paragraph(legible(condition), style="List Bullet")
    if not content.figures:
        found = note_numbers((claim.id for claim in content.claims), numbers)
        notes.refer(sentence._p, found)  # noqa: SLF001 - the element that the references stand in
        return
    add_figures(note, content.figures, content.lang, notes, numbers)
