"""Places within reach of a place, by time or by cost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from corridor.chain.steps import BASIS_ORDER
from corridor.columns.frame import fit_frame
from corridor.columns.network import REACH
from corridor.errors import RouteError
from corridor.freight.arrays import CRITERIA, SCALE
from corridor.search.reach_kernel import nearest

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from corridor.freight.arrays import Network

_BASES = np.array(BASIS_ORDER)


class Within(NamedTuple):
    """
    Places within reach as arrays, nearest first.

    Attributes
    ----------
    places
        Positions in `Network.places`.
    totals
        Typical sums in the criterion's unit.
    bases
        Positions in `corridor.chain.steps.BASIS_ORDER` of the weakest part of each.
    """

    places: NDArray[np.int64]
    totals: NDArray[np.float64]
    bases: NDArray[np.int64]


def reach(network: Network, origin: str, *, limit: float, criterion: str = "time_h") -> pd.DataFrame:
    """
    List the places within a limit, by typical totals.

    Only legs and node work with a known figure are used: a place whose every way has a gap is not claimed to
    be within reach.

    Parameters
    ----------
    network
        The network.
    origin
        Node id.
    limit
        In the unit of the criterion, such as hours.
    criterion
        One of `corridor.freight.arrays.CRITERIA`.

    Returns
    -------
    pandas.DataFrame
        One row a place, the nearest first, without the origin: node_id, total (in the criterion's unit),
        basis (of its weakest part).

    Raises
    ------
    UnknownIdError
        If the place is not in the network.
    RouteError
        If there is no such criterion, or the limit is not a number from 0.
    """
    found = within(network, origin, limit=limit, criterion=criterion)
    columns = {
        "node_id": pd.Series([network.places[at] for at in found.places.tolist()], dtype="str"),
        "total": found.totals,
        "basis": pd.Series(_BASES[found.bases].tolist(), dtype="str"),
    }
    return fit_frame(pd.DataFrame(columns), REACH)


def within(network: Network, origin: str, *, limit: float, criterion: str = "time_h") -> Within:
    """
    Find the places that can be reached within a limit, as `reach` lists them.

    Parameters
    ----------
    network, origin, limit, criterion
        As for `reach`, and with its errors.

    Returns
    -------
    Within
        Without the origin; of places with the same sum, that with the smaller id first.
    """
    if criterion not in CRITERIA or not 0 <= limit < np.inf:
        raise RouteError("limit-unusable", known=tuple(CRITERIA))
    at = CRITERIA.index(criterion)
    known, start = _known(network, at), network.origin(origin)
    most = float(limit) * SCALE[at]
    tree, before = dijkstra(
        known.graph, indices=start, limit=(most + 1) * known.raised, return_predecessors=True
    )
    graph = known.graph
    places, sums, bases = nearest(
        tree, before, graph.indptr, graph.indices, known.bases, known.ranks, start, known.raised, most
    )
    return Within(places, sums / SCALE[at], bases - 1)


@dataclass(frozen=True, eq=False)
class _Known:
    """
    The arcs of a network whose figure is known on a criterion, as scipy takes them.

    Attributes
    ----------
    graph
        Raised weights: scipy takes a stored 0 for no arc, so each arc is raised by one part in `raised`,
        which is more than a path has arcs.
    bases
        Of each arc of the graph its basis from 1.
    ranks
        Place of each place's id in the order of the alphabet.
    """

    graph: csr_array
    raised: int
    bases: NDArray[np.int64]
    ranks: NDArray[np.int64]


_kept: WeakKeyDictionary[Network, dict[int, _Known]] = WeakKeyDictionary()


def _known(network: Network, at: int) -> _Known:
    """Arcs of a network that are known on a criterion; worked out once."""
    kept = _kept.setdefault(network, {})
    if at not in kept:
        kept[at] = _laid_out(network, at)
    return kept[at]


def _laid_out(network: Network, at: int) -> _Known:
    """Build the matrix of known arcs; of parallel arcs the lightest counts."""
    arcs = np.flatnonzero(network.gaps[:, at] == 0)
    states = len(network.indptr) - 1
    pairs = network.tails[arcs].astype(np.int64) * states + network.heads[arcs]
    order = np.lexsort((network.typical[arcs, at], pairs))
    order = order[np.flatnonzero(np.diff(pairs[order], prepend=-1))]
    arcs, pairs = arcs[order], pairs[order]
    raised = states + 1
    weights = (network.typical[arcs, at] * raised + 1).astype(np.float64)
    # Rows and columns as 32 bits: the kernel is compiled ahead for these.
    tails, heads = (ends.astype(np.int32) for ends in np.divmod(pairs, states))
    ranks = np.empty(len(network.places), dtype=np.int64)
    ranks[np.argsort(np.array(network.places), kind="stable")] = np.arange(len(network.places))
    graph = csr_array((weights, (tails, heads)), shape=(states, states))
    return _Known(graph, raised, np.maximum(network.basis[arcs, at].astype(np.int64), 1), ranks)
