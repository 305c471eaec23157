"""The part of the page Your own data where files come in and an exploration begins."""

from __future__ import annotations

import hashlib
import io
import tempfile
import threading
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import streamlit as st

from corridor.dataset import template as empty_package
from corridor.dataset.schema import read_package
from corridor.intake import Intake, Upload, limits, take_in
from corridor.intake.upload import Rest
from ui.language import format as fmt
from ui.language.text import LANGUAGES, N_, Words
from ui.link import address, nav
from ui.link import own as own_data
from ui.look.markup import tag, together
from ui.serving.uploads import release_visit
from ui.settings.dataset import dataset, folder, token_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from markupsafe import Markup

    from corridor.dataset.tables import Dataset
    from ui.link.view import View

# Workbooks of other kinds may be chosen, so that the report can say in the visitor's language what to do.
ENDINGS = ("zip", "csv", "tsv", "txt", "xlsx", "geojson", "json", "xls", "xlsm", "xlsb", "ods", "numbers")
PAGE = "own-data"
TEMPLATE = "my-routes"
_INTAKE = "own-intake"
_ONE_BY_ONE = threading.Lock()
_REST = {
    "shipped": N_("Keep the published ones"),
    "empty": N_("Leave them empty (but countries and quantities)"),
}


def lead_words(view: View) -> str:
    """Say in plain words what the page is for."""
    return view.words.gettext("Bring your own tables: see what is wrong with them, then explore with them.")


def what_to_bring(view: View) -> Markup:
    """List the forms that are read and the limits."""
    return tag("ul", *(tag("li", item) for item in forms(view)), class_="own-list")


def forms(view: View) -> tuple[str, ...]:
    """Say in plain words which forms are read, and the limits."""
    _ = view.words.gettext
    return (
        _("A zip archive of the whole package, as the download gives it."),
        _("Or single tables as CSV or XLSX, each file or sheet named after its table: nodes, legs, claims …"),
        _("Or GeoJSON: points with node_id for nodes, lines with leg_id for the course of legs."),
        _(
            "The columns are those of the published tables; "
            "the empty template has them all, with an explanation."
        ),
        _("At most {size} MB and {rows} rows a table. Workbooks with macros are not opened.").format(
            size=limits.UPLOAD_BYTES // limits.MB, rows=fmt.number(limits.ROWS, view.lang)
        ),
    )


def template(view: View) -> None:
    """Offer the empty package."""
    st.download_button(
        view.words.gettext("Download the empty template"),
        _template(token_of(dataset())),
        file_name=f"{TEMPLATE}.zip",
        mime="application/zip",
        on_click="ignore",
        key="own-template",
    )


def choose_files(view: View) -> Intake | None:
    """Let the visitor choose files; read them once for each choice."""
    _ = view.words.gettext
    files = st.file_uploader(
        _("One zip archive, or any number of tables"),
        type=list(ENDINGS),
        accept_multiple_files=True,
        key="own-files",
    )
    rest: Rest = st.radio(
        _("Tables that you do not bring"),
        get_args(Rest),
        format_func=lambda one: _(_REST[one]),
        horizontal=True,
        key="own-rest",
    )
    if not files:
        st.session_state.pop(_INTAKE, None)
        return None
    uploads = [Upload(file.name, file.getvalue()) for file in files]
    digest = _digest(uploads, rest)
    known = st.session_state.get(_INTAKE)
    if known is None or known[0] != digest:
        with st.spinner(_("Checking every row …")):
            known = (digest, _taken(uploads, rest))
        st.session_state[_INTAKE] = known
    found: Intake = known[1]
    return found


def offer(view: View, intake: Intake) -> None:
    """Let the visitor explore with usable data, or go on to the pages."""
    _ = view.words.gettext
    if intake.dataset is None:
        return
    own = own_data.current()
    if own is None or own.dataset is not intake.dataset:
        st.button(
            _("Explore this data in this session"),
            type="primary",
            key="own-explore",
            on_click=explore,
            args=(intake.name, intake.dataset),
        )
        return
    keys = {"lang": view.lang, "own": "1"}
    with st.container(key="own-go"):
        st.page_link(
            nav.streamlit_page("corridor"),
            label=_("You are exploring your own data. Open the page Corridor"),
            query_params=keys,
        )


def explore(name: str, data: Dataset) -> None:
    """Begin to show these data, with an address that says so."""
    own_data.explore(name, data)
    address.write()


def release() -> None:
    """Let the files go that the page held: a visitor who comes back to it brings them anew."""
    if st.session_state.pop(_INTAKE, None) is not None:
        release_visit()


def promise(view: View) -> Markup:
    """Say what happens to the files."""
    _ = view.words.gettext
    items = (
        _("They stay in the memory of the server for this visit. Nothing is written to disk or sent on."),
        _("No other visitor sees them. They are gone when you leave them, reload the page or close it."),
        _("They are not part of a link: whoever opens your link sees the published data, and is told so."),
        _("Nothing in them is run: no macro, no formula, no script."),
        _("The API and its downloads always give the published data."),
    )
    return together(tag("ul", *(tag("li", item) for item in items), class_="own-list"))


def _taken(uploads: Sequence[Upload], rest: Rest) -> Intake:
    """Read one upload at a time, so that a large one slows no other visitor twice."""
    with _ONE_BY_ONE:
        return take_in(uploads, base=folder(), rest=rest, titles=_titles(token_of(dataset())))


@lru_cache(maxsize=2)
def _titles(_token: str) -> Mapping[str, frozenset[str]]:
    """Titles of the columns in every language, by the English one: our workbooks can be had with either."""
    words = [Words(lang) for lang in LANGUAGES]
    tables = read_package(folder()).tables.values()
    titles = {column.title for table in tables for column in table.columns}
    return {title: frozenset(word.gettext(title) for word in words) for title in titles}


def _digest(uploads: Sequence[Upload], rest: str) -> str:
    """Tell one choice of files from another."""
    digest = hashlib.sha256(rest.encode())
    for upload in uploads:
        digest.update(hashlib.sha256(upload.name.encode(errors="replace")).digest())
        digest.update(hashlib.sha256(upload.content).digest())
    return digest.hexdigest()


@lru_cache(maxsize=2)
def _template(_token: str) -> bytes:
    """Pack the empty package, once for the server."""
    packed = io.BytesIO()
    with (
        tempfile.TemporaryDirectory() as place,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        made = Path(place) / TEMPLATE
        empty_package.new(made, schema=folder())
        for file in sorted(made.iterdir()):
            archive.write(file, f"{TEMPLATE}/{file.name}")
    return packed.getvalue()
