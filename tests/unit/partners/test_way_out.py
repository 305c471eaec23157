"""Raw materials leave by the engine's routes, from the nearest place of the network."""

import pytest

from corridor.freight.arrays import network
from corridor.partners.raw_materials import export_routes, sites
from corridor.routing.routes import Constraints, routes
from tests.shipped import shipped_data


@pytest.fixture(scope="module")
def places():
    return sites(shipped_data())


@pytest.fixture(scope="module")
def ways(places):
    return export_routes(network(shipped_data()), places).set_index("project_id")


def test_a_site_without_a_place_has_no_way(places, ways):
    unplaced = places[places["place_precision"] == "none"]
    assert len(unplaced)
    assert unplaced["access_node"].isna().all()
    assert not set(unplaced["project_id"]) & set(ways.index)


def test_access_is_in_the_same_country_and_not_nearer_than_any_other(places):
    dataset = shipped_data()
    for row in places.dropna(subset=["access_node"]).to_dict("records"):
        assert dataset.record("nodes", row["access_node"])["country"] == row["country"]
        assert row["access_km"] >= 0


def test_a_way_is_a_route_of_the_engine_with_its_own_sums(ways):
    net = network(shipped_data())
    for project_id, way in ways.iterrows():
        criteria = ("time_h", "cost_usd_per_teu", "co2e_kg_per_t")
        table = routes(net, way["access_node"], "belgrade", criteria=criteria).table.set_index("route_id")
        route = table.loc[way["route_id"]]
        assert route["time_h_typical"] == way["time_h_typical"], project_id
        assert route["borders_typical"] == way["borders"] == len(way["border_nodes"])


def test_what_enters_the_union_says_where(ways):
    dataset = shipped_data()
    for way in ways.dropna(subset=["eu_entry"]).to_dict("records"):
        country = dataset.record("nodes", way["eu_entry"])["country"]
        assert dataset.record("countries", country)["customs_union"] == "EU"
        assert country in way["countries"]


def test_constraints_are_kept(places):
    closed = Constraints(avoid_countries=frozenset({"RU", "IR"}))
    found = export_routes(network(shipped_data()), places, constraints=closed)
    assert len(found)
    assert not any({"RU", "IR"} & set(countries) for countries in found["countries"])
