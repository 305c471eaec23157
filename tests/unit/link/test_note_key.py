"""Notes on the map: whatever was typed becomes one line of plain text."""

import pytest

from ui.link.map_notes import MAX_NOTE, MapNote, map_notes, plain, write_map_notes
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
    assert MapNote("aktau-port", typed).text == read
    assert map_notes(f"aktau-port.{typed}", KNOWN) == (MapNote("aktau-port", read),)


@pytest.mark.parametrize("text", ["", " \n", "\u200f", "a" * (MAX_NOTE + 1)])
def test_a_note_without_a_letter_or_with_too_many_is_none(text):
    with pytest.raises(ValueError, match="80"):
        MapNote("aktau-port", text)


def test_tildes_and_dots_stay_inside_their_note():
    notes = (MapNote("aktau-port", "~a~~b~"), MapNote("poti-port", "poti-port.x"), MapNote("aktau-port", "~"))
    written = write_map_notes(notes)
    assert written == "aktau-port.~~a~~~~b~~~poti-port.poti-port.x~aktau-port.~~"
    assert map_notes(written, KNOWN) == notes


def test_notes_stay_with_their_page():
    state = State(notes=(MapNote("aktau-port", "Wait here"),))
    assert encode(state)["note"] == "aktau-port.Wait here"
    assert travelling(state).notes == ()
