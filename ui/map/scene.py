"""What a map shows, as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.look.modes import Look


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """
    One of several routes on a map: its id, its number, what it is called, its legs in order.

    With a look of its own it is drawn in that, in full beside the others; the legend calls it by its key, or
    by its number.
    """

    id: str
    label: str
    title: str
    legs: tuple[str, ...]
    look: Look | None = None
    key: str = ""


@dataclass(frozen=True, kw_only=True)
class Disc:
    """
    A disc on a node or a leg: a short text, its level from 1 (strongest) to 4, a line for its tooltip.

    One that counts nodes names them in `members`: discs that would cover each other become one, and a click
    lists what is in it.
    """

    id: str
    text: str
    level: int
    note: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Scene:
    """
    What a map shows.

    Attributes
    ----------
    legs
        Legs drawn in full, in the order of travel.
    context
        Legs drawn faintly.
    nodes
        Places marked and labelled, the most important first.
    selected
        The leg that stands out.
    alternatives
        Routes drawn together, each with its number on a leg of its own; that whose legs are `legs` is
        drawn in full, the others more quietly.
    chosen
        Id of the alternative drawn in full.
    place
        The node that stands out.
    origin, destination
        Nodes marked A and B.
    around
        Nodes shown faintly, to point at.
    asks_ends
        Whether a click on a node asks "from here" or "to here", instead of choosing the node.
    backwards
        Legs travelled from their To to their From ends: their tooltips name them so.
    title
        What the map shows, in the visitor's language, for screen readers; a general wording if empty.
    marks
        Legs or nodes that carry a mark, each with its code in `ui.look.modes.MARKS`.
    discs
        Discs, the most important first; the stronger the level, the wider a leg in full.
    disc_keys
        For the legend: a level, the text of such a disc, what it means.
    """

    legs: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    nodes: tuple[str, ...] = ()
    selected: str | None = None
    alternatives: tuple[Alternative, ...] = ()
    chosen: str | None = None
    place: str | None = None
    origin: str | None = None
    destination: str | None = None
    around: tuple[str, ...] = ()
    asks_ends: bool = False
    backwards: tuple[str, ...] = ()
    preset: str = "whole"
    title: str = ""
    marks: tuple[tuple[str, str], ...] = ()
    discs: tuple[Disc, ...] = ()
    disc_keys: tuple[tuple[int, str, str], ...] = ()
