"""Lines of the log are JSON where the operator wants that, and hold nothing of a visitor."""

from __future__ import annotations

import json
import logging
import subprocess
import sys

import pytest
from streamlit import logger as streamlit_logger

from ui.server import logs
from ui.server.run_log import logged_run
from ui.settings.environment import LOG

TYPED = "what a visitor typed"
SERVER = """
import logging, sys, warnings
from streamlit.logger import get_logger
from ui.server import logs
log = get_logger("streamlit.error_util")
get_logger("uvicorn.error")
logs.set_up()
logging.getLogger("ui.server.app").info("Data %s", "1.0")
get_logger("uvicorn.error").info("203.0.113.9 - WebSocket /_stcore/stream [accepted]")
warnings.warn("a warning")
try:
    raise ValueError("what a visitor typed")
except ValueError:
    log.exception("Uncaught app execution")
"""


def line(**changes):
    record = logging.LogRecord("ui.x", logging.INFO, __file__, 1, "told %s", ("once",), None)
    for name, value in changes.items():
        setattr(record, name, value)
    return json.loads(logs.Lines().format(record))


def test_a_line_says_when_what_and_from_where():
    found = line(created=0.5, told={"page": "routes", "ms": 12.5})
    assert found == {
        "time": "1970-01-01T00:00:00.500+00:00",
        "level": "info",
        "from": "ui.x",
        "event": "told once",
        "page": "routes",
        "ms": 12.5,
    }


def test_of_an_error_the_kind_and_the_place_are_told_and_never_the_message():
    with pytest.raises(ValueError, match=TYPED) as fault:
        int(TYPED)
    found = line(exc_info=(fault.type, fault.value, fault.tb))
    assert found["error"] == "ValueError"
    assert found["at"][-1].startswith("tests/unit/server/test_logs.py:")
    assert TYPED not in json.dumps(found)


def test_a_line_is_one_line_whatever_stands_in_it():
    assert "\n" not in logs.Lines().format(
        logging.LogRecord("x", logging.INFO, __file__, 1, "a\nb\r\u2028", (), None)
    ).replace("\u2028", "")


def test_a_run_is_a_line(caplog):
    caplog.set_level("INFO", logger="ui.server.run_log")
    with logged_run("routes"):
        pass
    with pytest.raises(ValueError, match=TYPED), logged_run(""):
        raise ValueError(TYPED)
    told = [record.told for record in caplog.records]
    assert [(run["page"], run["outcome"]) for run in told] == [("routes", "ok"), ("overview", "fault")]
    assert all(run["ms"] >= 0 for run in told)
    assert TYPED not in str(told)


def test_every_logger_of_the_process_writes_lines(monkeypatch):
    monkeypatch.setenv(LOG, "json")
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", SERVER], capture_output=True, text=True, check=True, timeout=60
    )
    lines = [json.loads(text) for text in done.stderr.splitlines()]
    assert [found["event"] for found in lines[:1]] == ["Data 1.0"]
    assert lines[-1]["event"] == "Uncaught app execution"
    assert lines[-1]["error"] == "ValueError"
    assert any("a warning" in found["event"] for found in lines)
    assert "203.0.113.9" not in done.stderr
    assert TYPED not in done.stderr


@pytest.mark.parametrize("given", [None, "", "text"])
def test_text_is_usual_and_changes_no_logger(monkeypatch, given):
    monkeypatch.setenv(LOG, given) if given is not None else monkeypatch.delenv(LOG, raising=False)
    before = streamlit_logger.get_logger("x").handlers[0].formatter
    logs.set_up()
    assert streamlit_logger.get_logger("x").handlers[0].formatter is before


def test_another_form_is_refused_in_words(monkeypatch):
    monkeypatch.setenv(LOG, "xml")
    with pytest.raises(ValueError, match="text, json"):
        logs.set_up()
