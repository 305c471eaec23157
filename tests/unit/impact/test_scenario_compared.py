"""A question without and with a scenario: what is kept, won and lost, and by how much."""

import numpy as np
import pytest

from corridor.charts.plain import as_plain
from corridor.columns.impact import SCENARIO_ROUTES
from corridor.errors import RouteError
from corridor.impact.capacity import capacity_compared
from corridor.impact.comparison import compare
from corridor.impact.places import connectivity_compared, reach_compared
from corridor.impact.routes import arcs_along, routes_compared, sides, totals_compared
from corridor.impact.staircases import staircase_pair
from corridor.language.reader import LanguageReader
from corridor.routing.question import RouteQuestion
from corridor.routing.routes import laid_out
from tests.shipped import shipped_data

AVOID = "RU,BY,IR"
SHUT = "shut.kuryk-port"
CUT_OFF = "shut.kuryk-port_shut.aktau-port_shut.turkmenbashi-port"


@pytest.fixture(scope="module")
def data():
    return shipped_data()


@pytest.fixture(scope="module")
def asked(data):
    return lambda text, **more: RouteQuestion.read(
        data, "astana", "belgrade", avoid=AVOID, scenario=text, **more
    )


def test_routes_are_matched_by_their_legs(data, asked):
    found = sides(data, asked(SHUT))
    table = routes_compared(found).set_index("route_id")
    before, after = set(found.before.hops), set(found.after.hops)
    for state, ids in (("kept", before & after), ("won", after - before), ("lost", before - after)):
        assert set(table.index[table["state"] == state]) == ids
    lost = table[table["state"] == "lost"]
    by_kuryk = lost["nodes"].str.contains("kuryk-port")
    assert (by_kuryk != lost["is_open_after"]).all()
    assert lost.loc[by_kuryk, "time_h_typical_after"].isna().all()


def test_figures_of_both_sides_are_those_of_the_answers(data, asked):
    found = sides(data, asked("delay.aktau-alat.72"))
    table = routes_compared(found).set_index("route_id")
    for side, answer in (("before", found.before), ("after", found.after)):
        own = answer.table.set_index("route_id")
        for name in ("time_h", "cost_usd_per_teu", "co2e_kg_per_t", "distance_km"):
            for end in ("low", "typical", "high", "gaps"):
                theirs = table.loc[own.index, f"{name}_{end}_{side}"].to_numpy(dtype=float)
                assert theirs == pytest.approx(own[f"{name}_{end}"].to_numpy(dtype=float), nan_ok=True)
        assert list(table.loc[own.index, f"availability_{side}"]) == list(own["availability"])
    by_aktau = table["nodes"].str.contains("aktau-port")
    assert set(table.loc[by_aktau, "time_h_change"].round(6)) == {72.0}
    assert set(table.loc[~by_aktau, "time_h_change"].round(6)) <= {0.0}


def test_every_route_of_an_answer_is_found_again_in_its_network(data, asked):
    found = sides(data, asked(""))
    there = found.network("before")
    for route, hops in found.before.hops.items():
        _table, ways = laid_out(there, [arcs_along(there, hops)])
        assert list(ways) == [route]


def test_a_scenario_without_changes_changes_nothing(data, asked):
    found = compare(data, asked(""))
    assert set(found.routes["state"]) == {"kept"}
    assert found.routes["time_h_change"].abs().max() == 0
    assert found.totals["change"].abs().max() == 0
    assert found.connectivity["is_better"].isna().all()
    assert set(found.reach["state"]) == {"kept"}
    assert (found.capacity["lower_change"] == 0).all()
    assert (found.cut["is_limit_before"] == found.cut["is_limit_after"]).all()


def test_without_a_way_there_is_no_route_and_no_pair(data, asked):
    question = asked(CUT_OFF)
    found = compare(data, question)
    assert set(found.routes["state"]) == {"lost"}
    assert found.totals["route_after"].isna().all()
    assert found.totals["after"].isna().all()
    measures = found.connectivity.set_index(["pair", "part"])
    assert measures.loc[("KZ-RS", "pairs"), "after"] == 0
    lost = found.reach[found.reach["state"] == "lost"]
    assert "belgrade" in set(lost["node_id"])
    assert found.connectivity.loc[found.connectivity["part"] == "places", "after"].iloc[0] == (
        found.reach["time_h_after"].notna().sum()
    )
    assert (found.capacity["upper_after"] == 0).all()
    lines = staircase_pair(LanguageReader(data, "en"), found.found).panels[0].series
    assert len(lines) == 1


def test_neither_side_with_a_route_is_refused_by_the_chart_alone(data):
    question = RouteQuestion.read(data, "astana", "belgrade", avoid="rail,road", scenario=SHUT)
    found = sides(data, question)
    table = routes_compared(found)
    assert table.empty
    assert list(table.columns) == list(SCENARIO_ROUTES.names)
    assert totals_compared(found)["route_before"].isna().all()
    with pytest.raises(RouteError):
        staircase_pair(LanguageReader(data, "en"), found)


def test_an_upgrade_of_capacity_is_named_and_the_bound_moves(data):
    question = RouteQuestion.read(data, "altynkol", "poti-port", avoid="RU,IR,TM,road", scenario="year.2030")
    bounds, parts = capacity_compared(data, question)
    row = bounds.set_index("unit").loc["teu"]
    assert (row["upper_before"], row["upper_after"], row["upper_change"]) == (150_000, 260_000, 110_000)
    alat = parts[(parts["unit"] == "teu") & (parts["id"] == "alat-port")].iloc[0]
    assert alat["is_limit_before"]
    assert alat["is_limit_after"]
    changed = set(parts.loc[parts["capacity_before"] != parts["capacity_after"], "id"])
    assert {"aktau-port", "aktau-alat", "kars-divrigi"} <= changed


def test_connectivity_is_of_the_two_countries_too(data):
    question = RouteQuestion.read(
        data, "halkali", "belgrade", avoid="road", scenario="preset:halkali-kapikule-finished"
    )
    found = connectivity_compared(data, question)
    assert list(dict.fromkeys(found["pair"].dropna())) == ["KZ-RS", "TR-RS"]
    ours = found[found["pair"] == "KZ-RS"].set_index("part")
    assert np.isclose(ours.loc["time", "change"], 0)


def test_reach_follows_a_delay(data):
    question = RouteQuestion.read(
        data, "aktau-port", "alat-port", avoid="RU,IR,TM,road", scenario="delay.aktau-alat.10"
    )
    found = reach_compared(data, question).set_index("node_id")
    assert found.loc["alat-port", "time_h_change"] == pytest.approx(10)


@pytest.mark.parametrize("lang", ["en", "kk", "ru", "sr", "sr-Latn", "bg"])
def test_the_staircases_of_both_sides_are_told_in_every_language(data, asked, lang):
    chart = staircase_pair(LanguageReader(data, lang), sides(data, asked(SHUT)))
    assert [len(panel.series) for panel in chart.panels] == [2, 2]
    assert len(chart.keys) == 2
    assert as_plain(chart)["title"].endswith(chart.title[-10:])
    assert lang == "en" or "scenario" not in chart.title
