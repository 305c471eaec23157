"""A chain step by step, and its totals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.chain.node_costs import work_cost
from corridor.chain.node_work import Work, country_of, in_order
from corridor.chain.splicing import Hop, hops
from corridor.columns.chain import STEPS, TOTALS
from corridor.columns.frame import make_frame
from corridor.columns.quantities import FIGURE_PARTS
from corridor.evidence.assumptions import changed_charge, changed_work
from corridor.evidence.figures import LEG_QUANTITIES, leg_figure, work_figure
from corridor.memory.memo import Depends, remembered

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from corridor.dataset.tables import Dataset
    from corridor.evidence.claims import Estimate

CRITERIA = LEG_QUANTITIES
BASIS_ORDER = ("published", "derived", "modelled", "missing")


def steps(dataset: Dataset, corridor_id: str, *, branches: Sequence[str] = ()) -> pd.DataFrame:
    """
    Return the legs and the node work of a chain in the order of travel.

    Node work is a border where the country changes (once a border, at the end for which a border time is
    published, else at the border station, else at the arrival); a break of gauge where rail meets rail of
    another gauge; a transhipment where the mode changes; loading where wagons roll on or off a train ferry of
    the same gauge, or lorries drive on or off a ferry without rails; a stay in the seaport before and after a
    ship; and waiting before a ship, also where the journey starts at its port, unless a published dwell time
    already includes it. A border inside a customs union is a step like any other, with a default of its own.

    Parameters
    ----------
    dataset
        The route dataset.
    corridor_id
        The chain.
    branches
        Branches to put in, as for `corridor.chain.splicing.hops`.

    Returns
    -------
    pandas.DataFrame
        position (from 1), kind ("leg" or "work"), leg_id, node_id, from_node, to_node (in the direction of
        travel), reversed, mode, gauge_mm, status, operators (ids separated by |), work, from_country,
        to_country (of a leg those of its ends, of a border the two, else the node's twice), counted_in (node
        of the border whose time already counts this break of gauge), onward (leg that cargo waits for); then
        for each q of distance_km, time_h, cost_usd_per_teu: q_low, q_typical, q_high, q_basis, q_claim_id.
        The basis of a figure that a step does not have (the distance of a border, the cost of waiting) is
        NaN.

    Raises
    ------
    UnknownIdError, BranchError
        As `corridor.chain.splicing.hops`.
    """
    return _steps(dataset, corridor_id, tuple(sorted(set(branches)))).copy()


@remembered(depends_on=Depends.LEGS | Depends.FIGURES)
def _steps(dataset: Dataset, corridor_id: str, branches: tuple[str, ...]) -> pd.DataFrame:
    """Return the steps of a chain."""
    return steps_of(dataset, hops(dataset, corridor_id, branches=branches))


def steps_of(dataset: Dataset, chain: Sequence[Hop]) -> pd.DataFrame:
    """
    Return the legs and the node work of any legs in the order of travel, as `steps` does of a chain's.

    Parameters
    ----------
    dataset
        The route dataset.
    chain
        Legs that follow one another.

    Returns
    -------
    pandas.DataFrame
        As `steps`.
    """
    rows = (part_row(dataset, part) for part in in_order(dataset, tuple(chain)))
    return make_frame(({"position": at, **row} for at, row in enumerate(rows, start=1)), STEPS)


def totals(steps: pd.DataFrame) -> pd.DataFrame:
    """
    Add up a chain on each criterion, naming what is missing.

    Parameters
    ----------
    steps
        As `steps` returns them.

    Returns
    -------
    pandas.DataFrame
        One row a criterion: criterion, low, typical, high (sums of the known parts; NaN if none is known),
        basis (the weakest of the known parts; "missing" if none is known), known_count, missing_count,
        missing (tuple of leg ids and "work:node" of the parts without a figure), total_complete.
    """
    rows = []
    for criterion in CRITERIA:
        parts = steps[steps[f"{criterion}_basis"].notna()]
        known = parts[parts[f"{criterion}_basis"] != "missing"]
        unknown = parts[parts[f"{criterion}_basis"] == "missing"]
        sums = {part: known[f"{criterion}_{part}"].sum(min_count=1) for part in ("low", "typical", "high")}
        bases = set(known[f"{criterion}_basis"])
        rows.append(
            {
                "criterion": criterion,
                **sums,
                "basis": next((basis for basis in reversed(BASIS_ORDER) if basis in bases), "missing"),
                "known_count": len(known),
                "missing_count": len(unknown),
                "missing": tuple(_label(row) for row in unknown.to_dict("records")),
                "total_complete": unknown.empty and not known.empty,
            }
        )
    return make_frame(rows, TOTALS)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, parts=lambda part: part)
def part_row(dataset: Dataset, part: Hop | Work) -> dict[str, Any]:
    """Cells of a leg or of node work by the columns of `steps`; those it does not have are left out."""
    return _leg_row(dataset, part) if isinstance(part, Hop) else _work_row(dataset, part)


def _leg_row(dataset: Dataset, hop: Hop) -> dict[str, Any]:
    """Row of one leg."""
    leg = dataset.record("legs", hop.leg_id)
    row = {name: leg[name] for name in ("mode", "gauge_mm", "status", "operators")}
    row |= {
        "kind": "leg",
        "leg_id": hop.leg_id,
        "from_node": hop.start,
        "to_node": hop.end,
        "reversed": hop.reversed,
        "from_country": country_of(dataset, hop.start),
        "to_country": country_of(dataset, hop.end),
    }
    for quantity in LEG_QUANTITIES:
        row |= _cells(quantity, leg_figure(dataset, hop.leg_id, quantity, is_reversed=hop.reversed))
    return row


def _work_row(dataset: Dataset, work: Work) -> dict[str, Any]:
    """Row of one node's work; how far it goes is no question."""
    row: dict[str, Any] = {"kind": "work", "node_id": work.node, "mode": work.mode, "work": work.work}
    row |= {"from_country": work.countries[0], "to_country": work.countries[1]}
    row |= {"counted_in": work.counted_in, "onward": work.onward}
    place = (dataset, work.node, work.work)
    time = work_figure(
        *place, mode=work.mode, between=work.countries, counted_in=work.counted_in, onward=work.onward
    )
    time = changed_work(dataset, work.node, work.work, time)
    cost = work_cost(*place, mode=work.mode, between=work.countries, counted_in=work.counted_in)
    charge = {} if cost is None else _cells("cost_usd_per_teu", changed_charge(dataset, work.node, cost))
    return row | _cells("time_h", time) | charge


def _cells(quantity: str, estimate: Estimate) -> dict[str, Any]:
    """Cells of one figure."""
    return {f"{quantity}_{part}": getattr(estimate, part) for part in FIGURE_PARTS}


def _label(row: dict[Any, Any]) -> str:
    """Name a step: the leg's id, or the work with its node."""
    return str(row["leg_id"]) if row["kind"] == "leg" else f"{row['work']}:{row['node_id']}"
