"""The figures that many computed tables hold, with their parts: each is a column, such as time_h_low."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.columns.column import Column, flag, number, text, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BASES = ("published", "derived", "modelled", "missing")
KINDS = ("leg", "work")
WORKS = ("border", "break-of-gauge", "transhipment", "loading", "dwell", "waiting")
VERDICTS = ("inside", "below", "above", "not-comparable")


@dataclass(frozen=True)
class Quantity:
    """A figure: its name in columns, its title, what it is in words, its unit."""

    name: str
    title: str
    words: str
    unit: str | None


TIME = Quantity("time_h", "Time", "time in hours", "h")
COST = Quantity("cost_usd_per_teu", "Cost", "cost in US dollars per TEU", "USD/TEU")
EMISSIONS = Quantity("co2e_kg_per_t", "CO₂e", "emissions in kilograms of CO2e per tonne", "kg/t")
DISTANCE = Quantity("distance_km", "Distance", "distance in kilometres", "km")
BORDERS = Quantity("borders", "Borders", "number of borders", None)
TRANSHIPMENTS = Quantity("transhipments", "Transhipments", "number of transhipments", None)
OF_STEPS = (DISTANCE, TIME, COST)
OF_ROUTES = (TIME, COST, EMISSIONS, DISTANCE, BORDERS, TRANSHIPMENTS)

# Title and description of each part of a sum.
_SUMS = {
    "low": ("low end", "Sum of the low ends of the known parts: {words}."),
    "typical": ("typical", "Sum of the headlines of the known parts: {words}."),
    "high": ("high end", "Sum of the high ends of the known parts: {words}."),
    "gaps": ("parts without a figure", "How many parts of the route have no figure: {words}."),
    "basis": ("basis", "Weakest basis of the known parts, missing if none is known: {words}."),
    "complete": ("complete", "Whether no part is missing: {words}."),
}
# The same of one figure.
_FIGURES = {
    "low": ("low end", "Low end of the {words}."),
    "typical": ("typical", "Headline of the {words}."),
    "high": ("high end", "High end of the {words}."),
    "basis": ("basis", "What the {words} rests on; empty where a step has none."),
    "claim_id": ("claim", "Claim that became the headline of the {words}."),
}
_BEST = {
    "least": ("least", "Headline of the best route on this alone, of its known parts: {words}."),
    "low": ("low end", "Low end of that route: {words}."),
    "high": ("high end", "High end of that route: {words}."),
    "gaps": (
        "parts without a figure",
        "Parts of that route without a figure; with any, the sums are floors: {words}.",
    ),
    "legs": ("legs", "How many legs that route has: {words}."),
    "basis": ("basis", "Weakest basis of its known parts: {words}."),
    "route": ("route", "Its id: {words}."),
    "origin": ("start", "Place of departure of that route: {words}."),
    "destination": ("end", "Place of arrival of that route: {words}."),
}
BANDS = ("low", "typical", "high")
SUM_PARTS, FIGURE_PARTS = tuple(_SUMS), tuple(_FIGURES)
BEST_PARTS = tuple(_BEST)[:7]
BEST_PARTS_WITH_ENDS = tuple(_BEST)


def sums(
    quantities: Iterable[Quantity] = OF_ROUTES,
    parts: Iterable[str] = SUM_PARTS,
    *,
    required: bool = False,
    has_route: bool = True,
) -> Iterator[Column]:
    """
    Declare the sums of a route.

    Parameters
    ----------
    quantities
        The figures.
    parts
        The parts of each.
    required
        Whether gaps and completeness stand in every row; a sum may be missing all the same.
    has_route
        Whether every row has a route, and so a basis.
    """
    for quantity in quantities:
        for part in parts:
            yield _part(quantity, part, *_SUMS[part], required=required, has_basis=required and has_route)


def figures(
    quantities: Iterable[Quantity] = OF_STEPS, parts: Iterable[str] = FIGURE_PARTS
) -> Iterator[Column]:
    """Declare the figures of a step, any of which it may lack."""
    for quantity in quantities:
        for part in parts:
            yield _part(quantity, part, *_FIGURES[part])


def best(parts: Iterable[str]) -> Iterator[Column]:
    """Declare the figures of the best route on each criterion; none where there is no route."""
    for quantity in OF_ROUTES:
        for part in parts:
            yield _part(quantity, part, *_BEST[part])


def _part(
    quantity: Quantity, part: str, title: str, words: str, *, required: bool = False, has_basis: bool = False
) -> Column:
    """Declare one part of a figure."""
    name, title = f"{quantity.name}_{part}", f"{quantity.title}: {title}"
    told = words.format(words=quantity.words)
    if part == "basis":
        return text(name, title, told, enum=BASES, required=has_basis)
    if part in {"gaps", "legs"}:
        return whole(name, title, told, required=required, minimum=0)
    if part == "complete":
        return flag(name, title, told, required=required)
    if part in {"claim_id", "route", "origin", "destination"}:
        return text(name, title, told)
    return number(name, title, told, quantity.unit)
