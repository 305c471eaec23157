"""The last few results of a kind, kept with the dataset: enough for a slider moved to and fro."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from corridor.memory.single_flight import SingleFlight

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from corridor.dataset.tables import Dataset

MOST_KEPT = 16
_Result = TypeVar("_Result")


def recent(
    dataset: Dataset, kind: str, question: Hashable, make: Callable[[], _Result], *, most: int = MOST_KEPT
) -> _Result:
    """
    Give the result of a question, made now or one of the last of its kind.

    Where several threads ask the same at once, one makes the result and the others wait for it.

    Parameters
    ----------
    dataset
        The dataset that the result is kept with.
    kind
        Name of what is asked for.
    question
        What is asked; equal questions have equal results.
    make
        Makes the result.
    most
        How many of the kind are kept.

    Returns
    -------
    The result, which all who ask share: not to be changed.
    """
    kept: SingleFlight[_Result] | None = dataset.remembered.get(kind)
    if kept is None:
        # One step: of two threads that get here at once, both go on with the same.
        kept = dataset.remembered.setdefault(kind, SingleFlight(most=most))
    return kept.get(question, make)
