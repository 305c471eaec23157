"""What the work at a node costs for a laden TEU."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from corridor.evidence.claims import Estimate, figure
from corridor.evidence.factors import default_border_factor, default_factor, shared_union
from corridor.evidence.figures import FREE_WORKS, seen_from

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

DEFAULT_CHARGE = "default charge"
UNIT = "USD/TEU"
_QUANTITY_OF_WORK = {
    "border": "border_cost_usd_per_teu",
    "break-of-gauge": "transhipment_cost_usd_per_teu",
    "transhipment": "transhipment_cost_usd_per_teu",
}


def work_cost(
    dataset: Dataset,
    node_id: str,
    work: str,
    *,
    mode: str = "rail",
    between: tuple[str, str] | None = None,
    counted_in: str | None = None,
) -> Estimate | None:
    """
    Estimate what a node's work costs: published, else by a default factor, else missing.

    Parameters
    ----------
    dataset
        The route dataset.
    node_id, work, mode, between, counted_in
        As for `corridor.evidence.figures.work_figure`. A break of gauge is charged as a transhipment from
        train to train; one that the border counts costs nothing by itself.

    Returns
    -------
    Estimate or None
        In USD per TEU; reasons as of `corridor.evidence.figures.work_figure`. None for waiting, for
        the stay in a port and for wagons that roll on or off: they have no price of their own; storage and
        demurrage are not counted.

    Raises
    ------
    UnknownIdError
        If there is no such node.
    """
    country = str(dataset.record("nodes", node_id)["country"])
    if work in FREE_WORKS:
        return None
    quantity = _QUANTITY_OF_WORK[work]
    published = replace(figure(dataset, "node", node_id, quantity), unit=UNIT)
    if not published.is_missing:
        return published
    if counted_in is not None:
        reason = ("counted-in-border", counted_in, "")
        return replace(published, low=0.0, typical=0.0, high=0.0, basis="modelled", reason=reason)
    union = shared_union(dataset, *between) if work == "border" and between else None
    if work == "border":
        factor = default_border_factor(
            dataset, mode=mode, countries=seen_from(country, between), quantity=quantity
        )
    else:
        factor = default_factor(dataset, quantity, mode=mode, countries=(country,))
    if factor is None:
        return replace(published, reason=("inside-customs-union", union, "")) if union else published
    return replace(
        published,
        low=factor.low,
        typical=factor.value,
        high=factor.high,
        basis="modelled",
        reason=("union-factor", union, "") if union else ("factor", factor.factor_id, ""),
        formula=DEFAULT_CHARGE,
        factors=(factor.factor_id,),
    )
