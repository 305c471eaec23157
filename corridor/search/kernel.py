"""Multi-criteria shortest paths on arrays, compiled: the exact set, or a cover of it with a guarantee."""

from __future__ import annotations

import numpy as np

from corridor.search.compiled import compiled

UNREACHABLE = np.int64(1) << np.int64(60)
PARTS = 1000  # the slack of a cover is counted in thousandths, so that all comparisons are of whole numbers
_FIRST_ROOM = 1024
_WAITING, _TAKEN, _MERGED = 0, 1, 2


@compiled
def search(indptr, heads, weights, source, target, bounds, banned, marks, slack, label_cap):  # type: ignore[no-untyped-def]
    # Labels are taken in lexicographic order of sum plus bound. Bounds are consistent, so at any one state
    # the first criterion never falls: only an earlier label can cover a later one, and the first criterion
    # need not be compared. Each label holds two sums, both with the bound of its state added: `own`, of the
    # path that it stands for, and `least`, below which no path merged into it lies. Without slack they are
    # one. A label also holds the marks of the states that it has passed, and enters none whose mark it has.
    count = weights.shape[1]
    states = indptr.shape[0] - 1
    room = _FIRST_ROOM
    state = np.empty(room, np.int32)
    parent = np.empty(room, np.int32)
    arc = np.empty(room, np.int32)
    phase = np.empty(room, np.uint8)
    follower = np.empty(room, np.int32)
    passed = np.empty(room, np.uint64)
    least = np.empty((room, count), np.int64)
    own = np.empty((room, count), np.int64) if slack else least
    heap = np.empty(room, np.int32)
    front = np.full(states, -1, np.int32)  # labels taken at a state, the last first
    opened = np.full(states if slack else 1, -1, np.int32)  # labels waiting at a state
    neighbour = np.empty(room if slack else 1, np.int32)
    found = np.empty(_FIRST_ROOM, np.int32)
    found_count = 0
    made = 0
    waiting = 0
    if bounds[source, 0] < UNREACHABLE:
        state[0], parent[0], arc[0], phase[0], passed[0] = source, -1, -1, _WAITING, marks[source]
        least[0, :] = bounds[source, :]
        own[0, :] = bounds[source, :]
        heap[0] = 0
        made = waiting = 1
    finished = True
    while waiting:
        label = heap[0]
        waiting -= 1
        _sink(heap, waiting, least, count)
        if phase[label] == _MERGED:
            continue
        phase[label] = _TAKEN
        here = state[label]
        if here == target:
            if not _beyond(front, follower, own, least, target, label, slack, count):
                _enter(front, follower, own, passed, here, label, count)
                if found_count == found.shape[0]:
                    found = np.concatenate((found, np.empty(found_count, np.int32)))
                found[found_count] = label
                found_count += 1
            continue
        if _covered(front, follower, least, passed, here, label, count) or _beyond(
            front, follower, own, least, target, label, slack, count
        ):
            continue
        _enter(front, follower, least, passed, here, label, count)
        for one in range(indptr[here], indptr[here + 1]):
            head = heads[one]
            if banned[one] or bounds[head, 0] >= UNREACHABLE or marks[head] & passed[label]:
                continue
            if made >= label_cap:
                finished = False
                waiting = 0
                break
            if made == room:
                room *= 2
                state = np.concatenate((state, np.empty(made, np.int32)))
                parent = np.concatenate((parent, np.empty(made, np.int32)))
                arc = np.concatenate((arc, np.empty(made, np.int32)))
                phase = np.concatenate((phase, np.empty(made, np.uint8)))
                follower = np.concatenate((follower, np.empty(made, np.int32)))
                passed = np.concatenate((passed, np.empty(made, np.uint64)))
                least = np.concatenate((least, np.empty((made, count), np.int64)))
                own = np.concatenate((own, np.empty((made, count), np.int64))) if slack else least
                heap = np.concatenate((heap, np.empty(made, np.int32)))
                if slack:
                    neighbour = np.concatenate((neighbour, np.empty(made, np.int32)))
            for at in range(count):
                step = weights[one, at] + bounds[head, at] - bounds[here, at]
                own[made, at] = own[label, at] + step
                least[made, at] = least[label, at] + step
            passed[made] = passed[label] | marks[head] if head != target else np.uint64(0)
            if (head != target and _covered(front, follower, least, passed, head, made, count)) or _beyond(
                front, follower, own, least, target, made, slack, count
            ):
                continue
            state[made], parent[made], arc[made], phase[made] = head, label, one, _WAITING
            if slack:
                _merge(opened, neighbour, phase, passed, own, least, parent, arc, head, made, slack, count)
                neighbour[made] = opened[head]
                opened[head] = made
            _rise(heap, waiting, made, least, count)
            waiting += 1
            made += 1
    sums = own[found[:found_count]]
    arcs, ends = _traced(found[:found_count], parent, arc)
    return sums, arcs, ends, made, finished


