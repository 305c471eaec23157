"""What a page shows, as tables to take along, each with its address under the API."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import pandas as pd


@dataclass(frozen=True, kw_only=True)
class Shown:
    """
    What a page shows.

    Attributes
    ----------
    tables
        Gives the tables by name when they are asked for.
    addresses
        For each table that the API has, its name and its address below the API's root, without its end;
        what stands after a question mark goes behind the end.
    choice
        What is chosen on the page, named even where the address leaves it out as the default.
    """

    tables: Callable[[], Mapping[str, pd.DataFrame]]
    addresses: Sequence[tuple[str, str]] = ()
    choice: Mapping[str, object] = field(default_factory=dict)
