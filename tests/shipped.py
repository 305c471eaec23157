"""The shipped dataset, read once in each process; what is worked out of it is kept with it for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.dataset.tables import SHIPPED
from ui.settings.dataset import dataset, served

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

# The same that pages and API serve, taken before any test names other data.
_DATA = dataset()


def shipped_data() -> Dataset:
    """Give the shipped data. A test that changes how something is worked out loads its own instead."""
    return _DATA


def serve_shipped_data() -> None:
    """Let the server serve it again after a test in which other data were served."""
    served.forget()
    served.replace(_DATA, SHIPPED)
