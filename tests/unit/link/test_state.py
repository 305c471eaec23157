"""Each key of the address: valid, invalid, missing."""

import datetime as dt
from dataclasses import replace

import pytest

from corridor.dataset.schema import read_package
from corridor.dataset.tables import SHIPPED
from corridor.questions.catalogue import QUESTIONS
from ui.link.key_values import MAX_WORDS
from ui.link.notes import ViewNote
from ui.link.state import (
    KEYS,
    LINK_SCHEMA,
    MAX_VALUE_LENGTH,
    MapView,
    Notice,
    State,
    Vocabulary,
    encode,
    guess_language,
    moved,
    parse,
    ruled,
)
from ui.link.tracking import is_added

# One or more of each program and network that adds keys to links.
TRACKING = (
    "utm_source", "utm_id", "UTM_Medium", "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid",
    "gad_source", "srsltid", "_ga", "_gl", "yclid", "ysclid", "_openstat", "msclkid", "igshid", "igsh",
    "mibextid", "twclid", "ttclid", "li_fat_id", "rdt_cid", "mkt_tok", "mc_cid", "mc_eid", "_hsenc",
    "_hsmi", "__hstc", "hsCtaTracking", "_kx", "vero_id", "oly_enc_id", "mtm_campaign", "pk_kwd",
    "s_kwcid", "_x_tr_sl", "__cft__[0]", "ref", "embed",
)  # fmt: skip

KNOWN = Vocabulary(
    corridors=frozenset({"tc-danube", "tc-btk"}),
    branches=frozenset({"start-astana", "cross-kuryk"}),
    legs=frozenset({"aktau-alat"}),
    nodes=frozenset({"nqz", "beg"}),
    countries=frozenset({"KZ", "RS"}),
    upgrades=frozenset({"kars-line"}),
    data_version="0.1.0-66a1d52e6d7f",
    is_own=True,
    ledger={
        "st": frozenset({"leg"}),
        "subj": frozenset({"leg.aktau-alat"}),
        "grp": frozenset({"time"}),
        "qty": frozenset({"time_h"}),
        "sk": frozenset({"official"}),
        "src": frozenset({"titr-2025"}),
        "kind": frozenset({"observed"}),
        "conf": frozenset({"press"}),
        "fit": frozenset({"exact"}),
        "age": frozenset({"overdue"}),
        "claim": frozenset({"c-t-0013"}),
        "th": frozenset({"agriculture"}),
        "mineral": frozenset({"tungsten"}),
        "due": frozenset({"2027"}),
        "sec": frozenset({"transport"}),
        "stage": frozenset({"construction"}),
        "pc": frozenset({"KZ"}),
        "party": frozenset({"ktz"}),
        "pj": frozenset({"almaty-rail-bypass"}),
        "agr": frozenset({"agr-2015-road"}),
        "org": frozenset({"ktz"}),
        "visit": frozenset({"ev-2026-02-27-talks"}),
    },
)

