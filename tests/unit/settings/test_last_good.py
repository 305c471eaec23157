"""The last data that could be used are copied, and served where the named folder holds faulty ones."""

from __future__ import annotations

import pytest

from corridor.dataset import shipped
from corridor.dataset.tables import load
from tests.shipped import serve_shipped_data
from ui.settings import dataset as settings
from ui.settings import last_good
from ui.settings.environment import DATA


@pytest.fixture(autouse=True)
def _alone(monkeypatch, tmp_path, package):
    monkeypatch.setattr(shipped, "scratch", lambda: tmp_path / "build")
    monkeypatch.setenv(DATA, str(package))
    settings.served.forget()
    yield
    serve_shipped_data()


def damage(package):
    (package / "countries.csv").write_text("nothing\n", encoding="utf-8")


def change(package):
    descriptor = package / "datapackage.json"
    descriptor.write_text(descriptor.read_text(encoding="utf-8") + "\n", encoding="utf-8")


def test_a_copy_is_the_same_data(package):
    data = load(package)
    copy = last_good.remember(data, package)
    assert load(copy).content_hash == data.content_hash
    found, place = last_good.load_last(package)
    assert (found.content_hash, place) == (data.content_hash, copy)


def test_only_the_last_copy_stays(package):
    first = last_good.remember(load(package), package)
    change(package)
    second = last_good.remember(load(package), package)
    assert first != second
    assert [folder.name for folder in second.parent.iterdir()] == [second.name]


def test_files_that_have_changed_since_are_not_stored_under_the_old_name(package):
    data = load(package)
    change(package)
    assert last_good.remember(data, package) is None
    assert last_good.load_last(package) is None
    damage(package)
    assert last_good.remember(data, package) is None


def test_a_damaged_copy_is_none(package):
    copy = last_good.remember(load(package), package)
    (copy / "nodes.csv").write_bytes(b"\xff")
    assert last_good.load_last(package) is None


def test_another_folder_has_another_copy(package, tmp_path):
    last_good.remember(load(package), package)
    assert last_good.load_last(tmp_path / "elsewhere") is None


def test_where_nothing_can_be_written_there_is_no_copy_and_the_log_says_so(
    package, tmp_path, monkeypatch, caplog
):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(shipped, "scratch", lambda: tmp_path / "file")
    assert last_good.remember(load(package), package) is None
    assert "No copy of the data is stored" in caplog.text


def test_a_server_with_faulty_data_starts_with_the_last_that_could_be_used(package):
    data = load(package)
    copy = last_good.remember(data, package)
    damage(package)
    fault = settings.stop_unless_usable()
    assert settings.dataset().content_hash == data.content_hash
    assert settings.folder() == copy
    assert str(package) in fault
    assert settings.served.fault == fault


def test_good_data_leave_no_fault(package):
    assert settings.stop_unless_usable() == ""
    assert settings.folder() == package


def test_without_a_copy_the_server_does_not_start(package):
    damage(package)
    with pytest.raises(SystemExit, match="does not start"):
        settings.stop_unless_usable()
