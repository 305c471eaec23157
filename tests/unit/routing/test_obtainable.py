"""Routes say first whether they can be had: the worst of their legs, why, and the best of what is sure."""

import datetime as dt

import pytest

from corridor.freight.arrays import network
from corridor.freight.availability import AVAILABILITIES, rank
from corridor.language.text import LANGUAGES, Words
from corridor.routing.alternatives import best
from corridor.routing.ask import find_detours, find_routes
from corridor.routing.obtainable import LABELS, grouped, in_words, reasons, reasons_of, with_availability
from corridor.routing.question import RouteQuestion
from corridor.routing.routes import routes
from corridor.routing.summary import summary_of
from tests.checks import every
from tests.shipped import shipped_data

DATA = shipped_data()


def asked(**parts):
    return RouteQuestion.read(DATA, "Almaty", "Belgrade", **parts)


@pytest.fixture(scope="module")
def found():
    return find_routes(DATA, asked())


def test_what_is_sure_comes_first_and_what_is_restricted_last(found):
    ranks = [rank(one) for one in found.table["availability"]]
    assert ranks == sorted(ranks)
    assert ranks[0] == 0
    assert ranks[-1] == 2
    restricted = found.table[found.table["availability"] == "restricted"]
    assert every("RU" in codes.split("|") for codes in restricted["countries"])


def test_none_as_sure_is_better_and_every_best_of_a_level_is_there(found):
    table, criteria = found.table, found.criteria
    columns = [f"{one}_{part}" for one in criteria for part in ("typical", "gaps")]
    sums = table[columns].fillna(0).to_numpy()
    ranks = [rank(one) for one in table["availability"]]
    for at, row in enumerate(sums):
        better = [(sums[other] <= row).all() and (sums[other] < row).any() and ranks[other] <= ranks[at]
                  for other in range(len(sums))]  # fmt: skip
        assert not any(better)
    whole = routes(network(DATA), "almaty", "belgrade", criteria=criteria)
    assert set(whole.table["route_id"]) <= set(table["route_id"])


def test_a_route_is_the_worst_of_its_legs_with_reasons(found):
    frame = reasons(found, asked())
    assert set(frame["route_id"]) == set(found.table["route_id"])
    for row in found.table.to_dict("records"):
        own = frame[frame["route_id"] == row["route_id"]]
        places = [AVAILABILITIES.index(one) for one in own["availability"]]
        assert max(places) == places[0] == AVAILABILITIES.index(row["availability"])
        assert row["availability_reasons"]
    restricted = frame[frame["availability"] == "restricted"]
    assert every(bool(cell) for cell in restricted["sources"])
    assert every(bool(cell) for cell in restricted["valid_from"])
    assert every(bool(cell) for cell in restricted["issued_by"])


def test_the_best_on_a_criterion_is_sure_before_it_is_best(found):
    for criterion, route in best(found, ("time_h", "cost_usd_per_teu")).items():
        row = found.table.set_index("route_id").loc[route]
        assert rank(row["availability"]) == 0
        assert row[f"{criterion}_typical"] > found.table[f"{criterion}_typical"].min()


def test_a_day_of_a_closure_takes_its_routes_away_and_the_next_day_gives_them_back():
    by_day = {}
    for day in ("2025-09-11", "2025-09-20", "2025-09-25"):
        table = find_routes(DATA, asked(date=day)).table
        by_day[day] = any("BY" in codes.split("|") for codes in table["countries"])
    assert by_day == {"2025-09-11": True, "2025-09-20": False, "2025-09-25": True}


def test_before_the_rules_russia_is_not_restricted():
    before = find_routes(DATA, asked(date="2018-06-01")).table
    assert "restricted" not in set(before["availability"])
    after = find_routes(DATA, asked(date="2023-06-01")).table
    of_russia = after[after["countries"].str.contains("RU")]
    assert set(of_russia["availability"]) == {"restricted"}


def test_detours_say_it_too_and_keep_the_surest_in_front():
    table = find_detours(DATA, asked()).table
    ranks = [rank(one) for one in table["availability"]]
    assert ranks == sorted(ranks)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_reasons_are_said_in_every_language(found, lang):
    words, english = Words(lang), Words("en")
    for hops in found.hops.values():
        for reason, legs in grouped(reasons_of(DATA, hops, asked())).items():
            said = in_words(DATA, reason, legs, words)
            assert said
            assert "{" not in said
            if reason.code in {"restriction", "no-service", "service-unsure"}:
                assert (said == in_words(DATA, reason, legs, english)) == (lang == "en")
    assert every((words.gettext(label) == label) == (lang == "en") for label in LABELS.values())


def test_the_summary_is_of_the_first_route_that_can_be_had():
    question = asked(avoid="RU,BY,IR")
    short = summary_of(find_routes(DATA, question), question)
    assert short.without == ("BY", "IR", "RU")
    assert rank(short.availability) == 0
    assert short.unconfirmed == ()
    low, typical, high = short.time_h
    assert low <= typical <= high
    assert not short.time_is_in_practice
    only = asked(avoid="RU,BY,IR,batumi-constanta,poti-batumi-road", via="Poti,Burgas")
    possible = summary_of(find_routes(DATA, only), only)
    assert possible.availability == "possible"
    assert possible.unconfirmed


def test_times_in_practice_go_before_the_timetable(found):
    route = best(found, ("time_h",))["time_h"]
    usual = {"time_h_p10": 300.0, "time_h_p50": 400.0, "time_h_p90": 500.0}
    short = summary_of(found, asked(), practice={route: usual})
    assert short.time_h == (300.0, 400.0, 500.0)
    assert short.time_is_in_practice
    assert short.cost_usd_per_teu == summary_of(found, asked()).cost_usd_per_teu


def test_no_route_has_no_summary():
    question = asked(avoid="KZ")
    assert summary_of(find_routes(DATA, question), question) is None
    empty = with_availability(routes(network(DATA), "almaty", "belgrade"), asked(date=dt.date(2018, 6, 1)))
    assert "availability" in empty.table
