"""What a picture shows, as plain data and looks: lines, places, legend, figures."""

from __future__ import annotations

from dataclasses import dataclass

from corridor.picture.base_map import LIGHT, Bounds, Palette

WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True, kw_only=True)
class Line:
    """
    One line on the map.

    Attributes
    ----------
    points
        Longitude and latitude of each point.
    colour, dash, width, opacity
        Its look; dash and width in pixels, an empty dash for a solid line.
    is_strong
        Whether it is drawn above the others, with a light rim.
    is_hollow
        Whether it is hollow: a schematic line says that its ends are joined, not where the way runs.
    shift
        By how many pixels it lies right of its points, seen along them, so that lines which share a course
        lie beside each other; to the left below zero.
    """

    points: tuple[tuple[float, float], ...]
    colour: str
    dash: tuple[float, ...] = ()
    width: float = 1.5
    opacity: float = 1.0
    is_strong: bool = False
    is_hollow: bool = False
    shift: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Place:
    """One place on the map; one without a name is only marked, one without a mark only named."""

    lon: float
    lat: float
    name: str = ""
    is_large: bool = False
    is_marked: bool = True


@dataclass(frozen=True, kw_only=True)
class GroundName:
    """
    A name of the ground: written on the first of its spots where it covers nothing.

    Attributes
    ----------
    spots
        Longitude and latitude of each place where it may stand, the best first.
    name
        The name.
    is_water
        Whether it names a sea or a river.
    """

    spots: tuple[tuple[float, float], ...]
    name: str
    is_water: bool = False


@dataclass(frozen=True, kw_only=True)
class Key:
    """One line of the legend: its look and what it stands for."""

    name: str
    colour: str
    dash: tuple[float, ...] = ()
    width: float = 3.5


@dataclass(frozen=True, kw_only=True)
class Note:
    """A visitor's own short text at a place of the map."""

    lon: float
    lat: float
    text: str


@dataclass(frozen=True, kw_only=True)
class Picture:
    """
    What a picture shows: plain data and looks.

    Attributes
    ----------
    kicker, title, subtitle
        Small line above, the title, and under which conditions all of it holds.
    bounds
        Part of the map.
    lines
        Weaker ones first.
    places
        The most important first: a name that would lie on another is left out.
    countries
        Names of countries and seas, set softly.
    figures
        Names and values of the headline figures, four at most.
    keys
        The legend.
    credits
        Boundary note and attribution.
    boundaries
        One of `corridor.picture.base_map.BOUNDARIES`.
    notes
        The visitor's own.
    """

    kicker: str
    title: str
    bounds: Bounds
    subtitle: str = ""
    lines: tuple[Line, ...] = ()
    places: tuple[Place, ...] = ()
    countries: tuple[GroundName, ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    keys: tuple[Key, ...] = ()
    credits: str = ""
    boundaries: str = "dashed"
    notes: tuple[Note, ...] = ()
    palette: Palette = LIGHT
