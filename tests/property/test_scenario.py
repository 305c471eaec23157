"""A scenario survives its text, and does to routes what its words say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.dataset import load
from corridor.errors import ScenarioError, UnknownIdError
from corridor.network import network
from corridor.routing import routes
from corridor.scenario import AS_IT_IS, Scenario, encode, parse
from corridor.what_if import beside

DATA = load()
LEGS = DATA.legs["leg_id"].tolist()
FREIGHT = sorted({hop.leg_id for hop in network(DATA).hops})
PLACES = network(DATA).places
FACTORS = st.decimals("0.1", "10", places=2).map(float)
PAIRS = [("astana", "belgrade"), ("aktau-port", "bor"), ("khorgos-cn", "novi-sad")]


def some(ids):
    return st.lists(st.sampled_from(ids), unique=True, max_size=4).map(lambda one: tuple(sorted(one)))


def changed(ids):
    return st.dictionaries(st.sampled_from(ids), FACTORS, max_size=4).map(
        lambda one: tuple(sorted(one.items()))
    )


SCENARIOS = st.builds(
    Scenario,
    closed_legs=some(LEGS),
    closed_nodes=some(PLACES),
    time_factors=changed(LEGS),
    cost_factors=changed(LEGS),
    upgrades=some(DATA.upgrades["upgrade_id"].tolist()),
)


@settings(deadline=None)
@given(SCENARIOS)
def test_a_scenario_survives_its_text(scenario):
    text = encode(scenario)
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
     "close.A", "close.a-", "close.a_close.a", "close.../etc", "_".join(f"close.a{n}" for n in range(21))],
)  # fmt: skip
def test_what_is_no_change_is_refused(text):
    with pytest.raises(ScenarioError):
        parse(text)


@pytest.mark.parametrize("text", ["close.nonesuch", "shut.nonesuch", "time.nonesuch.2", "up.nonesuch"])
def test_what_is_not_there_is_refused(text):
    with pytest.raises(UnknownIdError, match="nonesuch"):
        network(DATA, scenario=parse(text))


def test_an_upgrade_without_a_known_effect_is_refused_in_words():
    with pytest.raises(ScenarioError, match="capacity_t_per_year of kuryk-port"):
        network(DATA, scenario=parse("up.kuryk-sarzha"))


def best(scenario, pair):
    table = routes(network(DATA, scenario=scenario), *pair, criteria=("time_h",)).table
    return {} if table.empty else dict(zip(table["time_h_gaps"], table["time_h_typical"], strict=True))


def never_better(worse, better):
    """Whether each of the worse answers is matched by one with no more gaps that is no slower."""
    return all(
        any(other_gaps <= gaps and other <= hours + 0.05 for other_gaps, other in better.items())
        for gaps, hours in worse.items()
    )


@settings(max_examples=25, deadline=None)
@given(some(FREIGHT), some(PLACES), st.sampled_from(PAIRS))
def test_closing_never_improves(legs, nodes, pair):
    shut = Scenario(closed_legs=legs, closed_nodes=tuple(node for node in nodes if node not in pair))
    assert never_better(best(shut, pair), best(AS_IT_IS, pair))


@settings(max_examples=25, deadline=None)
@given(changed(FREIGHT), st.sampled_from(PAIRS))
def test_slowing_never_improves_and_speeding_never_worsens(factors, pair):
    slow = Scenario(time_factors=tuple((leg, max(factor, 1.0)) for leg, factor in factors))
    quick = Scenario(time_factors=tuple((leg, min(factor, 1.0)) for leg, factor in factors))
    assert never_better(best(slow, pair), best(AS_IT_IS, pair))
    assert never_better(best(AS_IT_IS, pair), best(quick, pair))


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
