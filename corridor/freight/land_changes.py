"""Where freight may change between rail, road and barge between two ships, and how often."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from corridor.chain.splicing import Hop
    from corridor.dataset.tables import Dataset

_LAND = frozenset({"rail", "road"})
_INLAND = _LAND | {"river"}
_TERMINALS = frozenset({"seaport", "dry-port"})


def change_after(dataset: Dataset, before: Hop, after: Hop, *, has_changed: bool) -> bool | None:
    """
    Return whether freight that goes on has changed between rail, road and barge since it last left a ship.

    A forwarder books a train, a lorry or a barge for a stretch inland, and changes from one to another once:
    between train and lorry at a terminal, with a barge at its port. A container is not lifted from a lorry to
    a train for a part of the way and back, nor at a junction or a border station that has no terminal. A
    ferry without rails takes lorries alone, which drive on: nothing comes onto it from a train or leaves it
    by one.

    Parameters
    ----------
    dataset
        The route dataset.
    before, after
        Legs that follow one another.
    has_changed
        Whether freight changed before on this stretch, as this function said.

    Returns
    -------
    bool or None
        None if freight cannot go on so. A ship at sea begins a new stretch; a ferry of lorries does not.
    """
    one, other = dataset.record("legs", before.leg_id), dataset.record("legs", after.leg_id)
    if (_takes_lorries(one) and other["mode"] == "rail") or (_takes_lorries(other) and one["mode"] == "rail"):
        return None
    modes = {str(one["mode"]), str(other["mode"])}
    if len(modes) > 1 and modes <= _INLAND:
        cannot_change = has_changed or (modes == _LAND and not has_terminal(dataset, after.start))
        return None if cannot_change else True
    return has_changed and (other["mode"] in _INLAND or _takes_lorries(other))


def has_terminal(dataset: Dataset, node_id: str) -> bool:
    """
    Return whether containers are moved between trains and lorries at a place.

    Parameters
    ----------
    dataset
        The route dataset.
    node_id
        The place.

    Returns
    -------
    bool
        True for seaports and dry ports. Towns have terminals too, but no source of the dataset says which;
        carriage by lorry between a station and the door in the same town is in no figure.
    """
    return dataset.record("nodes", node_id)["kind"] in _TERMINALS


def _takes_lorries(leg: Mapping[str, Any]) -> bool:
    """Whether a leg is that of a ferry without rails."""
    return bool(leg["mode"] == "ferry" and leg["gauge_mm"] is None)
