"""One chart as plain data: what is marked where, in which words, on what basis, and what a mark leads to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from corridor.charts.axis import Axis

Kind = Literal[
    "point", "line", "step", "area", "bar", "band", "cell", "dot", "reported", "gap", "span", "sign"
]
Name = Literal[
    "staircase",
    "staircases",
    "scatter",
    "hours",
    "years",
    "spread",
    "week",
    "journeys",
    "rivals",
    "pairs",
    "trade",
    "projects",
    "visit",
    "tornado",
    "portfolios",
    "heat",
]
To = Literal["step", "route", "claim", "project", "paper", "event", "corridor", "pair", "sector"]


@dataclass(frozen=True)
class Target:
    """
    What a mark leads to, as plain data: a page makes a link of it, a paper a number.

    Attributes
    ----------
    kind
        "step" of a route, "route", "claim", "project", "paper" (an agreement), "event" (a visit),
        "corridor", "pair" (of countries) or "sector" (of what was promised).
    id
        Position of the step, else the id.
    part
        Leg of a step; empty for work at a place.
    """

    kind: To
    id: str
    part: str = ""


@dataclass(frozen=True, kw_only=True)
class Mark:
    """
    One mark of a chart.

    Attributes
    ----------
    name
        What it is.
    at
        Its place on the axis across (on that of the names, if the chart lies on its side).
    low, typical, high
        Its value, in the unit of the axis; None where it is not known.
    at_text, text, range_text
        Place, value and range, with units, in the reader's language; empty where there is none.
    label
        Name and value in one sentence.
    short
        What is written at the mark, if there is room.
    basis
        "published", "derived", "modelled" or "missing"; empty where it is a count or a name.
    gaps
        Parts of it that are not known: if there are some, it is at least its value.
    target
        What it leads to.
    tone
        What it stands for, for its look: a mode of transport, a kind of work, "observed", "planned".
    base, width
        Of a bar: where it starts, and how wide it is on the axis across.
    size
        A third quantity, from 0 to 1, for points.
    is_hollow, is_strong
        Whether it is only outlined; whether it stands out.
    """

    name: str
    at: float = 0.0
    low: float | None = None
    typical: float | None = None
    high: float | None = None
    at_text: str = ""
    text: str = ""
    range_text: str = ""
    label: str = ""
    short: str = ""
    basis: str = ""
    gaps: int = 0
    target: Target | None = None
    tone: str = ""
    base: float = 0.0
    width: float = 0.0
    size: float = 0.0
    is_hollow: bool = False
    is_strong: bool = False


@dataclass(frozen=True, kw_only=True)
class Series:
    """
    Marks of one kind that belong together.

    Of a "step" each mark is a corner, and its tone that of the way to it; of an "area" each mark has the ends
    of the shaded part; a "band" reaches from low to high of each mark; a "cell" is a field of a grid;
    the base of a "dot" says how many lie below it. Bars that are parts of a whole are stacked.
    A "reported" figure shows its basis (full, half) and its tone by its shape; a "gap" is the shaded
    difference from low to high; a "span" is a bar in time from low to high; a "sign" is the shape of its
    tone at its value, or before the row where it has none.
    """

    name: str
    kind: Kind
    marks: tuple[Mark, ...]
    tone: str = ""
    is_stacked: bool = False


@dataclass(frozen=True)
class Key:
    """One entry of the legend: what it stands for, drawn as that kind in that tone, or as a sign."""

    name: str
    kind: Kind
    tone: str
    is_hollow: bool = False
    sign: str = ""


@dataclass(frozen=True)
class Place:
    """A name at a place on an axis."""

    name: str
    at: float


@dataclass(frozen=True, kw_only=True)
class Panel:
    """
    One field of a chart.

    Attributes
    ----------
    up
        The axis of its values.
    series
        What is drawn in it.
    note
        A remark, such as how many parts are not known.
    extremes
        The lowest and the highest value, where they are told.
    moments
        Values at which a line is drawn through the field, such as the date of the data.
    """

    up: Axis
    series: tuple[Series, ...]
    note: str = ""
    extremes: tuple[Place, ...] = ()
    moments: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Stretch:
    """A part of the axis across that stands apart, such as the years ahead."""

    name: str
    start: float
    end: float


@dataclass(frozen=True)
class ChartNote:
    """A visitor's own short text at a point of a chart, as `corridor.charts.notes.points` names it."""

    point: str
    text: str
    name: str = ""

    @property
    def line(self) -> str:
        """The text behind the name of its point, for lists and for those who do not see the chart."""
        return f"{self.name}: {self.text}" if self.name else self.text


@dataclass(frozen=True, kw_only=True)
class Chart:
    """
    One chart as plain data, in the language of one reader.

    Attributes
    ----------
    name
        Which chart it is.
    title, finding, caption
        What it shows, what stands out in it, and how it is read.
    across
        The axis that all panels share: from left to right, or from top to bottom if it lies on its side.
    panels
        Its fields, the first on top.
    keys
        The legend.
    places
        Names under the axis across, the most important first: one that would lie on another is left out.
    stretches
        Parts of the axis across that stand apart; of rows, the groups that they belong to.
    apart, apart_title
        What belongs to the chart but has no place on it, such as projects without a date; what these are.
    mark_title, at_title
        What each mark is, and what its place on the axis across tells, as headings of a table.
    is_sideways
        Whether names stand at the left and values run to the right.
    source
        Where the figures are from.
    part
        Which of several charts of its name on a page it is: a measure, a subject.
    notes
        A visitor's own short texts.
    """

    name: Name
    title: str
    across: Axis
    panels: tuple[Panel, ...]
    mark_title: str
    at_title: str
    finding: str = ""
    caption: str = ""
    keys: tuple[Key, ...] = ()
    places: tuple[Place, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    apart: tuple[Mark, ...] = ()
    apart_title: str = ""
    is_sideways: bool = False
    source: str = ""
    lang: str = field(default="en")
    part: str = ""
    notes: tuple[ChartNote, ...] = ()

    @property
    def id(self) -> str:
        """Name of the chart on its page, the same in every language."""
        return f"{self.name}-{self.part}" if self.part else self.name

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every mark once: areas repeat the ends that other marks have."""
        return tuple(
            mark
            for panel in self.panels
            for series in panel.series
            if series.kind != "area"
            for mark in series.marks
        )
