"""The frames of the page Connectivity, each worked out once for a dataset and all its visitors."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from corridor.freight import reach
from corridor.freight.arrays import network
from corridor.memory.memo import MAX_RECENT, Depends, remembered
from corridor.pairs import country_pairs
from corridor.pairs.connectivity import TOGETHER, connectivity
from corridor.pairs.index import pair_index, scores
from corridor.pairs.parts import PARTS, pair_parts
from corridor.pairs.rank_stability import method_ranks, rank_shares, weight_moves
from corridor.resilience.critical_parts import critical_parts
from corridor.routing.avoided import without
from corridor.routing.question import Avoided
from corridor.routing.routes import routes
from corridor.routing.sanctioned import ruled_out

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset
    from ui.link.state import State
    from ui.link.view import View

_HOURS_PER_DAY = 24
_Seen = TypeVar("_Seen", bound="View")
OURS = country_pairs.name(country_pairs.OURS)


def left_out(view: View) -> frozenset[str]:
    """Countries that rules of the EU leave out, where the address asks for those rules."""
    return ruled_out(view.dataset) if view.state.rules == "eu" else frozenset()


def as_asked(view: _Seen) -> _Seen:
    """Give the visit with the data that its question leaves; with all if that leaves no two places."""
    avoid = Avoided.read(view.dataset, view.state.avoid)
    avoid = replace(avoid, countries=avoid.countries | left_out(view))
    left = without(view.dataset, avoid)
    return replace(view, dataset=left) if len(network(left).places) > 1 else view


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=MAX_RECENT)
def cities(dataset: Dataset) -> pd.DataFrame:
    """Give the pairs of places of Kazakhstan and Serbia."""
    net = network(dataset)
    return connectivity(net, *(country_pairs.places_of(net, code) for code in country_pairs.OURS))


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=MAX_RECENT)
def countries(dataset: Dataset) -> pd.DataFrame:
    """Give the best of every pair of countries of the matrix."""
    net = network(dataset)
    found = country_pairs.city_pairs(net, country_pairs.grid_of(net))
    return country_pairs.country_pairs(found, dataset)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=MAX_RECENT)
def parts(dataset: Dataset) -> pd.DataFrame:
    """Give the parts of the index of every comparator."""
    net = network(dataset)
    return pair_parts(net, country_pairs.pairs_of(net))


def is_ranked(dataset: Dataset) -> bool:
    """Whether the data hold our pair and one to compare it with."""
    pairs = set(parts(dataset)["pair"])
    return OURS in pairs and len(pairs) > 1


def scored(dataset: Dataset, state: State) -> pd.DataFrame:
    """Give the scores under the chosen normalisation."""
    return _scores(dataset, state.normalisation)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=MAX_RECENT)
def _scores(dataset: Dataset, normalisation: str) -> pd.DataFrame:
    """Give the scores under a normalisation."""
    return scores(parts(dataset), normalisation=normalisation)


def ranked(dataset: Dataset, state: State) -> pd.DataFrame:
    """Give the index under the chosen weights and methods."""
    return _index(dataset, state.weights, state.normalisation, state.aggregation)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=MAX_RECENT)
def _index(dataset: Dataset, weights: tuple[int, ...], normalisation: str, aggregation: str) -> pd.DataFrame:
    """Give the index under weights and methods."""
    found = _scores(dataset, normalisation)
    return pair_index(found, weights=_by_part(weights), aggregation=aggregation)


def shares(dataset: Dataset, state: State) -> pd.DataFrame:
    """Give how often each pair has each rank under weights drawn at random."""
    return _shares(dataset, state.normalisation, state.aggregation)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=MAX_RECENT)
def _shares(dataset: Dataset, normalisation: str, aggregation: str) -> pd.DataFrame:
    """Give how often each pair has each rank under methods."""
    return rank_shares(_scores(dataset, normalisation), aggregation=aggregation)


def moves(dataset: Dataset, state: State) -> pd.DataFrame:
    """Give how far each weight can move before our pair changes its rank."""
    return _moves(dataset, state.weights, state.normalisation, state.aggregation)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=MAX_RECENT)
def _moves(dataset: Dataset, weights: tuple[int, ...], normalisation: str, aggregation: str) -> pd.DataFrame:
    """Give how far each weight can move under methods."""
    found = _scores(dataset, normalisation)
    return weight_moves(found, OURS, weights=_by_part(weights), aggregation=aggregation)


def methods(dataset: Dataset, state: State) -> pd.DataFrame:
    """Give the rank of our pair under every method."""
    return _methods(dataset, state.weights)


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=MAX_RECENT)
def _methods(dataset: Dataset, weights: tuple[int, ...]) -> pd.DataFrame:
    """Give the rank of our pair under every method with weights."""
    return method_ranks(parts(dataset), OURS, weights=_by_part(weights))


def weights(state: State) -> Mapping[str, float] | None:
    """Give the weights of the address by part; None for equal ones."""
    return _by_part(state.weights)


def _by_part(weights: tuple[int, ...]) -> Mapping[str, float] | None:
    """Give weights by part; None for equal ones."""
    if not weights:
        return None
    return {part.id: float(one) for part, one in zip(PARTS, weights, strict=True)}


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=MAX_RECENT)
def within(dataset: Dataset, place: str, days: int) -> pd.DataFrame:
    """Give the places within so many days of a place."""
    return reach.reach(network(dataset), place, limit=float(days * _HOURS_PER_DAY))


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=MAX_RECENT)
def legs_of(dataset: Dataset, origin: str, destination: str, route_id: str) -> tuple[str, ...]:
    """Give the legs of the route that a part of the index was found on; none if it is not found again."""
    found = routes(network(dataset), origin, destination, criteria=TOGETHER)
    return tuple(hop.leg_id for hop in found.hops.get(route_id, ()))


@remembered(depends_on=Depends.LEGS | Depends.FIGURES, most=MAX_RECENT)
def critical(dataset: Dataset) -> pd.DataFrame:
    """Give what each leg and node is worth to the pairs of places of Kazakhstan and Serbia."""
    pairs = cities(dataset)
    ends = list(zip(pairs["origin"], pairs["destination"], strict=True))
    return critical_parts(network(dataset), ends)