VALID = [
    ("lang", "sr-Latn", "lang", "sr-Latn"),
    ("c", "tc-btk", "corridor", "tc-btk"),
    ("via", "start-astana.cross-kuryk", "via", ("start-astana", "cross-kuryk")),
    ("leg", "aktau-alat", "leg", "aktau-alat"),
    ("from", "nqz", "origin", "nqz"),
    ("to", "beg", "destination", "beg"),
    ("how", "air", "carriage", "air"),
    ("want", "cleanest", "wish", "cleanest"),
    ("by", "time.borders", "criteria", ("time", "borders")),
    ("rules", "all", "rules", "all"),
    ("avoid", "RS.ferry.beg.aktau-alat", "avoid", ("RS", "ferry", "beg", "aktau-alat")),
    ("pass", "nqz.beg", "passing", ("nqz", "beg")),
    ("maxt", "0", "most_transhipments", 0),
    ("sc", "up.kars-line_close.aktau-alat", "scenario", "close.aktau-alat_up.kars-line"),
    ("date", "2026-09-01", "date", dt.date(2026, 9, 1)),
    ("r", "0f9a3c71", "route", "0f9a3c71"),
    ("sort", "co2e", "order", "co2e"),
    ("step", "12", "step", 12),
    ("cmp", "0f9a3c71.ffffffff", "compared", ("0f9a3c71", "ffffffff")),
    ("year", "2019", "year", 2019),
    ("show", "cost", "measure", "cost"),
    ("w", "0.10.5.5.5.5.5.5", "weights", (0, 10, 5, 5, 5, 5, 5, 5)),
    ("norm", "ratio", "normalisation", "ratio"),
    ("agg", "geometric", "aggregation", "geometric"),
    ("beside", "KZ-HU", "beside", "KZ-HU"),
    ("node", "beg", "place", "beg"),
    ("days", "60", "days", 60),
    ("map", "caspian", "preset", "caspian"),
    ("at", "43.65_51.16_5.5", "at", MapView(43.65, 51.16, 5.5)),
    ("note", "nqz.Wait here", "notes", (ViewNote("nqz", "Wait here"),)),
    ("note", "nqz.a.b~~c~beg.Сачекај!", "notes", (ViewNote("nqz", "a.b~c"), ViewNote("beg", "Сачекај!"))),
    ("q", "Ақтау 50%", "search", "Ақтау 50%"),
    ("st", "leg", "subject_type", "leg"),
    ("subj", "leg.aktau-alat", "subject", "leg.aktau-alat"),
    ("grp", "time", "group", "time"),
    ("qty", "time_h", "quantity", "time_h"),
    ("sk", "official", "source_kind", "official"),
    ("src", "titr-2025", "source", "titr-2025"),
    ("kind", "observed", "kind", "observed"),
    ("conf", "press", "confidence", "press"),
    ("fit", "exact", "fit", "exact"),
    ("age", "overdue", "age", "overdue"),
    ("page", "12", "page", 12),
    ("claim", "c-t-0013", "claim", "c-t-0013"),
    ("cp", "2", "conflict_page", 2),
    ("sq", "UNECE", "source_search", "UNECE"),
    ("sp", "3", "source_page", 3),
    ("part", "minerals", "part", "minerals"),
    ("th", "agriculture", "theme", "agriculture"),
    ("sec", "transport", "sector", "transport"),
    ("stage", "construction", "stage", "construction"),
    ("pc", "KZ", "partner", "KZ"),
    ("party", "ktz", "party", "ktz"),
    ("quiet", "two-years", "silence", "two-years"),
    ("lab", "fix", "lab", "fix"),
    ("ways", "nqz.beg", "rivals", ("nqz", "beg")),
    ("need", "5000000.t", "need", "5000000.t"),
    ("k", "5", "works", 5),
    ("rank", "volume", "ranked_by", "volume"),
    ("grid", "nqz~beg~today.this~2026.2028", "grid", "nqz~beg~today.this~2026.2028"),
    ("mineral", "tungsten", "mineral", "tungsten"),
    ("due", "2027", "due", "2027"),
    ("pj", "almaty-rail-bypass", "project", "almaty-rail-bypass"),
    ("agr", "agr-2015-road", "paper", "agr-2015-road"),
    ("org", "ktz", "organisation", "ktz"),
    ("visit", "ev-2026-02-27-talks", "visit", "ev-2026-02-27-talks"),
    ("d", "0.1.0-66a1d52e6d7f", "data", "0.1.0-66a1d52e6d7f"),
    ("own", "1", "own", True),
]
INVALID = [
    ("note", "nqz", "malformed"),
    ("note", "nqz.", "malformed"),
    ("note", "nqz. \u200f\n", "malformed"),
    ("note", "nqz.a~", "malformed"),
    ("note", "nqz.a~b", "malformed"),
    ("note", "nowhere.a", "unknown"),
    ("note", "nqz.a~beg.b~nqz.c~beg.d", "too-long"),
    ("note", "nqz." + "a" * 81, "too-long"),
    ("lang", "de", "unknown"),
    ("lang", "", "unknown"),
    ("c", "TC-BTK", "unknown"),
    ("c", "start-astana", "unknown"),
    ("via", "start-astana.start-astana", "malformed"),
    ("via", "start-astana.", "malformed"),
    ("via", "tc-btk", "unknown"),
    ("via", ".".join("abcdefg"), "too-long"),
    ("leg", "x" * (MAX_VALUE_LENGTH + 1), "too-long"),
    ("from", "beg<script>", "unknown"),
    ("to", "aktau-alat", "unknown"),
    ("how", "rocket", "unknown"),
    ("want", "best", "unknown"),
    ("by", "time_h", "unknown"),
    ("by", "time.time", "malformed"),
    ("rules", "us", "unknown"),
    ("avoid", "kz", "unknown"),
    ("avoid", "KZ.", "malformed"),
    ("avoid", ".".join(map(str, range(13))), "too-long"),
    ("pass", "aktau-alat", "unknown"),
    ("pass", "nqz.beg.nqz", "malformed"),
    ("maxt", "10", "malformed"),
    ("year", "2031", "unknown"),
    ("year", "26", "malformed"),
    ("show", "speed", "unknown"),
    ("w", "0.0.0.0.0.0.0.0", "malformed"),
    ("w", "5.5.5", "malformed"),
    ("w", "11.5.5.5.5.5.5.5", "malformed"),
    ("norm", "z-score", "unknown"),
    ("agg", "median", "unknown"),
    ("beside", "KZ-XX", "unknown"),
    ("node", "atlantis", "unknown"),
    ("days", "0", "malformed"),
    ("days", "61", "unknown"),
    ("sc", "burn.aktau-alat", "malformed"),
    ("sc", "close.aktau", "unknown"),
    ("sc", "node.aktau.2", "unknown"),
    ("sc", "add.nqz.moon.rail.5", "unknown"),
    ("sc", "year.20260", "malformed"),
    ("sc", "shut.aktau", "unknown"),
    ("sc", "up.moon-line", "unknown"),
    ("sc", "time.aktau-alat.99", "malformed"),
    ("date", "2026-02-30", "malformed"),
    ("date", "20260901", "malformed"),
    ("r", "0F9A3C71", "malformed"),
    ("r", "0f9a3c7", "malformed"),
    ("sort", "co2", "unknown"),
    ("step", "0", "malformed"),
    ("step", "1000", "malformed"),
    ("cmp", "0f9a3c71", "malformed"),
    ("cmp", "0f9a3c71.0f9a3c71", "malformed"),
    ("cmp", ".".join(f"0000000{at}" for at in range(5)), "too-long"),
    ("map", "mars", "unknown"),
    ("at", "91_51_5", "malformed"),
    ("at", "43_51", "malformed"),
    ("at", "nan_51_5", "malformed"),
    ("at", "43_51_99", "malformed"),
    ("q", "x" * (MAX_WORDS + 1), "too-long"),
    ("q", "a\x00b", "malformed"),
    ("sq", "x" * (MAX_WORDS + 1), "too-long"),
    ("st", "legs", "unknown"),
    ("subj", "aktau-alat", "unknown"),
    ("grp", "", "unknown"),
    ("qty", "time", "unknown"),
    ("sk", "blog", "unknown"),
    ("src", "titr", "unknown"),
    ("conf", "sure", "unknown"),
    ("fit", "loose", "unknown"),
    ("kind", "OBSERVED", "unknown"),
    ("age", "<script>", "unknown"),
    ("page", "0", "malformed"),
    ("page", "99999", "malformed"),
    ("claim", "c-t-9999", "unknown"),
    ("cp", "-1", "malformed"),
    ("sp", "two", "malformed"),
    ("part", "everything", "unknown"),
    ("th", "AGRICULTURE", "unknown"),
    ("sec", "", "unknown"),
    ("stage", "done", "unknown"),
    ("pc", "kz", "unknown"),
    ("party", "<script>", "unknown"),
    ("quiet", "ages", "unknown"),
    ("lab", "else", "unknown"),
    ("ways", "nqz.nowhere", "unknown"),
    ("need", "300000.kg", "malformed"),
    ("k", "9", "unknown"),
    ("need", "5000000.t.less", "malformed"),
    ("rank", "<b>", "unknown"),
    ("grid", "nqz~beg~today", "malformed"),
    ("grid", "nowhere~beg~today~", "unknown"),
    ("mineral", "gold dust", "unknown"),
    ("due", "1812", "unknown"),
    ("pj", "x" * (MAX_VALUE_LENGTH + 1), "too-long"),
    ("agr", "agr-1389", "unknown"),
    ("org", "nobody", "unknown"),
    ("visit", "tomorrow", "unknown"),
    ("d", "latest", "malformed"),
    ("d", "0.1.0-hash", "malformed"),
    ("own", "yes", "unknown"),
    ("v", "one", "malformed"),
    ("v", str(LINK_SCHEMA + 1), "newer-link"),
]


