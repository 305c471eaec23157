"""Lorries drive from Kazakhstan to Serbia: by the Caspian ferry and Türkiye, or by Russia."""

import pytest

from corridor.chain.node_work import joined
from corridor.chain.splicing import Hop
from corridor.chain.steps import steps_of
from corridor.routing.ask import ask
from tests.shipped import shipped_data

ROAD = "RU,BY,IR,rail,sea,river"
BY_TURKIYE = ("kuryk-port", "alat-port", "red-bridge", "sarpi", "kapikule", "kalotina", "nis", "belgrade")


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.mark.parametrize("start", ["aktau-port", "almaty", "aktobe", "oskemen"])
def test_the_lorry_route_by_kuryk_and_turkiye_is_found(data, start):
    found = ask(data, start, "belgrade", avoid=ROAD)
    way = found.hops[found.table["route_id"].iloc[0]]
    passed = [hop.end for hop in way]
    assert [place for place in passed if place in BY_TURKIYE] == [*BY_TURKIYE]
    assert "kuryk-alat-roro" in {hop.leg_id for hop in way}
    row = found.table.iloc[0]
    assert row["time_h_gaps"] == row["cost_usd_per_teu_gaps"] == 0
    assert row["transhipments_typical"] == 0


def test_a_lorry_drives_on_and_off_but_waits_for_the_ship(data):
    found = ask(data, "aktau-port", "belgrade", avoid=ROAD)
    steps = steps_of(data, found.hops[found.table["route_id"].iloc[0]])
    at_ports = steps[steps["node_id"].isin(["kuryk-port", "alat-port"])]
    assert "transhipment" not in set(at_ports["work"])
    assert "waiting" in set(at_ports["work"])
    fare = steps.set_index("leg_id").loc["kuryk-alat-roro"]
    assert fare["cost_usd_per_teu_basis"] == "modelled"
    assert fare["time_h_basis"] == "published"


def test_a_wagon_is_unloaded_before_a_ferry_without_rails(data):
    train = Hop("mangistau-kuryk-port", reversed=False, start="mangistau", end="kuryk-port", member_of="")
    ferry = Hop("kuryk-alat-roro", reversed=False, start="kuryk-port", end="alat-port", member_of="")
    works = [part.work for part in joined(data, train, ferry) if hasattr(part, "work")]
    assert "transhipment" in works


def test_lorries_reach_serbia_by_russia_and_belarus_too(data):
    found = ask(data, "oral", "novi-sad", avoid="rail,sea,river,ferry")
    south = ask(data, "oral", "novi-sad", avoid="BY,rail,sea,river,ferry")
    passed = [{hop.end for hop in way} for way in found.hops.values()]
    assert any({"moscow", "brest", "warsaw", "horgos"} <= places for places in passed)
    assert any({"lars", "sarpi", "kalotina"} <= {hop.end for hop in way} for way in south.hops.values())


def test_each_serbian_town_can_be_reached_by_road(data):
    for town in ("kragujevac", "sabac", "uzice", "zrenjanin", "bor", "smederevo", "pancevo", "subotica"):
        assert len(ask(data, "belgrade", town, avoid="rail,river").table), town


def test_every_road_leg_says_what_its_line_is(data):
    roads = data.legs[data.legs["mode"] == "road"]
    assert len(roads) > 80
    assert set(roads["geometry_fidelity"]) <= {"surveyed", "generalised", "schematic"}
    assert (roads["gauge_mm"].isna()).all()
