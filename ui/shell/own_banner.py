"""The band that says on every page that a visitor sees their own data, with the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from ui.language.text import Words
from ui.link import address, own
from ui.look.markup import tag
from ui.sections.own_data import upload

if TYPE_CHECKING:
    from ui.link.view import View


def draw(view: View) -> None:
    """Draw the band, if the visitor sees their own data; files that were not explored with are let go."""
    if view.page != upload.PAGE:
        upload.release()
    if not view.own:
        return
    _ = view.words.gettext
    with st.container(key="own-banner", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(
            tag(
                "p",
                tag("strong", _("Your own data:")),
                " ",
                tag("bdi", view.own),
                ". ",
                _(
                    "Only you see them, for this visit. "
                    "A link or a download from the API shows the published data."
                ),
                class_="own-words",
                role="status",
                lang=view.lang,
            ),
            width="stretch",
        )
        st.button(_("Leave your own data"), key="own-leave", on_click=leave)


def sorry() -> None:
    """Say that a page could not be drawn with the visitor's own data, in place of an error."""
    _ = Words(address.current().state.lang).gettext
    st.warning(
        _(
            "This page cannot be shown with your own data: something that it needs is missing. "
            "The other pages may work. Leave your own data to see this page again."
        )
    )


def leave() -> None:
    """Go back to the data of the server, with an address that says so."""
    own.leave()
    address.write()
