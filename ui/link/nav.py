"""The list of pages."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from corridor.dataset.shipped import ROOT
from ui.language.text import N_

PAGES_FOLDER = ROOT / "pages"
# Where parts of views for frames, and the list of stories, lie beside the pages.
PARTS_FOLDER, STORIES = "embed", "stories"


@dataclass(frozen=True)
class PageEntry:
    """
    One page: its name in the address, its title (a msgid), its file. The first page lives at ``/``.

    One that is not in the menu is linked from the foot of every page.
    """

    name: str
    title: str
    file: str
    in_menu: bool = True

    @property
    def path(self) -> str:
        """Path of the page in the address, without the leading slash."""
        return "" if self is ENTRIES[0] else self.name


ENTRIES = (
    PageEntry(name="overview", title=N_("Overview"), file="overview.py"),
    PageEntry(name="routes", title=N_("Routes"), file="routes.py"),
    PageEntry(name="compare", title=N_("Compare"), file="compare.py"),
    PageEntry(name="corridor", title=N_("Corridor"), file="corridor.py"),
    PageEntry(name="scenarios", title=N_("Scenarios"), file="scenarios.py"),
    PageEntry(name="flights", title=N_("Flights"), file="flights.py"),
    PageEntry(name="connectivity", title=N_("Connectivity"), file="connectivity.py"),
    PageEntry(name="partners", title=N_("Partners"), file="partners.py"),
    PageEntry(name="sources", title=N_("Sources and data"), file="sources.py"),
    PageEntry(name="method", title=N_("Method"), file="method.py", in_menu=False),
    PageEntry(name="own-data", title=N_("Your own data"), file="own_data.py"),
)

MENU = tuple(page for page in ENTRIES if page.in_menu)


def entry(name: str) -> PageEntry:
    """Look up a page by its name.

    Raises
    ------
    KeyError
        If there is no such page.
    """
    return next((page for page in ENTRIES if page.name == name), None) or _missing(name)


def streamlit_pages() -> list[st.Page]:
    """All pages as Streamlit wants them, for the entry script's ``st.navigation``; new ones for each run."""
    return [streamlit_page(page.name) for page in ENTRIES]


def streamlit_page(name: str) -> st.Page:
    """
    One page as Streamlit wants it, for ``st.navigation`` or for ``st.page_link``.

    Made anew for each run: ``st.navigation`` marks the page that it returns as callable, and the run takes
    the mark away. Two visitors who share a page take it away from each other, and one of them reads
    "This page cannot be called directly".
    """
    page = entry(name)
    is_first = page is ENTRIES[0]
    return st.Page(
        PAGES_FOLDER / page.file, title=page.title, url_path=None if is_first else page.name, default=is_first
    )


def _missing(name: str) -> PageEntry:
    """Say which pages there are."""
    message = f"There is no page {name!r}; there are {', '.join(page.name for page in ENTRIES)}."
    raise KeyError(message)
