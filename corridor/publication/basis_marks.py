"""The sign of how a figure is known: a full, half, dotted or crossed disc, the same in every form."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from corridor.charts.drawing import Disc, Line, Outline, Strokes

if TYPE_CHECKING:
    from corridor.charts.drawing import Shape
    from corridor.publication.content import Basis

_STEPS = 24


def draw_basis(basis: Basis, x: float, y: float, *, radius: float, colour: str) -> tuple[Shape, ...]:
    """Draw the sign of a basis round a middle; nothing for a count or a name."""
    if basis == "published":
        return (Disc(x=x, y=y, radius=radius, colour=colour, edge=colour),)
    ring = Disc(x=x, y=y, radius=radius, colour="none", edge=colour, edge_width=1.4)
    if basis == "derived":
        half = tuple(
            (round(x + radius * math.sin(turn), 2), round(y - radius * math.cos(turn), 2))
            for turn in (math.pi * (1 + step / _STEPS) for step in range(_STEPS + 1))
        )
        return ring, Outline(rings=(half,), colour=colour)
    if basis == "modelled":
        arcs = tuple(
            tuple(
                (round(x + radius * math.cos(turn), 2), round(y + radius * math.sin(turn), 2))
                for turn in (math.tau * (part + share) / 8 for share in (0.0, 0.25, 0.5))
            )
            for part in range(8)
        )
        return (Strokes(lines=arcs, colour=colour, width=1.6),)
    if basis == "missing":
        far = radius * math.sqrt(0.5)
        return ring, Line(points=((x - far, y + far), (x + far, y - far)), colour=colour, width=1.4)
    return ()
