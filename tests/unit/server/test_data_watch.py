"""A new version in the folder is served to new visits, whole or not at all; open visits keep theirs."""

from __future__ import annotations

import gc
import json
import weakref

import pytest
from starlette.testclient import TestClient

from corridor.dataset import shipped
from tests.shipped import serve_shipped_data
from tests.unit.server.test_addresses import app
from ui.link.named import view_of
from ui.map.layers import layers
from ui.server import panel_answer
from ui.server.data_watch import Watch, signature
from ui.settings import dataset as settings
from ui.settings.dataset import served, token_of
from ui.settings.environment import DATA

TITLE = "A better title"


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path, package):
    monkeypatch.setattr(shipped, "scratch", lambda: tmp_path / "build")
    monkeypatch.setenv(DATA, str(package))
    served.forget()
    yield
    serve_shipped_data()
    gc.unfreeze()


@pytest.fixture
def prepared():
    return []


@pytest.fixture
def watch(prepared):
    settings.dataset()
    return Watch(prepared.append)


def change(package, version="9.9.9"):
    descriptor = package / "datapackage.json"
    described = json.loads(descriptor.read_text(encoding="utf-8")) | {"version": version, "title": TITLE}
    descriptor.write_text(json.dumps(described), encoding="utf-8")


def damage(package):
    (package / "countries.csv").write_text("nothing\n", encoding="utf-8")


def test_nothing_happens_while_nothing_changes(watch, prepared):
    assert [watch.look() for _ in range(3)] == [False] * 3
    assert prepared == []


def test_a_new_version_is_served_once_its_files_stand_still(watch, prepared, package):
    before = settings.dataset()
    change(package)
    assert watch.look() is False
    assert settings.dataset() is before
    assert watch.look() is True
    assert settings.dataset().version == "9.9.9"
    assert prepared == [settings.dataset()]
    assert watch.look() is False


def test_files_that_change_while_they_are_read_are_read_again(watch, monkeypatch, package):
    change(package)
    watch.look()
    from ui.server import data_watch  # noqa: PLC0415 - to put a writer into its way

    load = data_watch.load

    def slow(folder):
        data = load(folder)
        change(package, "9.9.10")
        return data

    monkeypatch.setattr(data_watch, "load", slow)
    assert watch.look() is False
    monkeypatch.setattr(data_watch, "load", load)
    watch.look()
    assert watch.look() is True
    assert settings.dataset().version == "9.9.10"


def test_faulty_data_change_nothing_and_are_told_once(watch, package, caplog):
    before = settings.dataset()
    damage(package)
    assert [watch.look() for _ in range(4)] == [False] * 4
    assert settings.dataset() is before
    assert caplog.text.count("The server goes on with data") == 1
    assert str(package) in served.fault
    answer = TestClient(app()).get("/readyz").json()
    assert answer["ready"] is True
    assert "cannot be used" in answer["fault"]


def test_corrected_data_end_the_fault(watch, package):
    good = (package / "countries.csv").read_bytes()
    damage(package)
    watch.look()
    watch.look()
    (package / "countries.csv").write_bytes(good)
    watch.look()
    assert watch.look() is False
    assert served.fault == ""
    assert "fault" not in TestClient(app()).get("/readyz").json()


def test_a_folder_that_is_gone_is_a_fault_and_no_crash(watch, package):
    before = settings.dataset()
    package.rename(package.with_name("elsewhere"))
    assert signature(package) == ()
    watch.look()
    watch.look()
    assert settings.dataset() is before
    assert served.fault


def test_what_an_open_visit_asks_for_comes_from_its_own_version(watch, package):
    before = settings.dataset()
    token = token_of(before)
    old_layer = layers(token)["places"].path
    change(package)
    nodes = package / "nodes.csv"
    first = before.nodes["name_en"].iloc[0]
    nodes.write_text(nodes.read_text(encoding="utf-8").replace(first, "Renamed"), encoding="utf-8")
    watch.look()
    assert watch.look()
    client = TestClient(app())
    assert layers()["places"].path != old_layer
    assert b"Renamed" not in client.get(f"/{old_layer}").content
    assert b"Renamed" in client.get(f"/{layers()['places'].path}").content
    source = before.sources["source_id"].iloc[0]
    assert panel_answer.draw("en", ("sources", source), {panel_answer.VERSION: token})
    with pytest.raises(panel_answer.OtherDataError):
        panel_answer.draw("en", ("sources", source), {panel_answer.VERSION: "0.0.1-000000000000"})
    assert view_of("overview", {}).data_token == token_of(settings.dataset()) != token


def test_the_api_and_the_first_page_tell_of_the_new_version(watch, package):
    client = TestClient(app())
    before = client.get("/api/v1/tables/nodes.json")
    assert TITLE not in client.get("/").text
    change(package)
    watch.look()
    assert watch.look()
    after = client.get("/api/v1/tables/nodes.json", headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert after.headers["etag"] != before.headers["etag"]
    assert after.json()["content_hash"] == settings.dataset().content_hash
    assert TITLE in client.get("/").text
    assert client.get("/readyz").json()["data"] == "9.9.9"


def test_old_data_go_with_their_last_visit(watch, package):
    before = settings.dataset()
    token, gone = token_of(before), weakref.ref(before)
    change(package)
    watch.look()
    watch.look()
    assert set(served.tokens()) == {token, token_of(settings.dataset())}
    del before
    gc.collect()
    assert gone() is None
    assert served.of_token(token) is None
    watch.look()
