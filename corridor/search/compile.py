"""Compiles the kernels, or loads what was compiled before: `make setup` and the server's start call it."""

from __future__ import annotations

import numpy as np

from corridor.search.chains import Chains
from corridor.search.pareto import pareto
from corridor.search.reach_kernel import nearest
from corridor.search.removal_kernel import without_each


def warm_kernels() -> None:
    """Run every kernel once on two states: numba's cache and this process then hold its machine code."""
    indptr, heads = np.array([0, 1, 1], dtype=np.int32), np.array([1], dtype=np.int32)
    places = np.array([0, 1], dtype=np.int32)
    pareto(indptr, heads, np.ones((1, 2), dtype=np.int64), 0, 1, places=places)
    one, lists = np.ones(1, dtype=np.int64), np.array([0, 1])
    without_each(indptr, heads, one, 0, 1, np.array([1, 0]), places, lists[:1], lists)
    Chains.of(indptr, heads, np.ones((1, 2), dtype=np.int64))
    nearest(indptr, heads, one, one, lists, 0, 1)


if __name__ == "__main__":
    warm_kernels()
