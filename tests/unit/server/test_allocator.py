"""Freed memory goes back to the system where the C library can do that; nothing breaks elsewhere."""

import subprocess
import sys

from ui.server import allocator


def test_the_setting_is_taken_and_freed_memory_goes_back():
    script = """
from pathlib import Path
from ui.server import allocator
assert allocator.use_few_arenas()
held = [bytes(1_000) for _ in range(100_000)]
kept = held[::1000]
size = lambda: int(Path("/proc/self/statm").read_text().split()[1])
before = size()
del held
allocator.give_back()
assert size() < before - 10_000, (before, size())
"""
    if allocator._glibc() is not None:
        subprocess.run([sys.executable, "-c", script], check=True)  # noqa: S603 - our own interpreter


def test_another_c_library_is_left_alone(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")
    assert not allocator.use_few_arenas()
    assert not allocator.give_back()
