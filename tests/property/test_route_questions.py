"""A question for routes is the same value in words, keys of an address and the state of a page."""

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.freight.arrays import CRITERIA, MODES, network
from corridor.freight.running import CARGOES
from corridor.questions.answer_routes import question_of
from corridor.questions.catalogue import BY_VERB
from corridor.questions.parameters import read
from corridor.routing.ask import ask, find_routes
from corridor.routing.question import SHORT, Avoided, RouteQuestion, country_codes
from corridor.routing.routes import MAX_PASSED
from corridor.scenario.codec import Scenario
from tests.checks import every
from tests.shipped import shipped_data
from ui.language.text import Words
from ui.link.state import State, encode, parse, vocabulary
from ui.sections.routes.answer import answer
from ui.sections.routes.question import as_state, question

DATA = shipped_data()
KNOWN = vocabulary(DATA)
PLACES = network(DATA).places
MAX_CRITERIA = len(CRITERIA)
LEGS = sorted(DATA.legs["leg_id"])


def some(values, most):
    return st.frozensets(st.sampled_from(sorted(values)), max_size=most)


def in_order(values, most):
    return some(values, most).map(sorted).map(tuple)


factors = st.sampled_from((0.5, 0.75, 1.5, 2.0, 10.0))
scenarios = st.builds(
    Scenario,
    closed_legs=in_order(LEGS, 3),
    closed_nodes=in_order(PLACES, 3),
    time_factors=st.dictionaries(st.sampled_from(LEGS), factors, max_size=3).map(
        lambda some: tuple(sorted(some.items()))
    ),
    upgrades=in_order(KNOWN.upgrades, 3),
    year=st.none() | st.integers(2026, 2035),
)
avoided = st.builds(
    Avoided,
    countries=some(KNOWN.countries, 3),
    modes=some(MODES, 2),
    nodes=some(PLACES, 3),
    legs=some(LEGS, 3),
)


def asked(*, cargoes=CARGOES, scenario=scenarios, most=MAX_CRITERIA):
    return st.builds(
        RouteQuestion,
        origin=st.sampled_from(PLACES),
        destination=st.sampled_from(PLACES),
        criteria=st.lists(st.sampled_from(CRITERIA), min_size=1, max_size=most).map(tuple),
        avoid=avoided,
        via=some(PLACES, MAX_PASSED),
        max_transhipments=st.none() | st.integers(0, 9),
        scenario=scenario,
        date=st.none() | st.dates(dt.date(2020, 1, 1), dt.date(2040, 1, 1)),
        cargo=st.sampled_from(cargoes),
    )


def view(state):
    """All that the page needs of a visit to read its question."""
    return SimpleNamespace(state=state, dataset=DATA, words=Words("en"), lang="en")


@settings(max_examples=50, deadline=None)
@given(asked())
def test_keys_the_api_and_an_address_hold_the_whole_question(value):
    keys = value.as_keys()
    again = RouteQuestion.from_keys(DATA, keys)
    assert again == value
    assert hash(again) == hash(value)
    assert list(again.as_keys().items()) == list(keys.items())
    assert every(keys.values())
    assert question_of(DATA, read(BY_VERB["route"].parameters, keys, is_served=True)) == value
    on_page = replace(value, cargo=CARGOES[0])
    parsed = parse(encode(State(**as_state(on_page))), KNOWN)
    assert parsed.notices == ()
    assert question(view(parsed.state)) == on_page


@settings(max_examples=10, deadline=None)
@given(asked(cargoes=CARGOES[:1], scenario=st.builds(Scenario, closed_nodes=in_order(PLACES, 2)), most=2))
def test_page_and_api_answer_a_question_with_the_same_figures(value):
    shown = answer(DATA, question(view(State(**as_state(value)))))
    values = read(BY_VERB["route"].parameters, value.as_keys(), is_served=True)
    if shown.fault is not None:
        with pytest.raises(type(shown.fault)) as refused:
            BY_VERB["route"].answer(DATA, values)
        assert refused.value.code == shown.fault.code
        return
    told = BY_VERB["route"].answer(DATA, values).tables["routes"].to_dict("records")
    assert {row["route_id"] for row in told} == set(shown.rows) - shown.beaten
    for row in told:
        ours = shown.rows[row["route_id"]]
        known = {name: cell for name, cell in row.items() if cell == cell}  # noqa: PLR0124 - NaN is None there
        assert {name: ours[name] for name in known} == known


def test_words_in_a_list_and_in_one_text_ask_the_same():
    ends = (DATA, "Астана", "Beograd")
    listed = RouteQuestion.read(*ends, criteria=["time", "borders"], avoid=["ru", "ferry"], via=["Poti"])
    joined = RouteQuestion.read(*ends, criteria="time, borders", avoid="RU,ferry", via="Poti,")
    assert listed == joined
    assert joined.criteria == (SHORT["time"], "borders")
    assert joined.avoid == Avoided(countries=frozenset({"RU"}), modes=frozenset({"ferry"}))
    assert ask(*ends, avoid=["RU"]).table.equals(
        find_routes(DATA, RouteQuestion.read(*ends, avoid="RU")).table
    )


def test_every_country_that_can_be_avoided_is_read_as_one():
    codes = country_codes(DATA)
    assert Avoided.read(DATA, codes) == Avoided(countries=codes)
