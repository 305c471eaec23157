"""How much fits, what to fix first, best sets and critical places on the shipped data."""

import pytest

from corridor.corridors.years import newest_volumes
from corridor.errors import RouteError
from corridor.freight import needed
from corridor.freight.arrays import network
from corridor.freight.capacity import capacity
from corridor.partners.budgets import planned_works, portfolios
from corridor.partners.critical import critical_places
from corridor.partners.demand import how_much
from corridor.partners.in_charge import in_charge
from corridor.partners.priorities import Saving, fix_first
from corridor.resilience.removals import best
from corridor.routing.ask import shut
from corridor.routing.question import Avoided
from corridor.scenario.codec import AS_IT_IS
from tests.shipped import shipped_data

OPEN = ("RU", "BY", "IR")
PAIRS = [("aktau-port", "belgrade"), ("aktau-port", "nis")]
LATIN = "aktau-port"


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.fixture(scope="module")
def whole(data):
    return network(data)


@pytest.fixture(scope="module")
def by_rail(data):
    return network(data, scenario=shut(data, AS_IT_IS, Avoided.read(data, "RU,BY,IR,road")))


def test_what_is_more_than_the_upper_bound_does_not_fit(whole):
    bound = capacity(whole, "almaty", "belgrade", unit="teu", avoid_countries=OPEN)
    found = how_much(whole, "almaty", "belgrade", bound.upper + 1, avoid_countries=OPEN)
    row = found.table.iloc[0]
    assert (row["verdict"], row["short"], row["upper"]) == ("does-not-fit", 1, bound.upper)
    assert [*zip(found.short["kind"], found.short["id"], strict=True)] == [*bound.cut]
    less = how_much(whole, "almaty", "belgrade", bound.upper, avoid_countries=OPEN)
    assert less.table["verdict"].iloc[0] == "not-known"
    assert less.short.empty


def test_without_a_limit_on_the_way_nothing_is_said_for_sure(whole):
    row = how_much(whole, "almaty", "belgrade", 300_000).table.iloc[0]
    assert row["verdict"] == row["verdict_planned"] == "not-known"
    assert row[["upper", "short"]].isna().all()


def test_on_top_of_today_less_is_free(whole):
    alone = how_much(whole, "almaty", "belgrade", 300_000, avoid_countries=OPEN)
    on_top = how_much(whole, "almaty", "belgrade", 300_000, avoid_countries=OPEN, is_on_top=True)
    first = on_top.short.iloc[0]
    assert first["together"] == first["capacity"] - first["volume"]
    assert on_top.table["upper"].iloc[0] < alone.table["upper"].iloc[0]


def test_a_planned_work_never_lowers_what_fits(whole):
    found = how_much(whole, "almaty", "belgrade", 300_000, avoid_countries=OPEN)
    assert len(found.works)
    assert (found.works["after"] > found.works["before"]).all()
    assert (found.works["upper"].dropna() >= found.table["upper"].iloc[0]).all()
    assert set(found.works["id"]) <= set(found.short["id"])


@pytest.mark.parametrize("need", [0, -1, 10**10])
def test_an_amount_that_makes_no_sense_is_refused(whole, need):
    with pytest.raises(RouteError):
        how_much(whole, "almaty", "belgrade", need)


@pytest.fixture(scope="module")
def ranked(by_rail):
    return fix_first(by_rail, PAIRS, samples=100)


def test_the_ranking_is_by_gain_and_the_best_times_are_those_of_the_search(by_rail, ranked):
    assert ranked.table["gain"].is_monotonic_decreasing
    assert ranked.table["rank"].tolist() == list(range(1, len(ranked.table) + 1))
    for row in ranked.pairs.to_dict("records"):
        found = best(by_rail, row["origin"], row["destination"], criterion="time_h")
        assert row["best"] == pytest.approx(found.total, abs=0.5)
    assert ranked.pairs["weight"].sum() == pytest.approx(1)


def test_a_fix_gains_no_more_than_it_saves_and_never_less_than_nothing(ranked):
    table = ranked.table
    assert (table["gain"] >= 0).all()
    assert (table["gain"] <= table["saved"] + 1e-6).all()
    assert (table["gain_p10"] <= table["gain_p90"]).all()
    assert (table["rank_low"] <= table["rank_high"]).all()
    assert table["used"].between(0, 1).all()
    assert {"leg", "port", "border"} <= set(table["place"])


