"""A view as one page that needs nothing beside itself: no server, no network, no script."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from corridor.charts.svg import subset
from corridor.language.text import Words
from corridor.picture import palette
from corridor.picture.lettering import DRAWING
from corridor.publication import html_parts as parts
from corridor.publication.imprint import data_told
from corridor.publication.markup import Markup, tag, together, web_address
from corridor.publication.qr import squares_of
from corridor.publication.themed_svg import Paints

if TYPE_CHECKING:
    from corridor.publication.content import Content

_FOLDER = Path(__file__).parent
_FAMILY, _WEIGHTS = "Corridor Inter", {False: 400, True: 600}
_MIN_SECTIONS = 3
_QUIET = 4


def write_html(content: Content) -> bytes:
    """
    Write a view as one HTML file.

    Parameters
    ----------
    content
        What the view says.

    Returns
    -------
    bytes
        The page in UTF-8. It asks for nothing, works without scripts, follows the reader's theme, and can be
        printed. The same content gives the same bytes.
    """
    with DRAWING:
        return _written(content).encode()


@cache
def policy() -> str:
    """Content security policy of every such page: nothing is fetched, no script runs but its own."""
    digest = base64.b64encode(hashlib.sha256(_script().encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _written(content: Content) -> str:
    """Write the page."""
    paints = Paints()
    title = ": ".join(filter(None, (content.title, content.subject)))
    body = together(
        parts.signs(content.lang),
        _header(content),
        tag("main", *_sections(content, paints)),
        _footer(content),
    )
    head = together(
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=policy()),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("meta", name="color-scheme", content="light dark"),
        tag("meta", name="description", content=content.sentence),
        tag("title", f"{title} · {Words(content.lang).gettext('Corridor Explorer')}"),
        tag("style", Markup(_faces(f"{body}{title}") + _tones(paints) + _style())),
    )
    page = tag(
        "html", tag("head", head), tag("body", body, tag("script", Markup(_script()))), lang=content.lang
    )
    return f"<!doctype html>\n{page}\n"


def _header(content: Content) -> Markup:
    """Write what the first screen says."""
    site = Words(content.lang).gettext("Corridor Explorer")
    kicker = f"{site} · {content.title}" if content.subject else site
    conditions = [condition for condition in content.conditions if condition != content.subject]
    return tag(
        "header",
        tag("p", kicker, class_="kicker"),
        tag("h1", content.subject or content.title),
        tag(
            "p",
            content.sentence,
            together(" ", tag("span", content.doubt, class_="doubt")) if content.doubt else None,
            class_="answer",
        ),
        tag("p", content.basis, class_="basis") if content.basis else None,
        tag("ul", *(tag("li", condition) for condition in conditions), class_="conditions")
        if conditions
        else None,
    )


def _sections(content: Content, paints: Paints) -> list[Markup]:
    """Write the parts of the page in their order, after the row of links to them."""
    _ = Words(content.lang).gettext
    found = [
        *(("map", _("Map"), parts.picture(content, paints)),),
        *(
            (f"chart-{number}", chart.title, parts.chart(content, chart, number, paints))
            for number, chart in enumerate(content.charts, start=1)
        ),
        *((parts.table_anchor(table), table.title, parts.table(content, table)) for table in content.tables),
        ("sources", _("Sources"), parts.sources(content)),
    ]
    there = [(anchor, name, section) for anchor, name, section in found if section is not None]
    links = [tag("li", tag("a", name, href=f"#{anchor}")) for anchor, name, _section in there]
    row = tag("nav", tag("ul", *links), aria_label=_("On this page")) if len(there) >= _MIN_SECTIONS else None
    shown = (parts.figures(content), row, *(section for _anchor, _name, section in there))
    return [section for section in shown if section is not None]


def _footer(content: Content) -> Markup:
    """Write version, licence, link and code."""
    _ = Words(content.lang).gettext
    told = [*data_told(content, content.data_date), _("Tables: CC BY 4.0. Lines of legs: ODbL 1.0.")]
    address = web_address(content.link)
    return tag(
        "footer",
        tag(
            "div",
            *(tag("p", line) for line in told),
            tag("p", tag("a", content.link, href=address, rel="noreferrer")) if address else None,
        ),
        _code(content) if address else None,
    )


def _code(content: Content) -> Markup | None:
    """Draw the code of the link."""
    rows = squares_of(content.link)
    if not rows:
        return None
    path = "".join(
        f"M{column + _QUIET} {row + _QUIET}h1v1h-1z"
        for row, cells in enumerate(rows)
        for column, is_dark in enumerate(cells)
        if is_dark
    )
    count = len(rows) + 2 * _QUIET
    label = Words(content.lang).gettext("QR code of the link")
    ground = Markup(f'<path fill="#fff" d="M0 0h{count}v{count}H0z"/><path fill="#000" d="{path}"/>')
    return tag(
        "svg", ground, viewBox=f"0 0 {count} {count}", role="img", aria_label=label, class_="code",
        shape_rendering="crispEdges",
    )  # fmt: skip


def _tones(paints: Paints) -> str:
    """Write the colours of the page: those of paper are the light ones."""
    light, dark = paints.rules()
    day = palette.as_variables({**palette.PAGE, "link": palette.LINK}, dark=False) + light
    night = palette.as_variables({**palette.PAGE, "link": palette.LINK}, dark=True) + dark
    return f":root{{{day}}}@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}"


def _faces(text: str) -> str:
    """Write the font with the letters of the page."""
    letters = "".join(sorted(set(text)))
    return "".join(
        f"@font-face{{font-family:'{_FAMILY}';font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{base64.b64encode(subset(is_bold, letters)).decode()})}}"
        for is_bold, weight in _WEIGHTS.items()
    )


@cache
def _style() -> str:
    """Read the style sheet."""
    return _FOLDER.joinpath("html.css").read_text(encoding="utf-8")


@cache
def _script() -> str:
    """Read the script that moves the map."""
    return _FOLDER.joinpath("html.js").read_text(encoding="utf-8")
