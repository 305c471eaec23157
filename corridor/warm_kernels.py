"""Compiles the kernels, or loads what was compiled before: `make setup` and the server's start call it."""

from __future__ import annotations

import numpy as np

from corridor.pareto import pareto


def warm_kernels() -> None:
    """Run the search once on two states; its machine code then lies in numba's cache and in this process."""
    indptr, heads = np.array([0, 1, 1], dtype=np.int32), np.array([1], dtype=np.int32)
    pareto(indptr, heads, np.ones((1, 2), dtype=np.int64), 0, 1)


if __name__ == "__main__":
    warm_kernels()
