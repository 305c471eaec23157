"""Compiles a search, and remembers the machine code where there is a folder for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from numba import njit

if TYPE_CHECKING:
    from collections.abc import Callable


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """
    Compile a function at its first call, without holding the interpreter's lock while it runs.

    The machine code is cached beside the module, in the user's cache folder or where ``NUMBA_CACHE_DIR``
    says. Where none of them can be written to, as on a read-only file system, each process compiles anew.

    Parameters
    ----------
    function
        Plain Python over numpy arrays, as numba takes it.
    """
    try:
        return njit(cache=True, nogil=True)(function)
    except RuntimeError:
        return njit(nogil=True)(function)