@pytest.mark.parametrize(("key", "text", "field", "value"), VALID)
def test_valid(key, text, field, value):
    parsed = parse({key: text}, KNOWN)
    assert getattr(parsed.state, field) == value
    assert parsed.notices == ()


@pytest.mark.parametrize(("key", "text", "problem"), INVALID)
def test_invalid_is_left_out_and_told(key, text, problem):
    parsed = parse({key: text}, KNOWN)
    assert parsed.state == State()
    assert [(notice.key, notice.problem) for notice in parsed.notices] == [(key, problem)]


@pytest.mark.parametrize("key", KEYS)
def test_missing_is_the_default_without_a_word(key):
    every = {name: text for name, text, _, _ in VALID} | {"v": "1"}
    del every[key.name]
    parsed = parse(every, KNOWN)
    assert parsed.notices == ()
    if key.field:
        assert getattr(parsed.state, key.field) == getattr(State(), key.field)


@pytest.mark.parametrize(
    ("keys", "page", "rules"),
    [
        ({}, "routes", "eu"),
        ({"avoid": "RS"}, "routes", "eu"),
        ({"d": "0.2.0-2aa5d2591d2d"}, "routes", "all"),
        ({"d": "0.2.0-2aa5d2591d2d", "avoid": "RS"}, "compare", "all"),
        ({"d": "0.2.0-2aa5d2591d2d", "rules": "eu"}, "routes", "eu"),
        ({"rules": "all"}, "compare", "all"),
        ({"rules": "<script>"}, "routes", "eu"),
        ({}, "corridor", ""),
        ({"d": "0.2.0-2aa5d2591d2d"}, "corridor", ""),
    ],
)
def test_an_old_link_keeps_all_routes_and_a_bare_address_those_under_rules(keys, page, rules):
    state = ruled(parse(keys, KNOWN).state, page)
    assert state.rules == rules
    assert encode(state).get("rules", "") == rules


