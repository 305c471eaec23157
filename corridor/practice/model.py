"""The model: a common delay times the sum of parts that each vary by themselves, in closed form."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corridor.practice.shape import PRACTICE, SHAPES, SPEAKS_OF, Part, Shape, amounts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

TENTH = 1.2815515655446004  # the normal distribution's upper decile


class Band(NamedTuple):
    """P10, P50 and P90 of a total; NaN where nothing of it is known."""

    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, kw_only=True)
class Coefficients:
    """
    Parameters of the model of one quantity; all are logarithms or standard deviations of logarithms.

    Attributes
    ----------
    quantity
        "time_h" or "cost_usd_per_teu".
    level
        By what a figure speaks of ("timetable", "practice"): what every part is stretched by.
    tilt
        By that and the group of kinds of work: what these parts are stretched by on top.
    common
        By what a figure speaks of: spread of the delay that all parts of a journey share.
    spread
        By kind of work: spread of a part by itself.
    doubt
        By what a figure speaks of: covariance of the level and the tilts (in the order of `groups`), for they
        are estimates themselves.
    """

    quantity: str
    level: Mapping[str, float]
    tilt: Mapping[tuple[str, str], float]
    common: Mapping[str, float]
    spread: Mapping[str, float]
    doubt: Mapping[str, NDArray[np.float64]]

    @property
    def shape(self) -> Shape:
        """Kinds of work of the quantity."""
        return SHAPES[self.quantity]

    def stretch(self, kind: str, speaks_of: str = PRACTICE) -> float:
        """Median of what a part of some kind is multiplied by, without the common delay's spread."""
        group = self.shape.tilts.get(kind)
        return math.exp(self.level[speaks_of] + (self.tilt[speaks_of, group] if group else 0.0))


def median_and_spread(
    sums: NDArray[np.float64], parameters: Coefficients, speaks_of: str = PRACTICE
) -> tuple[float, float]:
    """
    Give the logarithm of the median of a total and the standard deviation of its logarithm.

    A part of the kind k is h * exp(level + tilt_k + s_k z), the total the sum over its parts times the common
    delay exp(s z). The sum of log-normal parts is taken as log-normal with the same mean and variance
    (Fenton 1960); that level and tilts are estimates widens it.

    Parameters
    ----------
    sums
        As `corridor.practice.shape.amounts` returns them.
    parameters
        Parameters of the quantity.
    speaks_of
        "timetable" or "practice".

    Returns
    -------
    tuple of float
        Logarithm of the median (minus infinity for a total of 0), and the standard deviation.
    """
    shape = parameters.shape
    tilts = np.array(
        [
            parameters.tilt[speaks_of, shape.tilts[kind]] if kind in shape.tilts else 0.0
            for kind in shape.kinds
        ]
    )
    spreads = np.array([parameters.spread[kind] for kind in shape.kinds])
    middle, own = matched(sums[0], sums[1], tilts, spreads)
    return parameters.level[speaks_of] + float(middle), math.sqrt(
        parameters.common[speaks_of] ** 2
        + float(own) ** 2
        + _doubt(sums[0] * np.exp(tilts + spreads**2 / 2), parameters, speaks_of)
    )


def shared_spreads(
    sums: NDArray[np.float64], parameters: Coefficients, speaks_of: str = PRACTICE
) -> tuple[float, float]:
    """
    Give what makes a total unsure beside its parts by themselves.

    Parameters
    ----------
    sums, parameters, speaks_of
        As for `median_and_spread`.

    Returns
    -------
    tuple of float
        Standard deviations of the logarithm of the total: from the delay that all parts share, and from
        level and tilts being estimates.
    """
    shape = parameters.shape
    stretched = [
        parameters.stretch(kind, speaks_of)
        * math.exp(parameters.spread[kind] ** 2 / 2 - parameters.level[speaks_of])
        for kind in shape.kinds
    ]
    return parameters.common[speaks_of], math.sqrt(_doubt(sums[0] * stretched, parameters, speaks_of))


def _doubt(means: NDArray[np.float64], parameters: Coefficients, speaks_of: str) -> float:
    """Variance that comes from level and tilts being estimates, by the share of each group in the total."""
    whole = means.sum()
    if whole <= 0:
        return 0.0
    shares = np.array([1.0, *(parameters.shape.in_groups @ means / whole)])
    return float(shares @ parameters.doubt[speaks_of] @ shares)


def matched(
    first: NDArray[np.float64],
    second: NDArray[np.float64],
    tilts: NDArray[np.float64],
    spreads: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """
    Match a log-normal distribution to sums of log-normal parts by mean and variance.

    Parameters
    ----------
    first, second
        Sums of the amounts and of their squares by kind (last axis).
    tilts, spreads
        By kind: logarithm of the stretch, spread.

    Returns
    -------
    tuple of numpy.ndarray
        Logarithm of the median and standard deviation of the logarithm.
    """
    means = np.exp(tilts + spreads**2 / 2)
    mean = (first * means).sum(axis=-1)
    variance = (second * means**2 * np.expm1(spreads**2)).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        logs = np.log1p(np.where(mean > 0, variance / mean**2, 0.0))
        return np.log(mean) - logs / 2, np.sqrt(logs)


def band(sums: NDArray[np.float64], parameters: Coefficients, speaks_of: str = PRACTICE) -> Band:
    """
    Give P10, P50 and P90 of a total.

    Parameters
    ----------
    sums, parameters, speaks_of
        As for `median_and_spread`.

    Returns
    -------
    Band
        In the unit of the quantity.
    """
    middle, spread = median_and_spread(sums, parameters, speaks_of)
    return Band(*(math.exp(middle + at * TENTH * spread) for at in (-1, 0, 1)))


def names(shape: Shape) -> list[tuple[str, str, str]]:
    """Parameters of a quantity in their order: what (level, tilt, common, spread), of what, of which work."""
    levels = [("level", of, "") for of in SPEAKS_OF]
    tilts = [("tilt", of, group) for of in SPEAKS_OF for group in shape.groups]
    common = [("common", of, "") for of in SPEAKS_OF]
    return levels + tilts + common + [("spread", "", kind) for kind in shape.kinds]


def shares(parts: Sequence[Part], coefficients: Coefficients) -> list[float]:
    """
    Give the share of each part in the variance of a journey's total in practice.

    Parameters
    ----------
    parts
        Known parts of the journey.
    coefficients
        Parameters of the quantity.

    Returns
    -------
    list of float
        By part; they add up to 1. A part varies by itself, and brings its part of the common delay, which
        weighs by the square of its amount (see `corridor.routing.risk`).
    """
    held = np.array([part.amount for part in parts])
    spreads = np.array([coefficients.spread[part.kind] for part in parts])
    means = held * [coefficients.stretch(part.kind) for part in parts] * np.exp(spreads**2 / 2)
    whole, square = means.sum(), (held**2).sum()
    if whole <= 0 or square <= 0:
        return [0.0] * len(parts)
    own = means**2 * np.expm1(spreads**2) / whole**2
    common = coefficients.common[PRACTICE] ** 2 * held**2 / square
    of_all: list[float] = ((own + common) / (own + common).sum()).tolist()
    return of_all


def part_band(part: Part, coefficients: Coefficients) -> Band:
    """
    Give P10, P50 and P90 of one part in practice.

    Parameters
    ----------
    part
        The part.
    coefficients
        Parameters of the quantity.

    Returns
    -------
    Band
        In the unit of the quantity, as if the part were a journey by itself.
    """
    return band(amounts([part], coefficients.shape), coefficients)
