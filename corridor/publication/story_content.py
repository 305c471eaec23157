"""A story in one language with its figures filled in: plain data from which every form of it is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from corridor.language.text import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.charts.chart import Chart
    from corridor.publication.content import Content, Figure, Source, Table

MAX_ROWS, MAX_SOURCES, MAX_NOTED = 8, 2, 10
"""Rows of a table on a slide; sources named at its foot, and in the notes of the speaker."""
MAX_FIGURES, MAX_FIGURES_OF_TWO = 3, 2
"""Headline figures beside one view, and beside each of two."""


@dataclass(frozen=True)
class ShownFigure:
    """
    A figure as a sentence shows it.

    Attributes
    ----------
    text
        Its value with unit, and its range behind it where one is known.
    address
        The view that says why it is that: page and keys.
    sources
        Ids of the sources behind it.
    """

    text: str
    address: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Piece:
    """A part of a sentence: words, or a figure."""

    text: str
    figure: ShownFigure | None = None


Sentence = tuple[Piece, ...]


@dataclass(frozen=True, kw_only=True)
class ShownSlide:
    """
    One slide as it is shown.

    Attributes
    ----------
    kind
        One of `corridor.story.story.KINDS`.
    heading, paragraphs, notes
        Sentences in pieces.
    contents
        What the views say that it shows.
    chart, table
        The one that it shows, if it shows one.
    problem
        What is wrong with it, in words, where its views or figures are not there.
    sources
        Those of its figures, by first use.
    """

    kind: str
    heading: Sentence
    paragraphs: tuple[Sentence, ...] = ()
    notes: tuple[Sentence, ...] = ()
    contents: tuple[Content, ...] = ()
    chart: Chart | None = None
    table: Table | None = None
    problem: str = ""
    sources: tuple[Source, ...] = ()

    @property
    def citations(self) -> tuple[str, ...]:
        """How its sources are cited, each wording once."""
        return tuple(dict.fromkeys(source.citation for source in self.sources))


@dataclass(frozen=True, kw_only=True)
class StoryContent:
    """
    A story.

    Attributes
    ----------
    id
        Its name in the address; empty for a visitor's own.
    head
        Title, summary as the sentence, language, link, version of the data, and all claims and sources of
        its slides.
    slides
        In their order.
    text
        The story as it was written, to be opened or changed.
    root
        Address of the server's root; empty if it is not known.
    """

    id: str
    head: Content
    slides: tuple[ShownSlide, ...]
    text: str
    root: str = ""

    def link_of(self, figure: ShownFigure) -> str:
        """Write the whole address of the view that says why a figure is that; empty without a root."""
        mark = "&" if "?" in figure.address else "?"
        return f"{self.root}/{figure.address}{mark}lang={self.head.lang}" if self.root else ""


class ShownView(NamedTuple):
    """What a slide shows of one view: its map, a chart or a table, with its sentence and figures."""

    content: Content
    name: str = ""
    has_map: bool = False
    chart: Chart | None = None
    table: Table | None = None
    is_said: bool = False
    figures: tuple[Figure, ...] = ()


def plain_text(sentence: Sentence) -> str:
    """Give a sentence as one text."""
    return "".join(piece.text for piece in sentence)


def sources_line(slide: ShownSlide, lang: str) -> str:
    """Name the first sources of a slide, and how many more there are; empty if it has none."""
    words = Words(lang)
    left = len(slide.citations) - MAX_SOURCES
    names = "; ".join(slide.citations[:MAX_SOURCES])
    if left > 0:
        names = f"{names}; {words.ngettext('and {count} more', 'and {count} more', left).format(count=left)}"
    return words.gettext("Sources: {names}").format(names=names) if names else ""


def shown_views(slide: ShownSlide) -> tuple[ShownView, ...]:
    """
    Say what a slide shows of each of its views: the same in every form.

    A view shows its map, else its first chart, else its first table, with its sentence and three figures;
    one of two shows its map and two figures, or its sentence where it has none.
    """
    if slide.problem:
        return ()
    if slide.chart is not None or slide.table is not None:
        return (ShownView(slide.contents[0], chart=slide.chart, table=slide.table),)
    if slide.kind == "views":
        return tuple(
            ShownView(
                content,
                name,
                has_map=content.picture is not None,
                is_said=not content.figures,
                figures=content.figures[:MAX_FIGURES_OF_TWO],
            )
            for content, name in zip(slide.contents, view_names(slide.contents), strict=True)
        )
    return tuple(_whole(content) for content in slide.contents)


def shown_rows(table: Table, most: int = MAX_ROWS) -> Table:
    """Give as many rows as a slide holds: those that take longest, where the table tells hours."""
    rows = list(table.rows)
    if len(rows) <= most:
        return table
    if "h" in table.units:
        at = table.units.index("h")
        ranked = sorted(range(len(rows)), key=lambda place: -(rows[place][at].number or 0))
        kept = [rows[place] for place in sorted(ranked[:most])]
    else:
        kept = rows[:most]
    return replace(table, rows=tuple(kept))


def view_names(contents: Sequence[Content]) -> tuple[str, ...]:
    """Name views so that no two have one name: by what they are about, else by what only one of them asks."""
    for names in (
        [content.title for content in contents],
        [": ".join(filter(None, (content.title, content.subject))) for content in contents],
        [_apart(content, contents) for content in contents],
    ):
        if len(set(names)) == len(names):
            return tuple(names)
    return tuple(f"{content.title} ({number})" for number, content in enumerate(contents, start=1))


def _apart(content: Content, contents: Sequence[Content]) -> str:
    """Name a view by what it asks and the others do not."""
    others = {condition for other in contents if other is not content for condition in other.conditions}
    own = [condition for condition in content.conditions if condition not in others]
    return f"{content.title} · {own[0]}" if own else content.title


def _whole(content: Content) -> ShownView:
    """Say what the only view of a slide shows."""
    has_map = content.picture is not None
    chart = content.charts[0] if content.charts and not has_map else None
    table = content.tables[0] if content.tables and not has_map and chart is None else None
    return ShownView(content, "", has_map, chart, table, is_said=True, figures=content.figures[:MAX_FIGURES])
