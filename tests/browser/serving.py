"""Starts the server as a user would, on a free port."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from ui.settings.environment import DRAWN_AHEAD

ROOT = Path(__file__).resolve().parents[2]
ARTEFACTS = ROOT / "artefacts" / "browser"
START_S = 300


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def serving(name, *options, port=None, drawn_ahead=""):
    """
    Start the server as a user would, on a free port unless told; stop it by its own process.

    A server that few look at draws fewer pages ahead.
    """
    port = port or free_port()
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    words = ("run", "app.py", "--server.address", "127.0.0.1", "--server.port", str(port), *options)
    with (ARTEFACTS / f"{name}-{port}.log").open("w") as log:
        process = subprocess.Popen(  # noqa: S603 - fixed words
            [sys.executable, "-m", "streamlit", *words],
            cwd=ROOT,
            stdout=log,
            stderr=log,
            env={**os.environ, DRAWN_AHEAD: drawn_ahead},
        )
        try:
            base = next((word for word in options if word.startswith("/")), "")
            url = f"http://127.0.0.1:{port}{base}"
            wait_ready(process, url, log.name)
            yield url
        finally:
            process.terminate()
            process.wait(timeout=20)


def wait_ready(process, url, log):
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        if process.poll() is not None:
            pytest.fail(f"The server stopped at start:\n{Path(log).read_text()[-3000:]}")
        with (
            contextlib.suppress(urllib.error.URLError, ConnectionError),
            urllib.request.urlopen(f"{url}/readyz"),  # noqa: S310 - our own address
        ):
            return
        time.sleep(0.1)
    pytest.fail(f"The server was not ready within {START_S} s:\n{Path(log).read_text()[-3000:]}")
