"""Seeded draws of the times or costs of routes: what two routes share is drawn once for both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from corridor.practice.shape import PRACTICE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from corridor.practice.model import Coefficients
    from corridor.practice.shape import Part

PIECE = 16_384


class Piece(NamedTuple):
    """
    Some of the draws.

    Attributes
    ----------
    parts
        The parts, in the order of the rows of `own`.
    counts
        How often each route (row) has each part (column).
    own
        Hours or dollars of each part (row) in each draw (column), without the common delay.
    middle
        The same with each part at the middle of its own spread.
    spreads
        Standard deviation of the logarithm of each part by itself.
    shared
        Factor of the common delay of each route (row) in each draw (column).
    """

    parts: tuple[Part, ...]
    counts: NDArray[np.float32]
    own: NDArray[np.float32]
    middle: NDArray[np.float32]
    spreads: NDArray[np.float32]
    shared: NDArray[np.float32]


def pieces(
    made: Mapping[str, Sequence[Part]],
    model: Coefficients,
    samples: int,
    seed: int,
    *,
    by_name: bool = False,
) -> Iterator[Piece]:
    """
    Draw the parts of some routes.

    Each part has a stream of its own, in the order of names, and one more is for level and tilts. A part
    gives a draw of its own spread and one of its contribution to the common delay of each route it is in,
    which is s * sum(h z) / sqrt(sum(h h)) over the parts: of the same spread s for every route, the same for
    routes of the same parts, and independent for routes that share none.

    Parameters
    ----------
    made
        By route: its known parts.
    model
        Parameters of the quantity.
    samples, seed
        How many draws, and from which seed.
    by_name
        Whether parts of one name share a stream, and their weight in the common delay, even if their amounts
        differ, as before and after a change.

    Yields
    ------
    Piece
        At most `PIECE` draws.
    """
    parts = sorted({part for known in made.values() for part in known})
    names = sorted({part.name for part in parts})
    of_key = [names.index(part.name) if by_name else at for at, part in enumerate(parts)]
    streams_count = len(names) if by_name else len(parts)
    groups = ["", *model.shape.groups]
    at = {part: column for column, part in enumerate(parts)}
    group = np.array([groups.index(model.shape.tilts.get(part.kind, "")) for part in parts], dtype=int)
    held = np.array([part.amount for part in parts], dtype=np.float32)
    spreads = np.array([model.spread[part.kind] for part in parts], dtype=np.float32)
    stretched = held * np.array([model.stretch(part.kind) for part in parts], dtype=np.float32)
    counts = np.zeros((len(made), len(parts)), dtype=np.float32)
    for row, known in enumerate(made.values()):
        np.add.at(counts[row], [at[part] for part in known], 1)
    weights = counts * (_by_name(parts) if by_name else held)
    norms = np.sqrt((weights**2).sum(axis=1, keepdims=True))
    weights = model.common[PRACTICE] * np.divide(weights, norms, out=weights, where=norms > 0)
    streams = [
        np.random.Generator(np.random.SFC64(stream))
        for stream in np.random.SeedSequence(seed).spawn(streams_count + 1)
    ]
    unsure = _root(model.doubt[PRACTICE])
    for start in range(0, samples, PIECE):
        size = min(PIECE, samples - start)
        drawn = np.empty((2, streams_count, size), dtype=np.float32)
        for row, stream in enumerate(streams[:-1]):
            drawn[:, row] = stream.standard_normal((2, size), dtype=np.float32)
        if by_name:
            drawn = drawn[:, of_key]
        doubt = np.exp(unsure @ streams[-1].standard_normal((len(unsure), size), dtype=np.float32))
        # The level is drawn for all parts, a tilt for those of its group.
        unsure_by = doubt[0] * np.where(group[:, None] > 0, doubt[group], np.float32(1))
        own = stretched[:, None] * np.exp(spreads[:, None] * drawn[0]) * unsure_by
        middle = stretched[:, None] * unsure_by
        yield Piece(tuple(parts), counts, own, middle, spreads, np.exp(weights @ drawn[1]))


def totals(
    made: Mapping[str, Sequence[Part]],
    model: Coefficients,
    samples: int,
    seed: int,
    *,
    by_name: bool = False,
) -> dict[str, NDArray[np.float32]]:
    """
    Draw the total of each route.

    Parameters
    ----------
    made, model, samples, seed, by_name
        As for `pieces`.

    Returns
    -------
    dict
        By route: its total in each draw.
    """
    found = np.empty((len(made), samples), dtype=np.float32)
    at = 0
    for piece in pieces(made, model, samples, seed, by_name=by_name):
        size = piece.own.shape[1]
        found[:, at : at + size] = (piece.counts @ piece.own) * piece.shared
        at += size
    return dict(zip(made, found, strict=True))


def _by_name(parts: Sequence[Part]) -> NDArray[np.float32]:
    """Amount of each part, the mean of those of its name."""
    amounts: dict[str, list[float]] = {}
    for part in parts:
        amounts.setdefault(part.name, []).append(part.amount)
    return np.array([np.mean(amounts[part.name]) for part in parts], dtype=np.float32)


def _root(covariance: NDArray[np.float64]) -> NDArray[np.float32]:
    """Give a matrix that turns independent draws into draws of a covariance."""
    values, vectors = np.linalg.eigh(covariance)
    root: NDArray[np.float32] = (vectors * np.sqrt(np.clip(values, 0, None))).astype(np.float32)
    return root
