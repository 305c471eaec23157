"""The kinds of work of a journey, and what the model assumes of each before it sees a published figure."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

PAPER, PRACTICE = "timetable", "practice"
SPEAKS_OF = (PAPER, PRACTICE)


@dataclass(frozen=True, kw_only=True)
class Shape:
    """
    What the model of one quantity looks like.

    Attributes
    ----------
    quantity
        "time_h" or "cost_usd_per_teu".
    spreads
        By kind of work: how far its true amount is expected to lie from ours, as the standard deviation of
        its logarithm, before any published figure is seen.
    tilts
        By kind of work: the group whose amounts are stretched together; kinds without one are stretched by
        the level alone.
    works
        Kind of work by the cell `work` of a step.
    modes
        Kind of work by the mode of a leg.
    """

    quantity: str
    spreads: Mapping[str, float]
    tilts: Mapping[str, str]
    works: Mapping[str, str]
    modes: Mapping[str, str]

    @property
    def kinds(self) -> tuple[str, ...]:
        """Kinds of work, in the order of the arrays."""
        return tuple(self.spreads)

    @property
    def groups(self) -> tuple[str, ...]:
        """Groups of kinds that are stretched together."""
        return tuple(dict.fromkeys(self.tilts.values()))

    @property
    def in_groups(self) -> NDArray[np.float64]:
        """One row a group, one column a kind of work: 1 where the kind belongs to the group."""
        rows = [[float(self.tilts.get(kind) == group) for kind in self.kinds] for group in self.groups]
        return np.array(rows).reshape(len(self.groups), len(self.kinds))


class Part(NamedTuple):
    """A part of a journey with a known amount: its name, the kind of work, hours or dollars."""

    name: str
    kind: str
    amount: float


class Parts(NamedTuple):
    """The known parts of a journey, and how many have no figure."""

    known: list[Part]
    gaps: int


_OTHER_WORK = "transhipment"
_CELLS = ("kind", "leg_id", "work", "node_id", "mode")
_WORKS = MappingProxyType(
    {
        "border": "border",
        "break-of-gauge": "gauge",
        "transhipment": "transhipment",
        "waiting": "waiting",
        "dwell": "dwell",
        "loading": "transhipment",
    }
)

TIME = Shape(
    quantity="time_h",
    spreads=MappingProxyType(
        {"moving": 0.15, "border": 0.7, "gauge": 0.7, "transhipment": 0.6, "waiting": 0.8, "dwell": 0.6}
    ),
    tilts=MappingProxyType(
        {
            "border": "border",
            "gauge": "border",
            "transhipment": "port",
            "waiting": "port",
            "dwell": "port",
        }
    ),
    works=_WORKS,
    modes=MappingProxyType(dict.fromkeys(("rail", "road", "sea", "ferry", "river"), "moving")),
)
COST = Shape(
    quantity="cost_usd_per_teu",
    spreads=MappingProxyType({"rail": 0.3, "road": 0.3, "ship": 0.3, "charges": 0.5}),
    tilts=MappingProxyType({"rail": "rail", "ship": "ship"}),
    works=MappingProxyType(dict.fromkeys(_WORKS, "charges")),
    modes=MappingProxyType({"rail": "rail", "road": "road", "sea": "ship", "ferry": "ship", "river": "ship"}),
)
SHAPES = MappingProxyType({shape.quantity: shape for shape in (TIME, COST)})


def parts_of(frame: pd.DataFrame, shape: Shape) -> Parts:
    """
    List the parts of a journey with their kind of work.

    Parameters
    ----------
    frame
        Steps, as `corridor.chain.steps.steps` returns them.
    shape
        The model of the quantity.

    Returns
    -------
    Parts
        Each part by the name "leg id" or "work:node"; parts to which the quantity does not apply are left
        out.
    """
    names = [*_CELLS, f"{shape.quantity}_basis", f"{shape.quantity}_typical"]
    columns = [frame[name].tolist() if name in frame else [None] * len(frame) for name in names]
    return _parts(zip(*columns, strict=True), shape)


def parts_in(rows: Iterable[Mapping[str, Any]], shape: Shape) -> Parts:
    """
    List the parts of a journey from rows of its steps.

    Parameters
    ----------
    rows
        Rows, as `corridor.chain.steps.part_row` gives them.
    shape
        The model of the quantity.

    Returns
    -------
    Parts
        As `parts_of`.
    """
    names = [*_CELLS, f"{shape.quantity}_basis", f"{shape.quantity}_typical"]
    return _parts(([row.get(name) for name in names] for row in rows), shape)


def _parts(cells: Iterable[Sequence[Any]], shape: Shape) -> Parts:
    """List the parts from their cells."""
    known, gaps = [], 0
    for kind, leg_id, work, node_id, mode, basis, typical in cells:
        if basis == "missing":
            gaps += 1
        elif isinstance(basis, str):
            if kind == "leg":
                part = Part(leg_id, shape.modes.get(mode, shape.kinds[0]), float(typical))
            else:
                part = Part(
                    f"{work}:{node_id}", shape.works.get(work, shape.works[_OTHER_WORK]), float(typical)
                )
            known.append(part)
    return Parts(known, gaps)


def amounts(parts: Sequence[Part], shape: Shape) -> NDArray[np.float64]:
    """
    Add up the parts of a journey by kind of work.

    Parameters
    ----------
    parts
        Parts of one journey.
    shape
        The model of the quantity.

    Returns
    -------
    numpy.ndarray
        Two rows by kind: the sum of the amounts, and the sum of their squares (parts vary by themselves).
    """
    sums = np.zeros((2, len(shape.kinds)))
    at = {kind: column for column, kind in enumerate(shape.kinds)}
    for part in parts:
        sums[0, at[part.kind]] += part.amount
        sums[1, at[part.kind]] += part.amount**2
    return sums
