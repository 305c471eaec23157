"""Servers of ours for one fault: started with some data or program, asked, stopped; nginx before them."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.visitors import visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from benchmarks.visitors import Run

ROOT = Path(__file__).resolve().parent.parent
NGINX = os.environ.get("NGINX") or shutil.which("nginx")
SITE = ROOT / "deploy" / "nginx" / "corridor.conf"
PAGE, QUERY = "corridor", "lang=en&c=tc-btk"
LIMIT = 30
START_S, TAKE_S, STOP_S, OPEN_S = 600.0, 90.0, 6.0, 20.0


class Result(NamedTuple):
    """What was done, what should happen, what did, and whether that is well."""

    fault: str
    expected: str
    found: str
    is_well: bool


class Replica:
    """A server of ours."""

    def __init__(self, process: subprocess.Popen[bytes], port: int) -> None:
        self.process, self.port = process, port
        self.url = f"http://127.0.0.1:{port}"

    def has_ended(self) -> bool:
        """Whether the process is no more, so that nobody waits for it."""
        return self.process.poll() is not None

    def ready(self) -> dict[str, object]:
        """Give what /readyz says; nothing while the server does not answer."""
        with suppress(ValueError):
            return dict(json.loads(fetched(f"{self.url}/readyz", patience_s=2)[1]))
        return {}


async def opened(url: str, count: int, query: str = QUERY, seeks: Sequence[str] = ()) -> list[Run]:
    """Open the page as so many visitors at once."""

    async def once() -> Run:
        async with visitor(url) as visit:
            return await visit.open(PAGE, query, seeks)

    return await asyncio.gather(*(once() for _ in range(count)))


@contextmanager
def replica(
    data: Path,
    *,
    prefix: Sequence[str] = (),
    tree: Path = ROOT,
    port: int = 0,
    options: Sequence[str] = (),
    more: Mapping[str, str] | None = None,
) -> Iterator[Replica]:
    """Start a server with that data, from that program, on a free port unless told; stop it afterwards."""
    port = port or free_port()
    command = [*prefix, sys.executable, "-m", "streamlit", "run", str(tree / "app.py")]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port), *options]
    environment = {
        **os.environ,
        "CORRIDOR_DATA": str(data),
        "CORRIDOR_DRAWN_AHEAD": "none",
        "CORRIDOR_TRUSTED_PROXIES": "127.0.0.1",
        "CORRIDOR_LOG": "json",
        "CORRIDOR_VISITORS": str(LIMIT),
        "PYTHONPATH": str(tree),
        **(more or {}),
    }
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=tree, env=environment, **quiet)
    try:
        yield Replica(process, port)
    finally:
        process.kill()
        process.wait()


@contextmanager
def proxy(servers: Sequence[Replica], place: Path, *, is_sticky: bool) -> Iterator[str]:
    """Run nginx with the sample of deploy/ in front of servers."""
    port = free_port()
    site = SITE.read_text(encoding="utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    for server, sample in zip(servers, ("127.0.0.1:8501", "127.0.0.1:8502"), strict=True):
        site = site.replace(sample, f"127.0.0.1:{server.port}")
    if not is_sticky:
        site = site.replace("hash $remote_addr consistent;", "")
    (place / "site.conf").write_text(site, encoding="utf-8")
    temporary = "".join(
        f"{kind}_temp_path {place}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (place / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {place}/nginx.pid; error_log {place}/error.log; events {{}}\n"
        f"http {{ access_log off; {temporary} include {place}/site.conf; }}\n",
        encoding="utf-8",
    )
    command = [str(NGINX), "-p", str(place), "-c", str(place / "nginx.conf")]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}"
        wait(lambda: fetched(f"{url}/healthz")[0] == 200, 10)
        yield url
    finally:
        process.terminate()
        process.wait()


def fetched(url: str, *, patience_s: float = 60) -> tuple[int, bytes]:
    """Fetch an address of this machine: status and content; 0 where nothing answers."""
    try:
        with urllib.request.urlopen(url, timeout=patience_s) as answer:  # noqa: S310 - of this machine
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()
    except (urllib.error.URLError, OSError):
        return 0, b""


def wait(is_so: Callable[[], bool], most_s: float) -> bool:
    """Wait until something is so; say whether it came to be."""
    until = time.monotonic() + most_s
    while time.monotonic() < until:
        if is_so():
            return True
        time.sleep(0.2)
    return False


def free_port() -> int:
    """Find a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def write_version(data: Path, version: str) -> None:
    """Write another version into a data package."""
    descriptor = data / "datapackage.json"
    described = json.loads(descriptor.read_text(encoding="utf-8")) | {"version": version}
    descriptor.write_text(json.dumps(described, ensure_ascii=False), encoding="utf-8")
