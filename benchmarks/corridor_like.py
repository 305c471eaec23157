"""Seeded networks in the form of a corridor: places from east to west, four modes, changes at places."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

MODES = 4  # rail, road, sea, air
# Speed in km/h, cost in cents per km and CO2e in grams per t-km: made up, only their order is lifelike.
SPEED, COST, CO2E = (35, 55, 28, 700), (70, 150, 20, 900), (22, 80, 12, 600)
REACH = (6, 6, 25, 60)  # how far along the line of places a leg of each mode goes
MODE_SHARE = (0.45, 0.4, 0.1, 0.05)
_DWELL_MINUTES, _DWELL_CENTS = 720, 9000


@dataclass(frozen=True, eq=False)
class CorridorLike:
    """Arrays as the kernel takes them, the leg of each arc (-1: none), pairs of states to join."""

    tails: np.ndarray
    heads: np.ndarray
    indptr: np.ndarray
    weights: np.ndarray
    legs: np.ndarray
    states: int
    pairs: list[tuple[int, int]]


def built(
    seed: int, *, places: int = 150, legs: int = 398, criteria: int = 2, pairs: int = 60
) -> CorridorLike:
    """
    Build a network: a state is a place with a mode, or leaving or having arrived at a place.

    Criteria are minutes, cents and grams per tonne; the change of mode costs 12 hours and 90 dollars.
    """
    rng = np.random.default_rng(seed)
    east = np.sort(rng.uniform(0, 6000, places))
    north = rng.uniform(0, 1200, places)
    chain = np.column_stack((np.arange(places - 1), np.arange(1, places), rng.integers(0, 2, places - 1)))
    modes = rng.choice(MODES, legs - len(chain), p=MODE_SHARE)
    starts = rng.integers(0, places, len(modes))
    ends = np.clip(starts + rng.integers(1, np.array(REACH)[modes] + 1), 0, places - 1)
    more = np.column_stack((starts, ends, modes))
    rows = np.concatenate((chain, more[starts != ends]))
    one, other, mode = rows.T
    km = np.maximum(np.hypot(east[one] - east[other], north[one] - north[other]), 1) * rng.uniform(
        1.05, 1.4, len(rows)
    )
    figures = np.column_stack(
        [
            km / np.array(SPEED)[mode] * 60 * rng.uniform(0.8, 1.3, len(rows)),
            km * np.array(COST)[mode] * rng.uniform(0.8, 1.3, len(rows)),
            km * np.array(CO2E)[mode],
        ]
    )
    has = np.unique(np.concatenate((one * MODES + mode, other * MODES + mode)))
    state = np.full(places * MODES, -1)
    state[has] = np.arange(len(has))
    leaving, arriving = len(has) + np.arange(places), len(has) + places + np.arange(places)
    tail, head, weight = [], [], []
    for a, b in ((one, other), (other, one)):
        tail.append(state[a * MODES + mode])
        head.append(state[b * MODES + mode])
        weight.append(figures)
    for at in has.tolist():
        place = at // MODES
        mates = [mate for mate in has[has // MODES == place].tolist() if mate != at]
        tail.append([leaving[place], state[at], *[state[at]] * len(mates)])
        head.append([state[at], arriving[place], *state[mates]])
        weight.append([[0, 0, 0], [0, 0, 0], *[[_DWELL_MINUTES, _DWELL_CENTS, 0]] * len(mates)])
    tails, heads = (np.concatenate(part).astype(np.int32) for part in (tail, head))
    weights = np.rint(np.concatenate(weight)).astype(np.int64)[:, :criteria]
    legs_of = np.full(len(tails), -1)
    legs_of[: 2 * len(rows)] = np.tile(np.arange(len(rows)), 2)
    order = np.lexsort((heads, tails))
    states = len(has) + 2 * places
    chosen = rng.choice(places // 4, pairs), places - 1 - rng.choice(places // 4, pairs)
    return CorridorLike(
        tails=tails[order],
        heads=heads[order],
        indptr=np.searchsorted(tails[order], np.arange(states + 1)).astype(np.int32),
        weights=np.ascontiguousarray(weights[order]),
        legs=legs_of[order],
        states=states,
        pairs=[(int(leaving[a]), int(arriving[b])) for a, b in zip(*chosen, strict=True)],
    )
