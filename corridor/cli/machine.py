"""Checks of the machine: the port, the memory, the folder for files that can be made again."""

from __future__ import annotations

import json
import shutil
import socket
import tempfile
from pathlib import Path
from urllib.error import URLError
from urllib.request import ProxyHandler, build_opener

from corridor.cli.check import FAULT, OK, WARNING, Check
from corridor.dataset import shipped

NEEDED_MB, ENOUGH_MB = 450, 700
_ROOM_MB = 50
_MB = 2**20
_MEMINFO = Path("/proc/meminfo")
_LIMITS = (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"))
_PATIENCE_S = 3.0


def port(address: str, number: int) -> Check:
    """Try to listen, or find out whether the server does already."""
    place = f"{address}, port {number}"
    try:
        family = socket.getaddrinfo(address, number, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as listening:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((address, number))
    except OSError as error:
        version = _served(address, number)
        if version:
            return Check(OK, "Port", f"a server with version {version} of the data answers at {place}")
        words = f"The server cannot listen at {place}: {error.strerror or error}. Choose another with --port."
        return Check(FAULT, "Port", words)
    return Check(OK, "Port", f"{place} is free")


def memory(available_mb: float | None = None) -> Check:
    """Compare free memory with what the server needs."""
    free = _available_mb() if available_mb is None else available_mb
    if free is None:
        return Check(OK, "Memory", "not known on this system")
    told = f"{free:,.0f} MB are free"
    if free < NEEDED_MB:
        return Check(FAULT, "Memory", f"{told}; the server needs {NEEDED_MB} MB to start.")
    if free < ENOUGH_MB:
        return Check(WARNING, "Memory", f"{told}; with a hundred visitors it takes {ENOUGH_MB} MB.")
    return Check(OK, "Memory", told)


def scratch(folder: Path | None = None) -> Check:
    """Write to the folder for files that can be made again."""
    place = shipped.scratch() if folder is None else folder
    slow = "The server works, but compresses its files at each start and holds them in memory."
    try:
        place.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"x" * _MB)
        free_mb = shutil.disk_usage(place).free / _MB
    except OSError as error:
        return Check(WARNING, "Folder", f"{place} cannot be written: {error.strerror or error}. {slow}")
    if free_mb < _ROOM_MB:
        words = f"{place} has room for {free_mb:.0f} MB, and {_ROOM_MB} MB are needed. {slow}"
        return Check(WARNING, "Folder", words)
    return Check(OK, "Folder", f"{place} can be written")


def _served(address: str, number: int) -> str:
    """Version of the data of the server that answers there; empty if none of ours does."""
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address, address)  # noqa: S104 - nothing is bound here
    host = f"[{host}]" if ":" in host else host
    try:
        # Without a proxy of the environment: the question is about this very machine.
        opener = build_opener(ProxyHandler({}))
        with opener.open(f"http://{host}:{number}/readyz", timeout=_PATIENCE_S) as answer:
            told = json.loads(answer.read(10_000))
    except (URLError, OSError, ValueError):
        return ""
    return str(told.get("data", "")) if isinstance(told, dict) and told.get("ready") is True else ""


def _available_mb() -> float | None:
    """Free memory, or the limit of the container if that is less."""
    found = []
    try:
        lines = _MEMINFO.read_text(encoding="ascii").splitlines()
        found += [int(line.split()[1]) / 1024 for line in lines if line.startswith("MemAvailable:")]
    except (OSError, ValueError, IndexError):
        pass
    for file in _LIMITS:
        try:
            found.append(int(file.read_text(encoding="ascii")) / _MB)
        except (OSError, ValueError):
            continue
    return min(found, default=None)
