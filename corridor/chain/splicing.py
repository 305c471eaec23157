"""The legs of a chain in order, with branches put in the place of stretches."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from corridor.errors import BranchError
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.dataset.tables import Dataset


class Hop(NamedTuple):
    """
    One leg in the direction of travel.

    Attributes
    ----------
    leg_id, reversed
        The leg, and whether it is used from its To to its From.
    start, end
        Nodes in the direction of travel.
    member_of
        The chain or branch that it comes from.
    """

    leg_id: str
    reversed: bool
    start: str
    end: str
    member_of: str


def hops(dataset: Dataset, corridor_id: str, *, branches: Sequence[str] = ()) -> tuple[Hop, ...]:
    """
    Return the legs of a chain with branches spliced in.

    A branch takes the place of the stretch between its two ends. If only its last node lies on the chain, it
    is another start; if only its first, another end. If it merely repeats the chain's own legs, the chain
    starts where the branch starts.

    Parameters
    ----------
    dataset
        The route dataset.
    corridor_id
        A chain, reference or branch.
    branches
        Ids of branches; their order does not matter.

    Returns
    -------
    tuple of Hop
        In the order of travel; empty for a family.

    Raises
    ------
    UnknownIdError
        If there is no such corridor or branch.
    BranchError
        If a branch does not fit, or two replace the same stretch.
    """
    chain = _own_hops(dataset, corridor_id)
    for branch_id in sorted(set(branches)):
        if dataset.record("corridors", branch_id)["kind"] != "branch":
            raise BranchError("branch-wrong-kind", branch=branch_id)
        chain = _spliced(chain, _own_hops(dataset, branch_id), corridor_id, branch_id)
    return chain


@remembered(depends_on=Depends.EVERYTHING)
def fitting_branches(dataset: Dataset, corridor_id: str) -> tuple[str, ...]:
    """
    List the branches that fit into a chain, in display order.

    Parameters
    ----------
    dataset
        The route dataset.
    corridor_id
        The chain.

    Returns
    -------
    tuple of str
        Corridor ids of branches, each of which can be put in by itself and changes something.
    """
    corridors = dataset.corridors
    rows = corridors[corridors["kind"] == "branch"].sort_values(["display_order", "corridor_id"])
    plain = hops(dataset, corridor_id)
    fitting = []
    for branch_id in rows["corridor_id"]:
        try:
            spliced = hops(dataset, corridor_id, branches=[branch_id])
        except BranchError:
            continue
        if spliced != plain:
            fitting.append(str(branch_id))
    return tuple(fitting)


def _own_hops(dataset: Dataset, corridor_id: str) -> tuple[Hop, ...]:
    """Legs that the corridor's own rows name."""
    dataset.record("corridors", corridor_id)
    return _hops_by_corridor(dataset).get(corridor_id, ())


@remembered(depends_on=Depends.CLAIMS)
def _hops_by_corridor(dataset: Dataset) -> dict[str, tuple[Hop, ...]]:
    """Legs of every corridor and branch; the ends of a leg are no matter of scenarios."""
    ends = dataset.legs.set_index("leg_id")[["from_node", "to_node"]].to_dict("index")
    by_corridor: dict[str, list[Hop]] = {}
    rows = dataset.corridor_legs.sort_values(["corridor_id", "sequence"])
    columns = (rows[name] for name in ("corridor_id", "leg_id", "reversed"))
    for member_of, leg_id, backwards in zip(*columns, strict=True):
        start, end = str(ends[leg_id]["from_node"]), str(ends[leg_id]["to_node"])
        if backwards:
            start, end = end, start
        by_corridor.setdefault(member_of, []).append(Hop(leg_id, bool(backwards), start, end, member_of))
    return {name: tuple(members) for name, members in by_corridor.items()}


def _spliced(chain: tuple[Hop, ...], branch: tuple[Hop, ...], corridor_id: str, name: str) -> tuple[Hop, ...]:
    """Chain with one branch in it."""
    nodes = [hop.start for hop in chain[:1]] + [hop.end for hop in chain]
    on_chain = branch and (branch[0].start in nodes, branch[-1].end in nodes)
    if not on_chain or on_chain == (False, False):
        raise BranchError("branch-apart", branch=name, corridor=corridor_id)
    first = nodes.index(branch[0].start) if on_chain[0] else 0
    last = nodes.index(branch[-1].end) if on_chain[1] else len(chain)
    if first > last:
        raise BranchError("branch-backwards", branch=name, corridor=corridor_id)
    replaced = chain[first:last]
    if on_chain[0] and not replaced:
        raise BranchError("branch-leads-on", branch=name, corridor=corridor_id)
    if [hop[:2] for hop in replaced] == [hop[:2] for hop in branch]:
        return chain[first:]
    taken = {hop.member_of for hop in replaced} - {corridor_id}
    if taken:
        raise BranchError("branches-overlap", branch=name, other=min(taken))
    return chain[:first] + branch + chain[last:]
