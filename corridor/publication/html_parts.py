"""Parts of the page that a view becomes: figures, map, charts, tables, sources with their claims."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corridor.charts.layout import lay_out
from corridor.charts.sheet import Sheet
from corridor.charts.svg import element
from corridor.language.labels import BASIS
from corridor.language.text import Words
from corridor.publication.basis_marks import draw_basis
from corridor.publication.figure_blocks import MAX_FIGURES
from corridor.publication.map import draw_map
from corridor.publication.map_sheet import words_of_map
from corridor.publication.markup import Markup, tag, together, web_address
from corridor.publication.themed_svg import as_themed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from corridor.charts.chart import Chart, Mark
    from corridor.publication.content import Basis, Cell, Content, Figure, Source, Table
    from corridor.publication.themed_svg import Paints

MAP_SIZE, CHART_SIZE = (960, 520), (960, 600)
_BASES: tuple[Basis, ...] = ("published", "derived", "modelled", "missing")
_MAX_NOTES = 3
_FIRST_CELLS = 1


def signs(lang: str) -> Markup:
    """Write the sign of each basis once, for the page to use."""
    drawn = [
        tag(
            "symbol",
            Markup(
                "".join(element(shape) for shape in draw_basis(basis, 7, 7, radius=5, colour="currentColor"))
            ),
            id=f"basis-{basis}",
            viewBox="0 0 14 14",
        )
        for basis in _BASES
    ]
    return tag("svg", *drawn, width="0", height="0", aria_hidden="true", class_="signs", lang=lang)


def basis_sign(content: Content, basis: Basis) -> Markup | None:
    """Write the sign of a basis with its word for those who do not see it."""
    if not basis:
        return None
    word = Words(content.lang).gettext(BASIS[basis])
    return tag("svg", tag("use", href=f"#basis-{basis}"), role="img", aria_label=word, class_="sign")


def figures(content: Content) -> Markup | None:
    """Write the headline figures."""
    shown = content.figures[:MAX_FIGURES]
    if not shown:
        return None
    _ = Words(content.lang).gettext
    return tag(
        "section",
        *(_figure(content, figure) for figure in shown),
        class_="figures",
        aria_label=_("Key figures"),
    )


def _figure(content: Content, figure: Figure) -> Markup:
    """Write one headline figure."""
    word = Words(content.lang).gettext(BASIS[figure.basis]) if figure.basis else ""
    sign = (
        tag("svg", tag("use", href=f"#basis-{figure.basis}"), aria_hidden="true", class_="sign")
        if word
        else None
    )
    return tag(
        "div",
        tag("p", figure.name, class_="name"),
        tag(
            "p",
            figure.text,
            " ",
            tag("span", figure.range_text, class_="range") if figure.range_text else None,
            class_="value",
        ),
        tag("p", sign, word, _notes(content, figure.claims), class_="how") if word else None,
        tag("p", figure.doubt, class_="doubt") if figure.doubt else None,
        class_="figure",
    )


def picture(content: Content, paints: Paints) -> Markup | None:
    """Write the map with its buttons, which stay hidden until the page's script shows them."""
    if content.picture is None:
        return None
    _ = Words(content.lang).gettext
    drawings = []
    for is_dark in (False, True):
        sheet = Sheet(width=MAP_SIZE[0], height=MAP_SIZE[1], is_dark=is_dark)
        draw_map(
            sheet,
            content.picture,
            (0.0, 0.0, float(MAP_SIZE[0]), float(MAP_SIZE[1])),
            annotations=content.annotations,
        )
        drawings.append(
            sheet.finished(title=content.title, description=words_of_map(content), lang=content.lang)
        )
    label = words_of_map(content) or _("Map")
    buttons = [
        tag("button", sign, type="button", data_do=do, title=word, aria_label=word)
        for sign, do, word in (
            ("+", "in", _("Zoom in")), ("−", "out", _("Zoom out")), ("⤢", "all", _("Whole map")),
        )
    ]  # fmt: skip
    notes = [tag("li", annotation.line) for annotation in content.annotations if annotation.text]
    return tag(
        "section",
        tag("h2", _("Map"), id="map"),
        tag(
            "figure",
            tag(
                "div",
                tag("div", *buttons, class_="buttons", hidden=True),
                tag(
                    "div",
                    as_themed((drawings[0], drawings[1]), paints, label=label),
                    class_="field",
                    tabindex="0",
                    role="group",
                    aria_label=_("Map"),
                ),
                class_="map",
            ),
            tag("ul", *notes, class_="notes") if notes else None,
            tag("figcaption", " ".join(filter(None, (content.picture_text, content.picture.credits)))),
        ),
        aria_labelledby="map",
    )


