"""What a tree of shortest sums says of each place within a limit, compiled."""

from __future__ import annotations

import numpy as np

from corridor.search.compiled import compiled


@compiled
def nearest(tree, before, indptr, indices, bases, ranks, start, raised, most):  # type: ignore[no-untyped-def]
    # The places are the states from `count` on, after those of setting out. Sums are compared as whole
    # numbers; of places with the same sum that with the smaller rank stands first. The weakest basis of a
    # state is that of the state before it or of the arc between; each state is looked at once.
    count = ranks.shape[0]
    weakest = np.zeros(before.shape[0], np.int64)
    trail = np.empty(before.shape[0], np.int64)
    near = np.empty(count, np.int64)
    keys = np.empty(count, np.int64)
    found = 0
    for place in range(count):
        if place == start or not tree[count + place] < np.inf:
            continue
        total = np.int64(tree[count + place]) // raised
        if total <= most:
            near[found] = place
            keys[found] = total * count + ranks[place]
            found += 1
    near = near[:found][np.argsort(keys[:found])]
    sums = np.empty(found, np.int64)
    worst = np.empty(found, np.int64)
    for at in range(found):
        state = count + near[at]
        sums[at] = np.int64(tree[state]) // raised
        length = 0
        while before[state] >= 0 and weakest[state] == 0:
            trail[length] = state
            length += 1
            state = before[state]
        basis = max(weakest[state], 1)
        while length:
            length -= 1
            state = trail[length]
            tail = before[state]
            for arc in range(indptr[tail], indptr[tail + 1]):
                if indices[arc] == state:
                    basis = max(basis, bases[arc])
                    break
            weakest[state] = basis
        worst[at] = basis
    return near, sums, worst
