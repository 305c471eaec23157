"""The pair index: parts are those of the engine, missing ones stay missing, ranks are what the scores say."""

import numpy as np
import pandas as pd
import pytest

from corridor.air.air_link import air_link
from corridor.dataset.tables import load
from corridor.errors import WeightError
from corridor.freight.arrays import network
from corridor.pairs.connectivity import connectivity
from corridor.pairs.country_pairs import (
    OURS,
    PAIRS,
    PLACES,
    city_pairs,
    country_pairs,
    name,
    pairs_of,
    places_of,
)
from corridor.pairs.index import MIN_KNOWN_SHARE, pair_index, scores
from corridor.pairs.parts import MAX_MISSING_SHARE, PARTS, pair_parts
from corridor.pairs.rank_stability import method_ranks, rank_shares, weight_moves
from corridor.resilience.remaining_share import resilience
from corridor.routing.routes import Constraints, routes

FEW = (OURS, ("KZ", "HU"), ("GE", "RS"), ("TR", "RS"))


@pytest.fixture(scope="module")
def net():
    return network(load())


@pytest.fixture(scope="module")
def parts(net):
    return pair_parts(net, FEW)


def part(frame, pair, id_):
    return frame[(frame["pair"] == pair) & (frame["part"] == id_)].iloc[0]


def made(values):
    """Parts of pairs from plain numbers."""
    rows = [
        {"pair": pair, "part": one.id, "value": value, "counts": not np.isnan(value)}
        for pair, row in values.items()
        for one, value in zip(PARTS, row, strict=True)
    ]
    return pd.DataFrame(rows)


def test_every_place_lies_in_its_country_and_every_comparator_is_held(net):
    assert pairs_of(net) == PAIRS
    for country, places in PLACES.items():
        assert places_of(net, country) == places


def test_a_country_without_a_list_is_stood_for_by_its_cities(net, monkeypatch):
    monkeypatch.setattr("corridor.pairs.country_pairs.PLACES", {})
    cities = places_of(net, "KZ")
    assert {"almaty", "astana", "aktobe", "oral", "semey"} <= set(cities)
    assert list(cities) == sorted(cities)
    assert {net.dataset.record("nodes", city)["kind"] for city in cities} == {"city"}
    assert places_of(net, "XX") == ()


def test_the_best_of_two_countries_is_that_of_a_pair_of_places(net):
    cities = city_pairs(net, FEW)
    table = country_pairs(cities, net.dataset)
    assert table["pair"].tolist() == [name(pair) for pair in FEW]
    row = table.iloc[0]
    of_row = connectivity(net, [row["time_h_origin"]], [row["time_h_destination"]]).iloc[0]
    assert of_row["time_h_least"] == row["time_h_least"]
    ours = cities[cities["pair"] == "KZ-RS"]
    fewest = ours[ours["time_h_gaps"] == ours["time_h_gaps"].min()]
    assert row["time_h_least"] == fewest["time_h_least"].min()
    assert row["different"] == ours["different"].max()
    assert row["joined"] == row["city_pairs"] == len(ours)


def test_every_pair_has_every_part_once(parts):
    assert parts.groupby("pair", sort=False)["part"].apply(list).tolist() == [[p.id for p in PARTS]] * len(
        FEW
    )
    assert (parts["value"].notna() | ~parts["counts"]).all()
    assert (parts["basis"] == "missing").eq(parts["value"].isna()).all()


def test_flights_are_the_published_ones_and_none_in_the_data_is_not_nought(net, parts):
    assert part(parts, "KZ-RS", "flights")["value"] == 2
    assert part(parts, "TR-RS", "flights")["gaps"] > 0
    link = air_link(net.dataset, "AZ", "RS")
    assert (link.weekly, link.services) == (None, ())
    assert link.others == ("ju-beg-gyd",)


def test_a_sum_with_many_gaps_is_told_and_does_not_count(parts):
    sums = parts[parts["part"].isin(["time", "cost", "co2e"]) & parts["value"].notna()]
    assert sums["counts"].tolist() == (sums["gaps"] <= MAX_MISSING_SHARE * sums["of"]).tolist()


def test_resilience_is_what_the_routes_say(net):
    ends = ("tbilisi", "belgrade")
    best = routes(net, *ends, criteria=("time_h",)).table.iloc[0]
    ratios = []
    for leg in best["legs"].replace("~", "").split("|"):
        shut = Constraints(avoid_legs=frozenset({leg}))
        after = routes(net, *ends, criteria=("time_h",), constraints=shut).table
        ratio = 0 if after.empty else best["time_h_typical"] / after.iloc[0]["time_h_typical"]
        ratios.append(min(1, ratio))
    found = resilience(net, *ends)
    assert found.kept == pytest.approx(np.mean(ratios))
    assert (found.legs, found.survived) == (len(ratios), sum(one > 0 for one in ratios))


