"""Where the files lie that come with the code: data, geometry, pages, catalogues.

In a checkout they stand beside the packages, at the top of the repository. An installed package carries them
inside itself, in `corridor/files`, laid out in the same way (`[tool.hatch.build.targets.wheel]` in
pyproject.toml puts them there).
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from corridor.errors import CheckoutError

_PACKAGE = Path(__file__).resolve().parents[1]
_INSIDE = _PACKAGE / "files"
IS_INSTALLED = _INSIDE.is_dir()
ROOT = _INSIDE if IS_INSTALLED else _PACKAGE.parent
ROUTES = ROOT / "data" / "routes"
GEO = ROOT / "data" / "geo"
_NAME = "corridor-explorer"


def in_checkout(path: str) -> Path:
    """
    Path of a file that only a checkout has, such as a page of the documentation.

    Parameters
    ----------
    path
        The path from the top of the repository.

    Raises
    ------
    corridor.errors.CheckoutError
        If this is an installed package.
    """
    if IS_INSTALLED:
        raise CheckoutError("checkout-only", path=path)
    return ROOT / path


def scratch() -> Path:
    """
    Folder for files that can be made again at any time; it need not exist yet.

    Returns
    -------
    pathlib.Path
        `build` in a checkout; the user's cache folder for an installed package, which may not be writable.
    """
    if not IS_INSTALLED:
        return ROOT / "build"
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        named = os.environ.get(variable, "")
        if Path(named).is_absolute():
            return Path(named) / _NAME
    try:
        home = Path.home()
    except RuntimeError:
        return Path(tempfile.gettempdir()) / _NAME
    return home / ("Library/Caches" if sys.platform == "darwin" else ".cache") / _NAME
