"""The dataset without what is avoided: every function that takes a dataset then answers without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.freight.arrays import MODES
from corridor.memory.memo import MAX_RECENT, Depends, Memo, remembered
from corridor.routing.ask import shut
from corridor.routing.question import Avoided
from corridor.scenario.codec import AS_IT_IS

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset

_SHUT = "suspended"


def without(dataset: Dataset, avoid: Avoided) -> Dataset:
    """
    Return the dataset with all freight legs out of use that are avoided or touch what is avoided.

    Parameters
    ----------
    dataset
        The route dataset.
    avoid
        Countries, modes, nodes, legs.

    Returns
    -------
    Dataset
        The same object if nothing is avoided. Its network has the routes of
        `corridor.freight.arrays.network` under the closures of `corridor.routing.ask.shut`, and only the
        places that are left. The last few are kept with the dataset.

    Raises
    ------
    RouteError
        If the dataset does not have what is avoided.
    """
    avoid.check(dataset)
    return dataset if avoid == Avoided() else _without(dataset, avoid)


@remembered(depends_on=Depends.EVERYTHING, most=MAX_RECENT)
def _without(dataset: Dataset, avoid: Avoided) -> Dataset:
    """Dataset with the legs out of use."""
    closed = shut(dataset, AS_IT_IS, avoid)
    legs = dataset.legs
    touches = legs["from_node"].isin(closed.closed_nodes) | legs["to_node"].isin(closed.closed_nodes)
    is_shut = (legs["leg_id"].isin(closed.closed_legs) | touches) & legs["mode"].isin(MODES)
    left = legs.assign(status=legs["status"].mask(is_shut, _SHUT))
    made = dataset.with_legs(left)
    made.__dict__["memo"] = Memo(dataset.memo, legs=frozenset(legs.loc[is_shut, "leg_id"]))
    return made
