"""A server with other data reads the folder that CORRIDOR_DATA names, or says why it cannot."""

from __future__ import annotations

import pytest

from corridor.dataset.tables import load
from tests.shipped import serve_shipped_data
from ui.settings import dataset
from ui.settings.environment import DATA


@pytest.fixture(autouse=True)
def _forget_data():
    dataset.served.forget()
    yield
    serve_shipped_data()


def test_without_the_variable_the_shipped_data_is_served(monkeypatch):
    monkeypatch.delenv(DATA, raising=False)
    dataset.stop_unless_usable()
    assert dataset.dataset().content_hash == load().content_hash


def test_the_named_folder_is_served(monkeypatch, package):
    monkeypatch.setenv(DATA, str(package))
    dataset.stop_unless_usable()
    assert dataset.dataset().content_hash == load(package).content_hash != load().content_hash


def test_an_empty_variable_is_no_folder(monkeypatch):
    monkeypatch.setenv(DATA, "")
    assert dataset.dataset().content_hash == load().content_hash


def test_faulty_data_stop_the_server_with_place_and_cure(monkeypatch, package):
    countries = package / "countries.csv"
    countries.write_text(
        countries.read_text() + f"Q?{',' * countries.read_text().partition(chr(10))[0].count(',')}\n",
        encoding="utf-8",
    )
    monkeypatch.setenv(DATA, str(package))
    with pytest.raises(SystemExit) as stop:
        dataset.stop_unless_usable()
    message = str(stop.value)
    assert str(package) in message
    assert f"unset {DATA}" in message
    row = len(countries.read_text().splitlines())
    assert f"countries.csv, row {row}, iso2" in message


def test_many_faults_are_counted(monkeypatch, package):
    countries = package / "countries.csv"
    countries.write_text(
        countries.read_text() + f"Q?{',' * countries.read_text().partition(chr(10))[0].count(',')}\n" * 30,
        encoding="utf-8",
    )
    monkeypatch.setenv(DATA, str(package))
    with pytest.raises(SystemExit, match="more; `corridor validate"):
        dataset.stop_unless_usable()


def test_a_folder_that_is_not_there_stops_the_server(monkeypatch, tmp_path):
    monkeypatch.setenv(DATA, str(tmp_path / "nowhere"))
    with pytest.raises(SystemExit, match=r"datapackage\.json: there is no such file"):
        dataset.stop_unless_usable()
