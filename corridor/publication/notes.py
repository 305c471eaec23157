"""Numbers of the notes: which sources a figure or a cell rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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
