"""A scenario as the list of its changes: one more, or one fewer."""

from __future__ import annotations

from corridor.errors import ScenarioError
from corridor.scenario.codec import encode, parse

# Verbs of which a leg or place has one at most: a new factor takes the place of the old one.
_FACTORED = frozenset({"time", "cost", "delay", "node", "fee"})
_NAME = "name."


def changes_of(text: str) -> tuple[str, ...]:
    """
    List the changes of a scenario.

    Parameters
    ----------
    text
        The scenario, as `corridor.scenario.codec.encode` writes it.

    Returns
    -------
    tuple of str
        Each a scenario of one change; its name is none.
    """
    return tuple(part for part in text.split("_") if part and not part.startswith(_NAME))


def without_change(text: str, change: str) -> str:
    """Give a scenario without one of its changes."""
    kept = [other for other in text.split("_") if other != change]
    return encode(parse("_".join(kept))) if changes_of("_".join(kept)) else ""


def with_change(text: str, change: str) -> str | None:
    """Give a scenario with one more change; None where it holds as many as it can, or cannot hold this."""
    kept = [other for other in text.split("_") if not _replaces(change, other)]
    try:
        return encode(parse("_".join((*kept, change))))
    except ScenarioError:
        return None


def _replaces(change: str, other: str) -> bool:
    """Whether a change takes the place of another."""
    verb, _dot, rest = change.partition(".")
    other_verb, _dot, other_rest = other.partition(".")
    if verb != other_verb:
        return False
    return verb == "year" or (verb in _FACTORED and rest.partition(".")[0] == other_rest.partition(".")[0])
