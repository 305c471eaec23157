"""One palette: what is generated from it is in step, and no colour stands anywhere else."""

import re
import tomllib

import pytest

from corridor.picture import palette as colours
from corridor.picture.base_map import LIGHT
from tools.palette import CONFIG, FILES, MAP_SHEET, ROOT, with_colours
from ui.look.modes import LOOKS, MODES
from ui.shell.page import _palette

HEX = re.compile(r"(?<![&\w/])#(?:[0-9a-fA-F]{3,4}){1,2}\b(?![\w-])")
# Full black and white are no colours of ours: the dots of a QR code, masks, words over a veil.
PLAIN = {"#000", "#fff"}
KINDS = ("app.py", "pages/*.py", "corridor/**/*.py", "ui/**/*.py", "ui/**/*.css", "static/map/src/*.mjs")
SOURCES = sorted(path for kind in KINDS for path in ROOT.glob(kind) if path.name != "palette.py")
WITH_BLOCK = {CONFIG, MAP_SHEET}


def without_block(path):
    text = path.read_text(encoding="utf-8")
    return with_colours(text, "") if path in WITH_BLOCK else text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_has_the_colours_of_the_palette(path):
    text = path.read_text(encoding="utf-8")
    assert text == with_colours(text, FILES[path]()), "run `python -m tools.palette`"
    assert without_block(path) != text


def test_a_file_without_its_block_is_refused():
    with pytest.raises(ValueError, match="0 blocks"):
        with_colours("body { margin: 0 }\n", "")


@pytest.mark.parametrize("folder", ["corridor", "ui", "static"])
def test_sources_are_read(folder):
    assert sum(path.relative_to(ROOT).parts[0] == folder for path in SOURCES) > 10


def test_no_colour_stands_outside_the_palette():
    found = {
        path.relative_to(ROOT): set(HEX.findall(without_block(path))) - PLAIN
        for path in (*SOURCES, *WITH_BLOCK)
    }
    assert {path: named for path, named in found.items() if named} == {}


def test_the_mark_has_the_accent():
    mark = (ROOT / "static" / "icons" / "mark.svg").read_text(encoding="utf-8")
    assert set(HEX.findall(mark)) == {colours.ACCENT.light, "#fff"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_streamlit_and_the_page_share_their_colours(theme):
    is_dark = theme == "dark"
    options = tomllib.loads(CONFIG.read_text(encoding="utf-8"))["theme"][theme]
    page = _palette(dark=is_dark)
    for option, variable in (
        ("primaryColor", "accent"),
        ("backgroundColor", "paper"),
        ("secondaryBackgroundColor", "paper-soft"),
        ("textColor", "ink"),
        ("borderColor", "rule"),
    ):
        assert f"--{variable}:{options[option]};" in page


def test_the_map_uses_every_colour_that_it_is_given_and_no_other():
    rules = without_block(MAP_SHEET)
    assert set(re.findall(r"var\(--([\w-]+)\)", rules)) == set(colours.MAP)


def test_the_page_uses_every_colour_that_it_is_given():
    sheets = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "ui").rglob("*.css")))
    used = set(re.findall(r"var\(--([\w-]+)\)", sheets))
    for variable in (*colours.PAGE, *colours.PAGE_BY_SCHEME):
        assert variable in used
        assert f"--{variable}:" in _palette(dark=True)


def test_charts_and_pictures_take_their_colours_from_it():
    assert {name: (mode.light, mode.dark) for name, mode in MODES.items()} == dict(colours.MODES)
    assert [(look.light, look.dark) for look in LOOKS] == list(colours.ROUTES)
    assert (LIGHT.ink, LIGHT.paper, LIGHT.accent) == (
        colours.INK.light,
        colours.PAPER.light,
        colours.ACCENT.light,
    )


@pytest.mark.parametrize("dark", [False, True])
def test_words_stand_out_from_what_they_stand_on(dark):
    for words, ground in (
        (colours.INK, colours.PAPER),
        (colours.INK, colours.PAPER_SOFT),
        (colours.INK_SOFT, colours.PAPER),
        (colours.INK_SOFT, colours.PAPER_SOFT),
        (colours.LINK, colours.PAPER),
        (colours.LINK, colours.PAPER_SOFT),
        (colours.WARN, colours.WARN_PAPER),
        (colours.INK, colours.MAP_PAPER),
        (colours.DISCS["disc-strong-ink"], colours.DISCS["disc-1"]),
        (colours.DISCS["disc-strong-ink"], colours.DISCS["disc-2"]),
        (colours.DISCS["disc-weak-ink"], colours.DISCS["disc-3"]),
        (colours.DISCS["disc-weak-ink"], colours.DISCS["disc-4"]),
    ):
        assert contrast(words.of(dark=dark), ground.of(dark=dark)) >= 4.5, (words, ground)


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    shares = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * shares[0] + 0.7152 * shares[1] + 0.0722 * shares[2]
