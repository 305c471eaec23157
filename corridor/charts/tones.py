"""How each tone of a chart looks: colour, dash, width."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corridor.picture import palette

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.picture.palette import Tone

_WORK_WIDTH, _LEG_WIDTH = 3.4, 2.6


class LineLook(NamedTuple):
    """Colour, width and dash of a line."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()


_ROUTE_LINES: tuple[tuple[float, tuple[float, ...]], ...] = (
    (5.0, ()),
    (3.5, (16.0, 5.0)),
    (2.1, (9.0, 3.0, 2.0, 3.0)),
    (1.8, (3.0, 5.0)),
)
_TONES: Mapping[str, Tone] = {
    **palette.MODES,
    "range": palette.ACCENT,
    "route": palette.INK_SOFT,
    "observed": palette.ACCENT,
    "planned": palette.ACCENT,
    "capacity": palette.WARN,
    "capacity-planned": palette.WARN,
    "headline": palette.ACCENT,
    "worst": palette.CLOSED,
    "other": palette.INK_SOFT,
    "claim": palette.INK_SOFT,
    "moving": palette.ACCENT,
    "border": palette.INK,
    "break-of-gauge": palette.WARN,
    "transhipment": palette.CLOSED,
    "loading": palette.MODES["ferry"],
    "dwell": palette.MODES["sea"],
    "waiting": palette.INK_SOFT,
    "reporter-KZ": palette.ACCENT,
    "reporter-RS": palette.CLOSED,
    "difference": palette.WARN,
    "status-operating": palette.GOOD,
    "status-construction": palette.WARN,
    "status-pre-construction": palette.ACCENT,
    "status-announced": palette.INK_SOFT,
    "status-unknown": palette.INK_SOFT,
    "milestone": palette.INK,
    "report": palette.INK,
    "corridor": palette.ACCENT,
    "meeting": palette.INK_SOFT,
    "agreement": palette.INK,
    "project": palette.ACCENT,
    "operating": palette.GOOD,
    "in-force": palette.GOOD,
    "silent": palette.WARN,
    "moment": palette.INK_SOFT,
    "confirmed": palette.GOOD,
    "published": palette.WARN,
    "unknown": palette.INK_SOFT,
    "none": palette.INK_SOFT,
    "heat-less": palette.GOOD,
    "heat-same": palette.INK_SOFT,
    "heat-more": palette.WARN,
    "heat-most": palette.CLOSED,
    "heat-none": palette.INK_SOFT,
    "journey": palette.ACCENT,
    "pair": palette.INK_SOFT,
    "pair-ours": palette.ACCENT,
    **{f"route-{at}": tone for at, tone in enumerate(palette.ROUTES, start=1)},
}


def colour(tone: str, *, dark: bool) -> str:
    """Return the colour of a tone; ink for what has none of its own."""
    return _TONES.get(tone, palette.INK).of(dark=dark)


def leg_or_work(tone: str, *, dark: bool) -> LineLook:
    """Return the look of a piece of a staircase: a leg in the colour of its mode, work in ink and wider."""
    if tone in palette.MODES:
        return LineLook(palette.MODES[tone].of(dark=dark), _LEG_WIDTH)
    return LineLook(palette.INK.of(dark=dark), _WORK_WIDTH)


def route(tone: str, *, dark: bool) -> LineLook:
    """Return the look of a route beside others."""
    at = int(tone.rpartition("-")[2]) - 1
    width, dash = _ROUTE_LINES[at]
    return LineLook(colour(tone, dark=dark), width, dash)
