"""Every upgrade has an effect or a reason, and a state in every year."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest

from corridor.chain.steps import part_row
from corridor.dataset.tables import load
from corridor.evidence.figures import leg_figure
from corridor.freight.arrays import network
from corridor.freight.capacity import capacity, published
from corridor.scenario.assumed import assumed
from corridor.scenario.codec import Scenario, parse
from corridor.scenario.upgrade_effects import CAPACITIES, WHY, effects
from corridor.scenario.upgrades import STATES, applied, due
from tests import sample_package
from tests.checks import every
from tests.shipped import shipped_data

DATA = shipped_data()
UPGRADES = DATA.upgrades["upgrade_id"].tolist()


def with_upgrade(upgrade_id="made-up", **cells):
    """Shipped data with one more upgrade of the leg Almaty - Shu."""
    row = {"upgrade_id": upgrade_id, "name_en": "Made up", "subject_type": "leg", "subject_id": "almaty-shu",
           "quantity": "time_h", "unit": "h", "status": "construction"} | cells  # fmt: skip
    rows = pd.DataFrame([row], columns=DATA.upgrades.columns).astype(DATA.upgrades.dtypes.to_dict())
    return replace(DATA, upgrades=pd.concat([DATA.upgrades, rows], ignore_index=True))


@pytest.mark.parametrize("upgrade", UPGRADES)
def test_every_upgrade_has_an_effect_or_a_reason(upgrade):
    effect = effects(DATA, upgrade)
    assert bool(effect.changes) != bool(effect.reason)
    assert not effect.reason or WHY[effect.reason].endswith(".")
    for change in effect.changes:
        assert DATA.has(f"{change.subject_type}s", change.subject_id)


def test_a_year_takes_what_is_due_and_no_more():
    assert due(DATA, 2019) == tuple(
        row["upgrade_id"]
        for row in DATA.upgrades.to_dict("records")
        if row["status"] == "operating" and pd.isna(row["expected_on"])
    )
    before = set()
    for year in range(2020, 2036):
        assert before <= set(due(DATA, year))
        before = set(due(DATA, year))
    assert "kuryk-sarzha" in due(DATA, 2030)
    assert "kuryk-sarzha" not in due(DATA, 2029)


@pytest.mark.parametrize(
    ("cells", "state"),
    [
        ({"status": "operating", "expected_on": "2025-06"}, "done"),
        ({"status": "operating"}, "done-undated"),
        ({"status": "construction", "expected_on": "2027-06"}, "due"),
        ({"status": "construction", "expected_on": "2025-06"}, "late"),
        ({"status": "construction", "expected_on": "2026"}, "due"),
        ({"status": "announced", "expected_on": "2029"}, "later"),
        ({"status": "announced"}, "undated"),
        ({"status": "cancelled", "expected_on": "2025"}, "dropped"),
        ({"status": "unknown", "expected_on": "2027"}, "unknown"),
    ],
)
def test_an_upgrade_has_a_state_in_a_year(cells, state):
    frame = applied(with_upgrade(**cells), 2028, today=dt.date(2026, 4, 1))
    assert frame.set_index("upgrade_id").loc["made-up", "state"] == state
    assert state in STATES


@pytest.mark.parametrize(
    ("cells", "factor"),
    [
        ({"quantity": "time_h", "from_value": 10, "to_value": 5}, 0.5),
        ({"quantity": "speed_km_per_day", "from_value": 500, "to_value": 1000}, 0.5),
        ({"quantity": "max_freight_speed_km_h", "from_value": 60, "to_value": 80}, 0.75),
        ({"quantity": "design_speed_km_h", "from_value": 60, "to_value": 120}, 0.5),
    ],
)
def test_a_leg_gets_quicker_by_the_ratio(cells, factor):
    data = with_upgrade(**cells)
    after = leg_figure(assumed(data, parse("up.made-up")), "almaty-shu", "time_h")
    before = leg_figure(data, "almaty-shu", "time_h")
    assert after.typical == pytest.approx(before.typical * factor)
    assert after.basis == "modelled"
    assert after.low / before.low == pytest.approx(factor)


def test_hours_saved_are_taken_off():
    data = with_upgrade(quantity="time_saving_h", from_value=0, to_value=2)
    before, after = (
        leg_figure(one, "almaty-shu", "time_h") for one in (data, assumed(data, parse("up.made-up")))
    )
    assert after.typical == pytest.approx(before.typical - 2)
    assert after.low <= after.typical <= after.high


def test_kilometres_saved_save_time_at_the_same_speed():
    data = with_upgrade(quantity="shortening_km", from_value=0, to_value=30, unit="km")
    both = data, assumed(data, parse("up.made-up"))
    long, short = (leg_figure(one, "almaty-shu", "distance_km").typical for one in both)
    slow, quick = (leg_figure(one, "almaty-shu", "time_h").typical for one in both)
    assert short == pytest.approx(long - 30)
    assert long / slow == pytest.approx(short / quick)


def test_customs_time_is_taken_off_the_border():
    before, after = (network(one) for one in (DATA, assumed(DATA, parse("up.tez-customs-altynkol"))))
    works = {work for works in before.arc_works for work in works if work.node == "altynkol"}
    borders = [work for work in works if work.work == "border"]
    assert borders
    for work in borders:
        hours = [part_row(net.dataset, work)["time_h_typical"] for net in (before, after)]
        assert hours[0] - hours[1] == pytest.approx(2.5)


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"quantity": "design_speed_km_h", "to_value": 120}, "effect-not-published"),
        ({"quantity": "speed_km_per_day", "from_value": 0, "to_value": 120}, "effect-not-published"),
        ({"quantity": "time_saving_h", "from_value": 0, "to_value": 900}, "exceeds-part"),
        ({"quantity": "axle_load_t", "from_value": 20, "to_value": 22}, "no-such-quantity"),
        ({"quantity": "passenger_time_h", "from_value": 6, "to_value": 2}, "passenger-only"),
        ({"quantity": "time_h", "from_value": 6, "to_value": 2, "status": "shelved"}, "called-off"),
        ({"quantity": "train_pairs_per_day", "from_value": 6, "to_value": 12}, "base-not-known"),
        ({"subject_type": "corridor", "subject_id": "trans-caspian"}, "corridor-wide"),
        (
            {"subject_id": "aktau-alat", "status": "operating", "from_value": 30, "to_value": 22,
             "expected_on": "2016"},
            "already-counted",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_worked_out_has_its_reason(cells, reason):
    assert effects(with_upgrade(**cells), "made-up").reason == reason


def test_more_ships_carry_more_by_the_ratio():
    before, after = (published(network(DATA, scenario=one), "teu")["leg", "aktau-alat"]
                     for one in (Scenario(), parse("up.caspian-six-ships")))  # fmt: skip
    assert after == 2 * before


def test_a_bigger_port_lets_more_through():
    ends = {"avoid_countries": ("RU", "IR"), "unit": "teu"}
    now, then = (
        capacity(network(DATA, scenario=one), "almaty", "belgrade", **ends)
        for one in (Scenario(), parse("up.alat-first-phase-expansion"))
    )
    assert (now.cut, now.upper, then.upper) == ((("node", "alat-port"),), 150_000, 260_000)


@pytest.mark.parametrize("unit", ["t", "teu"])
def test_no_year_takes_capacity_away(unit):
    before = published(network(DATA), unit)
    for year in (2025, 2028, 2030):
        after = published(network(DATA, scenario=Scenario(year=year)), unit)
        assert set(before) == set(after)
        assert every(after[part] >= limit for part, limit in before.items())
        before = after


def test_capacity_of_today_is_that_of_the_upgrade_reported_done():
    assert published(network(DATA), "t")["leg", "tbilisi-poti"] == 48_000_000
    assert set(CAPACITIES) == {"capacity_t_per_year", "capacity_teu_per_year"}


def test_a_planned_leg_opens_in_its_year():
    legs = DATA.legs.assign(
        status=DATA.legs["status"].mask(DATA.legs["leg_id"] == "almaty-shu", "construction")
    )
    opens = DATA.claims.iloc[[0]].assign(
        claim_id="c-made-up", subject_type="leg", subject_id="almaty-shu", quantity="expected_on",
        text="2027", fit="exact", low=float("nan"), typical=float("nan"), high=float("nan"),
    )  # fmt: skip
    data = replace(DATA, legs=legs, claims=pd.concat([DATA.claims, opens], ignore_index=True))
    lines = [
        {hop.leg_id for hop in network(data, scenario=Scenario(year=year)).hops} for year in (2026, 2027)
    ]
    assert "almaty-shu" not in lines[0]
    assert "almaty-shu" in lines[1]


def test_a_border_is_never_shortened_to_nothing():
    """What is saved must leave some of the hours of today."""
    works = {work for works in network(DATA).arc_works for work in works}
    hours = next(
        part_row(DATA, work)["time_h_typical"]
        for work in works
        if (work.node, work.work) == ("altynkol", "border")
    )
    at = {"subject_type": "node", "subject_id": "altynkol", "quantity": "customs_time_h", "to_value": 0}
    assert effects(with_upgrade(**at, from_value=hours), "made-up").reason == "exceeds-part"
    (change,) = effects(with_upgrade(**at, from_value=hours - 0.25), "made-up").changes
    assert (change.quantity, change.less) == ("border", hours - 0.25)


def test_what_is_saved_must_fit_into_the_shortest_border_of_a_place(tmp_path):
    """Two borders meet at the town End: 70 h from Westland, 40 h from Midland. 50 h cannot go off both."""
    rows = sample_package.rows()
    plain = {**rows["factors"][0], "quantity": "border_time_h", "unit": "h", "low": "", "high": ""}
    rows["factors"] += [
        {**plain, "factor_id": "border", "value": "40"},
        {**plain, "factor_id": "border-qm", "value": "70", "country": "QM", "border_with": "QO"},
    ]
    rows["quantities"].append(
        {"quantity_id": "customs_time_h", "name_en": "Customs", "unit": "h", "value_type": "number",
         "group": "time", "description": "Toy."}
    )  # fmt: skip
    leg = next(row for row in rows["legs"] if row["mode"] == "rail")
    rows["legs"] += [
        leg | {"leg_id": f"{start}-end", "from_node": start, "to_node": "end"}
        for start in ("start", "port-n")
    ]
    upgrade = {"subject_type": "node", "subject_id": "end", "quantity": "customs_time_h", "unit": "h",
               "status": "construction", "name_en": "Made up", "to_value": "0"}  # fmt: skip
    rows["upgrades"] = [
        upgrade | {"upgrade_id": f"saves-{hours}", "from_value": hours} for hours in ("39", "40", "50")
    ]
    data = load(sample_package.write(tmp_path / "borders", rows))
    assert [effects(data, f"saves-{hours}").reason for hours in (39, 40, 50)] == [
        "", "exceeds-part", "exceeds-part",
    ]  # fmt: skip


def test_capacity_that_comes_on_top_is_added_to_that_of_today():
    """Alat handles 150,000 TEU a year; 40,000 more make 190,000."""
    data = with_upgrade(
        subject_type="node", subject_id="alat-port", quantity="capacity_teu_per_year_added", unit="TEU/year",
        from_value=0, to_value=40_000,
    )  # fmt: skip
    part = "node", "alat-port"
    before, after = (
        published(network(one), "teu")[part] for one in (data, assumed(data, parse("up.made-up")))
    )
    assert (before, after) == (150_000, 190_000)
