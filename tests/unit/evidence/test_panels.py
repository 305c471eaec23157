"""What a chip opens to is sent when it is opened, and never kept of a visitor's own data."""

import gzip
import re
from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from corridor.evidence.claims import figure
from ui.evidence import panels
from ui.evidence.chips import subject_chip
from ui.language.text import Words


@pytest.fixture
def client():
    return TestClient(Starlette(routes=[Route("/panels/{digest}", panels.answer)]))


def drawn(dataset, own="", lang="en"):
    view = SimpleNamespace(dataset=dataset, lang=lang, words=Words(lang), dark=False, own=own)
    estimate = figure(dataset, "leg", "start-gauge", "time_h")
    return subject_chip(view, "leg", "start-gauge", "time_h", estimate)


def test_the_address_in_a_chip_gives_what_the_page_would_have_held(sample, client):
    inline = drawn(sample, own="mine")
    digest = re.search(r'data-panel="([0-9a-f]+)"', drawn(sample)).group(1)
    for encodings in ("gzip", "identity"):
        answer = client.get(f"/panels/{digest}", headers={"accept-encoding": encodings})
        assert answer.status_code == 200
        assert "immutable" in answer.headers["cache-control"]
        assert answer.text in inline
        assert answer.text.count('class="headline"') == 1


def test_a_page_does_not_carry_claims_that_nobody_opened(sample):
    assert "<li" not in drawn(sample)


def test_own_data_stay_in_the_page(sample, monkeypatch):
    monkeypatch.setattr(panels, "_panels", {})
    assert "<li" in drawn(sample, own="theirs")
    assert not panels._panels


@pytest.mark.parametrize("digest", ["0" * 20, "..%2f..%2fetc", "%00", "<b>"])
def test_an_unknown_panel_is_refused(client, digest):
    answer = client.get(f"/panels/{digest}")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/plain")


def test_what_is_kept_is_small(sample, monkeypatch):
    monkeypatch.setattr(panels, "_panels", {})
    drawn(sample, lang="bg")
    drawn(sample, lang="bg")
    (content,) = panels._panels.values()
    assert len(content) < len(gzip.decompress(content))
