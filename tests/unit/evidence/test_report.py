"""A mistake is reported by mail, with the claim and its link; without an address there is no link."""

from urllib.parse import parse_qs, urlsplit

import pytest

from ui.evidence.report import report_claim, report_figure
from ui.language.text import Words
from ui.link.named import view_of
from ui.settings.contact import contact, mail
from ui.settings.environment import ADDRESS, CONTACT

CLAIM = "c-air-002"


@pytest.fixture
def view():
    return view_of("sources", {"lang": ["kk"]})


def test_without_an_address_there_is_no_link(view, monkeypatch):
    monkeypatch.delenv(CONTACT, raising=False)
    assert report_claim(view, CLAIM) is None
    assert mail("x") == ""


@pytest.mark.parametrize(
    "text", ["x", "a@b", "javascript:alert(1)", "a@b.org?cc=c@d.org", "a@b.org\r\nBcc: c@d.org"]
)
def test_what_is_no_mail_address_is_not_used(text, monkeypatch):
    monkeypatch.setenv(CONTACT, text)
    assert contact() == ""


def test_the_mail_names_the_claim_with_its_link(view, monkeypatch):
    monkeypatch.setenv(CONTACT, "data@example.org")
    monkeypatch.setenv(ADDRESS, "https://example.org/kz/")
    link = str(report_claim(view, CLAIM))
    assert Words("kk").gettext("Report a mistake") in link
    address = link.split('href="')[1].split('"', maxsplit=1)[0].replace("&amp;", "&")
    parts = urlsplit(address)
    assert (parts.scheme, parts.path) == ("mailto", "data@example.org")
    keys = parse_qs(parts.query)
    assert CLAIM in keys["subject"][0]
    assert f"https://example.org/kz/sources?claim={CLAIM}" in keys["body"][0]
    assert view.dataset.version in keys["body"][0]


def test_a_figure_is_named_in_words(view, monkeypatch):
    monkeypatch.setenv(CONTACT, "data@example.org")
    assert "Aktau%20%E2%80%93%20Alat" in str(report_figure(view, "Aktau – Alat"))
