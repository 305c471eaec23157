"""A story as slides that can be edited: one for each slide, native tables and charts, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pptx.util import Emu, Pt

from corridor.language.text import Words
from corridor.picture import palette
from corridor.publication.imprint import imprint, qr_code
from corridor.publication.slide_deck import cited_lines, finished, source_slides, titled_slide
from corridor.publication.slide_look import FIELD, INCH, TITLE, WIDTH, empty_deck
from corridor.publication.slide_parts import add_picture, colour, height_of, write_lines
from corridor.publication.spelling import legible
from corridor.publication.story_content import plain_text, shown_views, sources_line
from corridor.publication.story_views import add_views

if TYPE_CHECKING:
    from typing import Any

    from pptx.presentation import Presentation as Deck
    from pptx.slide import Slide

    from corridor.publication.slide_parts import Place
    from corridor.publication.story_content import Sentence, ShownSlide, StoryContent

_LEFT, _TOP, _WIDE, _HIGH = FIELD
_BOTTOM = _TOP + _HIGH - int(0.3 * INCH)
_KICKER = (_LEFT, int(0.2 * INCH), _WIDE, int(0.3 * INCH))
_SOURCES = (_LEFT, _BOTTOM + int(0.04 * INCH), _WIDE, int(0.32 * INCH))
_MIDDLE, _MIDDLE_HIGH = int(1.3 * INCH), int(2.6 * INCH)
_GAP = INCH // 8
_QR = int(1.5 * INCH)
# Letters of a heading, and the size in points at which it has room.
_HEADINGS, _SMALL_HEADING = ((75, 26.0), (150, 22.0)), 17.0
_STATEMENTS, _SMALL_STATEMENT = ((50, 44.0), (90, 36.0), (160, 30.0)), 24.0
_TEXT, _TEXT_BESIDE = 22.0, 16.0


def story_as_pptx(story: StoryContent) -> bytes:
    """
    Write a story as slides.

    Parameters
    ----------
    story
        The story.

    Returns
    -------
    bytes
        PPTX; the same content gives the same bytes. A table shows as many rows as its slide holds.
    """
    deck = empty_deck()
    numbers = {source.id: number for number, source in enumerate(story.head.sources, start=1)}
    notes = []
    for slide in story.slides:
        _add(deck, story, slide)
        notes.append(_notes(story, slide, numbers))
    source_slides(deck, story.head)
    foot = imprint(story.head)
    notes += [[line for line in foot[:2] if line]] * (len(deck.slides) - len(notes))
    return finished(deck, story.head, notes)


def _add(deck: Deck, story: StoryContent, shown: ShownSlide) -> None:
    """Add one slide."""
    slide = titled_slide(deck, story.head, "")
    kicker = (
        Words(story.head.lang).gettext("Corridor Explorer") if shown.kind == "cover" else story.head.title
    )
    write_lines(slide, _KICKER, [(kicker, 11, palette.ACCENT, True)])
    _name_sources(slide, story, shown)
    if shown.kind in {"cover", "statement"}:
        _state(slide, story, shown)
        return
    _head(slide, story, shown.heading, TITLE, _sized(shown.heading, _HEADINGS, _SMALL_HEADING))
    is_beside = bool(shown_views(shown))
    size = _TEXT_BESIDE if is_beside else _TEXT
    top = _TOP
    for sentence in (*shown.paragraphs, *(() if not shown.problem else (shown.problem,))):
        high = height_of(sentence if isinstance(sentence, str) else plain_text(sentence), size, _WIDE)
        place = (_LEFT, top, _WIDE, high)
        if isinstance(sentence, str):
            write_lines(slide, place, [(sentence, size, palette.WARN, False)])
        else:
            _write(slide, story, sentence, place, size, is_listed=shown.kind == "text")
        top += high + (_GAP if is_beside else 2 * _GAP)
    add_views(slide, shown_views(shown), (_LEFT, top, _WIDE, max(_BOTTOM - top, INCH)), story.head.lang)


def _state(slide: Slide, story: StoryContent, shown: ShownSlide) -> None:
    """Write the cover or a statement: a large heading above the middle, what is said below it."""
    size = _sized(shown.heading, _STATEMENTS, _SMALL_STATEMENT)
    _head(slide, story, shown.heading, (_LEFT, _MIDDLE, _WIDE, _MIDDLE_HIGH), size)
    top = _MIDDLE + _MIDDLE_HIGH + 2 * _GAP
    link = imprint(story.head).link
    code = qr_code(link, form="png", dark=palette.INK.light) if shown.kind == "cover" else b""
    wide = _WIDE - _QR - INCH // 4 if code else _WIDE
    for sentence in shown.paragraphs:
        high = height_of(plain_text(sentence), _TEXT, wide)
        _write(slide, story, sentence, (_LEFT, top, wide, high), _TEXT)
        top += high + _GAP
    if code:
        words = Words(story.head.lang).gettext("QR code of the link")
        place = (WIDTH - _LEFT - _QR, _BOTTOM - _QR, _QR, _QR)
        add_picture(slide, code, place, words).click_action.hyperlink.address = link


def _head(slide: Slide, story: StoryContent, heading: Sentence, place: Place, size: float) -> None:
    """Write the heading into the place of the title."""
    title = slide.shapes.title
    if place != TITLE:
        title.left, title.top, title.width, title.height = map(Emu, place)
    title.text_frame.clear()
    _fill(title.text_frame.paragraphs[0], story, heading, size, is_bold=True)


def _write(
    slide: Slide,
    story: StoryContent,
    sentence: Sentence,
    place: Place,
    size: float,
    *,
    is_listed: bool = False,
) -> None:
    """Write a sentence into a box of its own."""
    box = write_lines(slide, place, [("• " if is_listed else "", size, palette.INK, False)])
    _fill(box.text_frame.paragraphs[0], story, sentence, size, is_bold=False)


def _fill(paragraph: Any, story: StoryContent, sentence: Sentence, size: float, *, is_bold: bool) -> None:
    """Write a sentence; its figures are bold, in the accent, and lead to what says why they are that."""
    for piece in sentence:
        run = paragraph.add_run()
        run.text = legible(piece.text)
        run.font.size, run.font.bold = Pt(size), is_bold or piece.figure is not None
        run.font.color.rgb = colour(palette.INK if piece.figure is None else palette.ACCENT)
        if piece.figure is not None and story.root:
            run.hyperlink.address = story.link_of(piece.figure)


def _name_sources(slide: Slide, story: StoryContent, shown: ShownSlide) -> None:
    """Name the first sources above the foot, and how many more there are."""
    line = sources_line(shown, story.head.lang)
    if line:
        write_lines(slide, _SOURCES, [(line, 9, palette.INK_SOFT, False)])


def _notes(story: StoryContent, slide: ShownSlide, numbers: dict[str, int]) -> list[str]:
    """Give the notes of the speaker: what is said, on what it rests, where the views are."""
    _ = Words(story.head.lang).gettext
    said = [plain_text(note) for note in slide.notes]
    cited = cited_lines(slide.sources, numbers)
    foot = imprint(story.head)
    parts = (
        said,
        [_("Sources"), *cited] if cited else [],
        [content.link for content in slide.contents if content.link],
        [line for line in foot[:2] if line],
    )
    lines: list[str] = []
    for part in parts:
        lines += ["", *part] if lines and part else part
    return lines


def _sized(sentence: Sentence, sizes: tuple[tuple[int, float], ...], smallest: float) -> float:
    """Give the size of letters at which a sentence has room."""
    return next((size for most, size in sizes if len(plain_text(sentence)) <= most), smallest)
