"""The message catalogues say everything in every language, and nothing else."""

import csv
import gettext
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools import catalogues
from ui.language.text import CATALOGUES, DOMAIN, Words

# A Latin letter that looks Cyrillic, or the other way about, breaks search and Serbian Latin; no eye sees it.
MIXED_SCRIPTS = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
# Cyrillic letters that the language does not have.
FOREIGN = {
    "kk": re.compile("[ђјљњћџ]", re.IGNORECASE),
    "ru": re.compile("[ђјљњћџәғқңөұүһі]", re.IGNORECASE),
    "sr": re.compile("[ыэщъьйяюёәғқңөұүһі]", re.IGNORECASE),
    "bg": re.compile("[ыэёђјљњћџәғқңөұүһі]", re.IGNORECASE),
}
NAMED = ("nodes", "corridors", "organisations", "topics", "projects", "agreements", "events", "countries")
ROUTES = Path(__file__).parents[3] / "data" / "routes"


def is_misspelt(text, lang):
    """Tell whether a text has letters that its language lacks, or a word in two scripts; quoted names may."""
    return bool(MIXED_SCRIPTS.search(text) or FOREIGN[lang].search(re.sub("«[^»]*»", "", text)))


# All texts are collected once for these tests, which change no text: reading all code takes seconds.
collected = cache(catalogues.extract)


@pytest.fixture(scope="module")
def findings():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(catalogues, "extract", collected)
        return catalogues.check()


@pytest.mark.parametrize("lang", catalogues.COMPLETE)
def test_every_text_has_its_translation(findings, lang):
    untranslated = [str(each) for each in findings if each.lang == lang and each.problem == "not translated"]
    assert not untranslated, "run `python tools/catalogues.py update`, then fill locales/"


@pytest.mark.parametrize(
    "problem", ["no longer used", "fuzzy", "other placeholders", "compiled catalogue does not match"]
)
def test_no_catalogue_has(findings, problem):
    assert [str(each) for each in findings if each.problem == problem] == []


@pytest.mark.parametrize("domain", catalogues.DOMAINS)
@pytest.mark.parametrize("lang", catalogues.TRANSLATED)
def test_what_is_committed_is_what_update_writes(lang, domain):
    catalogue = catalogues.read(lang, domain)
    catalogue.update(collected(domain), no_fuzzy_matching=True)
    assert catalogues.po_bytes(catalogue) == catalogues.path(lang, "po", domain).read_bytes()


@pytest.mark.parametrize("domain", catalogues.DOMAINS)
@pytest.mark.parametrize("lang", catalogues.TRANSLATED)
def test_texts_keep_to_the_letters_of_their_language(lang, domain):
    read = catalogues.read(lang, domain)
    texts = [text for each in read if each.id for text in catalogues.forms(each.string)]
    assert [text for text in texts if is_misspelt(text, lang)] == []


def test_texts_of_the_dataset_are_translated_in_all_languages_or_none():
    read = {lang: catalogues.read(lang, catalogues.DATA_DOMAIN) for lang in catalogues.TRANSLATED}
    done = {lang: {each.id for each in catalogue if each.string} for lang, catalogue in read.items()}
    assert [lang for lang in done if done[lang] != done["kk"]] == []
    assert len(done["kk"]) > 700
    assert Words("sr-Latn").data("Aktau") == "Aktau"
    assert Words("bg").data("Not a text of the dataset") == "Not a text of the dataset"


@pytest.mark.parametrize("lang", catalogues.TRANSLATED)
@pytest.mark.parametrize("table", NAMED)
def test_names_are_whole_and_keep_to_the_letters_of_their_language(table, lang):
    with (ROUTES / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        names = [row[f"name_{lang}"] for row in csv.DictReader(file)]
    assert names
    assert [name for name in names if not name.strip() or is_misspelt(name, lang)] == []


@pytest.mark.parametrize(("lang", "forms"), [("kk", 2), ("ru", 3), ("sr", 3), ("bg", 2)])
def test_plural_forms_of_each_language(lang, forms):
    assert catalogues.read(lang).num_plurals == forms
    compiled = gettext.translation(DOMAIN, CATALOGUES, [lang])
    assert "{value}" in compiled.ngettext("{value} train", "{value} trains", 5)


def test_extraction_finds_code_schema_and_plurals():
    template = collected()
    assert ("data/routes/datapackage.json:nodes", 0) in template.get("border crossing").locations
    assert template.get("Track gauge") is not None
    assert ("corridor/language/dates.py", 0) in template.get("daily").locations
    assert template.get("{value} wagon").pluralizable


def test_check_sees_every_kind_of_fault(tmp_path, monkeypatch):
    monkeypatch.setattr(catalogues, "CATALOGUES", tmp_path)
    monkeypatch.setattr(catalogues, "extract", collected)
    for lang in catalogues.TRANSLATED:
        broken = Catalog(lang, fuzzy=False)
        broken.add("daily", "свакодневно", flags=["fuzzy"])
        broken.add("up to {value}", "до {number}")
        broken.add("never shown", "нигде")
        catalogues.path(lang, "po").parent.mkdir(parents=True)
        catalogues.path(lang, "po").write_bytes(catalogues.po_bytes(broken))
        catalogues.path(lang, "mo").write_bytes(b"stale")
    findings = catalogues.check()
    found = {(each.problem, each.message, each.fatal) for each in findings if each.lang == "sr"}
    assert ("fuzzy", "'daily'", True) in found
    assert ("not translated", "'daily'", True) in found
    assert ("other placeholders", "'до {number}'", True) in found
    assert ("no longer used", "'never shown'", True) in found
    assert any(problem == "compiled catalogue does not match" for problem, _, _ in found)
    assert not any(each.fatal for each in findings if each.problem == "not translated" and each.lang == "bg")
