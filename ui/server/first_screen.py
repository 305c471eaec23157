"""The first screen as HTML within the document: what the view says, before and without any script."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from markupsafe import Markup

from corridor.picture import palette
from corridor.picture.lettering import DRAWING
from corridor.publication.compact_map import PHONE, WIDTH, compact_map
from ui.api.response import ROOT
from ui.language import format as fmt
from ui.link.nav import MENU, STORIES
from ui.link.state import encode
from ui.link.travel import travelling
from ui.look.first_screen import with_mark
from ui.look.markup import tag, together
from ui.look.modes import BASIS
from ui.server.plain_page import font_rules
from ui.serving.assets import STATIC

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corridor.publication.content import Cell, Content, Figure, Table
    from ui.link.view import View

MAX_ROWS, MAX_TABLES = 40, 2
# Of each page: the height of its map, and the room of its choices above that, on a screen and on a phone.
_LAYOUTS: Mapping[str, tuple[int, int, int]] = {
    "overview": (520, 0, 24),
    "routes": (480, 143, 480),
    "compare": (440, 155, 390),
    "scenarios": (430, 161, 280),
    "corridor": (430, 80, 253),
    "flights": (480, 80, 246),
    "connectivity": (440, 134, 291),
    "partners": (460, 177, 281),
}
# The same of the other parts of the page Scenarios, whose choices differ.
_ROOMS: Mapping[str, tuple[int, int]] = {
    "sure": (130, 235),
    "much": (129, 235),
    "fix": (129, 336),
    "lost": (50, 155),
}
_SHEET = Path(__file__).with_suffix(".css")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*([{};,>])\s*|(?<=:)\s+|\s+")
_TONES = {
    "paper": palette.PAPER,
    "ink": palette.INK,
    "soft": palette.INK_SOFT,
    "accent": palette.ACCENT,
    "link": palette.LINK,
    "rule": palette.RULE,
    "sea": palette.SEA,
    "warn": palette.WARN,
    "warn-paper": palette.WARN_PAPER,
}
# Until our font has come, Arial and its kin stand in for it, as wide and as high as it is: so the lines break
# where they will break. The widths are means over the texts of all languages, regular and semibold.
_STANDING_IN = "".join(
    f'@font-face{{font-family:"Inter Standing In";font-weight:{weights};src:{names};size-adjust:{wider}%;'
    f"ascent-override:{9687.5 / wider:.1f}%;descent-override:{2412 / wider:.1f}%;line-gap-override:0%}}"
    for weights, wider, names in (
        ("100 550", 106.5, 'local("Arial"),local("Liberation Sans"),local("Roboto")'),
        ("551 900", 101.8, 'local("Arial Bold"),local("Liberation Sans Bold"),local("Roboto Bold")'),
    )
)


def first_screen(
    view: View, content: Content, *, is_embedded: bool = False, is_phone: bool = False
) -> Markup:
    """
    Write the first screen of a view.

    Parameters
    ----------
    view
        The visit: where its links lead.
    content
        What the view says.
    is_embedded
        Whether the page stands in a frame of another page, which has no menu.
    is_phone
        Whether the map is drawn for a phone.

    Returns
    -------
    Markup
        A style sheet and one element, which the live page takes away when it is drawn.
    """
    with DRAWING:
        drawn = _map(content, is_phone=is_phone)
    known = view.words.gettext("Known until {month}").format(month=content.known_until)
    conditions = [condition for condition in content.conditions if condition != known]
    _height, room, phone = _LAYOUTS.get(content.page, _LAYOUTS["overview"])
    if content.page == "scenarios":
        room, phone = _ROOMS.get(view.state.lab, (room, phone))
    page = tag(
        "div",
        _header(view, content, is_embedded=is_embedded),
        tag(
            "main",
            tag("h1", content.title),
            _sentence(content),
            tag(
                "ul",
                *(tag("li", condition) for condition in conditions),
                class_="cxf-asked",
                style=f"--f-room:{room}px;--f-room-phone:{phone}px",
            )
            if conditions or room or phone
            else None,
            _unreached(view, content),
            tag("div", drawn, _cards(view, content), class_="cxf-halves")
            if content.figures or drawn
            else None,
            *(_table(view, table) for table in content.tables[:MAX_TABLES]),
            _marks(view),
        ),
        _footer(view, content),
        class_="cxf-page",
    )
    screen = tag("div", page, id="cx-first", lang=content.lang, tabindex="-1")
    return together(tag("style", Markup(_sheet())), screen)  # noqa: S704 - a sheet of ours


def _header(view: View, content: Content, *, is_embedded: bool) -> Markup:
    """Write the bar: the name, until when the world is known, the pages."""
    _ = view.words.gettext
    known = _("Known until {month}").format(month=content.known_until) if content.known_until else ""
    name = tag("span", Markup(_mark()), _("Corridor Explorer"), class_="cxf-name")  # noqa: S704 - a file of ours
    pages = [
        tag(
            "li",
            tag(
                "a",
                _(entry.title),
                href=_address(entry.path, urlencode(encode(travelling(view.state)))),
                aria_current="page" if entry.name == content.page else None,
            ),
        )
        for entry in MENU
    ]
    there = _address(STORIES, urlencode({"lang": view.lang}))  # they need no live page at all
    pages.append(tag("li", tag("a", _("Stories"), href=there)))
    top = tag("div", name, tag("span", known, class_="cxf-known"), class_="cxf-top")
    if is_embedded:
        return tag("header", top, class_="cxf-bar")
    menu = tag("nav", tag("ul", *pages, class_="cxf-pages"), aria_label=_("Pages"))
    return tag("header", top, menu, class_="cxf-bar")


def _sentence(content: Content) -> Markup:
    """Write the answer, its doubt in the same line, and how it is known."""
    doubt = tag("span", " ", content.doubt, class_="cxf-doubt") if content.doubt else None
    room = tag("i", class_="cxf-mark") if content.known else None  # of the mark that the live page has there
    return together(
        tag("p", with_mark(content.sentence, room, class_="cxf-whole"), doubt, class_="cxf-line"),
        tag("p", content.basis, class_="cxf-basis") if content.basis else None,
    )


def _unreached(view: View, content: Content) -> Markup:
    """Say that there is no live part, hidden until a script finds so; without scripts, it is said at once."""
    _ = view.words.gettext
    said = tag("span", _("The live page cannot be reached. What stands here is complete."))
    links = _files(view, content)
    return together(
        tag("p", said, *links, class_="cxf-out", role="status", hidden=True),
        tag("noscript", tag("p", said, *links, class_="cxf-out")),
    )


def _files(view: View, content: Content) -> list[Markup]:
    """Links to the view as a file, and to all data."""
    _ = view.words.gettext
    own = _address(f"brief/{content.page}.html", content.query)
    return [
        tag("a", _("This page as a file"), href=own),
        tag("a", _("All data (zip)"), href=_address(f"{ROOT.removeprefix('/')}/package.zip", "")),
    ]


def _map(content: Content, *, is_phone: bool) -> Markup | None:
    """Draw the map; what it shows in words is its name."""
    if content.picture is None:
        return None
    height, _room, _phone = _LAYOUTS.get(content.page, _LAYOUTS["overview"])
    size = PHONE if is_phone else (WIDTH, height)
    drawn = compact_map(content.picture, label=content.picture_text, lang=content.lang, size=size)
    notes = [tag("li", line) for line in content.note_lines]
    caption = tag("figcaption", tag("ul", *notes) if notes else None, content.picture.credits)
    element = Markup(drawn)  # noqa: S704 - its texts are escaped
    return tag("figure", element, caption, class_="cxf-map" if is_phone else "cxf-map is-wide")


def _cards(view: View, content: Content) -> Markup | None:
    """Write the headline figures."""
    if not content.figures:
        return None
    return tag("ul", *(_card(view, figure) for figure in content.figures), class_="cxf-cards")


def _card(view: View, figure: Figure) -> Markup:
    """Write one headline figure with its range, its basis and its doubt."""
    basis = view.words.gettext(BASIS[figure.basis].label) if figure.basis else ""
    facts = ", ".join(part for part in (figure.range_text, basis) if part)
    return tag(
        "li",
        tag("h2", figure.name),
        tag("p", figure.text, class_="cxf-value"),
        tag("p", facts) if facts else None,
        tag("p", figure.doubt, class_="cxf-doubt") if figure.doubt else None,
        class_="cxf-card",
    )


def _table(view: View, table: Table) -> Markup:
    """Write one table; of a long one the first rows, and how many more there are."""
    if not table.rows:
        return tag("section", tag("h2", table.title), tag("p", table.note), class_="cxf-part")
    numbers = [any(row[at].number is not None for row in table.rows) for at in range(len(table.heads))]
    heads = [
        tag("th", head, scope="col", class_="n" if is_number else None)
        for head, is_number in zip(table.heads, numbers, strict=True)
    ]
    lines = [tag("tr", *_cells(table, row, numbers)) for row in table.rows[:MAX_ROWS]]
    rest = len(table.rows) - len(lines)
    words = view.words.ngettext("{count} more row", "{count} more rows", rest)
    notes = [table.note, words.format(count=fmt.number(rest, view.lang)) if rest else ""]
    note = " ".join(part for part in notes if part)
    return tag(
        "section",
        tag("h2", table.title),
        tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *lines)),
        tag("p", note, class_="cxf-note") if note else None,
        class_="cxf-part",
    )


def _cells(table: Table, row: tuple[Cell, ...], numbers: list[bool]) -> Iterator[Markup]:
    """Write the cells of a row, the first one of words as its head."""
    head = next((at for at, is_number in enumerate(numbers) if not is_number), 0)
    for at, (cell, is_number) in enumerate(zip(row, numbers, strict=True)):
        sign = f" {BASIS[cell.basis].sign}" if cell.basis else ""
        text = f"{cell.text}{sign}" if cell.text else ""
        if at == head:
            yield tag("th", text, scope="row")
        else:
            yield tag("td", text, data_label=table.heads[at], class_="n" if is_number else None)


def _marks(view: View) -> Markup:
    """Say what the signs behind figures mean."""
    _ = view.words.gettext
    told = (f"{mark.sign} {_(mark.label)}: {_(mark.meaning)}" for mark in BASIS.values())
    return tag("p", " · ".join(told), class_="cxf-key")


def _footer(view: View, content: Content) -> Markup:
    """Write the date of the data, and where the view lies as a file."""
    _ = view.words.gettext
    date = fmt.partial_date(content.data_date, view.lang)
    version = _("Data of {date}, version {version}").format(date=date, version=content.data_version)
    links = [part for link in _files(view, content) for part in (" · ", link)]
    return tag("footer", version, *links, class_="cxf-foot")


def _address(path: str, query: str) -> str:
    """Write an address relative to the page's own, which lies right below the server's root."""
    return f"./{path}?{query}" if query else f"./{path}"


@cache
def _mark() -> str:
    """Give the site's sign, to stand in the page itself."""
    text = (STATIC / "icons" / "mark.svg").read_text(encoding="utf-8")
    return text[text.index("<svg") :].replace("<svg", '<svg aria-hidden="true"', 1).strip()


@cache
def _sheet() -> str:
    """Give the style sheet: colours of both themes, then the rules, without what only people read."""
    light, dark = (
        "".join(f"--f-{name}:{tone.of(dark=is_dark)};" for name, tone in _TONES.items())
        for is_dark in (False, True)
    )
    faces = font_rules("./").replace("\n", "") + _STANDING_IN
    rules = _SPACE.sub(lambda found: found[1] or " ", _COMMENT.sub("", _SHEET.read_text(encoding="utf-8")))
    colours = f"#cx-first{{{light}color-scheme:light dark}}"
    return f"{faces}{colours}@media(prefers-color-scheme:dark){{#cx-first{{{dark}}}}}{rules}".strip()
