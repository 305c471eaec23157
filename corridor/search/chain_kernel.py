"""Chains of states drawn together into single arcs, compiled."""

from __future__ import annotations

import numpy as np

from corridor.search.compiled import compiled

KEPT, INNER, HANGING = 0, 1, 2


@compiled
def roles(indptr, heads, back, tails):  # type: ignore[no-untyped-def]
    # What each state is: one of a part that hangs on the rest by one state, and then the next one on the way;
    # one between two others with one arc at most to and from each; or one to keep. `back` and `tails` are the
    # arcs turned round.
    states = indptr.shape[0] - 1
    role = np.zeros(states, np.uint8)
    towards = np.full(states, -1, np.int32)
    waiting = np.arange(states).astype(np.int32)
    count = states
    while count:
        count -= 1
        here = waiting[count]
        one, other, _is_plain = _neighbours(indptr, heads, back, tails, role, here)
        if role[here] == KEPT and other < 0:
            role[here], towards[here] = HANGING, one
            if one >= 0:
                waiting[count] = one
                count += 1
    for here in range(states):
        if role[here] == KEPT:
            one, other, is_plain = _neighbours(indptr, heads, back, tails, role, here)
            if is_plain and other >= 0:
                role[here] = INNER
    return role, towards


@compiled
def _neighbours(indptr, heads, back, tails, role, here):  # type: ignore[no-untyped-def]
    # Up to two neighbours that do not hang, and whether there are no more, and one arc at most each way.
    one = other = -1
    is_plain = True
    for side in range(2):
        rows, ends = (indptr, heads) if side == 0 else (back, tails)
        has_one = has_other = False
        for at in range(rows[here], rows[here + 1]):
            state = ends[at]
            if state == here or role[state] == HANGING:
                continue
            if one < 0 or one == state:
                is_plain = is_plain and not has_one
                one, has_one = state, True
            elif other < 0 or other == state:
                is_plain = is_plain and not has_other
                other, has_other = state, True
            else:
                is_plain = False
    return one, other, is_plain


@compiled
def drawn_together(indptr, heads, weights, role, number):  # type: ignore[no-untyped-def]
    # Arcs between kept states: tail and head by their new numbers, sums, and the first arc of each.
    count = weights.shape[1]
    tails_ = np.empty(heads.shape[0], np.int32)
    heads_ = np.empty(heads.shape[0], np.int32)
    sums = np.empty((heads.shape[0], count), np.int64)
    first = np.empty(heads.shape[0], np.int32)
    made = 0
    for state in range(indptr.shape[0] - 1):
        if role[state] != KEPT:
            continue
        for arc in range(indptr[state], indptr[state + 1]):
            if role[heads[arc]] == HANGING:
                continue
            sums[made, :] = weights[arc, :]
            before, here, at = state, heads[arc], arc
            while role[here] == INNER:
                at = following(indptr, heads, role, before, here)
                if at < 0:
                    break
                for column in range(count):
                    sums[made, column] += weights[at, column]
                before, here = here, heads[at]
            if at >= 0 and here != state:
                tails_[made], heads_[made], first[made] = number[state], number[here], arc
                made += 1
    return tails_[:made].copy(), heads_[:made].copy(), sums[:made].copy(), first[:made].copy()


@compiled
def following(indptr, heads, role, before, here):  # type: ignore[no-untyped-def]
    # The arc that goes on from a state of a chain; -1 if there is none.
    for at in range(indptr[here], indptr[here + 1]):
        if heads[at] != before and heads[at] != here and role[heads[at]] != HANGING:
            return at
    return -1


@compiled
def expanded(indptr, heads, role, target, starts, ends, firsts, tails):  # type: ignore[no-untyped-def]
    # Paths over chains as paths over the arcs that were there: each chain from its first arc on.
    room = 1024
    arcs = np.empty(room, np.int32)
    new_ends = np.zeros(ends.shape[0], np.int64)
    made = 0
    for path in range(ends.shape[0] - 1):
        for step in range(ends[path], ends[path + 1]):
            at = firsts[starts[step]]
            before, here = tails[at], heads[at]
            while True:
                if made == arcs.shape[0]:
                    arcs = np.concatenate((arcs, np.empty(made, np.int32)))
                arcs[made] = at
                made += 1
                if role[here] != INNER or here == target:
                    break
                at = following(indptr, heads, role, before, here)
                before, here = here, heads[at]
        new_ends[path + 1] = made
    return arcs[:made].copy(), new_ends
