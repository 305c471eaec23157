"""A story as one document: every slide in it, so that it needs neither a server nor a script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import segno

from corridor.picture.palette import LINK, PAGE, as_scheme_variables
from corridor.publication.story_content import MAX_NOTED, shown_rows, shown_views, sources_line, view_names
from corridor.publication.themed_svg import Paints
from ui.content.drawn import chart_picture, colour_rules, map_picture
from ui.look.markup import link, tag, together
from ui.serving.assets import STATIC
from ui.stories.fonts import embedded_fonts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from markupsafe import Markup

    from corridor.publication.content import Cell, Content, Figure, Table
    from corridor.publication.story_content import Sentence, ShownSlide, ShownView
    from corridor.story.story import Story
    from ui.link.view import View

_SHEET = Path(__file__).with_suffix(".css")
_SCRIPT = STATIC / "own" / "present.js"
_MAX_COLUMNS = 6
# Letters of a chart are read from the back of a room.
_CHART_SIZE = (900, 400)
# A range is not broken over two lines.
_DASH, _JOINER = re.compile(r"(?<=\d)–(?=\d)"), "\N{WORD JOINER}"
# A figure with its range in brackets, which stands below it in a table.
_WITH_RANGE = re.compile(r"(.+?) (\(.+\))")
_ICONS = {
    "back": "M15 5l-7 7 7 7",
    "on": "M9 5l7 7-7 7",
    "grid": "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
    "notes": "M5 3h14v18H5zM8 8h8M8 12h8M8 16h5",
    "theme": "M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16",
    "full": "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
    "save": "M12 4v11M7 11l5 5 5-5M5 20h14",
    "leave": "M6 6l12 12M18 6L6 18",
}


@dataclass(frozen=True, kw_only=True)
class Served:
    """
    What a story that a server sends asks of it.

    Attributes
    ----------
    script, fonts
        Address of the script, and rules of the fonts.
    ready
        Address that answers with the version of the data.
    files
        Label and address of each file that it is saved as.
    """

    script: str
    fonts: str
    ready: str
    files: tuple[tuple[str, str], ...] = ()


def deck(
    story: Story,
    slides: Iterable[ShownSlide],
    view: View,
    *,
    address: str = "",
    served: Served | None = None,
) -> str:
    """
    Write a story as one document.

    Parameters
    ----------
    story
        The story.
    slides
        Its slides filled in.
    view
        Data and language.
    address
        The whole address under which it is shown live; empty if there is none.
    served
        What the document leaves to the server that sends it; None for one that holds everything.

    Returns
    -------
    str
        The document.
    """
    _ = view.words.gettext
    title = story.title if story.is_own else _(story.title)
    shown = list(slides)
    paints = Paints()
    written = together(
        *(
            _slide(view, title, slide, (number, len(shown)), address, paints)
            for number, slide in enumerate(shown, start=1)
        ),
    )
    head = together(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="robots", content="noindex") if story.is_own else None,
        _probe(view, served) if served else None,
        tag("title", f"{title} · {_('Corridor Explorer')}"),
    )
    end = tag("script", defer=True, src=served.script) if served else f"<script>{_script()}</script>"
    fonts, files = (served.fonts, served.files) if served else (embedded_fonts(written), ())
    return (
        f'<!doctype html><html lang="{view.lang}"><head>{head}'
        f"<style>{fonts}{_styles()}{colour_rules(paints)}</style></head>"
        f"<body><main>{written}</main>{_bar(view, address, files)}{end}</body></html>"
    )


def _probe(view: View, served: Served) -> Markup:
    """Say where the script asks whether the server is there and has the same data."""
    return tag("meta", name="corridor-server", content=served.ready, data_data=view.dataset.content_hash)


def _slide(
    view: View, title: str, slide: ShownSlide, place: tuple[int, int], address: str, paints: Paints
) -> Markup:
    """Write one slide."""
    _ = view.words.gettext
    number, count = place
    name = "h1" if slide.kind == "cover" else "h2"
    text = [tag("p", *_sentence(view, paragraph, address)) for paragraph in slide.paragraphs]
    if slide.problem:
        text.append(tag("p", slide.problem, class_="doubt"))
    return tag(
        "section",
        tag("p", title, class_="kicker")
        if slide.kind != "cover"
        else tag("p", _("Corridor Explorer"), class_="kicker"),
        tag(name, *_sentence(view, slide.heading, address)),
        *text,
        _body(view, slide, paints),
        _code(view, address) if slide.kind == "cover" and address else None,
        _notes(view, slide, address),
        _foot(view, slide),
        class_=f"slide {slide.kind}",
        id=f"slide-{number}",
        aria_roledescription=_("slide"),
        aria_label=_("{number} of {count}").format(number=number, count=count),
    )


def _sentence(view: View, sentence: Sentence, address: str) -> Iterator[object]:
    """Write a sentence; a figure leads to what says why it is that."""
    for piece in sentence:
        if piece.figure is None:
            yield piece.text
            continue
        text = _DASH.sub(f"{_JOINER}–{_JOINER}", piece.text)
        if address:
            there = f"{_root(address)}/{piece.figure.address}"
            there += f"{'&' if '?' in there else '?'}lang={view.lang}"
            yield link(text, there, class_="figure")
        else:
            yield tag("b", text, class_="figure")


def _body(view: View, slide: ShownSlide, paints: Paints) -> Markup | None:
    """Write what a slide shows beside its words."""
    shown = shown_views(slide)
    if not shown:
        return None
    if slide.kind == "views":
        return tag("div", *(_half(each, paints) for each in shown), class_="body is-two")
    (only,) = shown
    main = _main(view, only, paints)
    if not only.is_said:
        return tag("div", main, class_="body")
    if main is None:
        return tag("div", _said(only.content), class_="body")
    if only.figures:
        beside = tag("div", _said(only.content), _figures(only.figures))
        return tag("div", main, beside, class_="body has-beside")
    return tag("div", _said(only.content), main, class_="body has-above")


def _half(shown: ShownView, paints: Paints) -> Markup:
    """Write one of two views: its map and figures, or its sentence where it has none."""
    beside = _said(shown.content) if shown.is_said else _figures(shown.figures)
    name = tag("p", shown.name, class_="of")
    return tag("div", name, _map(shown.content, paints), beside, class_="half")


def _main(view: View, shown: ShownView, paints: Paints) -> Markup | None:
    """Write the map, the chart or the table of a view."""
    if shown.has_map:
        return _map(shown.content, paints)
    if shown.chart is not None:
        return chart_picture(shown.chart, paints, _CHART_SIZE)
    return None if shown.table is None else _table(view, shown.table)


def _map(content: Content, paints: Paints) -> Markup | None:
    """Draw the map of a view, if it has one."""
    return None if content.picture is None else map_picture(content, paints)


def _said(content: Content) -> Markup:
    """Write the sentence of a view with its doubt."""
    doubt = tag("span", content.doubt, class_="doubt") if content.doubt else None
    return tag("p", content.sentence, " " if doubt else None, doubt, class_="said")


def _figures(figures: Iterable[Figure]) -> Markup:
    """Write headline figures as cards."""
    cards = [
        tag(
            "li",
            tag("span", figure.name, class_="name"),
            tag("span", figure.text, class_="value"),
            tag("span", figure.range_text, class_="range") if figure.range_text else None,
            tag("span", figure.doubt, class_="range doubt") if figure.doubt else None,
        )
        for figure in figures
    ]
    return tag("ul", *cards, class_="figures")


def _table(view: View, table: Table) -> Markup:
    """Write the first rows of a table, and how many more there are."""
    heads = [tag("th", head, scope="col") for head in table.heads[:_MAX_COLUMNS]]
    rows = [tag("tr", *(_cell(cell) for cell in row[:_MAX_COLUMNS])) for row in shown_rows(table).rows]
    left = len(table.rows) - len(rows)
    words = view.words.ngettext("and {count} more row", "and {count} more rows", left)
    more = tag("p", words.format(count=left), class_="more") if left > 0 else None
    return tag("div", tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows)), more)


def _cell(cell: Cell) -> Markup:
    """Write a cell, numbers to the right, the range of a figure below it."""
    if cell.number is None:
        return tag("td", cell.text)
    found = _WITH_RANGE.fullmatch(cell.text)
    parts = (found[1], " ", tag("small", found[2])) if found else (cell.text,)
    return tag("td", *parts, class_="number")


def _notes(view: View, slide: ShownSlide, address: str) -> Markup | None:
    """Write what the speaker reads, with the first sources and how many more there are."""
    _, _n = view.words.gettext, view.words.ngettext
    sources = [tag("li", citation) for citation in slide.citations[:MAX_NOTED]]
    left = len(slide.citations) - len(sources)
    if left > 0:
        sources.append(tag("li", _n("and {count} more", "and {count} more", left).format(count=left)))
    if not slide.notes and not sources:
        return None
    return tag(
        "aside",
        tag("h3", _("Speaker notes")),
        *(tag("p", *_sentence(view, note, address)) for note in slide.notes),
        tag("ul", *sources) if sources else None,
        class_="notes",
    )


def _foot(view: View, slide: ShownSlide) -> Markup:
    """Say where the figures of a slide are from."""
    _ = view.words.gettext
    sources = tag("p", sources_line(slide, view.lang))
    data = tag("p", _("Data {version}").format(version=view.dataset.version))
    names = view_names(slide.contents) if len(slide.contents) > 1 else (_("Open this view"),)
    live = [
        tag("p", link(name, content.link))
        for content, name in zip(slide.contents, names, strict=False)
        if content.link
    ]
    return tag("footer", sources, *live, data)


def _code(view: View, address: str) -> Markup:
    """Draw the code that leads to the story."""
    picture = segno.make_qr(address).svg_data_uri(border=1)
    return tag("img", src=picture, alt=view.words.gettext("Code that opens this page"), class_="qr")


def _bar(view: View, address: str, files: Sequence[tuple[str, str]]) -> Markup:
    """Write the bar with the buttons; only the script shows it."""
    _ = view.words.gettext

    def button(act: str, name: str) -> Markup:
        return tag(
            "button", _icon(act), type="button", data_act=act, data_at=act, title=name, aria_label=name
        )

    leave = (
        tag(
            "a",
            _icon("leave"),
            href=f"{_root(address)}/stories?lang={view.lang}",
            title=_("Leave"),
            aria_label=_("Leave"),
        )
        if address
        else None
    )
    return together(
        tag("p", class_="told", role="status", hidden=True, data_at="told"),
        tag(
            "nav",
            tag("span", class_="progress", data_at="progress"),
            button("back", _("Back (arrow left)")),
            tag("span", data_at="number", aria_live="polite"),
            button("on", _("Next (arrow right, space)")),
            tag("span", class_="clock", data_at="clock"),
            tag("span", class_="space"),
            button("grid", _("All slides (Esc)")),
            button("notes", _("Speaker notes in a second window ({key})").format(key="N")),
            button("theme", _("Light or dark ({key})").format(key="D")),
            button("full", _("Full screen ({key})").format(key="F")),
            _saved(view, files),
            leave,
            class_="bar",
            aria_label=_("Slides"),
            data_away=_("The server is not answering. All slides stay here."),
            data_newer=_("The data have changed. Reload to show the new figures."),
        ),
    )


def _saved(view: View, files: Sequence[tuple[str, str]]) -> Markup | None:
    """Write the menu of the files that the story is saved as."""
    if not files:
        return None
    name = view.words.gettext("Save as")
    links = [
        tag("li", tag("a", label, href=address, download=True, rel="nofollow")) for label, address in files
    ]
    return tag(
        "details",
        tag("summary", _icon("save"), title=name, aria_label=name),
        tag("ul", *links, aria_label=name),
        class_="save",
    )


def _icon(name: str) -> Markup:
    """Draw the sign of a button."""
    return tag("svg", tag("path", d=_ICONS[name]), viewBox="0 0 24 24", aria_hidden="true")


def _root(address: str) -> str:
    """Give the root of the server of a story's address."""
    return address.partition("/present/")[0]


@cache
def _styles() -> str:
    """Colours of both themes, then our sheet."""
    return f":root{{{as_scheme_variables({**PAGE, 'link': LINK})}}}{_SHEET.read_text(encoding='utf-8')}"


@cache
def _script() -> str:
    """Read the script."""
    return _SCRIPT.read_text(encoding="utf-8")
