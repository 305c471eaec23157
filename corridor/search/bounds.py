"""What is still left to go at least, from every state, on every criterion."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

import numpy as np

from corridor.search.tree_kernel import trees, turned_round

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from numpy.typing import NDArray

_MAX_CACHED_BOUNDS = 10_000_000  # states times entries; an entry has a number a state and criterion


@dataclass(frozen=True, eq=False)
class CachedBounds:
    """
    Lower bounds of a network, worked out once for each criterion and target, and kept.

    They hold for the network with all its arcs, so they hold, too, where arcs are closed or their weights are
    raised: neither makes any way shorter. Where a weight falls they do not; see `over`.

    Attributes
    ----------
    tails, heads
        States at the ends of each arc.
    states
        Number of states.
    weights
        Weights by arc (int64, not below 0), by the name of the criterion.
    """

    tails: NDArray[np.int32]
    heads: NDArray[np.int32]
    states: int
    weights: Mapping[Hashable, NDArray[np.int64]]
    _kept: dict[tuple[tuple[Hashable, ...], int], NDArray[np.int64]] = field(default_factory=dict)
    _stacks: dict[tuple[Hashable, ...], NDArray[np.int64]] = field(default_factory=dict)
    _below: CachedBounds | None = None
    _own: frozenset[Hashable] = frozenset()
    _shape: list[tuple[NDArray[np.int32], ...]] = field(default_factory=list)

    def stacked(self, names: Sequence[Hashable]) -> NDArray[np.int64]:
        """Return the weights by arc and criterion, in the order of the names; not to be changed."""
        key = tuple(names)
        if key not in self._stacks:
            self._stacks[key] = np.stack([self.weights[name] for name in key], axis=1)
        return self._stacks[key]

    def towards(self, target: int, names: Sequence[Hashable]) -> NDArray[np.int64]:
        """Return the bounds by state and criterion, in the order of the names; not to be changed."""
        key = tuple(names)
        known = self._kept.get((key, target))
        if known is None:
            known = self._worked_out(target, key)
            self._keep((key, target), known)
        return known

    def anew(self) -> CachedBounds:
        """Bounds of the same network with nothing kept yet."""
        return replace(self, _kept={})

    def over(self, changed: Mapping[Hashable, NDArray[np.int64]]) -> CachedBounds:
        """
        Bounds of the same network with other weights on some criteria.

        Parameters
        ----------
        changed
            Weights by arc, by the name of the criterion.

        Returns
        -------
        CachedBounds
            Criteria of which no weight has fallen share what is kept here; those of the others are worked out
            anew and kept apart.
        """
        fallen = {name for name, weights in changed.items() if (weights < self.weights[name]).any()}
        return CachedBounds(
            self.tails, self.heads, self.states, {**self.weights, **changed},
            _below=self, _own=frozenset(fallen), _shape=self._shape,
        )  # fmt: skip

    def _worked_out(self, target: int, names: tuple[Hashable, ...]) -> NDArray[np.int64]:
        """Bounds of some criteria, a tree each; of those shared with the network below, what it keeps."""
        shared = () if self._below is None else tuple(name for name in names if name not in self._own)
        if self._below is None or not shared:
            if not self._shape:
                self._shape.append(turned_round(self.tails, self.heads, self.states))
            return cast("NDArray[np.int64]", trees(*self._shape[0], self.stacked(names), target))
        result = np.empty((self.states, len(names)), dtype=np.int64)
        own = tuple(name for name in names if name in self._own)
        for bounds_, some in ((self._below, shared), (self, own)):
            if some:
                result[:, [names.index(name) for name in some]] = bounds_.towards(target, some)
        return result

    def _keep(self, key: tuple[tuple[Hashable, ...], int], values: NDArray[np.int64]) -> None:
        """Keep, and let go of what was kept first when there is too much."""
        while self._kept and (len(self._kept) + 1) * self.states > _MAX_CACHED_BOUNDS:
            self._kept.pop(next(iter(self._kept)), None)
        self._kept[key] = values


def bounds(
    tails: NDArray[np.int32],
    heads: NDArray[np.int32],
    weights: NDArray[np.int64],
    states: int,
    target: int,
    banned: NDArray[np.uint8],
) -> NDArray[np.int64]:
    """
    Shortest sums to a target, criterion by criterion, by backward trees (Dijkstra 1959).

    Parameters
    ----------
    tails, heads
        States at the ends of each arc.
    weights
        Whole numbers by arc and criterion.
    states
        Number of states.
    target
        The target.
    banned
        Arcs (1) that may not be used.

    Returns
    -------
    numpy.ndarray
        By state and criterion; `UNREACHABLE` where no way leads to the target.
    """
    if banned.any():
        open_ = np.flatnonzero(banned == 0)
        tails, heads, weights = tails[open_], heads[open_], weights[open_]
    turned = turned_round(tails, heads, states)
    return cast("NDArray[np.int64]", trees(*turned, np.ascontiguousarray(weights), target))
