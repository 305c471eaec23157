"""Every error has a code, a text in each language, and says nothing that its text has no place for."""

import ast
import copy
import pickle
import re
import string
from pathlib import Path

import pytest

from corridor.dataset.places import find
from corridor.errors import (
    CorridorError,
    DatasetError,
    Named,
    Phrase,
    PlaceError,
    RouteError,
    UnknownIdError,
    kinds,
)
from corridor.routing.ask import ask
from corridor.routing.question import Avoided, RouteQuestion
from corridor.scenario.upgrade_effects import WHY
from tests.shipped import shipped_data
from tools import catalogues
from ui.api import problem
from ui.language.text import LANGUAGES, Words
from ui.sections.routes.answer import answer

ROOT = Path(__file__).parents[2]
KINDS = [kind for kind in kinds() if kind is not CorridorError]
TEXTS = [(kind, code) for kind in KINDS for code in kind.texts]
NAMES = {kind.__name__: kind for kind in KINDS}
TOLD = [*(kind.texts[code] for kind, code in TEXTS), *(kind.title for kind in KINDS)]
READ = {lang: catalogues.read(lang) for lang in catalogues.TRANSLATED}


@pytest.fixture(scope="module")
def data():
    return shipped_data()


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def raised():
    """Yield what every place in the code gives to an error: place, class, code, names of the values."""
    for file in sorted([*(ROOT / "corridor").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]):
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(call.func, "id", "") if isinstance(call, ast.Call) else ""
            assert name != "CorridorError", f"{file}:{call.lineno}: name a class with texts"
            if name in NAMES and name != "UnknownIdError":
                code = call.args[0] if call.args else None
                values = {keyword.arg for keyword in call.keywords} - {"findings"}
                yield f"{file.name}:{call.lineno}", NAMES[name], code, values


RAISED = list(raised())


def test_codes_are_words_joined_by_hyphens_and_none_means_two_things():
    codes = [code for _, code in TEXTS]
    assert len(codes) > 60
    assert len(set(codes)) == len(codes)
    assert [code for code in codes if not re.fullmatch(r"[a-z]+(-[a-z]+)+", code)] == []


def test_a_class_of_errors_has_texts_and_says_what_they_have_in_common():
    assert all(kind.texts for kind in KINDS)
    assert len({kind.title for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("lang", catalogues.TRANSLATED)
def test_each_text_has_a_translation_with_the_same_places(lang):
    for text in TOLD:
        message = READ[lang].get(text)
        assert message is not None, text
        assert message.string, text
        assert placeholders(message.string) == placeholders(text)
        if any(letter.isalpha() for letter in re.sub(r"\{\w+\}", "", text)):
            assert message.string != text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_text_can_be_told_in_each_language(lang):
    for kind, code in TEXTS:
        values = {name: f"<{name}>" for name in placeholders(kind.texts[code])}
        error = CorridorError.__new__(kind)
        error.code, error.template, error.values = code, kind.texts[code], values
        told = Words(lang).error(error)
        assert all(value in told for value in values.values()), told
        assert "{" not in told


@pytest.mark.parametrize(("place", "kind", "code", "values"), RAISED, ids=[one[0] for one in RAISED])
def test_each_error_is_raised_with_a_code_of_its_class_and_the_values_of_its_text(place, kind, code, values):
    codes = [code.value] if isinstance(code, ast.Constant) else []
    if isinstance(code, ast.Name):  # chosen among codes whose texts have the same places
        codes = ["number-unusable", "whole-number-unusable"]
    assert codes, place
    for one in codes:
        assert placeholders(kind.texts[one]) == values, place


def test_each_code_is_raised_somewhere():
    used = {code.value for _, _, code, _ in RAISED if isinstance(code, ast.Constant)}
    used |= {"number-unusable", "whole-number-unusable", "id-unknown"}
    assert {code for _, code in TEXTS} - used == set()


@pytest.mark.parametrize("reason", WHY.values())
def test_a_reason_inside_a_text_has_a_translation_too(reason):
    assert all(READ[lang].get(reason).string for lang in READ)


def test_values_are_told_as_a_reader_wants_them():
    place = Named("beg", {"name_en": "Belgrade", "name_sr": "Београд"})
    error = PlaceError("place-unclear", words="b" * 100, places=[place, place])
    assert str(error) == f"'{'b' * 59}…' is ambiguous. Use one of these ids: beg (Belgrade), beg (Belgrade)."
    assert "beg (Београд), beg" in Words("sr").error(error)
    assert "beg (Beograd), beg" in Words("sr-Latn").error(error)
    assert "0.1" in str(RouteError("saving-unusable", hours=0.1, percent=90.0))
    assert " 90 percent" in str(RouteError("saving-unusable", hours=0.1, percent=90.0))


def test_what_a_caller_writes_is_never_read_as_a_text_of_ours():
    told = str(PlaceError("place-unknown", words="{places} {0} %s"))
    assert "'{places} {0} %s'" in told


def test_a_phrase_is_translated_and_a_text_of_the_caller_is_not():
    reason = next(iter(WHY.values()))
    words = Words("ru")
    said = RouteError("airport-shared", origin=Phrase(reason), destination=reason[:50])
    assert words.gettext(reason) in words.error(said)
    assert reason[:50] in words.error(said)


@pytest.mark.parametrize(
    "error",
    [
        RouteError("ends-alike", place="bar"),
        UnknownIdError(table="nodes", id_="moon"),
        DatasetError("data-unusable", findings=shipped_data().nodes.head(1), folder=Path("x"), first="y"),
    ],
    ids=lambda error: error.code,
)
def test_an_error_comes_whole_out_of_another_process(error):
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):  # noqa: S301 - our own bytes
        assert type(again) is type(error)
        assert (str(again), again.code) == (str(error), error.code)
        assert again.values == error.values
        assert again.__traceback__ is None


def test_the_library_raises_with_codes(data):
    for words, code in (("", "place-unknown"), ("Belgarde", "place-misspelt")):
        with pytest.raises(PlaceError) as refused:
            find(data, words, among={"belgrade", "bar"})
        assert refused.value.code == code
    with pytest.raises(RouteError) as refused:
        ask(data, "bar", "bar")
    assert refused.value.code == "ends-alike"


def test_a_page_says_in_its_language_why_a_question_has_no_answer(data):
    avoid = Avoided(nodes=frozenset({"nowhere"}))
    asked = RouteQuestion(origin="astana", destination="belgrade", criteria=("time_h",), avoid=avoid)
    fault = answer(data, asked).fault
    assert fault.code == "avoid-unknown"
    assert fault.__traceback__ is None, "what is kept of an error must not keep the frames that raised it"
    told = {lang: Words(lang).error(fault) for lang in LANGUAGES}
    assert len(set(told.values())) == len(LANGUAGES)
    assert all("nowhere" in text for text in told.values())


def test_the_page_of_the_api_lists_every_code_with_its_status():
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (\d{3}) \| ", page, re.MULTILINE)
    assert rows == [(code, str(problem.status(kind, code))) for kind, code in problem.errors()]
