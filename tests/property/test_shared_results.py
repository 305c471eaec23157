"""What a scenario shares with the data as they are is what it would work out itself."""

import dataclasses
import datetime as dt
import importlib
import pkgutil
from collections.abc import Mapping

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

import corridor
import ui
from corridor.corridors.volumes import Subject
from corridor.dataset.tables import load
from corridor.errors import CorridorError
from corridor.freight.arrays import network
from corridor.memory import memo
from corridor.memory.memo import Depends
from corridor.scenario.assumed import assumed
from corridor.scenario.codec import parse
from tests.property.test_scenario import SCENARIOS
from ui.language.text import LANGUAGES

for package in (corridor, ui):
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not found.name.endswith("__main__"):
            importlib.import_module(found.name)

DATA = load()
NET = network(DATA)
LEGS = tuple(DATA.legs["leg_id"])
FREIGHT = tuple(DATA.legs.loc[DATA.legs["mode"] != "air", "leg_id"])
WORKS = sorted({work for works in NET.arc_works for work in works}, key=str)
JOINTS = [(None, hop) for hop in NET.hops] + [
    (before, after) for before in NET.hops for after in NET.hops if before.end == after.start
]
FIGURES = sorted(
    set(DATA.claims[["subject_type", "subject_id", "quantity"]].itertuples(index=False, name=None))
)
TABLES = [name for name, table in DATA.package.tables.items() if len(table.primary_key) == 1]
CHANGED = (
    "time.almaty-shu.2_cost.aktau-alat.3",
    "year.2030",
    "add.khorgos-cn.altynkol.rail.5.20.30",
    "node.aktau-port.2",
    "up.halkali-kapikule-new-line",
)

# Arguments after the dataset, for every function whose results a scenario may share.
ASKED = {
    "corridor.air.flight_week._newest": [
        (service, "weekdays") for service in DATA.services["service_id"][:5]
    ],
    "corridor.air.flights.flights": [()],
    "corridor.audit.conflicts.conflicts": [()],
    "corridor.audit.known.known_until": [()],
    "corridor.audit.ledger._facet_columns": [(dt.date(2026, 11, 30),)],
    "corridor.audit.ledger._texts": [()],
    "corridor.audit.source_use._used": [()],
    "corridor.chain.node_work._legs_of_services": [()],
    "corridor.chain.node_work._owners": [()],
    "corridor.chain.splicing._hops_by_corridor": [()],
    "corridor.chain.steps.part_row": [(part,) for part in (*NET.hops, *WORKS)],
    "corridor.corridors.volumes._listed": [(tuple(Subject("leg", leg) for leg in LEGS),)],
    "corridor.corridors.years.newest_volumes": [("volume_t",), ("volume_teu",)],
    "corridor.dataset.places.spellings": [()],
    "corridor.evidence.claims._figure": FIGURES,
    "corridor.evidence.claims._ledger": [()],
    "corridor.evidence.factors._defaults": [("speed_km_h", "rail"), ("headway_h", "ferry")],
    "corridor.evidence.headways._recent_since": [()],
    "corridor.freight.arrays._parts": JOINTS,
    "corridor.freight.availability._reasons": [
        (leg, day, cargo)
        for leg in FREIGHT
        for day, cargo in ((None, "container"), (dt.date(2025, 11, 10), "bulk"))
    ],
    "corridor.freight.availability._services": [()],
    "corridor.freight.capacity._known": [("capacity_t_per_year",), ("capacity_teu_per_year",)],
    "corridor.freight.restrictions._rows": [()],
    "corridor.freight.restrictions.known_until": [()],
    "corridor.freight.restrictions.restrictions_of": [()],
    "corridor.partners.in_charge._by_subject": [()],
    "corridor.partners.roles._roles": [()],
    "corridor.partners.works._joined": [()],
    "corridor.routing.alternatives._leg_km": [(leg,) for leg in LEGS],
    "corridor.scenario.upgrade_effects.effects": [(one,) for one in DATA.upgrades["upgrade_id"]],
    "ui.api.data._searched": [(table,) for table in TABLES],
    "ui.evidence.claim_names.claim_names": [(lang,) for lang in LANGUAGES],
    "ui.evidence.rows._about": [()],
    "ui.evidence.rows._by_id": [(table,) for table in TABLES if table != "legs"],
    "ui.evidence.rows._claims": [()],
    "ui.evidence.rows._legs": [()],
    "ui.evidence.spelled_names._text": [(lang,) for lang in LANGUAGES],
    "ui.map.names._countries": [()],
    "corridor.brief.readable._terms": [()],
    "ui.sections.partners.trade_chart.reported": [()],
    "ui.content.picture._points": [()],
}
# What follows from all legs and all figures is shared only where a scenario touches neither; no more than
# that is to be checked of them, and most take seconds.
WHOLE = Depends.LEGS | Depends.FIGURES
SHARING = {
    name: one for name, one in memo.functions().items() if name.partition(".")[0] in {"corridor", "ui"}
}


