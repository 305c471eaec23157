"""One part of a view as a small document for a frame: map, chart, figure or table, with its source line."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from corridor.picture.palette import PAGE, as_scheme_variables
from corridor.publication.parts import CHART, MAP, charts_by_part
from corridor.publication.themed_svg import Paints
from ui.content.drawn import chart_picture, colour_rules, map_picture
from ui.language.text import Words
from ui.look.markup import link, tag, together

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

    from corridor.charts.chart import ChartNote
    from corridor.publication.content import Annotation, Cell, Content, Figure, Table

_SHEET = Path(__file__).with_suffix(".css")
_MAX_ROWS = 40
ANSWER = "answer"
FIGURE, TABLE = "figure.", "table."


def parts_of(content: Content) -> tuple[str, ...]:
    """
    List the parts of a view that can be put into a frame.

    Returns
    -------
    tuple of str
        "answer", "map", "chart.NAME", "figure.ID", "table.ID".
    """
    return tuple(_parts(content))


def part_document(content: Content, part: str, *, script: str, fonts: str, theme: str = "") -> str | None:
    """
    Write one part of a view as a document.

    Parameters
    ----------
    content
        What the view says.
    part
        One of `parts_of`; a bare name of a chart will do: "staircase".
    script
        Address of the script that tells the page around how high the part is.
    fonts
        Rules of the fonts.
    theme
        "light" or "dark"; empty for that of the reader.

    Returns
    -------
    str or None
        The document; None if the view has no such part.
    """
    name = _named(content, part)
    if name is None:
        return None
    title = ": ".join(filter(None, (content.title, content.subject)))
    head = together(
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="robots", content="noindex"),
        tag("title", title),
        tag("script", defer=True, src=script),
    )
    chosen = f' data-theme="{theme}"' if theme in {"light", "dark"} else ""
    paints = Paints()
    main = tag("main", _drawn(content, name, paints), _source_line(content, title))
    return (
        f'<!doctype html><html lang="{content.lang}"{chosen}><head>{head}'
        f"<style>{fonts}{_styles()}{colour_rules(paints)}</style></head><body>{main}</body></html>"
    )


def _named(content: Content, part: str) -> str | None:
    """Give the whole name of a part; of several charts of a name, the first."""
    parts = parts_of(content)
    bare = part.removeprefix(CHART)
    names = [part, *(f"{CHART}{chart.id}" for chart in content.charts if bare == chart.name)]
    names += [name for name in parts if name.partition(".")[2] == part]
    return next((name for name in names if name in parts), None)


def _parts(content: Content) -> Iterator[str]:
    """Name each part."""
    yield ANSWER
    if content.picture is not None:
        yield MAP
    yield from charts_by_part(content)
    yield from (f"{FIGURE}{figure.id}" for figure in content.figures if figure.id)
    yield from (f"{TABLE}{table.id}" for table in content.tables)


def _drawn(content: Content, name: str, paints: Paints) -> Markup:
    """Draw one part."""
    kind, _dot, id_ = name.partition(".")
    if name == MAP:
        drawn = _roomy(map_picture(content, paints), content.picture_text)
        return together(drawn, _notes(content.annotations))
    if name in charts_by_part(content):
        chart = charts_by_part(content)[name]
        return together(_roomy(chart_picture(chart, paints), chart.title), _notes(chart.notes))
    if kind == FIGURE[:-1]:
        return _figure(next(figure for figure in content.figures if figure.id == id_))
    if kind == TABLE[:-1]:
        return _table(content, next(table for table in content.tables if table.id == id_))
    doubt = tag("span", content.doubt, class_="doubt") if content.doubt else None
    return tag("p", content.sentence, " " if doubt else None, doubt, class_="answer")


def _roomy(drawn: Markup, label: str) -> Markup:
    """Put a drawing into a field that scrolls where the frame is so narrow that it could not be read."""
    return tag("div", drawn, class_="wide", tabindex="0", role="region", aria_label=label)


def _notes(notes: Sequence[Annotation | ChartNote]) -> Markup | None:
    """List what a visitor has written on a map or a chart."""
    lines = [tag("li", note.line) for note in notes]
    return tag("ul", *lines, class_="notes") if lines else None


def _figure(figure: Figure) -> Markup:
    """Write one figure with its range and its doubt."""
    return tag(
        "dl",
        tag("dt", figure.name),
        tag("dd", figure.text, class_="value"),
        tag("dd", figure.range_text) if figure.range_text else None,
        tag("dd", figure.doubt, class_="doubt") if figure.doubt else None,
    )


def _table(content: Content, table: Table) -> Markup:
    """Write the first rows of a table, and how many more there are."""
    left = len(table.rows) - _MAX_ROWS
    more = Words(content.lang).ngettext("and {count} more row", "and {count} more rows", max(left, 0))
    heads = tag("tr", *(tag("th", head, scope="col") for head in table.heads))
    rows = [tag("tr", *map(_cell, row)) for row in table.rows[:_MAX_ROWS]]
    return tag(
        "div",
        tag("table", tag("caption", table.title), tag("thead", heads), tag("tbody", *rows)),
        tag("p", more.format(count=left)) if left > 0 else None,
        class_="wide",
        tabindex="0",
        role="region",
        aria_label=table.title,
    )


def _cell(cell: Cell) -> Markup:
    """Write a cell, numbers to the right."""
    return tag("td", cell.text, class_="number" if cell.number is not None else None)


def _source_line(content: Content, title: str) -> Markup:
    """Say what it is, under which condition, from when, and lead to the whole view."""
    _ = Words(content.lang).gettext
    name = link(title, content.link) if content.link else title
    told = [*content.conditions, _("Data {version}").format(version=content.data_version)]
    return tag(
        "footer", tag("b", "Corridor Explorer"), " · ", name, tag("span", " · ".join(told), class_="told")
    )


@cache
def _styles() -> str:
    """Colours, then our sheet."""
    return f":root{{{as_scheme_variables(PAGE)}}}{_SHEET.read_text(encoding='utf-8')}"
