"""Other spellings of the places of a page, for what a visitor types into its lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.dataset.places import spellings
from corridor.memory.memo import Depends, remembered
from corridor.words.folding import folded_words
from ui.evidence.rows import by_id
from ui.language.text import Words
from ui.look.markup import tag

if TYPE_CHECKING:
    from markupsafe import Markup

    from corridor.dataset.tables import Dataset
    from ui.link.view import View


def carried(view: View) -> Markup:
    """
    Write the spellings of every place beside its name in the visitor's language.

    Streamlit's lists search their labels only. `static/own/picker.js` reads what this element carries, and
    finds a place by each of its spellings. It is an attribute of an element that is not shown, so neither
    sighted readers nor screen readers meet it.
    """
    return tag("span", hidden=True, data_spellings=_text(view.dataset, view.lang))


@remembered(depends_on=Depends.CLAIMS)
def _text(dataset: Dataset, lang: str) -> str:
    """Places, divided by semicolons; of each its name as shown, then its spellings, divided by bars."""
    nodes, words = by_id(dataset, "nodes"), Words(lang)
    return ";".join(
        "|".join(dict.fromkeys((folded_words(words.name(nodes[place])), *texts)))
        for place, texts in spellings(dataset).items()
    )
