"""Which table a file or a sheet is."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.columns.column import Table

_COPY = re.compile(r"([ _-]*\(\d+\)|[ _-]+(copy|final|new|v?\d+))+$", re.IGNORECASE)
# What macOS, Windows, LibreOffice and version control put beside a visitor's files.
_ASIDE = re.compile(
    r"(^|/)(\.(?!\.?/)|__macosx/|(eh)?thumbs\.db$|desktop\.ini$|icon\r$|\$recycle\.bin/|~\$)", re.IGNORECASE
)
_DOCUMENTS = (
    ".md",
    ".txt",
    ".pdf",
    ".docx",
    ".html",
    ".cff",
    ".json",
    ".parquet",
    ".png",
    ".svg",
    ".bib",
    ".xml",
    ".yml",
    ".yaml",
)


def table_of(name: str, tables: Mapping[str, Table]) -> str | None:
    """
    Tell the table by the name of a file or sheet.

    Parameters
    ----------
    name
        Name without folder and ending, as the visitor wrote it.
    tables
        The tables of the schema.

    Returns
    -------
    str or None
        Name of the table; None if the name is that of none.
    """
    plain = _COPY.sub("", name.strip()).casefold()
    plain = re.sub(r"[\s\-]+", "_", plain)
    return plain if plain in tables else None


def near(name: str, tables: Mapping[str, Table]) -> str:
    """Name of the table that was perhaps meant; empty if none is like it."""
    return next(iter(difflib.get_close_matches(name.casefold()[:80], list(tables), n=1)), "")


def stem(path: str) -> str:
    """Name of a file without folders and ending."""
    return path.rsplit("/", 1)[-1].rpartition(".")[0] or path


def ending(path: str) -> str:
    """Last ending of a file name, in small letters, with its dot."""
    name = path.rsplit("/", 1)[-1]
    return f".{name.rpartition('.')[2].casefold()}" if "." in name else ""


def is_hidden(path: str) -> bool:
    """Whether a system put the file there, not the visitor."""
    return _ASIDE.search(path) is not None


def is_document(path: str) -> bool:
    """Whether a file beside the tables is for people, or a copy of the tables in another form."""
    return ending(path) in _DOCUMENTS or ending(path) == ""