def test_the_only_way_keeps_nothing(net):
    assert resilience(net, "bar", "belgrade", criterion="distance_km").kept == 0.0


def test_places_that_one_route_joins_are_joined(net):
    cities = city_pairs(net, (OURS,))
    routes_of_each = [0, 1, *[2] * (len(cities) - 2)]
    row = country_pairs(cities.assign(routes=routes_of_each), net.dataset).iloc[0]
    assert (row["city_pairs"], row["joined"]) == (len(cities), len(cities) - 1)


def test_scores_run_from_the_worst_to_the_best():
    frame = made({"A-B": [10, 1, 1, 5, 0, 1, 7, 1], "C-D": [20, 2, 1, 4, 1, 3, 14, 0.5]})
    plain = scores(frame)
    assert plain.loc["A-B"].tolist() == [100, 100, 100, 100, 100, 100, 0, 100]
    assert plain.loc["C-D"].tolist() == [0, 0, 100, 0, 0, 0, 100, 0]
    ratio = scores(frame, normalisation="ratio")
    assert ratio.loc["A-B"].tolist() == [100, 100, 100, 100, 100, 100, 50, 100]
    assert ratio.loc["C-D"].tolist() == [50, 50, 100, 80, 50, 50, 100, 50]


def test_an_index_is_over_the_known_parts_and_too_few_are_not_ranked():
    nan = float("nan")
    frame = made(
        {
            "A-B": [10, 1, 1, 5, 0, 1, 7, 1],
            "C-D": [20, 2, 1, 4, 1, 3, nan, nan],
            "E-F": [5, nan, nan, nan, nan, nan, nan, 1],
        }
    )
    table = pair_index(scores(frame)).set_index("pair")
    assert table["known"].tolist() == [8, 6, 2]
    assert table.loc["C-D", "index"] == pytest.approx(scores(frame).loc["C-D"].mean())
    assert table.loc["E-F", "weight_known"] < MIN_KNOWN_SHARE
    assert pd.isna(table.loc["E-F", "rank"])
    # All the weight on what is known of it: it is ranked, and first.
    assert pair_index(scores(frame), weights={"time": 1})["pair"].iloc[0] == "E-F"


def test_geometric_forgives_less():
    frame = made({"A-B": [10] * 8, "C-D": [5, 5, 5, 10, 10, 10, 10, 5], "E-F": [20] * 8})
    scored = scores(frame)
    one, other = (
        pair_index(scored, aggregation=how).set_index("pair")["index"] for how in ("arithmetic", "geometric")
    )
    assert (other <= one[other.index] + 1e-9).all()


@pytest.mark.parametrize(
    ("weights", "told"),
    [
        ({"speed": 1}, "not a part"),
        ({"time": -1}, "must be 0 or more"),
        ({}, "greater than 0"),
        ({"time": float("nan")}, "must be 0 or more"),
    ],
)
def test_weights_that_cannot_be_used_are_refused(parts, weights, told):
    with pytest.raises(WeightError, match=told):
        pair_index(scores(parts), weights=weights)


def test_unknown_methods_are_refused(parts):
    with pytest.raises(WeightError, match="normalisation"):
        scores(parts, normalisation="z-score")
    with pytest.raises(WeightError, match="aggregation"):
        pair_index(scores(parts), aggregation="median")


def test_rank_shares_are_shares_and_the_seed_gives_the_same(parts):
    scored = scores(parts)
    first, second = (rank_shares(scored, draws=500) for _ in range(2))
    assert first.equals(second)
    ranks = [f"rank_{rank}" for rank in range(1, len(FEW) + 1)]
    assert (first[[*ranks, "unranked"]].sum(axis=1)).tolist() == pytest.approx([1.0] * len(FEW))
    assert (first["low"] <= first["median"]).all()
    assert (first["median"] <= first["high"]).all()


def test_a_weight_move_changes_the_rank_where_it_says(parts):
    scored = scores(parts)
    moves = weight_moves(scored, "KZ-RS")
    assert moves["part"].tolist() == [one.id for one in PARTS]
    for row in moves.itertuples():
        for share, rank in ((row.down, row.down_rank), (row.up, row.up_rank)):
            if np.isnan(share):
                continue
            rest = (1 - share) / (len(PARTS) - 1)
            weights = {one.id: share if one.id == row.part else rest for one in PARTS}
            there = pair_index(scored, weights=weights).set_index("pair").loc["KZ-RS", "rank"]
            assert (None if pd.isna(there) else there) == (None if pd.isna(rank) else rank)
            assert pd.isna(rank) or rank != row.rank


def test_every_method_gives_a_rank(parts):
    table = method_ranks(parts, "KZ-RS")
    assert len(table) == 4
    assert table["rank"].between(1, len(FEW)).all()
