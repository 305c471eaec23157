"""The names of what claims speak of, as a reader of a language sees them, folded for search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corridor.memory.memo import Depends, remembered
from corridor.words.folding import folded
from ui.evidence import wording
from ui.evidence.rows import by_id
from ui.language.text import Words

if TYPE_CHECKING:
    from corridor.dataset.tables import Dataset


@remembered(depends_on=Depends.CLAIMS)
def claim_names(dataset: Dataset, lang: str) -> tuple[str, ...]:
    """
    Return the folded names of subject and quantity of each claim, worked out once for each language.

    Parameters
    ----------
    dataset
        The route dataset.
    lang
        Language of the reader.

    Returns
    -------
    tuple of str
        In the order of the claims table.
    """
    words = Words(lang)
    quantities, nodes = by_id(dataset, "quantities"), by_id(dataset, "nodes")
    tables = {type_: by_id(dataset, table) for type_, table in wording.TABLE_OF.items()}

    def named(type_: str, id_: str) -> str:
        row = tables[type_][id_]
        ends = (words.name(nodes[row[end]]) for end in ("from_node", "to_node") if row.get(end) in nodes)
        return " ".join((words.name(row), *ends))

    claims = dataset.claims
    cells = zip(claims["subject_type"], claims["subject_id"], claims["quantity"], strict=True)
    return tuple(
        folded(f"{named(type_, id_)} {words.name(quantities[quantity])}") for type_, id_, quantity in cells
    )