def test_every_key_is_tried_here():
    assert {key.name for key in KEYS} == {row[0] for row in VALID} | {"v"}
    assert {key.name for key in KEYS} == {row[0] for row in INVALID}


def test_missing_language_is_guessed():
    assert parse({}, KNOWN, guess="kk").state.lang == "kk"
    assert parse({"lang": "bg"}, KNOWN, guess="kk").state.lang == "bg"


def test_key_given_twice_is_usable_only_if_it_says_the_same():
    assert parse({"c": ["tc-btk", "tc-btk"]}, KNOWN).state.corridor == "tc-btk"
    assert parse({"c": ["tc-btk", "tc-danube"]}, KNOWN).notices == (Notice("c", "tc-danube", "repeated"),)


def test_unknown_key_is_told_but_not_the_trackers_of_others():
    parsed = parse({"corridor": "tc-btk", "utm_source": "mail", "fbclid": "x"}, KNOWN)
    assert parsed.notices == (Notice("corridor", "tc-btk", "unknown-key"),)


@pytest.mark.parametrize("name", TRACKING)
def test_keys_that_others_add_on_the_way_change_nothing(name):
    assert parse({"c": "tc-btk", name: "x"}, KNOWN) == parse({"c": "tc-btk"}, KNOWN)


def test_no_key_of_ours_counts_as_added_by_others():
    tables = read_package(SHIPPED).tables.values()
    columns = {column.name for table in tables for column in table.columns}
    parts = {part.name for question in QUESTIONS for part in question.parameters}
    ours = {*(key.name for key in KEYS), *columns, *parts, "q", "limit", "offset", "table", "titles"}
    assert [name for name in ours if is_added(name)] == []


