"""Requests and connections are counted by kind and status, and by nothing that a visitor typed."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from ui.server import app as server
from ui.server.observed import KINDS, Observed, kind_of
from ui.serving.measures import Measures


def fine(_request):
    return PlainTextResponse("fine")


def fault(_request):
    int("what a visitor typed")


async def stream(socket):
    await socket.accept()
    await socket.receive_text()


async def refused(socket):
    await socket.close()


@pytest.fixture
def counted():
    return Measures()


@pytest.fixture
def client(counted):
    routes = [
        Route("/kz/routes", fine),
        Route("/kz/api/v1/fault", fault),
        WebSocketRoute("/kz/_stcore/stream", stream),
        WebSocketRoute("/kz/_stcore/refused", refused),
    ]
    app = Starlette(routes=routes, middleware=[Middleware(Observed, base="/kz", counted=counted)])
    return TestClient(app, raise_server_exceptions=False)


def value(counted, name, **labels):
    return counted.registry.get_sample_value(name, labels)


def test_answers_are_counted_by_kind_and_status(client, counted):
    client.get("/kz/routes?from=somewhere")
    client.get("/kz/routes")
    client.get("/kz/typed-by-a-visitor")
    assert value(counted, "corridor_requests_total", kind="page", status="200") == 2
    assert value(counted, "corridor_requests_total", kind="other", status="404") == 1
    assert value(counted, "corridor_request_seconds_count", kind="page") == 2


def test_an_error_that_nobody_expected_is_a_fault(client, counted):
    assert client.get("/kz/api/v1/fault").status_code == 500
    assert value(counted, "corridor_requests_total", kind="api", status="500") == 1
    assert value(counted, "corridor_faults_total", where="request") == 1


def test_a_connection_counts_while_it_is_open(client, counted):
    with client.websocket_connect("/kz/_stcore/stream") as socket:
        assert value(counted, "corridor_sockets") == 1
        socket.send_text("x")
    assert value(counted, "corridor_sockets") == 0
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/kz/_stcore/refused"):
        pass
    assert value(counted, "corridor_sockets") == 0


def test_every_route_of_ours_has_a_kind():
    paths = {route.path for route in server.routes()}
    assert {path for path in paths if kind_of(path) == "other"} == {"/robots.txt", "/sitemap.xml"}


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "page"),
        ("", "page"),
        ("/routes", "page"),
        ("/routes/more", "other"),
        ("/api/v1/tables/nodes.csv", "api"),
        ("/apinothing", "other"),
        ("/brief/routes.pdf", "brief"),
        ("/app/static/own/panels.js", "file"),
        ("/_stcore/health", "streamlit"),
        ("/metrics", "health"),
        ("//", "page"),
        ("/\x00", "other"),
    ],
)
def test_kinds_are_few(path, kind):
    assert kind_of(path) == kind
    assert kind_of(f"/kz{path}", "/kz") == kind or path == ""
    assert kind in KINDS


def test_nothing_that_was_typed_stands_in_the_log(client, caplog):
    caplog.set_level("INFO", logger="ui.server.observed")
    client.get("/kz/routes?from=typed", headers={"X-Forwarded-For": "203.0.113.9"})
    client.request("TYPED", "/kz/typed")
    lines = [record.told for record in caplog.records]
    assert [(line["kind"], line["method"], line["status"]) for line in lines] == [
        ("page", "GET", 200),
        ("other", "other", 404),
    ]
    assert "typed" not in str(lines).lower()
    assert "203.0.113.9" not in str(lines)
