"""Numbers of the notes: which sources a figure or a cell rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from corridor.publication.content import Content

MAX_NOTES = 3
"""Sources named at one cell; the list at the end names all."""


def numbers_of_claims(content: Content) -> dict[str, int]:
    """Give the number of the source of each claim, as the list of sources counts them from 1."""
    numbers = {source.id: number for number, source in enumerate(content.sources, start=1)}
    return {claim.id: numbers[claim.source] for claim in content.claims if claim.source in numbers}


def note_numbers(claims: Iterable[str], numbers: Mapping[str, int]) -> tuple[int, ...]:
    """List the numbers of the sources of some claims, in order, `MAX_NOTES` at most."""
    return tuple(sorted({numbers[claim] for claim in claims if claim in numbers})[:MAX_NOTES])


def few_numbers(sources: Iterable[str], numbers: Mapping[str, int]) -> tuple[int, ...]:
    """List the numbers of some sources; none where they are more than `MAX_NOTES`."""
    found = sorted({numbers[source] for source in sources if source in numbers})
    return tuple(found) if len(found) <= MAX_NOTES else ()


def number_runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the first and the last of each row of numbers without a gap."""
    first = last = None
    for number in sorted(set(numbers)):
        if first is None or last is None:
            first = last = number
        elif number == last + 1:
            last = number
        else:
            yield first, last
            first = last = number
    if first is not None and last is not None:
        yield first, last