def test_an_address_copied_from_html_gives_the_same_view():
    copied = {"lang": "kk", "amp;c": "tc-btk", "amp;amp;leg": "aktau-alat", "amp;utm_source": "x"}
    assert parse(copied, KNOWN) == parse({"lang": "kk", "c": "tc-btk", "leg": "aktau-alat"}, KNOWN)
    twice = parse({"c": "tc-btk", "amp;c": "tc-danube"}, KNOWN)
    assert twice.notices == (Notice("c", "tc-danube", "repeated"),)


@pytest.mark.parametrize(
    ("text", "lang"),
    [("EN", "en"), ("Kk", "kk"), ("sr-latn", "sr-Latn"), ("SR_LATN", "sr-Latn"), ("SR", "sr")],
)
def test_a_language_is_understood_however_it_is_written(text, lang):
    assert parse({"lang": text}, KNOWN) == parse({"lang": lang}, KNOWN)
    assert encode(parse({"lang": text}, KNOWN).state) == {"lang": lang}


def test_link_of_other_data_is_told_and_kept():
    parsed = parse({"d": "0.0.9", "c": "tc-btk"}, KNOWN)
    assert parsed.state.corridor == "tc-btk"
    assert parsed.notices == (Notice("d", "0.0.9", "other-data"),)


def test_notice_never_repeats_a_long_value():
    (notice,) = parse({"c": "y" * 5000}, KNOWN).notices
    assert len(notice.value) < 50


def test_language_always_stands_in_the_address():
    assert encode(State()) == {"lang": "en"}


def test_preset_lets_go_of_the_own_view():
    state = State(at=MapView(43, 51, 5))
    assert moved(state, preset="balkans").at is None
    assert moved(state, corridor="tc-btk").at == MapView(43, 51, 5)


@pytest.mark.parametrize(
    ("locale", "lang"),
    [
        ("en-GB", "en"),
        ("kk-KZ", "kk"),
        ("ru", "ru"),
        ("sr-RS", "sr"),
        ("sr-Latn-RS", "sr-Latn"),
        ("sr_Latn", "sr-Latn"),
        ("bg-BG", "bg"),
        ("de-AT", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_language_from_a_browsers_locale(locale, lang):
    assert guess_language(locale) == lang


def test_a_link_made_with_own_data_says_so_to_others():
    shared = replace(KNOWN, is_own=False)
    assert parse({"own": "1", "d": "9.9"}, shared).notices == (Notice("own", "1", "own-data"),)
    assert parse({"own": "1", "d": "0.1.0-66a1d52e6d7f"}, KNOWN).notices == ()


def test_a_map_that_is_moved_by_less_than_is_written_has_no_minus_in_its_address():
    """At the equator or on the meridian of Greenwich, -0.00001 degrees is 0.0, and never -0.0."""
    view = MapView(-0.00001, -0.00001, 5)
    assert (str(view.lat), str(view.lon)) == ("0.0", "0.0")
    assert "-" not in encode(State(at=view))["at"]
