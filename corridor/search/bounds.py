"""What is still left to go at least, from every state, on every criterion."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from corridor.search.kernel import UNREACHABLE

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

    from numpy.typing import NDArray

_MAX_CACHED_BOUNDS = 10_000_000  # states times entries; an entry has a number a state and criterion


@dataclass(frozen=True, eq=False)
class _Turned:
    """Arcs turned round and in rows by head, parallel ones side by side, each group of them one arc."""

    order: NDArray[np.int64]
    first: NDArray[np.int64]
    indptr: NDArray[np.int32]
    columns: NDArray[np.int32]
    states: int


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
    _kept: dict[tuple[Hashable, int], NDArray[np.int64]] = field(default_factory=dict)
    _stacks: dict[tuple[Hashable, ...], NDArray[np.int64]] = field(default_factory=dict)
    _below: CachedBounds | None = None
    _own: frozenset[Hashable] = frozenset()
    _shape: list[_Turned] = field(default_factory=list)

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
            known = np.stack([self._towards(target, name) for name in key], axis=1)
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

    def _towards(self, target: int, name: Hashable) -> NDArray[np.int64]:
        """Bounds of one criterion."""
        if self._below is not None and name not in self._own:
            return self._below._towards(target, name)  # noqa: SLF001 - of the same class
        known = self._kept.get((name, target))
        if known is None:
            if not self._shape:
                self._shape.append(_turned(self.tails, self.heads, self.states))
            known = _tree(self._shape[0], self.weights[name], target)
            self._keep((name, target), known)
        return known

    def _keep(self, key: tuple[Hashable, int], values: NDArray[np.int64]) -> None:
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
    Shortest sums to a target, criterion by criterion, by backward trees of Dijkstra (scipy).

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
    turned = _turned(tails, heads, states)
    return np.stack([_tree(turned, column, target) for column in weights.T], axis=1)


def _turned(tails: NDArray[np.int32], heads: NDArray[np.int32], states: int) -> _Turned:
    """Turn arcs round. Of parallel arcs scipy would take the sum, so that they have to stand together."""
    pair = heads.astype(np.int64) * states + tails
    order = np.argsort(pair, kind="stable")
    pair = pair[order]
    first = np.flatnonzero(np.diff(pair, prepend=-1))
    rows, columns = np.divmod(pair[first], states)
    indptr = np.searchsorted(rows, np.arange(states + 1)).astype(np.int32)
    return _Turned(order, first, indptr, columns.astype(np.int32), states)


def _tree(turned: _Turned, weights: NDArray[np.int64], target: int) -> NDArray[np.int64]:
    """Shortest sums of one criterion; of parallel arcs the least counts."""
    result = np.full(turned.states, UNREACHABLE, dtype=np.int64)
    result[target] = 0
    if not len(turned.first):
        return result
    # scipy takes a stored 0 for no arc, so all weights are raised by one part in a number that no path's
    # length reaches.
    scale = turned.states + 1
    raised = np.minimum.reduceat(weights[turned.order] * scale + 1, turned.first).astype(np.float64)
    graph = csr_array((raised, turned.columns, turned.indptr), shape=(turned.states, turned.states))
    tree = dijkstra(graph, indices=target)
    reached = np.isfinite(tree)
    result[reached] = tree[reached].astype(np.int64) // scale
    return result
