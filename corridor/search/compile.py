"""Compiles the kernels, or loads what was compiled before: `make setup` and the server's start call it."""

from __future__ import annotations

import numpy as np

from corridor.search.kernel import without_each
from corridor.search.pareto import LABEL_CAP, pareto
from corridor.search.reach_kernel import nearest


def warm_kernels() -> None:
    """Run every kernel once on two states: numba's cache and this process then hold its machine code."""
    indptr, heads = np.array([0, 1, 1], dtype=np.int32), np.array([1], dtype=np.int32)
    places = np.array([0, 1], dtype=np.int32)
    pareto(indptr, heads, np.ones((1, 2), dtype=np.int64), 0, 1, places=places)
    one, nothing = np.ones((1, 1), dtype=np.int64), np.zeros(1, dtype=np.uint8)
    lists = (np.empty(0, dtype=np.int64), np.zeros(2, dtype=np.int64))
    without_each(
        indptr,
        heads,
        one,
        0,
        1,
        np.array([[1], [0]]),
        nothing,
        np.zeros(2, dtype=np.uint64),
        *lists,
        LABEL_CAP,
    )
    whole, rows = np.zeros(1, dtype=np.int64), np.zeros(3, dtype=np.int32)
    nearest(np.zeros(2), np.full(2, -1, dtype=np.int32), rows, rows[:0], whole, whole, 0, 1, 1.0)


if __name__ == "__main__":
    warm_kernels()
