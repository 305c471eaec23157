"""The server's listening sockets: what is written to a visitor leaves at once."""

from __future__ import annotations

import os
import socket
from pathlib import Path

_OPEN_FILES = Path("/dev/fd")


def send_at_once() -> int:
    """
    Have each connection of this process send small pieces without waiting for the visitor's receipt.

    An answer is written as head and body, and the second piece waits until the first is acknowledged, which
    browsers put off by 40 ms: for each of a hundred small files, and for the messages of a run. asyncio
    turns that off for its own sockets only, and Streamlit brings its own. Connections inherit what is set
    here.

    Returns
    -------
    int
        Number of listening sockets; 0 where the system does not list open files.
    """
    files = list(_OPEN_FILES.iterdir()) if _OPEN_FILES.is_dir() else []
    return sum(_set(int(file.name)) for file in files)


def _set(file: int) -> bool:
    """Turn waiting off if this open file is a listening TCP socket."""
    copy = -1
    try:
        copy = os.dup(file)
        listener = socket.socket(fileno=copy)
    except OSError:  # closed meanwhile, or no socket: the copy must not keep it open
        if copy >= 0:
            os.close(copy)
        return False
    with listener:
        try:
            if listener.type != socket.SOCK_STREAM or listener.family not in {
                socket.AF_INET,
                socket.AF_INET6,
            }:
                return False
            if not listener.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
                return False
            listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            return False
    return True
