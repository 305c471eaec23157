"""Every question that the form can ask survives the address, and is answered or told why not."""

import datetime as dt

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from corridor.freight.arrays import MODES, network
from corridor.routing.question import RouteQuestion
from corridor.routing.routes import MAX_PASSED
from corridor.scenario.codec import Scenario
from corridor.scenario.codec import encode as encode_scenario
from tests.checks import every
from tests.shipped import shipped_data
from ui.link.key_values import CARRIAGES, CRITERION_WORDS, MAX_AVOIDED, WISHES
from ui.link.keys import BY_NAME
from ui.link.state import State, encode, parse, vocabulary
from ui.sections.routes.answer import answer
from ui.sections.routes.question import WISHES as CRITERIA_OF

DATA = shipped_data()
KNOWN = vocabulary(DATA)
PLACES = network(DATA).places


def some(values, most):
    return st.lists(st.sampled_from(sorted(values)), unique=True, max_size=most).map(tuple)


scenarios = st.builds(
    Scenario,
    closed_legs=some(KNOWN.legs, 6).map(sorted).map(tuple),
    closed_nodes=some(PLACES, 6).map(sorted).map(tuple),
    upgrades=some(KNOWN.upgrades, 6).map(sorted).map(tuple) if KNOWN.upgrades else st.just(()),
).map(encode_scenario)
questions = st.builds(
    State,
    origin=st.none() | st.sampled_from(PLACES),
    destination=st.none() | st.sampled_from(PLACES),
    carriage=st.sampled_from(CARRIAGES),
    wish=st.sampled_from(WISHES),
    criteria=some(CRITERION_WORDS, len(CRITERION_WORDS)),
    avoid=some({*KNOWN.countries, *MODES, *PLACES, *KNOWN.legs}, MAX_AVOIDED),
    passing=some(PLACES, MAX_PASSED),
    most_transhipments=st.none() | st.integers(0, 9),
    scenario=scenarios,
    date=st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)),
)


@given(questions)
def test_every_question_of_the_form_round_trips(state):
    written = encode(state)
    parsed = parse(written, KNOWN)
    assert parsed.state == state
    assert parsed.notices == ()
    assert every(len(text) <= BY_NAME[name].longest for name, text in written.items())


@settings(max_examples=12, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(questions)
@example(State(avoid=("RS",), most_transhipments=0))
def test_every_question_is_answered_or_told_why_not(state):
    found = answer(
        DATA,
        RouteQuestion.read(
            DATA,
            state.origin or "almaty",
            state.destination or "belgrade",
            criteria=(state.criteria or CRITERIA_OF[state.wish])[:3],
            avoid=state.avoid,
            via=state.passing,
            max_transhipments=state.most_transhipments,
            scenario=state.scenario,
        ),
    )
    assert bool(found.fault) != (found.found is not None)
    assert set(found.shown) <= set(found.rows)
    assert list(found.rows)[: len(found.shown)] == list(found.shown)
