"""How sure a route's total is: seeded draws between low and high of every part, shared between routes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

SAMPLES = 10_000
SEED = 20_260_227
MOST_SAMPLES = 1_000_000
_PERCENTILES = (10, 50, 90)


@dataclass(frozen=True, eq=False, kw_only=True)
class Risk:
    """
    What came out of the draws.

    Attributes
    ----------
    table
        One row a route: route_id, p10, p50, p90, mean (of the known parts), gaps (parts without a figure, so
        that the sums are floors).
    beats
        Share of the draws in which the route of the row has the smaller sum than that of the column; equal
        sums count half.
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
    Draw every part of routes between its low and high end and add up.

    Each part follows the triangular distribution over low, typical and high: with only these three known it
    adds nothing that was not said. Parts are drawn independently of each other; a part that several routes
    share is drawn once for all of them, so that comparisons rest on what differs. docs/method.md argues both.

    Parameters
    ----------
    steps
        By route: its steps, as `corridor.chain.steps` or `steps_of` return them.
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
    known: dict[str, tuple[float, float, float]] = {}
    made: dict[str, list[str]] = {}
    gaps: dict[str, int] = {}
    for route, frame in steps.items():
        parts = frame[frame[f"{criterion}_basis"].notna()]
        gaps[route] = int((parts[f"{criterion}_basis"] == "missing").sum())
        made[route] = []
        for row in parts[parts[f"{criterion}_basis"] != "missing"].to_dict("records"):
            name = str(row["leg_id"]) if row["kind"] == "leg" else f"{row['work']}:{row['node_id']}"
            band = tuple(float(row[f"{criterion}_{end}"]) for end in ("low", "typical", "high"))
            made[route].append(f"{name}={band}")
            known[f"{name}={band}"] = (band[0], band[1], band[2])
    drawn = _drawn(known, samples, seed)
    sums = {
        route: sum((drawn[part] for part in parts), start=np.zeros(samples)) for route, parts in made.items()
    }
    table = pd.DataFrame(
        [
            {
                "route_id": route,
                **dict(zip(("p10", "p50", "p90"), np.percentile(total, _PERCENTILES), strict=True)),
                "mean": total.mean(),
                "gaps": gaps[route],
            }
            for route, total in sums.items()
        ],
        columns=["route_id", "p10", "p50", "p90", "mean", "gaps"],
    )
    beats = pd.DataFrame(
        {
            other: [
                float((one < sums[other]).mean() + (one == sums[other]).mean() / 2) for one in sums.values()
            ]
            for other in sums
        },
        index=list(sums),
    )
    return Risk(table=table, beats=beats, sensitivity=_shares(made, drawn), samples=samples, seed=seed)


def _drawn(
    known: Mapping[str, tuple[float, float, float]], samples: int, seed: int
) -> dict[str, NDArray[np.float64]]:
    """Draws of each part, from a stream of its own in the order of the names."""
    drawn = {}
    streams = np.random.SeedSequence(seed).spawn(len(known))
    for name, stream in zip(sorted(known), streams, strict=True):
        low, typical, high = known[name]
        generator = np.random.Generator(np.random.SFC64(stream))
        is_certain = low == high
        drawn[name] = (
            np.full(samples, low) if is_certain else generator.triangular(low, typical, high, size=samples)
        )
    return drawn


def _shares(made: Mapping[str, list[str]], drawn: Mapping[str, NDArray[np.float64]]) -> pd.DataFrame:
    """Share of each part in the variance of each route; independent parts' variances add up."""
    rows = []
    for route, parts in made.items():
        spread = {part: float(drawn[part].var()) for part in parts}
        whole = sum(spread.values())
        rows += [
            {"route_id": route, "part": part.partition("=")[0], "share": one / whole if whole else 0.0}
            for part, one in spread.items()
        ]
    frame = pd.DataFrame(rows, columns=["route_id", "part", "share"])
    return frame.sort_values(["route_id", "share", "part"], ascending=[True, False, True], ignore_index=True)
