"""Answers to questions about pairs: of places, of countries, their index."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corridor.errors import PlaceError, WeightError
from corridor.questions.answer_routes import avoided_countries, network_of
from corridor.questions.tables import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.dataset.tables import Dataset
    from corridor.freight.arrays import Network

    Values = Mapping[str, Any]

# As in `corridor.questions.answer_routes`: a command line must be quick to start.
# ruff: noqa: PLC0415


def connectivity(dataset: Dataset, values: Values) -> Answer:
    """Pairs of places."""
    from corridor.pairs.connectivity import KAZAKHSTAN, SERBIA
    from corridor.pairs.connectivity import connectivity as joined

    origins, destinations = values["origins"] or KAZAKHSTAN, values["destinations"] or SERBIA
    network, places = network_of(dataset, values, *origins, *destinations)
    frame = joined(network, places[: len(origins)], places[len(origins) :])
    return Answer(tables={"connectivity": frame})


def country_pairs(dataset: Dataset, values: Values) -> Answer:
    """Pairs of countries."""
    from corridor.pairs.country_pairs import city_pairs
    from corridor.pairs.country_pairs import country_pairs as best

    network = _network(dataset, values)
    frame = best(city_pairs(network, _pairs(network, values["countries"])), network.dataset)
    return Answer(tables={"country_pairs": frame})


def pair_index(dataset: Dataset, values: Values) -> Answer:
    """Index of pairs of countries, its parts, how far the order hangs on weights and method."""
    from corridor.pairs.country_pairs import name
    from corridor.pairs.index import pair_index as weighed
    from corridor.pairs.index import scores
    from corridor.pairs.parts import pair_parts
    from corridor.pairs.rank_stability import method_ranks, rank_shares, weight_moves

    weights, way = _weights(values["weights"]), values["aggregation"]
    network = _network(dataset, values)
    pairs = _pairs(network, values["countries"])
    parts = pair_parts(network, pairs)
    scored = scores(parts, normalisation=values["normalisation"])
    first = name(pairs[0])
    tables = {
        "index": weighed(scored, weights=weights, aggregation=way),
        "scores": scored.reset_index(),
        "parts": parts,
        "rank_shares": rank_shares(scored, aggregation=way),
        "weight_moves": weight_moves(scored, first, weights=weights, aggregation=way),
        "method_ranks": method_ranks(parts, first, weights=weights),
    }
    return Answer(tables=tables, facts={"first": first})


def _network(dataset: Dataset, values: Values) -> Network:
    """Give the network under the scenario without the countries to avoid, and without their places."""
    from corridor.routing.avoided import without
    from corridor.routing.question import Avoided

    left = without(dataset, Avoided(countries=avoided_countries(dataset, values)))
    network, _places = network_of(left, values, is_shut=False)
    return network


def _pairs(network: Network, words: Sequence[str]) -> list[tuple[str, str]]:
    """Pairs of countries that words name, or all comparators."""
    from corridor.pairs.country_pairs import pairs_of, places_of

    chosen = []
    for text in words:
        origin, _dash, destination = text.upper().partition("-")
        if not (places_of(network, origin) and places_of(network, destination)) or origin == destination:
            raise PlaceError("pair-unknown", pair=text)
        chosen.append((origin, destination))
    return list(dict.fromkeys(chosen)) or list(pairs_of(network))


def _weights(words: Sequence[str]) -> dict[str, float] | None:
    """Read weights such as "time=3"; None if there are none."""
    found = {}
    for word in words:
        part, _sign, value = word.partition("=")
        try:
            found[part.strip()] = float(value)
        except ValueError:
            raise WeightError("weight-unreadable", weight=word) from None
    return found or None
