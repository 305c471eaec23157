"""Journeys by air: none is beaten, none is left out, and nothing is assumed that is not published."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from corridor.air.flight_days import next_day
from corridor.air.flights import Flight, flights
from corridor.air.journeys import STATUSES, journeys
from corridor.air.surface_access import airports_of
from corridor.air.timetable import STATUS_ORDER
from corridor.columns.air import JOURNEYS
from corridor.dataset.tables import load
from corridor.errors import RouteError, UnknownIdError
from tests import sample_package
from tests.shipped import shipped_data

DATA = shipped_data()
PAIRS = [("astana", "belgrade"), ("almaty", "nis"), ("istanbul", "astana"), ("sco", "beg")]
CRITERIA = ["rank", "stops", "block_min", "block_gaps", "wait_h", "wait_gaps", "co2e_kg", "co2e_gaps"]


@pytest.fixture
def sample(tmp_path):
    return load(sample_package.write(tmp_path, sample_package.rows()))


def weights(frame):
    return frame.assign(rank=frame["status"].map(STATUS_ORDER.index))[CRITERIA].astype(float).fillna(0)


@pytest.mark.parametrize("pair", PAIRS)
def test_what_is_left_is_what_no_other_beats(pair):
    every, kept = journeys(DATA, *pair, every=True), journeys(DATA, *pair)
    assert len(kept)
    assert tuple(kept.columns) == JOURNEYS.names
    assert kept.index.tolist() == list(range(len(kept)))
    rows = list(weights(every).itertuples(index=False))
    expected = {
        name
        for name, row in zip(every["journey_id"], rows, strict=True)
        if not any(all(a <= b for a, b in zip(one, row, strict=True)) and one != row for one in rows)
    }
    assert set(kept["journey_id"]) == expected


@pytest.mark.parametrize("pair", PAIRS)
def test_every_chain_of_flights_is_there_once(pair):
    starts, ends = (airports_of(DATA, place) for place in pair)
    flown = [one for one in flights(DATA) if one.status in STATUSES]
    chains = {(one,) for one in flown if one.start in starts}
    chains |= {(*way, one) for way in chains for one in flown if way[-1].end == one.start}
    chains |= {(*way, one) for way in chains if len(way) == 2 for one in flown if way[-1].end == one.start}
    expected = set()
    for way in chains:
        on_the_way = [one.end for one in way[:-1]]
        uses = [*on_the_way, way[-1].end]
        if way[-1].end in ends and not set(on_the_way) & {*starts, *ends} and len(set(uses)) == len(uses):
            expected.add("+".join(one.service_id or one.leg_id for one in way))
    every = journeys(DATA, *pair, every=True)
    assert set(every["journey_id"]) == expected
    assert every["journey_id"].is_unique
    assert every["stops"].between(0, 2).all()


@pytest.mark.parametrize("stops", [0, 1])
def test_fewer_stops_are_a_part_of_more(stops):
    few, many = (journeys(DATA, "astana", "belgrade", stops=one, every=True) for one in (stops, stops + 1))
    assert set(few["journey_id"]) == set(many.loc[many["stops"] <= stops, "journey_id"])


def test_the_direct_flight_to_belgrade_is_as_published():
    row = journeys(DATA, "astana", "belgrade", stops=0).iloc[0]
    assert (row["journey_id"], row["airports"], row["block_min"]) == ("dv-nqz-beg", "nqz|beg", 340)
    assert row["wait_h"] == 84 / 2
    assert row["time_h"] == pytest.approx(340 / 60 + 42)
    assert (row["time_gaps"], row["connection_gaps"], row["co2e_basis"]) == (0, 0, "missing")


def test_what_is_not_published_is_counted():
    frame = journeys(DATA, "astana", "belgrade", every=True)
    assert (frame["connection_gaps"] == frame["stops"]).all()
    assert frame["connection_h"].isna().all()
    assert (frame["time_gaps"] == frame[["block_gaps", "wait_gaps", "connection_gaps"]].sum(axis=1)).all()
    assert (frame["co2e_gaps"] == frame["stops"] + 1).all()
    unknown = frame["block_gaps"] == frame["stops"] + 1
    assert frame.loc[unknown, "block_min"].isna().all()


def test_factors_of_the_data_are_used():
    def factor(id_, quantity, value, unit):
        row = {"factor_id": id_, "quantity": quantity, "mode": "air", "value": value, "unit": unit,
               "role": "default", "source_id": "made-up"}  # fmt: skip
        return pd.DataFrame([row], columns=DATA.factors.columns).astype(DATA.factors.dtypes.to_dict())

    rows = [
        factor("f-1", "minimum_connection_h", 1.5, "h"),
        factor("f-2", "emission_g_co2e_per_pkm", 100, "g"),
    ]
    data = replace(DATA, factors=pd.concat([DATA.factors, *rows], ignore_index=True))
    frame = journeys(data, "astana", "belgrade", every=True)
    assert (frame["connection_h"] == 1.5 * frame["stops"]).all()
    assert (frame["connection_gaps"] == 0).all()
    assert frame["co2e_kg"].to_numpy() == pytest.approx(frame["distance_km"].to_numpy() / 10)
    assert set(frame["co2e_basis"]) == {"modelled"}


def flight(**cells):
    return Flight("s", "l", "aaa", "bbb", "", "14", "operating", "", None, None, (None, None, None))._replace(
        **cells
    )


WEDNESDAY = dt.date(2026, 4, 1)


@pytest.mark.parametrize(
    ("cells", "day"),
    [
        ({}, dt.date(2026, 4, 2)),
        ({"weekdays": "3"}, WEDNESDAY),
        ({"weekdays": "2"}, dt.date(2026, 4, 7)),
        ({"weekdays": ""}, "unknown"),
        ({"valid_from": "2026-04-03"}, dt.date(2026, 4, 6)),
        ({"valid_from": "2026-05"}, None),
        ({"valid_to": "2026-03"}, None),
        ({"valid_to": "2026-04-02"}, dt.date(2026, 4, 2)),
        ({"valid_to": "2026-04-01"}, None),
        ({"status": "seasonal"}, "unknown"),
        ({"status": "ended"}, None),
        ({"status": "suspended", "valid_from": "2026-03", "valid_to": "2026-04"}, None),
        ({"status": "suspended", "valid_from": "2026-01", "valid_to": "2026-02"}, "unknown"),
    ],
)
def test_a_flight_goes_on_the_next_of_its_days(cells, day):
    assert next_day(flight(**cells), WEDNESDAY) == day


def test_the_days_of_a_journey_follow_one_another(sample):
    frame = journeys(sample, "aaa", "bbb", date=dt.date(2026, 11, 2), statuses=STATUS_ORDER, every=True)
    direct = frame.set_index("journey_id").loc["ty-aaa-bbb"]  # on Mondays and Thursdays; the 2nd is a Monday
    assert (direct["departs_on"], direct["days"], direct["days_gaps"]) == ("2026-11-02", 0, 0)
    stop = frame.set_index("journey_id").loc["ty-aaa-ccc+xx-ccc-bbb"]  # first on Tuesday, then not known
    assert (stop["departs_on"], stop["days"], stop["days_gaps"]) == ("2026-11-03", 1, 1)
    assert pd.isna(stop["last_departs_on"])


def test_a_place_has_the_airports_near_it():
    assert list(airports_of(DATA, "istanbul")) == ["saw", "ist"]
    assert list(airports_of(DATA, "astana")) == ["nqz"]
    assert airports_of(DATA, "nis")["beg"] == pytest.approx(209, abs=3)
    assert airports_of(DATA, "beg") == {"beg": 0.0}
    row = journeys(DATA, "almaty", "nis").iloc[0]
    assert (row["access_from_km"], row["access_to_km"]) == (
        pytest.approx(9, abs=2),
        pytest.approx(209, abs=3),
    )


def test_cargo_planes_take_no_passengers():
    assert "lux" not in {one.end for one in flights(DATA)}


def test_what_makes_no_sense_is_refused():
    with pytest.raises(RouteError, match="stops"):
        journeys(DATA, "astana", "belgrade", stops=3)
    with pytest.raises(RouteError, match="share an airport"):
        journeys(DATA, "nis", "belgrade")
    with pytest.raises(RouteError, match="No flights are recorded"):
        journeys(DATA, "astana", "brest")
    with pytest.raises(UnknownIdError):
        journeys(DATA, "astana", "nonesuch")
    assert journeys(DATA, "cit", "tgd", stops=0).empty
