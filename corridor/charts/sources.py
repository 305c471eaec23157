"""The line under a chart that says where its figures are from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from corridor.dataset.citation import in_one_line
from corridor.language.labels import BASIS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.language.reader import Reader

_MAX_NAMED = 6


def of_parts(reader: Reader, bases: Iterable[str]) -> str:
    """Say what the parts of a sum rest on, how many on each, and how to cite the data."""
    _ = reader.words.gettext
    counted = Counter(bases)
    told = [f"{_(BASIS[basis])} {counted[basis]}" for basis in BASIS if counted[basis]]
    words = _("Basis of the parts: {counts}.").format(counts=", ".join(told))
    return f"{words} {cited(reader)}"


def of_publishers(reader: Reader, publishers: Iterable[str]) -> str:
    """Name those who published the claims, some of them if there are many, and how to cite the data."""
    _ = reader.words.gettext
    every = list(dict.fromkeys(publishers))
    named = every[:_MAX_NAMED]
    if len(every) > len(named):
        named.append(_("and {count} more").format(count=len(every) - len(named)))
    words = _("Sources: {names}.").format(names=", ".join(named))
    return f"{words} {cited(reader)}"


def cited(reader: Reader) -> str:
    """Cite the dataset in one line."""
    return in_one_line(reader.dataset)
