"""Whatever stands in an address or a header, the answer has a status that we mean and is no error."""

from __future__ import annotations

import ipaddress
import json
import logging
from urllib.parse import quote

from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.unit.server.test_addresses import app
from ui.link.keys import KEYS
from ui.link.nav import ENTRIES
from ui.server.logs import Lines
from ui.server.observed import KINDS, kind_of
from ui.server.rates import address_to_count

CLIENT = TestClient(app(), follow_redirects=False)
# None of these may be 500; 503 is a full queue.
EXPECTED = {200, 301, 304, 400, 404, 405, 406, 410, 414, 429, 503}
FEW = settings(max_examples=40, derandomize=True, deadline=None)
MANY = settings(max_examples=200, derandomize=True, deadline=None)
SPICE = (
    "",
    "'",
    '"',
    "<script>",
    "=1+1",
    "\x00",
    "\ud800",
    "..",
    "%",
    "%00",
    "{{7*7}}",
    "NaN",
    "1e999",
    "9" * 400,
)
VALUES = st.one_of(st.sampled_from(SPICE), st.text(max_size=40), st.integers().map(str))
TABLES = ("nodes", "legs", "claims", "nothing")
COLUMNS = ("q", "limit", "offset", "node_id", "mode", "lang", "x")


def written(text):
    return quote(text.encode("utf-8", "surrogatepass"))


def asked(pairs):
    return "&".join(f"{written(name)}={written(value)}" for name, value in pairs)


@FEW
@given(
    st.sampled_from(TABLES),
    st.sampled_from(("json", "csv", "xml")),
    st.lists(st.tuples(st.sampled_from(COLUMNS), VALUES), max_size=5),
)
def test_questions_to_a_table(table, form, pairs):
    answer = CLIENT.get(f"/api/v1/tables/{table}.{form}?{asked([('limit', '1'), *pairs])}")
    assert answer.status_code in EXPECTED
    if answer.status_code >= 400:
        assert answer.headers["content-type"].startswith("application/problem+json")


@FEW
@given(
    st.sampled_from([entry.path for entry in ENTRIES]),
    st.lists(st.tuples(st.sampled_from([key.name for key in KEYS]), VALUES), max_size=6),
)
def test_pages_open_whatever_their_keys_say(page, pairs):
    answer = CLIENT.get(f"/{page}?{asked(pairs)}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text


@FEW
@given(st.text(max_size=60))
def test_paths_are_known_or_unknown(path):
    assert CLIENT.get(f"/{written(path)}").status_code in EXPECTED
    assert kind_of(f"/{path}") in KINDS


@MANY
@given(
    st.text(alphabet="0123456789abcdef.:, []%-", max_size=80), st.sampled_from(("203.0.113.9", "127.0.0.1"))
)
def test_an_address_to_count_is_one_or_none(forwarded, client):
    scope = {
        "type": "http",
        "client": (client, 40_000),
        "headers": [(b"x-forwarded-for", forwarded.encode())],
    }
    found = address_to_count(scope)
    assert found is None or ipaddress.ip_network(found)


@MANY
@given(st.text(max_size=80))
def test_a_line_of_the_log_is_one_object(text):
    record = logging.LogRecord("x", logging.INFO, __file__, 1, "%s", (text,), None)
    line = Lines().format(record)
    assert len(line.splitlines()) <= 1 or "\n" not in line
    assert json.loads(line)["event"] == text
