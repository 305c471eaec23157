"""Letters come out right in every encoding that can be told for sure, and never as gibberish."""

from __future__ import annotations

import pytest

from corridor.intake.encoding import decoded
from corridor.intake.report import Report

RUSSIAN = "node_id;name\na;Двор Актау\nb;Порт «Бейнеу» – 2-я очередь\n"
KAZAKH = "node_id;name\na;Ақтау ауласы\nb;Қызылорда, Әлем\n"
SERBIAN = "node_id;name\na;Двориште Бејнеу\nb;Њујорк, Ћуприја, Нови Сад\n"
BULGARIAN = "node_id;name\na;Пристанище „Бургас“\nb;Търговище, ъгъл\n"
LATIN = "node_id;name\na;Niš ranžirna\nb;Čačak, Šabac\n"


def read(content: bytes) -> tuple[str | None, list[str], list[str]]:
    """Text, what was said, checks of the findings."""
    report = Report()
    text = decoded("nodes.csv", content, report)
    return text, [str(note) for note in report.notes], [finding.check for finding in report.findings]


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (RUSSIAN, "cp1251", "Windows-1251"),
        (RUSSIAN.replace("–", "-").replace("«", '"').replace("»", '"'), "cp866", "DOS-866"),
        (RUSSIAN.replace("–", "-").replace("«", '"').replace("»", '"'), "koi8-r", "KOI8-R"),
        (RUSSIAN.upper(), "cp1251", "Windows-1251"),
        (RUSSIAN.upper().replace("–", "-").replace("«", '"').replace("»", '"'), "koi8-r", "KOI8-R"),
        (SERBIAN, "cp1251", "Windows-1251"),
        (SERBIAN + RUSSIAN, "cp1251", "Windows-1251"),
        (BULGARIAN, "cp1251", "Windows-1251"),
        (KAZAKH, "kz1048", "KZ-1048"),
        (KAZAKH + RUSSIAN, "kz1048", "KZ-1048"),
        (LATIN, "cp1250", "Windows-1250"),
        (RUSSIAN, "mac_cyrillic", "Mac Cyrillic"),
    ],
)
def test_a_code_page_is_named_and_read(text: str, encoding: str, named: str) -> None:
    found, notes, checks = read(text.encode(encoding))
    assert found == text
    assert checks == []
    assert len(notes) == 1
    assert named in notes[0]


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, SERBIAN, "node_id;name\na;Belgrade\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_its_mark(text: str, encoding: str) -> None:
    found, _, checks = read(text.encode(encoding))
    assert found == text
    assert checks == []


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("node_id;name\na;Zürich Hafen für Güter\nb;Genève\n", "latin-1"),
        ("node_id;name\na;Małaszewicze, Łódź\n", "cp1250"),
        ("node_id;name\na;Kapıkule, Çorlu\n", "cp1254"),
        ("node_id;name\na;Timişoara, Constanţa\n", "cp1250"),
        ("node_id;name\na;Київ, Одеса\n", "cp1251"),
        ("node_id;name\na;юг\n", "koi8-r"),
    ],
)
def test_what_could_be_several_encodings_is_refused(text: str, encoding: str) -> None:
    assert read(text.encode(encoding)) == (None, [], ["encoding"])


@pytest.mark.parametrize("encoding", ["cp866", "koi8-r", "kz1048", "mac_cyrillic"])
@pytest.mark.parametrize(
    "word", ["Порт", "Алматы", "Солтүстік", "ДВОР", "Железнодорожная станция", "юг", "Қызылорда"]
)
def test_one_word_is_read_right_or_refused(word: str, encoding: str) -> None:
    try:
        content = f"node_id;name\na;{word}\n".encode(encoding)
    except UnicodeEncodeError:
        pytest.skip("the code page does not have these letters")
    found, _, checks = read(content)
    assert (found is None) == (checks == ["encoding"])
    assert found is None or word in found
