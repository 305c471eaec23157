"""Derived figures: the documented list of formulas over published figures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.evidence.claims import Estimate, figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.dataset.tables import Dataset

Subject = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Formula:
    """
    One figure as a sum and difference of published ones.

    Attributes
    ----------
    name
        Short English name, shown with the figure.
    subject, quantity
        What it gives.
    plus, minus
        Subjects whose published figures on the same quantity are added and taken away.
    """

    name: str
    subject: Subject
    quantity: str
    plus: tuple[Subject, ...]
    minus: tuple[Subject, ...] = ()


# Only where the parts are published and meet at the same places; the name is what a reader sees.
FORMULAS: tuple[Formula, ...] = (
    Formula(
        name="Kars - Ankara less Kars - Divriği",
        subject=("leg", "divrigi-ankara"),
        quantity="distance_km",
        plus=(("topic", "kars-ankara"),),
        minus=(("leg", "kars-divrigi"),),
    ),
    # Both tariff distances count from the state border, so what lies before Tbilisi cancels out.
    Formula(
        name="Tbilisi - Poti, plus border - Batumi less border - Poti",
        subject=("leg", "tbilisi-batumi"),
        quantity="distance_km",
        plus=(("leg", "tbilisi-poti"), ("topic", "gardabani-batumi-port")),
        minus=(("topic", "gardabani-poti-port"),),
    ),
    Formula(
        name="Belgrade - Subotica less Belgrade - Novi Sad",
        subject=("leg", "novi-sad-subotica"),
        quantity="distance_km",
        plus=(("topic", "belgrade-subotica"),),
        minus=(("leg", "belgrade-novi-sad"),),
    ),
)


def derived(
    dataset: Dataset,
    subject_type: str,
    subject_id: str,
    quantity: str,
    *,
    formulas: Sequence[Formula] = FORMULAS,
) -> Estimate | None:
    """
    Derive a figure by the first formula whose parts are all published.

    Parameters
    ----------
    dataset
        The route dataset.
    subject_type, subject_id, quantity
        What to derive.
    formulas
        The formulas to choose from.

    Returns
    -------
    Estimate or None
        Basis "derived"; the band takes every part at its worst. None if no formula applies.
    """
    for formula in formulas:
        if formula.subject == (subject_type, subject_id) and formula.quantity == quantity:
            estimate = _applied(dataset, formula)
            if estimate is not None:
                return estimate
    return None


def _applied(dataset: Dataset, formula: Formula) -> Estimate | None:
    """Figure by one formula; None if a part is not published or the result is not positive."""
    plus = [figure(dataset, *subject, formula.quantity) for subject in formula.plus]
    minus = [figure(dataset, *subject, formula.quantity) for subject in formula.minus]
    low = typical = high = 0.0
    for part in plus:
        if part.low is None or part.typical is None or part.high is None:
            return None
        low, typical, high = low + part.low, typical + part.typical, high + part.high
    for part in minus:
        if part.low is None or part.typical is None or part.high is None:
            return None
        low, typical, high = low - part.high, typical - part.typical, high - part.low
    if low <= 0:
        return None
    heads = tuple(part.claim_id for part in (*plus, *minus) if part.claim_id is not None)
    return Estimate(
        quantity=formula.quantity,
        unit=plus[0].unit,
        low=low,
        typical=typical,
        high=high,
        basis="derived",
        reason=("formula", formula.name, ""),
        spoke=heads,
        formula=formula.name,
    )
