"""Work out ahead what the first questions to a dataset would wait for."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from corridor.air.flights import flights
from corridor.audit.conflicts import conflicts
from corridor.audit.coverage import leg_coverage, node_coverage
from corridor.chain.splicing import fitting_branches
from corridor.chain.steps import steps
from corridor.corridors.calibration import stretches
from corridor.errors import BranchError
from corridor.freight.arrays import network

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

_MAX_BRANCHES = 2  # one other start and one other crossing


def warm(dataset: Dataset) -> int:
    """
    Fill the caches of a dataset: steps of every chain, stretches, flights, the network, the registers.

    Parameters
    ----------
    dataset
        The route dataset; what is worked out is kept with it.

    Returns
    -------
    int
        How many ways were walked: each chain by itself, with each branch that fits, with each two.
    """
    flights(dataset)
    network(dataset)
    leg_coverage(dataset)
    node_coverage(dataset)
    conflicts(dataset)
    corridors = dataset.corridors
    walked = 0
    for chain in corridors.loc[corridors["kind"].isin(["chain", "reference"]), "corridor_id"]:
        stretches(dataset, chain)
        fitting = fitting_branches(dataset, chain)
        for count in range(_MAX_BRANCHES + 1):
            for branches in combinations(fitting, count):
                try:
                    steps(dataset, chain, branches=branches)
                except BranchError:  # two that replace the same stretch
                    continue
                walked += 1
    return walked
