"""T6: what is within reach, as arrays and as a table, against the bare tree of scipy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from benchmarks.result import Result, median, p95
from benchmarks.shipped import CITIES
from benchmarks.timing import same, timed
from corridor.freight.arrays import CRITERIA, SCALE
from corridor.freight.reach import reach, within

if TYPE_CHECKING:
    from corridor.freight.arrays import Network

GOAL, DAYS = 1.3, (3, 7, 14)


def measure(net: Network) -> list[Result]:
    """Compare process times and the number of places."""
    at = CRITERIA.index("time_h")
    known = np.flatnonzero(net.gaps[:, at] == 0)
    states, count = len(net.indptr) - 1, len(net.places)
    weights = net.typical[known, at] * 1.0 + 1 / (states + 1)  # no arc of weight 0
    graph = csr_array((weights, (net.tails[known], net.heads[known])), shape=(states, states))
    arrays, tables, theirs = [], [], []
    for city in CITIES:
        for days in DAYS:
            found, spent = timed(lambda c=city, d=days: within(net, c, limit=24.0 * d))
            arrays.append(spent)
            most = 24.0 * days * SCALE[at]
            tree, spent = timed(lambda c=city, m=most: dijkstra(graph, indices=net.origin(c), limit=m + 1))
            theirs.append(spent)
            frame, spent = timed(lambda c=city, d=days: reach(net, c, limit=24.0 * d))
            tables.append(spent)
            totals = np.floor(np.delete(tree[count : 2 * count], net.origin(city)))
            same(f"{city} in {days} days", len(found.places), int((totals <= most).sum()))
            same(f"{city} in {days} days, as a table", len(frame), len(found.places))
    words = "places within 3, 7 and 14 days, with the basis of each, as "
    peer = median(theirs)
    return [
        Result("T6", words + form, median(ours), p95(ours), peer, "scipy, bare tree", GOAL, "ms", len(ours))
        for form, ours in (("arrays", arrays), ("a table", tables))
    ]
