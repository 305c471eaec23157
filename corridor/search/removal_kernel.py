"""The best path on one criterion without some arcs, then without others, compiled."""

from __future__ import annotations

import numpy as np

from corridor.search.compiled import compiled
from corridor.search.kernel import UNREACHABLE


@compiled
def without_each(indptr, heads, weights, source, target, bounds, places, lists, list_ends):  # type: ignore[no-untyped-def]
    # The best path without each of several lists of arcs, which lie one after another: its sum, its arcs, and
    # the first place at which it stands for the second time, -1 where there is none. A* with the bounds of
    # the whole network, which hold without the arcs, too. No path comes back to the place that it leaves. Of
    # equal labels the one made first is taken first, as `corridor.search.kernel.search` does.
    states = indptr.shape[0] - 1
    shut = np.zeros(heads.shape[0], np.uint8)
    home = places[source]
    count = list_ends.shape[0] - 1
    sums = np.full(count, UNREACHABLE, np.int64)
    twice = np.full(count, -1, np.int32)
    ends = np.zeros(count + 1, np.int64)
    arcs = np.empty(states, np.int32)
    least = np.empty(states, np.int64)
    seen = np.full(states, -1, np.int32)
    done = np.full(states, -1, np.int32)
    came = np.empty(states, np.int32)
    before = np.empty(states, np.int32)
    stood = np.full(places.max() + 1, -1, np.int32)
    keys = np.empty(states, np.int64)
    turns = np.empty(states, np.int32)
    queue = np.empty(states, np.int32)
    for at in range(count):
        mine = lists[list_ends[at] : list_ends[at + 1]]
        shut[mine] = 1
        waiting = 0
        if bounds[source] < UNREACHABLE:
            least[source], seen[source], before[source] = 0, at, -1
            keys[0], turns[0], queue[0] = bounds[source], 0, source
            waiting = 1
        made = 1
        while waiting:
            here = queue[0]
            waiting -= 1
            _settle(keys, turns, queue, waiting)
            if done[here] == at:
                continue
            done[here] = at
            if here == target:
                break
            for arc in range(indptr[here], indptr[here + 1]):
                head = heads[arc]
                if shut[arc] or done[head] == at or bounds[head] >= UNREACHABLE:
                    continue
                if home >= 0 and places[head] == home:
                    continue
                new = least[here] + weights[arc]
                if seen[head] == at and least[head] <= new:
                    continue
                seen[head], least[head], came[head], before[head] = at, new, arc, here
                if waiting == keys.shape[0]:
                    keys = np.concatenate((keys, np.empty(waiting, np.int64)))
                    turns = np.concatenate((turns, np.empty(waiting, np.int32)))
                    queue = np.concatenate((queue, np.empty(waiting, np.int32)))
                _lift(keys, turns, queue, waiting, new + bounds[head], made, head)
                waiting += 1
                made += 1
        shut[mine] = 0
        ends[at + 1] = ends[at]
        if done[target] == at:
            sums[at] = least[target]
            state = target
            while before[state] >= 0:
                ends[at + 1] += 1
                state = before[state]
            while ends[at + 1] > arcs.shape[0]:
                arcs = np.concatenate((arcs, np.empty(arcs.shape[0], np.int32)))
            state = target
            for place in range(ends[at + 1] - 1, ends[at] - 1, -1):
                arcs[place] = came[state]
                state = before[state]
            for step in range(ends[at], ends[at + 1]):
                place = places[heads[arcs[step]]]
                if place >= 0 and stood[place] == at:
                    twice[at] = place
                    break
                if place >= 0:
                    stood[place] = at
    return sums, arcs[: ends[-1]], ends, twice


@compiled
def _settle(keys, turns, queue, waiting):  # type: ignore[no-untyped-def]
    # The hole at the top of the heap sinks until the last state fits.
    key, turn, state = keys[waiting], turns[waiting], queue[waiting]
    at = 0
    while True:
        child = 2 * at + 1
        if child >= waiting:
            break
        if child + 1 < waiting and _before(keys[child + 1], turns[child + 1], keys[child], turns[child]):
            child += 1
        if not _before(keys[child], turns[child], key, turn):
            break
        keys[at], turns[at], queue[at] = keys[child], turns[child], queue[child]
        at = child
    keys[at], turns[at], queue[at] = key, turn, state


@compiled
def _lift(keys, turns, queue, at, key, turn, state):  # type: ignore[no-untyped-def]
    # A state rises from the end of the heap; its turn is the last of all.
    while at:
        above = (at - 1) // 2
        if keys[above] <= key:
            break
        keys[at], turns[at], queue[at] = keys[above], turns[above], queue[above]
        at = above
    keys[at], turns[at], queue[at] = key, turn, state


@compiled
def _before(key, turn, other_key, other_turn):  # type: ignore[no-untyped-def]
    # Whether one comes before another: by sum, then by turn.
    return key < other_key or (key == other_key and turn < other_turn)
