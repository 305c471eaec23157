"""The operator says in which languages the server draws its pages before it takes visitors."""

import pytest

from ui.language.text import LANGUAGES
from ui.settings import drawn_ahead


@pytest.mark.parametrize(
    ("said", "drawn"),
    [
        (None, tuple(LANGUAGES)),
        ("", tuple(LANGUAGES)),
        ("none", ()),
        ("en", ("en",)),
        (" kk, en,kk ", ("en", "kk")),
        ("klingon,ru", ("ru",)),
    ],
)
def test_languages_that_the_setting_names(monkeypatch, said, drawn):
    monkeypatch.delenv("CORRIDOR_DRAWN_AHEAD", raising=False)
    if said is not None:
        monkeypatch.setenv("CORRIDOR_DRAWN_AHEAD", said)
    assert drawn_ahead.languages(LANGUAGES) == drawn


def test_a_name_that_is_no_language_is_told(monkeypatch, caplog):
    monkeypatch.setenv("CORRIDOR_DRAWN_AHEAD", "klingon")
    assert drawn_ahead.languages(LANGUAGES) == ()
    assert "klingon" in caplog.text
