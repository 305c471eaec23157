"""A packed document comes out the same in every encoding, with one digest."""

import pytest
from starlette.datastructures import Headers

from ui.serving.packed import packed

TEXT = "<p>Қазақстан – Србија</p>" * 100
MORE = {"Cache-Control": "no-cache"}


@pytest.mark.parametrize(("accepted", "encoding"), [("br", "br"), ("gzip", "gzip"), ("identity", None)])
def test_each_caller_gets_the_encoding_it_takes(accepted, encoding):
    document = packed(TEXT)
    answer = document.answer(Headers({"accept-encoding": accepted}), MORE)
    assert answer.headers.get("content-encoding") == encoding
    assert answer.headers["cache-control"] == "no-cache"
    if encoding is None:
        assert answer.body == TEXT.encode()
    assert document.plain_size == len(TEXT.encode())
    assert document.size < document.plain_size


def test_a_caller_that_has_it_is_told_so():
    document = packed(TEXT)
    first = document.answer(Headers({"accept-encoding": "gzip"}), MORE)
    tag = first.headers["etag"]
    again = document.answer(Headers({"accept-encoding": "gzip", "if-none-match": tag}), MORE)
    assert again.status_code == 304
