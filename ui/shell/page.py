"""What stands round every page: header with the share panel, notices about the address, footer."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from corridor.picture.palette import PAGE, PAGE_BY_SCHEME, as_scheme_variables, as_variables
from ui.evidence import ageing, spelled_names
from ui.language.text import LANGUAGES, Words
from ui.link import address, nav
from ui.link import own as own_data
from ui.link.state import encode, moved
from ui.link.travel import travelling
from ui.link.view import View
from ui.look import signs
from ui.look.chart_notes import tell_left_out
from ui.look.links import way
from ui.look.markup import tag, together
from ui.serving.assets import STATIC, versioned
from ui.serving.sheets import UP, imported, sheet, sheet_of
from ui.settings import sign_in
from ui.share import panel
from ui.shell import footer, own_banner, question_bar, since, streamlit_words

if TYPE_CHECKING:
    from markupsafe import Markup

    from ui.link.state import Notice

# In this order, later sheets win. Those of single pages stand beside their sections.
_STYLES = (
    "serving/streamlit.css",
    "shell/shell.css",
    "look/components.css",
    "look/charts.css",
    "sections/sources/sources.css",
    "sections/own_data/own.css",
    "sections/partners/partners.css",
    "share/share.css",
    "look/forced.css",
    "shell/downloads.css",
)
_UI = Path(__file__).resolve().parents[1]
_SHOWN_NOTICES = 5


def open_page(name: str) -> View:
    """
    Draw what stands above a page.

    Parameters
    ----------
    name
        Name of the page in `ui.link.nav`.

    Returns
    -------
    View
        State, words and data of the visit.
    """
    parsed = address.arrived(name)
    data, own = own_data.shown(), own_data.current()
    view = View(
        page=name,
        state=parsed.state,
        words=Words(parsed.state.lang),
        lang=parsed.state.lang,
        dark=st.context.theme.type == "dark",
        embed=bool(st.context.is_embedded),
        dataset=data,
        data_token=own.token if own else f"{data.version}-{data.content_hash}",
        own=own.name if own else "",
    )
    _ = view.words.gettext
    st.set_page_config(
        page_title=f"{_(nav.entry(name).title)} · {_('Corridor Explorer')}",
        page_icon=str(STATIC / "icons" / "mark.png"),
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    st.html(imported(styles()))
    st.html(f"<style>{_palette(dark=view.dark)}</style>")
    _header(view)
    question_bar.draw(view)
    own_banner.draw(view)
    _notices(view, parsed.notices)
    if not any(notice.problem == "other-data" for notice in parsed.notices):
        return view
    view = replace(view, since=st.empty())
    since.draw(view)
    return view


def close_page(view: View) -> None:
    """Draw what stands below a page."""
    tell_left_out(view)
    footer.draw(view)


def _header(view: View) -> None:
    """Draw the bar with the name, the pages, the share panel and the language picker."""
    _ = view.words.gettext
    if view.embed:
        _frame_header(view)
        return
    kept = menu_keys(view)
    with st.container(key="site-header", horizontal=True, vertical_alignment="center", gap="small"):
        name = tag(
            "span",
            _("Corridor Explorer"),
            class_="site-name",
            lang=view.lang,
            data_skip=_("Skip to the content"),
            data_words=streamlit_words.carried(view.words),
        )
        known = ageing.known_words(view)
        until = tag("span", known, class_="site-known", lang=view.lang) if known else None
        paper = question_bar.on_paper(view)
        st.html(together(name, until, paper, _lost(view), spelled_names.carried(view)), width="content")
        with st.container(key="site-pages", horizontal=True, vertical_alignment="center", gap=None):
            for page in nav.MENU:
                title = f"**{_(page.title)}**" if page.name == view.page else _(page.title)
                st.page_link(nav.streamlit_page(page.name), label=title, query_params=kept)
            st.html(together(_stories(view), _sign_out(view)), width="content")
        with st.container(key="site-share", width="content"):
            st.html(panel.button(view), width="content")
        if sign_in.is_asked_for():
            with st.container(key="site-sign-out", width="content"):
                st.html(together(_sign_out(view)), width="content")
        with st.container(key="site-language", width=168):
            st.selectbox(
                _("Language"),
                list(LANGUAGES),
                format_func=LANGUAGES.__getitem__,
                label_visibility="collapsed",
                filter_mode=None,
                **address.bound(view.state, "lang"),
            )


def menu_keys(view: View) -> dict[str, str]:
    """Keys with which the menu opens each page: the question, nothing of what is chosen on this page."""
    return encode(moved(travelling(view.state), own=bool(view.own)))


def _lost(view: View) -> Markup:
    """Hold the words for a lost connection; ``static/own/reconnect.js`` shows them when it comes to that."""
    words = view.words.gettext("The connection is lost. The page stays readable and comes back by itself.")
    return tag("span", words, class_="site-lost-words", lang=view.lang, hidden=True)


def _stories(view: View) -> Markup:
    """Link the stories, which are no page of Streamlit's."""
    there = f"./{nav.STORIES}?lang={view.lang}"
    return tag("a", view.words.gettext("Stories"), href=there, class_="site-stories", lang=view.lang)


