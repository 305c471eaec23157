"""The verb of the command line that serves the dashboard: serve."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corridor.cli.extras import require
from corridor.dataset import shipped
from corridor.dataset.tables import SHIPPED
from corridor.errors import ServerError

if TYPE_CHECKING:
    import argparse

ADDRESS, PORT, LAST_PORT = "127.0.0.1", 8501, 65_535


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the parser."""
    words = "serve the dashboard until Ctrl+C"
    verb = verbs.add_parser("serve", help=words, description=f"{words}. Needs the extra [ui].")
    verb.add_argument("--address", default=ADDRESS, help=f"address to listen on ({ADDRESS})")
    verb.add_argument("--port", type=int, default=PORT, help=f"port to listen on ({PORT})")
    verb.add_argument("--folder", type=Path, default=SHIPPED, help="folder of the dataset (the shipped data)")
    verb.set_defaults(verb=_serve)


def _serve(options: argparse.Namespace) -> int:
    """Replace this process by the server."""
    require("streamlit", extra="ui")
    if not 0 < options.port <= LAST_PORT:
        raise ServerError("port-unusable", port=options.port, last=LAST_PORT)
    if options.folder != SHIPPED:
        os.environ["CORRIDOR_DATA"] = str(options.folder.resolve())
    # -P: a folder of the same name where the command is called must not stand in for a package.
    command = [sys.executable, "-P", "-m", "streamlit", "run", str(shipped.ROOT / "app.py")]
    command += ["--server.address", options.address, "--server.port", str(options.port)]
    if os.name != "nt":
        os.execv(sys.executable, command)  # noqa: S606 - no shell, every word is ours; signals reach the server
    return subprocess.run(command, check=False).returncode  # noqa: S603 - the same
