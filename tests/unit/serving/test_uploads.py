"""Files of visitors: bounded for a visit and for the server, let go when the visit ends."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.session_manager import SessionInfo
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from corridor.intake.limits import MB, UPLOAD_BYTES
from ui.serving import uploads

ADDRESS = "/kz/_stcore/upload_file"


class Sessions:
    """Stands for Streamlit's sessions: those that are connected, and those that may come back for a while."""

    def __init__(self, ttl_seconds):
        self._session_storage = MemorySessionStorage(ttl_seconds=ttl_seconds)
        self.connected = []

    def list_sessions(self):
        return self.connected + self._session_storage.list()


def session(name):
    return SessionInfo(client=None, session=SimpleNamespace(id=name))


@pytest.fixture
def server(monkeypatch):
    files = MemoryUploadedFileManager("/_stcore/upload_file")
    found = SimpleNamespace(uploaded_file_mgr=files, _session_mgr=Sessions(ttl_seconds=120))
    known = SimpleNamespace(get_instance=lambda: found, exists=lambda: True)
    monkeypatch.setattr(uploads, "runtime", known)
    return found


def put(server, visit, name, length):
    record = UploadedFileRec(file_id=name, name=name, type="", data=b"x" * length)
    server.uploaded_file_mgr.add_file(visit, record)


@pytest.fixture
def client(server):
    async def take(request):
        content = await request.body()
        put(server, request.path_params["visit"], request.path_params["name"], len(content))
        return Response(status_code=204)

    route = Route(f"{ADDRESS}/{{visit}}/{{name}}", take, methods=["PUT", "DELETE"])
    return TestClient(Starlette(routes=[route], middleware=[Middleware(uploads.BoundedUploads, base="/kz")]))


def send(client, visit, name, length):
    return client.put(f"{ADDRESS}/{visit}/{name}", content=b"x" * length)


def test_a_visit_holds_twice_what_is_read_at_once_and_no_more(client, server):
    assert send(client, "one", "a", 19 * MB).status_code == 204
    assert send(client, "one", "b", 19 * MB).status_code == 204
    refused = send(client, "one", "c", 19 * MB)
    assert (refused.status_code, "Remove" in refused.text) == (413, True)
    assert send(client, "one", "c", 2 * MB).status_code == 204
    assert send(client, "two", "a", 19 * MB).status_code == 204
    server.uploaded_file_mgr.remove_file("one", "a")
    assert send(client, "one", "d", 19 * MB).status_code == 204


def test_the_server_holds_so_much_of_all_visits(client, server, monkeypatch):
    monkeypatch.setattr(uploads, "MAX_SERVER_BYTES", UPLOAD_BYTES)
    assert send(client, "one", "a", 12 * MB).status_code == 204
    refused = send(client, "two", "a", 12 * MB)
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "60")
    server.uploaded_file_mgr.remove_session_files("one")
    assert send(client, "two", "a", 12 * MB).status_code == 204


@pytest.mark.usefixtures("server")
def test_what_is_on_its_way_counts():
    layer = uploads.BoundedUploads(lambda *_parts: None)
    assert layer._refusal("one", 19 * MB) is None
    assert layer._refusal("one", 19 * MB) is None
    assert layer._refusal("one", 19 * MB).status_code == 413
    layer._arrived("one", 19 * MB)
    assert layer._refusal("one", 19 * MB) is None
    for _ in range(2):
        layer._arrived("one", 19 * MB)
    assert layer._arriving == {}


def test_an_upload_of_unknown_length_is_refused_and_other_requests_pass(client):
    assert client.put(f"{ADDRESS}/one/a", content=iter([b"x"])).status_code == 411
    assert client.delete(f"{ADDRESS}/one/a").status_code == 204


def test_files_of_a_visit_stay_while_it_may_come_back(server):
    put(server, "here", "a", 10)
    put(server, "away", "a", 10)
    put(server, "ended", "a", 10)
    server._session_mgr.connected = [session("here")]
    server._session_mgr._session_storage.save(session("away"))
    uploads.release_ended()
    assert set(server.uploaded_file_mgr.file_storage) == {"here", "away"}


def test_files_of_a_visit_that_did_not_come_back_are_let_go(server):
    server._session_mgr = Sessions(ttl_seconds=-1)
    put(server, "away", "a", 10)
    server._session_mgr._session_storage.save(session("away"))
    uploads.release_ended()
    assert not server.uploaded_file_mgr.file_storage
    assert not server._session_mgr._session_storage._cache._live_snapshot()


def test_leaving_the_page_lets_its_files_go(server, monkeypatch):
    put(server, "here", "a", 10)
    put(server, "other", "a", 10)
    monkeypatch.setattr(uploads, "get_script_run_ctx", lambda: SimpleNamespace(session_id="here"))
    uploads.release_visit()
    assert set(server.uploaded_file_mgr.file_storage) == {"other"}
    monkeypatch.setattr(uploads, "get_script_run_ctx", lambda: None)
    uploads.release_visit()
