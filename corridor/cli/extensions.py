"""What other packages add to the command line, found by entry points: this package imports none of them."""

from __future__ import annotations

import tomllib
from importlib.metadata import EntryPoint, entry_points
from typing import TYPE_CHECKING, Any

from corridor.dataset.shipped import ROOT
from corridor.errors import ExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator

GROUP = "corridor.extensions"
_PROJECT = "pyproject.toml"


def extension(name: str, *, extra: str) -> Any:
    """
    Load what a package has declared in the group `GROUP` under a name.

    Parameters
    ----------
    name
        The name.
    extra
        The extra that brings the package.

    Raises
    ------
    corridor.errors.ExtraError
        If nobody has declared it, or a package that it needs is not installed.
    """
    for entry in (*_of_checkout(), *entry_points(group=GROUP)):
        if entry.name == name:
            try:
                return entry.load()
            except ModuleNotFoundError as missing:
                raise ExtraError("extra-missing", package=missing.name, extra=extra) from missing
    raise ExtraError("extra-missing", package=name, extra=extra)


def _of_checkout() -> Iterator[EntryPoint]:
    """Read the entry points of a checkout, which need not be installed."""
    project = ROOT / _PROJECT
    if not project.is_file():
        return
    declared = tomllib.loads(project.read_text(encoding="utf-8"))["project"].get("entry-points", {})
    for name, value in declared.get(GROUP, {}).items():
        yield EntryPoint(name, value, GROUP)
