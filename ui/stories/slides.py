"""Fills a story in: its sentences in one language, its figures from the data, its views as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

from corridor.errors import StoryError
from corridor.publication.story_content import Piece, ShownSlide
from ui.content.cached import cached_content
from ui.content.claim_sources import sources_of
from ui.link import nav
from ui.link.named import keys_of, view_of
from ui.stories.figures import shown_figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from corridor.charts.chart import Chart
    from corridor.publication.content import Content, Source, Table
    from corridor.publication.story_content import Sentence, ShownFigure
    from corridor.story.story import Slide, Story
    from ui.link.view import View

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_Shown = TypeVar("_Shown", "Chart", "Table")


def shown_slides(story: Story, view: View, root: str | None = None) -> tuple[ShownSlide, ...]:
    """
    Fill in a story.

    Parameters
    ----------
    story
        The story; its texts are translated unless a visitor wrote it.
    view
        Data and language.
    root
        Address of the server's root, for links; None if it is not known.

    Returns
    -------
    tuple of ShownSlide
        As many as the story has: one whose figures are not there says so.
    """

    def content_at(address: str) -> Content:
        page, _mark, query = address.partition("?")
        if page not in {entry.name for entry in nav.ENTRIES}:
            raise StoryError("slide-address", line="–", text=address)
        keys = {**keys_of(query), "lang": [view.lang]}
        return cached_content(view_of(page, keys), root)

    return tuple(_shown(story, slide, view, content_at) for slide in story.slides)


def _shown(story: Story, slide: Slide, view: View, content_at: Callable[[str], Content]) -> ShownSlide:
    """Fill in one slide; what is wrong with it is told on it, and the others stay."""
    try:
        figures = {
            reference.name: shown_figure(view, slide, reference, content_at) for reference in slide.references
        }
        contents = tuple(content_at(address) for address in slide.addresses)
        chart = table = None
        if slide.kind == "chart":
            chart = _part(slide, {chart.name: chart for chart in contents[0].charts})
        elif slide.kind == "table":
            table = _part(slide, {table.id: table for table in contents[0].tables})
    except StoryError as error:
        return ShownSlide(
            kind="text",
            heading=(Piece(_PLACEHOLDER.sub("…", _translated(story, view, slide.heading))),),
            problem=view.words.error(error),
        )

    def sentence(text: str) -> Sentence:
        return tuple(_pieces(_translated(story, view, text), figures))

    return ShownSlide(
        kind=slide.kind,
        heading=sentence(slide.heading),
        paragraphs=tuple(sentence(text) for text in slide.paragraphs),
        notes=tuple(sentence(text) for text in slide.notes),
        contents=contents,
        chart=chart,
        table=table,
        sources=_sources(view, contents, figures),
    )


def _part(slide: Slide, known: Mapping[str, _Shown]) -> _Shown:
    """Give the chart or the table that a slide shows: the named one, else the first."""
    found = known.get(slide.part) if slide.part else next(iter(known.values()), None)
    if found is None:
        raise StoryError("figure-missing", name=slide.part or slide.kind, slide=slide.heading)
    return found


def _translated(story: Story, view: View, text: str) -> str:
    """Translate a text of a shipped story; a visitor's own stays as it was written."""
    return text if story.is_own else view.words.gettext(text)


def _pieces(text: str, figures: dict[str, ShownFigure]) -> Iterator[Piece]:
    """Divide a text into words and figures; a figure that ends with a full stop may end the sentence."""
    at = 0
    for found in _PLACEHOLDER.finditer(text):
        if found.start() > at:
            yield Piece(text[at : found.start()])
        figure = figures[found[1]]
        yield Piece(figure.text, figure)
        at = found.end() + (figure.text.endswith(".") and text.startswith(".", found.end()))
    if at < len(text):
        yield Piece(text[at:])


def _sources(
    view: View, contents: tuple[Content, ...], figures: dict[str, ShownFigure]
) -> tuple[Source, ...]:
    """List the sources of a slide, each once."""
    named = sources_of(view, (), (id_ for figure in figures.values() for id_ in figure.sources))
    shown = (*named, *(source for content in contents for source in content.sources))
    return tuple({source.id: source for source in shown}.values())
