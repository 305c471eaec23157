"""One figure with its band, its basis and the reason for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Basis = Literal["published", "derived", "modelled", "missing"]


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """
    One figure with its band, its basis and the reason for it.

    Attributes
    ----------
    quantity, unit
        What is estimated, in which unit.
    low, typical, high
        Headline and band; None where nothing is known or the quantity is told in words.
    worst
        The extreme beyond the band that claims of the kind "worst" report, or None.
    text
        The headline in words or as a date, or None.
    basis
        "published", "derived", "modelled" or "missing".
    claim_id, kind, as_of
        The claim that became the headline, its kind, and the time it speaks of; None without one.
    reason
        (code, detail, shape). Codes of a published figure say what decided between the claims:
        "only-claim", "kind", "confidence", "newest", "precision", "id"; the detail is the winning value; the
        shape says what the headline is: "stated", "midpoint", "lower-bound", "upper-bound", "words". Codes
        without a headline: "no-claim", "no-fitting-claim" (detail: how many others there are). Other bases:
        see `corridor.evidence.figures`.
    spoke
        Claims that shaped headline, band or worst, the headline first.
    lost
        Claims that did not, each with a reason code: "fit-wider", "fit-narrower", "fit-proxy" (does not
        speak of just this), "too-old" (more than three years before the newest), "other-period" (of what is
        counted period by period: speaks of another one), "undated", "outranked" (words beside a preferred
        wording), "words-only" (no number, where others give one), "within-band" (a worst case that is no
        worse).
    formula
        Name of the formula of a derived or modelled figure.
    factors
        Ids of the factors used.
    """

    quantity: str
    unit: str
    low: float | None = None
    typical: float | None = None
    high: float | None = None
    worst: float | None = None
    text: str | None = None
    basis: Basis = "missing"
    claim_id: str | None = None
    kind: str | None = None
    as_of: str | None = None
    reason: tuple[str, ...] = ("no-claim", "", "")
    spoke: tuple[str, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()
    formula: str | None = None
    factors: tuple[str, ...] = ()

    @property
    def is_missing(self) -> bool:
        """Whether there is no figure."""
        return self.basis == "missing"
