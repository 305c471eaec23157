"""A leg is running, seasonal, possible or restricted by services, status and restrictions on a date."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from corridor.errors import RouteError
from corridor.freight.arrays import network
from corridor.freight.availability import AVAILABILITIES, leg_reasons, rank, surest_first, unsure_legs, worst
from corridor.freight.restrictions import in_force, known_until, restricted_countries
from corridor.freight.running import closed_legs
from corridor.routing.sanctioned import SANCTIONED
from corridor.scenario.assumed import assumed
from corridor.scenario.codec import parse
from tests.shipped import shipped_data

DATA = shipped_data()
PAIR = ("poti-port", "burgas-port")


def with_service(leg_id, **cells):
    """Shipped data with one other service on a leg."""
    others = DATA.services[~DATA.services["legs"].fillna("").str.split("|").map(lambda legs: leg_id in legs)]
    usual = {"service_id": "made-up", "kind": "ferry", "legs": leg_id, "name": "Ferry"}
    row = others.iloc[0].to_dict() | usual | {"valid_from": None, "valid_to": None} | cells
    made = pd.DataFrame([row]).astype(DATA.services.dtypes.to_dict())
    return replace(DATA, services=pd.concat([others, made], ignore_index=True))


def with_restriction(**cells):
    """Shipped data with one restriction and no other."""
    row = {"restriction_id": "made-up", "cargo": None, "valid_to": None, "yearly": False,
           "name_en": "Made up", "sources": "unn-2026-01-09-nis"} | cells  # fmt: skip
    made = pd.DataFrame([row], columns=list(DATA.restrictions.columns))
    return replace(DATA, restrictions=made.astype(DATA.restrictions.dtypes.to_dict()))


@pytest.mark.parametrize(
    ("service", "date", "code", "availability"),
    [
        ({"status": "operating", "last_seen": "2025-03"}, None, "service-seen", "running"),
        ({"status": "operating", "last_seen": "2023-04-01"}, None, "service-seen", "running"),
        ({"status": "operating", "last_seen": "2023-03-31"}, None, "service-old", "possible"),
        ({"status": "operating", "last_seen": "2023-12-01"}, dt.date(2026, 12, 1), "service-seen", "running"),
        ({"status": "operating", "last_seen": "2023-12-01"}, dt.date(2026, 12, 2), "service-old", "possible"),
        ({"status": "operating", "last_seen": "2025"}, dt.date(2021, 6, 1), "service-old", "possible"),
        (
            {"status": "operating", "last_seen": "2025", "valid_from": "2019"},
            dt.date(2021, 6, 1),
            "service-seen",
            "running",
        ),
        ({"status": "operating", "last_seen": None}, None, "service-unsure", "possible"),
        ({"status": "unknown", "last_seen": "2025-11"}, None, "service-unsure", "possible"),
        ({"status": "announced", "last_seen": "2025-11"}, None, "service-unsure", "possible"),
        ({"status": "seasonal", "last_seen": "2025-11"}, None, "service-seen", "seasonal"),
        ({"status": "seasonal", "last_seen": "2025-11"}, dt.date(2026, 1, 5), "service-seen", "possible"),
    ],
)
def test_a_ships_leg_is_as_available_as_its_service_was_seen(service, date, code, availability):
    assert known_until(DATA) == dt.date(2026, 4, 1)
    (reason,) = leg_reasons(with_service("poti-burgas", **service), "poti-burgas", date=date)
    assert (reason.code, reason.availability, reason.service_id) == (code, availability, "made-up")


def test_of_several_services_the_surest_counts():
    data = with_service("poti-constanta", status="unknown", last_seen="2026-03")
    assert leg_reasons(data, "poti-constanta")[0].availability == "possible"
    assert leg_reasons(DATA, "poti-constanta")[0].service_id == "ferry-poti-constanta"


def test_a_leg_without_a_ship_or_with_a_barge_of_2007_is_merely_possible():
    data = with_service("poti-burgas", legs="nowhere", status="operating", last_seen="2026-01")
    (reason,) = leg_reasons(data, "poti-burgas")
    assert (reason.availability, reason.code) == ("possible", "no-service")
    data = with_service("cernavoda-prahovo", status="unknown", last_seen="2007")
    codes = {reason.code: reason.availability for reason in leg_reasons(data, "cernavoda-prahovo")}
    assert codes == {"service-unsure": "possible", "season": "seasonal"}
    assert worst(leg_reasons(data, "cernavoda-prahovo")) == "possible"


def test_a_container_ship_is_no_service_for_bulk():
    data = with_service("poti-burgas", kind="feeder", status="operating", last_seen="2026-01")
    assert worst(leg_reasons(data, "poti-burgas")) == "running"
    assert leg_reasons(data, "poti-burgas", cargo="bulk")[0].code == "no-service"


def test_a_line_in_operation_is_running_and_names_its_train():
    assert leg_reasons(DATA, "tbilisi-poti")[0].service_id == "block-poti-baku"
    (reason,) = leg_reasons(DATA, "nis-belgrade")
    assert (reason.availability, reason.code) == ("running", "line-open")
    legs = DATA.legs.assign(
        status=DATA.legs["status"].where(DATA.legs["leg_id"] != "nis-belgrade", "unknown")
    )
    assert leg_reasons(DATA.with_legs(legs), "nis-belgrade")[0].code == "line-unsure"


@pytest.mark.parametrize(
    ("subject", "leg_id"),
    [
        (("country", "RU"), "moscow-krasnoye"),
        (("border", "BY-PL"), "brest-malaszewicze"),
        (("node", "brest"), "krasnoye-brest"),
        (("leg", "krasnoye-brest"), "krasnoye-brest"),
    ],
)
def test_a_restriction_touches_legs_by_country_border_node_or_id(subject, leg_id):
    data = with_restriction(
        subject_type=subject[0], subject_id=subject[1], what="restricted", valid_from="2024"
    )
    assert [row["restriction_id"] for row in in_force(data, leg_id)] == ["made-up"]
    assert worst(leg_reasons(data, leg_id)) == "restricted"
    assert not in_force(data, leg_id, date=dt.date(2023, 12, 31))
    assert not in_force(data, "nis-belgrade")


@pytest.mark.parametrize(
    ("date", "is_shut"),
    [("2025-09-11", False), ("2025-09-12", True), ("2025-09-24", True), ("2025-09-25", False), (None, False)],
)
def test_poland_shuts_its_border_for_thirteen_days(date, is_shut):
    day = dt.date.fromisoformat(date) if date else None
    assert ("brest-malaszewicze" in closed_legs(DATA, date=day)) == is_shut
    used = {hop.leg_id for hop in network(DATA, date=day).hops}
    assert ("brest-malaszewicze" not in used) == is_shut


@pytest.mark.parametrize(
    ("date", "is_shut"),
    [("2025-11-02", False), ("2025-11-03", True), ("2025-11-20", True), ("2025-11-21", False)],
)
def test_no_train_goes_to_kuryk_while_they_are_stopped(date, is_shut):
    assert ("mangistau-kuryk-port" in closed_legs(DATA, date=dt.date.fromisoformat(date))) == is_shut


def test_an_embargo_on_bulk_leaves_containers_alone():
    day = dt.date(2025, 10, 10)
    assert "aktau-alat" in closed_legs(DATA, date=day, cargo="bulk")
    assert "aktau-alat" not in closed_legs(DATA, date=day)
    assert "mangistau-aktau-port" not in closed_legs(DATA, date=dt.date(2025, 10, 21), cargo="bulk")


@pytest.mark.parametrize(
    ("date", "availability"),
    [
        (None, "seasonal"),
        ("2026-10-31", "running"),
        ("2026-11-01", "possible"),
        ("2027-12-31", "possible"),
        ("2027-06-15", "running"),
    ],
)
def test_winter_at_kuryk_returns_every_year(date, availability):
    data = with_restriction(
        subject_type="node", subject_id="kuryk-port", what="seasonal", valid_from="2024-11-01",
        valid_to="2024-12-31", yearly=True,
    )  # fmt: skip
    day = dt.date.fromisoformat(date) if date else None
    data = replace(data, services=with_service("kuryk-alat", status="operating", last_seen="2027").services)
    assert worst(leg_reasons(data, "kuryk-alat", date=day)) == availability


def test_a_season_may_pass_the_turn_of_the_year():
    data = with_restriction(
        subject_type="node", subject_id="kuryk-port", what="seasonal", valid_from="2024-12-15",
        valid_to="2025-02-10", yearly=True,
    )  # fmt: skip
    days = ("2026-12-14", "2026-12-15", "2027-01-01", "2027-02-10", "2027-02-11")
    found = [bool(in_force(data, "kuryk-alat", date=dt.date.fromisoformat(day))) for day in days]
    assert found == [False, True, True, True, False]


def test_russia_belarus_and_iran_are_restricted_since_their_dates():
    assert restricted_countries(DATA) == SANCTIONED
    assert restricted_countries(DATA, dt.date(2018, 11, 4)) == frozenset()
    assert restricted_countries(DATA, dt.date(2018, 11, 5)) == {"IR"}
    assert restricted_countries(DATA, dt.date(2022, 3, 1)) == {"IR", "RU"}
    assert restricted_countries(DATA, dt.date(2024, 6, 30)) == SANCTIONED


@pytest.mark.parametrize(("date", "is_told"), [("2026-02-27", False), ("2026-03-02", True), (None, True)])
def test_the_cape_is_told_of_ships_by_suez(date, is_told):
    day = dt.date.fromisoformat(date) if date else None
    told = {reason.restriction_id for reason in leg_reasons(DATA, "shanghai-piraeus", date=day)}
    assert ("suez-2026" in told) == is_told
    assert "shanghai-piraeus" not in closed_legs(DATA, date=day)


def test_what_a_scenario_adds_is_taken_as_running():
    data = assumed(DATA, parse("add.poti-port.burgas-port.sea.40.1100.900"))
    (added,) = data.added
    assert leg_reasons(data, added)[0].code == "assumed"
    assert added not in unsure_legs(data, None, "container")


def test_ranks_follow_the_order_of_availability():
    assert [rank(one) for one in AVAILABILITIES] == [0, 0, 1, 2]
    table = pd.DataFrame({"availability": ["restricted", "possible", "running"], "time": [1, 2, 3]})
    assert surest_first(table, "time")["time"].tolist() == [3, 2, 1]
    assert surest_first(table[["time"]], "time")["time"].tolist() == [1, 2, 3]


def test_an_unknown_cargo_is_refused():
    with pytest.raises(RouteError):
        leg_reasons(DATA, "poti-burgas", cargo="gold")
