"""The registry of forms: every form writes, errors name what there is, files have telling names."""

from dataclasses import replace

import pytest
from sample_content import content

from corridor.errors import QuestionError
from corridor.publication.forms import FORMS, file_name, write


@pytest.mark.parametrize(
    ("form", "start"), [("pdf", b"%PDF-"), ("pptx", b"PK"), ("docx", b"PK"), ("zip", b"PK")]
)
def test_every_paper_writes(form, start):
    assert write(content(rows=3), form=form).startswith(start)
    assert FORMS[form].kind in {"document", "data"}


@pytest.mark.parametrize(
    "wrong", [{"form": "doc"}, {"form": "pdf", "size": "a5"}, {"form": "pdf", "theme": "x"}]
)
def test_a_wrong_form_size_or_theme_is_refused_with_the_right_ones(wrong):
    with pytest.raises(QuestionError, match="Choose from"):
        write(content(rows=1), **wrong)


def test_a_file_is_named_after_page_question_and_language():
    asked = replace(content("kk", rows=1), query="from=astana&to=belgrade&x=1")
    assert file_name(asked, "docx") == "corridor-routes-astana-belgrade-kk.docx"
    hostile = replace(asked, query="from=../../etc%2Fpasswd%0d%0aX&to=%22" + "a" * 200)
    name = file_name(hostile, "pdf")
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")
    assert len(name) < 90
