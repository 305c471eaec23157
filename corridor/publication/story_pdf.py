"""A story as a paper of A4: PDF/UA-1 with a cover, a section a slide, bookmarks and numbered sources."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from corridor.language.text import Words
from corridor.publication.imprint import imprint
from corridor.publication.notes import few_numbers, number_runs, numbers_of_claims
from corridor.publication.paper import chart_part, compiled, figures_part, frame_of, map_part, table_part
from corridor.publication.spelling import drawable
from corridor.publication.story_content import plain_text, shown_views

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.publication.story_content import Sentence, ShownSlide, ShownView, StoryContent

# PDF/UA knows no heading without words.
_NO_WORDS = "…"
_TEMPLATE = Path(__file__).with_name("story.typ")


def story_as_pdf(story: StoryContent) -> bytes:
    """
    Write a story as a paper.

    Parameters
    ----------
    story
        The story.

    Returns
    -------
    bytes
        As `corridor.publication.paper.compiled` gives it. Tables are whole, where a slide shows some rows.
    """
    head = story.head
    words = frame_of(head)["words"] | {"present": drawable(Words(head.lang).gettext("Present"))}
    cover = story.slides[0] if story.slides[0].kind == "cover" else None
    said = (*cover.paragraphs, *cover.notes) if cover else ()
    numbers = {source.id: number for number, source in enumerate(head.sources, start=1)}
    of_claims = numbers_of_claims(head)
    laid_out = {
        "words": words,
        "data": drawable(imprint(head).data),
        "cover": [_sentence(story, each, numbers) for each in said],
        "slides": [_slide(story, slide, numbers, of_claims) for slide in story.slides if slide is not cover],
    }
    return compiled(_TEMPLATE, laid_out, head)


def _slide(
    story: StoryContent, slide: ShownSlide, numbers: Mapping[str, int], of_claims: Mapping[str, int]
) -> dict[str, Any]:
    """Lay one slide out."""
    views = [_view(each, of_claims, story.head.lang) for each in shown_views(slide)]
    return {
        "heading": drawable(plain_text(slide.heading)).strip() or _NO_WORDS,
        "paragraphs": [_sentence(story, each, numbers) for each in slide.paragraphs],
        "is_listed": slide.kind == "text",
        "problem": drawable(slide.problem),
        "views": views,
        "notes": [_sentence(story, each, numbers) for each in slide.notes],
        "sources": [
            {"first": first, "text": str(first) if first == last else f"{first}–{last}"}
            for first, last in number_runs(numbers[source.id] for source in slide.sources)
        ],
        "is_across": any(view["table"] and view["table"]["is_across"] for view in views),
    }


def _view(shown: ShownView, of_claims: Mapping[str, int], lang: str) -> dict[str, Any]:
    """Lay out what a slide shows of one view."""
    content = shown.content
    return {
        "name": drawable(shown.name),
        "sentence": drawable(content.sentence) if shown.is_said else "",
        "doubt": drawable(content.doubt) if shown.is_said else "",
        "figures": figures_part(shown.figures, of_claims, lang),
        "map": map_part(content) if shown.has_map else None,
        "chart": None if shown.chart is None else chart_part(shown.chart),
        "table": None if shown.table is None else table_part(shown.table, of_claims),
        "link": content.link,
        "link_name": drawable(Words(lang).gettext("Open this view")),
    }


def _sentence(story: StoryContent, sentence: Sentence, numbers: Mapping[str, int]) -> list[dict[str, Any]]:
    """Lay a sentence out: its figures with the numbers of their sources, unless they are too many to say."""
    return [
        {
            "text": drawable(piece.text),
            "is_figure": piece.figure is not None,
            "link": story.link_of(piece.figure) if piece.figure else "",
            "notes": few_numbers(piece.figure.sources, numbers) if piece.figure else [],
        }
        for piece in sentence
    ]
