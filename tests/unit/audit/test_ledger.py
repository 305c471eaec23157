"""Search finds what is said, whatever the case, accents or script; facets count what a choice would find."""

import datetime as dt

import pytest

from corridor.audit.ledger import FACETS, Filters, facet_columns, facets, search
from corridor.audit.source_use import sources
from corridor.words.folding import folded, folded_words
from tests.shipped import shipped_data

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def shipped():
    return shipped_data()


def ids(dataset, today=TODAY, more=None, **filters):
    return list(search(dataset, Filters(**filters), today=today, more=more)["claim_id"])


def test_without_filters_everything_is_found_in_order(sample):
    assert ids(sample) == list(sample.claims["claim_id"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("toy news", ["c-3"]),
        ("TOY NEWS start", ["c-3"]),
        ("border-o", ["c-8"]),
        ("start-port-m", ["c-14"]),
        ("portm portn time_h", ["c-6"]),
        ("nowhere", []),
    ],
)
def test_every_word_must_stand_somewhere(sample, words, expected):
    assert ids(sample, words=words) == expected


def test_names_shown_in_another_language_are_found_too(sample):
    more = [folded("Вршац") if id_ == "c-5" else "" for id_ in sample.claims["claim_id"]]
    assert ids(sample, words="ВРШАЦ", more=more) == ["c-5"]
    assert ids(sample, words="вршац") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Constanța", "CONSTANTA"),
        ("Türkmenbaşy", "turkmenbasy"),
        ("Ақтау", "актау"),
        ("Қорғас", "КОРГАС"),
        ("Niš", "nis"),
        ("Đerdap", "derdap"),
        ("Тбилисӣ", "тбилиси"),
    ],
)
def test_case_accents_and_special_letters_do_not_matter(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Xi’an", "xian"),
        ("Xi'an (rail terminal)", "xian rail terminal"),
        ("khorgos-cn", "khorgos cn"),
        ("  Małaszewicze,  PL ", "malaszewicze pl"),
        ("’ -", ""),
    ],
)
def test_words_of_a_name_stand_without_apostrophes_and_punctuation(name, words):
    assert folded_words(name) == words


def test_a_place_is_found_by_its_name_in_every_language(shipped):
    counts = [len(ids(shipped, words=name)) for name in ("Constanta", "Констанца", "Constanța")]
    assert min(counts) > 10


@pytest.mark.parametrize("facet", FACETS)
def test_the_count_of_a_facet_is_what_its_choice_finds(shipped, facet):
    filters = Filters(words="port", kind="observed" if facet != "kind" else None)
    counts = facets(shipped, filters, today=TODAY)[facet]
    assert sum(counts.values()) == len(search(shipped, filters, today=TODAY))
    for value, count in list(counts.items())[:4]:
        chosen = Filters(**{**vars_of(filters), facet: value})
        assert len(search(shipped, chosen, today=TODAY)) == count


def vars_of(filters):
    return {name: getattr(filters, name) for name in ("words", *FACETS)}


def test_a_facet_is_not_narrowed_by_itself(sample):
    counts = facets(sample, Filters(kind="worst"), today=TODAY)
    assert set(counts["kind"]) == {"observed", "planned", "worst", "scheduled", "claimed"}
    assert counts["quantity"] == {"time_h": 1}


def test_age_is_judged_on_the_given_day(sample):
    due = dt.date(2027, 12, 31)
    assert ids(sample, today=due, age="overdue") == []
    assert len(ids(sample, today=due + dt.timedelta(days=1), age="overdue")) == len(sample.claims)


def test_overdue_claims_come_oldest_first(shipped):
    found = search(shipped, Filters(age="overdue"), today=TODAY)
    assert list(found["check_by"]) == sorted(found["check_by"])
    assert found["check_by"].max() < TODAY.isoformat()


def test_every_claim_has_a_value_under_every_facet(shipped):
    columns = facet_columns(shipped, today=TODAY)
    assert list(columns) == list(FACETS)
    assert not columns.isna().any().any()


def test_the_use_of_a_source_counts_claims_and_other_rows(sample):
    found = sources(sample).set_index("source_id")
    assert found.loc["paper-2024", ["claims_count", "rows_count"]].tolist() == [1, 1]
    assert found.loc["office-2025", "claims_count"] == len(sample.claims) - 1
    assert list(sources(sample, words="PAPER")["source_id"]) == ["paper-2024"]


def test_claims_counted_by_source_add_up(shipped):
    assert sources(shipped)["claims_count"].sum() == len(shipped.claims)
