"""The verb of the command line that looks after an installation: doctor."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from corridor.cli import installation, machine
from corridor.cli.check import FAULT, WARNING, Check
from corridor.cli.extensions import extension
from corridor.cli.serve_verbs import ADDRESS, LAST_PORT, PORT
from corridor.dataset.tables import SHIPPED
from corridor.errors import CorridorError, ExtraError, ServerError
from corridor.words.plural import counted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

SETTINGS = "settings"
"""Name of the extension that checks what the operator has set; see `corridor.cli.extensions`."""

_DATA = "CORRIDOR_DATA"
_WIDTH = {"state": 8, "subject": 12}


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the parser."""
    words = "say whether everything is there that the dashboard needs"
    verb = verbs.add_parser("doctor", help=words, description=f"{words}; exit 1 if not.")
    verb.add_argument("--address", default=ADDRESS, help=f"address to listen on ({ADDRESS})")
    verb.add_argument("--port", type=int, default=PORT, help=f"port to listen on ({PORT})")
    verb.add_argument(
        "--folder", type=Path, help="folder of the dataset (CORRIDOR_DATA, or the shipped data)"
    )
    verb.add_argument("--json", action="store_true", help="write JSON")
    verb.set_defaults(verb=_doctor)


def checks(folder: Path, address: str, port: int) -> Iterator[Check]:
    """
    Look at everything that the dashboard needs, the most basic first.

    Parameters
    ----------
    folder
        Folder of the dataset.
    address, port
        Where the server would listen.

    Yields
    ------
    Check
        What was found, one or more for each subject.
    """
    yield installation.python()
    yield from installation.packages()
    yield installation.kernels()
    yield installation.data(folder)
    yield installation.geometry()
    yield installation.catalogues()
    yield installation.fonts()
    yield from _settings()
    yield machine.scratch()
    yield machine.memory()
    yield machine.port(address, port)


def _doctor(options: argparse.Namespace) -> int:
    """Print what was found; 1 if the server would not work."""
    if not 0 < options.port <= LAST_PORT:
        raise ServerError("port-unusable", port=options.port, last=LAST_PORT)
    named = os.environ.get(_DATA)
    folder = options.folder or (Path(named) if named else SHIPPED)
    found = []
    for check in checks(folder, options.address, options.port):
        found.append(check)
        if not options.json:
            print(
                f"{check.state:<{_WIDTH['state']}}{check.subject:<{_WIDTH['subject']}}{check.words}",
                flush=True,
            )
    faults, warnings = (sum(check.state == state for check in found) for state in (FAULT, WARNING))
    if options.json:
        print(json.dumps({"checks": [check._asdict() for check in found]}, ensure_ascii=False, indent=2))
    elif faults:
        told = f"{counted(faults, 'fault')} and {counted(warnings, 'warning')}."
        print(f"{told} The dashboard does not work like this.")
    elif warnings:
        print(f"{counted(warnings, 'warning')}. The dashboard works.")
    else:
        print("Everything is there.")
    return 1 if faults else 0


def _settings() -> Iterator[Check]:
    """Check what the operator has set, which only the dashboard's package knows."""
    try:
        yield from (Check(*found) for found in extension(SETTINGS, extra="ui")())
    except ExtraError as error:
        yield Check(FAULT, "Dashboard", str(error))
    except CorridorError as error:
        yield Check(FAULT, "Settings", str(error))
