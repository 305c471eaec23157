"""The last few results of a kind, kept with the dataset: enough for a slider moved to and fro."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

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
    The result.
    """
    kept: dict[Hashable, _Result] = dataset.remembered.setdefault(kind, {})
    result = kept.pop(question, None)
    if result is None:
        result = make()
    kept[question] = result  # the last one asked for stands last
    for oldest in list(kept)[:-most]:
        kept.pop(oldest, None)
    return result
