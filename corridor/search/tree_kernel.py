"""Trees of shortest sums on arrays, compiled."""

from __future__ import annotations

import numpy as np

from corridor.search.compiled import compiled
from corridor.search.kernel import UNREACHABLE

NEW, DONE = -1, -2


@compiled
def turned_round(tails, heads, states):  # type: ignore[no-untyped-def]
    # Arcs in rows by head: where each row begins, the tail of each arc there, and its number before.
    indptr = np.zeros(states + 1, np.int32)
    for arc in range(heads.shape[0]):
        indptr[heads[arc] + 1] += 1
    for state in range(states):
        indptr[state + 1] += indptr[state]
    free = indptr[:-1].copy()
    ends = np.empty(heads.shape[0], np.int32)
    arcs = np.empty(heads.shape[0], np.int32)
    for arc in range(heads.shape[0]):
        at = free[heads[arc]]
        ends[at], arcs[at] = tails[arc], arc
        free[heads[arc]] = at + 1
    return indptr, ends, arcs


@compiled
def trees(indptr, ends, arcs, weights, target):  # type: ignore[no-untyped-def]
    # Dijkstra from a target over arcs turned round, a criterion at a time. The heap holds each state once,
    # with four branches and the sum beside it, and says where the state stands in it.
    states = indptr.shape[0] - 1
    result = np.full((states, weights.shape[1]), UNREACHABLE, np.int64)
    keys = np.empty(states, np.int64)
    queue = np.empty(states, np.int32)
    place = np.empty(states, np.int32)
    for criterion in range(weights.shape[1]):
        place[:] = NEW
        keys[0], queue[0], place[target] = 0, target, 0
        waiting = 1
        while waiting:
            total, here = keys[0], queue[0]
            result[here, criterion] = total
            waiting -= 1
            place[here] = DONE
            if waiting:
                settle(keys, queue, place, waiting, keys[waiting], queue[waiting])
            for at in range(indptr[here], indptr[here + 1]):
                state = ends[at]
                if place[state] == DONE:
                    continue
                new = total + weights[arcs[at], criterion]
                if place[state] == NEW:
                    lift(keys, queue, place, waiting, new, state)
                    waiting += 1
                elif new < keys[place[state]]:
                    lift(keys, queue, place, place[state], new, state)
    return result


@compiled
def settle(keys, queue, place, waiting, key, state):  # type: ignore[no-untyped-def]
    # The hole at the top of the heap sinks until a state with its sum fits.
    at = 0
    while True:
        first = 4 * at + 1
        if first >= waiting:
            break
        least = first
        for child in range(first + 1, min(first + 4, waiting)):
            if keys[child] < keys[least]:
                least = child
        if keys[least] >= key:
            break
        keys[at], queue[at] = keys[least], queue[least]
        place[queue[at]] = at
        at = least
    keys[at], queue[at] = key, state
    place[state] = at


@compiled
def lift(keys, queue, place, at, key, state):  # type: ignore[no-untyped-def]
    # A state rises from a place in the heap as far as its sum allows.
    while at:
        above = (at - 1) // 4
        if keys[above] <= key:
            break
        keys[at], queue[at] = keys[above], queue[above]
        place[queue[at]] = at
        at = above
    keys[at], queue[at] = key, state
    place[state] = at
