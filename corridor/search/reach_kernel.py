"""What lies within a limit of a place, the nearest first, compiled."""

from __future__ import annotations

import numpy as np

from corridor.search.compiled import compiled
from corridor.search.tree_kernel import DONE, NEW, lift, settle


@compiled
def nearest(indptr, heads, weights, bases, ranks, start, most):  # type: ignore[no-untyped-def]
    # The places are the states from as many on as there are ranks, after those of setting out. Of ways with
    # the same sum that with fewer arcs counts; of places with the same sum that with the smaller rank stands
    # first. The weakest basis of a state is that of the state before it or of the arc between.
    states = indptr.shape[0] - 1
    count = ranks.shape[0]
    raised = np.int64(states + 1)  # more than a path has arcs
    keys = np.empty(states, np.int64)
    queue = np.empty(states, np.int32)
    place = np.full(states, NEW, np.int32)
    weakest = np.zeros(states, np.int64)
    near = np.empty(count, np.int64)
    sums = np.empty(count, np.int64)
    found = 0
    keys[0], queue[0], place[start] = 0, start, 0
    waiting = 1
    while waiting:
        key, here = keys[0], queue[0]
        waiting -= 1
        place[here] = DONE
        if waiting:
            settle(keys, queue, place, waiting, keys[waiting], queue[waiting])
        if count <= here < 2 * count and here != count + start:
            near[found], sums[found] = here - count, key // raised
            found += 1
        for at in range(indptr[here], indptr[here + 1]):
            state = heads[at]
            new = key + weights[at] * raised + 1
            if place[state] == DONE or new // raised > most:
                continue
            if place[state] == NEW:
                lift(keys, queue, place, waiting, new, state)
                waiting += 1
            elif new < keys[place[state]]:
                lift(keys, queue, place, place[state], new, state)
            else:
                continue
            weakest[state] = max(weakest[here], bases[at])
    near, sums = near[:found], sums[:found]
    order = np.argsort(sums * count + ranks[near])
    near, sums = near[order], sums[order]
    worst = np.empty(found, np.int64)
    for at in range(found):
        worst[at] = max(weakest[count + near[at]], 1)
    return near, sums, worst
