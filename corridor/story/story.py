"""A story as plain data: its slides, and what the figures in its sentences stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["cover", "statement", "view", "views", "chart", "table", "text"]
KINDS: tuple[Kind, ...] = get_args(Kind)
# How many addresses a slide of each kind shows; none where it is not named.
ADDRESSES = {"view": 1, "views": 2, "chart": 1, "table": 1}
MAX_SLIDES, MAX_PARAGRAPHS, MAX_FIGURES = 30, 6, 12
MAX_TEXT, MAX_ADDRESS = 400, 600


@dataclass(frozen=True, kw_only=True)
class Reference:
    """
    What a figure in a sentence stands for; one of the three.

    Attributes
    ----------
    name
        Its name in the sentences of its slide: "{days}".
    claim
        Id of a claim.
    subject
        Type, id and quantity of an estimate: ("leg", "aktau-alat", "time_h").
    view, figure
        Address of a view, and the id of one of its headline figures.
    """

    name: str
    claim: str = ""
    subject: tuple[str, str, str] | None = None
    view: str = ""
    figure: str = ""


@dataclass(frozen=True, kw_only=True)
class Slide:
    """
    One slide.

    Attributes
    ----------
    kind
        One of `KINDS`.
    heading, paragraphs
        English texts, which are the keys of their translations; "{name}" stands for a reference.
    addresses
        Views that it shows: page and keys, such as "routes?from=altynkol&to=belgrade".
    part
        Which chart or table of its view; empty for the main one.
    references
        What its figures stand for.
    notes
        What the speaker reads.
    """

    kind: Kind
    heading: str
    paragraphs: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    part: str = ""
    references: tuple[Reference, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Story:
    """
    A story.

    Attributes
    ----------
    id
        Its name in the address; empty for a visitor's own.
    title, summary
        English texts, as those of `Slide`.
    slides
        At least one, at most `MAX_SLIDES`.
    """

    id: str = ""
    title: str
    summary: str = ""
    slides: tuple[Slide, ...]

    @property
    def is_own(self) -> bool:
        """Whether a visitor wrote it."""
        return not self.id

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of it, for the catalogues."""
        told = [self.title, self.summary]
        for slide in self.slides:
            told += [slide.heading, *slide.paragraphs, *slide.notes]
        return tuple(dict.fromkeys(text for text in told if text))
