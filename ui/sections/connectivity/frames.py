"""The frames of the page Connectivity, each worked out once for a dataset and all its visitors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.dataset.memory import recent
from corridor.freight import reach
from corridor.freight.arrays import network
from corridor.pairs import country_pairs
from corridor.pairs.connectivity import connectivity
from corridor.pairs.index import pair_index, scores
from corridor.pairs.parts import PARTS, pair_parts
from corridor.pairs.rank_stability import method_ranks, rank_shares, weight_moves
from corridor.resilience.critical_parts import critical_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from corridor.dataset.tables import Dataset
    from ui.link.state import State

_HOURS_PER_DAY = 24
OURS = country_pairs.name(country_pairs.OURS)


def cities(dataset: Dataset) -> pd.DataFrame:
    """Give the pairs of places of Kazakhstan and Serbia."""

    def work() -> pd.DataFrame:
        net = network(dataset)
        return connectivity(net, *(country_pairs.places_of(net, one) for one in country_pairs.OURS))

    return recent(dataset, "pair-cities", (), work)


def countries(dataset: Dataset) -> pd.DataFrame:
    """Give the best of every pair of countries of the matrix."""

    def work() -> pd.DataFrame:
        net = network(dataset)
        found = country_pairs.city_pairs(net, country_pairs.grid_of(net))
        return country_pairs.country_pairs(found, dataset)

    return recent(dataset, "pair-countries", (), work)


def parts(dataset: Dataset) -> pd.DataFrame:
    """Give the parts of the index of every comparator."""

    def work() -> pd.DataFrame:
        net = network(dataset)
        return pair_parts(net, country_pairs.pairs_of(net))

    return recent(dataset, "pair-parts", (), work)


def is_ranked(dataset: Dataset) -> bool:
    """Whether the data hold our pair and one to compare it with."""
    pairs = set(parts(dataset)["pair"])
    return OURS in pairs and len(pairs) > 1


def scored(dataset: Dataset, state: State) -> pd.DataFrame:
    """Give the scores under the chosen normalisation."""
    how = state.normalisation
    return recent(dataset, "pair-scores", how, lambda: scores(parts(dataset), normalisation=how))


def ranked(dataset: Dataset, state: State) -> pd.DataFrame:
    """Give the index under the chosen weights and methods."""
    key = (state.weights, state.normalisation, state.aggregation)
    return recent(
        dataset,
        "pair-index",
        key,
        lambda: pair_index(scored(dataset, state), weights=weights(state), aggregation=state.aggregation),
    )


def shares(dataset: Dataset, state: State) -> pd.DataFrame:
    """Give how often each pair has each rank under weights drawn at random."""
    key = (state.normalisation, state.aggregation)
    return recent(
        dataset,
        "pair-shares",
        key,
        lambda: rank_shares(scored(dataset, state), aggregation=state.aggregation),
    )


def moves(dataset: Dataset, state: State) -> pd.DataFrame:
    """Give how far each weight can move before our pair changes its rank."""
    key = (state.weights, state.normalisation, state.aggregation)
    return recent(
        dataset,
        "pair-moves",
        key,
        lambda: weight_moves(
            scored(dataset, state), OURS, weights=weights(state), aggregation=state.aggregation
        ),
    )


def methods(dataset: Dataset, state: State) -> pd.DataFrame:
    """Give the rank of our pair under every method."""
    return recent(
        dataset,
        "pair-methods",
        state.weights,
        lambda: method_ranks(parts(dataset), OURS, weights=weights(state)),
    )


def weights(state: State) -> Mapping[str, float] | None:
    """Give the weights of the address by part; None for equal ones."""
    if not state.weights:
        return None
    return {part.id: float(one) for part, one in zip(PARTS, state.weights, strict=True)}


def within(dataset: Dataset, place: str, days: int) -> pd.DataFrame:
    """Give the places within so many days of a place."""

    def work() -> pd.DataFrame:
        return reach.reach(network(dataset), place, limit=float(days * _HOURS_PER_DAY))

    return recent(dataset, "pair-reach", (place, days), work)


def critical(dataset: Dataset) -> pd.DataFrame:
    """Give what each leg and node is worth to the pairs of places of Kazakhstan and Serbia."""

    def work() -> pd.DataFrame:
        pairs = cities(dataset)
        ends = list(zip(pairs["origin"], pairs["destination"], strict=True))
        return critical_parts(network(dataset), ends)

    return recent(dataset, "pair-critical", (), work)
