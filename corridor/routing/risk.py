"""The spread of a route's total: seeded draws between low and high of each part, shared by routes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from corridor.columns.frame import make_frame
from corridor.columns.routes import RISK, SENSITIVITY

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

SAMPLES = 10_000
SEED = 20_260_227
MAX_SAMPLES = 1_000_000
_PERCENTILES = (10, 50, 90)
_PIECE = 16_384

_Band = tuple[float, float, float]


@dataclass(frozen=True, eq=False, kw_only=True)
class Risk:
    """
    Result of the draws.

    Attributes
    ----------
    table
        One row a route: route_id, p10, p50, p90, mean (of the known parts; NaN if none is known), gaps
        (parts without a figure, so that the sums are floors).
    beats
        Share of the draws in which the route of the row has the smaller sum than that of the column; equal
        sums count half. NaN where nothing is known of one of the two.
    sensitivity
        One row a route and part, the greatest share first: route_id, part (leg id or "work:node"), share (of
        the variance of the route's sum that comes from the part).
    samples, seed
        How many draws, and from which seed.
    """

    table: pd.DataFrame
    beats: pd.DataFrame
    sensitivity: pd.DataFrame
    samples: int
    seed: int


def risk(
    steps: Mapping[str, pd.DataFrame],
    *,
    criterion: str = "time_h",
    samples: int = SAMPLES,
    seed: int = SEED,
) -> Risk:
    """
    Simulate the totals of routes by draws between the low and high end of each part.

    Each part follows the triangular distribution over low, typical and high: with only these three known it
    adds nothing that was not said. Parts are drawn independently of each other; a part that several routes
    share is drawn once for all of them, so that comparisons rest on what differs. docs/method.md argues both.

    Parameters
    ----------
    steps
        By route: its steps, as `corridor.chain.steps.steps` or `steps_of` return them.
    criterion
        "time_h", "cost_usd_per_teu" or "distance_km".
    samples
        How many draws.
    seed
        The same seed gives the same draws, whatever the order of the routes.

    Returns
    -------
    Risk
        Percentiles, comparisons, sensitivity.
    """
    known: dict[str, _Band] = {}
    made: dict[str, list[str]] = {}
    gaps: dict[str, int] = {}
    for route, frame in steps.items():
        gaps[route], made[route] = 0, []
        for basis, kind, leg, work, node, *band in _parts(frame, criterion):
            if basis == "missing":
                gaps[route] += 1
            elif isinstance(basis, str):
                name = f"{leg if kind == 'leg' else f'{work}:{node}'}={tuple(map(float, band))}"
                made[route].append(name)
                known[name] = (float(band[0]), float(band[1]), float(band[2]))
    # A route of which nothing is known has no sum; the sum of no parts would be 0 and beat every other.
    least = {
        route: math.fsum(known[part][0] for part in parts) if parts else math.nan
        for route, parts in made.items()
    }
    above = _above(made, known, samples, seed)
    table = make_frame(
        (
            {
                "route_id": route,
                **dict(
                    zip(
                        ("p10", "p50", "p90"),
                        (least[route] + np.percentile(total, _PERCENTILES)).tolist(),
                        strict=True,
                    )
                ),
                "mean": least[route] + float(total.mean(dtype=np.float64)),
                "gaps": gaps[route],
            }
            for route, total in above.items()
        ),
        RISK,
    )
    beats = _beats(least, above)
    return Risk(table=table, beats=beats, sensitivity=_shares(made, known), samples=samples, seed=seed)


def _parts(frame: pd.DataFrame, criterion: str) -> Iterator[tuple[Any, ...]]:
    """Basis, kind, leg, work, node, low, typical and high of each step."""
    names = [f"{criterion}_{end}" for end in ("basis", "low", "typical", "high")]
    columns = [names[0], "kind", "leg_id", "work", "node_id", *names[1:]]
    return zip(*(frame[column].tolist() for column in columns), strict=True)


def _above(
    made: Mapping[str, Sequence[str]], known: Mapping[str, _Band], samples: int, seed: int
) -> dict[str, NDArray[np.float32]]:
    """
    Draw how much each route's sum lies above the low ends of its parts.

    Each part has a stream of its own, in the order of names, and is drawn by the inverse of its distribution;
    in short floats and pieces that stay near the processor, as what lies above the low ends is small beside
    their sum, which is kept in long floats.
    """
    above = {route: np.zeros(samples, dtype=np.float32) for route in made}
    even, rising, falling = np.empty((3, min(samples, _PIECE)), dtype=np.float32)
    streams = np.random.SeedSequence(seed).spawn(len(known))
    for name, stream in zip(sorted(known), streams, strict=True):
        low, typical, high = known[name]
        width, mode = np.float32(high - low), np.float32(typical - low)
        if width <= 0:
            continue
        users = [above[route] for route, parts in made.items() for part in parts if part == name]
        generator = np.random.Generator(np.random.SFC64(stream))
        for start in range(0, samples, _PIECE):
            size = min(_PIECE, samples - start)
            one, up, down = even[:size], rising[:size], falling[:size]
            generator.random(out=one, dtype=np.float32)
            np.sqrt(np.multiply(one, width * mode, out=up), out=up)
            np.multiply(np.subtract(1, one, out=down), width * (width - mode), out=down)
            np.subtract(width, np.sqrt(down, out=down), out=down)
            np.copyto(down, up, where=one * width < mode)
            for total in users:
                total[start : start + size] += down
    return above


def _beats(least: Mapping[str, float], above: Mapping[str, NDArray[np.float32]]) -> pd.DataFrame:
    """Share of the draws in which the row's sum is smaller than the column's; equal ones count half."""
    names = list(above)
    shares = np.full((len(names), len(names)), 0.5)
    for at, one in enumerate(names):
        for on, other in enumerate(names[at + 1 :], start=at + 1):
            more, margin = above[one] - above[other], np.float32(least[other] - least[one])
            smaller, equal = np.count_nonzero(more < margin), np.count_nonzero(more == margin)
            shares[at, on] = math.nan if np.isnan(margin) else (smaller + equal / 2) / len(more)
            shares[on, at] = 1 - shares[at, on]
    return pd.DataFrame(shares, index=names, columns=names)


def _shares(made: Mapping[str, list[str]], known: Mapping[str, _Band]) -> pd.DataFrame:
    """Share of each part in the variance of each route; independent parts' variances add up."""
    rows = []
    for route, parts in made.items():
        spread = {part: _variance(known[part]) for part in parts}
        whole = sum(spread.values())
        rows += [
            {"route_id": route, "part": part.partition("=")[0], "share": one / whole if whole else 0.0}
            for part, one in spread.items()
        ]
    frame = make_frame(rows, SENSITIVITY)
    return frame.sort_values(["route_id", "share", "part"], ascending=[True, False, True], ignore_index=True)


def _variance(band: _Band) -> float:
    """Variance of a triangular distribution."""
    low, typical, high = band
    return ((high - low) ** 2 - (typical - low) * (high - typical)) / 18
