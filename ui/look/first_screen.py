"""The first screen of a page: one sentence that answers, then the map with the answer beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st
from markupsafe import Markup

from ui.look.markup import tag, together

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

    from corridor.publication.content import Basis

# Signs that end a sentence.
_ENDS = ".;:"
# Widths of the map and of what stands beside it, out of 100; below 1,100 pixels they stand under each other.
_MAP, _BESIDE = 69, 31


@dataclass(frozen=True, kw_only=True)
class Opening:
    """
    What a page opens with, in plain words: the page draws it, and every form that leaves the page says it.

    Attributes
    ----------
    sentence
        The answer with its range.
    doubt
        What is not sure about just this answer.
    basis
        How the answer is known, and until when.
    known
        The weakest basis of its figures; empty where it has none.
    """

    sentence: str
    doubt: str = ""
    basis: str = ""
    known: Basis = ""


def answer(
    sentence: object, *, mark: object | None = None, doubt: object | None = None, basis: object | None = None
) -> Markup:
    """
    Write the sentence with which a page opens.

    Parameters
    ----------
    sentence
        The answer with its range, in plain words and as short as it can be.
    mark
        Mark of the weakest basis of its figures.
    doubt
        What is not sure about just this answer; it stands in the same line, in the colour of warnings.
    basis
        One small line: how the answer is known, and until when.

    Returns
    -------
    Markup
        A paragraph in large type, with the small line below it.
    """
    doubtful = tag("span", doubt, class_="doubt") if doubt else None
    line = tag("p", with_mark(sentence, mark), " " if doubtful else None, doubtful, class_="cx-answer-line")
    small = tag("p", basis, class_="cx-answer-basis") if basis else None
    return tag("div", line, small, class_="cx-answer")


def with_mark(sentence: object, mark: object | None, *, class_: str = "cx-whole") -> object:
    """
    Put a mark right behind the last figure of a sentence, on its line, before the sign that ends it.

    Parameters
    ----------
    sentence
        The sentence; one that is markup already gets the mark at its end.
    mark
        The mark; None for none.
    class_
        Class of what is not broken: the last figure with its mark.
    """
    if mark is None or not isinstance(sentence, str) or isinstance(sentence, Markup):
        return together(sentence, mark)
    body = sentence.rstrip(_ENDS)
    before, blank, last = body.rpartition(" ")
    return together(before, blank, tag("span", last, mark, sentence[len(body) :], class_=class_))


def halves() -> tuple[DeltaGenerator, DeltaGenerator]:
    """Open the two halves of a first screen: the map's, and that of the answer beside it."""
    with st.container(key="first-screen"):
        left, right = st.columns([_MAP, _BESIDE], gap="medium")
    return left, right


def key_cards(*cards: object) -> Markup:
    """Stack cards of key figures beside a map; a list, so that readers hear how many there are."""
    return tag("ul", *cards, class_="cx-cards cx-beside")
