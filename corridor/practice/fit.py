"""Parameters of the model from published figures, and how well they foretell those left out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.optimize import minimize

from corridor.practice.model import Coefficients, matched, median_and_spread, names
from corridor.practice.shape import SHAPES, SPEAKS_OF, Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

# What is assumed before any figure is seen: mean and standard deviation of each parameter.
_PRIORS = {"level": (0.0, 0.5), "tilt": (0.0, 0.5), "common": (math.log(0.25), 0.5), "spread": (0.0, 0.5)}
_CLOSE = 1e-8
_STEPS = 2000


class Item(NamedTuple):
    """
    A published figure of a journey.

    Attributes
    ----------
    sums
        Our sums of the journey, as `corridor.practice.shape.amounts` returns them.
    published
        Hours or dollars.
    speaks_of
        "timetable" or "practice".
    sources
        Pages that state it.
    """

    sums: NDArray[np.float64]
    published: float
    speaks_of: str
    sources: frozenset[str]


class Fitted(NamedTuple):
    """Parameters with the standard error of each, in the order of `corridor.practice.model.names`."""

    parameters: Coefficients
    values: NDArray[np.float64]
    errors: NDArray[np.float64]


def fit(items: Sequence[Item], quantity: str) -> Fitted:
    """
    Find the most likely parameters, given the figures and what was assumed before.

    Parameters
    ----------
    items
        Published figures.
    quantity
        "time_h" or "cost_usd_per_teu".

    Returns
    -------
    Fitted
        Maximum of the posterior density, with errors from its curvature there.
    """
    shape = SHAPES[quantity]
    likelihood = _Likelihood(items, shape)
    values = _largest(likelihood, likelihood.prior_mean)
    covariance = _covariance(likelihood, values)
    return Fitted(_parameters(values, shape, covariance), values, np.sqrt(np.diag(covariance)))


def leave_one_out(items: Sequence[Item], quantity: str) -> list[tuple[float, float]]:
    """
    Foretell each figure by parameters that saw neither it nor any other from the same page.

    Parameters
    ----------
    items, quantity
        As for `fit`.

    Returns
    -------
    list of tuple
        By item: logarithm of the median, and the standard deviation of the logarithm.
    """
    shape = SHAPES[quantity]
    start = _largest(_Likelihood(items, shape), _Likelihood(items, shape).prior_mean)
    found: dict[frozenset[str], Coefficients] = {}
    foretold = []
    for left_out in items:
        if left_out.sources not in found:
            rest = _Likelihood([item for item in items if not item.sources & left_out.sources], shape)
            values = _largest(rest, start)
            found[left_out.sources] = _parameters(values, shape, _covariance(rest, values))
        foretold.append(median_and_spread(left_out.sums, found[left_out.sources], left_out.speaks_of))
    return foretold


class _Likelihood:
    """Minus the logarithm of the posterior density of the parameters."""

    def __init__(self, items: Sequence[Item], shape: Shape) -> None:
        kinds = len(shape.kinds)
        self.first = np.array([item.sums[0] for item in items]).reshape(len(items), kinds)
        self.second = np.array([item.sums[1] for item in items]).reshape(len(items), kinds)
        self.published = np.log([item.published for item in items])
        self.speaks_of = np.array([SPEAKS_OF.index(item.speaks_of) for item in items], dtype=int)
        named = names(shape)
        self.prior_mean, self.prior_spread = np.array([_PRIORS[what] for what, *_of in named]).T
        self.spread_before = np.array(list(shape.spreads.values()))
        self.groups = shape.in_groups

    def __call__(self, values: NDArray[np.float64]) -> float:
        """Evaluate at some values."""
        count = len(self.groups)
        levels, rest = values[:2], values[2:]
        tilts = rest[: 2 * count].reshape(2, count) @ self.groups
        common = np.exp(rest[2 * count : 2 * count + 2])
        spreads = self.spread_before * np.exp(rest[2 * count + 2 :])
        middle, own = matched(self.first, self.second, tilts[self.speaks_of], spreads)
        variance = common[self.speaks_of] ** 2 + own**2
        misses = self.published - levels[self.speaks_of] - middle
        prior = ((values - self.prior_mean) / self.prior_spread) ** 2
        return float((misses**2 / variance + np.log(variance)).sum() / 2 + prior.sum() / 2)


def _largest(likelihood: _Likelihood, start: NDArray[np.float64]) -> NDArray[np.float64]:
    """Values at which the density is largest."""
    options = {"maxiter": _STEPS, "gtol": 1e-5, "ftol": _CLOSE * 1e-1, "maxfun": 100 * _STEPS}
    found: NDArray[np.float64] = minimize(likelihood, start, method="L-BFGS-B", options=options).x
    return found


def _covariance(likelihood: _Likelihood, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Covariance of the parameters from the curvature of the density at its maximum (Laplace)."""
    size, step = len(values), 1e-3
    curvature = np.empty((size, size))
    moves = np.eye(size) * step
    for row in range(size):
        for column in range(row + 1):
            one, other = moves[row], moves[column]
            curvature[row, column] = curvature[column, row] = (
                likelihood(values + one + other)
                - likelihood(values + one - other)
                - likelihood(values - one + other)
                + likelihood(values - one - other)
            ) / (4 * step**2)
    covariance: NDArray[np.float64] = np.linalg.inv(curvature).astype(np.float64)
    return covariance


def _parameters(values: NDArray[np.float64], shape: Shape, covariance: NDArray[np.float64]) -> Coefficients:
    """Parameters by name."""
    parts: dict[str, dict[tuple[str, str], float]] = {}
    for (what, of, work), value in zip(names(shape), values.tolist(), strict=True):
        parts.setdefault(what, {})[of, work] = value
    before = shape.spreads
    named = names(shape)
    at = {
        speaks_of: [named.index(("level", speaks_of, ""))]
        + [named.index(("tilt", speaks_of, group)) for group in shape.groups]
        for speaks_of in SPEAKS_OF
    }
    return Coefficients(
        quantity=shape.quantity,
        level={of: value for (of, _work), value in parts["level"].items()},
        tilt=parts.get("tilt", {}),
        common={of: math.exp(value) for (of, _work), value in parts["common"].items()},
        spread={kind: before[kind] * math.exp(value) for (_of, kind), value in parts["spread"].items()},
        doubt={speaks_of: covariance[np.ix_(rows, rows)] for speaks_of, rows in at.items()},
    )