@compiled
def repeated(arcs, ends, heads, places):  # type: ignore[no-untyped-def]
    # For each path the first place at which it stands for the second time, -1 where there is none.
    result = np.full(ends.shape[0] - 1, -1, np.int32)
    stamp = np.full(places.max() + 1 if places.shape[0] else 0, -1, np.int32)
    for at in range(ends.shape[0] - 1):
        for one in range(ends[at], ends[at + 1]):
            place = places[heads[arcs[one]]]
            if place >= 0:
                if stamp[place] == at:
                    result[at] = place
                    break
                stamp[place] = at
    return result


@compiled
def _before(one, other, least, count):  # type: ignore[no-untyped-def]
    # Whether a label comes before another in lexicographic order; of equals the one made first.
    for at in range(count):
        if least[one, at] != least[other, at]:
            return least[one, at] < least[other, at]
    return one < other


@compiled
def _sink(heap, waiting, least, count):  # type: ignore[no-untyped-def]
    # The hole at the top of the heap sinks until the last label fits.
    last = heap[waiting]
    at = 0
    while True:
        child = 2 * at + 1
        if child >= waiting:
            break
        if child + 1 < waiting and _before(heap[child + 1], heap[child], least, count):
            child += 1
        if not _before(heap[child], last, least, count):
            break
        heap[at] = heap[child]
        at = child
    heap[at] = last


@compiled
def _rise(heap, at, label, least, count):  # type: ignore[no-untyped-def]
    # A new label rises to its place in the heap.
    while at:
        above = (at - 1) // 2
        if not _before(label, heap[above], least, count):
            break
        heap[at] = heap[above]
        at = above
    heap[at] = label


@compiled
def _covered(front, follower, least, passed, here, label, count):  # type: ignore[no-untyped-def]
    # Whether an earlier label at the state is no worse and has passed nothing that this one has not.
    other = front[here]
    while other >= 0:
        no_worse = passed[other] & ~passed[label] == 0
        for at in range(1, count):
            if least[other, at] > least[label, at]:
                no_worse = False
                break
        if no_worse:
            return True
        other = follower[other]
    return False


@compiled
def _beyond(front, follower, own, least, target, label, slack, count):  # type: ignore[no-untyped-def]
    # Whether a found answer is, within the slack, no worse than the best that the label can still become.
    other = front[target]
    while other >= 0:
        no_worse = True
        for at in range(1, count):
            if own[other, at] * PARTS > least[label, at] * (PARTS + slack):
                no_worse = False
                break
        if no_worse:
            return True
        other = follower[other]
    return False


@compiled
def _enter(front, follower, sums, passed, here, label, count):  # type: ignore[no-untyped-def]
    # A label joins the front of its state; those that cannot cover anything which it does not are let go.
    before = -1
    other = front[here]
    while other >= 0:
        is_idle = passed[label] & ~passed[other] == 0
        for at in range(1, count):
            if sums[label, at] > sums[other, at]:
                is_idle = False
                break
        if not is_idle:
            before = other
        elif before < 0:
            front[here] = follower[other]
        else:
            follower[before] = follower[other]
        other = follower[other]
    follower[label] = front[here]
    front[here] = label


@compiled
def _merge(opened, neighbour, phase, passed, own, least, parent, arc, head, label, slack, count):  # type: ignore[no-untyped-def]
    # A new label takes in the first waiting one such that one of the two paths stands for both. There is no
    # short cut by parents here: a merged label has several, and skipping the way back loses the guarantee.
    before = -1
    other = opened[head]
    while other >= 0:
        after = neighbour[other]
        is_mine = is_theirs = passed[other] == passed[label] and phase[other] == _WAITING
        if is_mine:
            for at in range(count):
                limit = min(least[label, at], least[other, at]) * (PARTS + slack)
                is_mine = is_mine and own[label, at] * PARTS <= limit
                is_theirs = is_theirs and own[other, at] * PARTS <= limit
        if is_mine or is_theirs:
            for at in range(count):
                least[label, at] = min(least[label, at], least[other, at])
                if not is_mine:
                    own[label, at] = own[other, at]
            if not is_mine:
                parent[label], arc[label] = parent[other], arc[other]
            phase[other] = _MERGED
        if phase[other] == _WAITING:
            before = other
        elif before < 0:
            opened[head] = after
        else:
            neighbour[before] = after
        if is_mine or is_theirs:
            return
        other = after


@compiled
def _traced(found, parent, arc):  # type: ignore[no-untyped-def]
    # The arcs that led to each label, one path after another, with the places where each ends.
    ends = np.zeros(found.shape[0] + 1, np.int64)
    for at in range(found.shape[0]):
        length = 0
        label = found[at]
        while parent[label] >= 0:
            length += 1
            label = parent[label]
        ends[at + 1] = ends[at] + length
    arcs = np.empty(ends[-1], np.int32)
    for at in range(found.shape[0]):
        place = ends[at + 1]
        label = found[at]
        while parent[label] >= 0:
            place -= 1
            arcs[place] = arc[label]
            label = parent[label]
    return arcs, ends
