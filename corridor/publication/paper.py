"""What papers of A4 share: typst with our fonts, the foot of every page, how maps, charts and tables lie."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import typst

from corridor.charts.layout import height_on_paper
from corridor.charts.svg import as_svg
from corridor.language.labels import BASIS
from corridor.language.text import Words
from corridor.picture import palette
from corridor.picture.lettering import FONT_FILES
from corridor.publication.column_widths import Room, fitted_columns, is_numeric
from corridor.publication.imprint import AUTHOR, imprint, qr_code
from corridor.publication.map_sheet import caption_of_map, map_as_svg, words_of_map
from corridor.publication.notes import note_numbers
from corridor.publication.spelling import drawable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from corridor.charts.chart import Chart
    from corridor.publication.content import Content, Figure, Table

STANDARD: Literal["ua-1"] = "ua-1"
_LOOK = Path(__file__).with_name("paper_look.typ")
_FIRST_DAY = date(1980, 1, 1)
_TONES = {
    "ink": palette.INK,
    "ink-soft": palette.INK_SOFT,
    "accent": palette.ACCENT,
    "link": palette.LINK,
    "paper-soft": palette.PAPER_SOFT,
    "rule": palette.RULE,
    "warn": palette.WARN,
}
# Languages in which typst does not find the letters by itself.
_SCRIPTS = {"sr-Latn": ("sr", "latn"), "sr": ("sr", "cyrl")}
# A sheet of A4 within its margins, upright and across.
_INSET = 3.0
_ROOMS = (Room(493.0, (8.5, 7.5)), Room(739.0, (8.5, 7.5, 6.5, 5.5), is_across=True))
_MAX_URL_SHOWN = 110


def compiled(template: Path, laid_out: Mapping[str, Any], content: Content) -> bytes:
    """
    Write a paper.

    Parameters
    ----------
    template
        What follows the look that all papers have.
    laid_out
        What the template reads beside `frame_of`.
    content
        Of which data the paper is.

    Returns
    -------
    bytes
        PDF/UA-1; the same content gives the same bytes. All texts go to typst as data, never as markup; a
        letter that no font has becomes `corridor.publication.spelling.UNKNOWN`.
    """
    whole = {**frame_of(content), **laid_out}
    return typst.compile(
        _LOOK.read_bytes() + template.read_bytes(),
        format="pdf",
        pdf_standards=[STANDARD],
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"content": json.dumps(whole, ensure_ascii=False)},
        timestamp=int(datetime.combine(_day(content.data_date), datetime.min.time(), UTC).timestamp()),
    )


def frame_of(content: Content) -> dict[str, Any]:
    """Give what every paper has: title, language, foot, sources, fixed words, colours."""
    _ = Words(content.lang).gettext
    foot = imprint(content)
    lang, script = _SCRIPTS.get(content.lang, (content.lang, None))
    day = _day(content.data_date)
    heads = [content.title, content.subject] if content.subject else [content.title]
    return {
        "lang": lang,
        "script": script,
        "title": drawable(": ".join(heads)).strip() or AUTHOR,
        "document_title": drawable(content.subject or content.title).strip() or AUTHOR,
        "author": AUTHOR,
        "date": {"year": day.year, "month": day.month, "day": day.day} if content.data_date else None,
        "sentence": drawable(content.sentence),
        "sources": [
            {
                "number": number,
                "citation": drawable(source.citation),
                "date": drawable(source.date),
                "url": source.url,
                "url_shown": _shortened(drawable(source.url)),
            }
            for number, source in enumerate(content.sources, start=1)
        ],
        "footer": drawable(foot.data),
        "link": foot.link,
        "link_shown": drawable(foot.link_shown),
        "qr": qr_code(foot.link, form="svg", dark=palette.INK.light).decode(),
        "words": {
            "question": drawable(_("Question")),
            "map": drawable(_("Map")),
            "notes": drawable(_("Notes on the view")),
            "sources": drawable(_("Sources")),
            "open": drawable(_("Open this view")),
            "qr": drawable(_("QR code of the link")),
            "page": drawable(_("Page {page} of {pages}")),
        },
        "tones": {name: tone.light for name, tone in _TONES.items()},
    }


def figures_part(figures: Iterable[Figure], numbers: Mapping[str, int], lang: str) -> list[dict[str, Any]]:
    """Lay headline figures out."""
    _ = Words(lang).gettext
    return [
        {
            "name": drawable(figure.name),
            "text": drawable(figure.text),
            "range": drawable(figure.range_text),
            "basis": drawable(_(BASIS[figure.basis])) if figure.basis else "",
            "doubt": drawable(figure.doubt),
            "notes": note_numbers(figure.claims, numbers),
        }
        for figure in figures
    ]


def map_part(content: Content) -> dict[str, str] | None:
    """Draw the map, with what it shows in words."""
    if content.picture is None:
        return None
    return {
        "svg": map_as_svg(content).decode(),
        "alt": drawable(words_of_map(content)),
        "text": drawable(caption_of_map(content)),
    }


def chart_part(chart: Chart) -> dict[str, str]:
    """Draw a chart; its title and what it says of itself are text of the paper."""
    title, caption = drawable(chart.title), drawable(chart.caption)
    bare = replace(chart, title="", caption="", source="")
    return {
        "svg": as_svg(bare, height=height_on_paper(bare)).decode(),
        "title": title,
        "alt": ". ".join(filter(None, (title, caption, *(drawable(note.line) for note in chart.notes)))),
        "caption": " ".join(filter(None, (caption, drawable(chart.source)))),
    }


def table_part(table: Table, numbers: Mapping[str, int]) -> dict[str, Any]:
    """Lay a table out: how wide its columns are, on which side their cells stand."""
    fit = fitted_columns(table, _ROOMS, inset_pt=_INSET)
    return {
        "title": drawable(table.title),
        "note": drawable(table.note),
        "heads": [drawable(head) for head in table.heads],
        "widths": fit.widths_pt,
        "size": fit.size,
        "is_across": fit.is_across,
        "is_number": [is_numeric(table, at) for at in range(len(table.heads))],
        "rows": [
            [{"text": drawable(cell.text), "notes": note_numbers(cell.claims, numbers)} for cell in row]
            for row in table.rows
        ],
    }


@cache
def _fonts() -> typst.Fonts:
    """Read our fonts, and those that typst brings along for signs that ours have not."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[FONT_FILES[False].parent]
    )


def _day(text: str) -> date:
    """Read the day of the data; one that is not known becomes the first that files know."""
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return _FIRST_DAY


def _shortened(url: str) -> str:
    """Give as much of an address as a line holds."""
    return url if len(url) <= _MAX_URL_SHOWN else f"{url[: _MAX_URL_SHOWN - 1]}…"
