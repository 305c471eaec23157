"""Every part of Partners opens with one sentence, in every language."""

import pytest

from ui.language.text import LANGUAGES
from ui.sections.partners import part_answer
from ui.server.share_answer import view_of

PARTS = ("papers", "promises", "mending", "minerals", "trade", "organisations")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_answers(part, lang):
    said = part_answer.opening(view_of("partners", {"part": [part], "lang": [lang]}))
    assert said.sentence.endswith(".")
    assert len(said.sentence) < 260
    assert not any(sign in f"{said.sentence}{said.doubt}" for sign in ("{", "None", "nan"))


def test_the_sentences_count_what_the_tables_hold():
    view = view_of("partners", {"part": ["organisations"]})
    assert str(len(view.dataset.organisations)) in part_answer.opening(view).sentence
    papers = part_answer.opening(view_of("partners", {"part": ["papers"]}))
    assert papers.sentence.startswith(f"{len(view.dataset.agreements)} papers")
