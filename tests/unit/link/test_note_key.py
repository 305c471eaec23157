"""Notes on the map: whatever was typed becomes one line of plain text."""

import pytest

from ui.link.notes import MAX_NOTE, ViewNote, plain, view_notes, write_view_notes
from ui.link.state import State, Vocabulary, encode
from ui.link.travel import travelling

KNOWN = Vocabulary(nodes=frozenset({"aktau-port", "poti-port"}))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Wait\r\n\there", "Wait here"),
        ("  \u2028a\u00a0b  ", "a b"),
        ("\u202eevil\u202c \u200fright\u200e", "evil right"),
        ("a\x00b\x1b[31mc\x7f", "ab[31mc"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\ud800half", "half"),
        ("e\u0301" + "\u0301" * 30, "\u00e9\u0301\u0301"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Ақтау порты – күту", "Ақтау порты – күту"),
    ],
)
def test_a_note_is_one_line_of_plain_text(typed, read):
    assert plain(typed) == read
    assert ViewNote("aktau-port", typed).text == read
    assert view_notes(f"aktau-port.{typed}", KNOWN) == (ViewNote("aktau-port", read),)


@pytest.mark.parametrize("text", ["", " \n", "\u200f", "a" * (MAX_NOTE + 1)])
def test_a_note_without_a_letter_or_with_too_many_is_none(text):
    with pytest.raises(ValueError, match="80"):
        ViewNote("aktau-port", text)


def test_tildes_and_dots_stay_inside_their_note():
    notes = (
        ViewNote("aktau-port", "~a~~b~"),
        ViewNote("poti-port", "poti-port.x"),
        ViewNote("aktau-port", "~"),
    )
    written = write_view_notes(notes)
    assert written == "aktau-port.~~a~~~~b~~~poti-port.poti-port.x~aktau-port.~~"
    assert view_notes(written, KNOWN) == notes


def test_notes_stay_with_their_page():
    state = State(notes=(ViewNote("aktau-port", "Wait here"),))
    assert encode(state)["note"] == "aktau-port.Wait here"
    assert travelling(state).notes == ()
