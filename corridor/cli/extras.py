"""The packages that only an extra installs: `corridor-explorer[sweep]`, `[ui]`."""

from __future__ import annotations

from importlib.util import find_spec

from corridor.errors import ExtraError


def require(package: str, *, extra: str) -> None:
    """
    Check that a package is installed before work that needs it.

    Parameters
    ----------
    package
        The name by which it is imported.
    extra
        The extra that installs it.

    Raises
    ------
    corridor.errors.ExtraError
        If it is not; the message says how to install it.
    """
    if find_spec(package) is None:
        raise ExtraError("extra-missing", package=package, extra=extra)
