"""One HTTP answer: which encoding, which entity tag, when 304, and that nothing is made in vain."""

import gzip
import re
from pathlib import Path

import pytest
from starlette.datastructures import Headers

from ui.serving.http_answer import answer, answer_content, encoding_for, is_current, not_modified, weighted

UI = Path(__file__).parents[3] / "ui"

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


def test_what_is_compressed_in_itself_is_sent_as_it_is_to_whoever_accepts_that():
    for accepted, chosen in ((None, "identity"), ("gzip, br", "identity"), ("gzip, identity;q=0", "gzip")):
        assert encoding_for(asked(accepted), ("gzip",), is_packed=True) == chosen
    sent = answer_content(asked("gzip"), TEXT, media_type="application/zip", is_packed=True)
    assert "content-encoding" not in sent.headers
    assert sent.headers["vary"] == "Accept-Encoding"


def test_a_content_has_a_tag_of_its_own_in_each_encoding():
    plain, packed = (answer_content(asked(one), TEXT, media_type="text/plain") for one in (None, "gzip"))
    assert gzip.decompress(packed.body) == plain.body == TEXT
    other = answer_content(asked(None), TEXT + b".", media_type="text/plain")
    assert len({one.headers["etag"] for one in (plain, packed, other)}) == 3
    again = headers(("accept-encoding", "gzip"), ("if-none-match", packed.headers["etag"]))
    assert answer_content(again, TEXT, media_type="text/plain").status_code == 304


def test_any_answer_is_current_only_where_there_is_one():
    anything = headers(("if-none-match", "*"))
    assert not_modified(anything, '"a"', {}).status_code == 304
    assert not_modified(anything, '"a"', {}, is_there=False) is None
    assert not_modified(headers(("if-none-match", '"a"')), '"a"', {}, is_there=False).status_code == 304


def test_no_other_module_speaks_of_encodings_and_entity_tags():
    spoken = re.compile(
        r"""["'](?:content-encoding|etag|if-none-match|accept-encoding)["']|\b304,""", re.IGNORECASE
    )
    found = {
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        if spoken.search(path.read_text(encoding="utf-8"))
    }
    # `Vary` is named by what answers 304 before there is a content.
    assert found == {"serving/http_answer.py", "api/response.py"}


def test_no_other_module_has_threads_for_requests():
    pools = {
        path.relative_to(UI).as_posix()
        for path in UI.rglob("*.py")
        if "ThreadPoolExecutor" in path.read_text(encoding="utf-8")
    }
    assert pools == {"serving/queues.py"}
