"""A scenario survives its text, and does to routes what its words say."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from corridor.chain.steps import steps_of, totals
from corridor.dataset.tables import load
from corridor.errors import ScenarioError, UnknownIdError
from corridor.evidence.figures import leg_figure
from corridor.freight.arrays import network
from corridor.geometry import geodesic_km
from corridor.routing.ask import find_routes
from corridor.routing.question import RouteQuestion
from corridor.routing.routes import routes
from corridor.routing.what_if import beside
from corridor.scenario.assumed import assumed
from corridor.scenario.codec import (
    AS_IT_IS,
    FIRST_YEAR,
    LAST_YEAR,
    MAX_CHARACTERS,
    MAX_DELAY_H,
    MAX_HOURS,
    MAX_KM,
    MAX_NAME,
    MAX_USD,
    MODES,
    AddedLeg,
    Scenario,
    encode,
    parse,
)
from corridor.scenario.upgrade_effects import effects
from tests.checks import every
from tests.shipped import shipped_data

DATA = shipped_data()
LEGS = DATA.legs["leg_id"].tolist()
NET = network(DATA)
FREIGHT = sorted({hop.leg_id for hop in NET.hops})
PLACES = NET.places
USABLE = [one for one in DATA.upgrades["upgrade_id"] if not effects(DATA, one).reason]
FACTORS = st.decimals("0.1", "10", places=2).map(float)
PAIRS = [("astana", "belgrade"), ("aktau-port", "bor"), ("khorgos-cn", "novi-sad")]


def some(ids):
    return st.lists(st.sampled_from(ids), unique=True, max_size=2).map(lambda one: tuple(sorted(one)))


def changed(ids):
    return st.dictionaries(st.sampled_from(ids), FACTORS, max_size=2).map(
        lambda one: tuple(sorted(one.items()))
    )


def late(ids):
    hours = st.dictionaries(st.sampled_from(ids), st.integers(1, MAX_DELAY_H), max_size=2)
    return hours.map(lambda one: tuple(sorted(one.items())))


def added(nodes):
    one = st.builds(
        AddedLeg,
        from_node=st.sampled_from(nodes),
        to_node=st.sampled_from(nodes),
        mode=st.sampled_from(MODES),
        hours=st.integers(1, MAX_HOURS),
        km=st.none() | st.integers(1, MAX_KM),
        usd=st.none() | st.integers(1, MAX_USD),
    ).filter(lambda leg: leg.from_node != leg.to_node)
    legs = st.lists(one, max_size=3, unique_by=lambda leg: leg.leg_id)
    return legs.map(lambda some: tuple(sorted(some, key=lambda leg: leg.leg_id)))


SCENARIOS = st.builds(
    Scenario,
    closed_legs=some(LEGS),
    closed_nodes=some(PLACES),
    time_factors=changed(LEGS),
    cost_factors=changed(LEGS),
    delays=late(LEGS),
    node_factors=changed(PLACES),
    node_cost_factors=changed(PLACES),
    added_legs=added(PLACES),
    year=st.none() | st.integers(FIRST_YEAR, LAST_YEAR),
    upgrades=some(DATA.upgrades["upgrade_id"].tolist()),
)


@settings(deadline=None)
@given(SCENARIOS)
def test_a_scenario_survives_its_text(scenario):
    text = encode(scenario)
    assume(len(text) <= MAX_CHARACTERS)
    assert parse(text) == scenario
    assert parse("_".join(reversed(text.split("_")))) == scenario
    assert text.isascii()
    assert not set(text) & set(" &?=#%+<>'\"")


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_in_words(text):
    try:
        scenario = parse(text)
    except ScenarioError as refused:
        words = str(refused)
    else:
        words = "It was read."
        assert parse(encode(scenario)) == scenario
    assert words.endswith(".")


@pytest.mark.parametrize(
    "text",
    ["close", "close.", "close.a.2", "time.a", "time.a.0", "time.a.11", "time.a.1e3", "time.a.nan", "x.y",
     "close.A", "close.a-", "close.a_close.a", "close.../etc", "_".join(f"close.a{n}" for n in range(21)),
     "node.a", "node.a.0", "node.a.1.5_node.a.2", "year", "year.28", "year.2028_year.2029", "year.1999",
     "year.٢٠٢٨",
     "add.a.b.rail", "add.a.b.rail.", "add.a.b.air.5", "add.a.a.rail.5", "add.a.b.rail.0",
     "add.a.b.rail.1.5.2.1",
     "add.a.b.rail.5..", "add.a.b.rail.5.", "add.a.b.rail.2001", "add.a.b.rail.5_add.a.b.rail.6",
     "delay.a", "delay.a.0", "delay.a.1001", "delay.a.1.5", "delay.a.5_delay.a.6", "fee.a", "fee.a.0",
     "name.", "name. ", "name.=1+1", "name.<b>x</b>", "name.a&b", 'name.a"b', "name.a\u202eb", "name.a\x00b",
     "name.-a", f"name.{'a' * 61}", "name.a_name.b", "name.a\ud800",
     "add.a.b.rail.5.20001", "add.a.b.rail.5.1.100001", "add.A.b.rail.5", "add.a.b.rail.-5", "time.a.١"],
)  # fmt: skip
def test_what_is_no_change_is_refused(text):
    with pytest.raises(ScenarioError):
        parse(text)


@pytest.mark.parametrize(
    "text",
    ["delay.nonesuch.5", "fee.nonesuch.2", "close.nonesuch", "shut.nonesuch", "time.nonesuch.2",
     "up.nonesuch", "node.nonesuch.2", "add.nonesuch.nis.rail.5"],
)  # fmt: skip
def test_what_is_not_there_is_refused(text):
    with pytest.raises(UnknownIdError, match="nonesuch"):
        network(DATA, scenario=parse(text))


def test_an_upgrade_without_a_known_effect_is_refused_in_words():
    with pytest.raises(ScenarioError, match="axle_load_t of dimitrovgrad-nis"):
        network(DATA, scenario=parse("up.nis-dimitrovgrad-axle-load"))


def test_a_leg_that_is_there_cannot_be_added():
    once = assumed(DATA, parse("add.zhezkazgan.aktau-port.rail.20"))
    with pytest.raises(ScenarioError, match="already"):
        network(once, scenario=parse("add.zhezkazgan.aktau-port.rail.20"))


def best(scenario, pair):
    table = routes(network(DATA, scenario=scenario), *pair, criteria=("time_h",)).table
    return {} if table.empty else dict(zip(table["time_h_gaps"], table["time_h_typical"], strict=True))


def never_better(worse, better):
    """Whether each of the worse answers is matched by one with no more gaps that is no slower."""
    return all(
        any(other_gaps <= gaps and other <= hours + 0.05 for other_gaps, other in better.items())
        for gaps, hours in worse.items()
    )


@settings(max_examples=12, deadline=None)
@given(some(FREIGHT), some(PLACES), st.sampled_from(PAIRS))
def test_closing_never_improves(legs, nodes, pair):
    shut = Scenario(closed_legs=legs, closed_nodes=tuple(node for node in nodes if node not in pair))
    assert never_better(best(shut, pair), best(AS_IT_IS, pair))


@settings(max_examples=12, deadline=None)
@given(changed(FREIGHT), st.sampled_from(PAIRS))
def test_slowing_never_improves_and_speeding_never_worsens(factors, pair):
    slow = Scenario(time_factors=tuple((leg, max(factor, 1.0)) for leg, factor in factors))
    quick = Scenario(time_factors=tuple((leg, min(factor, 1.0)) for leg, factor in factors))
    assert never_better(best(slow, pair), best(AS_IT_IS, pair))
    assert never_better(best(AS_IT_IS, pair), best(quick, pair))


@settings(max_examples=8, deadline=None)
@given(late(FREIGHT), st.sampled_from(PAIRS))
def test_a_delay_never_improves(delays, pair):
    assert never_better(best(Scenario(delays=delays), pair), best(AS_IT_IS, pair))


def cheapest(scenario, pair):
    table = routes(network(DATA, scenario=scenario), *pair, criteria=("cost_usd_per_teu",)).table
    gaps, costs = table["cost_usd_per_teu_gaps"], table["cost_usd_per_teu_typical"]
    return dict(zip(gaps, costs, strict=True))


@settings(max_examples=8, deadline=None)
@given(changed(PLACES), st.sampled_from(PAIRS))
def test_dearer_work_at_nodes_never_costs_less(factors, pair):
    dear = Scenario(node_cost_factors=tuple((node, max(factor, 1.0)) for node, factor in factors))
    assert never_better(cheapest(dear, pair), cheapest(AS_IT_IS, pair))


@settings(max_examples=12, deadline=None)
@given(added(PLACES), st.sampled_from(PAIRS))
def test_adding_never_worsens(legs, pair):
    assert never_better(best(AS_IT_IS, pair), best(Scenario(added_legs=legs), pair))


@settings(max_examples=10, deadline=None)
@given(changed(PLACES), st.sampled_from(PAIRS))
def test_slower_work_at_nodes_never_improves_and_quicker_never_worsens(factors, pair):
    slow = Scenario(node_factors=tuple((node, max(factor, 1.0)) for node, factor in factors))
    quick = Scenario(node_factors=tuple((node, min(factor, 1.0)) for node, factor in factors))
    assert never_better(best(slow, pair), best(AS_IT_IS, pair))
    assert never_better(best(AS_IT_IS, pair), best(quick, pair))


def test_every_upgrade_and_every_later_year_is_no_worse():
    now = [best(AS_IT_IS, pair) for pair in PAIRS]
    for upgrade in USABLE:
        for pair, before in zip(PAIRS, now, strict=True):
            assert never_better(before, best(Scenario(upgrades=(upgrade,)), pair))
    for year in range(2024, 2031):
        then = [best(Scenario(year=year), pair) for pair in PAIRS]
        assert every(never_better(before, after) for before, after in zip(now, then, strict=True))
        now = then


SYMMETRIC = ("distance_km", "co2e_kg_per_t")


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(PLACES), min_size=2, max_size=2, unique=True), st.sampled_from(SYMMETRIC))
def test_there_and_back_are_the_same_where_legs_and_figures_are(pair, criterion):
    there, back = (routes(NET, *ends, criteria=(criterion,)).table for ends in (pair, pair[::-1]))
    columns = [f"{criterion}_gaps", f"{criterion}_typical"]
    assert there[columns].to_numpy() == pytest.approx(back[columns].to_numpy(), abs=0.01, nan_ok=True)


def test_an_added_leg_is_a_leg_like_any_other():
    data = assumed(DATA, parse("add.zhezkazgan.aktau-port.rail.20"))
    leg = data.record("legs", "added-zhezkazgan-aktau-port-rail")
    assert (leg["gauge_mm"], leg["geometry_fidelity"], leg["status"]) == (1520, "schematic", "unknown")
    assert leg["both_ways"]
    time, length = (leg_figure(data, leg["leg_id"], one) for one in ("time_h", "distance_km"))
    assert (time.typical, time.basis, time.reason[0]) == (20.0, "modelled", "assumed")
    ends = (DATA.record("nodes", node) for node in ("zhezkazgan", "aktau-port"))
    straight = geodesic_km(*(value for end in ends for value in (end["lat"], end["lon"])))
    assert (length.typical, length.basis) == (pytest.approx(straight), "modelled")
    stated = assumed(DATA, parse("add.zhezkazgan.aktau-port.rail.20.900.700"))
    figures = [leg_figure(stated, leg["leg_id"], one).typical for one in ("distance_km", "cost_usd_per_teu")]
    assert figures == [900.0, 700.0]


def test_an_added_railway_does_not_jump_the_gauge():
    net = network(DATA, scenario=parse("add.aktogay.nis.rail.50"))
    work = [
        one.work
        for arc, hop in enumerate(net.arc_hop)
        for one in net.arc_works[arc]
        if hop >= 0 and one.node == "nis" and net.hops[hop].start == "nis"
        and net.hops[net.tails[arc] - 2 * len(net.places)].leg_id.startswith("added")
    ]  # fmt: skip
    assert "break-of-gauge" in work


def test_steps_under_a_scenario_are_those_of_its_network():
    text = "time.almaty-shu.1.5_node.altynkol.0.5_add.saksaulsky.aktau-port.rail.9_year.2028"
    found = routes(network(DATA, scenario=parse(text)), "khorgos-cn", "belgrade", criteria=("time_h",))
    for route, hops in found.hops.items():
        total = totals(steps_of(found.dataset, hops)).set_index("criterion").loc["time_h"]
        row = found.table.set_index("route_id").loc[route]
        assert total["typical"] == pytest.approx(row["time_h_typical"], abs=0.5)
        assert total["missing_count"] == row["time_h_gaps"]


def test_a_scenario_leaves_the_dataset_as_it_is():
    before = leg_figure(DATA, "almaty-shu", "time_h")
    data = assumed(DATA, parse("time.almaty-shu.2"))
    assert leg_figure(data, "almaty-shu", "time_h").typical == pytest.approx(2 * before.typical)
    assert leg_figure(DATA, "almaty-shu", "time_h") == before
    assert data.content_hash != DATA.content_hash
    assert assumed(DATA, parse("close.almaty-shu")) is DATA
    assert assumed(DATA, parse("time.almaty-shu.2")) is data


def test_an_upgrade_saves_what_it_says():
    after = routes(network(DATA, scenario=parse("up.halkali-kapikule-new-line")), "halkali", "kapikule")
    before = routes(network(DATA), "halkali", "kapikule")
    row = beside(before, after).set_index("criterion").loc["time_h"]
    assert row["before"] == pytest.approx(8.5, abs=0.01)
    assert row["after"] == pytest.approx(3.5, abs=0.01)
    assert row["change"] == pytest.approx(-5, abs=0.02)
    assert after.table["time_h_basis"].iloc[0] == "modelled"


def test_a_closed_place_leaves_no_route_to_it():
    answer = routes(network(DATA, scenario=parse("shut.bor")), "aktau-port", "bor")
    assert answer.table.empty
    frame = beside(routes(network(DATA), "aktau-port", "bor"), answer)
    assert frame["after"].isna().all()
    assert frame["change"].isna().all()


def test_a_delay_adds_its_hours_to_the_whole_band_after_the_factor():
    before = leg_figure(DATA, "aktau-alat", "time_h")
    after = leg_figure(assumed(DATA, parse("delay.aktau-alat.72_time.aktau-alat.2")), "aktau-alat", "time_h")
    assert (after.low, after.typical, after.high) == (
        before.low * 2 + 72,
        before.typical * 2 + 72,
        before.high * 2 + 72,
    )
    assert after.basis == "modelled"


def test_charges_are_those_of_the_place_alone():
    chain = routes(NET, "aktau-port", "tbilisi", criteria=("time_h",)).hops
    hops = next(iter(chain.values()))
    before = steps_of(DATA, hops)
    charged = before[(before["kind"] == "work") & (before["cost_usd_per_teu_typical"] > 0)]
    place = charged["node_id"].iloc[0]
    after = steps_of(assumed(DATA, parse(f"fee.{place}.2")), hops)
    there = (before["node_id"] == place) & (before["kind"] == "work")
    old, new = (frame["cost_usd_per_teu_typical"] for frame in (before, after))
    assert new[there].sum() == pytest.approx(2 * old[there].sum())
    assert new[~there].to_numpy() == pytest.approx(old[~there].to_numpy(), nan_ok=True)


NAMES = st.text(
    st.characters(categories=["L", "Nd"]) | st.sampled_from(list(" ,:;!?()/%+-–—’«»“”„№.'")), max_size=70
)


@settings(deadline=None)
@given(NAMES, SCENARIOS)
def test_a_name_survives_its_text_and_changes_nothing(name, scenario):
    try:
        called = scenario.named(name)
    except ScenarioError:
        return
    assert 1 <= len(called.name) <= MAX_NAME
    assert called.unnamed == scenario
    text = encode(called)
    assume(len(text) <= MAX_CHARACTERS)
    assert parse(text) == called
    assert "_" not in called.name
    assert not set(called.name) & set('<>&"`\\')


@settings(deadline=None)
@given(st.text(max_size=80))
def test_a_hostile_name_is_refused_or_plain(name):
    try:
        called = AS_IT_IS.named(name).name
    except ScenarioError:
        return
    assert called[0].isalnum()
    assert called.isprintable()


def test_no_result_of_one_reader_holds_the_name_of_another():
    mine = parse("name.Mine_time.almaty-shu.2_close.aktau-alat")
    question = RouteQuestion.read(DATA, "astana", "belgrade", scenario=mine)
    assert question.scenario.name == ""
    assert question == RouteQuestion.read(DATA, "astana", "belgrade", scenario=mine.named("Yours"))
    assert "Mine" not in network(DATA, scenario=mine).dataset.scenario
    assert network(DATA, scenario=mine) is network(DATA, scenario=mine.unnamed)
    assert network(DATA, scenario=AS_IT_IS.named("Mine")) is NET


@pytest.mark.parametrize(
    "text",
    [
        "shut.kuryk-port_delay.aktau-alat.72_name.Storm",
        "year.2030_time.almaty-shu.0.5",
        "add.moyynty.zhezkazgan.rail.14.462_fee.aktau-port.2_node.alat-port.0.5",
    ],
)
def test_the_same_link_has_the_same_answer_on_data_loaded_afresh(text):
    answers = []
    for data in (DATA, load()):
        for order in (text, "_".join(reversed(text.split("_")))):
            question = RouteQuestion.read(data, "astana", "belgrade", avoid="RU,IR", scenario=order)
            found = find_routes(data, question)
            answers.append((found.dataset.content_hash, found.table.to_csv(index=False)))
    assert len(set(answers)) == 1
