"""Reads a story from its text file, and writes it back; errors name the line and say what would be right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corridor.errors import StoryError
from corridor.story.story import (
    ADDRESSES,
    KINDS,
    MAX_ADDRESS,
    MAX_FIGURES,
    MAX_PARAGRAPHS,
    MAX_SLIDES,
    MAX_TEXT,
    Reference,
    Slide,
    Story,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from corridor.story.story import Kind

_RULE = "---"
_FIGURE = re.compile(r"figure ([a-z][a-z0-9_]*) = (.+)")
_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_SUBJECT = re.compile(r"([a-z]+) ([a-z0-9-]+) ([a-z0-9_]+)")
_VIEW = re.compile(r"([a-z-]+(?:\?[^#\s]*)?)#([a-z0-9-]+)")
_CLAIM = re.compile(r"claim ([a-z0-9-]+)")
_ADDRESS = re.compile(r"[a-z-]+(\?[^#\s|]*)?")


def read(text: str, *, id_: str = "") -> Story:
    """
    Read a story.

    Parameters
    ----------
    text
        First a block of ``title: ...`` and ``summary: ...``, then a block a slide, divided by lines ``---``.
        A slide begins with its kind and what it shows (``view routes?from=altynkol&to=belgrade``), then come
        ``figure days = ...``, ``# heading``, paragraphs, and ``> notes``.
    id_
        Name of the story in the address; empty for a visitor's own.

    Returns
    -------
    Story
        The story; `write` gives the same text again but for blank lines.

    Raises
    ------
    corridor.errors.StoryError
        If a line cannot be read, with its number.
    """
    blocks = list(_blocks(text))
    if not blocks:
        raise StoryError("story-empty")
    head = _head(blocks[0])
    if len(blocks) - 1 > MAX_SLIDES:
        raise StoryError("story-long", most=MAX_SLIDES)
    slides = tuple(_slide(block) for block in blocks[1:])
    if not slides:
        raise StoryError("story-empty")
    return Story(id=id_, title=head["title"], summary=head.get("summary", ""), slides=slides)


def write(story: Story) -> str:
    """Write a story as the text that `read` reads."""
    head = f"title: {story.title}\n" + (f"summary: {story.summary}\n" if story.summary else "")
    return f"\n{_RULE}\n".join([head, *(_written(slide) for slide in story.slides)])


def plain(text: str) -> str:
    """Write what a visitor typed as one line that cannot be taken for anything but a text."""
    line = " ".join(text.split())[:MAX_TEXT].replace("{", "(").replace("}", ")")
    return line.lstrip("#>- ") if line.startswith(("#", ">", _RULE)) else line


@dataclass
class _Draft:
    """A slide while it is read."""

    heading: str = ""
    paragraphs: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


_Line = tuple[int, str]


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Divide a text at its rules; lines keep their numbers, blank ones go."""
    block: list[_Line] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() == _RULE:
            if block:
                yield block
            block = []
        elif line.strip():
            block.append((number, line.strip()))
    if block:
        yield block


def _head(block: list[_Line]) -> dict[str, str]:
    """Read the title and the summary."""
    found = {}
    for number, line in block:
        key, colon, value = line.partition(":")
        if not colon or key not in {"title", "summary"}:
            raise StoryError("story-head", line=number, text=line)
        found[key] = _text(number, value.strip())
    if not found.get("title"):
        raise StoryError("story-title")
    return found


def _slide(block: list[_Line]) -> Slide:
    """Read one slide."""
    number, first = block[0]
    kind, addresses, part = _first(number, first)
    draft = _Draft()
    for line_number, line in block[1:]:
        _take(draft, line_number, line)
    if not draft.heading:
        raise StoryError("story-heading", line=number)
    if len(draft.paragraphs) > MAX_PARAGRAPHS or len(draft.references) > MAX_FIGURES:
        raise StoryError("slide-long", line=number, paragraphs=MAX_PARAGRAPHS, figures=MAX_FIGURES)
    known = {reference.name for reference in draft.references}
    used = set(_PLACEHOLDER.findall("\n".join([draft.heading, *draft.paragraphs, *draft.notes])))
    if used - known:
        raise StoryError("figure-unknown", line=number, name=min(used - known))
    return Slide(
        kind=kind,
        heading=draft.heading,
        paragraphs=tuple(draft.paragraphs),
        addresses=addresses,
        part=part,
        references=tuple(draft.references),
        notes=tuple(draft.notes),
    )


def _first(number: int, line: str) -> tuple[Kind, tuple[str, ...], str]:
    """Read the first line of a slide: its kind, the views that it shows, which part of them."""
    kind, _blank, rest = line.partition(" ")
    if kind not in KINDS:
        raise StoryError("slide-kind", line=number, text=kind, kinds=", ".join(KINDS))
    rest, _hash, part = rest.strip().partition("#")
    addresses = tuple(part.strip() for part in rest.split("|")) if rest else ()
    if len(addresses) != ADDRESSES.get(kind, 0):
        raise StoryError("slide-addresses", line=number, kind=kind, count=ADDRESSES.get(kind, 0))
    for address in addresses:
        if len(address) > MAX_ADDRESS or not _ADDRESS.fullmatch(address):
            raise StoryError("slide-address", line=number, text=address)
    return kind, addresses, part


def _take(draft: _Draft, number: int, line: str) -> None:
    """Take one more line of a slide."""
    if line.startswith("# ") and not draft.heading:
        draft.heading = _text(number, line[2:])
    elif line.startswith("> "):
        draft.notes.append(_text(number, line[2:]))
    elif found := _FIGURE.fullmatch(line):
        draft.references.append(_reference(number, found[1], found[2]))
    else:
        draft.paragraphs.append(_text(number, line))


def _text(number: int, text: str) -> str:
    """Take a text of a length that a slide can hold."""
    if len(text) > MAX_TEXT:
        raise StoryError("text-long", line=number, most=MAX_TEXT)
    return text


def _reference(number: int, name: str, text: str) -> Reference:
    """Read what a figure stands for."""
    if found := _CLAIM.fullmatch(text):
        return Reference(name=name, claim=found[1])
    if len(text) <= MAX_ADDRESS and (found := _VIEW.fullmatch(text)):
        return Reference(name=name, view=found[1], figure=found[2])
    if found := _SUBJECT.fullmatch(text):
        return Reference(name=name, subject=(found[1], found[2], found[3]))
    raise StoryError("figure-reference", line=number, text=text)


def _written(slide: Slide) -> str:
    """Write one slide."""
    part = f"#{slide.part}" if slide.part else ""
    first = " ".join([slide.kind, " | ".join(slide.addresses) + part]).rstrip()
    lines = [first, *(_figure(reference) for reference in slide.references), f"# {slide.heading}"]
    return "\n".join([*lines, *slide.paragraphs, *(f"> {note}" for note in slide.notes)]) + "\n"


def _figure(reference: Reference) -> str:
    """Write what a figure stands for."""
    if reference.claim:
        what = f"claim {reference.claim}"
    elif reference.subject:
        what = " ".join(reference.subject)
    else:
        what = f"{reference.view}#{reference.figure}"
    return f"figure {reference.name} = {what}"
