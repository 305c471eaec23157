"""Streamlit's own words in its widgets, put into the visitor's language by `static/own/language.js`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from ui.language.text import N_

if TYPE_CHECKING:
    from ui.language.text import Words

# As they are in the browser part of Streamlit; a test looks for them there. A `*` stands for any text.
WORDS = {
    "No results": N_("Nothing found"),
    "Choose an option": N_("Choose"),
    "Choose options": N_("Choose"),
    "Select all": N_("Select all"),
    "Select * matches": N_("Select all found: {value}"),
    "Clear all": N_("Clear all"),
    "Clear value": N_("Clear"),
    "Clear entry": N_("Clear"),
    "Clear date": N_("Clear"),
    "Open": N_("Open"),
    "Selected values": N_("Chosen"),
    "Selectbox options": N_("Options"),
    "Multiselect options": N_("Options"),
    "Remove *": N_("Remove: {value}"),
    "Press Enter to apply": N_("Press Enter to apply"),
    "Choose date": N_("Choose a date"),
    "Previous month": N_("Previous month"),
    "Next month": N_("Next month"),
    "Drag and drop files here": N_("Drag files here"),
    "* per file": N_("{value} per file"),
    "Upload": N_("Choose files"),
    "file upload": N_("Choose files"),
    "Add files": N_("Add files"),
    "yyyy": N_("yyyy"),
    "mm": N_("mm"),
    "dd": N_("dd"),
}


def carried(words: Words) -> str | None:
    """Return the words as JSON for the attribute that the script reads; None in English."""
    if words.lang == "en":
        return None
    table = {theirs: words.gettext(ours) for theirs, ours in WORDS.items()}
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))
