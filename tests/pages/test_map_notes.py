"""A note on the map is written in a small window, stands in the address, and can be taken out."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from ui.link.named import view_of
from ui.map.notes import in_words, placed

ENTRY = Path(__file__).resolve().parents[2] / "ui" / "server" / "entry.py"
HOSTILE = "<img src=x onerror=alert(1)> _word"


def opened(**params):
    app = AppTest.from_file(str(ENTRY), default_timeout=60)
    for name, value in params.items():
        app.query_params[name] = value
    app.switch_page("../../pages/corridor.py")
    app.run()
    assert not app.exception
    return app


def ending(elements, start):
    return next(element for element in elements if (element.key or "").startswith(start))


def test_a_note_is_added_and_removed():
    app = opened(lang="en")
    ending(app.selectbox, "note-place-").select("poti-port")
    ending(app.text_input, "note-text-").input("Wait\there")
    ending(app.button, "note-add-").click()
    app.run()
    assert not app.exception
    assert app.query_params["note"] == "poti-port.Wait here"
    assert ending(app.text_input, "note-text-").value == ""
    assert any("Poti" in html.proto.body and "Wait here" in html.proto.body for html in app.get("html"))
    ending(app.button, "note-remove-").click()
    app.run()
    assert "note" not in app.query_params


def test_an_empty_note_changes_nothing_and_three_are_the_most():
    app = opened(lang="en")
    ending(app.button, "note-add-").click()
    app.run()
    assert "note" not in app.query_params
    full = opened(lang="en", note="poti-port.a~poti-port.b~aktau-port.c")
    assert not [one for one in full.text_input if (one.key or "").startswith("note-text-")]
    assert len([one for one in full.button if (one.key or "").startswith("note-remove-")]) == 3


def test_a_hostile_note_is_text_below_the_map_and_in_its_script():
    view = view_of("corridor", {"lang": ["en"], "note": [f"poti-port.{HOSTILE}"]})
    assert "<img" not in str(in_words(view))
    (note,) = placed(view)
    assert note["text"] == HOSTILE
    app = opened(lang="en", note=f"poti-port.{HOSTILE}")
    assert not any("<img src=x" in html.proto.body for html in app.get("html"))