def is_same(one, other):
    """Whether two results are equal, frames and rows in them included."""
    if isinstance(one, pd.DataFrame):
        return one.equals(other) and list(one.columns) == list(other.columns)
    if isinstance(one, np.ndarray):
        return np.array_equal(one, other)
    if isinstance(one, Mapping):
        return one.keys() == other.keys() and all(is_same(value, other[key]) for key, value in one.items())
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(is_same, one, other))
    return one == other or (one != one and other != other)  # noqa: PLR0124 - NaN is none


def differing(data, names=tuple(ASKED)):
    """Names of the functions that give another result for a dataset than for one without a memo."""
    alone = dataclasses.replace(data)
    assert alone.memo.base is None
    found = []
    for name in names:
        function = SHARING[name]
        if any(not is_same(function(data, *asked), function(alone, *asked)) for asked in ASKED[name]):
            found.append(name)
    return found


@pytest.fixture(scope="module", autouse=True)
def _asked_before():
    """All is known of the data as they are before a scenario asks."""
    for name, asked in ASKED.items():
        for arguments in asked:
            SHARING[name](DATA, *arguments)


def test_every_function_that_shares_results_is_asked():
    sharing = {
        name
        for name, one in SHARING.items()
        if one.depends_on not in (WHOLE, Depends.EVERYTHING) or one.parts is not None
    }
    assert sharing == ASKED.keys()


@pytest.mark.parametrize("text", CHANGED)
def test_what_is_remembered_under_a_scenario_is_what_it_works_out(text):
    assert differing(assumed(DATA, parse(text))) == []


@settings(max_examples=4)
@given(SCENARIOS)
def test_what_is_remembered_under_any_scenario_is_what_it_works_out(scenario):
    try:
        data = assumed(DATA, scenario)
    except CorridorError:  # an upgrade whose effect is not known
        return
    assert differing(data) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("corridor.chain.steps.part_row", "time.almaty-shu.2"),
        ("ui.evidence.rows._legs", "add.almaty.aktau-port.rail.20"),
    ],
)
def test_a_function_that_depends_on_more_than_it_says_is_caught(monkeypatch, name, text):
    data = dataclasses.replace(assumed(DATA, parse(text)))
    data.__dict__["memo"] = memo.Memo(DATA.memo, legs=frozenset({"any"}), figures=frozenset({"any"}))
    monkeypatch.setattr(SHARING[name], "depends_on", Depends.CLAIMS)
    monkeypatch.setattr(SHARING[name], "parts", None)
    assert differing(data, [name]) == [name]


def test_what_follows_from_everything_is_never_shared():
    data = assumed(DATA, parse("time.almaty-shu.2"))
    shared = {name for name, one in SHARING.items() if data.memo.shelf(one) is DATA.memo.shelf(one)}
    assert {name for name in shared if Depends.FIGURES in SHARING[name].depends_on} == set()
    assert "ui.evidence.rows._legs" in shared
    nothing = assumed(DATA, parse("year.2023"))
    whole = {name for name, one in SHARING.items() if one.depends_on == WHOLE and one.parts is None}
    assert whole <= {name for name, one in SHARING.items() if nothing.memo.shelf(one) is DATA.memo.shelf(one)}
    for name, one in SHARING.items():
        if one.depends_on is Depends.EVERYTHING:
            assert nothing.memo.shelf(one) is not DATA.memo.shelf(one), name