def test_the_same_seed_ranks_alike_and_dollars_need_a_value(by_rail, ranked):
    again = fix_first(by_rail, PAIRS, samples=100, usd_per_day=48)
    assert again.table.drop(columns=["usd", "usd_per_hour"]).equals(
        ranked.table.drop(columns=["usd", "usd_per_hour"])
    )
    assert ranked.table["usd"].isna().all()
    assert again.table["usd"].tolist() == pytest.approx((2 * again.table["gain"]).tolist())


def test_nobody_named_is_said(data, ranked):
    assert "nobody-named" in set(ranked.table["charge"])
    assert in_charge(data, ["boyuk-kesik"]).charge == "nobody-named"
    assert "Port of Baku" in in_charge(data, ["alat-port"]).in_charge


@pytest.fixture(scope="module")
def sets(by_rail):
    return portfolios(by_rail, PAIRS, budget=3)


def test_more_works_save_no_less_and_step_by_step_saves_no_more(sets):
    table = sets.table
    assert table["saved"].is_monotonic_increasing
    assert (table["greedy_saved"] <= table["saved"] + 1e-9).all()
    assert table["is_exact"].all()
    assert [len(works) <= size for size, works in enumerate(table["chosen"])] == [True] * len(table)


def test_by_volume_the_parts_that_most_containers_pass_come_first(by_rail, ranked):
    found = fix_first(by_rail, PAIRS, samples=100, order="volume").table
    known = found["teu_days"].dropna()
    assert list(known) == sorted(known, reverse=True)
    assert found["teu_days"].notna().to_list() == [True] * len(known) + [False] * (len(found) - len(known))
    assert set(found["part"]) == set(ranked.table["part"])


def test_what_a_part_has_carried_is_the_least_it_takes(whole, data):
    carried = newest_volumes(data, "volume_teu")
    assert carried["node", "poti-port"].year == 2025
    limits = {("node", "alat-port"): 7}
    free = needed.bounds(whole, ("almaty", "belgrade"), limits)
    held = needed.bounds(whole, ("almaty", "belgrade"), limits, carried={("node", "poti-port"): 5})
    assert held.lower >= free.lower
    assert held.upper == free.upper


def test_the_best_single_work_is_what_to_fix_first(sets, ranked):
    (first,) = sets.table.set_index("works").loc[1, "chosen"]
    assert first == ranked.table["part"].iloc[0]
    assert sets.table["saved"].iloc[1] == pytest.approx(ranked.table["gain"].iloc[0], abs=0.05)


def test_a_set_saves_the_mean_of_what_each_pair_saves(sets):
    pairs = sets.pairs.assign(saved=sets.pairs["before"] - sets.pairs["after"])
    assert pairs.groupby("works")["saved"].mean().tolist() == pytest.approx(
        sets.table["saved"].tolist(), abs=1e-3
    )


def test_a_planned_work_shortens_the_way_by_rail(by_rail, data):
    found = portfolios(by_rail, PAIRS, budget=1, works="planned")
    assert found.table["chosen"].iloc[1] == ("halkali-kapikule-new-line",)
    assert found.table["saved"].iloc[1] == pytest.approx(5, abs=0.1)
    works, without = planned_works(data)
    assert "halkali-kapikule-new-line" in {work.id for work in works}
    assert "alat-phase-2-teu" in without


def test_what_cannot_be_chosen_from_is_refused(by_rail):
    for wrong in ({"budget": 0}, {"budget": 9}, {"percent": 0.0}, {"weights": [1.0]}):
        with pytest.raises(RouteError):
            portfolios(by_rail, PAIRS, **wrong)
    with pytest.raises(RouteError):
        fix_first(by_rail, [(LATIN, LATIN)])
    with pytest.raises(RouteError):
        fix_first(by_rail, PAIRS, saving=Saving(hours=500))


def test_what_is_lost_is_told_with_and_without_countries(whole, data):
    left = network(data, scenario=shut(data, AS_IT_IS, Avoided(countries=frozenset(OPEN))))
    found = critical_places(whole, left, [("astana", "belgrade")])
    assert not found.duplicated(["kind", "id"]).any()
    alat = found.set_index("id").loc["alat-port"]
    assert (alat["cut"], alat["cut_without"]) == (0, 1)
    same = critical_places(left, left, [("astana", "belgrade")])
    assert same["loss_mean"].equals(same["loss_mean_without"].rename("loss_mean"))


def test_who_agreed_to_use_a_port_is_not_in_charge_of_works_at_it(data):
    assert "kuryk-port" in data.record("projects", "prj-titr-serbia")["mends"]
    charge = in_charge(data, ["kuryk-port"])
    assert "prj-titr-serbia" not in charge.projects
    assert charge.in_charge == ("Semurg Invest",)
