"""The errors that the library raises on purpose, worded for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class CorridorError(Exception):
    """Any error that this library raises on purpose."""


class DatasetError(CorridorError):
    """
    A route dataset that cannot be used.

    Parameters
    ----------
    message
        What is wrong, in one sentence.
    findings
        One row a finding, as `corridor.dataset.validation.validate` returns them.
    """

    def __init__(self, message: str, findings: pd.DataFrame) -> None:
        super().__init__(message)
        self.findings = findings


class UnknownIdError(CorridorError):
    """
    An id that stands in no row of the table it was looked up in.

    Parameters
    ----------
    table
        Name of the table.
    id_
        The id that was asked for.
    """

    def __init__(self, *, table: str, id_: str) -> None:
        super().__init__(f"No row of the table '{table}' has the id '{id_}'.")
        self.table = table
        self.id = id_


class BranchError(CorridorError):
    """A branch that does not fit into the chain it was asked for."""


class RouteError(CorridorError):
    """A question for routes that cannot be answered as it was asked."""


class QuestionError(CorridorError):
    """A question to the engine with a part that is missing, unknown or cannot be read."""


class SweepError(CorridorError):
    """A sweep that cannot be made, or must not be mixed with another."""


class PlaceError(CorridorError):
    """Words that name no place, or several."""


class ScenarioError(CorridorError):
    """A scenario that cannot be read or worked out."""


class WeightError(CorridorError):
    """Weights, a normalisation or an aggregation that an index cannot be made with."""
