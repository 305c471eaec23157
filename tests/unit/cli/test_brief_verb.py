"""The verb brief: files by an address, without a browser or a server; refusals in words."""

import io
import zipfile

import pytest

from corridor.cli import extensions
from corridor.cli.main import main
from corridor.errors import ExtraError
from corridor.story.packed import pack
from corridor.story.reading import read


def test_it_writes_each_form_once_and_says_where(tmp_path, capsys):
    address = "https://corridor.example.org/kz/flights?lang=sr-Latn"
    assert main(["brief", address, "--format", "zip, docx,zip", "--out", str(tmp_path / "new")]) == 0
    names = sorted(file.name for file in (tmp_path / "new").iterdir())
    assert names == ["corridor-flights-sr-latn.docx", "corridor-flights-sr-latn.zip"]
    assert capsys.readouterr().out.count("Wrote ") == 2
    with zipfile.ZipFile(io.BytesIO((tmp_path / "new" / names[1]).read_bytes())) as archive:
        assert b"https://corridor.example.org/kz/flights?" in archive.read("view.json")


def test_an_address_from_the_page_on_will_do(tmp_path, capsys):
    assert main(["brief", "flights?from=nowhere", "--format", "zip", "--out", str(tmp_path)]) == 0
    assert "the key 'from' of the address cannot be used" in capsys.readouterr().err


@pytest.mark.parametrize(
    "address", ["nowhere", "https://corridor.example.org/x", "javascript:flights", "http://["]
)
def test_an_address_without_a_page_is_refused_with_the_pages(tmp_path, capsys, address):
    assert main(["brief", address, "--format", "zip", "--out", str(tmp_path)]) == 1
    assert "Choose from: overview, routes" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_address_of_a_server_is_its_first_page(tmp_path):
    assert (
        main(["brief", "https://corridor.example.org/?lang=bg", "--format", "zip", "--out", str(tmp_path)])
        == 0
    )
    assert [file.name for file in tmp_path.iterdir()] == ["corridor-overview-bg.zip"]


@pytest.mark.parametrize("form", ["doc", "", "pdf,xls"])
def test_an_unknown_form_is_refused_with_the_forms(tmp_path, capsys, form):
    assert main(["brief", "flights", "--format", form, "--out", str(tmp_path)]) == 1
    assert "Choose from: " in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_what_nobody_adds_is_refused(monkeypatch):
    monkeypatch.setattr(extensions, "ROOT", extensions.ROOT / "nowhere")
    monkeypatch.setattr(extensions, "entry_points", lambda **_group: ())
    with pytest.raises(ExtraError, match="corridor-explorer"):
        extensions.extension("content", extra="ui")


def test_a_story_is_written_by_its_address(tmp_path, capsys):
    address = "https://corridor.example.org/kz/present/raw-materials?lang=sr-Latn#3"
    assert main(["brief", address, "--format", "zip,html", "--out", str(tmp_path)]) == 0
    names = sorted(file.name for file in tmp_path.iterdir())
    assert names == [f"corridor-story-raw-materials-sr-latn.{form}" for form in ("html", "zip")]
    assert capsys.readouterr().out.count("Wrote ") == 2
    with zipfile.ZipFile(io.BytesIO((tmp_path / names[1]).read_bytes())) as archive:
        assert b"https://corridor.example.org/kz/present/raw-materials?lang=sr-Latn" in archive.read(
            "README.md"
        )


def test_a_visitors_own_story_is_written_from_its_link(tmp_path):
    own = read("title: Ours\n---\ntext\n# Second\n")
    link = f"present/own?s={pack(own)}"
    assert main(["brief", link, "--format", "docx", "--out", str(tmp_path)]) == 0
    assert [file.name for file in tmp_path.iterdir()] == ["corridor-story-own.docx"]


@pytest.mark.parametrize(
    ("address", "form", "words"),
    [
        ("present/no-such", "pdf", "Choose from: astana-belgrade"),
        ("present/raw-materials", "png", "Choose from: html, pdf, pptx, docx, zip"),
        ("present/own?s=AAA", "pdf", "cut or changed"),
    ],
)
def test_a_story_that_there_is_not_is_refused(tmp_path, capsys, address, form, words):
    assert main(["brief", address, "--format", form, "--out", str(tmp_path)]) == 1
    assert words in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
