"""Scenarios from the news rest on what the data have, and change what their sources claim."""

import csv
from dataclasses import replace

import pytest

from corridor.dataset.tables import SHIPPED, split_ids
from corridor.errors import ScenarioError
from corridor.impact.capacity import capacity_compared
from corridor.impact.routes import routes_compared, sides, totals_compared
from corridor.questions.catalogue import BY_VERB
from corridor.questions.parameters import read
from corridor.routing.question import RouteQuestion
from corridor.scenario.codec import check, encode, parse
from corridor.scenario.presets import preset, preset_table, presets, read_scenario
from corridor.sweep.tasks import sweep_of
from tests.shipped import shipped_data

DATA = shipped_data()
ALL = presets(DATA)
USABLE = [one for one in ALL if one.is_usable]
CLAIMED = [one for one in USABLE if one.row["claimed_quantity"]]
CAPACITIES = {"capacity_t_per_year": "t", "capacity_teu_per_year": "teu"}
# A leg of whole kilometres and hours cannot be as exact as what is claimed.
ROUNDED = 0.5


def named(found):
    return found.preset_id


def question(found, criteria="time,cost,co2e"):
    return RouteQuestion.read(
        DATA,
        found.origin,
        found.destination,
        criteria=criteria,
        avoid=found.avoid,
        scenario=f"preset:{found.preset_id}",
    )


def change(found):
    quantity = found.row["claimed_quantity"]
    if quantity in CAPACITIES:
        bounds, _parts = capacity_compared(DATA, question(found))
        return bounds.set_index("unit").loc[CAPACITIES[quantity], "upper_change"]
    return totals_compared(sides(DATA, question(found, quantity)))["change"].iloc[0]


def test_all_that_was_in_the_news_is_there():
    assert {one.preset_id for one in ALL} >= {
        "caspian-storm-week",
        "danube-low-water",
        "halkali-kapikule-finished",
        "kuryk-berth-repair",
        "middle-corridor-2030",
        "moyynty-kyzylzhar-built",
        "nis-dimitrovgrad-electrified",
        "poland-belarus-border-shut",
        "red-sea-and-hormuz",
        "tripp-open",
    }


@pytest.mark.parametrize("found", CLAIMED, ids=named)
def test_the_change_has_the_sign_and_the_size_that_the_sources_claim(found):
    by = change(found)
    assert by > 0 if found.row["claimed_sign"] == "more" else by < 0
    low, high = found.row["claimed_low"], found.row["claimed_high"]
    if low is not None:
        assert low - ROUNDED <= abs(by) <= high + ROUNDED


@pytest.mark.parametrize("found", USABLE, ids=named)
def test_it_shows_its_effect_on_its_question(found):
    asked = question(found)
    routes = routes_compared(sides(DATA, asked))
    _bounds, parts = capacity_compared(DATA, asked)
    is_changed = (routes["time_h_change"].abs() + routes["cost_usd_per_teu_change"].abs()) > 0
    has_changed_capacity = parts["capacity_before"].ne(parts["capacity_after"]).fillna(value=True)
    assert is_changed.any() or (routes["state"] != "kept").any() or has_changed_capacity.any()


@pytest.mark.parametrize("found", ALL, ids=named)
def test_it_rests_on_what_the_data_have(found):
    check(DATA, found.scenario)
    assert encode(found.scenario) == (found.row["scenario"] or "")
    sources = {DATA.record("claims", claim)["source_id"] for claim in found.claims}
    assert sources <= set(found.sources)
    for upgrade in (*found.upgrades, *found.scenario.upgrades):
        told = set(split_ids(DATA.record("upgrades", upgrade)["sources"]))
        assert told & set(found.sources) or not found.scenario.upgrades
    assert set(found.scenario.upgrades) <= set(found.upgrades)
    assert found.claims or found.upgrades or found.restrictions


@pytest.mark.parametrize("found", [one for one in ALL if not one.is_usable], ids=named)
def test_what_the_sources_do_not_say_is_told_instead_of_a_figure(found):
    assert found.row["missing"]
    with pytest.raises(ScenarioError, match="cannot be worked out") as refused:
        read_scenario(DATA, f"preset:{found.preset_id}")
    assert found.row["missing"] in str(refused.value)


def test_a_preset_is_usable_wherever_a_scenario_is():
    text, written = "preset:kuryk-winter", "shut.kuryk-port"
    assert encode(read_scenario(DATA, text)) == written
    assert encode(read_scenario(DATA, f"{text}_delay.aktau-alat.24_name.A")) == (
        "name.A_shut.kuryk-port_delay.aktau-alat.24"
    )
    swept = sweep_of(DATA, origins=["Astana"], destinations=["Belgrade"], scenarios=[text])
    assert swept.scenarios == (written,)
    parts = BY_VERB["scenario"].parameters
    answer = BY_VERB["scenario"].answer(DATA, read(parts, {"scenario": text}))
    assert answer.facts["scenario"] == written


@pytest.mark.parametrize("text", ["preset:", "preset:none", "preset:../etc", "preset:kuryk-winter_x"])
def test_what_is_no_preset_is_refused_in_words(text):
    with pytest.raises(ScenarioError) as refused:
        read_scenario(DATA, text)
    assert str(refused.value).endswith(".")


def test_a_dataset_without_presets_has_none():
    bare = replace(DATA, presets=DATA.presets.head(0))
    assert presets(bare) == ()
    assert preset_table(bare).empty
    with pytest.raises(ScenarioError, match="no scenario from the news"):
        preset(bare, "kuryk-winter")
    assert read_scenario(bare, "shut.kuryk-port") == parse("shut.kuryk-port")


def test_names_and_words_are_there_in_every_language():
    with (SHIPPED / "presets.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["preset_id"] for row in rows] == sorted(row["preset_id"] for row in rows)
    for row in rows:
        names = [row[f"name_{lang}"] for lang in ("en", "kk", "ru", "sr", "bg")]
        assert len(set(names)) == len(names)
