"""What the C library keeps of freed memory: little, so that the process does not look larger than it is."""

from __future__ import annotations

import ctypes
import sys

_M_ARENA_MAX = -8  # of mallopt(3), glibc's malloc.h
_ARENAS = 2


def use_few_arenas() -> bool:
    """
    Let all threads share two heaps, as ``MALLOC_ARENA_MAX=2`` does. Call it before threads start.

    glibc gives threads heaps of their own, up to eight a core. Each visit runs on a thread, and what is freed
    in one heap is not used by another.

    Returns
    -------
    bool
        Whether the C library took the setting; False for another one than glibc.
    """
    library = _glibc()
    return bool(library and library.mallopt(_M_ARENA_MAX, _ARENAS))


def give_back() -> bool:
    """
    Give memory that was freed back to the system, as after the work of the start.

    Returns
    -------
    bool
        Whether there was any; False for another C library than glibc.
    """
    library = _glibc()
    return bool(library and library.malloc_trim(0))


def _glibc() -> ctypes.CDLL | None:
    """Give the C library of this process, if it is glibc."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "gnu_get_libc_version") else None
