"""What one view says, as plain data in one language: every form that leaves the page is written from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from corridor.charts.chart import Chart
    from corridor.picture.scene import Picture

Basis = Literal["published", "derived", "modelled", "missing", ""]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """
    One headline figure, as it stands on the page.

    Attributes
    ----------
    id
        Short name, the same in every language, by which a story refers to it: "time", "cost", "projects".
    name, text, range_text
        What it is, its value with unit, its range (P10 to P90); the range is empty where
        none is known.
    basis
        How it is known; empty for a count or a name.
    doubt
        What is unsure of it, in the colour of warnings.
    claims
        Ids of the claims behind it.
    """

    id: str = ""
    name: str
    text: str
    range_text: str = ""
    basis: Basis = ""
    doubt: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Cell:
    """
    One cell of a table.

    Attributes
    ----------
    text
        As on the page, in the reader's language.
    number
        Its value in the unit of the column, for sheets and native charts; None for words and unknown values.
    basis, claims
        How it is known, and the claims behind it.
    """

    text: str
    number: float | None = None
    basis: Basis = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Table:
    """
    One table of the view.

    Attributes
    ----------
    id
        Short name, the same in every form: "itinerary", "routes".
    title, note
        Its heading, and what a reader must know of it.
    heads
        One for each column.
    rows
        Each has a cell for each head.
    units
        The unit of the numbers of each column, as the dataset writes it ("h", "km", "USD"); empty for words
        and counts. No entry at all where no column has a unit.
    """

    id: str
    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    units: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Source:
    """A source of the figures: as it is cited, with its address and date (ISO 8601) where they are known."""

    id: str
    citation: str
    url: str = ""
    date: str = ""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One claim behind a figure: what it says in one line, and the id of its source."""

    id: str
    text: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Annotation:
    """A visitor's own short text on the view: plain, never markup, at a place of the map with its name."""

    text: str
    lon: float | None = None
    lat: float | None = None
    place: str = ""

    @property
    def line(self) -> str:
        """The text behind the name of its place, for lists and for those who do not see the map."""
        return f"{self.place}: {self.text}" if self.place and self.text else self.text


@dataclass(frozen=True, kw_only=True)
class Content:
    """
    What one view says.

    Attributes
    ----------
    page, lang
        Name of the page, and the reader's language: "en", "kk", "ru", "sr", "sr-Latn" or "bg".
    title, subject
        Title of the page, and what the view is about: two ends, a corridor; empty if nothing is chosen.
    sentence, doubt, basis
        The answer in one sentence, what is unsure of it, and how it is known: the first lines of the page.
    known
        The weakest basis of the figures of the sentence; empty where it has none.
    conditions
        The question in words, an entry for each thing asked or left out: ends, avoid, pass, scenario, date.
    figures
        The headline figures, four at most.
    picture, picture_text
        The map of the view, and what it shows in words; None where the page has no map.
    charts, tables
        In the order of the page; the first table is the main one (the itinerary of a route).
    claims
        Those that figures, cells and marks of charts name, by first use, to be found inside a file.
    sources
        Of all figures, by first use.
    annotations
        The visitor's own.
    query
        The canonical keys of the address, without "?".
    link
        The whole address of the view; empty where the server does not know its own.
    data_version, data_date, known_until
        Version and date of the data (ISO 8601), and until when the world is known, in words.
    """

    page: str
    lang: str
    title: str
    subject: str = ""
    sentence: str
    doubt: str = ""
    basis: str = ""
    known: Basis = ""
    conditions: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    picture: Picture | None = None
    picture_text: str = ""
    charts: tuple[Chart, ...] = ()
    tables: tuple[Table, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    query: str = ""
    link: str = ""
    data_version: str = ""
    data_date: str = ""
    known_until: str = ""

    @property
    def note_lines(self) -> tuple[str, ...]:
        """What a visitor wrote on the map and on the charts, each behind the name of its place."""
        written = [note.line for note in self.annotations if note.text]
        return (*written, *(note.line for chart in self.charts for note in chart.notes))
