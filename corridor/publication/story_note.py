"""A story as a note of Word: headings, statements, maps, charts, whole tables, footnotes for the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docx.shared import Pt

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
    lies_across,
    turn,
)
from corridor.publication.notes import few_numbers, numbers_of_claims
from corridor.publication.spelling import legible
from corridor.publication.story_content import shown_views, sources_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document as Note
    from docx.text.paragraph import Paragraph

    from corridor.publication.story_content import Sentence, ShownSlide, ShownView, StoryContent

_LEAD = 14.0


def story_as_docx(story: StoryContent) -> bytes:
    """
    Write a story as a note of Word.

    Parameters
    ----------
    story
        The story.

    Returns
    -------
    bytes
        DOCX; the same content gives the same bytes. Tables are whole, where a slide shows some rows.
    """
    head = story.head
    numbers = {source.id: number for number, source in enumerate(head.sources, start=1)}
    footnotes = Footnotes([(source, cited(source)) for source in head.sources])
    paper = _Paper(empty_note(head.lang), footnotes, numbers, numbers_of_claims(head), head.lang)
    paper.note.add_heading(legible(head.title), level=0)
    if head.sentence:
        paper.note.add_paragraph().add_run(legible(head.sentence)).font.size = Pt(_LEAD)
    for slide in story.slides:
        _slide(paper, slide)
    turn(paper.note, is_across=False)
    add_other_sources(paper.note, head, footnotes)
    add_link(paper.note, head)
    return finished(paper.note, head, footnotes)


class _Paper(NamedTuple):
    """The note while it is written, with the numbers of sources by their ids and by the ids of claims."""

    note: Note
    footnotes: Footnotes
    numbers: Mapping[str, int]
    of_claims: Mapping[str, int]
    lang: str


def _slide(paper: _Paper, slide: ShownSlide) -> None:
    """Write one slide; what the cover says stands at the top of the note."""
    note = paper.note
    if slide.kind != "cover":
        turn(note, is_across=_begins_across(slide))
        _write(paper, note.add_heading(level=1), slide.heading)
    for sentence in slide.paragraphs:
        _write(paper, note.add_paragraph(style="List Bullet" if slide.kind == "text" else None), sentence)
    if slide.problem:
        note.add_paragraph().add_run(legible(slide.problem), style=DOUBT)
    for shown in shown_views(slide):
        _view(paper, shown)
    for sentence in slide.notes:
        _write(paper, note.add_paragraph(), sentence)
    line = sources_line(slide, paper.lang)
    if line:
        note.add_paragraph(legible(line), style="Caption")


def _begins_across(slide: ShownSlide) -> bool:
    """Whether a slide is but a table that lies across: its heading lies with it."""
    views = shown_views(slide)
    return (
        slide.kind == "table"
        and len(views) == 1
        and views[0].table is not None
        and lies_across(views[0].table)
    )


def _view(paper: _Paper, shown: ShownView) -> None:
    """Write what a slide shows of one view."""
    note, content = paper.note, shown.content
    if shown.name:
        note.add_heading(legible(shown.name), level=2)
    if shown.is_said:
        paragraph = note.add_paragraph(legible(content.sentence))
        if content.doubt:
            paragraph.add_run(f" {legible(content.doubt)}", style=DOUBT)
    if shown.figures:
        add_figures(note, shown.figures, paper.lang, paper.footnotes, paper.of_claims)
        note.add_paragraph()
    if shown.has_map:
        add_map(note, content)
    if shown.chart is not None:
        add_chart(note, shown.chart)
    if shown.table is not None:
        add_table_section(note, shown.table, paper.footnotes, paper.of_claims, level=2)
        turn(note, is_across=False)


def _write(paper: _Paper, paragraph: Paragraph, sentence: Sentence) -> None:
    """Write a sentence: its figures are bold, each with references to its sources unless they are many."""
    for piece in sentence:
        run = paragraph.add_run(legible(piece.text))
        if piece.figure is None:
            continue
        run.bold = True
        found = few_numbers(piece.figure.sources, paper.numbers)
        paper.footnotes.refer(paragraph._p, found)  # noqa: SLF001 - the element that the references stand in
