"""The address of the server is told by the request, or by a proxy that its owner names."""

from __future__ import annotations

import pytest

from ui.public_address import asked_address
from ui.trusted_proxies import TRUSTED_PROXIES, origin, trusted

FORWARDED = {"host": "inside:8501", "x-forwarded-host": "far.example", "x-forwarded-proto": "https"}
INSIDE, FAR = ("http", "inside:8501"), ("https", "far.example")


def request(client, **changes):
    headers = [(name.encode(), value.encode()) for name, value in (FORWARDED | changes).items()]
    return {"type": "http", "scheme": "http", "headers": headers, "client": client}


@pytest.mark.parametrize(
    ("setting", "client", "expected"),
    [
        ("", ("127.0.0.1", 40_000), INSIDE),
        ("", ("203.0.113.9", 0), INSIDE),
        ("127.0.0.1", ("127.0.0.1", 40_000), FAR),
        ("127.0.0.1, ::1", ("::1", 40_000), FAR),
        ("10.0.0.0/8", ("10.20.30.40", 40_000), FAR),
        ("10.0.0.0/8", ("::ffff:10.20.30.40", 40_000), FAR),
        ("10.0.0.7/8", ("10.20.30.40", 40_000), FAR),
        ("10.0.0.0/8", ("203.0.113.9", 40_000), INSIDE),
        ("10.0.0.0/8, nonsense", ("10.0.0.1", 40_000), FAR),
        ("nonsense", ("10.0.0.1", 40_000), INSIDE),
        ("127.0.0.1", ("not an address", 40_000), INSIDE),
        ("127.0.0.1", None, INSIDE),
        # uvicorn has put the visitor in the place of a proxy on this machine, with port 0.
        ("127.0.0.1", ("203.0.113.9", 0), FAR),
        ("10.0.0.0/8", ("203.0.113.9", 0), INSIDE),
    ],
)
def test_only_a_named_proxy_says_where_the_request_went(monkeypatch, setting, client, expected):
    monkeypatch.setenv(TRUSTED_PROXIES, setting)
    assert origin(request(client)) == expected


def test_the_outermost_of_several_proxies_counts(monkeypatch):
    monkeypatch.setenv(TRUSTED_PROXIES, "127.0.0.1")
    several = {"x-forwarded-host": "far.example, middle.example", "x-forwarded-proto": "https, http"}
    assert asked_address(request(("127.0.0.1", 40_000), **several), "/kz") == "https://far.example/kz"


@pytest.mark.parametrize("scheme", ["javascript", "ftp", "data"])
def test_even_a_named_proxy_makes_no_address_of_another_kind(monkeypatch, scheme):
    monkeypatch.setenv(TRUSTED_PROXIES, "127.0.0.1")
    assert asked_address(request(("127.0.0.1", 40_000), **{"x-forwarded-proto": scheme}), "") is None


def test_what_is_no_address_is_told_once(caplog):
    trusted.cache_clear()
    for _ in range(3):
        trusted("10.0.0.1, somewhere")
    assert caplog.text.count("somewhere") == 1
