"""Zip files whose bytes depend on nothing but their contents."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16
_LEVEL = 6
# What is packed already gains nothing.
_PACKED = (".png", ".jpg", ".jpeg", ".zip", ".xlsx")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """
    Pack files, in their order, without dates.

    Parameters
    ----------
    files
        Contents by path.

    Returns
    -------
    bytes
        The zip file.
    """
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, _DAY)
            entry.create_system = _UNIX
            entry.external_attr = _PLAIN_FILE
            method = zipfile.ZIP_STORED if path.endswith(_PACKED) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, method, _LEVEL)
    return target.getvalue()
