"""The verb of the command line about how well places and countries are joined."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corridor.dataset import SHIPPED, load

if TYPE_CHECKING:
    import argparse

    import pandas as pd


def add_verbs(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the verb to the parser."""
    words = "sum up how places or countries are joined; with the index of Kazakhstan and Serbia"
    verb = verbs.add_parser("connectivity", help=words, description=words)
    verb.add_argument("--origins", default="", help="comma-separated places (those of Kazakhstan)")
    verb.add_argument("--destinations", default="", help="comma-separated places (those of Serbia)")
    verb.add_argument(
        "--countries",
        nargs="?",
        const="",
        help="the best of pairs of countries, comma-separated, such as KZ-RS,KZ-HU (all comparators)",
    )
    verb.add_argument("--index", action="store_true", help="the pair index, its parts and rank stability")
    verb.add_argument("--weights", default="", help="of the index, such as time=3,cost=2 (all equal)")
    verb.add_argument("--normalisation", default="min-max", help="min-max or ratio (min-max)")
    verb.add_argument("--aggregation", default="arithmetic", help="arithmetic or geometric (arithmetic)")
    verb.add_argument("--folder", type=Path, default=SHIPPED, help="folder of the dataset (the shipped data)")
    verb.add_argument("--json", action="store_true", help="write JSON")
    verb.set_defaults(verb=_connectivity)


def _connectivity(options: argparse.Namespace) -> int:
    """Print pairs of places, pairs of countries or the index."""
    from corridor.network import network  # noqa: PLC0415 - numba and geopandas take long to load

    net = network(load(options.folder))
    if options.index:
        return _print(options, _index(options, net))
    if options.countries is not None:
        return _print(options, {"country pairs": _countries(options, net)})
    return _print(options, {"connectivity": _places(options, net)})


def _places(options: argparse.Namespace, net: Any) -> pd.DataFrame:
    """Pairs of places."""
    from corridor.connectivity import KAZAKHSTAN, SERBIA, connectivity  # noqa: PLC0415 - as above
    from corridor.places import find  # noqa: PLC0415 - the same

    ends = [
        [find(net.dataset, one, among=net.places) for one in _listed(words)] or list(usual)
        for words, usual in ((options.origins, KAZAKHSTAN), (options.destinations, SERBIA))
    ]
    return connectivity(net, *ends)


def _countries(options: argparse.Namespace, net: Any) -> pd.DataFrame:
    """Pairs of countries."""
    from corridor.country_pairs import city_pairs, country_pairs  # noqa: PLC0415 - as above

    return country_pairs(city_pairs(net, _pairs(options, net)), net.dataset)


def _index(options: argparse.Namespace, net: Any) -> dict[str, pd.DataFrame]:
    """Index, parts and how far the order hangs on the weights."""
    from corridor.country_pairs import name  # noqa: PLC0415 - as above
    from corridor.pair_index import pair_index, scores  # noqa: PLC0415 - the same
    from corridor.pair_parts import pair_parts  # noqa: PLC0415 - the same
    from corridor.rank_stability import method_ranks, rank_shares, weight_moves  # noqa: PLC0415 - the same

    pairs = _pairs(options, net)
    parts = pair_parts(net, pairs)
    scored = scores(parts, normalisation=options.normalisation)
    weights, aggregation = _weights(options.weights), options.aggregation
    first = name(pairs[0])
    return {
        "index": pair_index(scored, weights=weights, aggregation=aggregation),
        "scores": scored.reset_index(),
        "parts": parts,
        "rank shares": rank_shares(scored, aggregation=aggregation),
        f"weight moves of {first}": weight_moves(scored, first, weights=weights, aggregation=aggregation),
        f"{first} by every method": method_ranks(parts, first, weights=weights),
    }


def _pairs(options: argparse.Namespace, net: Any) -> list[tuple[str, str]]:
    """Pairs of countries that the command line names, or all comparators."""
    from corridor.country_pairs import pairs_of, places_of  # noqa: PLC0415 - as above
    from corridor.errors import PlaceError  # noqa: PLC0415 - the same

    chosen = []
    for text in _listed(options.countries or ""):
        origin, _dash, destination = text.upper().partition("-")
        if not (places_of(net, origin) and places_of(net, destination)) or origin == destination:
            message = f"'{text}' is no pair of countries whose places the network holds, such as KZ-RS."
            raise PlaceError(message)
        chosen.append((origin, destination))
    return list(dict.fromkeys(chosen)) or list(pairs_of(net))


def _weights(text: str) -> dict[str, float] | None:
    """Read weights such as "time=3,cost=2"."""
    from corridor.errors import WeightError  # noqa: PLC0415 - as above

    if not text:
        return None
    found = {}
    for one in _listed(text):
        part, _sign, value = one.partition("=")
        try:
            found[part.strip()] = float(value)
        except ValueError:
            message = f"'{one}' is no weight. Write a part and a number from 0, such as time=3."
            raise WeightError(message) from None
    return found


def _listed(text: str) -> list[str]:
    """Words between commas."""
    return [one.strip() for one in text.split(",") if one.strip()]


def _print(options: argparse.Namespace, frames: dict[str, pd.DataFrame]) -> int:
    """Print frames for a person or a program."""
    if options.json:
        plain = {name: json.loads(frame.to_json(orient="records")) for name, frame in frames.items()}
        print(json.dumps(plain, ensure_ascii=False, indent=2))
        return 0
    for name, frame in frames.items():
        left_out = [
            column
            for column in frame.columns
            if column.endswith(("_low", "_high", "_route", "_routes", "_legs"))
        ]
        print(f"{name}\n{frame.drop(columns=left_out).round(2).to_string(index=False, na_rep='-')}\n")
    return 0