def _sign_out(view: View) -> Markup | None:
    """Link to where a visit of an invited person ends, beside the language or at the end of the menu."""
    if not sign_in.is_asked_for():
        return None
    there = f".{sign_in.END}?lang={view.lang}"
    return tag("a", view.words.gettext("Sign out"), href=there, class_="site-sign-out", lang=view.lang)


def _frame_header(view: View) -> None:
    """Draw the bar of a page in a frame of another page: the name, and the way to the whole."""
    _ = view.words.gettext
    name = together(tag("span", _("Corridor Explorer"), class_="site-name", lang=view.lang), _lost(view))
    whole = way(view, view.page, _("Open the whole dashboard"), target="_blank")
    st.html(tag("div", name, whole, spelled_names.carried(view), class_="site-framed"))


def _notices(view: View, notices: tuple[Notice, ...]) -> None:
    """Tell the visitor which keys of the address could not be used; what other data means, `since` tells."""
    notices = tuple(notice for notice in notices if notice.problem != "other-data")
    if not notices:
        return
    _n = view.words.ngettext
    items = [f"<li>{escape(_worded(view, notice))}</li>" for notice in notices[:_SHOWN_NOTICES]]
    more = len(notices) - _SHOWN_NOTICES
    if more > 0:
        text = _n("and {count} more part of the link", "and {count} more parts of the link", more)
        items.append(f"<li>{escape(text.format(count=more))}</li>")
    st.html(f'<div class="site-notices" role="status" lang="{view.lang}"><ul>{"".join(items)}</ul></div>')


def _worded(view: View, notice: Notice) -> str:
    """Word one notice."""
    _ = view.words.gettext
    texts = {
        "malformed": _("The link has {key}={value}, which cannot be read. It was ignored."),
        "unknown": _("The link has {key}={value}, which does not exist here. It was ignored."),
        "too-long": _("The link’s value for {key} is too long. It was ignored."),
        "repeated": _("The link has {key} more than once, with different values. It was ignored."),
        "unknown-key": _("The link has {key}, which this page does not use. It was ignored."),
        "newer-link": _(
            "The link was made by a newer version of Corridor Explorer. Parts of it may be missing."
        ),
        "own-data": _(
            "The link was made with a visitor’s own data, which no link carries. You see the published data."
        ),
    }
    return texts[notice.problem].format(key=notice.key, value=notice.value)


@cache
def styles() -> str:
    """Serve what all pages look like as one style sheet; give its address."""
    mark = f".site-name{{--mark:url({UP}{versioned('icons/mark.svg').removeprefix('app/static/')})}}"
    rules = [mark, signs.symbols(), *((_UI / name).read_text(encoding="utf-8") for name in _STYLES)]
    return sheet("pages", "\n".join(rules))


def later_styles() -> list[str]:
    """Serve the style sheets of single pages; give their addresses."""
    return [sheet_of(file) for file in sorted(_UI.glob("sections/*/*.css")) if _name(file) not in _STYLES]


def _name(file: Path) -> str:
    """Path of a style sheet below the folder of the pages' code."""
    return file.relative_to(_UI).as_posix()


@cache
def _palette(*, dark: bool) -> str:
    """Colours of the theme as CSS variables; the rest of the style sheets names no colour."""
    variables = as_variables(PAGE, dark=dark) + as_scheme_variables(PAGE_BY_SCHEME)
    return f":root{{{variables}}}"
