"""One HTTP answer: which encoding, which entity tag, when 304, and that nothing is made in vain."""

import gzip

import pytest
from starlette.datastructures import Headers

from ui.serving.http_answer import answer, encoding_for, is_current, weighted

TEXT = b"the same text " * 100


def headers(*pairs):
    return Headers(raw=[(name.encode(), value.encode("latin-1")) for name, value in pairs])


def asked(accepted):
    return headers() if accepted is None else headers(("accept-encoding", accepted))


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        (None, "identity"),
        ("", "identity"),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP", "gzip"),
        ("gzip, deflate, br", "br"),
        ("gzip, deflate, br;q=0.9", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("gzip;q=0", "identity"),
        ("gzip; q=0", "identity"),
        ("gzip;q=0.000, br;q=0.", "identity"),
        ("*", "br"),
        ("*;q=0.1", "br"),
        ("*, br;q=0", "gzip"),
        ("gzip, *;q=0", "gzip"),
        ("identity;q=0, gzip;q=0.5", "gzip"),
        ("identity, gzip;q=0.5", "identity"),
        ("identity;q=0.5, gzip", "gzip"),
        ("identity;q=0, *", "br"),
        ("deflate", "identity"),
        ("gzip;q=none", "gzip"),
        ("*;q=0", None),
        ("identity;q=0", None),
        ("identity;q=0, deflate", None),
        ("*;q=0, identity;q=0.1", "identity"),
    ],
)
def test_the_encoding_is_what_the_caller_prefers(accepted, chosen):
    assert encoding_for(asked(accepted), ("br", "gzip")) == chosen


def test_a_header_on_several_lines_is_one_header():
    lines = headers(("accept-encoding", "gzip;q=0.5"), ("accept-encoding", "br;q=0.1"))
    assert encoding_for(lines, ("br", "gzip")) == "gzip"
    tags = headers(("if-none-match", '"a"'), ("if-none-match", '"b"'))
    assert is_current(tags, '"b"')


def test_weights_are_read_with_their_names():
    assert list(weighted("kk, ru;q=0.5 ,, en ; q=0")) == [("kk", 1.0), ("ru", 0.5), ("en", 0.0)]


@pytest.mark.parametrize(
    "given", ['"x-gzip"', 'W/"x-gzip"', "*", " * ", '"a", "x-gzip"', '"a,b" , W/"x-gzip"', '"","x-gzip"']
)
def test_who_has_it_is_told_so(given):
    assert is_current(headers(("if-none-match", given)), '"x-gzip"')


@pytest.mark.parametrize(
    "given", ["", '"x"', "x-gzip", '"X-GZIP"', '"a, x-gzip"', "W/x-gzip", '"x-gzip', "**"]
)
def test_who_has_something_else_is_sent_it(given):
    assert not is_current(headers(("if-none-match", given)), '"x-gzip"')
    assert not is_current(headers(), '"x-gzip"')


def sent(*pairs, **options):
    made = []

    def making(name, content):
        return lambda: made.append(name) or content

    contents = {"gzip": making("gzip", gzip.compress(TEXT)), "identity": making("identity", TEXT)}
    answered = answer(headers(*pairs), contents, tag="7", media_type="text/plain", **options)
    return answered, made


def test_only_what_is_sent_is_made():
    plain, made = sent()
    assert (plain.status_code, plain.body, made) == (200, TEXT, ["identity"])
    packed, made = sent(("accept-encoding", "gzip"))
    assert (gzip.decompress(packed.body), made) == (TEXT, ["gzip"])
    assert packed.headers["content-encoding"] == "gzip"
    assert plain.headers["etag"] == '"7-identity"' != packed.headers["etag"]
    assert plain.headers["vary"] == packed.headers["vary"] == "Accept-Encoding"


def test_nothing_is_made_for_who_has_it_and_the_headers_stay():
    found, made = sent(("if-none-match", 'W/"7-identity"'), more={"Cache-Control": "no-cache"}, is_open=True)
    assert (found.status_code, found.body, made) == (304, b"", [])
    assert found.headers["cache-control"] == "no-cache"
    assert found.headers["access-control-allow-origin"] == "*"
    assert found.headers["etag"] == '"7-identity"'
    assert "content-encoding" not in found.headers
    other, made = sent(("accept-encoding", "gzip"), ("if-none-match", '"7-identity"'))
    assert (other.status_code, made) == (200, ["gzip"])


def test_who_refuses_everything_is_told_what_there_is():
    refused, made = sent(("accept-encoding", "*;q=0"))
    assert (refused.status_code, made) == (406, [])
    assert b"gzip, identity" in refused.body


def test_what_has_one_form_does_not_vary_and_other_sites_may_read_only_what_is_open():
    found = answer(headers(), {"identity": lambda: TEXT}, tag="7", media_type="text/plain")
    assert "vary" not in found.headers
    assert "access-control-allow-origin" not in found.headers
