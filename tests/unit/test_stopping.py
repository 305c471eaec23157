"""The server stops soon after it is told to, whatever is in progress and whoever is connected."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONG_S = 120
SERVER = """
import contextlib, socket, threading
import uvicorn
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from ui.queues import Queue, queued
from ui.stopping import stop_in_time

queue = Queue("test", at_once=1, waiting=5, patience_s=600)

@contextlib.asynccontextmanager
async def lifespan(app):
    stop_in_time([queue], grace_s=1)
    yield

def for_ever(request):
    threading.Event().wait()

def at_once(request):
    return PlainTextResponse("answered")

async def inside(request):
    return PlainTextResponse(str(len(queue)))

async def stream(channel):
    await channel.accept()
    await channel.receive()

routes = [
    Route("/for-ever", queued(queue, for_ever)), Route("/at-once", queued(queue, at_once)),
    Route("/inside", inside), WebSocketRoute("/stream", stream),
]
with socket.socket() as listening:
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    print(listening.getsockname()[1], flush=True)
    config = uvicorn.Config(Starlette(routes=routes, lifespan=lifespan), log_level="error")
    uvicorn.Server(config).run(sockets=[listening])
"""
HANDSHAKE = (
    "GET /stream HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
)


def ask(port, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=LONG_S) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, ""
    except OSError:
        return None, ""


@pytest.fixture
def server():
    words = [sys.executable, "-c", SERVER]
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        try:
            yield process, int(process.stdout.readline())
        finally:
            process.kill()


def asked(port, path, answers):
    thread = threading.Thread(target=lambda: answers.append(ask(port, path)), daemon=True)
    thread.start()
    return thread


def until(port, count):
    while ask(port, "/inside")[1] != str(count):
        pass


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_work_without_end_and_a_silent_connection_do_not_keep_it(server, number):
    process, port = server
    running, waiting = [], []
    with socket.create_connection(("127.0.0.1", port)) as silent:
        silent.sendall(HANDSHAKE.encode())
        assert silent.recv(12) == b"HTTP/1.1 101"
        asked(port, "/for-ever", running)
        until(port, 1)
        refused = asked(port, "/at-once", waiting)
        until(port, 2)
        process.send_signal(number)
        refused.join(LONG_S)
        assert waiting == [(503, "")]
        assert process.wait(LONG_S) == -signal.SIGTERM


def test_a_server_without_work_stops_by_itself(server):
    process, port = server
    until(port, 0)
    process.send_signal(signal.SIGTERM)
    assert process.wait(LONG_S) == -signal.SIGTERM
