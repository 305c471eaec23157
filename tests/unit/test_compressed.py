"""The folder of compressed files may be missing, taken, full or emptied: the server serves all the same."""

from __future__ import annotations

import gzip
import logging
import os
from pathlib import Path

import pytest

from ui import assets, compressed
from ui.compressed import Copies


class Making:
    def __init__(self, content=b"content"):
        self.content, self.count = content, 0

    def __call__(self):
        self.count += 1
        return self.content


def files(folder):
    return sorted(file.name for file in folder.iterdir()) if folder.is_dir() else []


def test_a_content_is_made_once_for_all_starts(tmp_path):
    make = Making()
    for _start in range(3):
        copies = Copies(tmp_path / "build" / "compressed")
        copies.prepare("a.gz", make)
        assert copies.get("a.gz", make) == b"content"
    assert make.count == 1
    assert files(tmp_path / "build" / "compressed") == ["a.gz"]


def taken(folder, _monkeypatch):
    folder.parent.write_text("a file of that name")


def read_only(folder, monkeypatch):
    folder.mkdir(parents=True)

    def refuses(_self, _content):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "write_bytes", refuses)


def full(folder, monkeypatch):
    folder.mkdir(parents=True)
    write = Path.write_bytes

    def fills(self, content):
        write(self, content[:3])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", fills)


@pytest.mark.parametrize("obstacle", [taken, read_only, full])
def test_a_folder_that_cannot_be_written_is_told_once_and_nothing_is_left_in_it(
    tmp_path, monkeypatch, caplog, obstacle
):
    folder = tmp_path / "build" / "compressed"
    obstacle(folder, monkeypatch)
    copies, one, two = Copies(folder), Making(), Making(b"other")
    with caplog.at_level(logging.WARNING):
        copies.prepare("a.gz", one)
        for _request in range(3):
            assert copies.get("a.gz", one) == b"content"
            assert copies.get("b.gz", two) == b"other"
    assert (one.count, two.count) == (1, 1)
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    assert str(folder) in caplog.text
    assert files(folder) == []


def test_a_folder_that_is_emptied_while_serving_is_filled_anew(tmp_path):
    folder = tmp_path / "build" / "compressed"
    copies, make = Copies(folder), Making()
    copies.prepare("a.gz", make)
    (folder / "a.gz").unlink()
    folder.rmdir()
    folder.parent.rmdir()
    assert copies.get("a.gz", make) == b"content"
    assert files(folder) == ["a.gz"]
    assert make.count == 2


def test_an_empty_file_is_no_content(tmp_path):
    make = Making()
    (tmp_path / "a.gz").write_bytes(b"")
    copies = Copies(tmp_path)
    copies.prepare("a.gz", make)
    assert copies.get("a.gz", make) == (tmp_path / "a.gz").read_bytes() == b"content"


def test_what_a_stopped_server_left_behind_is_removed_and_what_another_writes_is_not(tmp_path):
    for name in ("a.gz", "b.q6.br", "c.gz.4711.part", "d.gz.4712.part", "old-0123456789.json"):
        (tmp_path / name).write_bytes(b"x")
    for name in ("a.gz", "c.gz.4711.part", "old-0123456789.json"):
        long_ago = (tmp_path / name).stat().st_mtime - 2 * compressed._LEFT_OVER_S
        os.utime(tmp_path / name, (long_ago, long_ago))
    Copies(tmp_path).tidy()
    assert files(tmp_path) == ["a.gz", "b.q6.br", "d.gz.4712.part"]
    Copies(tmp_path / "nothing").tidy()


def test_an_asset_is_sent_compressed_whatever_became_of_the_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "copies", Copies(tmp_path / "build"))
    asset = assets.asset_of(b"body { margin: 0 }" * 100, "page.css", cache_control=assets.REVALIDATE)
    for file in (tmp_path / "build").iterdir():
        file.unlink()
    (tmp_path / "build").rmdir()
    (tmp_path / "build").write_text("a file")
    assert gzip.decompress(asset.body("gzip")) == asset.body() == b"body { margin: 0 }" * 100
    assert len(asset.body("br")) < len(asset.body())
