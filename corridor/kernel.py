"""Exact multi-criteria shortest paths on arrays, compiled."""

from __future__ import annotations

import numpy as np
from numba import njit

UNREACHABLE = np.int64(1) << np.int64(60)
_FIRST_ROOM = 1024


@njit(cache=True, nogil=True)
def search(indptr, heads, weights, source, target, bounds, banned, label_cap):  # type: ignore[no-untyped-def]
    # Labels are taken in lexicographic order of sum plus bound. Bounds are consistent, so at any one state
    # the first criterion never falls: only an earlier label can dominate a later one.
    count = weights.shape[1]
    states = indptr.shape[0] - 1
    room = _FIRST_ROOM
    state = np.empty(room, np.int32)
    parent = np.empty(room, np.int32)
    arc = np.empty(room, np.int32)
    follower = np.empty(room, np.int32)
    total = np.empty((room, count), np.int64)
    heap = np.empty(room, np.int32)
    front = np.full(states, -1, np.int32)
    found = np.empty(_FIRST_ROOM, np.int32)
    found_count = 0
    made = 0
    waiting = 0
    if bounds[source, 0] < UNREACHABLE:
        state[0], parent[0], arc[0] = source, -1, -1
        total[0, :] = 0
        heap[0] = 0
        made = waiting = 1
    finished = True
    while waiting:
        label = heap[0]
        waiting -= 1
        last = heap[waiting]
        at = 0
        while True:  # the heap's hole sinks until the last label fits
            child = 2 * at + 1
            if child >= waiting:
                break
            if child + 1 < waiting and _before(heap[child + 1], heap[child], total, state, bounds, count):
                child += 1
            if not _before(heap[child], last, total, state, bounds, count):
                break
            heap[at] = heap[child]
            at = child
        heap[at] = last
        here = state[label]
        if _covered(front, follower, total, here, label, count) or _beyond(
            front, follower, total, target, label, bounds, here, count
        ):
            continue
        follower[label] = front[here]
        front[here] = label
        if here == target:
            if found_count == found.shape[0]:
                found = np.concatenate((found, np.empty(found_count, np.int32)))
            found[found_count] = label
            found_count += 1
            continue
        for one in range(indptr[here], indptr[here + 1]):
            head = heads[one]
            if banned[one] or bounds[head, 0] >= UNREACHABLE:
                continue
            if made == room:
                if made >= label_cap:
                    finished = False
                    waiting = 0
                    break
                room *= 2
                state = np.concatenate((state, np.empty(made, np.int32)))
                parent = np.concatenate((parent, np.empty(made, np.int32)))
                arc = np.concatenate((arc, np.empty(made, np.int32)))
                follower = np.concatenate((follower, np.empty(made, np.int32)))
                total = np.concatenate((total, np.empty((made, count), np.int64)))
                heap = np.concatenate((heap, np.empty(made, np.int32)))
            total[made, :] = total[label, :] + weights[one, :]
            if _covered(front, follower, total, head, made, count) or _beyond(
                front, follower, total, target, made, bounds, head, count
            ):
                continue
            state[made], parent[made], arc[made] = head, label, one
            at = waiting
            waiting += 1
            heap[at] = made
            while at:  # the new label rises to its place
                above = (at - 1) // 2
                if not _before(made, heap[above], total, state, bounds, count):
                    break
                heap[at] = heap[above]
                at = above
            heap[at] = made
            made += 1
    return found[:found_count], parent[:made], arc[:made], total[:made], finished


@njit(cache=True, nogil=True)
def _before(one, other, total, state, bounds, count):  # type: ignore[no-untyped-def]
    # Whether a label comes before another in lexicographic order of sum plus bound.
    for at in range(count):
        mine = total[one, at] + bounds[state[one], at]
        theirs = total[other, at] + bounds[state[other], at]
        if mine != theirs:
            return mine < theirs
    return False


@njit(cache=True, nogil=True)
def _covered(front, follower, total, here, label, count):  # type: ignore[no-untyped-def]
    # Whether an earlier label at the state is no worse.
    other = front[here]
    while other >= 0:
        no_worse = True
        for at in range(count):
            if total[other, at] > total[label, at]:
                no_worse = False
                break
        if no_worse:
            return True
        other = follower[other]
    return False


@njit(cache=True, nogil=True)
def _beyond(front, follower, total, target, label, bounds, here, count):  # type: ignore[no-untyped-def]
    # Whether a found answer is no worse than the best that the label can still become.
    other = front[target]
    while other >= 0:
        no_worse = True
        for at in range(count):
            if total[other, at] > total[label, at] + bounds[here, at]:
                no_worse = False
                break
        if no_worse:
            return True
        other = follower[other]
    return False
