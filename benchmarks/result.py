"""One line of the benchmark table: what was measured, beside which floor, and whether the target is met."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Result:
    """One measured line.

    Parameters
    ----------
    target
        Name in the target table (T12, T20, ...).
    work
        What was done.
    product, floor
        Medians, in `unit`; `product_p95` is the 95th percentile of the product.
    floor_name
        What the product is compared with, in the same run.
    limit
        Largest allowed ratio product / floor; None if the line is only noted.
    """

    target: str
    work: str
    product: float
    product_p95: float
    floor: float
    floor_name: str
    limit: float | None
    unit: str
    repetitions: int

    @property
    def ratio(self) -> float:
        """Product over floor."""
        return self.product / self.floor if self.floor else float("inf")

    @property
    def met(self) -> bool:
        """True if the ratio is within the limit, or there is none."""
        return self.limit is None or self.ratio <= self.limit

    def line(self) -> str:
        """Return the line as a Markdown table row."""
        goal = "-" if self.limit is None else f"<= {self.limit:.3g}x"
        met = "noted" if self.limit is None else "met" if self.met else "MISSED"
        return (
            f"| {self.target} | {self.work} | {self.product:.4g} (p95 {self.product_p95:.4g}) {self.unit} "
            f"| {self.floor_name}: {self.floor:.4g} {self.unit} | {self.ratio:.3g}x | {goal} "
            f"| {met} | {self.repetitions} |"
        )


HEADER = (
    "| target | work | product | floor or peer | ratio | goal | met | n |\n|---|---|---|---|---|---|---|---|"
)


def median(values: Sequence[float]) -> float:
    """Return the median."""
    return statistics.median(values)


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]


def load_average() -> str:
    """Return the machine's load over one minute, as the kernel prints it."""
    return Path("/proc/loadavg").read_text(encoding="ascii").split()[0]
