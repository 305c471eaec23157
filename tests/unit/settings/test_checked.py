"""Settings that are wrong, unknown or too wide are told, each with a cure."""

from __future__ import annotations

import os

import pytest

from ui.settings.checked import settings
from ui.settings.environment import ALL


@pytest.fixture(autouse=True)
def _nothing_is_set(monkeypatch):
    for name in [name for name in os.environ if name.startswith("CORRIDOR_")]:
        monkeypatch.delenv(name)


def test_nothing_set_is_fine():
    assert [state for state, _subject, _words in settings()] == ["ok"]


def test_what_is_set_well_is_listed(monkeypatch, tmp_path):
    tokens = tmp_path / "tokens"
    tokens.write_text(f"archive {'a' * 64}\n", encoding="utf-8")
    values = (
        "https://corridor.example.org/kz",
        str(tokens),
        "solid",
        "data@ministry.example",
        ".",
        "en,kk",
        "'self'",
    )
    for name, value in zip(ALL, (*values, "json", "127.0.0.1", "60", "on", "10.0.0.0/8", "250"), strict=True):
        monkeypatch.setenv(name, value)
    ((state, _subject, words),) = settings()
    assert state == "ok"
    assert all(name in words for name in ALL)


@pytest.mark.parametrize(
    ("name", "value", "state", "told"),
    [
        ("CORRIDOR_METRIC", "x", "warning", "Did you mean CORRIDOR_METRICS?"),
        ("CORRIDOR_ZZZZZZ", "x", "warning", "There are: CORRIDOR_ADDRESS"),
        ("CORRIDOR_BOUNDARIES", "dotted", "fault", "dashed, solid, none"),
        ("CORRIDOR_LOG", "xml", "fault", "text, json"),
        ("CORRIDOR_RATE", "much", "fault", "whole number"),
        ("CORRIDOR_VISITORS", "many", "fault", "whole number"),
        ("CORRIDOR_METRICS", "here", "warning", "neither an address nor a network"),
        ("CORRIDOR_TRUSTED_PROXIES", "0.0.0.0/0", "warning", "every machine"),
        ("CORRIDOR_ADDRESS", "corridor.example.org", "fault", "https://"),
        ("CORRIDOR_ADDRESS", "http://[", "fault", "https://"),
        ("CORRIDOR_CONTACT", "nobody", "warning", "mail address"),
    ],
)
def test_what_is_wrong_is_told_with_its_name(monkeypatch, name, value, state, told):
    monkeypatch.setenv(name, value)
    ((found, _subject, words),) = settings()
    assert found == state
    assert name in words
    assert told in words


def test_tokens_that_open_nothing_or_cannot_be_read_are_told(monkeypatch, tmp_path):
    monkeypatch.setenv("CORRIDOR_API_TOKENS", str(tmp_path / "none"))
    found = {state: words for state, _subject, words in settings()}
    assert "FileNotFoundError" in found["fault"]
    assert "does nothing without CORRIDOR_SIGN_IN" in found["warning"]
