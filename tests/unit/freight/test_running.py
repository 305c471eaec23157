"""Legs are left out on a date only where their services say so, for bulk only under container ships."""

import datetime as dt
from dataclasses import replace

import pytest

from corridor.errors import RouteError
from corridor.freight.arrays import network
from corridor.freight.running import CLOSED, STATES, closed_legs, running
from corridor.scenario.codec import parse
from tests.shipped import shipped_data

DATA = shipped_data()


def with_services(leg_id, *services):
    """Shipped data with other services on a leg."""
    others = DATA.services[~DATA.services["legs"].fillna("").str.split("|").map(lambda legs: leg_id in legs)]
    rows = [
        others.iloc[0].to_dict() | {"service_id": f"made-up-{at}", "kind": "ferry", "legs": leg_id,
                                    "valid_from": None, "valid_to": None, "status": "operating"} | cells
        for at, cells in enumerate(services)
    ]  # fmt: skip
    made = others.iloc[:0].reindex(range(len(rows)))
    for at, row in enumerate(rows):
        for name, cell in row.items():
            made.loc[at, name] = cell
    return replace(DATA, services=made.astype(DATA.services.dtypes.to_dict()))


@pytest.mark.parametrize(
    ("services", "state"),
    [
        ([{"valid_from": "2026-05"}], "not-begun"),
        ([{"valid_from": "2026-04-01"}], "open"),
        ([{"valid_to": "2026-03"}], "ended"),
        ([{"valid_to": "2026-04"}], "open"),
        ([{"status": "ended"}], "ended"),
        ([{"status": "suspended", "valid_from": "2026-03", "valid_to": "2026-04"}], "paused"),
        ([{"status": "suspended", "valid_from": "2026-05"}], "open"),
        ([{"valid_to": "2020"}, {"valid_from": "2021"}], "open"),
        ([{"valid_to": "2020"}, {"valid_from": "2027"}], "not-begun"),
        ([], "open"),
    ],
)
def test_a_ships_leg_runs_if_one_of_its_services_does(services, state):
    data = with_services("poti-constanta", *services)
    day = dt.date(2026, 4, 1)
    frame = running(data, date=day).set_index("leg_id")
    assert frame.loc["poti-constanta", "state"] == state
    assert state in STATES
    assert ("poti-constanta" in closed_legs(data, date=day)) == (state in CLOSED)


def test_closed_legs_are_not_in_the_network():
    day = dt.date(2018, 6, 1)
    closed = closed_legs(DATA, date=day)
    assert "poti-constanta" in closed
    assert not closed & {hop.leg_id for hop in network(DATA, date=day).hops}


def test_seasonal_legs_stay_and_are_marked():
    frame = running(DATA, date=dt.date(2026, 1, 15)).set_index("leg_id")
    assert frame.loc["cernavoda-prahovo", "state"] == "season-unknown"
    assert "cernavoda-prahovo" in {hop.leg_id for hop in network(DATA, date=dt.date(2026, 1, 15)).hops}


def test_bulk_does_not_go_by_container_ship():
    assert closed_legs(DATA, cargo="bulk") == {"batumi-constanta", "shanghai-piraeus"}
    legs = {hop.leg_id for hop in network(DATA, cargo="bulk", scenario=parse("close.aktau-alat")).hops}
    assert not legs & {"batumi-constanta", "aktau-alat"}
    assert closed_legs(DATA) == frozenset()
    assert network(DATA, cargo="container") is network(DATA)
    with pytest.raises(RouteError, match="not a kind of cargo"):
        network(DATA, cargo="cars")


def test_a_railway_is_open_whatever_trains_are_recorded():
    frame = running(DATA, date=dt.date(1900, 1, 1))
    assert set(frame.loc[frame["mode"].isin(["rail", "road"]), "state"]) == {"open"}
