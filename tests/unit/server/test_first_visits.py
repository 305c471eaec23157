"""Every page in every language is opened before the server is ready; a page that fails does not stop it."""

import asyncio
from urllib.parse import parse_qs

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from ui.language.text import LANGUAGES
from ui.link.nav import ENTRIES
from ui.server import first_visits


class Runtime:
    """Stands for Streamlit's: it answers each question at once, as `reply` says."""

    def __init__(self, reply):
        self.reply, self.asked, self.closed = reply, [], []

    def connect_session(self, client, user_info):
        assert user_info == {}
        self.client = client
        return "session"

    def handle_backmsg(self, session, message):
        assert session == "session"
        rerun = message.rerun_script
        self.asked.append((rerun.page_name, parse_qs(rerun.query_string)["lang"][0]))
        for answer in self.reply(rerun):
            self.client.write_forward_msg(answer)

    def close_session(self, session):
        self.closed.append(session)


def finished(status=ForwardMsg.FINISHED_SUCCESSFULLY):
    message = ForwardMsg()
    message.script_finished = status
    return message


def exception():
    message = ForwardMsg()
    message.delta.new_element.exception.type = "KeyError"
    return message


@pytest.fixture
def opened(monkeypatch):
    def run(reply):
        runtime = Runtime(reply)
        monkeypatch.setattr(first_visits, "get_instance", lambda: runtime)
        return runtime, asyncio.run(first_visits.open_pages())

    return run


def test_every_page_is_opened_in_every_language(opened):
    runtime, count = opened(lambda _rerun: [finished()])
    assert sorted(runtime.asked) == sorted((page.path, lang) for page in ENTRIES for lang in LANGUAGES)
    assert count == len(ENTRIES) * len(LANGUAGES)
    assert runtime.closed == ["session"]


def test_a_page_that_fails_is_told_and_the_others_are_opened(opened, caplog):
    runtime, count = opened(lambda one: [*([exception()] if one.page_name == "routes" else []), finished()])
    assert len(runtime.asked) == len(ENTRIES) * len(LANGUAGES)
    assert count == (len(ENTRIES) - 1) * len(LANGUAGES)
    assert "The page routes in kk could not be drawn ahead: KeyError" in caplog.text


def test_a_page_that_does_not_compile_is_told(opened, caplog):
    _runtime, count = opened(lambda _rerun: [finished(ForwardMsg.FINISHED_WITH_COMPILE_ERROR)])
    assert count == 0
    assert "FINISHED_WITH_COMPILE_ERROR" in caplog.text


def test_a_page_that_never_finishes_does_not_keep_the_server_from_starting(opened, monkeypatch, caplog):
    monkeypatch.setattr(first_visits, "MAX_RUN_S", 0.001)
    runtime, count = opened(lambda _rerun: [])
    assert count == 0
    assert runtime.closed == ["session"]
    assert "not finished" in caplog.text