def chart(content: Content, drawn: Chart, number: int, paints: Paints) -> Markup:
    """Write one chart; a mark leads to its claim, or to its step in the first table."""
    drawings = [
        lay_out(drawn, width=CHART_SIZE[0], height=CHART_SIZE[1], is_dark=is_dark)
        for is_dark in (False, True)
    ]
    links = dict(_links(content, drawn))
    figure = as_themed(
        (drawings[0], drawings[1]), paints, label=f"{drawn.title}. {drawn.caption}".strip(), links=links
    )
    return tag(
        "section",
        tag("h2", drawn.title, id=f"chart-{number}", class_="unseen"),
        tag(
            "figure",
            tag("div", figure, class_="field", tabindex="0", role="group", aria_label=drawn.title),
            tag("ul", *(tag("li", note.line) for note in drawn.notes), class_="notes")
            if drawn.notes
            else None,
            class_="chart",
        ),
        class_="has-chart",
    )


def _links(content: Content, drawn: Chart) -> Iterator[tuple[str, str]]:
    """Addresses within the page by the labels of marks."""
    claims = {claim.id for claim in content.claims}
    for mark in drawn.marks:
        address = _address(content, mark, claims)
        if address and mark.label:
            yield mark.label, address
            yield f"{mark.label} ({mark.text})", address


def _address(content: Content, mark: Mark, claims: set[str]) -> str:
    """Give the place of the page that a mark leads to, empty if the page has none."""
    target = mark.target
    if target is None:
        return ""
    if target.kind == "claim":
        return f"#{claim_anchor(target.id)}" if target.id in claims else ""
    if target.kind == "step" and content.tables and target.id.isdigit():
        row = int(target.id)
        return f"#{row_anchor(content.tables[0], row)}" if 0 < row <= len(content.tables[0].rows) else ""
    return ""


def table(content: Content, shown: Table) -> Markup:
    """Write one table: its heads stay in sight, each figure has the sign of its basis and its sources."""
    title = table_anchor(shown)
    is_number = [any(row[at].number is not None for row in shown.rows) for at in range(len(shown.heads))]
    heads = [
        tag("th", head, scope="col", class_="number" if number else None)
        for head, number in zip(shown.heads, is_number, strict=True)
    ]
    rows = [
        tag(
            "tr",
            *(
                tag(
                    "th" if at < _FIRST_CELLS else "td",
                    *_cell(content, cell),
                    class_="number" if is_number[at] else None,
                    scope="row" if at < _FIRST_CELLS else None,
                )
                for at, cell in enumerate(row)
            ),
            id=row_anchor(shown, number),
        )
        for number, row in enumerate(shown.rows, start=1)
    ]
    return tag(
        "section",
        tag("h2", shown.title, id=title),
        tag("p", shown.note, class_="note") if shown.note else None,
        tag(
            "div",
            tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows), aria_labelledby=title),
            class_="frame",
            tabindex="0",
            role="group",
            aria_labelledby=title,
        ),
        aria_labelledby=title,
    )


def _cell(content: Content, cell: Cell) -> list[object]:
    """Write what stands in a cell."""
    return [basis_sign(content, cell.basis), cell.text, _notes(content, cell.claims)]


def _notes(content: Content, claims: tuple[str, ...]) -> Markup | None:
    """Link to the claims behind a figure, each under the number of its source."""
    numbers = _numbers(content)
    found = [claim for claim in claims if claim in numbers][:_MAX_NOTES]
    if not found:
        return None
    return tag("sup", *(tag("a", numbers[claim], href=f"#{claim_anchor(claim)}") for claim in found))


def _numbers(content: Content) -> Mapping[str, int]:
    """Give the number of the source of each claim."""
    at = {source.id: number for number, source in enumerate(content.sources, start=1)}
    return {claim.id: at[claim.source] for claim in content.claims if claim.source in at}


def sources(content: Content) -> Markup | None:
    """List the sources, each with its address, its date and its claims."""
    if not content.sources:
        return None
    _ = Words(content.lang).gettext
    return tag(
        "section",
        tag("h2", _("Sources"), id="sources"),
        tag("ol", *(_source(content, source) for source in content.sources), class_="sources"),
        aria_labelledby="sources",
    )


def _source(content: Content, source: Source) -> Markup:
    """Write one source."""
    address = web_address(source.url)
    claims = [
        tag("li", claim.text, id=claim_anchor(claim.id))
        for claim in content.claims
        if claim.source == source.id
    ]
    return tag(
        "li",
        source.citation,
        together(", ", tag("time", source.date, datetime=source.date)) if source.date else None,
        together(" ", tag("a", source.url, href=address, rel="noreferrer")) if address else None,
        tag("ul", *claims) if claims else None,
        id=f"source-{_anchor(source.id)}",
    )


def table_anchor(shown: Table) -> str:
    """Name the place of a table in the page."""
    return f"table-{_anchor(shown.id)}"


def row_anchor(shown: Table, number: int) -> str:
    """Name the place of a row in the page."""
    return f"{_anchor(shown.id)}-{number}"


def claim_anchor(claim: str) -> str:
    """Name the place of a claim in the page."""
    return f"claim-{_anchor(claim)}"


def _anchor(text: str) -> str:
    """Give a text as a name that an address may hold."""
    return re.sub(r"[^A-Za-z0-9_.-]", "-", text)
