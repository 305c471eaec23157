"""The panel at the end of a page: take everything along, or what you see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import streamlit as st

from corridor.brief.bundle import bundle
from corridor.brief.provenance import with_sources
from corridor.columns.computed import COMPUTED
from ui.api.routes import ROOT, everything
from ui.content.conditions import conditions, file_words
from ui.language.text import LANGUAGES, SOURCE_LANGUAGE
from ui.link import address, own
from ui.link.state import encode
from ui.look.markup import tag, together
from ui.shell import since

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from ui.evidence.shown import Shown
    from ui.link.view import View

_ZIP = "application/zip"


def panel(view: View, *, name: str, frames: Shown) -> None:
    """
    Draw the two downloads of a page, and the addresses of its tables.

    Both are one zip with CSV, GeoJSON, GeoParquet, a workbook, the descriptor, README, licences and citation.
    They are made when they are asked for, not before.

    Parameters
    ----------
    view
        The visit.
    name
        Name of the page, for the file's name and the keys of the widgets.
    frames
        What the page shows.
    """
    _ = view.words.gettext
    since.draw(view, frames)
    stem = f"{view.dataset.package.name}-{view.dataset.version}"
    st.header(_("Downloads"), anchor=False)
    whole, seen = st.columns(2, gap="medium", border=True)
    with whole:
        words = _("All {count} tables with all rows, lines of the legs and points of the nodes.")
        st.html(_choice(_("Everything"), words.format(count=len(view.dataset.package.tables))))
        language = _language(view, name)
        st.download_button(
            _("Download everything"),
            _everything(view, language),
            f"{stem}.zip",
            _ZIP,
            key=f"take-everything-{name}",
            on_click="ignore",
        )
    with seen:
        words = _("The tables of this page as they stand now, and every claim and source behind them.")
        st.html(_choice(_("What you see"), words))
        st.download_button(
            _("Download what you see"),
            _what_you_see(view, frames),
            f"{stem}-{'-'.join([name, *file_words(view)])}.zip",
            _ZIP,
            key=f"take-seen-{name}",
            on_click="ignore",
        )
    st.html(tag("div", tag("p", _contents(view)), _twins(view, frames), class_="cx-twins"))


def _language(view: View, name: str) -> str | None:
    """Ask for column titles in the visitor's language; None for the column names."""
    if view.lang == SOURCE_LANGUAGE:
        return None
    _ = view.words.gettext
    label = _("Column titles of the workbook: {language}").format(language=LANGUAGES[view.lang])
    return view.lang if st.checkbox(label, key=f"take-titles-{name}") else None


def _choice(title: str, words: str) -> Markup:
    """Write what one of the downloads holds."""
    return tag("div", tag("h3", title), tag("p", words), class_="cx-take")


def _contents(view: View) -> str:
    """Say what is in both."""
    _ = view.words.gettext
    contents = _(
        "Each is one zip: CSV, GeoJSON and GeoParquet, an Excel workbook, a description of every column, "
        "README, licences and how to cite."
    )
    if own.current() is not None:
        return contents
    return f"{contents} {_('Tables: CC BY 4.0. Lines of legs: ODbL 1.0.')}"


def _twins(view: View, frames: Shown) -> Markup | None:
    """Link the tables' addresses under the API, which serves the data of the server and nobody's own."""
    if not frames.addresses or own.current() is not None:
        return None
    _ = view.words.gettext
    links = [
        tag("li", _title(view, table), " ", _twin(path, "csv"), " · ", _twin(path, "json"))
        for table, path in frames.addresses
    ]
    lead = tag("p", _("Each table also has an address of its own, for spreadsheets and programs:"))
    more = tag("a", _("all addresses"), href=f"{ROOT.removeprefix('/')}/")
    return together(lead, tag("ul", *links, tag("li", more)))


def _title(view: View, table: str) -> str:
    """Title of a table in the visitor's language."""
    known = view.dataset.package.tables
    return view.words.gettext((COMPUTED if table in COMPUTED else known)[table].title)


def _twin(path: str, form: str) -> Markup:
    """Link one form of a table."""
    stem, mark, query = path.partition("?")
    return tag(
        "a", form.upper(), href=f"{ROOT.removeprefix('/')}/{stem}.{form}{mark}{query}", target="_blank"
    )


def _everything(view: View, language: str | None) -> Callable[[], bytes]:
    """Make the zip of everything when it is asked for; that of the server's own data is made once."""
    data, translate = view.dataset, view.words.gettext
    if own.current() is None:
        return lambda: everything(data, language)
    return lambda: bundle(data, title_language=language, translate=translate)


def _what_you_see(view: View, frames: Shown) -> Callable[[], bytes]:
    """Make the zip of a page when it is asked for."""
    data, seen = view.dataset, described(view)

    def made() -> bytes:
        tables = with_sources(data, frames.tables())
        rows = {name: len(frame) for name, frame in tables.items()}
        return bundle(
            data,
            frames=tables,
            view={**seen, "choice": frames.choice, "tables": rows},
            reader=view,
        )

    return made


def described(view: View) -> dict[str, Any]:
    """Say what a visitor sees: the page, its address, the keys that stand in it, the data."""
    keys = encode(address.stamped(view.state))
    return {
        "page": view.page,
        "url": f"{st.context.url or ''}?{urlencode(keys)}",
        "filters": keys,
        "conditions": list(conditions(view)),
        "own_data": own.current() is not None,
        "data_version": view.dataset.version,
        "content_hash": view.dataset.content_hash,
    }
