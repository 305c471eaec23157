"""Connections of the server send small pieces at once."""

import os
import socket
from pathlib import Path

import pytest

from ui.server.sockets import send_at_once


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="the system does not list open files")
def test_connections_inherit_sending_at_once_from_listening_sockets():
    with socket.socket() as listening, socket.socket() as other:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        assert send_at_once() >= 1
        with socket.create_connection(listening.getsockname()), listening.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert not other.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_nothing_is_kept_open():
    reading, writing = os.pipe()
    os.set_blocking(reading, False)
    send_at_once()
    os.close(writing)
    assert os.read(reading, 1) == b""  # the end, which a copy of the other side would put off for ever
    os.close(reading)
