"""How sure a route's total is: its band in practice, and seeded draws that compare routes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from corridor.columns.frame import make_frame
from corridor.columns.routes import RISK, SENSITIVITY
from corridor.practice.model import Band, band, median_and_spread, shares
from corridor.practice.shape import SHAPES, amounts, parts_of
from corridor.practice.stored import parameters
from corridor.routing.draws import totals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray


SAMPLES = 10_000
SEED = 20_260_227
MAX_SAMPLES = 1_000_000


@dataclass(frozen=True, eq=False, kw_only=True)
class Risk:
    """
    Result of the draws.

    Attributes
    ----------
    table
        One row a route: route_id, p10, p50, p90, mean (of the known parts in practice; NaN if none is
        known), gaps (parts without a figure, so that the sums are floors). In closed form: no draw moves
        them.
    beats
        Share of the draws in which the route of the row has the smaller sum than that of the column; equal
        sums count half. NaN where nothing is known of one of the two.
    sensitivity
        One row a route and part, the greatest share first: route_id, part (leg id or "work:node"), share (of
        the variance of the route's total that comes from the part).
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
    Tell the totals of routes in practice, and compare them by draws of one model.

    A part varies by its kind of work, all parts of a journey share a common delay, and the level and tilts of
    the model are drawn too, for they are estimates. What two routes share is drawn once for both, so that
    comparisons rest on what differs. docs/method.md argues the model.

    Parameters
    ----------
    steps
        By route: its steps, as `corridor.chain.steps.steps` or `steps_of` return them.
    criterion
        "time_h", "cost_usd_per_teu" or "distance_km", which is as sure as our lines are: low, typical and
        high end.
    samples
        How many draws.
    seed
        The same seed gives the same draws, whatever the order of the routes.

    Returns
    -------
    Risk
        Percentiles, comparisons, sensitivity.
    """
    if criterion not in SHAPES:
        return _measured(steps, criterion, samples, seed)
    model, shape = parameters(criterion), SHAPES[criterion]
    found = {route: parts_of(frame, shape) for route, frame in steps.items()}
    made = {route: parts.known for route, parts in found.items()}
    rows = []
    for route, parts in made.items():
        row: dict[str, object] = {"route_id": route, "mean": math.nan, "gaps": found[route].gaps}
        row |= Band(math.nan, math.nan, math.nan)._asdict()
        if parts:
            sums = amounts(parts, shape)
            middle, spread = median_and_spread(sums, model)
            row |= band(sums, model)._asdict() | {"mean": math.exp(middle + spread**2 / 2)}
        rows.append(row)
    return Risk(
        table=make_frame(rows, RISK),
        beats=_beats(made, totals(made, model, samples, seed)),
        sensitivity=_shares(
            {
                route: [(part.name, share) for part, share in zip(parts, shares(parts, model), strict=True)]
                for route, parts in made.items()
            }
        ),
        samples=samples,
        seed=seed,
    )


def _beats(made: Mapping[str, Sequence[object]], drawn: Mapping[str, NDArray[np.float32]]) -> pd.DataFrame:
    """Share of the draws in which the row's total is smaller than the column's; equal ones count half."""
    names = list(drawn)
    shares_ = np.full((len(names), len(names)), 0.5)
    for at, one in enumerate(names):
        for on, other in enumerate(names[at + 1 :], start=at + 1):
            smaller = np.count_nonzero(drawn[one] < drawn[other])
            equal = np.count_nonzero(drawn[one] == drawn[other])
            is_known = bool(made[one]) and bool(made[other])
            shares_[at, on] = (smaller + equal / 2) / len(drawn[one]) if is_known else math.nan
            shares_[on, at] = 1 - shares_[at, on]
    return pd.DataFrame(shares_, index=names, columns=names)


def _shares(made: Mapping[str, Sequence[tuple[str, float]]]) -> pd.DataFrame:
    """Table of the share of each part in the variance of each route."""
    rows = [
        {"route_id": route, "part": part, "share": share} for route, of in made.items() for part, share in of
    ]
    frame = make_frame(rows, SENSITIVITY)
    return frame.sort_values(["route_id", "share", "part"], ascending=[True, False, True], ignore_index=True)


def _measured(steps: Mapping[str, pd.DataFrame], criterion: str, samples: int, seed: int) -> Risk:
    """
    Tell totals of a criterion that no delay stretches, by draws from a triangular distribution of each part.

    With only low, typical and high known it adds nothing that was not said.
    """
    bands: dict[str, list[tuple[str, float, float, float]]] = {}
    gaps = {}
    for route, frame in steps.items():
        basis = frame[f"{criterion}_basis"]
        gaps[route] = int((basis == "missing").sum())
        known = frame[basis.notna() & (basis != "missing")]
        names = known["leg_id"].where(known["kind"] == "leg", known["work"] + ":" + known["node_id"])
        ends = (known[f"{criterion}_{end}"].tolist() for end in ("low", "typical", "high"))
        bands[route] = list(zip(names, *ends, strict=True))
    parts = sorted({part for of in bands.values() for part in of})
    generator = np.random.Generator(np.random.SFC64(seed))
    drawn = {}
    for part in parts:
        _name, low, typical, high = part
        even = generator.random(samples, dtype=np.float32)
        rising = low + np.sqrt(even * (high - low) * (typical - low))
        falling = high - np.sqrt((1 - even) * (high - low) * (high - typical))
        drawn[part] = np.where(even * (high - low) < typical - low, rising, falling)
    sums = {
        route: np.sum([drawn[part] for part in of], axis=0) if of else np.full(samples, np.nan)
        for route, of in bands.items()
    }
    rows = []
    for route, total in sums.items():
        decile = np.percentile(total, (10, 50, 90)).tolist() if bands[route] else [math.nan] * 3
        row = {"route_id": route, **dict(zip(Band._fields, decile, strict=True))}
        rows.append(row | {"mean": float(total.mean()), "gaps": gaps[route]})
    spread = {}
    for route, of in bands.items():
        variances = [((high - low) ** 2 - (mid - low) * (high - mid)) / 18 for _name, low, mid, high in of]
        whole = sum(variances) or 1.0
        spread[route] = [(part[0], one / whole) for part, one in zip(of, variances, strict=True)]
    return Risk(
        table=make_frame(rows, RISK),
        beats=_beats(bands, sums),
        sensitivity=_shares(spread),
        samples=samples,
        seed=seed,
    )
