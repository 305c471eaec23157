"""Places within reach of a place, by time or by cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
import pandas as pd

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
_FAR = 2.0**50  # more than any sum of a search


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
    arcs, ranks = _known(network, at)
    most = int(min(float(limit) * SCALE[at], _FAR))
    places, sums, bases = nearest(*arcs, ranks, network.origin(origin), most)
    return Within(places, sums / SCALE[at], bases - 1)


_Arcs = tuple["NDArray[np.int32]", "NDArray[np.int32]", "NDArray[np.int64]", "NDArray[np.int64]"]
_kept: WeakKeyDictionary[Network, dict[int, tuple[_Arcs, NDArray[np.int64]]]] = WeakKeyDictionary()


def _known(network: Network, at: int) -> tuple[_Arcs, NDArray[np.int64]]:
    """Arcs of a network that are known on a criterion, and the ranks of its places; worked out once."""
    kept = _kept.setdefault(network, {})
    if at not in kept:
        kept[at] = _laid_out(network, at)
    return kept[at]


def _laid_out(network: Network, at: int) -> tuple[_Arcs, NDArray[np.int64]]:
    """Known arcs in rows by tail, with weight and basis from 1; places by the alphabet of their ids."""
    arcs = np.flatnonzero(network.gaps[:, at] == 0)
    indptr = np.searchsorted(network.tails[arcs], np.arange(len(network.indptr))).astype(np.int32)
    bases = np.maximum(network.basis[arcs, at].astype(np.int64), 1)
    ranks = np.empty(len(network.places), dtype=np.int64)
    ranks[np.argsort(np.array(network.places), kind="stable")] = np.arange(len(network.places))
    return (indptr, network.heads[arcs], network.typical[arcs, at], bases), ranks
