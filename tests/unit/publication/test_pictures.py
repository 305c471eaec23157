"""Pictures of a view: sizes, nothing cut, nothing on each other, letters, notes, the code."""

import io
import re
from dataclasses import replace

import pytest
from PIL import Image
from pypdf import PdfReader
from sample_content import HOSTILE, LETTERS, content

from corridor.errors import QuestionError
from corridor.picture.lettering import width_px
from corridor.picture.scene import Place
from corridor.publication.content import Annotation, Source
from corridor.publication.forms import FORMS, SIZES, THEMES, write
from corridor.publication.picture import SHAPES, sheet_of
from tests.checks import overlaps

LONG = "Шығыс Қазақстан облысының Өскемен қаласындағы жүк терминалы"
PIXELS = {"slide": (1920, 1080), "a4": (2338, 1654), "square": (1080, 1080)}


def crowded(lang):
    """Return a view whose map has many long names close to each other, and notes."""
    given = content(lang)
    names = [f"{LONG} {LETTERS[lang]} {number}" for number in range(40)]
    places = tuple(
        Place(lon=20 + 1.3 * number, lat=41 + number % 7, name=name, is_large=number % 5 == 0)
        for number, name in enumerate(names)
    )
    notes = tuple(Annotation(text=f"{LONG} {lang}", lon=lon, lat=45) for lon in (20.0, 50.0, 79.0))
    return replace(given, picture=replace(given.picture, places=places), annotations=notes)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", LETTERS)
def test_no_text_is_cut_by_the_frame_or_lies_on_another(lang, size):
    for given in (content(lang), crowded(lang), replace(content(lang), picture=None)):
        drawing = sheet_of(given, size=size)
        assert len(drawing.texts) > 10
        for text in drawing.texts:
            box = text.box
            assert box.left >= 0
            assert box.top >= 0
            assert box.right <= drawing.width
            assert box.bottom <= drawing.height
        assert overlaps(drawing.texts) == []


def test_of_hundreds_of_sources_those_that_fit_are_named_and_few_are_measured():
    named = tuple(
        Source(id=f"s{number}", citation=f"Railways: Timetable {number} of the line") for number in range(400)
    )
    width_px.cache_clear()
    told = " ".join(text.text for text in sheet_of(replace(content("kk"), sources=named)).texts)
    counts = [int(found) for found in re.findall(r"Timetable (\d+)", told)]
    assert counts == list(range(len(counts)))
    assert 2 < len(counts) < 30
    assert str(400 - len(counts)) in told.partition(f"Timetable {counts[-1]}")[2]
    assert width_px.cache_info().misses < 2000  # each of 400 lists was measured once, word by word


@pytest.mark.parametrize("size", SIZES)
def test_what_must_be_read_is_there_in_full(size):
    given = replace(content("kk"), data_version="1.2.3", data_date="2026-11-30", known_until="2026")
    told = " ".join(text.text for text in sheet_of(given, size=size).texts)
    for words in (given.sentence, given.doubt, given.conditions[1], *(one.text for one in given.figures)):
        assert all(word in told for word in words.replace("₂", "2").split()), words
    for words in ("1.2.3", "2026-11-30", "corridor.example.org", "Corridor Explorer"):
        assert words in told


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_a_png_has_the_size_that_was_asked_for(size, theme):
    made = Image.open(io.BytesIO(write(content(), form="png", size=size, theme=theme)))
    assert made.size == PIXELS[size]
    assert (sum(made.convert("RGB").getpixel((3, 400))) > 384) == (theme == "light")


def test_the_same_view_gives_the_same_bytes():
    for form in ("png", "svg", "picture-pdf"):
        assert write(content("sr"), form=form) == write(content("sr"), form=form)


@pytest.mark.parametrize("lang", LETTERS)
def test_a_pdf_is_one_sheet_whose_text_can_be_selected(lang):
    (page,) = PdfReader(io.BytesIO(write(content(lang), form="picture-pdf", size="a4"))).pages
    assert abs(float(page.mediabox.width) / 72 * 25.4 - 297) < 1
    assert abs(float(page.mediabox.height) / 72 * 25.4 - 210) < 1
    assert "16 d" in page.extract_text()


def test_an_svg_holds_hostile_words_as_text():
    made = write(content(text=f"<script>alert(1)</script> {HOSTILE}"), form="svg").decode()
    assert "<script" not in made
    assert "&lt;script&gt;" in made
    assert not re.search(r'(?:href|src)="(?!data:)', made)


def test_notes_are_drawn_with_arrows():
    plain, noted = content(), crowded("en")
    texts = [text.text for text in sheet_of(noted).texts]
    assert sum(LONG.split(maxsplit=1)[0] in text for text in texts) >= 3
    bare = replace(noted, annotations=())
    assert len(sheet_of(noted).shapes) >= len(sheet_of(bare).shapes) + 9
    assert sheet_of(plain).shapes == sheet_of(replace(plain)).shapes


def test_a_link_too_long_for_a_code_is_left_without_one():
    long = replace(content(), link="https://corridor.example.org/routes?q=" + "x" * 4000)
    assert len(sheet_of(long).shapes) == len(sheet_of(content()).shapes) - 2


def test_every_size_has_a_shape_and_others_are_refused():
    assert tuple(SHAPES) == SIZES
    for keys in ({"form": "gif"}, {"form": "png", "size": "a0"}, {"form": "png", "theme": "pink"}):
        with pytest.raises(QuestionError):
            write(content(), **keys)
    assert {"png", "svg", "picture-pdf", "html"} <= FORMS.keys()
